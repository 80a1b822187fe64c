import { describe, expect, it } from 'vitest';
import type { Code } from '../../src/diagnostics/index.ts';
import { type Expectation, Kept, prove } from '../../src/proof/index.ts';
import { arabicDigit, type Change, expectation, leaflet } from './leaflet.ts';

/* Words of the first page: "You can stop." at 10, 235 and "Ask for ayuda" at 10 to 75, 215, both in 10 pt; codes are 5 pt wide. */
const [first, second, third] = [6, 7, 8];
const stop = 'BT /F1 10 Tf 10 235 Td [«You can»0« stop.»] TJ ET';

const check = (code: Code, changes: readonly Change[], differs: Partial<Expectation> = {}) => {
  const { checks } = prove(leaflet(...changes), { ...expectation, ...differs });
  const { status, detail } = checks.find((c) => c.code === code)!;
  return status === 'failed' ? detail : status;
};
const order = (...changes: readonly Change[]) => check('TEXT_DISORDERED', changes);
const stopAs = (operators: string): Change => [first, stop, `BT /F1 10 Tf ${operators} ET`];

describe('TEXT_DISORDERED: the words of a text stand as they are read', () => {
  it.each([
    ['its second word before the first', '30 235 Td «You can» Tj 5 235 Td « stop.» Tj'],
    ['its second line above the first', '10 235 Td «You can» Tj 10 247 Td « stop.» Tj'],
    ['its first word lowered to the end', '60 230 Td «You» Tj 10 235 Td « can stop.» Tj'],
    ['letters of a word changed', '15 235 Td «Y» Tj 10 235 Td «o» Tj 20 235 Td «u can stop.» Tj'],
    ['its second word torn away', '10 235 Td «You can» Tj 110.1 235 Td « stop.» Tj'],
    ['another text between its lines', '10 235 Td «You can» Tj 10 205 Td « stop.» Tj'],
  ])('not with %s', (_, operators) => {
    expect(order(stopAs(operators))).not.toBe('passed');
  });

  it.each([
    ['its words in two strings', '10 235 Td «You can» Tj 45 235 Td « stop.» Tj'],
    ['a second line below the first', '10 235 Td «You can» Tj 10 226 Td « stop.» Tj'],
    ['a second line that begins elsewhere', '10 235 Td «You can» Tj 90 226 Td « stop.» Tj'],
    ['a second column at its height', '10 235 Td «You» Tj 10 226 Td «can» Tj 50 235 Td «stop.» Tj'],
    ['letters that are kerned', '10 235 Td «You can» Tj 43 235 Td « stop.» Tj'],
    ['a wide gap', '10 235 Td «You can» Tj 99.9 235 Td « stop.» Tj'],
  ])('also with %s', (_, operators) => {
    expect(order(stopAs(operators))).toBe('passed');
  });

  it('not with a line that hangs between this and the next', () => {
    const lowered = (by: number) => order(stopAs(`60 235 Td «You» Tj 10 ${235 - by} Td « can stop.» Tj`));
    expect(lowered(7.4)).toContain('"can stop." stands above "You"');
    expect(lowered(7.6)).toBe('passed');
  });

  it('not with a second column that begins above the first', () => {
    const column = (y: number) =>
      order(stopAs(`10 235 Td «You» Tj 10 226 Td «can» Tj 50 ${y} Td «stop.» Tj`));
    expect(column(244)).toBe('passed');
    expect(column(246)).toContain('stands above');
  });

  it('also where a link or a phrase goes on with a text', () => {
    const phrase = (place: string) => order([first, '50 215 Td «ayuda»', `${place} Td «ayuda»`]);
    expect(phrase('50 215')).toBe('passed');
    expect(phrase('10 205')).toBe('passed');
    expect(phrase('20 215')).toContain('"ayuda" does not follow "Ask for"');
    expect(phrase('10 226')).toContain('stands above');
  });

  it('also with a numeral beside all of its heading', () => {
    const heading = (operators: string) =>
      order([second, 'BT /F1 14 Tf 10 260 Td «At home» Tj ET', `BT ${operators} ET`]);
    const numbered = { texts: expectation.texts };
    expect(numbered.texts).toBe(expectation.texts);
    expect(heading('/F1 30 Tf 10 250 Td «1» Tj /F1 14 Tf 30 270 Td «At» Tj 30 255 Td «home» Tj')).toBe(
      'passed',
    );
    expect(heading('/F1 30 Tf 50 250 Td «1» Tj /F1 14 Tf 10 270 Td «At» Tj 10 255 Td «home» Tj')).toContain(
      'stands above',
    );
    expect(heading('/F1 30 Tf 10 250 Td «A» Tj /F1 14 Tf 5 285 Td «At» Tj 10 255 Td «home» Tj')).toContain(
      'stands above',
    );
  });

  it('also in what is repeated on each page', () => {
    const band = (operators: string) =>
      order([second, 'BT /F1 10 Tf 110 20 Td «Who answers?» Tj ET', `BT /F1 10 Tf ${operators} ET`]);
    expect(band('110 20 Td «Who » Tj 130 20 Td «answers?» Tj')).toBe('passed');
    expect(band('160 20 Td «Who » Tj 110 20 Td «answers?» Tj')).not.toBe('passed');
  });

  it('upright in its panel', () => {
    const turned = (degrees: number) => {
      const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)].map((v) =>
        v.toFixed(6),
      );
      return order([
        first,
        stop,
        `q ${cos} ${sin} ${-Number(sin)} ${cos} 100 50 cm BT /F1 10 Tf 0 290 Td «You can stop.» Tj ET Q`,
      ]);
    };
    expect(turned(180)).toContain('"You can stop." is turned');
    expect(turned(90)).toContain('is turned');
    expect(turned(1)).toContain('is turned');
    expect(turned(0)).toBe('passed');
  });

  it('upright in a panel that is turned', () => {
    const sheets = expectation.sheets.map((sheet, i) =>
      i === 0 ? { ...sheet, areas: [{ ...sheet.areas[0]!, rotate: 180 as const }] } : sheet,
    );
    expect(check('TEXT_DISORDERED', [], { sheets })).toContain('page 1: "Coming off heroin" is turned');
  });

  it('from right to left where the language does', () => {
    // Digits of Arabic go from left to right, and say nothing of the words around them.
    const rtl = { direction: 'rtl', locale: 'ar' } as const;
    const words = (operators: string) => check('TEXT_DISORDERED', [stopAs(operators)], rtl);
    const twelve = `${arabicDigit(1)}${arabicDigit(2)}`;
    expect(words(`10 235 Td «${twelve}» Tj`)).toBe('passed');
    expect(words(`15 235 Td «${twelve[0]}» Tj 10 235 Td «${twelve[1]}» Tj`)).not.toBe('passed');
    expect(words('50 235 Td «1 » Tj 10 235 Td «2» Tj')).toBe('passed');
    expect(order(stopAs('50 235 Td «1 » Tj 10 235 Td «2» Tj'))).not.toBe('passed');
  });
});

describe('DISCLOSURE_SCATTERED: the disclosure stands in one place', () => {
  const scattered = (...changes: readonly Change[]) => check('DISCLOSURE_SCATTERED', changes);

  it('its blocks one below the other, or beside', () => {
    expect(scattered()).toBe('passed');
    expect(scattered([third, '10 225 Td', '102.1 240 Td'])).toBe('passed');
    expect(scattered([third, '10 225 Td', '102.1 251 Td'])).toContain(
      '"It may be paid for it." stands out of order',
    );
    expect(scattered([third, '10 225 Td', '101.9 240 Td'])).toContain('out of order');
    expect(scattered([third, '10 240 Td', '10 220 Td'])).toContain('out of order');
  });

  it('row by row as well, where its blocks stand in rows', () => {
    const disclosure = {
      ...expectation.disclosure,
      keys: ['disclosure.who', 'disclosure.paid', 'disclosure.more'],
    };
    const texts = [...expectation.texts, { key: 'disclosure.more', text: 'guide 1.0.0', language: 'en' }];
    const rows = (who: string, paid: string, more: string) =>
      check(
        'DISCLOSURE_SCATTERED',
        [
          [third, '10 240 Td', `${who} Td`],
          [third, '10 225 Td', `${paid} Td`],
          [third, '10 60 Td', `${more} Td`],
        ],
        { disclosure, texts },
      );
    expect(rows('10 240', '110 240', '10 200')).toBe('passed');
    expect(rows('10 240', '10 225', '150 240')).toBe('passed');
    // A cell of two blocks, and one beside it.
    expect(rows('10 240', '10 225', '150 245')).toBe('passed');
    expect(rows('10 240', '10 225', '150 251')).toContain('out of order');
    expect(rows('10 240', '110 240', '10 241')).toContain('"guide 1.0.0" stands out of order');
    expect(rows('110 240', '10 240', '10 200')).toContain('"It may be paid for it." stands out of order');
  });

  it('with nothing of another text within it', () => {
    // The imprint at 60 lies beside the column, then between its blocks.
    expect(scattered([third, '10 60 Td', '125 232 Td'])).toBe('passed');
    expect(scattered([third, '10 60 Td', '10 232 Td'])).toContain('page 3: "guide 1.0.0" stands within it');
    expect(scattered([third, '10 225 Td', '10 50 Td'])).toContain('"guide 1.0.0" stands within it');
    expect(scattered([third, '10 225 Td', '10 61 Td'])).toBe('passed');
  });

  it('also where the word beside the number is the same as its heading', () => {
    const disclosure = { ...expectation.disclosure, keys: ['heading', ...expectation.disclosure.keys] };
    const texts = [{ key: 'heading', text: 'Who answers?', language: 'en' }, ...expectation.texts];
    const headed = (...changes: readonly Change[]) =>
      check('DISCLOSURE_SCATTERED', changes, { disclosure, texts });
    expect(headed()).toBe('passed');
    expect(headed([third, '10 60 Td', '10 250 Td'])).toContain('"guide 1.0.0" stands within it');
  });
});

describe('the hyphen of a divided word, which is no text', () => {
  const line = '10 240 Td «A treatment centre.» Tj ET EMC';
  /** The block on two lines; the second, from 10 to 50, is the middle one of the disclosure. */
  const hyphen = (x: number, y: number, text = '-') =>
    check('DISCLOSURE_SCATTERED', [
      [
        third,
        line,
        `10 240 Td «A treatment» Tj 10 232 Td « centre.» Tj ET EMC\n/Artifact BMC BT /F1 10 Tf ${x} ${y} Td «${text}» Tj ET EMC`,
      ],
    ]);
  it('touches the end of its line', () => {
    expect(hyphen(50, 232)).toBe('passed');
    for (const other of [hyphen(52, 232), hyphen(50, 234), hyphen(50, 232, '--'), hyphen(50, 232, 'a')])
      expect(other).toContain('stands within it');
  });
});

describe('what was found of where texts stand', () => {
  const turned = expectation.sheets.map((sheet) => ({
    ...sheet,
    areas: sheet.areas.map((area) => ({ ...area, rotate: 180 as const })),
  }));
  it.each<[string, readonly Change[], Partial<Expectation>, string | undefined]>([
    ['areas that are turned', [], { sheets: turned }, 'is turned'],
    ['another direction', [], { direction: 'rtl' }, undefined],
    ['a text whose parts are read in another order', [[32, '2 33 0 R', '33 0 R 2']], {}, 'does not follow'],
    ['another text between its lines', [[first, '10 215 Td', '10 240 Td']], {}, undefined],
    ['a text that goes on with the one below', [[31, '[1]', '[1 2]']], {}, undefined],
  ])('is not taken over with %s', (_, changes, differs, wrong) => {
    const kept = new Kept();
    const wanted = { ...expectation, ...differs };
    const apart = prove(leaflet(...changes), wanted);
    for (let i = 0; i < 3; i++) {
      expect(prove(leaflet(), expectation, undefined, kept)).toEqual(prove(leaflet(), expectation));
      expect(prove(leaflet(...changes), wanted, undefined, kept)).toEqual(apart);
    }
    if (wrong !== undefined)
      expect(apart.checks.find(({ code }) => code === 'TEXT_DISORDERED')!.detail).toContain(wrong);
  });
});
