import type { Cases } from './case.ts';

const words = 'one two three four five six seven eight nine ten eleven twelve';

const block: Cases = {
  'percentages with lengths added': {
    css: '#d { width: calc(100% - 20pt); padding: 4pt calc(5% + 1pt) } #a { width: calc(50% - 8pt); margin-inline-start: calc(10% - 4pt) } #b { max-width: calc(100% / 3 + 2pt) } #e { width: calc(10% - 400pt) }',
    body: `<div id="d"><p id="a">${words}</p><p id="b">${words}</p><p id="e">a</p></div>`,
  },
  'margins of siblings': {
    css: 'p { margin-block: 10pt 6pt } h1 { margin-block-end: 14pt; padding: 2pt 5pt }',
    body: `<h1 id="a">Title</h1><p id="b">${words}</p><p id="c">x</p>`,
  },
  'margins below 0': {
    css: '#a { margin-block-end: 12pt } #b { margin-block: -5pt -3pt } #c { margin-block-start: -4pt }',
    body: '<p id="a">a</p><p id="b">b</p><p id="c">c</p>',
  },
  'margins through the start and end of a parent': {
    css: 'div { margin-block: 4pt } p { margin-block: 9pt 7pt }',
    body: '<p id="z">z</p><div id="d"><p id="a">a</p><p id="b">b</p></div><p id="c">c</p>',
  },
  'margins kept by padding and borders': {
    css: '#d { padding-block-start: 1pt } #e { border-block-end: 1.5pt solid #000 } p { margin-block: 9pt 7pt }',
    body: '<div id="d"><p id="a">a</p></div><div id="e"><p id="b">b</p></div><p id="c">c</p>',
  },
  'margins through nested parents': {
    css: 'section { margin-block: 3pt 11pt } div { margin-block: 5pt 2pt } p { margin-block: 4pt 6pt }',
    body: '<section id="s"><div id="d"><p id="a">a</p></div><div id="e"><p id="b">b</p></div></section><p id="c">c</p>',
  },
  'margins through an empty block': {
    css: 'p, div { margin-block: 8pt } #e { margin-block: 20pt 3pt }',
    body: '<p id="a">a</p><div id="e"></div><p id="b">b</p>',
  },
  'margins through an empty first child': {
    css: '#d { padding: 2pt } #e { margin-block: 20pt 3pt } p { margin-block: 8pt }',
    body: '<div id="d"><div id="e"></div><p id="b">b</p></div><p id="c">c</p>',
  },
  'a height keeps the margin of the last child': {
    css: 'div { height: 40pt } p { margin-block: 6pt 30pt }',
    body: '<div id="d"><p id="a">a</p></div><p id="b">b</p>',
  },
  'a least height keeps it too': {
    css: 'div { min-height: 40pt } p { margin-block: 6pt 30pt }',
    body: '<div id="d"><p id="a">a</p></div><p id="b">b</p>',
  },
  'widths, heights, padding and borders': {
    css: '#a { width: 50%; padding: 3pt 10%; border: 3pt solid #000 } #b { width: 120pt; min-width: 70%; max-height: 20pt } #c { max-width: 80pt; height: 33pt; padding: 4pt }',
    body: '<p id="a">a b</p><p id="b">b</p><p id="c">c</p>',
  },
  'hundredths of the page': {
    height: 300,
    css: '#a { width: 50vw; height: 10vh; padding: 1vh 2vw } #b { font-size: 8vw; margin-block: calc(5vh - 3pt) 0 }',
    body: '<p id="a">a</p><p id="b">b</p><p id="c">c</p>',
  },
  'a box narrower than its padding': {
    css: '#a { width: 10pt; padding: 0 12pt }',
    body: '<div id="a"></div><p id="b">b</p>',
  },
  'auto margins': {
    css: 'p { width: 50pt } #a { margin-inline: auto } #b { margin-inline-start: auto } #c { margin-inline: 10pt auto }',
    body: '<p id="a">a</p><p id="b">b</p><p id="c">c</p>',
  },
  'right to left': {
    dir: 'rtl',
    css: 'p { width: 50% } #a { margin-inline-start: 12pt } #b { padding-inline: 5pt 20pt; margin-inline: auto 10pt } #c { margin-inline-end: 5pt }',
    body: '<p id="a">a</p><p id="b">b</p><p id="c">c</p>',
  },
  'relative positions': {
    css: '#a { position: relative; inset-inline-start: 4pt; inset-block-start: 3pt } #b { position: relative; inset-inline-end: 5% }',
    body: '<p id="a">a</p><p id="b">b</p><p id="c">c</p>',
  },
  'absolute positions': {
    css: '#d { position: relative; height: 80pt; padding: 6pt; border: 1.5pt solid #000 } #a, #b, #c { position: absolute } #a { inset-inline-end: 5pt; inset-block-start: 4pt } #b { inset: 20pt 10% 12pt 8pt } #c { inset-block-end: 3pt; inset-inline-start: 50%; width: 20% }',
    body: '<div id="d"><p id="a">short</p><p id="b">b</p><p id="c">c</p></div>',
  },
  'percentages of heights': {
    css: '#d { height: 90pt } #a { height: 50% } #b { min-height: 25% }',
    body: '<div id="d"><p id="a">a</p><p id="b">b</p></div>',
  },
};

const inline: Cases = {
  'line heights': {
    css: '#a { line-height: 1 } #b { line-height: 24pt } #c { font-size: 16pt } .big { font-size: 20pt }',
    body: `<p id="a">${words}</p><p id="b">${words}</p><p id="c">${words} ${words}</p><p id="d">one <span class="big">two</span> three</p>`,
  },
  'letters apart and together': {
    css: '#a { letter-spacing: .08em } #b { letter-spacing: -.02em; font-size: 20pt } #b strong { letter-spacing: normal } #c { letter-spacing: .5pt }',
    body: `<p id="a">first ${words} and on</p><p id="b">one <strong>two</strong> office</p><p id="c">${words}</p>`,
  },
  weights: {
    css: '#a { font-weight: 500 } #b { font-weight: 501 } #c { font-weight: 900 } #e { font-weight: 1 } #d b { font-weight: lighter } #d span { font-weight: bolder }',
    body: '<p id="a">one two</p><p id="b">one two</p><p id="c">one two</p><p id="d">one <b>two</b> <span>three</span></p><p id="e">one</p>',
  },
  'bold words and spans': {
    body: '<p id="a">one two <strong>three four</strong> five <em>six</em> seven <span>eight</span>, nine ten eleven twelve</p>',
  },
  'where lines are aligned': {
    css: '#b { text-align: end } #c { text-align: center }',
    body: `<p id="a">${words} and on</p><p id="b">${words} and on</p><p id="c">${words} and on</p>`,
  },
  'where lines are aligned, right to left': {
    lang: 'ar',
    dir: 'rtl',
    css: '#b { text-align: end } #c { text-align: center }',
    body: '<p id="a">واحد اثنان ثلاثة أربعة</p><p id="b">واحد اثنان ثلاثة أربعة</p><p id="c">واحد اثنان ثلاثة أربعة</p>',
  },
  'white space and forced breaks': {
    body: '<p id="a">  one \n two<br>three <br> four  </p><p id="b">one <b> two </b> three</p>',
  },
  'text that does not wrap': {
    css: 'span { white-space: nowrap }',
    body: '<p id="a">one two three four <span>five six seven eight nine</span> ten eleven</p>',
  },
  'letters in another case': {
    css: '#a, #d { text-transform: uppercase } #b { text-transform: capitalize } #c { text-transform: lowercase } #d span { text-transform: none }',
    body: `<p id="a">${words} Straße, ${words}</p><p id="b">one two's th<b>re</b>e (four) twenty-five ${words}</p><p id="c">ONE Two THREE, ${words}</p><p id="d">one <span>two</span> three</p>`,
  },
  'letters in another case, by the language': {
    css: 'p { text-transform: uppercase } .c { text-transform: capitalize } .l { text-transform: lowercase }',
    body: '<p id="a" lang="tr">iyi ılık istanbul</p><p id="b" lang="el">καλημέρα</p><p id="c" lang="el">ή</p><p id="g" lang="en" class="c">éclair à la carte</p><p id="d" lang="tr" class="l">ISPARTA İZMİR</p><p id="e" lang="el" class="l">ΣΟΦΟΣ</p><p id="f" lang="lt">i̇̀ įsi</p>',
  },
  'raised and lowered text': {
    css: 'p { font-size: 12pt }',
    body: `<p id="a">one<sup>2</sup> two three four H<sub>2</sub>O five six<sup>a <strong>b</strong></sup> seven eight</p><p id="b">nine<sub>x</sub> ten</p><p id="c">c</p>`,
  },
  'raised text that leaves lines as they are': {
    css: 'p { font-size: 12pt } sup, sub { line-height: 0 } .r { vertical-align: super } .l { vertical-align: sub; font-size: 15pt } sup .n { vertical-align: baseline; font-size: 6pt }',
    body: `<p id="a">${words}<sup>2<span class="n">x</span></sup> on <span class="r">up</span> and on</p><p id="b">a <span class="l">low</span> b</p><p id="c">c</p>`,
  },
  'pictures on the baseline': {
    // A size at which Chromium, which counts ascent and descent in whole px, has those of the face.
    css: 'p { font-size: 18.75pt } img { margin-inline: 2pt 3pt }',
    body: '<p id="a">one <img src="art:10x8" alt="x"> two</p><p id="b">one <img src="art:30x40" alt="x"> two</p><p id="c">c</p>',
  },
};

const generated: Cases = {
  'marks before and after texts': {
    css: 'p::before { content: "– " } p::after { content: " →" / ""; color: #00f } b::before { content: "«" } b::after { content: "»"; font-weight: 400 } #c::after { content: none } #d::before { content: "· " / ""; font-size: 6pt }',
    body: `<p id="a">one <b>two</b> three</p><p id="b">${words}</p><p id="c">c</p><p id="d">d</p>`,
  },
  'counted headings and parts': {
    css: 'section { counter-reset: part } h1 { counter-increment: chapter; counter-reset: part } p { counter-increment: part } h1::before { content: counter(chapter) ". " } p::before { content: counter(chapter) "." counter(part) " – " }',
    body: `<h1 id="a">One</h1><p id="b">${words}</p><p id="c">x</p><h1 id="d">Two</h1><p id="e">y</p><section><p id="f">in a section</p></section><p id="g">z</p>`,
  },
  'counters in counters': {
    css: 'ol { counter-reset: item; padding-inline-start: 9pt } li { counter-increment: item } li b::before { content: "– " } p { counter-increment: item } li p::before { content: counters(item, ".") " · " }',
    body: '<ol id="o"><li id="a"><p id="b">one</p><ol><li><p id="c">in one</p></li><li><p id="d">two in one</p></li></ol></li><li id="e"><p id="f">two</p></li></ol>',
  },
  'digits of other scripts': {
    lang: 'ar',
    dir: 'rtl',
    css: 'p { counter-increment: n } p::before { content: counter(n, arabic-indic) ". " }',
    body: '<p id="a">واحد</p><p id="b">اثنان ثلاثة</p>',
  },
  'raised marks': {
    css: 'p { font-size: 12pt } b::after { content: "*"; vertical-align: super; font-size: 10pt }',
    body: '<p id="a">one <b>two</b> three</p><p id="b">b</p>',
  },
};

const list: Cases = {
  'items below each other': {
    css: 'ul { padding-inline-start: 18pt; margin-block: 6pt } li { list-style-type: disc; margin-block: 2pt 4pt }',
    body: `<ul id="u"><li id="a">${words}</li><li id="b">b</li></ul><p id="p">p</p>`,
    boxesOnly: true,
  },
  'lists in lists': {
    css: 'ol { padding-inline-start: 20pt } ul { padding-inline-start: 12pt; margin-block: 3pt }',
    body: '<ol id="o"><li id="a">a<ul id="u"><li id="b">b</li><li id="c">c</li></ul></li><li id="d"><p id="e">e</p></li></ol>',
    boxesOnly: true,
  },
  'terms and meanings without groups': {
    css: 'dd { margin-inline-start: 12pt; margin-block-end: 3pt } dt { margin-block-start: 5pt }',
    body: `<dl id="l"><dt id="a">Term</dt><dt id="b">Another</dt><dd id="c">${words}</dd><dd id="d">More</dd><dt id="e">Last</dt><dd id="f">x</dd></dl><p id="p">p</p>`,
  },
  'terms and what they mean': {
    css: 'dd { margin-inline-start: 14pt } dl div { margin-block: 5pt }',
    body: '<dl id="l"><div id="d"><dt id="a">Term</dt><dd id="b">What it means</dd></div><div id="e"><dt>Other</dt><dd id="c">More</dd></div></dl>',
  },
};

const cells =
  '<table id="t"><thead><tr><th id="a">Name</th><th id="b">What it is for</th><th id="c">N</th></tr></thead><tbody><tr><td id="d">one two three</td><td id="e">four five six seven eight nine ten eleven</td><td id="f">1</td></tr><tr><td id="g">x</td><td id="h">y</td><td id="i">z</td></tr></tbody></table>';

const table: Cases = {
  'widths of columns': {
    css: 'table { width: 100% } td { padding: 2pt } .w { width: 60pt } .p { width: 20% } .n { width: 5pt }',
    body: `<table id="t"><colgroup><col class="w"><col></colgroup><colgroup span="1" class="p"></colgroup><tbody><tr><td id="a">a</td><td id="b">some words</td><td id="c">c</td></tr></tbody></table><table id="u"><colgroup><col class="n"><col class="w" span="2"></colgroup><tbody><tr><td id="d">longer</td><td id="e">one two three four five</td><td id="f">f</td></tr></tbody></table>`,
  },
  'widths of columns, as wide as the words ask': {
    css: 'div { display: flex } td { padding: 2pt } .w { width: 60pt }',
    body: '<div><table id="t"><colgroup><col class="w"><col></colgroup><tbody><tr><td id="a">a</td><td id="b">some words</td></tr><tr><td id="c" colspan="2">c</td></tr></tbody></table></div>',
  },
  'a head, a body and a foot': {
    css: 'table { width: 100%; border-spacing: 3pt } td, th { padding: 2pt 4pt } tfoot { background-color: #eee } tr { background-color: #ddd }',
    body: `<table id="t"><caption id="x">Caption</caption><thead><tr><th id="a">a</th><th id="b">b</th></tr></thead><tbody><tr><td id="c">${words}</td><td id="d">d</td></tr></tbody><tfoot><tr><td id="e" colspan="2">e</td></tr></tfoot></table><p id="p">p</p>`,
  },
  'columns as wide as what stands in them': { body: cells },
  'a table over the measure': { css: 'table { width: 100% }', body: cells },
  'padding and spacing': {
    css: 'table { width: 100%; border-spacing: 6pt 3pt } th, td { padding: 2pt 5pt; border: .75pt solid #000 }',
    body: cells,
  },
  'shares of the width': {
    css: 'table { width: 100% } #a { width: 20% } #b { width: 50% }',
    body: cells,
  },
  'columns of a width': { css: 'table { width: 100% } #c { width: 40pt }', body: cells },
  'cells in the middle': {
    css: 'table { width: 100% } td { vertical-align: middle } #i { vertical-align: bottom } p { margin-block: 2pt }',
    body: cells.replace('>y<', '><p id="p">y</p><p>y</p><'),
  },
  'cells over several columns and rows': {
    css: 'table { width: 100% } td { padding: 3pt }',
    body: '<table id="t"><tbody><tr><td id="a" colspan="2">one two three four five</td><td id="b" rowspan="2">six<br>seven<br>eight<br>nine</td></tr><tr><td id="c">ten</td><td id="d">eleven</td></tr></tbody></table>',
  },
  'a caption': {
    css: 'caption { padding: 2pt } td { padding: 2pt }',
    body: '<table id="t"><caption id="c">A caption of several words for a narrow table</caption><tbody><tr><td id="a">aaaa</td><td id="b">bbbb</td></tr></tbody></table><p id="p">p</p>',
  },
  'right to left': { dir: 'rtl', css: 'table { width: 100% } td { padding: 2pt 6pt }', body: cells },
};

const grid: Cases = {
  'tracks of lengths, shares and fractions': {
    css: 'div { display: grid; grid-template-columns: 30pt 25% 1fr 2fr; gap: 4pt 6pt }',
    body: '<div id="d"><p id="a">a</p><p id="b">b</p><p id="c">c</p><p id="e">e</p><p id="f">f</p></div>',
  },
  'a fraction is no narrower than the longest word in it': {
    css: 'div { display: grid; grid-template-columns: 1fr 1fr 1fr }',
    body: '<div id="d"><p id="a">Incomprehensibilities</p><p id="b">b</p><p id="c">c c c</p></div>',
  },
  'a fraction that may be narrower': {
    css: 'div { display: grid; grid-template-columns: minmax(0, 1fr) 1fr }',
    body: '<div id="d"><p id="a">a b</p><p id="b">Incomprehensibilities x</p></div>',
  },
  'fractions below one': {
    css: 'div { display: grid; grid-template-columns: .25fr .25fr }',
    body: '<div id="d"><p id="a">a</p><p id="b">b</p></div>',
  },
  'auto tracks': {
    css: 'div { display: grid; grid-template-columns: auto auto 1fr; column-gap: 5pt }',
    body: `<div id="d"><p id="a">one two</p><p id="b">three</p><p id="c">${words} and on</p></div>`,
  },
  'auto tracks that share what is left': {
    css: 'div { display: grid; grid-template-columns: auto auto }',
    body: '<div id="d"><p id="a">one two</p><p id="b">three</p></div>',
  },
  'auto tracks that are too wide': {
    css: 'div { display: grid; grid-template-columns: auto auto }',
    body: `<div id="d"><p id="a">${words}</p><p id="b">${words} ${words}</p></div>`,
  },
  'minmax tracks': {
    css: 'div { display: grid; grid-template-columns: minmax(20pt, 60pt) minmax(auto, 50pt) 1fr }',
    body: `<div id="d"><p id="a">a</p><p id="b">b c</p><p id="c">${words}</p></div>`,
  },
  'items over several tracks': {
    css: 'div { display: grid; grid-template-columns: auto auto auto } #a { grid-column: 1 / span 2 }',
    body: '<div id="d"><p id="a">one two three four</p><p id="b">b</p><p id="c">c</p><p id="e">e</p><p id="f">f</p></div>',
  },
  'items over several rows': {
    css: 'div { display: grid; grid-template-columns: 1fr 1fr; row-gap: 3pt } #a { grid-row: 1 / span 2 }',
    body: `<div id="d"><p id="a">${words} ${words}</p><p id="b">b</p><p id="c">c</p><p id="e">e</p></div>`,
  },
  'rows of lengths and fractions': {
    css: 'div { display: grid; height: 120pt; grid-template-rows: 20pt 1fr auto; row-gap: 2pt }',
    body: '<div id="d"><p id="a">a</p><p id="b">b</p><p id="c">c</p></div>',
  },
  'a fraction of rows is no lower than what stands in it': {
    css: 'div { display: grid; height: 60pt; grid-template-rows: 1fr 1fr }',
    body: `<div id="d"><p id="a">${words} ${words}</p><p id="b">b</p></div>`,
  },
  'fractions of rows without a height': {
    css: 'div { display: grid; grid-template-rows: 1fr 2fr }',
    body: `<div id="d"><p id="a">${words}</p><p id="b">b</p></div>`,
  },
  'where items stand': {
    css: 'div { display: grid; grid-template-columns: 1fr 1fr 1fr; align-items: center; row-gap: 2pt } #a { height: 40pt } #b { align-self: end; justify-self: end } #c { justify-self: center } #e { align-self: stretch; justify-self: start }',
    body: '<div id="d"><p id="a">a</p><p id="b">b</p><p id="c">c</p><p id="e">e</p><p id="f">f</p></div>',
  },
  'free space between the rows': {
    css: 'div { display: grid; height: 80pt } #d { align-content: space-between } #e { align-content: space-evenly } #f { align-content: end } #g { align-content: center }',
    body: ['d', 'e', 'f', 'g']
      .map((id) => `<div id="${id}"><p id="${id}1">a</p><p id="${id}2">b</p></div>`)
      .join(''),
  },
  'order, and places that are said': {
    css: 'div { display: grid; grid-template-columns: 1fr 1fr 1fr } #c { order: -1 } #a { grid-column: 2 / 4 } #b { grid-row: 3; grid-column: 1 }',
    body: '<div id="d"><p id="a">a</p><p id="b">b</p><p id="c">c</p><p id="e">e</p></div>',
  },
  'areas by their names': {
    css: 'div { display: grid; grid-template-areas: "a a b" "c . b"; grid-template-columns: 30pt 1fr; gap: 2pt } #a { grid-area: a } #b { grid-area: b } #c { grid-area: c }',
    body: `<div id="d"><p id="c">c</p><p id="b">${words}</p><p id="a">a</p><p id="e">e</p></div>`,
  },
  'a grid in a grid, right to left': {
    dir: 'rtl',
    css: '#d { display: grid; grid-template-columns: 40pt 1fr; column-gap: 5pt } #e { display: grid; grid-template-columns: 1fr 20pt; padding: 3pt }',
    body: '<div id="d"><p id="a">a</p><div id="e"><p id="b">b</p><p id="c">c</p></div></div>',
  },
  'margins of items do not collapse': {
    css: 'div { display: grid; margin-block: 4pt } p { margin: 6pt 3pt } #f p { margin-block: 9pt }',
    body: '<div id="d"><p id="a">a</p><p id="b">b</p><section id="f"><p id="g">g</p></section></div><p id="c">c</p>',
  },
};

/** So many lines, wherever they would end by themselves. */
const linesOf = (count: number) => Array.from({ length: count }, (_, i) => `line ${i}`).join('<br>');
const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, i) => `<p id="p${i}">${linesOf(4 + i)}</p>`).join('');

const five = 'abcef'
  .split('')
  .map((id) => `<p id="${id}">${id}</p>`)
  .join('');

const flex: Cases = {
  'items beside each other': {
    css: 'div { display: flex; gap: 6pt; padding: 3pt }',
    body: `<div id="d">${five}</div><p id="z">z</p>`,
  },
  'items that grow': {
    css: 'div { display: flex; column-gap: 6pt } #a { flex-grow: 1 } #b { flex: 2 } #c { flex: 1 0 30pt; padding: 2pt 5pt }',
    body: `<div id="d">${five}</div>`,
  },
  'factors below one': {
    css: 'div { display: flex } #a { flex-grow: .2 } #b { flex-grow: .3 }',
    body: `<div id="d">${five}</div>`,
  },
  'items that shrink': {
    css: 'div { display: flex } #a { flex-basis: 120pt } #b { flex: 0 2 150pt; padding-inline: 10pt } #c { width: 40pt; flex-shrink: 0 }',
    body: `<div id="d">${five}</div>`,
  },
  'items no narrower than their words': {
    css: 'div { display: flex } p { flex: 1 } #b { min-width: 0 } #c { min-width: 60pt } #e { max-width: 10pt }',
    body: '<div id="d"><p id="a">Incomprehensibilities</p><p id="b">Incomprehensibilities</p><p id="c">c</p><p id="e">e</p></div>',
    boxesOnly: true,
  },
  'texts beside each other': {
    css: 'div { display: flex; column-gap: 5% }',
    body: `<div id="d"><p id="a">${words} and on and on it goes</p><p id="b">one two three four five six</p></div>`,
  },
  'lines of items': {
    css: 'div { display: flex; flex-wrap: wrap; gap: 5pt 8pt } p { width: 60pt } #b { height: 30pt }',
    body: `<div id="d">${five}</div><p id="z">z</p>`,
  },
  'lines that grow': {
    css: 'div { display: flex; flex-wrap: wrap } p { flex: 1 1 80pt }',
    body: `<div id="d">${five}</div>`,
  },
  'lines that share a height': {
    css: 'div { display: flex; flex-wrap: wrap; height: 90pt } p { width: 60pt } #e1 { align-content: space-around } #f1 { align-content: space-between } #g1 { align-content: center }',
    body: `<div id="d1">${five}</div>${['e', 'f', 'g'].map((id) => `<div id="${id}1"><p id="${id}2">a</p><p id="${id}3">b</p><p id="${id}4">c</p><p id="${id}5">d</p></div>`).join('')}`,
  },
  'where items stand in their line': {
    css: 'div { display: flex; min-height: 50pt; align-items: center } #a { align-self: start } #b { align-self: flex-end } #c { align-self: stretch } #e { margin-block: auto 3pt }',
    body: `<div id="d">${five}</div>`,
  },
  'free space along a line': {
    css: 'div { display: flex } #d { justify-content: center } #e1 { justify-content: space-between } #f1 { justify-content: space-around } #g { justify-content: space-evenly } #h { justify-content: flex-end }',
    body: `<div id="d">${five}</div>${['e1', 'f1', 'g', 'h'].map((id) => `<div id="${id}"><p id="${id}2">a</p><p id="${id}3">b</p><p id="${id}4">c</p></div>`).join('')}`,
  },
  'auto margins': {
    css: 'div { display: flex; justify-content: center } #c { margin-inline-start: auto } #e { margin-inline: auto 4pt }',
    body: `<div id="d">${five}</div>`,
  },
  'on one baseline': {
    css: 'div { display: flex; align-items: baseline } #a { font-size: 25pt } #b { padding-block: 5pt } #c { margin-block-start: 3pt } .g { display: grid; grid-template-columns: auto 1fr; align-items: baseline } #h { font-size: 25pt }',
    body: `<div id="d">${five}</div><div class="g" id="g"><p id="h">h</p><p id="i">i</p><p id="j">j</p><p id="k">k</p></div>`,
  },
  'right to left': {
    dir: 'rtl',
    css: 'div { display: flex; gap: 6pt } #b { flex: 1 } #c { margin-inline-start: 9pt }',
    body: `<div id="d">${five}</div>`,
  },
  'order, and text right inside': {
    css: 'div { display: flex; gap: 4pt } #b { order: -1 }',
    body: '<div id="d">text <p id="a">a</p><span id="b">b</span></div>',
    boxesOnly: true,
  },
  'a grid whose columns do not fill it': {
    css: 'div { display: grid; grid-template-columns: 30pt auto; column-gap: 5pt } #d { justify-content: space-between } #e { justify-content: center } #f { justify-content: end } #g { justify-content: space-evenly }',
    body: ['d', 'e', 'f', 'g']
      .map((id) => `<div id="${id}"><p id="${id}2">a</p><p id="${id}3">b c</p></div>`)
      .join(''),
  },
};

const columns: Cases = {
  'columns by their count': {
    css: 'div { columns: 2; column-gap: 12pt } p { margin-block: 4pt }',
    width: 300,
    body: `<div id="d">${paragraphs(5)}</div><p id="z">z</p>`,
  },
  'columns by their width': {
    css: 'div { column-width: 80pt; column-gap: 6pt; padding: 4pt }',
    width: 300,
    body: `<div id="d">${paragraphs(4)}</div>`,
  },
  'columns by both': {
    css: 'div { columns: 90pt 4; column-gap: 5% }',
    width: 300,
    body: `<div id="d">${paragraphs(3)}</div>`,
  },
  'one text over three columns': {
    css: 'div { columns: 3; column-gap: 9pt; orphans: 2; widows: 2 }',
    width: 300,
    body: `<div id="d"><p id="a">${linesOf(14)}</p></div>`,
  },
  'columns as high as they say': {
    css: 'div { columns: 2; column-gap: 9pt; column-fill: auto; height: 100pt; margin-block-end: 5pt }',
    width: 300,
    body: `<div id="d">${paragraphs(2)}</div><p id="z">z</p>`,
  },
  'headings stay with their text': {
    css: 'div { columns: 2; column-gap: 9pt } h2 { break-after: avoid; margin-block: 9pt 3pt } section { break-inside: avoid }',
    width: 300,
    body: `<h1>Title</h1><div id="d"><h2 id="a">One</h2><p id="b">${linesOf(4)}</p><h2 id="c">Two</h2><p id="e">${linesOf(3)}</p><section id="s"><p id="f">${linesOf(4)}</p></section></div>`,
  },
  'a break that is asked for': {
    css: 'div { columns: 3; column-gap: 9pt } #p1 { break-before: column; margin-block-start: 5pt }',
    width: 300,
    body: `<div id="d">${paragraphs(2)}</div>`,
  },
  'a text that fills no column': {
    css: 'div { columns: 2; column-gap: 9pt } #a { margin-block: 6pt 9pt } #e { columns: 1 }',
    width: 300,
    body: '<div id="d"><p id="a">a</p></div><div id="e"><p id="b">b</p></div><p id="z">z</p>',
  },
  'right to left': {
    dir: 'rtl',
    css: 'div { columns: 2; column-gap: 12pt } p { margin-block: 4pt }',
    width: 300,
    body: `<div id="d">${paragraphs(3)}</div>`,
  },
};

/** Real sentences, in the languages whose lines end by different rules. */
const lines: Cases = {
  English: {
    lang: 'en',
    width: 230,
    body: '<p id="a">Withdrawal from heroin is seldom dangerous in itself, but it is hard to bear, and most people who try it alone go back. Medicines (methadone, buprenorphine) take away most of it. Well-known side-effects pass within 3–4 days; ask for help at www.example.org/help or call.</p>',
  },
  Arabic: {
    lang: 'ar',
    dir: 'rtl',
    width: 230,
    body: '<p id="a">نادراً ما يكون الانسحاب من الهيروين خطيراً في حد ذاته، لكنه صعب الاحتمال، ومعظم من يحاولونه وحدهم يعودون. تزيل الأدوية (الميثادون والبوبرينورفين) معظم الأعراض خلال 3 أو 4 أيام، ويمكنك أن تطلب المساعدة في أي وقت من النهار أو الليل.</p>',
  },
  Hindi: {
    lang: 'hi',
    width: 230,
    body: '<p id="a">हेरोइन छोड़ने पर होने वाली तकलीफ़ अपने आप में शायद ही कभी ख़तरनाक होती है, पर उसे सहना कठिन है, और जो लोग अकेले कोशिश करते हैं उनमें से अधिकतर लौट जाते हैं। दवाएँ उसका बड़ा हिस्सा दूर कर देती हैं; आप किसी भी समय मदद माँग सकते हैं।</p>',
  },
  Thai: {
    lang: 'th',
    width: 230,
    body: '<p id="a">อาการถอนยาเฮโรอีนมักไม่เป็นอันตรายในตัวเอง แต่ทนได้ยาก และคนส่วนใหญ่ที่พยายามเลิกตามลำพังมักกลับไปใช้อีก ยาช่วยบรรเทาอาการได้เกือบทั้งหมด คุณขอความช่วยเหลือได้ทุกเวลาทั้งกลางวันและกลางคืน</p>',
  },
  Chinese: {
    lang: 'zh',
    width: 230,
    body: '<p id="a">戒断海洛因本身很少有危险，但是很难忍受，而且大多数独自尝试的人都会复吸。药物（美沙酮、丁丙诺啡）可以消除大部分症状。您可以在任何时候寻求帮助，无论白天还是夜晚，都会有人接听您的电话。</p>',
  },
};

/** What is compared, feature by feature. */
export const cases: Readonly<Record<string, Cases>> = {
  block,
  inline,
  generated,
  list,
  table,
  grid,
  flex,
  columns,
  lines,
};
