import { describe, expect, it } from 'vitest';
import { fit as copyfit, type PageBox } from '../../src/layout/index.ts';
import { dumpFragments } from './dump.ts';
import { type Case, inputFor, layout, styledAt } from './setting.ts';

/** Near misses: each condition of layout just held, and just not. Lines are 15 pt high, pages 50 pt. */
const pages: PageBox[] = ['in-1', 'in-2', 'in-3'].map((name) => ({ name, width: 100, height: 50 }));
const loose = 'p { orphans: 1; widows: 1 }';
const paragraph = (count: number) =>
  `<p>${Array.from({ length: count }, (_, i) => `l${i}`).join('<br>')}</p>`;

/** How many lines stand on each page. */
function linesByPage(given: Case): number[] {
  const text = dumpFragments(layout({ pages, ...given }));
  return text
    .split(/\n(?=in-)/)
    .slice(1)
    .map((page) => page.split('\n').filter((line) => line.includes('baseline')).length);
}

describe('a box that asks not to be divided', () => {
  const css = `${loose} .whole { break-inside: avoid }`;

  it('goes whole to the next page where it fits there', () => {
    expect(linesByPage({ css, body: `<p>a</p><div class="whole">${paragraph(3)}</div>` })).toEqual([1, 3, 0]);
  });

  it('is divided all the same when it is higher than a page', () => {
    expect(linesByPage({ css, body: `<div class="whole">${paragraph(4)}</div>` })).toEqual([3, 1, 0]);
  });
});

describe('a divided box', () => {
  it.each([
    ['5pt', [3, 1, 0]],
    ['5.1pt', [2, 2, 0]],
  ])('with %s of padding below leaves room for it', (padding, expected) => {
    expect(
      linesByPage({
        css: `${loose} div { padding-block-end: ${padding} }`,
        body: `<div>${paragraph(4)}</div>`,
      }),
    ).toEqual(expected);
  });

  it('has its margin once, not again on the next page', () => {
    const { pages: result } = layout({
      pages,
      css: `${loose} p { margin-block-start: 8pt }`,
      body: paragraph(4),
    });
    expect(result.slice(0, 2).map(({ children }) => children[0]!.rect.y)).toEqual([8, 0]);
  });
});

describe('a block that must not be parted from the one before it', () => {
  const body = (what: string) => `<p>a</p><p>b</p><p>c</p><div class="${what}">d</div>`;

  it('takes it along to the next page', () => {
    expect(linesByPage({ css: '.kept { break-before: avoid }', body: body('kept') })).toEqual([2, 2, 0]);
    expect(linesByPage({ css: '.kept { break-before: avoid }', body: body('free') })).toEqual([3, 1, 0]);
  });

  it('takes no more along than asks for it', () => {
    const css =
      'p + p { break-before: avoid } p:first-child + p { break-before: auto } .kept { break-before: avoid }';
    expect(linesByPage({ css, body: body('kept') })).toEqual([1, 3, 0]);
  });
});

describe('content below its page', () => {
  it.each([
    ['50pt', 0],
    ['50.04pt', 0],
    ['50.06pt', 1],
    ['55pt', 1],
  ])('of %s on 50 pt is told %i times', (height, count) => {
    const { overflows } = layout({
      pages: pages.slice(0, 1),
      css: `p { height: ${height} }`,
      body: '<p>a</p>',
    });
    expect(overflows.length).toBe(count);
  });
});

describe('a line wider than its measure', () => {
  it.each([
    [100, 0],
    [100.04, 0],
    [100.06, 1],
  ])('a picture of %f pt in one of 100 pt is told %i times', (width, count) => {
    const { overflows } = layout({
      pages: pages.slice(0, 1),
      css: `img { width: ${width}pt; height: 5pt }`,
      body: '<p><img alt="" src="art:10x5"></p>',
    });
    expect(overflows.length).toBe(count);
  });
});

describe('lines of one block wider than its measure', () => {
  it.each([
    ['incomprehensibilities<br>incomprehensibilitiesabc', 1],
    ['incomprehensibilitiesabc<br>incomprehensibilities', 0],
  ])('%s are told once, with the widest', (body, widest) => {
    const narrow = [{ name: 'page', width: 60, height: 50 }];
    const { pages: result, overflows } = layout({ pages: narrow, body: `<p>${body}</p>` });
    const [block] = result[0]!.children;
    const widths = block?.kind === 'box' ? block.children.map(({ rect }) => rect.width) : [];
    expect(overflows.length).toBe(1);
    expect(overflows[0]!.by).toBeCloseTo(widths[widest]! - 60, 6);
    expect(widths[widest]).toBe(Math.max(...widths));
  });
});

describe('what counts from the height of a row that is stretched', () => {
  const top = (css: string) => {
    const sheet = `section { display: grid; grid-template-rows: 1fr; height: 40pt } #x { ${css} }`;
    const body = '<section><div><p id="x">a</p></div></section>';
    const [section] = layout({ pages: pages.slice(0, 1), css: sheet, body }).pages[0]!.children;
    const div = section?.kind === 'box' ? section.children[0] : undefined;
    const p = div?.kind === 'box' ? div.children[0] : undefined;
    return [p!.rect.y, p!.rect.height];
  };

  it.each([
    ['', [0, 15]],
    ['height: 50%', [0, 20]],
    ['min-height: 75%', [0, 30]],
    ['height: 20pt; max-height: 25%', [0, 10]],
    ['position: relative; inset-block-start: 25%', [10, 15]],
    ['position: relative; inset-block-end: 25%', [-10, 15]],
    ['position: static; inset-block-start: 25%', [0, 15]],
  ])('is laid out anew for it: %s', (css, expected) => {
    expect(top(css)).toEqual(expected);
  });
});

describe('margins that meet', () => {
  it.each([
    ['3pt', '7pt', 7],
    ['-3pt', '-7pt', -7],
    ['-7pt', '-3pt', -7],
    ['3pt', '-7pt', -4],
    ['-3pt', '7pt', 4],
  ])('of %s and %s are %f pt', (above, below, expected) => {
    const css = `#a { height: 20pt; margin-block-end: ${above} } #b { margin-block-start: ${below} }`;
    const { pages: result } = layout({
      pages: pages.slice(0, 1),
      css,
      body: '<p id="a">a</p><p id="b">b</p>',
    });
    const [a, b] = result[0]!.children.map(({ rect }) => rect);
    expect(b!.y - a!.y - a!.height).toBeCloseTo(expected, 6);
  });
});

describe('flexible tracks', () => {
  const widths = (tracks: string) => {
    const css = `div { display: grid; grid-template-columns: ${tracks} }`;
    const [grid] = layout({ pages: pages.slice(0, 1), css, body: '<div><p>a</p><p>b</p></div>' }).pages[0]!
      .children;
    return grid?.kind === 'box' ? grid.children.map(({ rect }) => rect.width) : [];
  };

  it.each([
    ['minmax(49pt, 1fr) 1fr', [50, 50]],
    ['minmax(51pt, 1fr) 1fr', [51, 49]],
    ['minmax(80pt, 1fr) 1fr', [80, 20]],
    ['minmax(80pt, 1fr) minmax(40pt, 1fr)', [80, 40]],
  ])('%s are never below their least', (tracks, expected) => {
    expect(widths(tracks)).toEqual(expected);
  });

  it('of rows are never below their content', () => {
    const css = 'div { display: grid; grid-template-rows: 1fr 1fr; height: 50pt }';
    const [grid] = layout({ pages: pages.slice(0, 1), css, body: `<div>${paragraph(2)}<p>b</p></div>` })
      .pages[0]!.children;
    expect(grid?.kind === 'box' ? grid.children.map(({ rect }) => rect.height) : []).toEqual([30, 20]);
  });
});

describe('copyfitting', () => {
  it.each([10, 14, 21, 30, 45, 70])('of %i words picks the very largest step that fits', (count) => {
    const styleAt = styledAt({ body: `<p>${'word '.repeat(count)}</p>`, css: 'p { font-size: 1rem }' });
    const range = { min: 5, max: 40, step: 0.25, air: 1 };
    const at = (rem: number) =>
      copyfit(styleAt, inputFor(), { ...range, min: rem, max: rem }).result.overflows.length === 0;
    let largest = range.max;
    while (!at(largest)) largest -= range.step;
    expect(largest).toBeLessThan(range.max);
    expect(copyfit(styleAt, inputFor(), range).rem).toBe(largest);
    // Ends of the range just at it, just below, and just above.
    expect(copyfit(styleAt, inputFor(), { ...range, max: largest }).rem).toBe(largest);
    expect(copyfit(styleAt, inputFor(), { ...range, max: largest + range.step }).rem).toBe(largest);
    expect(copyfit(styleAt, inputFor(), { ...range, min: largest }).rem).toBe(largest);
  });
});

describe('a box shrunk to its content', () => {
  const width = (body: string, css: string) => {
    const { pages: result } = layout({
      css: `section { display: grid } .shrunk { justify-self: center } ${css}`,
      body,
    });
    const [section] = result[0]!.children;
    return section?.kind === 'box' ? section.children[0]!.rect.width : 0;
  };
  const cell = (size: number, id = 'x') => `<p class="${id}"><img alt="" src="art:${size}x5"></p>`;

  it('is as wide as the widest cells of its columns, where they really stand', () => {
    const css =
      '.shrunk { display: grid; grid-template-columns: auto auto; column-gap: 4pt } p.c { grid-column: 2; grid-row: 1 }';
    // In order of the source: 10, 20, 30; the third stands first in the second column.
    const body = `<section><div class="shrunk">${cell(10)}${cell(20)}${cell(30, 'c')}</div></section>`;
    expect(width(body, css)).toBeCloseTo(20 + 4 + 30, 1);
  });

  it('is wide enough for a cell over several columns', () => {
    const css =
      '.shrunk { display: grid; grid-template-columns: auto auto; column-gap: 4pt } p.c { grid-column: 1 / span 2 }';
    const of = (wide: number) =>
      width(`<section><div class="shrunk">${cell(10)}${cell(20)}${cell(wide, 'c')}</div></section>`, css);
    expect([of(33), of(34), of(35), of(60)].map(Math.round)).toEqual([34, 34, 35, 60]);
  });

  it('has columns of a length as wide as that, whatever stands in them', () => {
    const css = '.shrunk { display: grid; grid-template-columns: 15pt auto }';
    const body = `<section><div class="shrunk">${cell(40)}${cell(20)}</div></section>`;
    expect(width(body, css)).toBeCloseTo(35, 1);
  });
});

describe('characters that no face has', () => {
  const missing = (body: string, css = '') =>
    layout({ body, css }).missing.map(({ character, node }) => [
      character,
      node.kind === 'text' ? node.parent.name : node.name,
    ]);

  it('are told of boxes that are laid out more than once, in another room or not', () => {
    const css =
      'article { display: grid; height: 90%; grid-template-rows: auto 1fr } section { display: grid; align-items: end }';
    const body = `<article><section><p>a \u{13000}</p></section><section><p>b \u{13001}</p></section></article>`;
    expect(missing(body, css)).toEqual([
      ['\u{13000}', 'p'],
      ['\u{13001}', 'p'],
    ]);
  });

  it('are told in positioned and running elements, and in the order of the text first', () => {
    const css = `@page { margin: 0 0 30pt; @bottom-center { content: element(foot) } } footer { position: running(foot) }
      section { position: relative } h1 { position: absolute }`;
    const body =
      '<footer><em>\u{13003}</em></footer><section><h1>\u{13002}</h1><p>\u{13000}</p></section><p>\u{13001}</p>';
    expect(missing(body, css)).toEqual([
      ['\u{13000}', 'p'],
      ['\u{13002}', 'h1'],
      ['\u{13001}', 'p'],
      ['\u{13003}', 'em'],
    ]);
  });
});

describe('letters with a tower of marks', () => {
  it('are told once each, with their node', () => {
    const tower = `n${'\u0302'.repeat(60)}`;
    const { stacked, missing } = layout({ body: `<p>a ${tower} <em>${tower} ${tower}</em></p>` });
    expect(missing).toEqual([]);
    expect(stacked.map(({ character, node }) => [character, node.parent?.name])).toEqual([
      [tower, 'p'],
      [tower, 'em'],
    ]);
  });
});

describe('copyfitting of pages that share no content', () => {
  const pagesOf = (...names: string[]): PageBox[] => names.map((name) => ({ name, width: 100, height: 50 }));
  const css = 'p { font-size: 1rem } .a { page: a } .b { page: b } .c { page: c }';
  const body = (...counts: number[]) =>
    counts.map((count, i) => `<p class="${'abc'[i]}">${'word '.repeat(count)}</p>`).join('');
  const range = { min: 2, max: 20, step: 0.25, air: 1 };
  /** Fits, and counts for each page at how many sizes its block was asked for its style by layout. */
  const counted = (counts: number[], of = body(...counts), sheet = css) => {
    const styleAt = styledAt({ body: of, css: sheet });
    const sizes = { a: new Set<number>(), b: new Set<number>(), c: new Set<number>() };
    const fitted = copyfit(
      (rem, air) => {
        const styled = styleAt(rem, air);
        return {
          document: styled.document,
          rem,
          full: undefined,
          isAsInFull: () => false,
          page: (name) => styled.page(name),
          check: () => styled.check(),
          generates: false,
          generated: () => undefined,
          style(element) {
            // Its lines ask for its text's family, which no search for pages does.
            const [name] = element.classes;
            const style = styled.style(element);
            return new Proxy(style, {
              get(target, key) {
                if (key === 'fontFamily') sizes[name as 'a']?.add(rem);
                return Reflect.get(target, key);
              },
            });
          },
        };
      },
      { ...inputFor(), pages: pagesOf('a', 'b', 'c') },
      range,
    );
    return { rem: fitted.rem, fitted, sizes: [sizes.a.size, sizes.b.size, sizes.c.size] };
  };

  it('lays the pages that fit out once, and only the tightest at several sizes', () => {
    const { rem, sizes } = counted([2, 30, 3]);
    expect(rem).toBeLessThan(20);
    expect([sizes[0], sizes[2]]).toEqual([1, 1]);
    expect(sizes[1]).toBeGreaterThan(1);
  });

  it('gives what the pages in any order give', () => {
    for (const counts of [
      [2, 30, 3],
      [30, 2, 3],
      [3, 2, 30],
      [30, 30, 30],
      [9, 10, 11],
    ]) {
      const { rem, fitted } = counted(counts);
      const one = Math.min(...counts.map((count) => counted([count, 0, 0]).rem));
      expect(rem).toBe(one);
      expect(fitted.result.pages.map(({ children }) => children.length)).toEqual([1, 1, 1]);
    }
  });

  it('fits content that goes on over the pages of one name as one', () => {
    const names = pagesOf('in-1', 'in-2', 'out');
    const styleAt = styledAt({
      body: `<div class="in">${paragraph(9)}</div><p class="out">x</p>`,
      css: 'p { font-size: 1rem } .in { page: in } .out { page: out }',
    });
    const { rem, result } = copyfit(styleAt, { ...inputFor(), pages: names }, range);
    expect(result.overflows).toEqual([]);
    expect(
      copyfit(styleAt, { ...inputFor(), pages: names }, { ...range, min: rem + 0.25, max: rem + 0.25 }).result
        .overflows,
    ).not.toEqual([]);
    expect(result.pages[1]!.children.length).toBe(1);
  });

  it('counts what only the whole page has too much: its margin boxes', () => {
    const sheet = `${css} @page { margin: 0 0 10pt; @bottom-center { content: element(foot) } }
      footer { position: running(foot) } footer p { font-size: 1rem }`;
    const { rem, fitted } = counted([], `<footer><p>foot</p></footer>${body(1, 1, 1)}`, sheet);
    expect(fitted.result.overflows).toEqual([]);
    // A line of 1.5 rem in 10 pt.
    expect(rem).toBe(6.5);
  });
});
