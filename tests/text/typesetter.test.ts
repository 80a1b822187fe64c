import { describe, expect, it } from 'vitest';
import { breakLines, Faces, type Paragraph, Typesetter } from '../../src/text/index.ts';
import { buildLine } from '../../src/text/line-runs.ts';
import type { PreparedParagraph } from '../../src/text/prepared-paragraph.ts';
import { faces, opened, paragraph } from './faces.ts';

const shaped = ({ text, ...rest }: Paragraph, typesetter: Typesetter) => typesetter.shape({ text, ...rest });
const plain = paragraph('Call now');
const [span] = plain.spans as [Paragraph['spans'][number]];

/** Paragraphs that each differ from `plain` in one thing. */
const others: Readonly<Record<string, Paragraph>> = {
  text: paragraph('Call Now'),
  direction: { ...plain, direction: 'rtl' },
  strictness: { ...plain, breaking: { ...plain.breaking, strictness: 'strict' } },
  'breaking of words': { ...plain, breaking: { ...plain.breaking, words: 'keep-all' } },
  'words kept with the next': { ...plain, breaking: { ...plain.breaking, withNext: ['call'] } },
  'a binding of letters': { ...plain, breaking: { ...plain.breaking, bindsLetters: true } },
  size: { ...plain, spans: [{ ...span, size: 12.25 }] },
  language: { ...plain, spans: [{ ...span, language: 'es' }] },
  'faces in another order': { ...plain, spans: [{ ...span, faces: [...span.faces].reverse() }] },
  'one face less': { ...plain, spans: [{ ...span, faces: [faces.latin] }] },
  'no wrapping': { ...plain, spans: [{ ...span, noWrap: true }] },
  'a span more': {
    ...plain,
    spans: [
      { ...span, end: 4 },
      { ...span, start: 4 },
    ],
  },
  'a span divided elsewhere': {
    ...plain,
    spans: [
      { ...span, end: 5 },
      { ...span, start: 5 },
    ],
  },
  'an object': { ...paragraph('Call \ufffcow'), objects: [10] },
  'a wider object': { ...paragraph('Call \ufffcow'), objects: [11] },
};

describe('a typesetter', () => {
  it('remembers a paragraph by its content, whichever objects hold it', () => {
    const typesetter = new Typesetter(opened);
    const first = typesetter.shape(plain);
    const copy = structuredClone({ ...plain, spans: [] });
    expect(typesetter.shape({ ...copy, spans: [{ ...span, faces: [...span.faces] }] })).toBe(first);
    expect(typesetter.counts).toEqual({ shaped: 1, sized: 0, hits: 1 });
  });

  it('remembers a text in as many sizes as copyfitting asks for in turn', () => {
    const typesetter = new Typesetter(opened);
    const sizes = Array.from({ length: 16 }, (_, i) => ({
      ...plain,
      spans: [{ ...span, size: 10 + i / 4 }],
    }));
    const first = sizes.map((each) => typesetter.shape(each));
    expect(sizes.map((each) => typesetter.shape(each))).toEqual(first);
    expect(typesetter.counts).toEqual({ shaped: 1, sized: 15, hits: 16 });
    for (let i = 0; i < 16; i++) typesetter.shape({ ...plain, spans: [{ ...span, size: 20 + i }] });
    expect(typesetter.shape(sizes[0]!)).not.toBe(first[0]);
  });

  it('remembers the lines of a text in as many measures as are asked for in turn, and no more', () => {
    const prepared = new Typesetter(opened).shape(plain) as PreparedParagraph;
    const lines = Array.from({ length: 12 }, (_, i) => breakLines(prepared, 20 + i, { wrap: 'wrap' }));
    lines.forEach((each, i) => {
      expect(breakLines(prepared, 20 + i, { wrap: 'wrap' })).toBe(each);
    });
    breakLines(prepared, 99, { wrap: 'wrap' });
    expect(prepared.broken).toHaveLength(12);
    expect(breakLines(prepared, 20, { wrap: 'wrap' })).not.toBe(lines[0]);
  });

  it.each(Object.keys(others))('takes a paragraph that differs in %s for another', (difference) => {
    const typesetter = new Typesetter(opened);
    const first = shaped(plain, typesetter);
    const other = shaped(others[difference]!, typesetter);
    expect(other).not.toBe(first);
    expect(other.paragraph).toEqual(others[difference]);
    expect(shaped(others[difference]!, typesetter)).toBe(other);
    expect(shaped(plain, typesetter)).toBe(first);
  });

  it('shapes a text once for all its sizes, and gives what shaping it anew gives', () => {
    const typesetter = new Typesetter(opened);
    const off = new Typesetter(opened, { characters: 0 });
    const text = 'AVATAR \u2066988\u2069 \ufffc اتصل المساعدة';
    const stack = [faces.noto, faces.naskh];
    const at = (size: number, wide: number) => {
      const cut = 7;
      return {
        ...paragraph(text),
        objects: [wide],
        spans: [
          { start: 0, end: cut, faces: stack, size, language: 'en' },
          { start: cut, end: text.length, faces: stack, size: size * 1.5, language: 'en' },
        ],
      };
    };
    const asked = [10, 11.25, 7, 10, 30, 12, 13, 10].flatMap((size) => [at(size, 5), at(size, 8)]);
    for (const given of asked)
      for (const measure of [40, 90]) {
        const [one, other] = [typesetter.shape(given), off.shape(given)];
        const lines = breakLines(one, measure, { wrap: 'wrap' });
        expect(lines).toEqual(breakLines(other, measure, { wrap: 'wrap' }));
        expect([one.minContent, one.maxContent]).toEqual([other.minContent, other.maxContent]);
      }
    const { shaped, sized, hits } = typesetter.counts;
    expect([shaped, sized + hits]).toEqual([1, asked.length * 2 - 1]);
    expect(off.counts.shaped).toBe(asked.length * 2);
  });

  it('cuts cursive text at one place for many measures as if each were the first', () => {
    const text = 'اتصل بخط المساعدة المجاني في أي وقت من النهار أو الليل ولن يسألك أحد عن اسمك';
    const given = { ...paragraph(text, { faces: [faces.naskh], language: 'ar' }), direction: 'rtl' as const };
    const kept = new Typesetter(opened).shape({
      ...given,
      breaking: { strictness: 'normal', words: 'normal' },
    });
    for (let measure = 20; measure < 320; measure += 1.5)
      expect(breakLines(kept, measure, { wrap: 'wrap' })).toEqual(
        breakLines(new Typesetter(opened, { characters: 0 }).shape(given), measure, { wrap: 'wrap' }),
      );
    // Not only at spaces: within a word, too, where letters join.
    const word = paragraph('المستشفيات', { faces: [faces.naskh], language: 'ar' });
    const { text: shapedText } = new Typesetter(opened).shape(word) as PreparedParagraph;
    const line = (from: number, to: number) =>
      buildLine(
        { ...(new Typesetter(opened).shape(word) as PreparedParagraph), text: shapedText },
        from,
        to,
        to,
      );
    const fresh = (from: number, to: number) =>
      buildLine(new Typesetter(opened).shape(word) as PreparedParagraph, from, to, to);
    for (const [from, to] of [
      [0, 3],
      [0, 5],
      [0, 3],
      [2, 5],
      [2, 8],
    ] as const)
      expect(line(from, to)).toEqual(fresh(from, to));
  });

  it('gives two paragraphs that differ in wrapping their own lines', () => {
    const typesetter = new Typesetter(opened);
    const linesOf = (given: Paragraph) => breakLines(typesetter.shape(given), 30, { wrap: 'wrap' }).length;
    expect([linesOf(plain), linesOf(others['no wrapping']!), linesOf(plain)]).toEqual([2, 1, 2]);
  });

  it('keeps nothing at size 0, and gives the same', () => {
    const off = new Typesetter(opened, { characters: 0 });
    const on = new Typesetter(opened);
    expect(off.shape(plain)).not.toBe(off.shape(plain));
    expect(off.counts).toEqual({ shaped: 2, sized: 0, hits: 0 });
    for (const given of Object.values(others))
      expect(breakLines(off.shape(given), 40, { wrap: 'wrap' })).toEqual(
        breakLines(on.shape(given), 40, { wrap: 'wrap' }),
      );
  });

  it('is bounded: what was used least lately goes first, what is used stays', () => {
    const typesetter = new Typesetter(opened, { characters: 1000 });
    const often = typesetter.shape(plain);
    for (let i = 0; i < 100; i++) {
      typesetter.shape(paragraph(`Line ${i}`));
      expect(typesetter.shape(plain)).toBe(often);
    }
    const before = typesetter.counts.shaped;
    typesetter.shape(paragraph('Line 99'));
    expect(typesetter.counts.shaped).toBe(before);
    typesetter.shape(paragraph('Line 0'));
    expect(typesetter.counts.shaped).toBe(before + 1);
  });

  it('does not keep a paragraph that is larger than all it may keep', () => {
    const typesetter = new Typesetter(opened, { characters: 1000 });
    typesetter.shape(plain);
    const long = paragraph('word '.repeat(400));
    expect(typesetter.shape(long)).not.toBe(typesetter.shape(long));
    typesetter.shape(plain);
    expect(typesetter.counts).toEqual({ shaped: 3, sized: 0, hits: 1 });
  });

  it('forgets all when asked to', () => {
    const typesetter = new Typesetter(opened);
    const first = typesetter.shape(plain);
    typesetter.clear();
    expect(typesetter.shape(plain)).not.toBe(first);
    expect(typesetter.counts).toEqual({ shaped: 2, sized: 0, hits: 0 });
  });

  it('takes faces of its own Faces only: the ids of others mean other fonts', () => {
    const typesetter = new Typesetter(new Faces());
    expect(() => typesetter.shape(plain)).toThrow(/its own Faces/);
  });
});
