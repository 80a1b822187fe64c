import { describe, expect, it } from 'vitest';
import type { Code } from '../../src/diagnostics/index.ts';
import { type Expectation, prove } from '../../src/proof/index.ts';
import {
  arabicDigit,
  blankDigit,
  type Change,
  expectation,
  falseDigit,
  leaflet,
  leafletObjects,
  leafletWith,
} from './leaflet.ts';

/* The number of the middle page stands at 10, 20 in 14 pt: its ink reaches from 10.7 to 93.3, and from 273.616 to 280 from the top. */
const [first, second, third] = [6, 7, 8];
const number = '10 20 Td «800-315-1376» Tj';
const middle = (operators: string): Change => [second, number, operators];

const check = (code: Code, changes: readonly Change[], differs: Partial<Expectation> = {}) => {
  const { checks } = prove(leaflet(...changes), { ...expectation, ...differs });
  const { status, detail } = checks.find((c) => c.code === code)!;
  return status === 'failed' ? detail : status;
};
/** The middle sheet with another area. */
const area = (differs: object): Partial<Expectation> => ({
  sheets: expectation.sheets.map((sheet, i) =>
    i === 1 ? { ...sheet, areas: [{ ...sheet.areas[0]!, ...differs }] } : sheet,
  ),
});

describe('HELPLINE_BROKEN: the number is whole', () => {
  it.each([
    ['a digit without ink', `10 20 Td «800-315-137${blankDigit(6)}» Tj`, 'invisible'],
    ['a digit that looks like another', `10 20 Td «800-315-137${falseDigit(6)}» Tj`, 'another shape'],
    ['the first digit that looks like another', `10 20 Td «${falseDigit(8)}00-315-1376» Tj`, 'another shape'],
    ['its last digits smaller', '10 20 Td «800-315-» Tj /F1 13.8 Tf 66 20 Td «1376» Tj', 'of one size'],
    ['a digit a little raised', '10 20 Td «800-315-137» Tj 87 20.1 Td «6» Tj', 'of one size, face and line'],
    ['a gap within', '10 20 Td «800-315-» Tj 73.1 20 Td «1376» Tj', 'the number is split'],
  ])('not with %s', (_, operators, said) => {
    expect(check('HELPLINE_BROKEN', [middle(operators)])).toContain(said);
  });

  it.each([
    ['its digits in two strings', '10 20 Td «800-315-» Tj 66 20 Td «1376» Tj'],
    ['a digit a hair raised', '10 20 Td «800-315-137» Tj 87 20.009 Td «6» Tj'],
    ['sizes that differ by rounding', '10 20 Td «800-315-» Tj /F1 14.009 Tf 66 20 Td «1376» Tj'],
    ['a space moved within', '10 20 Td «800-315-» Tj 72.9 20 Td «1376» Tj'],
  ])('also with %s', (_, operators) => {
    expect(check('HELPLINE_BROKEN', [middle(operators)])).toBe('passed');
  });

  it('not in two faces', () => {
    const fonts = leafletWith(
      { 19: { value: '<< /F1 9 0 R /F2 38 0 R >>' }, 38: leafletObjects().get(9)! },
      middle('10 20 Td «800-315-» Tj /F2 14 Tf 66 20 Td «1376» Tj'),
    );
    const { checks } = prove(fonts, expectation);
    expect(checks.find(({ code }) => code === 'HELPLINE_BROKEN')!.detail).toContain('of one size, face');
  });

  it('not in another face than the press has for numbers', () => {
    const faces = { ...expectation.faces!, number: 'Other' };
    expect(check('HELPLINE_BROKEN', [], { faces })).toContain('another shape');
    const { faces: _, ...without } = expectation;
    const { checks } = prove(leaflet(), without);
    expect(checks.find(({ code }) => code === 'HELPLINE_BROKEN')!.status).toBe('passed');
  });

  it.each([
    ['left', { x: 10.49, width: 180 }, { x: 10.51, width: 180 }],
    ['right', { width: 92.9 }, { width: 92.7 }],
    ['top', { y: 274.1, height: 20 }, { y: 274.3, height: 20 }],
  ])('not when it leaves its panel at the %s', (_, inside, outside) => {
    expect(check('HELPLINE_BROKEN', [], area(inside))).toBe('passed');
    expect(check('HELPLINE_BROKEN', [], area(outside))).toMatch(/leaves its panel/);
  });

  it.each([
    ['11.3 0 200 300', '11.1 0 200 300'],
    ['0 0 92.7 300', '0 0 92.9 300'],
    ['0 20.6 200 300', '0 20.4 200 300'],
    ['0 0 200 25.8', '0 0 200 25.9'],
  ])('not when a clip %s cuts it, but %s may', (cuts, leaves) => {
    const clip = (rectangle: string): readonly Change[] => [
      [second, 'BT /F1 14 Tf 10 20', `q ${rectangle} re W n BT /F1 14 Tf 10 20`],
      [second, '«800-315-1376» Tj ET', '«800-315-1376» Tj ET Q'],
    ];
    expect(check('HELPLINE_BROKEN', clip(cuts))).toContain('clipped');
    expect(check('HELPLINE_BROKEN', clip(leaves))).toBe('passed');
  });

  it('not when the second printing of a line is broken', () => {
    const twice = (last: string) => middle(`10 20 Td «800-315-1376 800-315-137${last}» Tj`);
    expect(check('HELPLINE_BROKEN', [twice('6')])).toBe('passed');
    expect(check('HELPLINE_BROKEN', [twice(falseDigit(6))])).toContain('another shape');
  });
});

describe('HELPLINE_MISSING: the number and no other', () => {
  it.each([
    ['a digit after it', '«800-315-13760»'],
    ['a digit before it', '«1800-315-1376»'],
    ['a digit and a point before it', '«45.800-315-1376»'],
    ['a digit and a stroke after it', '«800-315-1376/5»'],
    ['a digit of another script before it', `«${arabicDigit(1)}800-315-1376»`],
    ['a digit of another script after it', `«800-315-1376${arabicDigit(1)}»`],
    ['a digit without ink after it', `«800-315-1376${blankDigit(1)}»`],
  ])('not with %s', (_, text) => {
    expect(check('HELPLINE_MISSING', [middle(`10 20 Td ${text} Tj`)])).toContain('is not there');
  });

  it.each([
    ['width', '[0 0 200.6 300]', '[0 0 200.4 300]'],
    ['height', '[0 0 200 300.6]', '[0 0 200 300.4]'],
  ])('not on a sheet of another %s', (_, other, same) => {
    expect(check('HELPLINE_MISSING', [[4, '[0 0 200 300]', other]])).toContain('in its size');
    expect(check('HELPLINE_MISSING', [[4, '[0 0 200 300]', same]])).toBe('passed');
  });

  it('not below its panel', () => {
    expect(check('HELPLINE_MISSING', [], area({ height: 279.6 }))).toBe('passed');
    expect(check('HELPLINE_MISSING', [], area({ height: 279.4 }))).toContain('is not there');
  });

  it('not on a sheet too few', () => {
    expect(
      check('HELPLINE_MISSING', [], { sheets: [...expectation.sheets, expectation.sheets[0]!] }),
    ).toContain('cover on sheet 4');
  });
});

describe('HELPLINE_TOO_SMALL', () => {
  it.each([
    ['13.98', /14\.0 pt is less than 14 pt/],
    ['13.995', /^passed$/],
    ['14', /^passed$/],
  ])('%s pt', (size, said) => {
    expect(check('HELPLINE_TOO_SMALL', [[second, '/F1 14 Tf 10 20', `/F1 ${size} Tf 10 20`]])).toMatch(said);
  });
});

it('HELPLINE_TOO_SMALL: its smallest digit counts', () => {
  const mixed = middle('10 20 Td «800-315-» Tj /F1 13.6 Tf 66 20 Td «1376» Tj');
  expect(check('HELPLINE_TOO_SMALL', [mixed])).toContain('13.6 pt is less than 14 pt');
});

describe('HELPLINE_TOO_SMALL: within the words of a text the number is as large as these', () => {
  const said = (words: string, size: string): Change[] => [
    [first, '/F1 10 Tf 10 235 Td [«You can»0« stop.»] TJ', `/F1 ${size} Tf 10 235 Td «${words}» Tj`],
  ];
  it.each([
    ['Call 800-315-1376 now.', '10', /^passed$/],
    ['Call 800-315-1376 now.', '9', /^passed$/],
    ['Call 800-315-1376 now.', '8.9', /8\.9 pt is less than 9 pt/],
    ['800-315-1376', '10', /10\.0 pt is less than 14 pt/],
    ['(800-315-1376)', '10', /10\.0 pt is less than 14 pt/],
  ])('«%s» in %s pt', (words, size, told) => {
    expect(check('HELPLINE_TOO_SMALL', said(words, size), { minSize: 9 })).toMatch(told);
  });

  it.each([
    ['800-315-1376', '10', /^passed$/],
    ['800-315-1376', '8.9', /8\.9 pt is less than 9 pt/],
    ['(800-315-1376)', '10', /10\.0 pt is less than 14 pt/],
  ])('also where one of the guide’s texts is the number alone: «%s» in %s pt', (words, size, told) => {
    const texts = [...expectation.texts, { key: 'desk', text: '800-315-1376', language: 'en' }];
    expect(check('HELPLINE_TOO_SMALL', said(words, size), { minSize: 9, texts })).toMatch(told);
  });

  it('and by itself as large as it must be on each page', () => {
    const small: Change = [
      first,
      '/F1 14 Tf 10 20 Td «800-315-1376»',
      '/F1 10 Tf 10 20 Td «Call 800-315-1376»',
    ];
    expect(check('HELPLINE_TOO_SMALL', [small], { minSize: 9 })).toContain('10.0 pt is less than 14 pt');
  });
});

describe('HELPLINE_MISSING: the other helplines', () => {
  const others = (display: string, uri: string) =>
    check('HELPLINE_MISSING', [], {
      numbers: [...expectation.numbers, { display, uri }],
      others: [{ display, uri }],
    });
  it('are there, each as a link that shows and dials it', () => {
    expect(others('800-315-1376', 'tel:+18003151376')).toBe('passed');
    expect(others('988', 'tel:988')).toBe('988 is not there as a link to tel:988');
    expect(others('800-315-1376', 'sms:+18003151376')).toContain('not there as a link to sms:');
    expect(others('315-1376', 'tel:+18003151376')).toContain('315-1376 is not there');
  });
});

describe('HELPLINE_UNLINKED: the number opens the dialler', () => {
  const link = (rectangle: string): Change => [16, '[8 15 96 36]', rectangle];
  it.each([
    ['half of it', '[8 15 50 36]'],
    ['all but its last digit', '[8 15 92 36]'],
    ['all but its first digit', '[12 15 96 36]'],
    ['what is above it', '[8 30 96 50]'],
    ['its lower half', '[8 15 96 24]'],
    ['what is below it', '[8 2 96 18]'],
    ['its upper half', '[8 22 96 36]'],
  ])('not by a link over %s', (_, rectangle) => {
    expect(check('HELPLINE_UNLINKED', [link(rectangle)])).toContain('cover: the number does not open');
  });

  it('by a link that is within a point', () => {
    expect(check('HELPLINE_UNLINKED', [link('[10.9 20.9 93.1 26.1]')])).toBe('passed');
  });

  it.each([
    ['first', [[first, '/Link << /MCID 4 >> BDC', '/Artifact BMC']]],
    ['last', [[third, '/Link << /MCID 4 >> BDC', '/Artifact BMC']]],
  ] as [string, Change[]][])('not when it is no content on the %s page', (word, changes) => {
    expect(check('HELPLINE_UNLINKED', changes)).toContain(`on the ${word} page`);
  });

  it('not when half of it is content and half is not', () => {
    const half: Change = [
      first,
      '«800-315-1376» Tj ET EMC',
      '«800-315-» Tj ET EMC /Artifact BMC BT /F1 14 Tf 66 20 Td «1376» Tj ET EMC',
    ];
    expect(check('HELPLINE_UNLINKED', [half])).toContain('on the first page');
  });
});

describe('DISCLOSURE_UNPOINTED', () => {
  it('not when the pointer stands in another panel of the sheet', () => {
    const two: Partial<Expectation> = {
      sheets: expectation.sheets.map((sheet, i) =>
        i === 1
          ? {
              ...sheet,
              areas: [
                { page: 'left', x: 0, y: 0, width: 105, height: 300, rotate: 0 as const },
                { page: 'right', x: 105, y: 0, width: 95, height: 300, rotate: 0 as const },
              ],
            }
          : sheet,
      ),
    };
    expect(check('DISCLOSURE_UNPOINTED', [], two)).toContain('left on sheet 2: "Who answers?" is not there');
  });
});

describe('HELPLINE_UNLINKED: a link lies on the whole number', () => {
  const [link] = [...leafletObjects()].find(([, { value }]) => value.includes('/Rect [8 15 96 36]'))!;
  const linked = (rectangle: string) => {
    const object = leafletObjects().get(link)!;
    const value = object.value.replace('/Rect [8 15 96 36]', `/Rect [${rectangle}]`);
    const { checks } = prove(leafletWith({ [link]: { ...object, value } }), expectation);
    return checks.find(({ code }) => code === 'HELPLINE_UNLINKED')!.status;
  };

  // Its letters reach from 10 to 94, from the baseline at 20 up to half of their size; a point beside is rounding.
  it.each([
    ['from the left', '11 15 96 36', '11.1 15 96 36'],
    ['to the right', '8 15 93 36', '8 15 92.9 36'],
    ['from the baseline', '8 21 96 36', '8 21.1 96 36'],
    ['to half of its height', '8 15 96 26', '8 15 96 25.9'],
  ])('%s', (_, enough, less) => {
    expect([linked(enough), linked(less)]).toEqual(['passed', 'failed']);
  });
});
