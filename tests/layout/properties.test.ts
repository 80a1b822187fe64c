import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rect } from '../../src/geometry/index.ts';
import type { Fragment, LayoutResult } from '../../src/layout/index.ts';
import { layout } from './setting.ts';

/** Random pages of blocks, grids, lists, pictures and absolutely positioned boxes, with Latin words only. */
const { block } = fc.letrec<{ block: string; blocks: string[] }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .array(fc.constantFrom('a', 'word', 'longer', 'words'), { minLength: 1, maxLength: 12 })
      .map((w) => `<p>${w.join(' ')}</p>`),
    fc.constantFrom(
      '<div><img alt="" src="art:40x20"></div>',
      '<p class="end">end <strong>bold</strong></p>',
      '<p class="mid">mid</p>',
      '<ul><li>item</li></ul>',
    ),
    tie('blocks').map((inner) => `<div class="pad">${inner.join('')}</div>`),
    tie('blocks').map((inner) => `<div class="grid">${inner.join('')}</div>`),
    tie('blocks').map((inner) => `<div class="auto">${inner.join('')}</div>`),
    tie('blocks').map((inner) => `<div class="held">${inner.join('')}<p class="tag">tag</p></div>`),
  ),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
}));

const css = `@page { margin: 10pt 20pt 10pt 5pt }
  .pad { padding: 2pt 3pt 4pt 5pt; margin-inline: 1pt 6pt; border-inline-start: 2pt solid #000 }
  .grid { display: grid; grid-template-columns: 30% 1fr; column-gap: 4pt }
  .auto { display: grid; grid-template-columns: auto auto; align-items: center }
  .held { position: relative } .tag { position: absolute; inset-block-start: 0; inset-inline-end: 2pt }
  .end { text-align: end } .mid { text-align: center; width: 60%; margin-inline: auto }
  ul { list-style-type: disc; padding-inline-start: 12pt } img { max-width: 100% }`;

function rects(fragments: readonly Fragment[]): Rect[] {
  return fragments.flatMap((f) => [f.rect, ...(f.kind === 'box' ? rects(f.children) : [])]);
}

const rectsOf = ({ pages }: LayoutResult): Rect[] => pages.flatMap((page) => rects(page.children));

describe('layout of any document', () => {
  it('right to left is the mirror image of left to right', () => {
    fc.assert(
      fc.property(block, (body) => {
        const ltr = rectsOf(layout({ body, css }));
        const rtl = rectsOf(layout({ body, css, dir: 'rtl' }));
        expect(rtl.length).toBe(ltr.length);
        rtl.forEach((rect, i) => {
          const { x, y, width, height } = ltr[i]!;
          expect(rect.x).toBeCloseTo(200 - x - width, 6);
          expect(rect.y).toBeCloseTo(y, 6);
          expect(rect.width).toBeCloseTo(width, 6);
          expect(rect.height).toBeCloseTo(height, 6);
        });
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('nothing leaves its page unless an overflow is told', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        const pages = ['inside-1', 'inside-2'].map((name, i) => ({ name, width: 150 - 20 * i, height: 90 }));
        const result = layout({ body: blocks.join(''), css, pages });
        fc.pre(result.overflows.length === 0);
        for (const page of result.pages)
          for (const { x, y, width, height } of rects(page.children)) {
            expect(x).toBeGreaterThan(-0.1);
            expect(y).toBeGreaterThan(-0.1);
            expect(x + width).toBeLessThan(page.width + 0.1);
            expect(y + height).toBeLessThan(page.height + 0.1);
          }
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('every character is set once, whatever pages the text is divided over', () => {
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 30, max: 120 }),
        (blocks, height) => {
          const tall = [{ name: 'page', width: 150, height: 100_000 }];
          const low = Array.from({ length: 9 }, (_, i) => ({ name: `page-${i + 1}`, width: 150, height }));
          const given = { body: blocks.join(''), css };
          expect(words(layout({ ...given, pages: low }))).toEqual(words(layout({ ...given, pages: tall })));
        },
      ),
      { numRuns: 150, seed: 1 },
    );
  });
});

function words({ pages }: LayoutResult): string[] {
  const texts = (fragments: readonly Fragment[]): string[] =>
    fragments.flatMap((f) => {
      if (f.kind === 'box') return texts(f.children);
      return f.kind === 'line' ? [f.paragraph.text.slice(f.line.start, f.line.end)] : [];
    });
  return pages
    .flatMap((page) => texts(page.children))
    .join(' ')
    .split(/\s+/)
    .sort();
}
