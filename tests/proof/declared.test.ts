import { describe, expect, it } from 'vitest';
import type { Code } from '../../src/diagnostics/index.ts';
import { type Expectation, prove } from '../../src/proof/index.ts';
import { proveCounting } from '../../src/proof/prove.ts';
import { type Change, expectation, leaflet } from './leaflet.ts';

/*
 * Another declared number, 844-2, in a text of the first page at 10, 235: codes are 5 pt wide in 10 pt, digits have ink
 * from 0.5 to 4.5 pt of that and 4.56 pt high from the baseline.
 */
const [first, second] = [6, 7];
const stop = 'BT /F1 10 Tf 10 235 Td [«You can»0« stop.»] TJ ET';
const other = { display: '844-2', uri: 'tel:8442' };
const asked: Expectation = {
  ...expectation,
  numbers: [...expectation.numbers, other],
  texts: expectation.texts.map((text) => (text.key === 'stop' ? { ...text, text: 'Ring 844-2 now' } : text)),
};
const inText = (operators: string, more = ''): Change => [
  first,
  stop,
  `BT /F1 10 Tf ${operators} ET ${more}`,
];
const check = (code: Code, changes: readonly Change[], differs: Partial<Expectation> = {}) => {
  const { checks } = prove(leaflet(...changes), { ...asked, ...differs });
  const { status, detail } = checks.find((c) => c.code === code)!;
  return status === 'failed' ? detail : status;
};
const whole = '10 235 Td «Ring 844-2 now» Tj';

describe('a declared number in a text', () => {
  it('stands whole, in order, on one line, in one size', () => {
    const broken = (operators: string) => check('HELPLINE_BROKEN', [inText(operators)]);
    expect(broken(whole)).toBe('passed');
    expect(broken('10 235 Td «Ring 8» Tj 44.9 235 Td «44-2 now» Tj')).toBe('passed');
    expect(broken('10 235 Td «Ring 8» Tj 45.1 235 Td «44-2 now» Tj')).toContain(
      'of 844-2, its signs do not follow',
    );
    expect(broken('10 235 Td «Ring 8» Tj 38.1 235 Td «44-2 now» Tj')).toBe('passed');
    expect(broken('10 235 Td «Ring 8» Tj 37.9 235 Td «44-2 now» Tj')).toContain('do not follow');
    expect(broken('10 235 Td «Ring 844-» Tj 10 226 Td «2 now» Tj')).toContain('do not stand on one line');
    expect(broken('10 235 Td «Ring 844» Tj 50 235.1 Td «-2 now» Tj')).toContain('do not stand on one line');
    expect(broken('10 235 Td «Ring 844» Tj /F1 10.1 Tf 50 235 Td «-2 now» Tj')).toContain('of one size');
  });

  it('is counted by its printings, and left out where it has none', () => {
    const counted = (...operators: readonly string[]) =>
      proveCounting(leaflet(...operators.map((each) => inText(each))), asked).numbers.flatMap(
        ({ display, printings }) => (display === other.display ? [printings] : []),
      );
    expect(counted(whole)).toEqual([1]);
    expect(counted('10 235 Td «Ring now» Tj')).toEqual([]);
  });

  it('has no sign that stands on its head', () => {
    const last = (matrix: string) =>
      check('HELPLINE_BROKEN', [
        inText(
          `10 235 Td «Ring 844-» Tj ET q ${matrix} cm BT /F1 10 Tf 0 235 Td «2» Tj ET Q BT /F1 10 Tf 60 235 Td « now» Tj`,
        ),
      ]);
    expect(last('1 0 0 1 55 0')).toBe('passed');
    expect(last('-1 0 0 -1 60 130')).toContain('of 844-2');
  });

  it('has its digits in order', () => {
    expect(
      check('HELPLINE_BROKEN', [
        inText('10 235 Td «Ring » Tj 40 235 Td «8» Tj 35 235 Td «4» Tj 45 235 Td «4-2 now» Tj'),
      ]),
    ).toContain('do not follow');
  });

  it('leaves neither its panel nor its clip', () => {
    const sheets = (x: number) =>
      expectation.sheets.map((sheet, i) =>
        i === 0 ? { ...sheet, areas: [{ ...sheet.areas[0]!, x, width: 190 }] } : sheet,
      );
    const broken = (x: number) =>
      check('HELPLINE_BROKEN', [inText('0 235 Td «844-2» Tj')], { sheets: sheets(x) });
    expect(broken(0.4)).not.toContain('844-2');
    expect(broken(1.1)).toContain('of 844-2');
    const clipped = (width: number) =>
      check('HELPLINE_BROKEN', [[first, stop, `q 0 0 ${width} 300 re W n BT /F1 10 Tf ${whole} ET Q`]]);
    expect(clipped(59.1)).toBe('passed');
    expect(clipped(58.9)).toContain('of 844-2, it is clipped');
  });

  it('has no other number beside it on its line that is in no text of the guide', () => {
    const beside = (x: number, between = '') =>
      check(
        'HELPLINE_COVERED',
        [
          [
            first,
            stop,
            `BT /F1 10 Tf 10 235 Td «${other.display} » Tj ET ${between} BT /F1 10 Tf ${x} 235 Td «844-2» Tj ET`,
          ],
        ],
        { texts: expectation.texts.filter(({ key }) => key !== 'stop') },
      );
    const sign = (text: string) => `BT /F1 10 Tf 40 235 Td «${text}» Tj ET`;
    expect(beside(40)).toContain('844-2 and 844-2 stand side by side');
    expect(beside(44.8)).toContain('side by side');
    expect(beside(45)).toBe('passed');
    expect(beside(48, sign('/'))).toContain('side by side');
    expect(beside(55, sign('/'))).toBe('passed');
    expect(beside(48, sign(','))).toBe('passed');
    expect(beside(48, sign('or'))).toBe('passed');
  });

  it('stands alone but for its own text', () => {
    const covered = (...changes: readonly Change[]) => check('HELPLINE_COVERED', changes);
    const [left, right] = [35.5, 59.5];
    const drawn = (x: number) => inText(whole, `0 g ${x} 235 2 4 re f`);
    expect(covered(inText(whole))).toBe('passed');
    // A figure of a digit's height before or after it, which no word of its text is.
    expect(covered(drawn(right + 4.3))).toContain('of 844-2, something is painted over');
    expect(covered(drawn(right + 4.6))).toBe('passed');
    expect(covered(drawn(left - 2 - 4.3))).toContain('of 844-2');
    expect(covered(drawn(left - 2 - 4.6))).toBe('passed');
  });

  it('has no digit of another text beside it', () => {
    const beside = (operators: string) =>
      check('HELPLINE_COVERED', [
        inText('10 235 Td «Ring 844-2» Tj'),
        [first, '10 215 Td «Ask for »', `${operators}`],
      ]);
    expect(beside('63 235 Td «1» Tj 10 215 Td «Ask for »')).toContain('of 844-2, "1" comes too near');
    expect(beside('65 235 Td «1» Tj 10 215 Td «Ask for »')).not.toContain('844-2');
    expect(beside('63 235 Td «a» Tj 10 215 Td «Ask for »')).not.toContain('844-2');
  });

  it('lies under no link but its own', () => {
    const link = (rect: string): readonly Change[] => [inText(whole), [16, '[8 15 96 36]', rect]];
    const unlinked = (rect: string) => check('HELPLINE_UNLINKED', link(rect));
    expect(unlinked('[8 15 96 236]')).toContain('another link lies over 844-2');
    expect(unlinked('[8 15 96 234]')).not.toContain('844-2');
  });

  it('is as large as its text must be', () => {
    const small = (size: number, differs: Partial<Expectation> = {}) =>
      check('HELPLINE_TOO_SMALL', [inText(`/F1 ${size} Tf 10 235 Td «Ring 844-2 now» Tj`)], differs);
    expect(small(9)).toBe('passed');
    expect(small(8.98)).toContain('844-2 is set in 9.0 pt, less than 9 pt');
    expect(small(9, { numberMinSize: 12 })).toBe('passed');
    // In the disclosure that has a floor of its own.
    const disclosure = {
      ...expectation.disclosure,
      keys: ['stop', ...expectation.disclosure.keys],
      minSize: 10,
    };
    expect(small(9.5, { disclosure })).toContain('less than 10 pt');
  });
});

describe('a declared number by itself', () => {
  const by = (size: number, differs: Partial<Expectation> = {}) =>
    check('HELPLINE_TOO_SMALL', [inText(`/F1 ${size} Tf 10 235 Td «844-2» Tj`)], differs);

  it('has the floor of the body', () => {
    expect(by(9)).toBe('passed');
    expect(by(8.9)).toContain('less than 9 pt');
    expect(by(11.5, { numberMinSize: 11.5 })).toBe('passed');
    expect(by(11.4, { numberMinSize: 11.5 })).toContain('844-2 is set in 11.4 pt, less than 11.5 pt');
  });

  it('also where it is repeated on each page', () => {
    const band = (size: number) =>
      check(
        'HELPLINE_TOO_SMALL',
        [[second, '«Who answers?» Tj ET', `«Who answers?» Tj ET BT /F1 ${size} Tf 10 60 Td «844-2» Tj ET`]],
        { numberMinSize: 11.5 },
      );
    expect(band(11.5)).toBe('passed');
    expect(band(11.4)).toContain('844-2 is set in 11.4 pt');
  });

  it('is no part of a longer one', () => {
    expect(by(8, { numbers: asked.numbers })).toContain('844-2');
    const longer = (text: string) => check('HELPLINE_TOO_SMALL', [inText(`/F1 8 Tf 10 235 Td «${text}» Tj`)]);
    expect(longer('1844-2')).toBe('passed');
    expect(longer('844-23')).toBe('passed');
    expect(longer('844-2-3')).toBe('passed');
    expect(longer('844-2.')).toContain('844-2');
  });
});
