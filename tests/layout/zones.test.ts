import { describe, expect, it } from 'vitest';
import { fit as copyfit, type Fragment, type LayoutResult, type PageBox } from '../../src/layout/index.ts';
import { inputFor, styledAt } from './setting.ts';

const pages = (...names: string[]): PageBox[] => names.map((name) => ({ name, width: 100, height: 100 }));
const sheets = `.a { page: a } .b { page: b } .in { page: in; break-before: page }`;
const lines = (count: number) => `<p>${Array.from({ length: count }, () => 'x').join('<br>')}</p>`;
const range = { min: 10, max: 10, step: 0.25, air: 0.2 };

const fitted = (body: string, css: string, names: string[], own: object = range) =>
  copyfit(
    styledAt({ body, css: sheets + css }),
    { ...inputFor(), pages: pages(...names) },
    { ...range, ...own },
  );

/** Boxes of the elements of a class, in order. */
function boxes({ pages: all }: LayoutResult, name: string) {
  const found: { page: string; y: number; height: number }[] = [];
  for (const page of all) {
    const look = (fragment: Fragment): void => {
      if (fragment.kind !== 'box') return;
      const { y, height } = fragment.rect;
      if (fragment.element?.classes.includes(name)) found.push({ page: page.name, y, height });
      for (const child of fragment.children) look(child);
    };
    for (const child of page.children) look(child);
  }
  return found;
}

describe('pages that share no content', () => {
  const css = `.gap { height: calc(50pt * env(air)) }`;

  it('have air of their own: one that needs its space leaves the others theirs', () => {
    const body = `<div class="a"><div class="gap"></div>${lines(5)}</div><div class="b"><div class="gap"></div>${lines(1)}</div>`;
    const { air, result } = fitted(body, css, ['a', 'b']);
    expect(result.overflows).toEqual([]);
    const [tight, airy] = boxes(result, 'gap');
    expect(tight!.height).toBeLessThanOrEqual(25);
    expect(airy!.height).toBe(50);
    expect(air).toBeCloseTo(tight!.height / 50, 5);
  });

  it('grow into the room that they have, each as far as it fits, and not where there is no such thing', () => {
    const room = `.grows { min-height: calc(20pt + 100pt * env(room)) }`;
    const body = `<div class="a"><div class="grows"></div>${lines(1)}</div><div class="b"><div class="grows"></div>${lines(5)}</div>`;
    const heights = (own: object) =>
      boxes(fitted(body, room, ['a', 'b'], own).result, 'grows').map(({ height }) => height);
    // 100 pt less a line of 15, and less five, in steps of an eighth of 100.
    expect(heights({ room: 1 })).toEqual([20 + 62.5, 20]);
    expect(heights({ room: 0.25 })).toEqual([20 + 25, 20]);
    expect(heights({})).toEqual([20, 20]);
  });
});

describe('boxes that are level', () => {
  const css = (level: string) => `.high { level: ${level} }`;
  const body = (a: number, b: number, below = 0) =>
    `<div class="a"><div class="high">${lines(a)}</div><p class="next">x</p></div><div class="b"><div class="high">${lines(b)}</div>${below > 0 ? lines(below) : ''}<p class="next">x</p></div>`;
  const tops = (html: string, level = 'row') =>
    boxes(fitted(html, css(level), ['a', 'b']).result, 'next').map(({ y }) => y);

  it('are as high as the highest of them, on other pages too', () => {
    expect(tops(body(3, 1))).toEqual([45, 45]);
    expect(tops(body(1, 3))).toEqual([45, 45]);
  });

  it('stay as they are where they are lower by more than is said, and not by just that', () => {
    expect(tops(body(3, 1), 'row 30pt')).toEqual([45, 45]);
    expect(tops(body(3, 1), 'row 29pt')).toEqual([45, 15]);
  });

  it('stay as they are where a page has no room for it', () => {
    // 100 pt hold six lines of 15: one, and four below it with the last.
    expect(tops(body(3, 1, 2))).toEqual([45, 75]);
    expect(tops(body(3, 1, 3))).toEqual([45, 60]);
  });

  it('take some of the air of their page for it', () => {
    const html = `<div class="a"><div class="high">${lines(3)}</div></div><div class="b"><div class="high">${lines(1)}</div><div class="gap"></div><p class="next">x</p></div>`;
    const at = (gap: number) => {
      const sheet = `${css('row')} .gap { height: calc(${gap}pt * env(air)) }`;
      return boxes(fitted(html, sheet, ['a', 'b']).result, 'high').map(({ height }) => height);
    };
    // 45, the gap and a line: with three steps less air the gap has three tenths of its room less, at most.
    expect(at(40)).toEqual([45, 45]);
    expect(at(57)).toEqual([45, 45]);
    expect(at(59)).toEqual([45, 15]);
  });
});

describe('a grid whose columns are wider than it is', () => {
  it('tells the innermost element that makes them so', () => {
    const css2 = '.g { display: grid; grid-template-columns: 1fr }';
    const html =
      '<div class="a"><div class="g"><div><p class="long">Wordwordwordwordword</p></div><p>b</p></div></div>';
    const { result } = fitted(html, css2, ['a']);
    expect(result.overflows.map(({ axis, element }) => [axis, element.classes[0]])).toContainEqual([
      'inline',
      'long',
    ]);
  });
});
