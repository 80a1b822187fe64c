import { describe, expect, it } from 'vitest';
import { decadesIn, withoutDecadesOf } from '../../src/locale/ways/decades.ts';

describe('the tens that a text names', () => {
  it.each([
    ['the 1980s', [1980]],
    ['the 80s', [80]],
    ["the 80's", [80]],
    ['80er-Jahre', [80]],
    ['80-х', [80]],
    ['lata 80. wieku', [80]],
    ['80年代', [80]],
    ['1980년대', [1980]],
    ['20대', [20]],
    ['20代', [20]],
    ['los años 80', [80]],
    ['gli anni ’80', [80]],
    ['thập niên 80', [80]],
    ['שנות ה-80', [80]],
    ['miaka ya 80', [80]],
    ['the 80s and in your 20s', [80, 20]],
    ['85s', []],
    ['80 people', []],
    ['180s', []],
    ['80sec', []],
    ['los años 85', []],
    ['danni 80', []],
  ])('are read: %s', (text, tens) => {
    expect([...decadesIn(text)]).toEqual(tens);
  });
});

describe('a decade of the source', () => {
  it.each([
    ['the 1980s', 'los años 80', 'los años  '],
    ['the 1980s', '20世纪80年代', ' 世纪 年代'],
    ['the 2010s', '21世紀10年代', ' 世紀 年代'],
    ['the 1980s', '21世纪80年代', '21世纪 年代'],
    ['the 1980s', '19世纪80年代', '19世纪 年代'],
    ['the 1980s', 'los años 90', 'los años 90'],
    ['the 80s', 'in 1980', 'in  '],
    ['the 80s', 'in 1981', 'in 1981'],
    ['in your 20s', 'entre 20 y 29 años', 'entre 20 y   años'],
    ['in your 20s', 'entre 20 y 30 años', 'entre 20 y   años'],
    ['in your 20s', '28 y 31', '28 y 31'],
    ['in your 20s', '129, 2930', '129, 2930'],
    ['20 people', '29', '29'],
  ])('may be said so: %s: %s', (source, translated, rest) => {
    expect(withoutDecadesOf(source, translated)).toBe(rest);
  });
});
