import { expect, it } from 'vitest';
import type { Fragment } from '../../src/layout/index.ts';
import { type Case, layout, square } from './setting.ts';

/** Top and height of the boxes with an id, pt. */
function places(given: Case): Record<string, [number, number]> {
  const found: Record<string, [number, number]> = {};
  const visit = (fragment: Fragment): void => {
    if (fragment.kind !== 'box') return;
    const { id } = fragment.element ?? {};
    if (id !== undefined) found[id] = [fragment.rect.y, fragment.rect.height];
    fragment.children.forEach(visit);
  };
  for (const page of layout(given).pages) page.children.forEach(visit);
  return found;
}

const body = '<p>x</p><div id="d"><p id="a">a</p></div><p id="b">b</p>';

// CSS 2.1 §8.3.1; what is here is also compared with Chromium, in tests/conformance/layout.
it('makes one margin of those of a block and of the first and last in it', () => {
  const css = 'div { margin-block: 4pt } #a { margin-block: 10pt 12pt }';
  expect(places({ css, body })).toEqual({ d: [25, 15], a: [25, 15], b: [52, 15] });
});

it.each([
  ['padding', 'padding-block: 1pt', { d: [19, 39], a: [30, 15], b: [62, 15] }],
  ['a border', 'border-block-start: 1pt solid #000', { d: [19, 26], a: [30, 15], b: [57, 15] }],
  ['a grid', 'display: grid', { d: [19, 37], a: [29, 15], b: [60, 15] }],
])('keeps them apart by %s', (_, apart, wanted) => {
  const css = `div { margin-block: 4pt; ${apart} } #a { margin-block: 10pt 12pt }`;
  expect(places({ css, body })).toEqual(wanted);
});

it('keeps the last margin in a box that says how high it is', () => {
  const css = 'div { height: 20pt } #a { margin-block: 10pt 12pt }';
  expect(places({ css, body })).toEqual({ d: [25, 20], a: [25, 15], b: [45, 15] });
});

it('lets the margins of blocks on a page reach through them', () => {
  const css = 'section { break-inside: avoid } p { margin-block: 10pt 20pt }';
  const sections = '<section id="a"><p>a</p></section><section id="b"><p>b</p></section>';
  expect(places({ css, body: sections })).toEqual({ a: [10, 15], b: [45, 15] });
});

it('drops the margin at the top of a page that begins where another was full, and keeps what is divided whole', () => {
  const pages = [
    { ...square, name: 'page-1', height: 50 },
    { ...square, name: 'page-2' },
  ];
  const css = 'p { margin-block: 10pt }';
  const long = '<section id="a"><p>a</p><p>b</p></section><section id="b"><p id="c">c</p></section>';
  expect(places({ css, body: long, pages })).toEqual({ a: [10, 40], b: [0, 15], c: [0, 15] });
});
