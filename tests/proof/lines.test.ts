/** Lines and columns as an eye reads them: one by one, from both sides of what is near enough. */
import { describe, expect, it } from 'vitest';
import { beginsColumn, linesOf, orderFault } from '../../src/proof/reading/lines.ts';
import { type Base, isApart, type Sign, type Strip } from '../../src/proof/reading/reading.ts';

const sign = (from: number, to: number, way: Sign['way'] = 'left to right', size = 10): Sign => ({
  way,
  from,
  to,
  inkFrom: from,
  inkTo: to,
  size,
  isClose: false,
});
/** What stands from `from` to `to` on a baseline. */
function strip(text: string, y: number, from: number, to: number, change: Partial<Strip> = {}): Strip {
  return {
    ...{ text, y, from, to, size: 10, index: 0, begins: true, ends: true },
    ...{ isAstray: false, isAstrayLtr: false },
    ...{ run: { ink: [0, 0, 1, 1] } as never, first: sign(from, from + 5), last: sign(to - 5, to) },
    ...change,
  };
}
const faultOf = (base: Base, ...strips: readonly Strip[]) => orderFault(strips, base);

describe('lines', () => {
  it('are of what stands on one baseline, half a point up or down', () => {
    expect(
      linesOf([strip('a', 100, 0, 10), strip('b', 100.4, 20, 30), strip('c', 100, 40, 50)]),
    ).toHaveLength(1);
    expect(linesOf([strip('a', 100, 0, 10), strip('b', 100.5, 20, 30)])).toHaveLength(2);
    expect(linesOf([strip('a', 100, 0, 10), strip('b', 100.4, 20, 30)])[0]).toMatchObject({
      from: 0,
      to: 30,
      top: 100,
      bottom: 100.4,
      text: 'a',
    });
  });

  it('have ink', () => {
    expect(linesOf([strip('a', 100, 0, 10, { run: {} as never })])).toEqual([]);
  });
});

describe('strips', () => {
  it.each<[string, boolean, readonly Strip[]]>([
    ['go on to the right', true, [strip('a', 100, 0, 50), strip('b', 100, 52, 90)]],
    ['do not go back', false, [strip('a', 100, 52, 90), strip('b', 100, 0, 50)]],
    [
      'go on three quarters of the smaller size lower',
      true,
      [strip('a', 100, 0, 50), strip('b', 106, 0, 50, { size: 8 })],
    ],
    ['do not go on a little lower', false, [strip('a', 100, 0, 50), strip('b', 105.9, 0, 50, { size: 8 })]],
    [
      'go on raised right behind the second line, and back',
      true,
      [
        strip('a', 100, 0, 90),
        strip('b', 115, 0, 40),
        strip('2', 111, 40, 45, { size: 7 }),
        strip('c', 115, 48, 60),
        strip('d', 130, 0, 50),
      ],
    ],
    [
      'go on lowered right behind it',
      true,
      [strip('a', 100, 0, 90), strip('b', 115, 0, 40), strip('2', 118, 40, 45, { size: 7 })],
    ],
    [
      'do not go on raised far behind the second line',
      false,
      [strip('a', 100, 0, 90), strip('b', 115, 0, 40), strip('2', 111, 51, 56, { size: 7 })],
    ],
    [
      'do not go on right behind it and a line higher',
      false,
      [strip('a', 80, 0, 90), strip('b', 115, 0, 40), strip('2', 107.4, 40, 45, { size: 7 })],
    ],
    [
      'do not go on raised before its end',
      false,
      [strip('a', 100, 0, 90), strip('b', 115, 0, 40), strip('2', 111, 30, 35, { size: 7 })],
    ],
    ['do not go on above', false, [strip('a', 100, 0, 50), strip('b', 80, 0, 50)]],
    [
      'go on at the top of the next column',
      true,
      [strip('a', 100, 0, 50), strip('b', 120, 0, 50), strip('c', 100, 60, 90)],
    ],
    [
      'do not go on in the middle of what stands to the left',
      false,
      [strip('a', 100, 60, 90), strip('b', 120, 60, 90), strip('c', 100, 0, 50)],
    ],
    [
      'begin with a numeral beside their lines',
      true,
      [strip('1.', 110, 0, 10), strip('a', 100, 20, 60), strip('b', 120, 20, 60)],
    ],
    ['begin with a numeral of two digits', true, [strip('12', 110, 0, 10), strip('a', 100, 20, 60)]],
    [
      'begin with no number of three digits',
      false,
      [strip('123', 150, 0, 10), strip('a', 100, 12, 60, { size: 10 }), strip('b', 50, 0, 60)],
    ],
    ['have letters in order', false, [strip('a', 100, 0, 50, { isAstray: true, isAstrayLtr: true })]],
    ['have digits in order', false, [strip('1–2', 100, 0, 50, { isAstrayLtr: true })]],
  ])('%s: %s', (_, isRight, strips) => {
    expect(faultOf('ltr', ...strips) === undefined).toBe(isRight);
  });

  it('have digits in the order of their language, in a file of the other way too', () => {
    const faults = (change: Partial<Strip>) =>
      (['ltr', 'rtl'] as const).flatMap((own) =>
        (['ltr', 'rtl'] as const).map(
          (file) => orderFault([strip('1–2', 100, 0, 50, change)], own, file) !== undefined,
        ),
      );
    expect(faults({ isAstrayLtr: true })).toEqual([true, false, false, false]);
    expect(faults({ isAstrayLtr: true, isAstray: true })).toEqual([true, true, true, true]);
    expect(faults({})).toEqual([false, false, false, false]);
  });

  const hebrew = (from: number, to: number) =>
    strip('א', 100, from, to, {
      first: sign(to - 5, to, 'right to left'),
      last: sign(from, from + 5, 'right to left'),
    });
  it.each<[string, boolean, Base, readonly Strip[]]>([
    ['to the left', true, 'rtl', [hebrew(50, 90), hebrew(10, 48)]],
    ['not to the right', false, 'rtl', [hebrew(10, 48), hebrew(50, 90)]],
    ['to a phrase that goes the other way', true, 'rtl', [hebrew(50, 90), strip('abc', 100, 10, 48)]],
    ['past a phrase that goes the other way', true, 'rtl', [strip('abc', 100, 50, 90), hebrew(10, 48)]],
    // A third of the size of 10 is what letters move back over each other at most.
    [
      'over its end a little',
      true,
      'rtl',
      [hebrew(50, 90), strip('abc', 100, 10, 55, { first: sign(48, 53) })],
    ],
    [
      'not over its end by far',
      false,
      'rtl',
      [hebrew(50, 90), strip('abc', 100, 10, 55, { first: sign(48, 53.1) })],
    ],
    [
      'by the larger of both sizes',
      true,
      'rtl',
      [hebrew(50, 90), strip('abc', 100, 10, 55, { first: sign(48, 55.9, 'left to right', 20) })],
    ],
    ['in a line of the other way in any order', true, 'ltr', [hebrew(50, 90), strip('abc', 100, 60, 99)]],
    [
      'without signs in any order',
      true,
      'ltr',
      [strip('–', 100, 50, 90, { last: undefined }), strip('a', 100, 0, 40)],
    ],
    [
      'to what has no signs in any order',
      true,
      'ltr',
      [strip('a', 100, 50, 90), strip('–', 100, 0, 40, { first: undefined })],
    ],
  ])('go on %s: %s in %s', (_, isRight, base, strips) => {
    expect(faultOf(base, ...strips) === undefined).toBe(isRight);
  });
});

describe('a column', () => {
  const column = { top: 100, bottom: 140, from: 0, to: 50, size: 10 };
  const at = (top: number, from: number, to: number, size = 10) => ({ top, bottom: top, from, to, size });
  it.each<[string, boolean, Base, ReturnType<typeof at>]>([
    ['at its top', true, 'ltr', at(100, 60, 90)],
    ['a little into it', true, 'ltr', at(100, 47, 90)],
    ['farther into it', false, 'ltr', at(100, 46.9, 90)],
    ['less than a size above', true, 'ltr', at(90.1, 60, 90)],
    ['a size above', false, 'ltr', at(90, 60, 90)],
    ['the larger size above', true, 'ltr', at(80.1, 60, 90, 20)],
    ['on the other side', false, 'ltr', at(100, -50, -10)],
    ['on the left, from right to left', true, 'rtl', at(100, -50, -10)],
    ['on the right, from right to left', false, 'rtl', at(100, 60, 90)],
    ['a little into it from right to left', true, 'rtl', at(100, -50, 3)],
    ['farther into it from right to left', false, 'rtl', at(100, -50, 3.1)],
  ])('begins beside another: %s: %s in %s', (_, begins, base, line) => {
    expect(beginsColumn(line, column, base)).toBe(begins);
  });
});

describe('letters that lie over each other', () => {
  // The m and r of Amiri: the pen of the r goes far back below the m, and its ink reaches over the k that follows.
  const [r, k] = [
    { ...sign(452, 534, 'right to left', 1000), inkFrom: 461, inkTo: 944 },
    { ...sign(270, 843, 'right to left', 1000), inkFrom: 124, inkTo: 783 },
  ];
  it('are in order where both ends of their ink are', () => {
    expect(isApart(r, k, 'rtl')).toBe(false);
  });
  it('are not where one end is not, or where letters do not join', () => {
    expect(isApart({ ...r, way: 'left to right' }, { ...k, way: 'left to right' }, 'rtl')).toBe(true);
    expect(isApart({ ...r, inkTo: 700 }, k, 'rtl')).toBe(true);
  });
});
