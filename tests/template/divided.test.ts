import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/locale/index.ts';
import { areDividedAlike, divide } from '../../src/template/divided.ts';

const texts: Readonly<Record<string, number>> = { a: 100, b: 30, c: 30, d: 100 };
const locale = { text: (key: string) => 'x'.repeat(texts[key]! - 20) } as Locale;
const items = Object.keys(texts).map((key) => ({ id: key, line: { key } }));
const lengths = (groups: readonly (readonly unknown[])[]) => groups.map(({ length }) => length);

describe('a list that a template divides', () => {
  it('is in groups of about the same length, and of about the same height where that is known', () => {
    expect(lengths(divide(items, 2, { locale }))).toEqual([2, 2]);
    expect(lengths(divide(items, 2, { locale, heights: new Map([['d', 200]]) }))).toEqual([3, 1]);
    expect(lengths(divide(items, 2, { locale, division: 1 }))).not.toEqual([2, 2]);
  });

  it('is divided alike by heights that cut it at the same places, and by no others', () => {
    const divided = [2, 3].map((count) => ({ items, groups: divide(items, count, { locale }) }));
    const by = (heights: Readonly<Record<string, number>>) =>
      areDividedAlike(divided, { locale, heights: new Map(Object.entries(heights)) });
    expect(by({})).toBe(true);
    expect(by({ a: 300, b: 30, c: 30, d: 300 })).toBe(true);
    expect(by({ d: 200 })).toBe(false);
    expect(areDividedAlike([], { locale, heights: new Map([['d', 200]]) })).toBe(true);
    expect(areDividedAlike(divided.slice(0, 1), { locale, heights: new Map([['a', 300]]) })).toBe(false);
    expect(areDividedAlike(divided, { locale, division: 1 })).toBe(false);
  });
});
