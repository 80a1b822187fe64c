import { expect, it } from 'vitest';
import type { Fragment } from '../../src/layout/index.ts';
import { type Case, layout, square } from './setting.ts';

interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** The lines of each page, in the order of the fragments. */
function lines(given: Case): Placed[][] {
  const inside = (fragment: Fragment): Placed[] => {
    if (fragment.kind === 'picture') return [];
    if (fragment.kind === 'box') return fragment.children.flatMap(inside);
    const { rect, line, paragraph } = fragment;
    return [{ text: paragraph.text.slice(line.start, line.visibleEnd), x: rect.x, y: rect.y }];
  };
  return layout(given).pages.map((page) => page.children.flatMap(inside));
}

const counted = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `l${from + i}`).join('<br>');

// What is here is also compared with Chromium, in tests/conformance/layout.
it('balances columns, each as wide as the others', () => {
  const css = 'div { columns: 2; column-gap: 20pt }';
  const [page] = lines({ css, body: `<div><p>${counted(0, 7)}</p></div>` });
  expect(page!.map(({ text, x, y }) => `${text} ${x},${y}`)).toEqual([
    ...['l0 0,0', 'l1 0,15', 'l2 0,30', 'l3 0,45'],
    ...['l4 110,0', 'l5 110,15', 'l6 110,30'],
  ]);
});

it('fills the columns of a page before it goes on to the next, and says every line once, in order', () => {
  const css =
    'div { columns: 2; column-gap: 20pt; padding: 5pt; border: 1pt solid #000 } p { margin-block: 4pt }';
  const pages = ['page-1', 'page-2', 'page-3'].map((name) => ({ ...square, name, height: 100 }));
  const body = `<p>before</p><div><p>${counted(0, 9)}</p><p>${counted(9, 20)}</p></div><p>after</p>`;
  const found = lines({ css, body, pages });
  expect(found.flat().map(({ text }) => text)).toEqual([
    'before',
    ...Array.from({ length: 20 }, (_, i) => `l${i}`),
    'after',
  ]);
  const inColumns = found.map((page) => page.filter(({ text }) => /^l/.test(text)));
  // Balanced only where they end.
  expect(inColumns.map((page) => page.length)).toEqual([7, 10, 3]);
  for (const page of found) for (const { y } of page) expect(y + 15).toBeLessThanOrEqual(100);
});

it('reports what columns of a height do not hold', () => {
  const css = 'div { columns: 2; height: 30pt }';
  expect(layout({ css, body: `<div><p>${counted(0, 4)}</p></div>` }).overflows).toEqual([]);
  const { overflows } = layout({ css, body: `<div><p>${counted(0, 5)}</p></div>` });
  expect(overflows.map(({ by, axis }) => ({ by, axis }))).toEqual([{ by: 15, axis: 'block' }]);
});

it('draws rules between the columns that there are', () => {
  const ruled = (count: number) => {
    const css = 'div { columns: 3; column-gap: 10pt; column-rule: 2pt solid #123456 }';
    const [page] = layout({ css, body: `<div><p>${counted(0, count)}</p></div>` }).pages;
    const [box] = page!.children;
    return box!.kind !== 'box'
      ? []
      : box!.children.flatMap((child) =>
          child.kind === 'box' && child.element === undefined ? [child.rect] : [],
        );
  };
  expect(ruled(9)).toEqual([
    { x: 64, y: 0, width: 2, height: 45 },
    { x: 134, y: 0, width: 2, height: 45 },
  ]);
  expect(ruled(1)).toEqual([]);
});

it('begins a column where a break is asked for, and no page', () => {
  const css = 'div { columns: 2; column-gap: 20pt } #b { break-before: column }';
  const pages = [square, { ...square, name: 'other' }];
  const body = '<div><p>a</p><p id="b">b</p></div><p class="c">c</p>';
  const [page] = lines({ css: `${css} .c { break-before: column }`, body, pages });
  expect(page!.map(({ text, x, y }) => `${text} ${x},${y}`)).toEqual(['a 0,0', 'b 110,0', 'c 0,15']);
});
