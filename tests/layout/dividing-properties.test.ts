import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fragment, LayoutResult, LineFragment } from '../../src/layout/index.ts';
import { layoutDocument } from '../../src/layout/index.ts';
import { inputFor, styledAt } from './setting.ts';

/** Random content of all kinds that pages divide. */
const words = fc
  .array(fc.constantFrom('a', 'word', 'longer', 'words', 'and'), { minLength: 1, maxLength: 30 })
  .map((all) => all.join(' '));
const { block } = fc.letrec<{ block: string; blocks: string[]; item: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words.map((text) => `<p>${text}</p>`),
    words.map((text) => `<h1>${text.slice(0, 20)}</h1>`),
    fc.array(tie('item'), { minLength: 1, maxLength: 4 }).map((items) => `<ul>${items.join('')}</ul>`),
    fc
      .array(tie('item'), { minLength: 1, maxLength: 4 })
      .map((items) => `<ol class="marked">${items.join('')}</ol>`),
    tie('blocks').map((inner) => `<div class="side"><p>1</p><div>${inner.join('')}</div></div>`),
    tie('blocks').map((inner) => `<section class="ground">${inner.join('')}</section>`),
    tie('blocks').map((inner) => `<section class="high">${inner.join('')}</section>`),
    tie('blocks').map((inner) => `<section class="whole">${inner.join('')}</section>`),
    fc
      .array(fc.tuple(words, words), { minLength: 1, maxLength: 8 })
      .map(
        (rows) =>
          `<table><caption>cap</caption><thead><tr><th>H</th><th>I</th></tr></thead><tbody>${rows
            .map(([a, b]) => `<tr><td>${a}</td><td>${b}</td></tr>`)
            .join('')}</tbody></table>`,
      ),
  ),
  item: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words.map((text) => `<li><b>-</b><p>${text}</p></li>`),
    fc
      .tuple(words, tie('block'))
      .map(([text, inner]) => `<li><b>-</b><div><p>${text}</p>${inner}</div></li>`),
  ),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
}));

const css = `p, h1, li, th, td, caption { font-size: 8pt; line-height: 10pt } p + p { margin-block-start: 3pt }
  h1 { break-after: avoid; break-inside: avoid } ul > li { display: grid; grid-template-columns: 10pt 1fr; list-style-type: none }
  .marked > li { list-style-type: decimal } ol { padding-inline-start: 12pt }
  .side { display: grid; grid-template-columns: 14pt 1fr; align-items: start } .ground { padding: 4pt; border: 1pt solid #000 }
  .high { height: 160pt } .whole { break-inside: avoid } table { width: 100% } td, th { padding: 1pt 2pt }`;

function flow(body: string, height: number): LayoutResult {
  const pages = { flow: { width: 140, height }, most: 300, name: (i: number) => `sheet-${i + 1}` };
  return layoutDocument(styledAt({ body, css })(10), { ...inputFor(), pages });
}

function linesOf({ children }: LayoutResult['pages'][number]): LineFragment[] {
  const visit = (fragments: readonly Fragment[]): LineFragment[] =>
    fragments.flatMap((f) => (f.kind === 'box' ? visit(f.children) : f.kind === 'line' ? [f] : []));
  return visit(children);
}

/** The lines of each element in the order of the pages; markers and what a table repeats are left out. */
function byElement(result: LayoutResult): Record<string, string[]> {
  const lines: Record<string, string[]> = {};
  for (const page of result.pages)
    for (const { pieces, paragraph, line, role } of linesOf(page)) {
      const [first] = pieces;
      if (role === 'running' || first === undefined) continue;
      const key = `${first.element.name} ${first.element.index}${first.node.kind === 'element' ? ' marker' : ''}`;
      lines[key] = [...(lines[key] ?? []), paragraph.text.slice(line.start, line.end).trim()];
    }
  return lines;
}

const any = fc.tuple(fc.array(block, { minLength: 1, maxLength: 5 }), fc.integer({ min: 60, max: 160 }));

describe('whatever flows over pages', () => {
  it('has every line of every element once and in order, markers too', () => {
    fc.assert(
      fc.property(any, ([blocks, height]) => {
        const body = blocks.join('');
        expect(byElement(flow(body, height))).toEqual(byElement(flow(body, 100_000)));
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('stays on its pages, unless an overflow is told', () => {
    fc.assert(
      fc.property(any, ([blocks, height]) => {
        const result = flow(blocks.join(''), height);
        fc.pre(result.overflows.length === 0);
        for (const page of result.pages)
          for (const { rect } of linesOf(page)) {
            expect(rect.y).toBeGreaterThan(-0.1);
            expect(rect.y + rect.height).toBeLessThan(height + 0.1);
          }
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  it('is laid out in as many pages as it needs: none is empty', () => {
    fc.assert(
      fc.property(any, ([blocks, height]) => {
        const { pages } = flow(blocks.join(''), height);
        for (const page of pages) expect(page.children.length).toBeGreaterThan(0);
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});
