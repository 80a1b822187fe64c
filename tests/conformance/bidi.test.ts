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
      const text = classes!
        .trim()
        .split(/\s+/)
        .map((name) => samples[name]!)
        .join('');
      for (const [bit, direction] of [
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
  expect(cases).toBeGreaterThan(500_000);
  expect(wrong.slice(0, 10)).toEqual([]);
});

it('gives every text of BidiCharacterTest 17.0 its levels and its order', () => {
  let cases = 0;
  const wrong: string[] = [];
  for (const line of testLines('BidiCharacterTest-17.0.0')) {
    const [text, direction, , levels, order] = line.split(';');
    if (direction === '2') continue; // a paragraph's direction is always given here
    cases++;
    const [gotLevels, gotOrder] = resolved(
      fromHex(text!),
      direction === '0' ? 'ltr' : 'rtl',
      levels!.split(' '),
    );
    if (gotLevels !== levels || gotOrder !== order) wrong.push(`${line} got ${gotLevels}; ${gotOrder}`);
  }
  expect(cases).toBeGreaterThan(60_000);
  expect(wrong.slice(0, 10)).toEqual([]);
});
