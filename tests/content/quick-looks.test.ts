import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declarations, textsOf } from '../../scripts/udhr/declaration.ts';
import { looksLike } from '../../src/content/digits/atoms.ts';
import { lookAlikes } from '../../src/content/digits/digit-tables.ts';
import { mayHoldDigits, readDigits } from '../../src/content/digits/read-digits.ts';
import { address, mayBeAddress } from '../../src/content/everyday/covered.ts';
import { mayBeTyped, typed } from '../../src/content/inline/addresses.ts';
import { mayBeShown, shownIn } from '../../src/content/inline/hosts.ts';
import { mayBeStray, others } from '../../src/content/inline/stray-marks.ts';
import { mayHoldCode, mayHoldRow, separators } from '../../src/content/search/letters-for-numbers.ts';
import { joined, mayBeJoined, mayBeWithin, within } from '../../src/text/company.ts';

const isAlike = (word: string) => looksLike(word.replaceAll('E', '3')) !== undefined;

/** Words in a row that are nothing but letters that look like digits. */
function hasRow(text: string): boolean {
  const words = [...text.matchAll(/\p{L}+/gu)];
  return words.some(({ 0: word, index }, i) => {
    const before = words[i - 1];
    if (before === undefined || !isAlike(word) || !isAlike(before[0])) return false;
    return separators.test(text.slice(before.index + before[0].length, index));
  });
}

/** What is sought in a text, and the quick look that must see whatever has it. */
const looks: readonly (readonly [
  what: string,
  has: (text: string) => boolean,
  look: Pick<RegExp, 'test'>,
])[] = [
  ['what is typed', (text) => text.search(typed.for(text)) >= 0, mayBeTyped],
  ['an address', (text) => text.search(address) >= 0, mayBeAddress],
  ['a host that counts', (text) => shownIn(text).length > 0, mayBeShown],
  ['a code in letters', (text) => (text.match(/\p{L}{3,}/gu) ?? []).some(isAlike), mayHoldCode],
  ['a number in letters', hasRow, mayHoldRow],
  [
    'what looks like a mark',
    (text) => /[*_]/.test(text) || others.some(([mark]) => mark.test(text)),
    mayBeStray,
  ],
  ['what is read as one', (text) => text.search(within.for(text)) >= 0, mayBeWithin],
  ['what nothing stands between', (text) => text.search(joined.for(text)) >= 0, mayBeJoined],
];

function missed(texts: Iterable<string>): string[] {
  const found: string[] = [];
  for (const text of texts)
    for (const [what, has, look] of looks) if (!look.test(text) && has(text)) found.push(`${what}: ${text}`);
  return found;
}

const leaves = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value as object).flatMap(leaves);

describe('quick looks', () => {
  it('see what is sought in the texts that ship, and in declarations of many languages', () => {
    const locales = resolve(import.meta.dirname, '../../locales');
    const shipped = readdirSync(locales).flatMap((tag) =>
      readdirSync(join(locales, tag))
        .filter((name) => name.endsWith('.json') && !name.includes('state'))
        .flatMap((name) => leaves(JSON.parse(readFileSync(join(locales, tag, name), 'utf8')))),
    );
    const declared = declarations()
      .filter((_, i) => i % 9 === 0)
      .flatMap((declaration) => [textsOf(declaration).join(' '), ...textsOf(declaration).slice(0, 9)]);
    expect(shipped.length + declared.length).toBeGreaterThan(5000);
    expect(missed([...shipped, ...declared])).toEqual([]);
  }, 60_000);

  it('see every letter that looks like a digit, and every character that is read as one', () => {
    const unseen: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      const character = String.fromCodePoint(code);
      if (/\p{L}/u.test(character) && isAlike(character) && !mayHoldCode.test(character.repeat(3)))
        unseen.push(character);
      if (!mayHoldDigits(character) && /\d/.test(readDigits(character).text)) unseen.push(character);
    }
    expect(unseen).toEqual([]);
  }, 60_000);

  const piece = fc.oneof(
    fc.constantFrom(...lookAlikes.join(''), ...'EÈỌỷїأﭏ', 'boss', 'ISO', 'gg', 'word', 'слово', '话'),
    fc.constantFrom(
      ...'.,:;-/()@ *_`~]［（＊$|\n',
      '](',
      'https://',
      'mailto:',
      'lang:',
      'www.',
      '.org',
      '.ſe',
      '.\u212am',
    ),
    fc.constantFrom(
      ...'0179٣५〇零①½²',
      '2026-11-27',
      'A-1',
      ' mg',
      'mg/',
      '第',
      '㎝',
      ' z. B.',
      'Nr. ',
      '№ ',
      '€ ',
    ),
    fc.string({ unit: 'binary', maxLength: 2 }),
  );

  it('see it in texts that are put together', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join('');
        expect(missed([text])).toEqual([]);
        if (!mayHoldDigits(text)) expect(readDigits(text).text).not.toMatch(/\d/);
      }),
      { numRuns: 5000 },
    );
  }, 60_000);
});
