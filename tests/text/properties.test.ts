import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, type Line, type Paragraph, Typesetter } from '../../src/text/index.ts';
import { faces, opened, typesetter } from './faces.ts';
import { isMeeting } from './meeting.ts';

const words = fc.constantFrom(
  'call',
  'helpline',
  '988',
  '⁦1-800-662-4357⁩',
  'Tie\u0302\u0301ng',
  'AVATAR',
  '(free)',
  '“why?”',
  'Помощь',
  'اتصل',
  'المساعدة،',
  'می\u200cخواهم',
  'بِسْمِ',
  'कॉल',
  'क्षमा।',
  '\u2067Medicaid 24/7\u2069',
  '\ufffc',
  'a\u2014b',
  '\u200f!',
  '\u200e',
  '\u202babc\u202c',
  '日本語',
  '👍🏽',
);
const gaps = fc.constantFrom(' ', ' ', ' ', '  ', '\n', '\u00a0', '', '\t', '\u200b');

const recipes = fc.record({
  tokens: fc.array(fc.tuple(words, gaps), { maxLength: 25 }),
  direction: fc.constantFrom('ltr' as const, 'rtl' as const),
  cuts: fc.array(fc.nat(150), { maxLength: 3 }),
  noWrap: fc.boolean(),
  words: fc.constantFrom('normal' as const, 'keep-all' as const, 'auto-phrase' as const),
});
type Recipe = typeof recipes extends fc.Arbitrary<infer R> ? R : never;

/** Faces are put in here, so that a counterexample does not print font files. */
function paragraphOf({ tokens, direction, cuts, noWrap, words }: Recipe): Paragraph {
  const text = tokens.map(([word, gap]) => word + gap).join('');
  const isInside = (at: number) => at > 0 && at < text.length && !/^[\udc00-\udfff]/.test(text.slice(at));
  const edges = [0, ...new Set(cuts.filter(isInside).sort((a, b) => a - b)), text.length];
  const spans = edges.slice(1).map((end, i) => ({
    start: edges[i]!,
    end,
    faces:
      i % 2 === 0
        ? [faces.noto, faces.naskh, faces.devanagari]
        : [faces.arabic, faces.devanagari, faces.bold],
    size: 10 + i,
    language: 'en',
    noWrap: noWrap && i === 1,
  }));
  const objects = [...text.matchAll(/\ufffc/g)].map((_, i) => 7 + i);
  return { text, direction, spans, objects, breaking: { strictness: 'strict', words } };
}

const measures = fc.double({ min: 20, max: 400, noNaN: true });
const CONTROL = /[\n\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

function runsOf(lines: readonly Line[]) {
  return lines.flatMap((line) => line.runs);
}

describe('lines of any paragraph', () => {
  it('hold every character once, in one line and one run, but for the controls', () => {
    fc.assert(
      fc.property(recipes, measures, (recipe, measure) => {
        const paragraph = paragraphOf(recipe);
        const lines = breakLines(typesetter.shape(paragraph), measure, { wrap: 'wrap' });
        let at = 0;
        for (const line of lines) {
          expect(line.start).toBe(at);
          expect(line.end).toBeGreaterThan(line.start);
          expect(line.visibleEnd).toBeLessThanOrEqual(line.end);
          for (const run of line.runs) {
            expect(run.start).toBeGreaterThanOrEqual(line.start);
            expect(run.end).toBeLessThanOrEqual(line.end);
          }
          at = line.end;
        }
        expect(at).toBe(paragraph.text.length);
        const owners = new Uint8Array(paragraph.text.length);
        for (const { start, end } of runsOf(lines)) for (let i = start; i < end; i++) owners[i]!++;
        owners.forEach((count, i) => {
          expect(count).toBe(CONTROL.test(paragraph.text.charAt(i)) ? 0 : 1);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('are as wide as their glyphs, and their runs stand side by side', () => {
    fc.assert(
      fc.property(recipes, measures, (recipe, measure) => {
        const paragraph = paragraphOf(recipe);
        for (const line of breakLines(typesetter.shape(paragraph), measure, { wrap: 'wrap' })) {
          let x = line.runs[0]?.x ?? 0;
          let visible = 0;
          for (const run of line.runs) {
            expect(run.x).toBeCloseTo(x, 6);
            x += run.width;
            if (run.object !== undefined) {
              visible += run.width;
              expect(run.width).toBe(paragraph.objects![run.object]);
              continue;
            }
            let width = 0;
            run.glyphs.clusters.forEach((cluster, i) => {
              expect(cluster).toBeGreaterThanOrEqual(run.start);
              expect(cluster).toBeLessThan(run.end);
              const advance = (run.glyphs.advances[i]! * run.size) / run.face!.unitsPerEm;
              const pen = run.x + width;
              width += advance;
              if (cluster < line.visibleEnd) visible += advance;
              else if (paragraph.direction === 'ltr') expect(pen).toBeGreaterThan(line.width - 1e-6);
              else expect(pen + advance).toBeLessThan(1e-6);
            });
            expect(run.width).toBeCloseTo(width, 6);
            if (run.glyphs.length > 0) expect(Math.min(...run.glyphs.clusters)).toBe(run.start);
          }
          // The room between Han and Latin, a quarter of an em, hangs at the end of a line as a space does.
          if (Math.abs(visible - line.width) > 1e-6) {
            expect(isMeeting(paragraph.text, line.visibleEnd)).toBe(true);
            const [least, most] = [Math.min, Math.max].map((of) =>
              of(...paragraph.spans.map(({ size }) => size / 4)),
            );
            expect(visible - line.width).toBeGreaterThan(least! - 0.01);
            expect(visible - line.width).toBeLessThan(most! + 0.01);
          }
          if (paragraph.direction === 'ltr') expect(line.runs[0]?.x ?? 0).toBe(0);
          else expect(x).toBeCloseTo(line.width, 6);
        }
      }),
      {
        numRuns: 300,
        // A line that ends where room stands between Latin and Han.
        examples: [
          [
            {
              tokens: [
                ['call', ''],
                ['日本語', ' '],
              ],
              direction: 'ltr',
              cuts: [],
              noWrap: false,
              words: 'normal',
            },
            20,
          ],
        ],
      },
    );
  });

  it('are no wider than the measure when the longest word is not', () => {
    fc.assert(
      fc.property(
        recipes,
        measures,
        fc.constantFrom('wrap' as const, 'balance' as const),
        (recipe, extra, wrap) => {
          const paragraph = paragraphOf(recipe);
          const shaped = typesetter.shape(paragraph);
          const measure = shaped.minContent + extra;
          for (const line of breakLines(shaped, measure, { wrap }))
            expect(line.width).toBeLessThanOrEqual(measure + 0.01);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are not more when balanced, and one between forced breaks when not wrapped', () => {
    fc.assert(
      fc.property(recipes, measures, (recipe, measure) => {
        const paragraph = paragraphOf(recipe);
        const shaped = typesetter.shape(paragraph);
        const wrapped = breakLines(shaped, measure, { wrap: 'wrap' });
        expect(breakLines(shaped, measure, { wrap: 'balance' }).length).toBeLessThanOrEqual(wrapped.length);
        const { text } = paragraph;
        const forced = text === '' ? 0 : text.replace(/\n\u200e*$/, '').split('\n').length;
        expect(breakLines(shaped, measure, { wrap: 'nowrap' }).length).toBe(forced);
      }),
      { numRuns: 200 },
    );
  });

  it('do not depend on what was remembered', () => {
    fc.assert(
      fc.property(recipes, measures, (recipe, measure) => {
        const paragraph = paragraphOf(recipe);
        const options = { wrap: 'balance' } as const;
        const first = breakLines(typesetter.shape(paragraph), measure, options);
        expect(
          breakLines(typesetter.shape({ ...paragraph, spans: [...paragraph.spans] }), measure, options),
        ).toBe(first);
        const fresh = breakLines(
          new Typesetter(opened, { characters: 0 }).shape(paragraph),
          measure,
          options,
        );
        expect(fresh).not.toBe(first);
        expect(fresh).toEqual(first);
      }),
      { numRuns: 100 },
    );
  });
});
