import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type EditionName,
  editionNames,
  editions,
  inEdition,
  loadProduct,
  papers,
} from '../../src/product/index.ts';
import { pointsOf } from '../../src/product/papers.ts';
import { problemsOf } from '../content/folder.ts';

const templates = join(import.meta.dirname, '../../templates');
const poster = loadProduct('poster', templates);

describe('the table of papers', () => {
  const inch = 72;
  const mm = 72 / 25.4;
  it.each([
    ['letter', 8.5, 11, inch],
    ['legal', 8.5, 14, inch],
    ['tabloid', 11, 17, inch],
    ['half-letter', 5.5, 8.5, inch],
    ['4x9in', 4, 9, inch],
    ['4x6in', 4, 6, inch],
    ['business-card', 2, 3.5, inch],
    ['a1', 594, 841, mm],
    ['a2', 420, 594, mm],
    ['a3', 297, 420, mm],
    ['a4', 210, 297, mm],
    ['a5', 148, 210, mm],
    ['a6', 105, 148, mm],
    ['dl', 99, 210, mm],
    ['card', 53.98, 85.6, mm],
  ])('has %s of %d by %d', (name, width, height, unit) => {
    expect(papers[name]!.width).toBeCloseTo(width * unit, 9);
    expect(papers[name]!.height).toBeCloseTo(height * unit, 9);
  });

  it('has no other', () => {
    expect(Object.keys(papers)).toHaveLength(15);
  });

  it.each([
    ['288pt', 288],
    ['4in', 288],
    ['25.4 mm', 72],
    ['2.54cm', 72],
    ['99999in', 7_199_928],
    ['0.1234mm', (0.1234 * 72) / 25.4],
  ])('is said in lengths with their units: %s', (length, points) => {
    expect(pointsOf(length)).toBeCloseTo(points, 6);
  });

  it.each(['4', '4 px', '4.in', '.5in', '1.12345mm', '100000mm', '4  in', '4in ', '-4in', '4IN'])(
    'knows no length %s',
    (length) => expect(pointsOf(length)).toBeUndefined(),
  );
});

describe('a product in an edition', () => {
  const made = {
    ...poster,
    papers: ['letter', 'a4', 'a5', '4x9in'],
    editions: [...editionNames],
    carries: [
      'title',
      'opening',
      'sections',
      'sections.*.line',
      'helplines.main.call',
      'closing',
      'disclosure',
    ],
    leaves: ['kicker'],
    fit: { ...poster.fit, min: 10, max: 13 },
    floors: { text: 9, body: 9.5, disclosure: 9 },
    helpline: { loud: ['poster'], minSize: 16 },
  };
  const inIt = (name: EditionName, more: object = {}) => inEdition({ ...made, ...more }, name, () => []);

  it('is one of these', () => {
    const asked = Object.values(editions).map((edition) => ({ ...edition, about: undefined }));
    const narrowest = 540;
    expect(Object.fromEntries(asked.map((edition, i) => [editionNames[i], edition]))).toEqual({
      standard: { kind: 'standard' },
      'large-print': { kind: 'large-print', least: 18, body: 18, narrowest },
      'large-print-20': { kind: 'large-print', least: 18, body: 20, narrowest },
      'large-print-22': { kind: 'large-print', least: 18, body: 22, narrowest },
      'high-contrast': { kind: 'high-contrast', colors: 'black-white' },
      'high-contrast-dark': {
        kind: 'high-contrast',
        colors: 'black-white',
        dark: true,
        least: 10,
        thinnest: 0.75,
      },
      'easy-read': { kind: 'easy-read', least: 14, body: 14 },
      'ink-saving': { kind: 'ink-saving', colors: 'gray' },
    });
  });

  it.each(['standard', 'high-contrast', 'ink-saving'] as const)(
    'is the same but for its looks: %s',
    (name) => {
      expect(inIt(name)).toEqual(made);
    },
  );

  it.each([
    ['large-print', 18, 18],
    ['large-print-20', 18, 20],
    ['large-print-22', 18, 22],
    ['easy-read', 14, 14],
  ] as const)('has its floors: %s has %d pt for any text, %d for the body', (name, least, body) => {
    const { floors, helpline, fit } = inIt(name);
    expect(floors).toEqual({ text: least, body, disclosure: least });
    expect(helpline).toEqual({ loud: ['poster'], minSize: Math.max(16, least) });
    expect([fit.min, fit.max, fit.step]).toEqual([body, body, made.fit.step]);
  });

  it('keeps floors of its own that are higher, and a range that reaches the body of the edition', () => {
    const floors = { text: 19, body: 21, disclosure: 20 };
    const high = {
      floors,
      helpline: { loud: ['poster'], minSize: 60 },
      fit: { ...made.fit, min: 21, max: 44 },
    };
    const product = inIt('large-print', high);
    expect([product.floors, product.helpline.minSize]).toEqual([floors, 60]);
    expect(product.fit).toMatchObject({ min: 21, max: 44 });
    expect(inIt('large-print', { fit: { ...made.fit, min: 12, max: 18 } }).fit).toMatchObject({
      min: 12,
      max: 18,
    });
    expect(inIt('large-print', { fit: { ...made.fit, min: 12, max: 17.9 } }).fit).toMatchObject({
      min: 18,
      max: 18,
    });
  });

  it('has no papers that are too narrow for large print, however they lie', () => {
    expect(inIt('large-print').papers).toEqual(['letter', 'a4']);
    expect(inIt('easy-read').papers).toEqual(made.papers);
    const own = { edge: { width: 700, height: 540 }, thin: { width: 700, height: 539.9 } };
    expect(inIt('large-print', { papers: ['edge', 'thin'], ownPapers: own }).papers).toEqual(['edge']);
  });

  it('says its short sentences in place of all that is said at length, where the first of that stood', () => {
    const { carries, leaves } = inIt('easy-read');
    expect(carries).toEqual(['title', 'easy', 'helplines.main.call', 'disclosure']);
    expect(leaves).toEqual(['kicker', 'opening', 'sections', 'closing', 'overview', 'sources']);
    const first = inIt('easy-read', { carries: ['overview', 'title'] });
    expect(first.carries).toEqual(['easy', 'title']);
    expect(inIt('easy-read', { carries: ['title', 'openings'] }).carries).toEqual([
      'easy',
      'title',
      'openings',
    ]);
  });

  it('is refused where it is not made in it, with who is', () => {
    const only = { ...made, editions: ['standard', 'ink-saving'] as const satisfies readonly EditionName[] };
    const refused = (others: readonly string[]) =>
      problemsOf(() => inEdition({ ...only, editions: [...only.editions] }, 'large-print', () => others))[0];
    expect(refused(['handout'])).toMatchObject({
      code: 'PRODUCT_INVALID',
      message: 'poster is not made in the edition "large-print".',
      hint: 'handout is; poster is made in standard, ink-saving.',
    });
    expect(refused(['handout', 'booklet'])!.hint).toBe(
      'handout, booklet are; poster is made in standard, ink-saving.',
    );
    expect(refused([])!.hint).not.toContain('is made in');
  });
});
