import type { Group } from '../../src/style/index.ts';

/** A small page that shows what properties do: ours sets it for the picture beside its style. */
export interface Demo {
  readonly css: string;
  readonly body: string;
  /** pt */
  readonly width?: number;
}

const three = '<p>one</p><p>two</p><p>three</p>';

export const demos: Readonly<Record<Group, readonly Demo[]>> = {
  boxes: [
    {
      css: 'div { margin-block: 6pt; padding: 4pt 8pt; border: 1pt solid #14385c }\np { margin-block: 6pt; background-color: #fbe3b0 }\n#b { width: 60%; margin-inline: auto }',
      body: '<div><p>a</p><p id="b">b</p></div>',
    },
  ],
  'borders and grounds': [
    {
      css: 'p { padding: 6pt 10pt; margin-block: 4pt }\n#a { background: hsl(42 90% 80%); border-radius: 8pt }\n#b { border: 1.5pt solid #14385c; border-radius: 12pt 2pt }\n#c { border: 1pt dashed slategray }',
      body: '<p id="a">a ground</p><p id="b">a border</p><p id="c">dashes</p>',
    },
    {
      css: 'p { padding: 6pt 10pt; margin-block: 4pt; color: white }\n#a { background: linear-gradient(to right, #0b2545, #1d4e89) }\n#b { background: linear-gradient(160deg, #5a1846 30%, #14385c); border-radius: 8pt }\n#c { background: radial-gradient(circle closest-corner at 20% 0%, #2f5d50, #102b23) }\n#d { background: #14385c; opacity: .85 }',
      body: '<p id="a">to the right</p><p id="b">from a stop</p><p id="c">about a point</p><p id="d">seen through</p>',
    },
  ],
  places: [
    {
      css: 'div { position: relative; height: 60pt; border: 1pt solid #14385c }\np { position: absolute; background-color: #fbe3b0; padding: 2pt 4pt }\n#a { inset: 6pt auto auto 6pt }\n#b { inset-block-end: 6pt; inset-inline-end: 6pt }',
      body: '<div><p id="a">a</p><p id="b">b</p></div>',
    },
    {
      css: 'div { display: flex; gap: 24pt; padding: 14pt 20pt }\nspan { display: block; width: 36pt; height: 18pt; background: #14385c }\n#a { transform: rotate(20deg) }\n#b { transform: scale(.5, 1.4); background: #fbe3b0 }\n#c { transform: rotate(-20deg); transform-origin: left bottom; background: #7a1f1f }',
      body: '<div><span id="a"></span><span id="b"></span><span id="c"></span></div>',
    },
  ],
  text: [
    {
      css: '#a { font: bold 16pt/1.2 display; text-wrap: balance }\n#b { text-align: end }\n#c { text-align: center; line-height: 1.2 }\nstrong { text-decoration: underline; color: #7a1f1f }',
      body: '<p id="a">A heading of several words in two lines</p><p id="b">at the end</p><p id="c">in the middle, with <strong>a word</strong> that stands out</p>',
    },
  ],
  'lists and tables': [
    {
      css: 'ul { padding-inline-start: 14pt }\nli { list-style-type: disc }\ntable { width: 100%; border-collapse: collapse }\nth, td { padding: 2pt 5pt; border: .5pt solid #14385c; vertical-align: middle }\ncol { width: 30% }\nthead { background: #fbe3b0 }\ntfoot { background: #e7edf3 }',
      body: '<ul><li>one</li><li>two</li></ul><table><colgroup><col></colgroup><thead><tr><th>Name</th><th>What it is</th></tr></thead><tbody><tr><td>a</td><td>the first of the letters</td></tr></tbody><tfoot><tr><td colspan="2">and so on</td></tr></tfoot></table>',
    },
  ],
  'generated text': [
    {
      css: 'h1 { font-size: 12pt }\ndiv { counter-reset: step }\nh1 { counter-increment: step; counter-reset: part }\nh1::before { content: counter(step) ". " }\np { counter-increment: part }\np::before { content: counter(step) "." counter(part) " – "; color: #7a1f1f }\na::after { content: " (" target-counter(attr(href), page) ")" }',
      body: '<div><h1 id="c">Call</h1><p>Say hello</p><p>Ask</p><h1>Rest, see <a href="#c">calling</a></h1></div>',
    },
  ],
  grids: [
    {
      css: 'div { display: grid; gap: 4pt; grid-template-columns: 50pt 1fr;\n  grid-template-areas: "side head" "side text" }\np { background-color: #fbe3b0; padding: 3pt }\n#a { grid-area: side }\n#b { grid-area: head }\n#c { grid-area: text }',
      body: '<div><p id="a">side</p><p id="b">head</p><p id="c">text of several words</p></div>',
    },
    {
      css: 'div { display: grid; grid-template-columns: auto 1fr; column-gap: 6pt; align-items: baseline }\nb { font-size: 24pt }',
      body: '<div><b>1</b><p>on one baseline with its numeral</p></div>',
    },
  ],
  'flex rows': [
    {
      css: 'div { display: flex; gap: 4pt; margin-block: 3pt }\np { background-color: #fbe3b0; padding: 3pt 6pt }\n#a { justify-content: space-between }\n#b p { flex: 1 }',
      body: `<div id="a">${three}</div><div id="b">${three}</div>`,
    },
  ],
  columns: [
    {
      css: 'div { columns: 2; column-gap: 14pt; column-rule: .75pt solid #14385c }',
      body: '<div><p>Columns are about equally high: a text goes on in the next where the one before it is full, and never leaves a line alone.</p></div>',
    },
  ],
  pages: [],
  pictures: [],
};
