import { expect, it } from 'vitest';
import type { Fragment } from '../../src/layout/index.ts';
import { type Case, layout, square } from './setting.ts';

/** By page: where the boxes with an id are, `x,y width×height`. */
function places(given: Case): Record<string, string>[] {
  return layout(given).pages.map((page) => {
    const found: Record<string, string> = {};
    const visit = (fragment: Fragment): void => {
      if (fragment.kind === 'line') return;
      const { x, y, width, height } = fragment.rect;
      const { id } = fragment.element ?? {};
      if (id !== undefined) found[id] = [x, y, width, height].map((v) => Math.round(v * 10) / 10).join(' ');
      if (fragment.kind === 'box') fragment.children.forEach(visit);
    };
    page.children.forEach(visit);
    return found;
  });
}

const five = [...'abcde'].map((id) => `<p id="${id}">${id}</p>`).join('');

// What is here is also compared with Chromium, in tests/conformance/layout.
it('puts items beside each other, in lines, and lets them grow', () => {
  const css = 'div { display: flex; flex-wrap: wrap; gap: 5pt 10pt } p { flex: 1 60pt }';
  expect(places({ css, body: `<div>${five}</div>` })).toEqual([
    {
      ...{ a: '0 0 60 15', b: '70 0 60 15', c: '140 0 60 15' },
      ...{ d: '0 20 95 15', e: '105 20 95 15' },
    },
  ]);
});

it('goes on with its lines on the next page, and divides what is too high', () => {
  const pages = [square, square].map((page, i) => ({ ...page, name: `page-${i}`, height: 50 }));
  const css = 'div { display: flex; flex-wrap: wrap } p { width: 50% }';
  const found = places({ css, body: `<div><p id="a">a<br>a<br>a</p>${five.slice(15)}</div>`, pages });
  expect(found).toEqual([
    { a: '0 0 100 45', b: '100 0 100 45' },
    { c: '0 0 100 15', d: '100 0 100 15', e: '0 15 100 15' },
  ]);
  const high = [...'abcdefgh'].join('<br>');
  const divided = places({
    css,
    body: `<div><p id="a">${high}</p><p id="b">b</p></div><p id="z">z</p>`,
    pages: [...pages, { ...square, name: 'page-2' }],
  });
  expect(divided.map((page) => Object.keys(page).join(' '))).toEqual(['a b', 'a b', 'a b z']);
});

it('reports items that do not fit their line', () => {
  const css = 'div { display: flex } p { flex: none; width: 90pt }';
  expect(layout({ css, body: '<div><p>a</p><p>b</p></div>' }).overflows).toEqual([]);
  const { overflows } = layout({ css, body: '<div><p>a</p><p>b</p><p>c</p></div>' });
  expect(overflows.map(({ by, axis, element }) => `${element.name} ${by} ${axis}`)).toEqual([
    'div 70 inline',
  ]);
});

it('keeps the words of items apart where white space stood between them', () => {
  const [page] = layout({
    css: 'h1 { display: flex; gap: 4pt }',
    body: '<h1><b>1</b> <span>One</span></h1>',
  }).pages;
  const texts: string[] = [];
  const visit = (fragment: Fragment): void => {
    if (fragment.kind === 'line') texts.push(fragment.paragraph.text);
    if (fragment.kind === 'box') fragment.children.forEach(visit);
  };
  page!.children.forEach(visit);
  expect(texts).toEqual(['1 ', 'One']);
});
