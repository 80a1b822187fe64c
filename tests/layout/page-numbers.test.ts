import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/index.ts';
import { pageMark } from '../../src/document/number-marks.ts';
import { type Fragment, type LayoutResult, layoutDocument } from '../../src/layout/index.ts';
import { inputFor, styledAt } from './setting.ts';

/** Pages of three lines, as many as it takes. */
function flow(body: string, css = ''): LayoutResult {
  const pages = { flow: { width: 100, height: 50 }, most: 200, name: (i: number) => `sheet-${i + 1}` };
  return layoutDocument(styledAt({ body, css: `p, footer { line-height: 15pt } ${css}` })(10), {
    ...inputFor(),
    pages,
  });
}

function textsOf({ pages }: LayoutResult, role: 'content' | 'running'): string[][] {
  const texts = (fragments: readonly Fragment[]): string[] =>
    fragments.flatMap((f) => {
      if (f.kind === 'box') return texts(f.children);
      return f.kind === 'line' && f.role === role
        ? [f.paragraph.text.slice(f.line.start, f.line.end).trim()]
        : [];
    });
  return pages.map(({ children }) => texts(children));
}

const lines = (count: number) => Array.from({ length: count }, (_, i) => `<p>line ${i}</p>`).join('');
const band = `@page { margin: 0 0 5pt; @bottom-center { content: element(foot) } } footer { position: running(foot) }`;

describe('the number of a page', () => {
  it('is put into the band of each, and how many there are', () => {
    const body = `<footer><p>${pageMark('this')} of ${pageMark('last')}</p></footer>${lines(7)}`;
    expect(textsOf(flow(body, band), 'running')).toEqual([['1 of 3'], ['2 of 3'], ['3 of 3']]);
  });

  it('of a part is that on which it begins, wherever it is asked for', () => {
    const body = `<footer><p>${pageMark('#end')}</p></footer><p>end: ${pageMark('#end')}</p>${lines(6)}<section id="end"><p>a</p><p>b</p></section>`;
    const result = flow(body, band);
    expect(textsOf(result, 'content')[0]![0]).toBe('end: 3');
    expect(textsOf(result, 'running')).toEqual([['3'], ['3'], ['3']]);
  });

  it('is right where it makes room for itself', () => {
    // Ten entries of one line push the parts over the pages on which their numbers have a digit more.
    const ids = Array.from({ length: 12 }, (_, i) => `part-${i}`);
    const list = ids.map((id) => `<p>${id.replace('-', ' ')} as said ${pageMark(`#${id}`)}</p>`).join('');
    const parts = ids.map((id) => `<section id="${id}">${lines(3)}</section>`).join('');
    const result = flow(`${list}${parts}`);
    const pages = textsOf(result, 'content');
    const said = pages
      .flat()
      .flatMap((text) => /(\d+)$/.exec(text.startsWith('line') ? '' : text)?.[1] ?? []);
    const first = pages.findIndex((texts) => texts[0] === 'line 0');
    expect(said).toEqual(ids.map((_, i) => String(first + 1 + i)));
  });

  it('stands in texts alone, and of what is there', () => {
    const html = (body: string) =>
      `<!doctype html><html lang="en" dir="ltr"><head><title>T</title></head><body>${body}</body></html>`;
    expect(() => parseDocument(html(`<p>${pageMark('#nowhere')}</p>`), { file: 'a' })).toThrow(
      /no element has that id/,
    );
    expect(() =>
      parseDocument(html(`<p><a href="#b" title="${pageMark('this')}">a</a></p><p id="b">b</p>`), {
        file: 'a',
      }),
    ).toThrow(/HTML_ATTRIBUTE_UNKNOWN/);
  });
});

describe('a margin box', () => {
  it('shows nothing where a page says none', () => {
    const css = `${band} @page sheet-1 { @bottom-center { content: none } }`;
    expect(textsOf(flow(`<footer><p>foot</p></footer>${lines(4)}`, css), 'running')).toEqual([[], ['foot']]);
  });
});
