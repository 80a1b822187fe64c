import { describe, expect, it } from 'vitest';
import { dumpFragments } from './dump.ts';
import { type Case, layout } from './setting.ts';

const boxes = (given: Case): string => dumpFragments(layout(given));

describe('block layout', () => {
  it('puts blocks below each other, and collapses the margins of siblings to the larger', () => {
    const css = 'p { margin-block: 10pt 6pt } h1 { margin-block-end: 4pt; padding: 2pt 5pt }';
    const body =
      '<h1 id="t">Title</h1><p>one two three four five six seven eight nine ten eleven</p><p>b</p>';
    expect(boxes({ css, body })).toMatchInlineSnapshot(`
      "
      page 200×200
        h1#t 0,0 200×19
          "Title" 5,2 21.5×15 baseline 12.8
        p 0,29 200×30
          "one two three four five six seven eight " 0,29 166.6×15 baseline 39.8
          "nine ten eleven" 0,44 67.2×15 baseline 54.8
        p 0,69 200×15
          "b" 0,69 5.7×15 baseline 79.8
      "
    `);
  });

  it('keeps the margins of children inside their parent', () => {
    const css = 'div { margin-block: 10pt; padding: 5pt } p { margin-block: 8pt }';
    const body = '<div id="a"><p>x</p><p>y</p></div><div id="b"><p>z</p></div>';
    expect(boxes({ css, body })).toMatchInlineSnapshot(`
      "
      page 200×200
        div#a 0,10 200×64
          p 5,23 190×15
            "x" 5,23 4.8×15 baseline 33.8
          p 5,46 190×15
            "y" 5,46 4.5×15 baseline 56.8
        div#b 0,84 200×41
          p 5,97 190×15
            "z" 5,97 4.6×15 baseline 107.8
      "
    `);
  });

  it('gives the free width to auto margins, and counts relative places from where a box stood', () => {
    const css =
      '#a { width: 50pt; margin-inline: auto } #b { width: 50pt; margin-inline-start: auto } #c { position: relative; inset-inline-start: 4pt; inset-block-start: 10% }';
    const body = '<p id="a">a</p><p id="b">b</p><div><p id="c">c</p></div>';
    expect(boxes({ css, body })).toMatchInlineSnapshot(`
      "
      page 200×200
        p#a 75,0 50×15
          "a" 75,0 5.3×15 baseline 10.8
        p#b 150,15 50×15
          "b" 150,15 5.7×15 baseline 25.8
        div 0,30 200×15
          p#c 4,30 200×15
            "c" 4,30 4.9×15 baseline 40.8
      "
    `);
  });

  it('keeps lines equally far apart when a line holds bold words or another script, and makes room for larger text', () => {
    const body =
      '<p>one <strong>two</strong> <span lang="ar">سلام</span></p><p>one <span class="big">two</span></p>';
    expect(boxes({ css: '.big { font-size: 20pt }', body })).toMatchInlineSnapshot(`
      "
      page 200×200
        p 0,0 200×15
          "one |two| |سلام" 0,0 56.2×15 baseline 10.8
        p 0,15 200×30
          "one |two" 0,15 50.3×30 baseline 36.7
      "
    `);
  });

  it('keeps a space where white space stood before what became a block, so that words do not run together', () => {
    const css =
      'h2 { display: grid; grid-template-columns: 30pt 1fr; column-gap: 10pt } cite { display: block }';
    const body =
      '<h1>t</h1><h2><b>1</b> <span>A detox center</span></h2><h2><b>2 </b><span>B</span></h2><p>Words <cite>source</cite> more</p>';
    expect(boxes({ css, body })).toMatchInlineSnapshot(`
      "
      page 200×200
        h1 0,0 200×15
          "t" 0,0 3.8×15 baseline 10.8
        h2 0,15 200×15
          b 0,15 30×15
            "1 " 0,15 4.4×15 baseline 25.8
          span 40,15 160×15
            "A detox center" 40,15 68.2×15 baseline 25.8
        h2 0,30 200×15
          b 0,30 30×15
            "2 " 0,30 5.8×15 baseline 40.8
          span 40,30 160×15
            "B" 40,30 6.4×15 baseline 40.8
        p 0,45 200×45
          "Words " 0,45 27.5×15 baseline 55.8
          cite 0,60 200×15
            "source " 0,60 29.1×15 baseline 70.8
          "more" 0,75 22.7×15 baseline 85.8
      "
    `);
  });
});

it('ends each paragraph of a heading by its role with a space, but the last', () => {
  const body =
    '<h1>x</h1><div role="heading" aria-level="2"><p>In danger?</p> <p>Call now.</p></div><p>Or wait.</p><p>y</p>';
  const lines = [...boxes({ body }).matchAll(/"(.*)"/g)].map(([, line]) => line);
  expect(lines).toEqual(['x', 'In danger? ', 'Call now.', 'Or wait.', 'y']);
});

describe('grid layout', () => {
  it('places and paints items by their order, those of one order as they stand', () => {
    const css =
      'div { display: grid } #a { order: 1 } #d { order: -1 } p#b { order: 0 } section { display: block } #x { order: 1 }';
    const body =
      '<div><p id="a">a</p><p id="b">b</p><p id="c">c</p><p id="d">d</p></div><section><p id="x">x</p><p id="y">y</p></section>';
    const ids = [...boxes({ css, body }).matchAll(/p#(\w) 0,(\d+)/g)].map(([, id, y]) => `${id} ${y}`);
    expect(ids).toEqual(['d 0', 'b 15', 'c 30', 'a 45', 'x 60', 'y 75']);
  });

  it('gives an fr row the height that the others leave, and a picture in it fills the row', () => {
    const css =
      'article { display: grid; height: 100%; grid-template-rows: auto 1fr auto; row-gap: 5pt } img { width: 100%; height: 100%; object-fit: cover }';
    const body = '<article><p>top</p><img src="art:100x50" alt="x"><p>bottom</p></article>';
    expect(boxes({ css, body })).toMatchInlineSnapshot(`
      "
      page 200×200
        article 0,0 200×200
          p 0,0 200×15
            "top" 0,0 14.3×15 baseline 10.8
          img 0,20 200×160 drawn -60,20 320×160
          p 0,185 200×15
            "bottom" 0,185 31.4×15 baseline 195.8
      "
    `);
  });

  it('stretches items to their row, and aligns them in it', () => {
    const css =
      'div { display: grid; grid-template-columns: 50pt 50pt 1fr; align-items: end } #a { align-self: stretch } #b { align-self: center; justify-self: center }';
    const body = '<div><p id="a">a</p><p id="b">b</p><section><p>c</p><p>d</p></section></div>';
    expect(boxes({ css, body })).toMatchInlineSnapshot(`
      "
      page 200×200
        div 0,0 200×30
          p#a 0,0 50×30
            "a" 0,0 5.3×15 baseline 10.8
          p#b 72.2,7.5 5.7×15
            "b" 72.2,7.5 5.7×15 baseline 18.3
          section 100,0 100×30
            p 100,0 100×15
              "c" 100,0 4.9×15 baseline 10.8
            p 100,15 100×15
              "d" 100,15 5.6×15 baseline 25.8
      "
    `);
  });

  it('places items in cells of their own, and others in order around them', () => {
    const css =
      'div { display: grid; grid-template-columns: 1fr 1fr 1fr; grid-template-rows: 20pt } #b { grid-column: 1 / 3; grid-row: 2 } #a { grid-column: 2 }';
    const body = '<div><p id="a">a</p><p id="b">b</p><p id="c">c</p><p id="d">d</p></div>';
    expect(boxes({ css, body })).toMatchInlineSnapshot(`
      "
      page 200×200
        div 0,0 200×35
          p#a 66.7,0 66.7×20
            "a" 66.7,0 5.3×15 baseline 10.8
          p#b 0,20 133.3×15
            "b" 0,20 5.7×15 baseline 30.8
          p#c 133.3,0 66.7×20
            "c" 133.3,0 4.9×15 baseline 10.8
          p#d 133.3,20 66.7×15
            "d" 133.3,20 5.6×15 baseline 30.8
      "
    `);
  });

  it('shares the free height between rows', () => {
    const css =
      'div { display: grid; height: 100pt } #a { align-content: space-between } #b { align-content: center }';
    const body = '<div id="a"><p>a</p><p>b</p></div><div id="b"><p>c</p><p>d</p></div>';
    expect(boxes({ css, body })).toMatchInlineSnapshot(`
      "
      page 200×200
        div#a 0,0 200×100
          p 0,0 200×15
            "a" 0,0 5.3×15 baseline 10.8
          p 0,85 200×15
            "b" 0,85 5.7×15 baseline 95.8
        div#b 0,100 200×100
          p 0,135 200×15
            "c" 0,135 4.9×15 baseline 145.8
          p 0,150 200×15
            "d" 0,150 5.6×15 baseline 160.8
      "
    `);
  });

  it('sizes auto columns by their content, and minmax() between its ends', () => {
    const css = 'div { display: grid; grid-template-columns: auto minmax(30pt, 50pt) 1fr }';
    expect(boxes({ css, body: '<div><p>word</p><p>x</p><p>rest</p></div>' })).toMatchInlineSnapshot(`
      "
      page 200×200
        div 0,0 200×15
          p 0,0 21.2×15
            "word" 0,0 21.2×15 baseline 10.8
          p 21.2,0 50×15
            "x" 21.2,0 4.8×15 baseline 10.8
          p 71.2,0 128.8×15
            "rest" 71.2,0 16.7×15 baseline 10.8
      "
    `);
  });
});

describe('positioned boxes', () => {
  it('stand at the insets of the positioned box around them, as tall as its row makes it', () => {
    const css =
      `article { display: grid; grid-template: none; grid-template-rows: 1fr; grid-template-columns: 1fr 1fr; height: 100% }
      section { position: relative; border-inline-start: 2pt solid #000 }
      .foot { position: absolute; inset-block-end: 0; inset-inline: 5pt; margin-block-end: 1pt }
      .tag { position: absolute; inset-block-start: 3pt; inset-inline-end: 4pt }`.replace(
        'grid-template: none; ',
        '',
      );
    const body =
      '<article><section><h1>a</h1><div class="foot"><p>foot</p></div></section><section><p>b</p><p class="tag">tag</p></section></article>';
    expect(boxes({ css, body })).toMatchInlineSnapshot(`
      "
      page 200×200
        article 0,0 200×200
          section 0,0 100×200
            h1 2,0 98×15
              "a" 2,0 5.5×15 baseline 10.8
            div 7,184 88×15
              p 7,184 88×15
                "foot" 7,184 17×15 baseline 194.8
          section 100,0 100×200
            p 102,0 98×15
              "b" 102,0 5.7×15 baseline 10.8
            p 181.9,3 14.1×15
              "tag" 181.9,3 14.1×15 baseline 13.8
      "
    `);
  });

  it('count from the outermost block of the page where nothing around them is positioned', () => {
    const css =
      'article { height: 100% } .foot { position: absolute; inset-block-end: 10pt; inset-inline-start: 10% }';
    const body = '<article><div><p class="foot">foot</p></div></article>';
    expect(boxes({ css, body })).toMatchInlineSnapshot(`
      "
      page 200×200
        article 0,0 200×200
          div 0,0 200×0
          p 20,175 17×15
            "foot" 20,175 17×15 baseline 185.8
      "
    `);
  });

  it('stand once on the page that their block moves to', () => {
    const css =
      'article { break-inside: avoid } .foot { position: absolute; inset-block-end: 0; inset-inline-start: 0 }';
    const pages = ['in-1', 'in-2'].map((name) => ({ name, width: 100, height: 40 }));
    const body = '<p>a</p><p>b</p><article><p>c</p><p>d</p><p class="foot">foot</p></article>';
    expect(boxes({ css, body, pages })).toMatchInlineSnapshot(`
      "
      in-1 100×40
        p 0,0 100×15
          "a" 0,0 5.3×15 baseline 10.8
        p 0,15 100×15
          "b" 0,15 5.7×15 baseline 25.8
      in-2 100×40
        article 0,0 100×30
          p 0,0 100×15
            "c" 0,0 4.9×15 baseline 10.8
          p 0,15 100×15
            "d" 0,15 5.6×15 baseline 25.8
          p 0,15 17×15
            "foot" 0,15 17×15 baseline 25.8
      "
    `);
  });

  it('are reported when they reach beyond the page, turned or not', () => {
    const css =
      'p { position: absolute; inset-block-start: 5pt; inset-inline-start: -20pt; width: 60pt; height: 20pt } #b { inset-inline-start: 10pt; transform: rotate(-90deg) }';
    expect(boxes({ css, body: '<article><p>a</p><p id="b"></p></article>' })).toMatchInlineSnapshot(`
      "
      page 200×200
        article 0,0 200×0
          p -20,5 60×20
            "a" -20,5 5.3×15 baseline 15.8
          p#b 10,5 60×20 by 0 -1 1 0 25 55
      overflow on page: p by 20 (inline, 1 lines)
      overflow on page: p#b by 15 (block, 1 lines)
      "
    `);
  });
});

describe('lists and pictures', () => {
  it('put markers outside, on the baseline of the first line', () => {
    const css =
      'ul { list-style-type: disc; padding-inline-start: 20pt } ol { list-style-type: decimal; padding-inline-start: 20pt }';
    const body = '<ul><li>a</li></ul><ol><li><p>b</p></li><li>c</li></ol>';
    expect(boxes({ css, body })).toMatchInlineSnapshot(`
      "
      page 200×200
        ul 0,0 200×15
          li 20,0 180×15
            "•" 11.6,0 4.4×13.8 baseline 10.8
            "a" 20,0 5.3×15 baseline 10.8
        ol 0,15 200×30
          li 20,15 180×15
            "1." 9.8,15 6.2×13.8 baseline 25.8
            p 20,15 180×15
              "b" 20,15 5.7×15 baseline 25.8
          li 20,30 180×15
            "2." 8.4,30 7.6×13.8 baseline 40.8
            "c" 20,30 4.9×15 baseline 40.8
      "
    `);
  });

  it('fit a picture into its box, crop it at the edges it may lose, and mirror it', () => {
    const css =
      'img { width: 60pt; height: 60pt } .a { object-fit: contain } .b { object-fit: cover; object-position: left top; transform: scaleX(-1) }';
    const body = '<div><img class="a" alt="" src="art:40x20"><img class="b" alt="" src="art:40x20"></div>';
    expect(boxes({ css, body })).toMatchInlineSnapshot(`
      "
      page 200×200
        div 0,0 200×120
          img 0,0 60×60 drawn 0,15 60×30
          img 0,60 60×60 drawn 0,60 120×60 flipped
      "
    `);
  });

  it.each([
    ['as it is', '', '40×20'],
    ['narrower at most', 'max-width: 30pt', '30×15'],
    ['lower at most', 'max-height: 10pt', '20×10'],
    ['both, one tighter', 'max-width: 30pt; max-height: 5pt', '10×5'],
    ['wider at least', 'min-width: 60pt', '60×30'],
    ['higher at least', 'min-height: 30pt', '60×30'],
    ['one side given, the same limited', 'width: 100pt; max-width: 60pt', '60×30'],
    ['one side given, the other limited', 'width: 100pt; max-height: 10pt', '20×10'],
    ['one side given, the other stretched', 'height: 10pt; min-width: 60pt', '60×30'],
    ['a share of the room, limited', 'width: 100%; max-height: 20pt', '40×20'],
    ['limits that exclude each other: the least wins', 'min-width: 80pt; max-height: 10pt', '80×40'],
    ['just within', 'min-width: 40pt; max-width: 40pt; min-height: 20pt; max-height: 20pt', '40×20'],
  ])('keep the ratio of a picture whose sides are not both given (CSS 2.1 10.4): %s', (_, css, size) => {
    const dumped = boxes({ css: `img { ${css} }`, body: '<div><img alt="" src="art:40x20"></div>' });
    expect(dumped).toContain(`img 0,0 ${size} drawn 0,0 ${size}`);
  });

  it.each([
    ['', '0,15 60×30'],
    ['object-fit: fill', '0,15 60×30'],
  ])('do not distort a drawing in a box of another shape: %s', (css, drawn) => {
    const sides = `img { width: 60pt; height: 60pt; ${css} }`;
    expect(boxes({ css: sides, body: '<div><img alt="" src="art:40x20"></div>' })).toContain(
      `img 0,0 60×60 drawn ${drawn}`,
    );
  });

  it('stand a picture in a line on the baseline, with its margins, and make the line tall enough', () => {
    const css = '.s { width: 20pt; margin-inline: 3pt 5pt } .t { width: 40pt }';
    const body =
      '<p>in <img class="s" alt="" src="art:40x20"> line</p><p>tall <img class="t" alt="" src="art:40x40"></p>';
    expect(boxes({ css, body })).toMatchInlineSnapshot(`
      "
      page 200×200
        p 0,0 200×15
          "in |￼| line" 0,0 57.7×15 baseline 10.8
          img 13.8,0.8 20×10 drawn 13.8,0.8 20×10
        p 0,15 200×44.2
          "tall |￼" 0,15 56.5×44.2 baseline 55
          img 16.5,15 40×40 drawn 16.5,15 40×40
      "
    `);
  });

  it('set a line that grows exactly as wide as its measure', () => {
    const css = 'p { text-fit: grow; line-height: 1.2 }';
    expect(boxes({ css, body: '<p><a href="tel:+1800">1-800-662</a></p>' })).toMatchInlineSnapshot(`
      "
      page 200×200
        p 0,0 200×49.9
          "1-800-662" 0,0 200×49.9 baseline 38.9
      "
    `);
  });

  it('set a text somewhat smaller where that takes a line less: as large as it is then, no smaller than is said', () => {
    const lines = (width: number, fit: string) => {
      const css = `p { text-fit: ${fit}; text-wrap: balance; width: ${width}pt }`;
      const found = boxes({ css, body: '<p>one two three four</p>' });
      return [...found.matchAll(/"(.*?)" [\d.]+,[\d.]+ [\d.]+×([\d.]+)/g)].map((m) => [m[1], Number(m[2])]);
    };
    // At its full size of 10 pt the whole is a little more than 80 pt wide.
    const whole = 'one two three four';
    expect(lines(81, 'fewer')).toEqual([[whole, 15]]);
    expect(lines(79, 'none').map(([said]) => said)).toEqual(['one two ', 'three four']);
    expect(lines(79, 'fewer')).toEqual([[whole, 14.7]]);
    expect(lines(73.5, 'fewer')).toEqual([[whole, 13.7]]);
    expect(lines(72.5, 'fewer')).toEqual(lines(72.5, 'none'));
    expect(lines(78, 'fewer 9.6pt')).toEqual([[whole, 14.4]]);
    expect(lines(78, 'fewer 9.7pt')).toEqual(lines(78, 'none'));
    expect(lines(78, 'fewer 40pt')).toEqual(lines(78, 'none'));
  });

  it('give a line that grows room for brackets, which reach lower than its digits', () => {
    const height = (text: string) => {
      const css = 'p { text-fit: grow; line-height: 1.12 }';
      return Number(/" [\d.]+,0 [\d.]+×([\d.]+)/.exec(boxes({ css, body: `<p>${text}</p>` }))![1]);
    };
    expect(height('(111) 111-1111')).toBeGreaterThan(height('-111- 111-1111'));
  });
});

describe('right to left', () => {
  it('runs columns, margins and lines from the right', () => {
    const css =
      'h1 { display: grid; grid-template-columns: 30pt 1fr; column-gap: 10pt } div { margin-inline: 20pt 5pt; padding-inline-start: 7pt } .c { position: absolute; inset-inline-start: 3pt; inset-block-end: 0 }';
    const body =
      '<section><h1><b>1</b> <span>مركز</span></h1><div><p>سلام</p></div><p class="c">ب</p></section>';
    expect(boxes({ css, body, lang: 'ar', dir: 'rtl' })).toMatchInlineSnapshot(`
      "
      page 200×200
        section 0,0 200×30
          h1 0,0 200×15
            b 170,0 30×15
              "1 " 194.4,0 5.6×15 baseline 9.7
            span 0,0 160×15
              "مركز" 142.9,0 17.1×15 baseline 9.7
          div 5,15 175×15
            p 5,15 168×15
              "سلام" 155.4,15 17.6×15 baseline 24.7
          p 189.3,15 7.7×15
            "ب" 189.3,15 7.7×15 baseline 24.7
      "
    `);
  });
});
