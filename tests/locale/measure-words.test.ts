/** Each word by which a language measures, of `measure-words.txt`, is read beside a number; signs in every language. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measures, signs, spoons } from '../../src/locale/quantities/measure-words.ts';
import { quantitiesIn } from '../../src/locale/quantities/measured.ts';
import { unitWordsOf } from '../../src/locale/quantities/unit-words.ts';

const lines = readFileSync(new URL('measure-words.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const rows = lines.map((line) => {
  const [, tag, unit, words] = /^(\w+) (\S+): (.+)$/.exec(line)!;
  return { tag: tag!, unit: unit!, words: words!.split(' ') };
});
const isSign = (unit: string) => unit in signs && unit !== 'hour' && unit !== 'minute';

describe('a word that measures', () => {
  it.each(rows)('is read beside a number: $tag $unit: $words', ({ tag, unit, words }) => {
    for (const written of words) {
      const word = written.replace('*', '').replaceAll('_', ' ');
      // siku 5
      const text = tag === 'sw' && /^[a-z]/.test(unit) ? `${word} 5` : `5 ${word}`;
      const [found, ...more] = quantitiesIn(text, tag);
      expect.soft(found, text).toMatchObject({ values: [5], unit });
      expect.soft(more, text).toEqual([]);
      if (!written.endsWith('*') || tag === 'en') continue;
      expect.soft(quantitiesIn(`5 ${word}abcdef`, tag)[0]?.unit, `${text}…`).toBe(unit);
    }
  });

  it.each(['en', 'ja', 'ps', 'sw'])('is a sign in every language: %s', (tag) => {
    for (const { unit, words } of rows.filter(({ tag: of, unit: name }) => of === 'en' && isSign(name)))
      for (const word of words)
        expect.soft(quantitiesIn(`5 ${word.replace('*', '').replaceAll('_', ' ')}`, tag)[0]?.unit).toBe(unit);
  });

  it('is in the list of them', () => {
    const listed = [
      ...Object.entries(signs).map(([unit, words]) => `en ${unit}: ${words}`),
      ...Object.entries(measures).flatMap(([tag, { times, pieces, more }]) =>
        Object.entries({ times, pieces, ...more }).map(([unit, words]) => `${tag} ${unit}: ${words}`),
      ),
      ...Object.entries(spoons).flatMap(([tag, named]) =>
        Object.entries(named).map(([unit, words]) => `${tag} ${unit}: ${words}`),
      ),
    ];
    expect(lines).toEqual(listed);
  });

  it('has endings where a language gives its words many', () => {
    const any = Object.entries(measures).flatMap(([tag, { hasEndings }]) =>
      hasEndings === true ? [tag] : [],
    );
    expect(any.join(' ')).toBe('tr hi ne bn gu pa ta te hy ka');
    for (const [text, tag] of [
      ['5 saatlik', 'tr'],
      ['5 घंटेभर', 'hi'],
      ['5 ժամանոց', 'hy'],
      ['5 நாட்களுக்குள்', 'ta'],
    ] as const)
      expect.soft(quantitiesIn(text, tag)[0]?.unit, text).toBeDefined();
    expect(quantitiesIn('5 horasxyz', 'es')[0]?.unit).toBeUndefined();
  });

  it('stands before its number where a language says so, and a sign on either side', () => {
    const side = (tag: string, word: string) => unitWordsOf(tag).find((one) => one.word === word)?.side;
    expect([
      side('sw', 'siku'),
      side('en', 'days'),
      side('en', '$'),
      side('en', 'mg'),
      side('sw', 'mg'),
    ]).toEqual(['before', 'after', 'either', 'after', 'either']);
  });
});
