/** Conditions of the search for numbers, each by itself and from both sides. */
import { describe, expect, it } from 'vitest';
import { type DeclaredNumber, dialableFaults, everydayIn, loadGuide } from '../../src/content/index.ts';
import { droppedCode, meantCode } from '../../src/content/numbers/nearness.ts';
import { isPublicCode } from '../../src/content/numbers/public-codes.ts';
import { readingGrade } from '../../src/content/reading-level.ts';
import { digitsThatMatter } from '../../src/content/search/digits-that-matter.ts';
import { spokenNumbersIn } from '../../src/content/search/words-for-numbers.ts';
import { type Table, tableGrid } from '../../src/content/table-grid.ts';
import { changed, problemsOf } from './folder.ts';
import { codesOf } from './spelled.ts';

const declared: readonly DeclaredNumber[] = [
  { name: 'main', kind: 'helpline', display: '800-855-1390', dial: '+18008551390' },
  { name: 'aid', kind: 'number', display: '911', dial: '911' },
  { name: 'eu', kind: 'number', display: '112', dial: '112' },
];
const found = (text: string) =>
  dialableFaults(text, declared, {}).map(({ code, message }) => `${code} ${/“([^”]*)”/.exec(message)![1]}`);

describe('declared numbers that are joined', () => {
  it.each([
    ['911/112', []],
    ['112 911', []],
    ['434/911', ['NUMBER_UNDECLARED 434']],
    // A code before a long number makes another of it, also where it is declared.
    ['911/800-855-1390', ['NUMBER_DISGUISED 800-855-1390']],
    ['911-112', ['NUMBER_DISGUISED 911-112', 'NUMBER_DISGUISED 911-112']],
  ])('are those that they are where both are codes: %s', (text, faults) => {
    expect(found(text)).toEqual(faults);
  });
});

describe('a number in words', () => {
  const long = 'eight zero zero five five five zero one nine nine';

  it.each([
    [`It is four three four. Then ${long}.`, [`NUMBER_UNDECLARED ${long}`]],
    [`It is ${long}. Then four three four.`, [`NUMBER_UNDECLARED ${long}`]],
    [
      `Call four three four. Then ${long}.`,
      ['NUMBER_UNDECLARED four three four', `NUMBER_UNDECLARED ${long}`],
    ],
  ])('is long by itself, and not by another in the text: %s', (text, faults) => {
    expect(found(text)).toEqual(faults);
  });
});

describe('what is sent', () => {
  it.each([
    ['Send HELP to 434', ['NUMBER_UNDECLARED 434']],
    ['Send to 434', []],
    ['Send help to 434', []],
    ['Count HELP to 434', []],
  ])('is a word in capitals: %s', (text, faults) => {
    expect(found(text)).toEqual(faults);
  });
});

describe('a code that people know', () => {
  it.each([
    ['988', true],
    ['987', false],
    ['741741', true],
    ['85259', true],
    ['8525', false],
    ['116123', true],
    ['116124', true],
    ['116006', true],
    ['123456', false],
  ])('is one of the list, or nearly one of those that have five digits and more: %s', (digits, isKnown) => {
    expect(isPublicCode(digits)).toBe(isKnown);
  });
});

describe('everyday numbers that a translation writes otherwise', () => {
  it.each([
    ['Nr. 1234 567', 'ISBN 1234567', ['1234 567']],
    ['Nr. 12345', 'ISBN 12345', ['12345']],
    ['Nr. 1234', 'ISBN 1234', []],
    ['Nr. 1234 568', 'ISBN 1234567', []],
  ])('are found whole, by the digits that the source has: %s', (text, source, numbers) => {
    expect(everydayIn(text, source)).toEqual(numbers);
  });
});

describe('a code by itself', () => {
  const told = (code: string, neighbour: string) =>
    problemsOf(() =>
      loadGuide(
        changed([
          '      - id: loud\n        kind: callout\n        text: You can do it.\n',
          `      - id: desk\n        kind: list\n        items:\n          - { id: a, text: "${neighbour}" }\n          - { id: b, text: "${code}" }\n`,
        ]),
      ),
    );

  it('is told with what it stands beside, and with the number that was meant', () => {
    const [one, ...others] = told('1185', 'Our crisis line is:');
    expect(others).toEqual([]);
    expect(one).toMatchObject({ code: 'NUMBER_UNDECLARED' });
    expect(one!.message).toBe(
      '“1185”, beside “Our crisis line is:”, could be dialled, and the guide does not declare it.',
    );
    expect(one!.hint).toMatch(
      /^If people are to dial it, declare it .* What is counted says so: 1185 people\.$/s,
    );
    const [near] = told('910', 'Our crisis line is:');
    expect(near).toMatchObject({ code: 'NUMBER_NEAR_MISS' });
    expect(near!.hint).toMatch(/^Did you mean \[911\]\(tel:911\)\? /);
  });

  it('is told as all that stands there', () => {
    const [one] = problemsOf(() => loadGuide(changed(['title: Every kind of block', 'title: "1185"'])));
    expect(one!.message).toBe(
      '“1185”, which is all that stands here, could be dialled, and the guide does not declare it.',
    );
  });
});

describe('the grade of a text', () => {
  it.each([
    ['He makes it.', 1, 3, 3],
    ['They wanted it.', 1, 3, 4],
    ['She tries. It flies.', 2, 4, 4],
    ['Bottles: rattle.', 2, 2, 4],
  ])('counts its sentences, words and syllables: %s', (text, sentences, words, syllables) => {
    expect(readingGrade(text)).toBeCloseTo(
      0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59,
      6,
    );
  });
});

describe('numbers that another list declares', () => {
  const one: DeclaredNumber = { name: 'a', kind: 'number', display: '116 123', dial: '116123' };

  it('matter where any of what is said of one is another', () => {
    expect(digitsThatMatter([one], [{ ...one }])).toBe(Number.POSITIVE_INFINITY);
    expect(digitsThatMatter([one], [one, one])).toBe(0);
    for (const other of [
      { name: 'b' },
      { kind: 'helpline' as const },
      { way: 'text' as const },
      { display: '116123' },
      { dial: '116124' },
    ])
      expect(digitsThatMatter([one], [{ ...one, ...other }]), JSON.stringify(other)).toBe(5);
  });
});

describe('a code that was meant', () => {
  const code = (dial: string): DeclaredNumber => ({ name: dial, kind: 'number', display: dial, dial });

  it('is the first of those that are near', () => {
    expect(meantCode('914', [code('911'), code('912')])?.number.dial).toBe('911');
    expect(meantCode('912', [code('911'), code('912')])).toMatchObject({
      how: 'same',
      number: { dial: '912' },
    });
  });

  it.each([
    ['11', '112', 'a digit too few'],
    ['31144', '3114', 'a digit too many'],
    ['1161233', '116123', 'a digit too many'],
    ['12345678', '1234567', undefined],
    ['1', '12', undefined],
    ['11', '*112', 'a digit too few'],
    ['11', '1*12', undefined],
    ['4321', '112', undefined],
  ])('has one digit more or less, of three to six: %s for %s', (digits, dial, how) => {
    expect(droppedCode(digits, [code(dial)])?.how).toBe(how);
  });
});

describe('numbers in words', () => {
  it.each([
    ['twenty-four hours, two weeks', ['24', '2']],
    ['24 hours', []],
    ['twenty 4', []],
    ['十四天，三次', ['14']],
    ['สิบสี่วัน', ['14']],
  ])('have no digits among them: %s', (text, numbers) => {
    expect(spokenNumbersIn(text).map(({ digits }) => digits)).toEqual(numbers);
  });
});

describe('the cells of a table', () => {
  it('stand in the first column that is free in their row', () => {
    const cell = (id: string, rows?: number, columns?: number) => ({ id, rows, columns });
    const rows = [
      [cell('a', 2), cell('b', 1, 2), cell('c', 3)],
      [cell('d'), cell('e')],
      [cell('f'), cell('g'), cell('h')],
      [cell('i'), cell('j'), cell('k'), cell('l')],
    ].map((cells, i) => ({ id: `r${i}`, cells }));
    const placed = tableGrid({ head: 'row', rows } as unknown as Table);
    expect(placed.map((row) => row.map((one) => `${one.cell.id}${one.column}`).join(' '))).toEqual([
      'a0 b1 c3',
      'd1 e2',
      'f0 g1 h2',
      'i0 j1 k2 l3',
    ]);
  });
});

describe('what nobody declared', () => {
  it.each([
    ...['Le 394 est gratuit.', 'El 394 es gratis.', 'Il 394 è gratuito.', 'O 394 é gratuito.'],
    ...['Die 394 ist kostenlos.', '394 is free.'],
    // In the host of an address, and behind the name of an identifier, as numbers are written that are dialled.
    ...['See help1234567.org', 'ISBN 800-555-0199', 'PMID 800 555 0199'],
  ])('is dialled: %s', (text) => {
    expect(codesOf(text)).toEqual(['NUMBER_UNDECLARED']);
  });

  it.each(['Il 394 è bello.', 'See help123456.org', 'ISBN 80055-50199', 'Call 1 2.', 'Call 1O.'])(
    'is not: %s',
    (text) => {
      expect(codesOf(text)).toEqual([]);
    },
  );
});
