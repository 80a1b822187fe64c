import bidiModule, { type Bidi } from 'bidi-js';
import { expect, it } from 'vitest';
import { embeddingLevels, lineLevels, visualOrder } from '../../src/text/bidi.ts';
import { fromHex, testLines } from '../unicode/test-file.ts';

/** A character of each Bidi_Class. */
const samples: Record<string, string> = {
  L: 'a',
  R: '\u05d0',
  AL: '\u0627',
  EN: '1',
  ES: '+',
  ET: '$',
  AN: '\u0661',
  CS: ',',
  NSM: '\u0300',
  BN: '\u00ad',
  B: '\u2029',
  S: '\t',
  WS: ' ',
  ON: '!',
  LRE: '\u202a',
  RLE: '\u202b',
  PDF: '\u202c',
  LRO: '\u202d',
  RLO: '\u202e',
  LRI: '\u2066',
  RLI: '\u2067',
  FSI: '\u2068',
  PDI: '\u2069',
};

/**
 * Rules P2 and P3: the direction of the first letter outside isolates; left to right where there is none. Paragraphs are
 * always given their direction, so the press has no use for this; the test has it to run the cases that leave it open.
 */
function directionOf(types: readonly string[]): 'ltr' | 'rtl' {
  let depth = 0;
  for (const type of types) {
    if (type === 'B') break;
    if (type === 'LRI' || type === 'RLI' || type === 'FSI') depth++;
    else if (type === 'PDI') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (type === 'L' || type === 'R' || type === 'AL'))
      return type === 'L' ? 'ltr' : 'rtl';
  }
  return 'ltr';
}

/** Levels of a text set on one line, one a code point, `x` where the test file has `x`; and its visual order. */
function resolved(text: string, direction: 'ltr' | 'rtl', expected: readonly string[]): [string, string] {
  const levels = lineLevels(text, embeddingLevels(text, direction), 0, text.length, direction);
  const shown: string[] = [];
  const kept: { level: number; index: number }[] = [];
  let at = 0;
  [...text].forEach((character, index) => {
    const level = levels[at]!;
    at += character.length;
    if (expected[index] === 'x') shown.push('x');
    else {
      shown.push(String(level));
      kept.push({ level, index });
    }
  });
  return [
    shown.join(' '),
    visualOrder(kept)
      .map(({ index }) => index)
      .join(' '),
  ];
}

it('gives every sequence of BidiTest 17.0 its levels and its order', () => {
  let levels: string[] = [];
  let order = '';
  let cases = 0;
  const wrong: string[] = [];
  for (const line of testLines('BidiTest-17.0.0')) {
    if (line.startsWith('@Levels:')) levels = line.slice(8).trim().split(/\s+/);
    else if (line.startsWith('@Reorder:')) order = line.slice(9).trim();
    else {
      const [classes, directions] = line.split(';');
      const types = classes!.trim().split(/\s+/);
      const text = types.map((name) => samples[name]!).join('');
      for (const [bit, direction] of [
        [1, directionOf(types)],
        [2, 'ltr'],
        [4, 'rtl'],
      ] as const) {
        if ((Number.parseInt(directions!, 16) & bit) === 0) continue;
        cases++;
        const [gotLevels, gotOrder] = resolved(text, direction, levels);
        if (gotLevels !== levels.join(' ') || gotOrder !== order)
          wrong.push(`${direction}: ${line} got ${gotLevels}`);
      }
    }
  }
  expect(cases).toBe(770_241);
  expect(wrong.slice(0, 10)).toEqual([]);
});

// The package's declarations describe its ESM build; Node loads the CommonJS one, whose export is the factory itself.
const bidi = (bidiModule as unknown as () => Bidi)();
const typeOf = (character: string): string => bidi.getBidiCharTypeName(character);

it('gives every text of BidiCharacterTest 17.0 its levels and its order', () => {
  let cases = 0;
  const wrong: string[] = [];
  for (const line of testLines('BidiCharacterTest-17.0.0')) {
    const [hex, direction, level, levels, order] = line.split(';');
    const text = fromHex(hex!);
    const found = directionOf([...text].map((character) => typeOf(character)));
    const given = (['ltr', 'rtl'] as const)[Number(direction)] ?? found;
    cases++;
    const [gotLevels, gotOrder] = resolved(text, given, levels!.split(' '));
    if (gotLevels !== levels || gotOrder !== order || (given === 'rtl') !== (level === '1'))
      wrong.push(`${line} got ${given}: ${gotLevels}; ${gotOrder}`);
  }
  expect(cases).toBe(91_707);
  expect(wrong.slice(0, 10)).toEqual([]);
});
