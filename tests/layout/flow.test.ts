import { describe, expect, it } from 'vitest';
import { fit as copyfit, type LayoutInput, layoutDocument } from '../../src/layout/index.ts';
import { dumpFragments } from './dump.ts';
import { type Case, inputFor, layout, styledAt } from './setting.ts';

const lines = (count: number) => Array.from({ length: count }, (_, i) => `<p>line ${i}</p>`).join('');
const flowing = (most = 20): LayoutInput => ({
  ...inputFor(),
  pages: { flow: { width: 100, height: 50 }, most, name: (i) => `sheet-${i + 1}` },
});
const flow = (given: Case, most?: number) => layoutDocument(styledAt(given)(10), flowing(most));

describe('pages that flow', () => {
  it.each([
    [0, 1],
    [1, 1],
    [3, 1],
    [4, 2],
    [6, 2],
    [7, 3],
  ])('for %i lines of text, three to a page, are %i', (count, pages) => {
    const result = flow({ body: lines(count) });
    expect(result.pages.map(({ name, index }) => [name, index])).toEqual(
      Array.from({ length: pages }, (_, i) => [`sheet-${i + 1}`, i]),
    );
    expect(result.overflows).toEqual([]);
  });

  it('are laid out as a product of exactly so many pages is', () => {
    const css = `@page { margin: 0 0 5pt; @bottom-center { content: element(foot) } } footer { position: running(foot) }
      .new { break-before: page } h1 { break-after: avoid }`;
    const body = `<footer></footer>${lines(4)}<h1 class="new">head</h1>${lines(2)}<p>${'word '.repeat(70)}</p>`;
    const result = flow({ css, body });
    const pages = result.pages.map(({ name, width, height }) => ({ name, width, height }));
    expect(pages.length).toBeGreaterThan(4);
    expect(dumpFragments(result)).toBe(dumpFragments(layout({ css, body, pages })));
  });

  it('are as many as are allowed, and what is left is told of the last', () => {
    expect(flow({ body: lines(6) }, 2).overflows).toEqual([]);
    const { pages, overflows } = flow({ body: lines(7) }, 2);
    expect(pages.map(({ name }) => name)).toEqual(['sheet-1', 'sheet-2']);
    expect(overflows).toMatchObject([{ page: 'sheet-2', axis: 'block', by: 10 }]);
  });

  it('have the name of their row, and no other', () => {
    expect(flow({ body: lines(4), css: 'p { page: sheet }' }).pages.length).toBe(2);
    expect(() => flow({ body: lines(4), css: 'p { page: cover }' })).toThrow(/wants a page "cover"/);
  });

  it('leave no page empty behind the last break', () => {
    expect(flow({ body: lines(2), css: 'p { break-after: page }' }).pages.length).toBe(2);
  });

  it('are copyfitted by how much the last holds too much', () => {
    const styleAt = styledAt({ body: lines(6), css: 'p { font-size: 1rem }' });
    const range = { min: 4, max: 20, step: 0.25, air: 1 };
    const { rem, result } = copyfit(styleAt, flowing(1), range);
    expect(result.overflows).toEqual([]);
    expect(layoutDocument(styleAt(rem + 0.25, 1), flowing(1)).overflows).not.toEqual([]);
  });

  describe('whose last holds little', () => {
    const fitted = (count: number, min: number) => {
      const styleAt = styledAt({ body: lines(count), css: 'p { font-size: 1rem }' });
      const { rem, result } = copyfit(styleAt, flowing(), { min, max: 10, step: 0.25, air: 1 });
      expect(result.overflows).toEqual([]);
      return [rem, result.pages.length];
    };

    it.each([
      ['are one fewer at the largest size that takes it in', 4, 4, 8.25, 1],
      ['are as they were where not even the smallest does', 4, 8.5, 10, 2],
      ['are as they were where it is the only size', 4, 10, 10, 2],
      ['are as they were where it holds more', 5, 4, 10, 2],
      ['are as they were where it is the only page', 1, 4, 10, 1],
      ['are one fewer and not two', 7, 4, 8.25, 2],
    ])('%s', (_, count, min, rem, pages) => {
      expect(fitted(count, min)).toEqual([rem, pages]);
    });
  });
});
