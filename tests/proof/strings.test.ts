import { describe, expect, it } from 'vitest';
import { type Expectation, prove } from '../../src/proof/index.ts';
import { Shelf } from '../../src/proof/kept.ts';
import { type ShownOrder, shownLine } from '../../src/proof/reading/shown-line.ts';
import { type Change, expectation, leaflet } from './leaflet.ts';

/** A literal text string, in UTF-16BE with its mark (ISO 32000-1 7.9.2.2). */
const literal = (text: string) =>
  `(${['\ufeff', ...text]
    .map((c) => String.fromCharCode(c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255))
    .join('')
    .replace(/[()\\\r]/g, (c) => (c === '\r' ? '\\r' : `\\${c}`))})`;
const utf8 = (text: string) => Buffer.from(text).toString('latin1');

const numbers = (...displays: string[]): Partial<Expectation> => ({
  numbers: [
    ...expectation.numbers,
    ...displays.map((display) => ({ display, uri: `tel:${display.replace(/\D/g, '')}` })),
  ],
});

function check(changes: readonly Change[], differs: Partial<Expectation> = {}) {
  return prove(leaflet(...changes), { ...expectation, ...differs }).checks.find(
    ({ code }) => code === 'NUMBER_TURNED',
  )!;
}

const [link, figure, paragraph, bookmark, packet] = [16, 45, 31, 28, 15];
const described = (text: string): Change => [link, '(Call 800-315-1376)', literal(text)];
const pictured = (text: string): Change => [figure, '(A bed by a window)', literal(text)];

/** Each string of a file that is shown beside the pages, with a text in it. */
const places: readonly [string, says: RegExp, (text: string) => Change][] = [
  ['the description of a link', /description of a link on page 1 says/, described],
  ['an alternative text', /alternative text of a Figure says/, pictured],
  [
    'what stands for content',
    /what stands for a P says/,
    (text) => [paragraph, '/K [1]', `/K [1] /ActualText ${literal(text)}`],
  ],
  ['a bookmark', /a bookmark says/, (text) => [bookmark, '(Coming off heroin)', literal(text)]],
  [
    'the name of a page',
    /the name of a page says/,
    (text) => [
      1,
      '/ViewerPreferences',
      `/PageLabels << /Nums [0 << /P ${literal(text)} >>] >> /ViewerPreferences`,
    ],
  ],
  ['the title', /the title says/, (text) => [packet, 'Heroin &amp; you', utf8(text)]],
];

describe('NUMBER_TURNED', () => {
  it.each(places)(
    '%s: a number after Arabic letters is turned round, and is not with marks',
    (_, says, at) => {
      const found = check([at('اتصل بالرقم 800-315-1376')]);
      expect(found).toMatchObject({ status: 'failed' });
      expect(found.detail).toMatch(says);
      expect(found.detail).toContain('1376-315-800');
      expect(check([at('اتصل بالرقم \u200e800-315-1376\u200e')])).toMatchObject({ status: 'passed' });
    },
  );

  it.each([
    ['in Persian, after letters', 'با 800-315-1376 تماس بگیرید'],
    ['in Pashto, after letters', 'دا 800-315-1376 ته'],
    ['marked at its end alone', 'اتصل بالرقم 800-315-1376\u200e'],
    ['once of two times', 'رقم \u200e800-315-1376\u200e أو 800-315-1376'],
    ['isolated from right to left', 'اتصل \u2067بالرقم 800-315-1376\u2069'],
  ])('is told %s', (_, text) => {
    expect(check([described(text)])).toMatchObject({ status: 'failed' });
  });

  it.each([
    ['in Hebrew, of groups apart', '0800 111 0 111', 'התקשרו 0800 111 0 111'],
    ['by itself, of groups apart, from right to left', '0800 111 0 111', '0800 111 0 111'],
    ['by itself, with a bracket, from right to left', '(800) 662-4357', '(800) 662-4357'],
    ['with letters, from right to left', '1-800-662-HELP', '1-800-662-HELP'],
  ])('is told of another declared number %s', (_, display, text) => {
    expect(check([pictured(text)], numbers(display))).toMatchObject({ status: 'failed' });
    expect(check([pictured(`\u200e${display}\u200e`)], numbers(display))).toMatchObject({
      status: 'passed',
    });
  });

  it('is told of the one that is turned round, beside another that is not', () => {
    const shown = numbers('0800 111 0 111');
    const [first, second] = ['800-315-1376', '0800 111 0 111'];
    const said = (one: string, other: string) => check([pictured(`اتصل ${one} أو ${other}`)], shown).status;
    const whole = (number: string) => `\u200e${number}\u200e`;
    expect(said(whole(first), whole(second))).toBe('passed');
    expect(said(whole(first), second)).toBe('failed');
    expect(said(first, whole(second))).toBe('failed');
  });

  it.each([
    ['in English', 'Call 800-315-1376'],
    ['in Hebrew', 'התקשרו אל 800-315-1376'],
    ['in Urdu, before letters', '800-315-1376 پر کال کریں'],
    ['isolated', 'اتصل بالرقم \u2066800-315-1376\u2069 الآن'],
    ['marked at its beginning', 'اتصل بالرقم \u200e800-315-1376 الآن'],
    ['of other digits', 'الصفحات 12-34-56'],
    ['none', 'اقرأ من يردّ على المكالمات'],
  ])('is not told %s', (_, text) => {
    expect(check([described(text)])).toMatchObject({ status: 'passed' });
  });

  it('counts what it looked at', () => {
    expect(check([]).detail).toMatch(/^2 descriptions/);
  });
});

describe('what is shown of a text string', () => {
  it.each([
    ['abc 12-34', 'ltr', 'abc 12-34'],
    ['abc 12-34', 'rtl', 'abc 12-34'],
    ['12-34 abc', 'rtl', 'abc 12-34'],
    ['אבג 12-34', 'ltr', '12-34 גבא'],
    ['ابج 12-34', 'rtl', '34-12 جبا'],
    ['(12) 34', 'rtl', '34 (12)'],
    ['\u{10d00}\u{10d01} 12-34', 'rtl', '12-34 \u05d0\u05d0\u05d0\u05d0'],
  ] as const)('is %s in a line of %s: %s', (text, direction, shown) => {
    expect(shownLine(text, direction)).toBe(shown);
  });

  it('is the same where the order of one like it is known', () => {
    const kept = new Shelf<ShownOrder>(4);
    for (const text of ['אבג 12-34 (5)', 'אבג 98-76 (0)', 'ابج 12-34', 'ابج 56-78', '12.34 abc', 'abc 12.34'])
      for (const direction of ['ltr', 'rtl'] as const)
        expect(shownLine(text, direction, kept)).toBe(shownLine(text, direction));
  });
});
