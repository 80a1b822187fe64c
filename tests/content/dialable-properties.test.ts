import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookAlikes } from '../../src/content/digits/digit-tables.ts';
import { type DeclaredNumber, dialableFaults } from '../../src/content/index.ts';

/** Long numbers as guides declare them. */
const digitsOf = (least: number, most: number) =>
  fc
    .integer({ min: least, max: most })
    .chain((length) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }))
    .map((digits) => `${(digits[0]! % 9) + 1}${digits.slice(1).join('')}`);

const long = digitsOf(9, 11);

function declared(display: string): DeclaredNumber[] {
  return [{ name: 'main', kind: 'helpline', display, dial: `+${display.replace(/\D/g, '')}` }];
}

/** Ways in which a text comes to hold other digits than were meant. */
const slips: readonly ((digits: string, at: number, other: number) => string)[] = [
  (digits, at, other) =>
    digits.slice(0, at) + String((Number(digits[at]) + 1 + (other % 9)) % 10) + digits.slice(at + 1),
  (digits, at) =>
    at + 1 < digits.length
      ? digits.slice(0, at) + digits[at + 1]! + digits[at]! + digits.slice(at + 2)
      : digits.slice(0, -2) + digits.at(-1)! + digits.at(-2)!,
  (digits, at) => digits.slice(0, at) + digits.slice(at + 1),
  (digits, at, other) => digits.slice(0, at) + String(other % 10) + digits.slice(at),
  (digits) => digits,
];

const gap = fc.constantFrom(
  '',
  ' ',
  '-',
  '–',
  '\u2011',
  '.',
  '·',
  '/',
  ') ',
  ' - ',
  '\u00a0',
  ', ',
  '. ',
  '\u00ad',
  '\u200b',
  '-\u200b',
  '\u200f',
  '\n',
  '_',
);
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1040, 0xff10, 0x1d7ce, 0x1d7f6];
const zero = fc.constantFrom(...zeros);
const words = fc.constantFrom('Call', 'It is', 'اتصل', '电话', 'Звоните', 'See', '(');
const after = fc.constantFrom('', '.', ' now', ' الآن', ')', '!');

/** Digits in any dress: cut anywhere, with anything between, in any script, letters for some. */
const dressed = (digits: string) =>
  fc
    .record({
      cuts: fc.array(fc.integer({ min: 1, max: Math.max(1, digits.length - 1) }), { maxLength: 4 }),
      gaps: fc.array(gap, { minLength: 5, maxLength: 5 }),
      script: zero,
      alike: fc.option(fc.integer({ min: 0, max: digits.length - 2 }), { nil: undefined }),
      letter: fc.nat(),
    })
    .map(({ cuts, gaps, script, alike, letter }) => {
      const ends = new Set(cuts);
      let used = 0;
      return [...digits]
        .map((digit, i) => {
          const row = [...lookAlikes[Number(digit)]!].filter((one) => one.length === 1);
          const isLetter = i === alike && script === 0x30 && !ends.has(i + 1);
          const shown = isLetter ? row[letter % row.length]! : String.fromCodePoint(script + Number(digit));
          return shown + (ends.has(i + 1) ? gaps[used++ % 5]! : '');
        })
        .join('');
    });

describe('any number', () => {
  it('is refused with a digit changed, swapped, dropped or added, in any dress', () => {
    fc.assert(
      fc.property(
        long.chain((digits) =>
          fc.tuple(
            fc.constant(digits),
            fc
              .tuple(fc.nat({ max: digits.length - 1 }), fc.nat({ max: 9 }), fc.constantFrom(...slips))
              .map(([at, other, slip]) => slip(digits, at, other))
              .chain(dressed),
            words,
            after,
          ),
        ),
        ([digits, text, before, behind]) => {
          const display = `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
          const whole = `${before} ${text}${behind}`;
          fc.pre(!whole.includes(display));
          const found = dialableFaults(whole, declared(display), {});
          expect(found.map(({ code }) => code)).not.toEqual([]);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('is taken in its declared form, wherever it stands', () => {
    fc.assert(
      fc.property(long, words, after, (digits, before, behind) => {
        const display = `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
        expect(dialableFaults(`${before} ${display}${behind}`, declared(display), {})).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is refused where it is not declared, in groups of any size', () => {
    fc.assert(
      fc.property(
        digitsOf(7, 12),
        fc.constantFrom('-', '.', ' ', ''),
        fc.integer({ min: 2, max: 4 }),
        (digits, between, size) => {
          // With an odd digit at its end it is no round number, and from 3 on no year.
          const number = `3${digits.slice(1, -1)}7`;
          const text = number.match(new RegExp(`\\d{1,${size}}`, 'g'))!.join(between);
          fc.pre(!/^\d{1,3}([.] ?)\d{1,2}\1(?:19|20)\d\d$|(?:18|19|20)\d\d/.test(text));
          expect(dialableFaults(`We are at ${text} now.`, [], {}).map(({ code }) => code)).toEqual([
            'NUMBER_UNDECLARED',
          ]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('everyday prose', () => {
  const year = fc.integer({ min: 1900, max: 2099 });
  const small = fc.integer({ min: 1, max: 99 });
  const two = (n: number) => String(n).padStart(2, '0');
  const thousands = fc.integer({ min: 1000, max: 9_999_999 }).map((n) => n.toLocaleString('en-US'));
  const phrases = fc.oneof(
    year.map((y) => `in ${y}`),
    fc.tuple(year, year).map(([a, b]) => `from ${a} to ${b}`),
    fc.tuple(year, fc.integer({ min: 1, max: 9 })).map(([a, n]) => `${a}–${Math.min(2099, a + n)}`),
    year.map((y) => `the ${y - (y % 10)}s`),
    fc.integer({ min: 1, max: 100 }).map((n) => `${n}%`),
    small.map((n) => `${n} minutes`),
    fc.tuple(small, small).map(([a, b]) => `${a}–${b} hours`),
    fc.constantFrom('24/7', '24 hours a day', '7 days a week', '1 in 5', 'half of 300'),
    fc.integer({ min: 1, max: 2000 }).map((n) => `${n} mg`),
    fc.tuple(small, small, small).map(([a, b, c]) => `${a}0/${b}0/${c}0 mg`),
    fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), year)
      .map(([m, d, y]) => `on ${y}-${two(m)}-${two(d)}`),
    fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), year)
      .map(([m, d, y]) => `on ${d}.${m}.${y}`),
    fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), year)
      .map(([m, d, y]) => `on ${m}/${d}/${y}`),
    fc
      .tuple(
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 12, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
      )
      .map(([a, b, m]) => `open ${a}:${two(m)}–${b}:${two(m)}`),
    thousands.map((n) => `${n} people`),
    thousands.map((n) => `$${n}`),
    fc.integer({ min: 100, max: 99_999 }).map((n) => `room ${n}`),
    fc.integer({ min: 1, max: 999_999 }).map((n) => `${n} of them`),
    fc.tuple(small, small).map(([a, b]) => `chapters ${a}, ${b} and 7`),
    fc.constantFrom('COVID-19', 'DSM-5', 'H1N1', 'Section 8', 'B12', '12-step', 'zip 12345'),
  );
  const numbers = declared('855-208-4673').concat([
    { name: 'aid', kind: 'number', display: '911', dial: '911' },
    { name: 'words', kind: 'number', display: '741741', dial: '741741' },
  ]);

  it('with years, doses, hours, dates, money and amounts is never refused', () => {
    fc.assert(
      fc.property(
        fc.array(phrases, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(', ', ' and ', '; ', '. Then '),
        (parts, between) => {
          const text = `It was ${parts.join(between)}.`;
          // One of a million amounts is near the short number that texts go to.
          fc.pre(!/7[0-9,]*4[0-9,]*1[0-9,]*/.test(text));
          // An amount that is a declared number is read as that number, and what stands beside it more strictly.
          fc.pre(!/(?<!\d)911(?!\d)/.test(text));
          expect(dialableFaults(text, numbers, {}).map(({ message }) => message)).toEqual([]);
        },
      ),
      { numRuns: 3000, seed: 20261125 },
    );
  });
});
