import { describe, expect, it } from 'vitest';
import type { Fragment, LayoutResult } from '../../src/layout/index.ts';
import { layoutDocument } from '../../src/layout/index.ts';
import { inputFor, styledAt } from './setting.ts';

/** Pages of five lines of 10 pt, as many as it takes. */
function flow(body: string, css = '', height = 50): LayoutResult {
  const pages = { flow: { width: 100, height }, most: 40, name: (i: number) => `sheet-${i + 1}` };
  const lines = 'p, td, th, caption, li, h1 { line-height: 10pt; font-size: 8pt } ';
  return layoutDocument(styledAt({ body, css: lines + css })(10), { ...inputFor(), pages });
}

/** What stands on each page, from top to bottom; repeated parts in brackets. */
function pagesOf({ pages }: LayoutResult): string[] {
  const lines = (fragments: readonly Fragment[]): { y: number; x: number; text: string }[] =>
    fragments.flatMap((f) => {
      if (f.kind === 'box') return lines(f.children);
      if (f.kind !== 'line') return [];
      const text = f.paragraph.text.slice(f.line.start, f.line.end).trim();
      return [{ y: f.rect.y, x: f.rect.x, text: f.role === 'running' ? `(${text})` : text }];
    });
  return pages.map(({ children }) =>
    lines(children)
      .sort((a, b) => a.y - b.y || a.x - b.x)
      .map(({ text }) => text)
      .join(' '),
  );
}

const broken = (...lines: string[]) => lines.join('<br>');
const p = (...names: string[]) => names.map((name) => `<p>${name}</p>`).join('');

describe('pages divide', () => {
  it('a grid between its rows', () => {
    const css = '.g { display: grid; grid-template-columns: 50pt 1fr }';
    const cells = Array.from({ length: 7 }, (_, i) => `<p>a${i}</p><p>b${i}</p>`).join('');
    expect(pagesOf(flow(`<div class="g">${cells}</div>`, css))).toEqual([
      'a0 b0 a1 b1 a2 b2 a3 b3 a4 b4',
      'a5 b5 a6 b6',
    ]);
  });

  it('a row of a grid, each of its columns by itself', () => {
    const css = '.g { display: grid; grid-template-columns: 50pt 1fr } p { orphans: 1; widows: 1 }';
    const body = `<div class="g"><p>no</p><div>${p('1', '2', '3', '4', '5', '6', '7')}</div><p>end</p><p>e</p></div>`;
    expect(pagesOf(flow(body, css))).toEqual(['no 1 2 3 4 5', '6 7 end e']);
    const both = `<div class="g"><div>${p('a', 'b', 'c', 'd', 'e', 'f')}</div><div>${p('1', '2', '3', '4', '5', '6', '7')}</div></div>`;
    expect(pagesOf(flow(both, css))).toEqual(['a 1 b 2 c 3 d 4 e 5', 'f 6 7']);
  });

  it('a row of a grid with what spans it', () => {
    const css = `.g { display: grid; grid-template-columns: 50pt 1fr }
      .side { grid-column: 1; grid-row: 1 / 3; background-color: #eee } .a { grid-column: 2; grid-row: 1 } .b { grid-column: 2; grid-row: 2 }`;
    const body = `<div class="g"><div class="side"><p>side</p></div><div class="a">${p('1', '2', '3')}</div><div class="b">${p('4', '5', '6', '7')}</div></div>`;
    const result = flow(body, css);
    expect(pagesOf(result)).toEqual(['side 1 2 3 4 5', '6 7']);
    const ground = result.pages.map(({ children }) => {
      const grid = children[0]!;
      const side =
        grid.kind === 'box' &&
        grid.children.find((f) => f.kind === 'box' && f.element?.classes.includes('side'));
      return side === false ? undefined : side?.rect.height;
    });
    expect(ground).toEqual([50, 20]);
  });

  it('items of lists that are grids, between their lines', () => {
    const css =
      'li { display: grid; grid-template-columns: 10pt 1fr; list-style-type: none } p { orphans: 2; widows: 2 }';
    const item = (...lines: string[]) => `<li><span>-</span><p>${broken(...lines)}</p></li>`;
    const body = `<ul>${item('1', '2')}${item('3', '4', '5', '6', '7')}${item('8')}</ul>`;
    expect(pagesOf(flow(body, css))).toEqual(['- 1 2 - 3 4 5', '6 7 - 8']);
  });

  it('lists in lists, and no number twice', () => {
    const css = 'ol { padding-inline-start: 14pt } li { list-style-type: decimal }';
    const body = `<ol><li>a<ol><li>b</li><li>c<ol><li>d</li><li>e</li></ol></li><li>f</li></ol></li><li>g</li></ol>`;
    expect(pagesOf(flow(body, css))).toEqual(['1. a 1. b 2. c 1. d 2. e', '3. f 2. g']);
  });

  it('a box that is as high as it says, with what is in it', () => {
    const result = flow(
      `<div class="tall">${p('1', '2', '3', '4', '5', '6')}</div><p>after</p>`,
      '.tall { height: 130pt }',
    );
    expect(pagesOf(result)).toEqual(['1 2 3 4 5', '6', 'after']);
    const heights = result.pages.flatMap(({ children }) =>
      children.flatMap((f) => (f.kind === 'box' && f.element?.name === 'div' ? [f.rect.height] : [])),
    );
    expect(heights).toEqual([50, 50, 30]);
  });

  it('a table between its rows, with its head above each page as no content', () => {
    const rows = Array.from({ length: 9 }, (_, i) => `<tr><td>a${i}</td><td>b${i}</td></tr>`).join('');
    const body = `<table><caption>cap</caption><thead><tr><th>A</th><th>B</th></tr></thead><tbody>${rows}</tbody></table>`;
    expect(pagesOf(flow(body))).toEqual([
      'cap A B a0 b0 a1 b1 a2 b2',
      '(A) (B) a3 b3 a4 b4 a5 b5 a6 b6',
      '(A) (B) a7 b7 a8 b8',
    ]);
  });

  it('a table where two rows stand together on both sides, or not at all', () => {
    const table = (count: number) =>
      `<table><tbody>${Array.from({ length: count }, (_, i) => `<tr><td>r${i}</td></tr>`).join('')}</tbody></table>`;
    expect(pagesOf(flow(`${p('1', '2', '3')}${table(4)}`))).toEqual(['1 2 3 r0 r1', 'r2 r3']);
    expect(pagesOf(flow(`${p('1', '2', '3', '4')}${table(4)}`))).toEqual(['1 2 3 4', 'r0 r1 r2 r3']);
    expect(pagesOf(flow(`${p('1', '2', '3')}${table(3)}`))).toEqual(['1 2 3', 'r0 r1 r2']);
  });

  it('no rows that a cell holds together', () => {
    const body = `<table><tbody><tr><td>1</td><td>a</td></tr><tr><td>2</td><td>b</td></tr><tr><td>3</td><td>c</td></tr>
      <tr><td>4</td><td rowspan="3">d</td></tr><tr><td>5</td></tr><tr><td>6</td></tr></tbody></table>`;
    expect(pagesOf(flow(body))).toEqual(['1 a 2 b 3 c', '4 d 5 6']);
  });

  it('a row of a table that no page holds', () => {
    const long = broken('1', '2', '3', '4', '5', '6', '7', '8');
    const body = `<table><thead><tr><th>H</th><th>I</th></tr></thead><tbody><tr><td>r</td><td>${long}</td></tr><tr><td>s</td><td>9</td></tr></tbody></table>`;
    const result = flow(body);
    expect(result.overflows).toEqual([]);
    expect(pagesOf(result)).toEqual(['H I r 1 2 3 4', '(H) (I) 5 6 7 8', '(H) (I) s 9']);
  });

  it('no heading from its text, whatever the text stands in', () => {
    const css = 'h1 { break-after: avoid } .g { display: grid }';
    expect(
      pagesOf(
        flow(`${p('1', '2', '3')}<section><h1>head</h1><p>${broken('a', 'b', 'c')}</p></section>`, css),
      ),
    ).toEqual(['1 2 3', 'head a b c']);
    expect(
      pagesOf(
        flow(`<section>${p('1', '2', '3', '4')}<h1>head</h1><div class="g"><p>a</p></div></section>`, css),
      ),
    ).toEqual(['1 2 3 4', 'head a']);
  });

  it('what must stay with the next by its last lines', () => {
    const css = '.with { break-before: avoid } p { orphans: 2; widows: 2 }';
    const body = `<section>${p('1')}<p>${broken('a', 'b', 'c', 'd')}</p><p class="with">end</p></section>`;
    expect(pagesOf(flow(body, css))).toEqual(['1 a b', 'c d end']);
    const short = `<section>${p('1', '2')}<p>${broken('a', 'b', 'c')}</p><p class="with">end</p></section>`;
    expect(pagesOf(flow(short, css))).toEqual(['1 2', 'a b c end']);
  });
});
