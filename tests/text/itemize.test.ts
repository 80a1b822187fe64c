import { describe, expect, it } from 'vitest';
import { embeddingLevels } from '../../src/text/bidi.ts';
import type { Paragraph } from '../../src/text/index.ts';
import { itemize } from '../../src/text/itemize.ts';
import { scripts } from '../../src/text/script.ts';
import { arabic, faces, paragraph } from './faces.ts';

const itemsOf = (given: Paragraph) =>
  itemize(given, embeddingLevels(given.text, given.direction)).items.map(
    ({ start, end, script, level }) => `${given.text.slice(start, end)}/${script}/${level}`,
  );

describe('scripts', () => {
  it('let spaces, digits and marks join the letters before them, at the start those that follow', () => {
    expect(new Set(scripts('“24 hours a day, e\u0301té”'))).toEqual(new Set(['Latn']));
    expect(new Set(scripts('24 घंटे।'))).toEqual(new Set(['Deva']));
  });

  it('give a closing bracket the script of its opening one', () => {
    const found = scripts('اتصل (Medicaid) بنا');
    expect([found[5], found[6], found[14]]).toEqual(['Arab', 'Latn', 'Arab']);
  });

  it('are Zyyy where there are no letters', () => {
    expect(new Set(scripts('988 (24/7)'))).toEqual(new Set(['Zyyy']));
  });
});

describe('itemize', () => {
  it('cuts where the level changes, and leaves the controls out', () => {
    expect(itemsOf(paragraph('رقم \u2066988\u2069 الآن', arabic))).toEqual([
      'رقم /Arab/1',
      '988/Arab/2',
      ' الآن/Arab/1',
    ]);
  });

  it('does not cut a word at a joiner', () => {
    expect(itemsOf(paragraph('می\u200cخواهم'))).toEqual(['می\u200cخواهم/Arab/1']);
  });

  it('keeps a conjunct and a syllable of single letters together, and an object by itself', () => {
    expect(itemsOf(paragraph('क\u094dष \u1112\u1161\u11ab'))).toEqual([
      'क\u094dष /Deva/0',
      '\u1112\u1161\u11ab/Hang/0',
    ]);
    const { items } = itemize(paragraph('\u0600\ufffca', { objects: [10] }), new Uint8Array(3));
    expect(items.map(({ start, end, object }) => [start, end, object])).toEqual([
      [0, 1, undefined],
      [1, 2, 0],
      [2, 3, undefined],
    ]);
  });

  it('sets numbers in a face of their own, with what stands between their digits', () => {
    const given = paragraph('In 4–6, 100%, 1.5 or 3. At 9-to-5 % it is 7\u20e3', {
      faces: [faces.latin, faces.noto],
    });
    const spans = [{ ...given.spans[0]!, digits: faces.bold }];
    const { items } = itemize({ ...given, spans }, new Uint8Array(given.text.length));
    const inDigits = items.filter(({ face }) => face === faces.bold);
    expect(inDigits.map(({ start, end }) => given.text.slice(start, end).trim())).toEqual([
      '4–6',
      '100%',
      '1.5',
      '3',
      '9',
      '5',
    ]);
    expect(itemize(given, new Uint8Array(given.text.length)).items).toHaveLength(1);
  });

  it.each(['(415) 555-0132', '+44 20 7946 0018', '800/315-1376 ext. 5', '1-800-662-HELP (4357)'])(
    'sets a number that is a span of its own in one face: %s',
    (number) => {
      const given = paragraph(`Call ${number} now (2026).`, { faces: [faces.latin, faces.noto] });
      const [start, end] = [5, 5 + number.length];
      const whole = { ...given.spans[0]!, digits: faces.bold };
      const spans = [
        { ...whole, end: start },
        { ...whole, start, end },
        { ...whole, start: end },
      ];
      const { items } = itemize({ ...given, spans }, new Uint8Array(given.text.length));
      const inDigits = items.filter(({ face }) => face === faces.bold);
      expect(new Set(items.filter(({ span }) => span === 1).map(({ face }) => face))).toEqual(
        new Set([faces.bold]),
      );
      expect(inDigits.at(-1)).toMatchObject({ span: 2 });
      expect(given.text.slice(inDigits.at(-1)!.start, inDigits.at(-1)!.end)).toBe('2026');
    },
  );

  it.each(['24 hours', '10000 people', '(2026) in', 'DSM-5'])('but no words: %s', (text) => {
    const given = paragraph(text, { faces: [faces.latin, faces.noto] });
    const spans = [{ ...given.spans[0]!, digits: faces.bold }];
    const { items } = itemize({ ...given, spans }, new Uint8Array(text.length));
    expect(items.some(({ face }) => face === faces.latin)).toBe(true);
  });

  it('cuts at the ends of spans', () => {
    const given = paragraph('office');
    const [whole] = given.spans;
    const spans = [
      { ...whole!, end: 2 },
      { ...whole!, start: 2, faces: [faces.bold] },
    ];
    expect(itemsOf({ ...given, spans })).toEqual(['of/Latn/0', 'fice/Latn/0']);
  });

  it('takes pictures beyond the Basic Multilingual Plane for neutral, and its right-to-left letters for such', () => {
    expect([...embeddingLevels('א👍ב', 'ltr')]).toEqual([1, 1, 1, 1]);
    expect([...embeddingLevels('a\u{1e900}', 'ltr')]).toEqual([0, 1, 1]);
  });
});
