import { describe, expect, it } from 'vitest';
import { compoundNumber } from '../../src/content/digits/compound-numbers.ts';
import { spokenForm } from '../../src/content/digits/spoken-digits.ts';

/** German numbers below a hundred, as DIN 5008 and the Duden write them. */
function deutsch(value: number): string {
  const units = ['', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'];
  const low = [
    'zehn',
    'elf',
    'zwölf',
    'dreizehn',
    'vierzehn',
    'fünfzehn',
    'sechzehn',
    'siebzehn',
    'achtzehn',
    'neunzehn',
  ];
  const tens = [
    '',
    '',
    'zwanzig',
    'dreißig',
    'vierzig',
    'fünfzig',
    'sechzig',
    'siebzig',
    'achtzig',
    'neunzig',
  ];
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  const [ten, unit] = [Math.floor(rest / 10), rest % 10];
  const below =
    rest < 10
      ? rest === 1
        ? 'eins'
        : units[rest]!
      : rest < 20
        ? low[unit]!
        : `${unit === 0 ? '' : `${units[unit]}und`}${tens[ten]}`;
  return `${hundreds === 0 ? '' : `${units[hundreds]}hundert`}${below}`;
}

function italiano(value: number): string {
  const units = [
    '',
    'uno',
    'due',
    'tre',
    'quattro',
    'cinque',
    'sei',
    'sette',
    'otto',
    'nove',
    'dieci',
    'undici',
    'dodici',
  ];
  const more = ['tredici', 'quattordici', 'quindici', 'sedici', 'diciassette', 'diciotto', 'diciannove'];
  const low = [...units, ...more];
  const tens = [
    '',
    '',
    'venti',
    'trenta',
    'quaranta',
    'cinquanta',
    'sessanta',
    'settanta',
    'ottanta',
    'novanta',
  ];
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  const [ten, unit] = [Math.floor(rest / 10), rest % 10];
  const below =
    rest < 20 ? low[rest]! : `${unit === 1 || unit === 8 ? tens[ten]!.slice(0, -1) : tens[ten]}${low[unit]}`;
  return `${hundreds === 0 ? '' : `${hundreds === 1 ? '' : units[hundreds]}cento`}${below}`;
}

describe('numbers that are written as one word', () => {
  it('are read in German and Italian, from 21 to 999', () => {
    for (let value = 21; value < 1000; value++) {
      expect(compoundNumber(spokenForm(deutsch(value))), deutsch(value)).toBe(value);
      // Whole hundreds are words by themselves in Italian.
      if (value % 100 !== 0) expect(compoundNumber(spokenForm(italiano(value))), italiano(value)).toBe(value);
    }
  });

  it.each(['hundertundzwei', 'centotto', 'zweihunderteins', 'einundzwanzig'])(
    'are read with their joints: %s',
    (word) => {
      expect(compoundNumber(word)).toBeGreaterThan(20);
    },
  );

  it.each([
    ...[
      '',
      'und',
      'ein',
      'eins',
      'zehn',
      'zwanzig',
      'hundertund',
      'einhundertundund',
      'einszwanzig',
      'zehnzwanzig',
    ],
    ...[
      'uno',
      'venti',
      'cento',
      'centocento',
      'cent',
      'ventsette',
      'prevention',
      'hundred',
      'wunderbar',
      'found',
    ],
  ])('are nothing else: "%s"', (word) => {
    expect(compoundNumber(word)).toBeUndefined();
  });
});
