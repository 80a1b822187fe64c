import { describe, expect, it } from 'vitest';
import { PressError } from '../../src/diagnostics/index.ts';
import { fit as copyfit, type PageBox } from '../../src/layout/index.ts';
import { dumpFragments } from './dump.ts';
import { type Case, inputFor, layout, styledAt } from './setting.ts';

const boxes = (given: Case): string => dumpFragments(layout(given));
const inside: PageBox[] = ['inside-1', 'inside-2', 'inside-3'].map((name) => ({
  name,
  width: 100,
  height: 50,
}));
const numbers = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen';

describe('pages', () => {
  it('put each block on the page it names', () => {
    const pages = ['cover', 'back'].map((name) => ({ name, width: 100, height: 50 }));
    const css = '@page back { margin: 5pt 10pt } #a { page: cover } #b { page: back; height: 100% }';
    expect(boxes({ pages, css, body: '<main><p id="a">a</p><p id="b">b</p></main>' })).toMatchInlineSnapshot(`
      "
      cover 100×50
        p#a 0,0 100×15
          "a" 0,0 5.3×15 baseline 10.8
      back 100×50
        p#b 10,5 80×40
          "b" 10,5 5.7×15 baseline 15.8
      "
    `);
  });

  it('put a block on the page it names from any depth, and leave main what it is in a browser', () => {
    const pages = ['cover', 'back'].map((name) => ({ name, width: 100, height: 50 }));
    const deep =
      '<main><div><section><p id="a">a</p></section></div><section id="b"><p>b</p></section></main>';
    expect(boxes({ pages, css: '#a { page: cover } #b { page: back }', body: deep })).toMatch(
      /cover 100×50\n {2}p#a 0,0 .*\n.*\nback 100×50\n {2}section#b 0,0/,
    );
    const grid = 'main { display: grid; grid-template-columns: 30pt 1fr }';
    expect(boxes({ pages, css: grid, body: '<main><p id="a">a</p><p id="b">b</p></main>' })).toMatch(
      /main 0,0 100×15\n {4}p#a 0,0 30×15\n.*\n {4}p#b 30,0 70×15/,
    );
  });

  it('refuse a page that the product does not have there', () => {
    const css = '#a { page: back } #b { page: cover }';
    const pages = ['cover', 'back'].map((name) => ({ name, width: 100, height: 50 }));
    const lay = () => layout({ pages, css, body: '<p id="a">a</p><p id="b">b</p>' });
    expect(lay).toThrow(PressError);
    expect(lay).toThrow(/"cover"/);
  });

  it('show the first running element of a page, else the last one before, across the whole bottom margin', () => {
    const pages = ['a', 'b', 'c'].map((name) => ({ name, width: 100, height: 80 }));
    const css = `@page { margin: 10pt 10pt 30pt; @bottom-center { content: element(band) } }
      footer { position: running(band); padding: 5pt } #x { page: a } #y { page: b } #z { page: c }`;
    const body = `<footer id="one"><p>one</p></footer><p id="x">a</p>
      <section id="y"><p>b</p><footer id="two"><p>two</p></footer><footer id="three"><p>three</p></footer></section>
      <p id="z">c</p>`;
    expect(boxes({ pages, css, body })).toMatchInlineSnapshot(`
      "
      a 100×80
        p#x 10,10 80×15
          "a" 10,10 5.3×15 baseline 20.8
        footer#one 0,50 100×30 (running)
          p 5,55 90×15
            "one" 5,55 16.4×15 baseline 65.8
      b 100×80
        section#y 10,10 80×15
          p 10,10 80×15
            "b" 10,10 5.7×15 baseline 20.8
        footer#two 0,50 100×30 (running)
          p 5,55 90×15
            "two" 5,55 15.6×15 baseline 65.8
      c 100×80
        p#z 10,10 80×15
          "c" 10,10 4.9×15 baseline 20.8
        footer#three 0,50 100×30 (running)
          p 5,55 90×15
            "three" 5,55 22.9×15 baseline 65.8
      "
    `);
  });

  it('refuse to show a running element that does not come before', () => {
    const css =
      '@page { margin: 10pt; @bottom-center { content: element(band) } } footer { position: running(band) }';
    expect(() => layout({ css, body: '<p>a</p><footer>late</footer>' })).toThrow(/"band"/);
  });
});

describe('content flows over the pages of a name', () => {
  const css = 'body { page: inside } h1, h2 { break-after: avoid } .keep { break-inside: avoid }';

  it('between lines, between blocks, with headings kept by what follows and whole boxes kept whole', () => {
    const body = `<h1>t</h1><p>${numbers}</p><h2>head</h2><div class="keep"><p>k one</p><p>k two</p></div>`;
    expect(boxes({ pages: inside, css, body })).toMatchInlineSnapshot(`
      "
      inside-1 100×50
        h1 0,0 100×15
          "t" 0,0 3.8×15 baseline 10.8
        p 0,15 100×30
          "one two three four five " 0,15 98.7×15 baseline 25.8
          "six seven eight nine " 0,30 86.9×15 baseline 40.8
      inside-2 100×50
        p 0,0 100×45
          "ten eleven twelve " 0,0 76.3×15 baseline 10.8
          "thirteen fourteen " 0,15 74.1×15 baseline 25.8
          "fifteen" 0,30 28.4×15 baseline 40.8
      inside-3 100×50
        h2 0,0 100×15
          "head" 0,0 22.8×15 baseline 10.8
        div 0,15 100×30
          p 0,15 100×15
            "k one" 0,15 24.1×15 baseline 25.8
          p 0,30 100×15
            "k two" 0,30 23.3×15 baseline 40.8
      "
    `);
  });

  it('takes a heading along to the next page when there is no room for what follows it', () => {
    const body = '<p>a</p><p>b</p><h1>head</h1><p>c</p>';
    expect(boxes({ pages: inside, css, body })).toMatchInlineSnapshot(`
      "
      inside-1 100×50
        p 0,0 100×15
          "a" 0,0 5.3×15 baseline 10.8
        p 0,15 100×15
          "b" 0,15 5.7×15 baseline 25.8
      inside-2 100×50
        h1 0,0 100×15
          "head" 0,0 22.8×15 baseline 10.8
        p 0,15 100×15
          "c" 0,15 4.9×15 baseline 25.8
      inside-3 100×50
      "
    `);
  });

  it('leaves no fewer lines than orphans and widows before and after a break', () => {
    const body = `<p>a</p><p>${numbers.split(' ').slice(0, 12).join(' ')}</p>`;
    expect(boxes({ pages: inside, css, body })).toMatchInlineSnapshot(`
      "
      inside-1 100×50
        p 0,0 100×15
          "a" 0,0 5.3×15 baseline 10.8
      inside-2 100×50
        p 0,0 100×45
          "one two three four five " 0,0 98.7×15 baseline 10.8
          "six seven eight nine " 0,15 86.9×15 baseline 25.8
          "ten eleven twelve" 0,30 76.3×15 baseline 40.8
      inside-3 100×50
      "
    `);
  });

  it('breaks its lines anew for the width of the next page, with isolates opened again', () => {
    const pages = [inside[0]!, { name: 'inside-2', width: 60, height: 100 }];
    const body = `<div><p>one <span dir="rtl" lang="ar">${'سلام '.repeat(24).trim()}</span> ${numbers}</p></div>`;
    const { pages: result } = layout({ pages, css, body });
    const texts = result.map(({ children: [div] }) => {
      const paragraph = div?.kind === 'box' ? div.children[0] : undefined;
      const line = paragraph?.kind === 'box' ? paragraph.children[0] : undefined;
      return line?.kind === 'line' ? line.paragraph.text : '';
    });
    expect(texts[1]!.startsWith('\u2067')).toBe(true);
    expect(texts[0]!.endsWith(texts[1]!.slice(1))).toBe(true);
  });

  it('honours breaks asked for before, after and within blocks', () => {
    const asked = `${css} .before { break-before: page } .after { break-after: page }`;
    const body = '<div><p class="after">a</p><p>b</p></div><p class="before">c</p>';
    expect(boxes({ pages: inside, css: asked, body })).toMatchInlineSnapshot(`
      "
      inside-1 100×50
        div 0,0 100×15
          p 0,0 100×15
            "a" 0,0 5.3×15 baseline 10.8
      inside-2 100×50
        div 0,0 100×15
          p 0,0 100×15
            "b" 0,0 5.7×15 baseline 10.8
      inside-3 100×50
        p 0,0 100×15
          "c" 0,0 4.9×15 baseline 10.8
      "
    `);
  });

  it('reports what is beyond the last page once, with its page and lines', () => {
    const body = `<p>${numbers}</p><p>${numbers}</p><p>x</p>`;
    expect(layout({ pages: inside.slice(0, 2), css, body }).overflows).toMatchObject([
      { page: 'inside-2', element: { name: 'p' }, axis: 'block' },
    ]);
  });
});

describe('overflow', () => {
  it('of a box with a height of its own, and of a line without a place to break, is told with how far', () => {
    const css = '#d { height: 20pt } #n { white-space: nowrap }';
    const body = `<div id="d"><p>one two three four five six seven eight nine ten eleven</p></div><p id="n">${numbers}</p>`;
    const { overflows } = layout({ css, body });
    expect(overflows).toMatchObject([
      { page: 'page', element: { id: 'd' }, axis: 'block', by: 10, lines: 1 },
      { page: 'page', element: { id: 'n' }, axis: 'inline' },
    ]);
  });

  it('is not told of a grid item while its row is still being sized', () => {
    const css =
      'article { display: grid; height: 100%; grid-template-rows: 1fr } section { position: relative } p { position: absolute; inset-block: 0; height: 50pt; inset-inline: 0 }';
    expect(layout({ css, body: '<article><section><p>a</p></section></article>' }).overflows).toEqual([]);
  });

  it('is not told of a picture in a line while the widths of columns are being found', () => {
    const css = 'div { display: grid; grid-template-columns: auto 1fr } img { width: 20pt }';
    const body = '<div><p>mark <img alt="" src="art:40x20"></p><p>text</p></div>';
    expect(layout({ css, body }).overflows).toEqual([]);
  });

  it('of a picture wider than its room is told', () => {
    expect(layout({ body: '<div><img id="i" alt="" src="art:240x20"></div>' }).overflows).toMatchObject([
      { element: { id: 'i' }, axis: 'inline', by: 40 },
    ]);
  });

  it('characters that no face has are told once, with their node', () => {
    const css = 'article { display: grid; height: 100% }';
    const { missing } = layout({
      css,
      body: '<article><section><p>a \u{13000} \u{13000}</p></section></article>',
    });
    expect(missing).toMatchObject([{ character: '\u{13000}', language: 'en', node: { kind: 'text' } }]);
  });
});

describe('copyfitting', () => {
  const body = `<p>${numbers}</p>`;
  const range = { min: 5, max: 40, step: 0.25, air: 1 };

  it('picks the largest size of the range at which everything fits', () => {
    const styleAt = styledAt({ body, css: 'p { font-size: 1rem }' });
    const { rem, result } = copyfit(styleAt, inputFor(), range);
    expect(result.overflows).toEqual([]);
    const next = copyfit(styleAt, inputFor(), { min: rem + 0.25, max: rem + 0.25, step: 0.25, air: 1 });
    expect(next.result.overflows).not.toEqual([]);
  });

  it('takes the largest when all fits, in one layout', () => {
    let layouts = 0;
    const styleAt = styledAt({ body: '<p>a</p>' });
    const counted = (rem: number) => {
      layouts++;
      return styleAt(rem);
    };
    expect(copyfit(counted, inputFor(), range).rem).toBe(40);
    expect(layouts).toBe(1);
  });

  it('at the smallest size gives up air, and no more of it than the text needs', () => {
    const css = 'p { font-size: 1rem; margin-block-end: calc(60pt * env(air)) }';
    const text = (n: number) => styledAt({ body: `<p>${numbers}</p>`.repeat(n), css });
    const airy = { min: 5, max: 5, step: 0.25, air: 0.2 };
    const fitted = [1, 2, 3, 4, 5, 6, 40].map((n) => copyfit(text(n), inputFor(), airy));
    expect(fitted[0]).toMatchObject({ rem: 5, air: 1 });
    const tight = fitted.filter(({ air, result }) => air < 1 && result.overflows.length === 0);
    expect(tight.length).toBeGreaterThan(0);
    for (const { air } of tight) expect(air).toBeGreaterThanOrEqual(0.2);
    const airs = fitted.map(({ air }) => air);
    expect(airs).toEqual([...airs].sort((a, b) => b - a));
    expect(fitted.at(-1)!.result.overflows).not.toEqual([]);
  });

  it('gives the smallest with its overflows when nothing fits', () => {
    const { rem, result } = copyfit(styledAt({ body: `<p>${numbers.repeat(60)}</p>` }), inputFor(), range);
    expect(rem).toBe(5);
    expect(result.overflows).toMatchObject([{ page: 'page', axis: 'block' }]);
  });
});
