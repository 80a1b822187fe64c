/** Levels that are found without the tables of Unicode are those that the tables give. */
import bidiModule, { type Bidi } from 'bidi-js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { embeddingLevels, lineLevels } from '../../src/text/bidi.ts';

const bidi = (bidiModule as unknown as () => Bidi)();
const byTables = (text: string) => [...bidi.getEmbeddingLevels(text, 'ltr').levels];

const characters = fc.constantFrom(
  ...['a', 'й', '文', '1', '٣', '+', '$', ',', ':', '(', ')', ' ', '\t', '\n', '\u2029', '-', '’', '…', '!'],
  ...['\u00ad', '\u200b', '\u200d', '\u0301', '\u200e', '\u200f', 'ש', 'ع', '\u202a', '\u202b', '\u202c'],
  ...['\u2066', '\u2066', '\u2067', '\u2068', '\u2068', '\u2069', '\u2069', '\u2069'],
);
const texts = fc.array(characters, { maxLength: 30 }).map((all) => all.join(''));
const isolates = fc
  .array(
    fc.constantFrom('a', '1', '-', ' ', '(', ')', '$', ',', '’', '\u0301', '\u2066', '\u2068', '\u2069'),
    { maxLength: 30 },
  )
  .map((all) => all.join(''));

it('of isolates, and of whatever stands in and around them', () => {
  fc.assert(
    fc.property(fc.oneof(texts, isolates), (text) => {
      expect([...embeddingLevels(text, 'ltr')]).toEqual(byTables(text));
    }),
    { numRuns: 3000 },
  );
});

it.each([
  ['Call \u2066800-555-0142\u2069 now', 0, 2],
  ['\u2068(a\u2066b\u2069)\u2069', 0, 4],
  ['\u2069\u2069a\u2066b', 0, 2],
  ['\u2068a\t\u200d\u2069a', 0, 2],
])('of %j', (text, least, most) => {
  const levels = [...embeddingLevels(text, 'ltr')];
  expect(levels).toEqual(byTables(text));
  expect([Math.min(...levels), Math.max(...levels)]).toEqual([least, most]);
});

it.each([61, 62, 63, 64, 90])('of isolates %i deep', (depth) => {
  const text = `${'\u2066'.repeat(depth)}a${'\u2069'.repeat(depth)}b`;
  expect([...embeddingLevels(text, 'ltr')]).toEqual(byTables(text));
});

it('of a line: every sign at its end is blank or not as the tables say', () => {
  const blank = new Set([
    'WS',
    'BN',
    'LRE',
    'RLE',
    'LRO',
    'RLO',
    'PDF',
    'LRI',
    'RLI',
    'FSI',
    'PDI',
    'S',
    'B',
  ]);
  const wrong: string[] = [];
  for (let unit = 0x2000; unit < 0x2100; unit++) {
    const sign = String.fromCharCode(unit);
    const [, level] = lineLevels(`a${sign}`, Uint8Array.of(1, 1), 0, 2, 'ltr');
    const isBlank = level === 0;
    if (isBlank !== blank.has(bidi.getBidiCharTypeName(sign))) wrong.push(unit.toString(16));
  }
  expect(wrong).toEqual([]);
});
