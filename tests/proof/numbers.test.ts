import { describe, expect, it } from 'vitest';
import { type Expectation, prove } from '../../src/proof/index.ts';
import { apart, dialablesIn, isNoNumber, plainDigits, setApart } from '../../src/proof/numbers/dialable.ts';
import { arabicDigit, type Change, expectation, leaflet } from './leaflet.ts';

const digitsIn = (line: string) => dialablesIn(line).map(({ digits }) => digits);

describe('a number that is set apart from digits beside it', () => {
  it('is so as often as it stands in a line, however often that is', () => {
    const [once, apart] = ['For 5. 800-315-1376 24/7, ', 'For 5. \ufffc800-315-1376\ufffc 24/7, '];
    for (const times of [1, 2, 30_000])
      expect(setApart(once.repeat(times), '800-315-1376') === apart.repeat(times)).toBe(true);
    expect(setApart('5 8888 24/7', '88')).toBe('5 8888 24/7');
  }, 10_000);
});

describe('what could be dialled in a line', () => {
  it.each([
    ['888-315-1376', '8883151376'],
    ['888.315.1376', '8883151376'],
    ['888 315 1376', '8883151376'],
    ['(888) 315-1376', '8883151376'],
    ['888/315/1376', '8883151376'],
    ['888_315_1376', '8883151376'],
    ['888~315~1376', '8883151376'],
    ['888*315*1376', '8883151376'],
    ['888·315·1376', '8883151376'],
    ['888•315•1376', '8883151376'],
    ['888\u2010315\u20111376', '8883151376'],
    ['888\u2013315\u20151376', '8883151376'],
    ['888\u2212315\u22121376', '8883151376'],
    ['888 - 315 - 1376', '8883151376'],
    ['Call888-315-1376now', '8883151376'],
    ['+44 7700 900142', '447700900142'],
    ['555-0199', '5550199'],
    ['11612', '11612'],
    ['\uff18\uff18\uff18\u2010\uff13\uff11\uff15\u2010\uff11\uff13\uff17\uff16', '8883151376'],
    ['\u0668\u0668\u0668-\u0663\u0661\u0665-\u0661\u0663\u0667\u0666', '8883151376'],
    ['\u{1d7d6}\u{1d7d6}\u{1d7d6}-315-1376', '8883151376'],
    ['⑧⑧⑧-315-1376', '8883151376'],
    ['8O0-315-1376', '8003151376'],
    ['800-3l5-1376', '8003151376'],
    ['80о-315-1376', '8003151376'],
    ['8OO-315-13Z6', '8003151326'],
    ['800-315-HELQ', '8003154357'],
    ['1-800-315-HELP', '8003154357'],
    ['800-GO-FEDEX', '8004633339'],
  ])('finds %s', (line, digits) => {
    expect(digitsIn(line)).toContain(digits);
  });

  it.each([
    ['four digits', '1376'],
    ['digits too far apart', '888    315    1376'],
    ['digits with commas', '888,315,137'],
    ['a word with a numeral', 'Step 3: wait 20 minutes'],
    ['a word between numbers', '12 lilies 34 and 5 soil 67'],
    ['letters alone', 'OIL SOBS BOIL'],
    ['a word in capitals', '100 PEOPLE'],
    ['a word after digits', '100-PEOPLES'.toLowerCase()],
    ['nothing', ''],
  ])('finds nothing in %s', (_, line) => {
    expect(digitsIn(line).filter(({ length }) => length >= 7)).toEqual([]);
  });

  it.each([
    ['2026-11-23', true],
    ['2026-13-23', false],
    ['2026-11-32', false],
    ['23.11.2026', true],
    ['11/23/2026', true],
    ['2019–2021', true],
    ['2019-3021', false],
    ['1.234.567', true],
    ['12.345.678', true],
    ['123.456.789', false],
    ['1.234.56', false],
  ])('says that nobody dials %s: %s', (text, harmless) => {
    expect(isNoNumber(text)).toBe(harmless);
  });

  it('reads every digit of every script as its value', () => {
    for (let code = 0; code <= 0x1ffff; code++) {
      const digit = String.fromCodePoint(code);
      if (!/\p{Nd}/u.test(digit)) continue;
      expect(plainDigits(digit)).toMatch(/^[0-9]$/);
    }
    expect(plainDigits('\u0966\u096f\u1040\u1049\u{1e950}\u{1e959}')).toBe('090909');
  });

  it('counts by how many digits two numbers differ', () => {
    expect(apart('8003151376', '8003151376')).toBe(0);
    expect(apart('8003151376', '8003151377')).toBe(1);
    expect(apart('8003151376', '800315137')).toBe(1);
    expect(apart('8003151376', '18003151376')).toBe(1);
    expect(apart('8003151376', '8003151367')).toBe(2);
    expect(apart('8003151376', '8003152367')).toBe(3);
    expect(apart('8003151376', '800')).toBe(3);
  });
});

const check = (changes: readonly Change[], differs: Partial<Expectation> = {}) => {
  const { checks } = prove(leaflet(...changes), { ...expectation, ...differs });
  const { status, detail } = checks.find(({ code }) => code === 'HELPLINE_WRONG')!;
  return status === 'failed' ? detail : status;
};
const heading = (text: string): Change => [6, '«Coming off heroin»', text];

describe('HELPLINE_WRONG: a file is not proved when it shows another number', () => {
  it.each([
    ['in a text', [heading('«Or call 888-315-1376»')], '888-315-1376'],
    ['of seven digits', [heading('«Call 555-0199»')], '555-0199'],
    ['one digit off', [heading('«800-315-1377»')], '800-315-1377'],
    ['two digits changed round', [heading('«800-315-1367»')], '800-315-1367'],
    ['with another country', [heading('«+44 800-315-1376»')], '44 800-315-1376'],
    ['with a digit more', [heading('«800-315-1376-5»')], '800-315-1376-5'],
    ['with a look-alike', [heading('«8O0-315-1377»')], '8O0-315-1377'],
    ['in letters', [heading('«800-315-HELP»')], '800-315-HELP'],
    [
      'in the digits of another script',
      [heading(`«${[...'8883151376'].map((d) => arabicDigit(Number(d))).join('')}»`)],
      '888',
    ],
    ['in two strings', [heading('«888-315» Tj 80 260 Td «-1376»')], '888-315'],
    ['in another order of painting', [heading('«» Tj 60 260 Td «1376» Tj 10 260 Td «888-3»')], '888-3'],
    ['with wide gaps', [heading('«888» Tj 40 260 Td «315» Tj 70 260 Td «1376»')], '888'],
    ['in steps of size', [heading('«888» Tj /F1 12 Tf 34 260 Td «315» Tj /F1 8 Tf 52 260 Td «1376»')], '888'],
    ['in steps', [heading('«888» Tj 34 264 Td «315» Tj 58 268 Td «1376»')], '888'],
    [
      'turned',
      [
        [
          6,
          'BDC BT /F1 16 Tf',
          'BDC BT ET q 0 1 -1 0 190 60 cm BT /F1 9 Tf 1 0 0 -1 0 0 Tm «888-315-1376» Tj ET Q BT /F1 16 Tf',
        ],
      ],
      '888-315-1376',
    ],
    [
      'in an alternative text',
      [[45, '(A bed by a window)', '(Call 888-315-1376)']],
      'an alternative text shows 888-315-1376',
    ],
    [
      'in what stands for a text',
      [[31, '/K [1]', '/ActualText (888-315-1376) /K [1]']],
      'shows 888-315-1376',
    ],
    [
      'in the description of a link',
      [[16, '(Call 800-315-1376)', '(Call 888-315-1376)']],
      'a link of page 1 shows',
    ],
    ['with digits after it', [heading('«800-315-1376 24»')], '800-315-1376 24'],
    ['with digits after it that count nothing', [heading('«800-315-1376 24, hours»')], '800-315-1376 24'],
    ['with other digits after it and a word', [heading('«800-315-1376 5 now»')], '800-315-1376 5'],
    ['with digits after it and a letter like one', [heading('«800-315-1376 24 O»')], '800-315-1376 24'],
    ['with three digits after it', [heading('«800-315-1376 240 hours»')], '800-315-1376 240'],
    ['with a dash before what is counted', [heading('«800-315-1376-24 hours»')], '800-315-1376-24'],
    ['with more than all hours after it', [heading('«800-315-1376 24/75»')], '800-315-1376 24/75'],
    ['with digits in brackets that count nothing', [heading('«800-315-1376 (24)»')], '800-315-1376 (24'],
    ['with a letter like a digit in brackets', [heading('«800-315-1376 (24 O)»')], '800-315-1376 (24'],
    ['with three digits in brackets', [heading('«800-315-1376 (240 hours)»')], '800-315-1376 (240'],
    ['with digits after a dash between blanks', [heading('«800-315-1376 - 24»')], '800-315-1376 - 24'],
    ['with no time of day after it', [heading('«800-315-1376 9:75»')], '800-315-1376 9'],
    ['with digits before it', [heading('«44 800-315-1376 24 hours»')], '44 800-315-1376'],
    ['after a point that ends nothing', [heading('«5.800-315-1376»')], '5.800-315-1376'],
    ['after three digits and a full stop', [heading('«555. 800-315-1376»')], '555. 800-315-1376'],
    ['with another after a full stop', [heading('«In 2019. 888-555-0199»')], '888-555-0199'],
    ['after a country and a full stop', [heading('«+44. 800-315-1376»')], '44. 800-315-1376'],
    ['one digit off, and what is counted', [heading('«800-315-1377 24 hours»')], '800-315-1377 24'],
    ['after the number and all hours', [heading('«800-315-1376 24/7 888-315-1376»')], '888-315-1376'],
    ['with a stroke right after it, as a 1', [heading('«800-315-1376|»')], '800-315-1376|'],
    ['with a stroke right before it', [heading('«|800-315-1376»')], '|800-315-1376'],
    ['with a plus before it', [heading('«+800-315-1376»')], '+800-315-1376'],
    ['with a star before it', [heading('«*800-315-1376»')], '*800-315-1376'],
    ['with a hash after it', [heading('«800-315-1376#»')], '800-315-1376#'],
    ['with a stroke in a string of its own', [heading('«800-315-1376» Tj 106 260 Td «|»')], '800-315-1376|'],
    ['in a bookmark', [[28, '(Coming off heroin)', '(Call 888-315-1376)']], 'a bookmark shows'],
    [
      'in the name of a page',
      [[1, '/ViewerPreferences', '/PageLabels << /Nums [0 << /P (888-315-1376) >>] >> /ViewerPreferences']],
      'the name of a page shows',
    ],
  ] as [string, Change[], string][])('%s', (_, changes, said) => {
    expect(check(changes)).toContain(said);
  });

  it('nor for one with letters, be it beside words of a script that sets no spaces', () => {
    const display = '503-555-0177 ext. 2';
    const numbers = [...expectation.numbers, { display, uri: 'tel:+15035550177;ext=2' }];
    const link = (text: string) => {
      const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1');
      const literal = utf16
        .replace(/[\\()]/g, '\\$&')
        .replace(/\r/g, '\\r')
        .replace(/\n/g, '\\n');
      return check([[16, '(Call 800-315-1376)', `(${literal})`]], { numbers });
    };
    for (const words of [
      (n: string) => `看護師に電話する${n}`,
      (n: string) => `โทร${n}ได้`,
      (n: string) => `Call ${n} now`,
    ])
      expect(link(words(display))).toBe('passed');
    for (const wrong of [`Call${display}`, `${display}A`, `${display}5`, `九${display}`, `${display}٥`])
      expect(link(wrong)).toContain('a link of page 1 shows');
  });

  it.each([
    ['the number', '«800-315-1376»'],
    ['the number with its country', '«+1 800-315-1376»'],
    ['the number between strokes that stand apart', '«| 800-315-1376 |»'],
    ['the number with the end of a sentence', '«800-315-1376! (800-315-1376)»'],
    ['the number and all hours', '«800-315-1376 24/7, 800-315-1376 (24/7)»'],
    ['the number and what is counted', '«800-315-1376 24 hours a day, 7 days»'],
    ['the number and hours in brackets', '«800-315-1376 (9am-5pm), 800-315-1376 (24x7)»'],
    ['the number and a dash before all hours', '«800-315-1376 - 24/7, 800-315-1376 - 24 hours»'],
    ['the number and times of day', '«800-315-1376 9am to 5pm, 800-315-1376 9:00»'],
    ['the number between sentences', '«For 5. 800-315-1376. 5 people»'],
    ['a date', '«On 2026-11-23»'],
    ['years', '«2019-2021»'],
    ['two short numbers', '«911 or 988»'],
    ['four digits', '«1376 of 2000»'],
    ['a year that ends a sentence, and what the next counts', '«In 2019. 1200 people»'],
    ['short numbers at the ends of sentences', '«Room 318. 2019. 1200 people»'],
  ])('not for %s', (_, text) => {
    expect(check([heading(text)])).toBe('passed');
  });

  it('not for a number that the guide declares, alone or beside another', () => {
    const numbers = [...expectation.numbers, { display: '116 123', uri: 'tel:116123' }];
    expect(check([heading('«116 123»')], { numbers })).toBe('passed');
    expect(check([heading('«116 123 800-315-1376»')], { numbers })).toBe('passed');
    expect(check([heading('«116 124»')], { numbers })).toContain('116 124');
    expect(check([heading('«116 423»')])).toBe('passed');
  });

  it('not for the imprint, unless it is near the number', () => {
    expect(check([heading('«guide 1.0.0 2026.11»')], { imprint: 'guide 1.0.0 2026.11' })).toBe('passed');
    expect(check([heading('«guide 800-315-1367»')], { imprint: 'guide 800-315-1367' })).toContain('1367');
  });
});
