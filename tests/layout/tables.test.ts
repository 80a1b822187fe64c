import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rect } from '../../src/geometry/index.ts';
import type { Fragment, LayoutResult } from '../../src/layout/index.ts';
import { dumpFragments } from './dump.ts';
import { layout } from './setting.ts';

const page = (width: number, height = 400) => [{ name: 'page', width, height }];
const times = `<table><caption>Times</caption><thead><tr><th>Day</th><th>Open</th></tr></thead>
  <tbody><tr><th>Monday</th><td>8 to 6</td></tr><tr><th>Sunday</th><td>closed</td></tr></tbody></table>`;

/** Rectangles of the cells, in document order. */
function cellsOf({ pages }: LayoutResult): Rect[] {
  const visit = (fragments: readonly Fragment[]): Rect[] =>
    fragments.flatMap((f) => {
      if (f.kind !== 'box') return [];
      return f.element?.name === 'td' || f.element?.name === 'th' ? [f.rect] : visit(f.children);
    });
  return pages.flatMap(({ children }) => visit(children));
}

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const table = (...rows: string[]) => `<table><tbody>${rows.join('')}</tbody></table>`;

describe('a table', () => {
  it('sets its caption above, and its cells in rows and columns', () => {
    expect(dumpFragments(layout({ body: times, css: 'td, th { padding: 1pt 2pt }' }))).toMatchInlineSnapshot(`
      "
      page 200×200
        table 0,0 73.3×66
          caption 0,0 73.3×15
            "Times" 0,0 26.6×15 baseline 10.8
          th 0,15 40.6×17
            "Day" 2,16 17.4×15 baseline 26.8
          th 40.6,15 32.8×17
            "Open" 42.6,16 24.8×15 baseline 26.8
          th 0,32 40.6×17
            "Monday" 2,33 36.6×15 baseline 43.8
          td 40.6,32 32.8×17
            "8 to 6" 42.6,33 26.4×15 baseline 43.8
          th 0,49 40.6×17
            "Sunday" 2,50 34×15 baseline 60.8
          td 40.6,49 32.8×17
            "closed" 42.6,50 28.8×15 baseline 60.8
      "
    `);
  });

  it('is no wider than its content, and never wider than its room where words can stand below each other', () => {
    const short = cellsOf(layout({ body: table(row('a', 'b')), pages: page(200) }));
    expect(short[1]!.x + short[1]!.width).toBeLessThan(30);
    const long = table(row('many words that go on', 'and many more words that go on'));
    const cells = cellsOf(layout({ body: long, pages: page(100) }));
    expect(cells[1]!.x + cells[1]!.width).toBeCloseTo(100, 1);
    expect(cells[1]!.width).toBeGreaterThan(cells[0]!.width);
  });

  it('says by how much its words are too wide for the room', () => {
    const { overflows } = layout({ body: table(row('antidisestablishment', 'longer')), pages: page(60) });
    expect(overflows).toMatchObject([{ axis: 'inline', element: { name: 'table' } }]);
  });

  it('gives room that is left to its columns by what stands in them', () => {
    const css = 'table { width: 100% }';
    const [a, b] = cellsOf(layout({ body: table(row('wide words', 'one')), css, pages: page(200) }));
    expect(a!.width + b!.width).toBeCloseTo(200, 1);
    expect(a!.width).toBeGreaterThan(2 * b!.width);
  });

  it.each(['20%', '40pt'])('makes a column as wide as a cell of it asks: %s', (width) => {
    const css = `table { width: 100% } .narrow { width: ${width} }`;
    const body = table('<tr><td class="narrow">a</td><td>b</td></tr>');
    const [first, second] = cellsOf(layout({ body, css, pages: page(200) }));
    expect(first!.width).toBeCloseTo(40, 1);
    expect(second!.width).toBeCloseTo(160, 1);
  });

  it('lets cells reach over columns and rows', () => {
    const body = table('<tr><td colspan="2">wide</td><td rowspan="2">tall</td></tr>', row('a', 'b'));
    const [wide, tall, a, b] = cellsOf(layout({ body, css: 'table { width: 90pt }' }));
    expect(wide!.width).toBeCloseTo(a!.width + b!.width, 6);
    expect(tall!.height).toBeCloseTo(wide!.height + a!.height, 6);
    expect(tall!.x).toBeCloseTo(b!.x + b!.width, 6);
  });

  it('keeps its cells apart, and from its edge, by its spacing', () => {
    const css = 'table { border-spacing: 4pt 6pt }';
    const [a, b, c] = cellsOf(layout({ body: table(row('a', 'b'), row('c', 'd')), css }));
    expect([a!.x, a!.y]).toEqual([4, 6]);
    expect(b!.x - a!.x - a!.width).toBeCloseTo(4, 6);
    expect(c!.y - a!.y - a!.height).toBeCloseTo(6, 6);
    const none = cellsOf(
      layout({ body: table(row('a')), css: `${css} table { border-collapse: collapse }` }),
    );
    expect([none[0]!.x, none[0]!.y]).toEqual([0, 0]);
  });

  it.each([
    ['1pt', '2pt', 0, 2],
    ['2pt', '1pt', 2, 0],
    ['2pt', '2pt', 2, 0],
  ])(
    'paints one border where two meet: of %s and %s the wider, or the first',
    (end, start, first, second) => {
      const css = `table { border-collapse: collapse } td { border-block-end: ${end} solid #000; border-block-start: ${start} solid #000 }`;
      const boxes: Fragment[] = [];
      const visit = (fragments: readonly Fragment[]): void => {
        for (const f of fragments)
          if (f.kind === 'box') {
            if (f.element?.name === 'td') boxes.push(f);
            visit(f.children);
          }
      };
      visit(layout({ body: table(row('a'), row('b')), css }).pages[0]!.children);
      const widths = boxes.map(
        (box) => box.kind === 'box' && [box.style.border.blockStart.width, box.style.border.blockEnd.width],
      );
      expect(widths).toEqual([
        [Number.parseFloat(start), first],
        [second, Number.parseFloat(end)],
      ]);
    },
  );

  it.each([
    ['top', 0],
    ['middle', 15],
    ['bottom', 30],
  ])('stands its cells at the %s of their row', (align, down) => {
    const body = table(`<tr><td>one</td><td>a<br>b<br>c</td></tr>`);
    const { pages } = layout({ body, css: `td { vertical-align: ${align}; line-height: 15pt }` });
    const box = pages[0]!.children[0]!;
    const cell = box.kind === 'box' ? box.children[0]! : box;
    expect(cell.kind === 'box' && cell.children[0]!.rect.y).toBeCloseTo(down, 6);
  });
});

/** Random tables: a head, bodies of some rows, cells of a few words. */
const cell = fc.array(fc.constantFrom('a', 'word', 'longer', 'words'), { minLength: 1, maxLength: 8 });
const anyTable = fc
  .record({
    columns: fc.integer({ min: 1, max: 4 }),
    rows: fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
    head: fc.boolean(),
    caption: fc.boolean(),
  })
  .map(({ columns, rows, head, caption }) => {
    const line = (name: string, cells: readonly string[][], r: number) =>
      `<tr>${cells
        .slice(0, columns)
        .map((words, c) => `<${name} class="c">r${r}c${c} ${words.join(' ')}</${name}>`)
        .join('')}</tr>`;
    const [first, ...rest] = rows;
    const body = (head ? rest : rows).map((cells, r) => line('td', cells, r)).join('');
    return {
      head,
      rows: head ? rest.length : rows.length,
      html: `<table>${caption ? '<caption>caption</caption>' : ''}${head ? `<thead>${line('th', first!, -1)}</thead>` : ''}<tbody>${body || '<tr></tr>'}</tbody></table>`,
    };
  })
  .filter(({ rows }) => rows > 0);

const css = 'table { border-spacing: 3pt 2pt } .c { padding: 1pt 2pt 3pt 4pt }';

describe('any table', () => {
  it('right to left is the mirror image of left to right', () => {
    fc.assert(
      fc.property(anyTable, ({ html }) => {
        const given = { body: html, css, pages: page(200, 4000) };
        const ltr = cellsOf(layout(given));
        const rtl = cellsOf(layout({ ...given, dir: 'rtl' }));
        expect(rtl.length).toBe(ltr.length);
        rtl.forEach((rect, i) => {
          expect(rect.x).toBeCloseTo(200 - ltr[i]!.x - ltr[i]!.width, 6);
          expect(rect.y).toBeCloseTo(ltr[i]!.y, 6);
        });
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('has cells that fill its rows and columns, and never lie over each other', () => {
    fc.assert(
      fc.property(anyTable, ({ html }) => {
        const cells = cellsOf(layout({ body: html, css, pages: page(200, 4000) }));
        for (const [i, a] of cells.entries())
          for (const b of cells.slice(i + 1)) {
            const apart =
              a.x + a.width <= b.x + 0.01 ||
              b.x + b.width <= a.x + 0.01 ||
              a.y + a.height <= b.y + 0.01 ||
              b.y + b.height <= a.y + 0.01;
            expect(apart).toBe(true);
          }
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('divided over pages keeps every row whole and in order, its head above each page', () => {
    fc.assert(
      fc.property(anyTable, fc.integer({ min: 150, max: 300 }), ({ html, head, rows }, height) => {
        const low = Array.from({ length: 40 }, (_, i) => ({ name: `page-${i + 1}`, width: 220, height }));
        const result = layout({ body: html, css, pages: low });
        fc.pre(result.overflows.length === 0);
        const seen: number[] = [];
        for (const { children } of result.pages) {
          const texts = textsOf(children);
          if (texts.length === 0) continue;
          expect(texts.some(({ text }) => text.startsWith('r-1c0'))).toBe(head);
          const here = [...new Set(texts.flatMap(({ text }) => /^r(\d+)c/.exec(text)?.[1] ?? []))].map(
            Number,
          );
          seen.push(...here);
        }
        expect(seen).toEqual(Array.from({ length: rows }, (_, i) => i));
        const content = result.pages
          .flatMap(({ children }) => textsOf(children))
          .filter(({ role }) => role === 'content');
        expect(content.filter(({ text }) => text.startsWith('r-1c0')).length).toBe(head ? 1 : 0);
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});

function textsOf(fragments: readonly Fragment[]): { readonly text: string; readonly role: string }[] {
  return fragments.flatMap((f) => {
    if (f.kind === 'box') return textsOf(f.children);
    return f.kind === 'line'
      ? [{ text: f.paragraph.text.slice(f.line.start, f.line.end).trim(), role: f.role }]
      : [];
  });
}

describe('the ground of a cell', () => {
  const body =
    '<table><colgroup id="g"><col id="k"><col></colgroup><thead id="h"><tr><th id="a">a</th><th>b</th></tr></thead><tbody id="n"><tr id="r"><td id="c" rowspan="2">c</td><td id="d">d</td></tr><tr><td id="e">e</td></tr></tbody><tfoot id="f"><tr><td id="y" colspan="2">y</td></tr></tfoot></table>';
  const grounds = (css: string) => {
    const { pages } = layout({ body, css });
    const found: Record<string, string> = {};
    const visit = (fragment: Fragment): void => {
      if (fragment.kind !== 'box') return;
      const { id } = fragment.element ?? {};
      if (id !== undefined && fragment.style.backgroundColor !== undefined)
        found[id] = fragment.style.backgroundColor.join(' ');
      fragment.children.forEach(visit);
    };
    for (const page of pages) page.children.forEach(visit);
    return found;
  };

  it.each([
    ['#r { background: #000001 }', { c: '0 0 1', d: '0 0 1' }],
    ['#r { background: #000001 } #d { background: #000002 }', { c: '0 0 1', d: '0 0 2' }],
    ['#n { background: #000003 } #r { background: #000001 }', { c: '0 0 1', d: '0 0 1', e: '0 0 3' }],
    ['#k { background: #000004 } #f { background: #000005 }', { a: '0 0 4', c: '0 0 4', y: '0 0 5' }],
    [
      '#g { background: #000006 } #k { background: #000004 } #h { background: #000007 }',
      { a: '0 0 7', c: '0 0 4', d: '0 0 6', e: '0 0 6', y: '0 0 4' },
    ],
  ])('is that of what it stands in, the innermost first: %s', (css, wanted) => {
    expect(grounds(css)).toEqual(wanted);
  });
});
