import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keys, lookAlikes, otherDigits } from '../../src/content/digits/digit-tables.ts';
import { readDigits } from '../../src/content/digits/read-digits.ts';
import { everydayForms } from '../../src/content/everyday/forms.ts';
import { type DeclaredNumber, dialableFaults, parseInline, plainText } from '../../src/content/index.ts';
import { callWords, joiningWords } from '../../src/content/words/call-words.ts';
import { listed } from '../../src/content/words/listed.ts';
import { languages } from '../../src/locale/index.ts';

const declared: readonly DeclaredNumber[] = [
  { name: 'main', kind: 'helpline', display: '855-208-4673', dial: '+18552084673' },
  { name: 'aid', kind: 'number', display: '911', dial: '911' },
  { name: 'other', kind: 'number', display: '999', dial: '999' },
  { name: 'four', kind: 'number', display: '3114', dial: '3114' },
  { name: 'words', kind: 'number', display: '838255', dial: '838255' },
  { name: 'desk', kind: 'number', display: '+44 20 7946 0018', dial: '+442079460018' },
  { name: 'near', kind: 'number', display: '555 0142', dial: '5550142' },
];

const codes = (text: string) =>
  dialableFaults(text, declared, {}).map(({ code }) => code.replace('NUMBER_', ''));

describe('a declared number', () => {
  it.each([
    'Call 855-208-4673.',
    '855-208-4673',
    'Call 855-208-4673, day and night.',
    '(855-208-4673)',
    '“855-208-4673”',
    'Call 855-208-4673 24 hours a day.',
    'Call 855-208-4673 24/7.',
    'Call 855-208-4673 or 911.',
    'In 2026: 855-208-4673',
    'Text 838255.',
    'Call +44 20 7946 0018 now.',
    'Call 911/999.',
    'Call 855-208-4673 (9am–5pm).',
    'Call 855-208-4673 9am to 5pm.',
    'Call 855-208-4673 (Mon–Fri 9–5).',
    'Call 855-208-4673 - 24/7.',
    'Call 855-208-4673 – 24 hours, 7 days.',
    'Call 855-208-4673 (24x7).',
    'Call 855-208-4673 9:00–17:00.',
    'Tel. 855-208-4673 (8.30–12 Uhr)',
    'Call 855-208-4673, 24/7, 365 days a year.',
    '855-208-4673(24時間、365日)',
    '상담전화 911 (24시간)',
    'โทร 855-208-4673 (8.30–16.30 น.)',
    'Call 911 2 times.',
    'Call 855-208-4673, press 2 for Spanish.',
    'Call 855-208-4673 for an extension.',
    'Call 911. Text 838255. Call 855-208-4673!',
    'اتصل 855-208-4673 الآن',
    '911に電話',
    '拨打911。',
    'დარეკეთ 911-ზე.',
  ])('may stand in its declared form: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it.each([
    ['a digit before it', '1855-208-4673'],
    ['a digit after it', '855-208-46739'],
    ['a digit before it, with a dash', '1-855-208-4673'],
    ['a digit after it, with a dash', '855-208-4673-9'],
    ['a digit after it, with a space', '855-208-4673 9'],
    ['two digits after it that nothing follows', 'Call 855-208-4673 24'],
    ['three digits after it', 'Call 855-208-4673 240 hours'],
    ['digits in brackets after it that count nothing', 'Call 855-208-4673 (24).'],
    ['digits and a letter like one after a bracket', 'Call 855-208-4673 (24 O)'],
    ['three digits in brackets', 'Call 855-208-4673 (240 hours)'],
    ['digits after a dash that count nothing', 'Call 855-208-4673 - 24'],
    ['digits after a dash without spaces', 'Call 855-208-4673-24 hours'],
    ['digits and a word that is no hour', 'Call 855-208-4673 5 times.'],
    ['no time after it', 'Call 855-208-4673 9:75'],
    ['a plus before it', '+855-208-4673'],
    ['a star before it', '*855-208-4673'],
    ['a hash after it', '855-208-4673#'],
    ['a letter before it', 'x855-208-4673'],
    ['a letter like a digit after it', '855-208-4673O'],
    ['a letter like a digit after a dash', '855-208-4673-O'],
    ['a digit that is not seen beside it', '855-208-4673\u200b5'],
    ['digits of another script beside it', '855-208-4673٥'],
    ['an extension after it', '855-208-4673, extension 9'],
    ['an extension in brackets', 'Call 855-208-4673 (ext. 12).'],
    ['other last digits after it', '855-208-4673 or -4674'],
    ['a stroke after it', '855-208-4673|'],
    ['a stroke before it', '|855-208-4673'],
    ['a mark on its last digit', '855-208-4673\u0338'],
    ['a mark that is drawn as a stroke after it', 'Call 911\u20d2 now.'],
  ])('may not have %s', (_, text) => {
    expect(codes(text)).not.toEqual([]);
  });
});

/** Every one of these is the declared number, and no reader may see it in two ways. */
describe('a declared number in another dress', () => {
  const digits = [...'8552084673'];
  const joined = (between: string) => ['855', '208', '4673'].join(between);
  it.each([
    ['nothing', ''],
    ['spaces', ' '],
    ['a no-break space', '\u00a0'],
    ['a narrow no-break space', '\u202f'],
    ['a figure space', '\u2007'],
    ['an ideographic space', '\u3000'],
    ['a Hangul filler', '\u3164'],
    ['a blank of Braille', '\u2800'],
    ['a line end', '\n'],
    ['a line separator', '\u2028'],
    ['a tab', '\t'],
    ['hyphens', '\u2010'],
    ['no-break hyphens', '\u2011'],
    ['figure dashes', '\u2012'],
    ['en dashes', '–'],
    ['em dashes', '—'],
    ['bars', '―'],
    ['minus signs', '\u2212'],
    ['wide hyphens', '－'],
    ['dashes with spaces', ' - '],
    ['dots', '.'],
    ['middle dots', '·'],
    ['bullets', '•'],
    ['katakana middle dots', '・'],
    ['slashes', '/'],
    ['fraction slashes', '\u2044'],
    ['bars upright', '|'],
    ['underlines', '_'],
    ['brackets', ') ('],
    ['commas', ','],
    ['commas and spaces', ', '],
    ['colons', ':'],
    ['full stops and spaces', '. '],
    ['soft hyphens', '\u00ad'],
    ['zero-width spaces', '\u200b'],
    ['zero-width no-break spaces', '\ufeff'],
    ['word joiners', '\u2060'],
    ['right-to-left marks', '\u200f'],
    ['Arabic letter marks', '\u061c'],
    ['isolates', '\u2066'],
    ['marks on nothing', '\u0301'],
    ['characters for private use', '\ue000'],
    ['an ellipsis', '…'],
    ['many spaces', '          '],
    ['many dashes', '--------'],
    ['a word', ' then '],
    ['twelve characters', ' (and then) '],
  ])('is refused with %s between its groups', (_, between) => {
    expect(codes(`Call ${joined(between)} now.`)).toEqual(['DISGUISED']);
    expect(codes(`Call ${joined(between).replace('4673', '4678')} now.`)).toEqual(['NEAR_MISS']);
  });

  it('is refused with hyphens that are not seen beside those that are', () => {
    expect(codes('855-208-\u00ad4673')).toEqual(['DISGUISED']);
  });

  it('is refused in the digits of every script', () => {
    const zeros: number[] = [];
    for (let code = 0x80; code < 0x20000; code++)
      if (
        /\p{Nd}/u.test(String.fromCodePoint(code)) &&
        String.fromCodePoint(code).normalize('NFKC') !== '0'
      ) {
        const before = String.fromCodePoint(code - 1);
        if (!/\p{Nd}/u.test(before)) zeros.push(code);
      }
    expect(zeros.length).toBeGreaterThan(50);
    for (const zero of zeros) {
      const written = digits.map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
      expect([zero.toString(16), codes(`x ${written} x`)]).toEqual([zero.toString(16), ['DISGUISED']]);
    }
  });

  it.each([
    ['wide', 0xff10],
    ['bold', 0x1d7ce],
    ['double-struck', 0x1d7d8],
    ['sans-serif', 0x1d7e2],
    ['monospace', 0x1d7f6],
    ['segmented', 0x1fbf0],
  ])('is refused in %s digits', (_, zero) => {
    const written = digits.map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
    expect(codes(written)).toEqual(['DISGUISED']);
  });

  it.each(otherDigits.map(([first, value, count]) => [first.toString(16), first, value, count] as const))(
    'is refused with numerals from U+%s',
    (_, first, value, count) => {
      for (let i = 0; i < count; i++) {
        const at = digits.indexOf(String(value + i));
        if (at < 0) continue;
        const written = digits.with(at, String.fromCodePoint(first + i)).join('');
        expect([written, codes(written)]).toEqual([written, ['DISGUISED']]);
      }
    },
  );

  it.each([
    '⁸⁵⁵-²⁰⁸-⁴⁶⁷³',
    '₈₅₅-₂₀₈-₄₆₇₃',
    '⑧⑤⑤-②⓪⑧-④⑥⑦③',
    '8⃣5⃣5⃣2⃣0⃣8⃣4⃣6⃣7⃣3⃣',
    '八五五二〇八四六七三',
    '捌伍伍-贰零捌-肆陆柒叁',
    '八五五 二〇八 四六七三',
  ])('is refused as %s', (written) => {
    expect(codes(written)).toEqual(['DISGUISED']);
  });

  it.each(lookAlikes.flatMap((row, digit) => [...row].map((letter) => [letter, digit] as const)))(
    'is refused with %s for %i',
    (letter, digit) => {
      // A number that has every digit inside of a group.
      const number: DeclaredNumber = {
        name: 'all',
        kind: 'number',
        display: '90123-45678',
        dial: '+4490123456780',
      };
      const written = number.display.replace(String(digit), letter);
      const found = dialableFaults(`Call ${written}.`, [number], {}).map(({ code }) => code);
      expect(found).toEqual(['NUMBER_DISGUISED']);
    },
  );

  it.each([
    ['letters for several digits', '8SS-2O8-4G7З'],
    ['letters alone in a group', '855-ZOB-4673'],
    ['letters by themselves', '8 5 5 2 O 8 4 6 7 3'],
    ['the country’s code', '+1 855 208 4673'],
    ['a one before it', '1-855-208-4673'],
  ])('is refused with %s', (_, written) => {
    expect(codes(`Call ${written}.`)).toEqual(['DISGUISED']);
  });
});

describe('a number that is nearly a declared one', () => {
  it.each([
    ['one digit off', '855-208-4674'],
    ['two digits off', '855-209-4674'],
    ['two digits off, far apart', '955-208-4674'],
    ['neighbours swapped', '855-208-4763'],
    ['digits swapped that are no neighbours', '855-208-3674'],
    ['a digit dropped', '855-208-467'],
    ['a digit dropped at the front', '55-208-4673'],
    ['a digit dropped inside', '855-28-4673'],
    ['a digit doubled', '855-208-44673'],
    ['a digit more', '855-208-46733'],
    ['the other number one digit off', '+44 20 7946 0019'],
    ['the short one one digit off', '838256'],
    ['the short one swapped', '382855'.replace('382855', '832855')],
    ['the short one, taken apart', '838 256'],
    ['seven digits, one off', '555 0143'],
    ['seven digits, one dropped', '555 014'],
  ])('is refused: %s', (_, written) => {
    expect(codes(`We are at ${written} now.`)).toEqual(['NEAR_MISS']);
  });

  it.each([
    ['three digits of a long one', '955-209-4674', ['UNDECLARED']],
    ['two digits of a short one', '838277', []],
    ['a digit dropped of a short one', '83825', []],
    ['two digits of seven', '555 0191', ['UNDECLARED']],
  ])('is not near with other digits: %s', (_, written, expected) => {
    expect(codes(`We are at ${written} now.`)).toEqual(expected);
  });

  it('says what was probably meant, and where', () => {
    const place = { file: 'guide.yaml', line: 7, key: 'title' };
    expect(dialableFaults('Call 855-208-4674', declared, place)).toEqual([
      {
        code: 'NUMBER_NEAR_MISS',
        severity: 'error',
        message: '“855-208-4674” is nearly 855-208-4673, the helpline “main”: with other digits.',
        place,
        hint: expect.stringContaining('<helpline:main> or 855-208-4673') as string,
      },
    ]);
    const message = (text: string) => dialableFaults(text, declared, place)[0]?.message;
    expect(message('855-208-467')).toContain('with a digit too few');
    expect(message('855-208-46733')).toContain('with a digit too many');
    expect(message('855-\u00ad208-4673')).toContain('“855-<U+00AD>208-4673”');
    expect(dialableFaults('838256', declared, place)[0]?.hint).toContain('[838255](tel:838255)');
  });

  it('finds each of several', () => {
    expect(codes('Call 855-208-4674, 838256 or +44 20 7946 0019.')).toEqual([
      'NEAR_MISS',
      'NEAR_MISS',
      'NEAR_MISS',
    ]);
  });
});

describe('what joins groups of digits', () => {
  it.each([
    ['four signs', '976 /./5511', ['UNDECLARED']],
    ['five signs', '976 /./ 5511'.replace(' 5', '/5'), []],
    ['many spaces', '976          5511', ['UNDECLARED']],
    ['many dashes', '976-----5511', ['UNDECLARED']],
    ['a comma between three and four', '976,5511', ['UNDECLARED']],
    ['a comma after two', '97,65511', []],
    ['a comma and a space', '976, 5511', []],
    ['a full stop and a space', '976. 5511', []],
    ['a full stop', '976.5511', ['UNDECLARED']],
    ['an ampersand', '976 & 5511', []],
    ['a per cent sign', '976% 5511', []],
  ])('is %s, or is not', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('is at most twelve characters for a long declared number', () => {
    expect(codes('855 (and  then) 208 4673')).toEqual(['DISGUISED']);
    expect(codes('855 (and thenn) 208 4673')).not.toEqual(['DISGUISED']);
  });

  it('may be letters that look like digits, four in a row', () => {
    const number: DeclaredNumber = {
      name: 'n',
      kind: 'number',
      display: '855-0000-673',
      dial: '+8550000673',
    };
    expect(dialableFaults('855-OOOO-673', [number], {}).map(({ code }) => code)).toEqual([
      'NUMBER_DISGUISED',
    ]);
    const longer: DeclaredNumber = {
      name: 'n',
      kind: 'number',
      display: '855-00000-67',
      dial: '+8550000067',
    };
    expect(dialableFaults('855-OOOOO-67', [longer], {}).map(({ code }) => code)).toEqual([
      'NUMBER_UNDECLARED',
    ]);
  });
});

describe('a number that is not declared', () => {
  it.each([
    'Call 1-900-976-5511.',
    '900-976-5511',
    '(900) 976-5511',
    '900.976.5511',
    '900 976 551',
    '9009765511',
    '976-5511',
    '976 5512',
    'at 9765511',
    'call9009765511',
    '9OO-976-5511',
    'I-900-976-5511',
    'l-900-976-5511',
    '+49 30 901820',
    '0800 111 0 111',
    '08 00 23 13 13',
    '1-900-GET-HELQ',
    '1-900-976-HELP',
    '900-976-HELP',
    '1 900 CONTACTS',
    '0800 HELPNOW',
    '1-800-quit-now',
    '1-855-Get-Help',
    '1-900-help-4357',
    '900-НЕТР-НЕТР',
    '900-ΗΕΚΡ-ΗΕΚΡ',
    '9ÒÒ-976-5511',
    '٩٠٠-٩٧٦-٥٥١١',
    'https://900-976-5511.example',
    'Call 900,976,5511',
    '900-976-5511 900-976-5512',
    'https://9009765511.example',
  ])('is refused wherever it stands: %s', (text) => {
    expect(codes(text)).toEqual(['UNDECLARED']);
  });

  it('has seven digits or more: fewer are a number by their place', () => {
    expect(codes('We saw 976551 of them.')).toEqual([]);
    expect(codes('We saw 9765511 of them.')).toEqual(['UNDECLARED']);
  });

  it('is an everyday one where the source of a translation has it', () => {
    expect(dialableFaults('1.234.567 Tropfen', declared, {})).toHaveLength(1);
    expect(dialableFaults('1.234.567 Tropfen', declared, {}, new Set(['1234567']))).toEqual([]);
    expect(dialableFaults('855-208-4674', declared, {}, new Set(['8552084674']))).toHaveLength(1);
  });

  it.each(keys.flatMap((row, digit) => [...row].map((letter) => [letter, digit] as const)))(
    'may be spelled with the keys: %s',
    (letter) => {
      expect(codes(`Dial 1-900-976-${letter.repeat(4)}`)).toEqual(['UNDECLARED']);
    },
  );
});

describe('a short code', () => {
  const places = (number: string) => [
    `Call ${number}.`,
    `call ${number} now`,
    `Dial ${number}`,
    `Phone: ${number}`,
    `Tel. ${number}`,
    `☎ ${number}`,
    `Text HELP to ${number}`,
    `Send HELP to ${number}`,
    `Call us at ${number}.`,
    `Call 911 or ${number}.`,
    `${number} or 911`,
    `911/${number}`,
    `911, ${number}`,
    `The ${number} lifeline`,
    `${number} Suicide & Crisis Lifeline`,
    `Dial *${number}#`,
  ];
  it.each(places('434'))('is refused where one is dialled: %s', (text) => {
    expect(codes(text)).toEqual(['UNDECLARED']);
  });

  it.each(places('912'))('is a near miss of a declared one there: %s', (text) => {
    expect(codes(text)).toEqual(['NEAR_MISS']);
  });

  it.each([
    'Room 434 is open.',
    'Rooms 911-434',
    '911 434',
    '911.434',
    'It was 911/12.',
    'It was 12/911.',
    'In 434 homes',
    'We saw 912 people.',
    'Page 912',
    'We met 434 people. Call 911.',
    'Take route 434 or 912.',
    'It was the call of the year 2026.',
    'Call within 434 minutes.',
    'On call since 2019',
    'Call 2 friends.',
    'Call 911 within 240 minutes.',
    'We saw 3115 people.',
  ])('is an everyday number elsewhere: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it('is told as nearly the first of those that it is near', () => {
    const [found] = dialableFaults('Use 919.', declared, {});
    expect(found?.message).toContain('nearly 911');
  });

  it.each(['9-1-1', '9 1 1', '9.1.1', '٩١١', '९११', '９１１', '9l1', '9I1', 'gII', '⑨①①'])(
    'is refused in another dress wherever it stands: %s',
    (written) => {
      expect(codes(`There is ${written} too.`)).toEqual(written === 'gII' ? [] : ['DISGUISED']);
    },
  );

  it.each(['9/11', '9.11', '91 1', '9:11', '9–11'])('may look like %s', (written) => {
    expect(codes(`It was ${written} then.`)).toEqual([]);
  });

  const wordsOf = (row: string | undefined) => (row === undefined ? [] : listed(row));
  const calls = Object.entries(callWords).flatMap(([tag, { before, after }]) => [
    ...wordsOf(before).map((word) => [tag, `${word.replace('*', '')} 434`] as const),
    ...wordsOf(after).map((word) => [tag, `434 ${word}`] as const),
    ...wordsOf(after)
      .map((word) => [tag, `434${word}`] as const)
      .filter(() => tag === 'ja' || tag === 'ko'),
  ]);
  it('has words that ask to dial it in every language of the table', () => {
    const known = new Set(Object.keys(callWords));
    expect(Object.keys(languages).filter((tag) => !known.has(new Intl.Locale(tag).language))).toEqual([]);
  });

  it.each(calls)('is known by the words of each language: %s: %s', (_, text) => {
    expect(codes(text)).toEqual(['UNDECLARED']);
  });

  it.each(joiningWords.map((word) => [word]))('is known beside a declared one: 911 %s 434', (word) => {
    expect(codes(`911 ${word} 434`)).toEqual(['UNDECLARED']);
  });
});

/** Each form of everyday numbers, from both sides. */
const forms: Readonly<Record<string, { readonly good: readonly string[]; readonly bad: readonly string[] }>> =
  {
    'a digital object identifier': {
      good: ['doi 10.1056/NEJMra1604339', '10.12345/12345678'],
      bad: ['11.1056/1604339'],
    },
    'a place in a journal': {
      good: [
        'JAMA 2019;321(14):1369–1379',
        'N Engl J Med 2015; 372: 2095-103',
        'Lancet 2016;387(10026):1377',
        'BMJ 2020;368:m123456',
        'Addiction 115(2):312–320',
      ],
      bad: ['321(14)1369-1379', '2119;321:1369-1379', '372:2095-103', '2019;321(14):1369-1379-55'],
    },
    'a law with its year': {
      good: [
        'Regulation (EU) 2016/679',
        'Règlement (UE) n° 536/2014',
        'Lei nº 11.343/2006',
        'Lei 13.840/2019',
        'D.Lgs. 196/2003',
        'L. 309/1990',
        'Nghị định 116/2021/NĐ-CP',
        'Thông tư số 105/2021/TT-BCA',
        'Real Decreto 1030/2006',
        'Lei nº 11.340/06',
        'L. 10450/92',
        'ν. 4939/2022',
        'Με τον νόμο 3500/2006',
        'Π.Δ. 13100/2006',
        'Κανονισμός (ΕΕ) 2016/679',
        'المرسوم رقم 2020/162',
        'قانون ۴۹۳۹/۲۰۲۲',
        'חוק 4939/2022',
        'H.G. 1073/2021',
        'S.I. No. 173/2017',
        'አዋጅ ቁጥር 1112/2011 (2019)',
        'अधिनियम संख्या 1112/2011',
      ],
      bad: [
        'ቁጥር 1112/2011',
        'Act no. 1112/2011 (20191)',
        '2016/679',
        '196/2003',
        'Lei 0511/2019',
        'Lei 196/2103',
        'Lei 900 976/2003',
        'Ley 2016/123456',
        'Regulation (EU) 2016/679-5550',
        'Regulation (EU) 2016/679 - 5550',
        'Lei 976-2003',
        'μον. 4939/2022',
        'Lei 11.340/065',
        'Lei 11.340/06-551',
      ],
    },
    'a law of a gazette or a parliament': {
      good: [
        'ΦΕΚ Α΄ 111/10.06.2022',
        'ΦΕΚ 1110/Α΄/10.06.2022',
        "ΦΕΚ Β' 1234/2023",
        'Закон № 2229-VIII',
        'Luật Trẻ em số 102/2016/QH13',
        'Nghị định số 130/2021/NĐ-CP',
        'BGBl. I Nr. 144/2011',
      ],
      bad: [
        'gọi 102/2016',
        '102/2016/QH',
        '555-102/2016/QH13',
        'Nr. 144/2011',
        'ΦΕΚ Α΄ 555-0199',
        'Α΄ 1110/10.06.2022',
        'ΦΕΚ 5550/2123',
        '№ 555-0199',
        '2229-VIII',
      ],
    },
    'a norm or a paper with its year': {
      good: [
        'NOM-028-SSA2-2009',
        'NOM-028-SA-2009',
        'H14-123/2026E-PDF',
        'HP5-112/1-2021E',
        'H140-1234/123-2026',
        'PEP20-06-04-003',
        'HHS-PEP20-06-04-003',
        'OB 23/05/10/2026',
      ],
      bad: [
        ...['TEL-028-5550-1990', 'H14-123/2126', '555-123/2026', 'H14-123/2026-555', 'H1400-123/2026'],
        ...['H14-123/1234-2026', 'H14-12345/2026', 'TEL20-06-04-003', 'PEP20-06-04-0035', '20-06-04-003'],
      ],
    },
    'a part of a law': {
      good: [
        'article R. 3121-33-1',
        'art. L. 3411-8',
        'Décret n° 2005-347',
        'loi no 2016-4100',
        'art. 222-13 et 222-33-2-1',
        'articles L. 3121-33-1, L. 3121-34-2 et R. 3121-33-1',
        'circulaire DGS/SD6C n° 2004-372',
        'circulaire DGS/SD6C/B2/C1 n° 2004-372',
      ],
      bad: [
        'article 3121-3301',
        'R. 3121-3301',
        'n° 2005-3470',
        'décret n° 2105-347',
        'décret n° 2005-34701',
        'circulaire DGS/SD6C/B2/C1/D1 n° 2004-372',
        'loi n° 2016-410 - 555',
        'articles 222-13 et 555-0199',
        'article 222-13, 0800 3121',
        '222-33-2-1',
        'article 0800-31-51',
      ],
    },
    'a number of a Brazilian register': {
      good: [
        'CNPJ 00.000.000/0001-91',
        '12.345.678/0001-95',
        'Processo nº 0001234-56.2023.8.26.0100',
        'Processo SEI nº 25000.123456/2024-11',
      ],
      bad: [
        '25000.123456/2024-1',
        '25000.123456/1824-11',
        '12.345.678/001-95',
        '12.345.678-0001-95',
        '12.345.678/0001-955',
        '0001234-56.2023.8.26',
      ],
    },
    'a paper with its number': {
      good: ['衛部保字第1091234567號', '京ICP备12345678号', '제12345678호', '京公网安备 11010502030143号'],
      bad: ['公网安备1101050203014号', '1091234567號', '第12345678901號', '第12345678'],
    },
    'a post box': {
      good: [
        'P.O. Box 10774-00100',
        'PO Box 10774-00100, Nairobi',
        'S.L.P. 10774 – 00100',
        'ص.ب. 116-5042',
        'B.P. 11-5042, Beyrouth',
        'صندوق پستی ۱۴۱۵۵-۱۱۵۳',
        'skr. poczt. 112, 00-950 Warszawa',
        'Postfach 10 12 34, 10117 Berlin',
        'а/я 112',
        'Casella postale 112',
      ],
      bad: [
        'P.O. Box 555-0199',
        'ص.ب. 555-0199',
        '116-5042',
        'صندوق پستی 0912-34567',
        'Box 10774-00100',
        'P.O. Box 10774-001000',
        'P.O. Box 0800-12345',
      ],
    },
    'a Korean house with its postcode': {
      good: ['버드나루로14가길 24 (07247)', '세종대로 110-1 (03172)', '을지로 46(07249)에서'],
      bad: [
        '24 (07247)',
        '세종대로 110 (031721)',
        '전화 24 (07247)',
        '전화로 24 (07247)',
        '을지로 46 (07249)A',
      ],
    },
    'a span of pages': {
      good: ['pp. 1369–1379', 'pages 1234–1239', 'S. 998–1003', 'p. 12345-51', 'Seiten 1001 – 1050'],
      bad: [
        'pp. 1369–1279',
        'pp. 555-0199',
        'S 1234–1239',
        'pp. 1234-1239-1',
        'page 1000–1401',
        'pp. 1234–1234',
      ],
    },
    'a bank account': {
      good: [
        'IBAN DE89 3704 0044 0532 0130 00',
        'GB29NWBK60161331926819',
        'NO93 8601 1117 947',
        '59 1140 1010 0000 3228 0500 1004',
        'PL 59114010100000322805001004',
      ],
      bad: [
        '58 1140 1010 0000 3228 0500 1004',
        '59 1140 1010 0000 3228 0500 1004 5',
        'IBAN DE89 3704 0044 0532 0130 01',
        'DE88 3704 0044 0532 0130 00',
      ],
    },
    'a bank account after its name': {
      good: [
        'Kto. 123456789, BLZ 100 200 30',
        'Spendenkonto: 1234567890',
        'c/c postale n. 12345678',
        'р/с 40702810900000012345',
        'CLABE 012180001182345671',
        'BSB 063-1234'.replace('1234', '123'),
      ],
      bad: ['Kto. 0170 1234567', 'Konto 555-0199', 'compte 900115555', 'Konto 12345678 (5550199)'],
    },
    'an identifier after its capitals': {
      good: ['IK 101234567', 'БИК 044525225', 'DIN 02244353', 'cartão do SUS 700 0012 3456 7890'],
      bad: ['ik 101234567', 'din 02244353', 'IK 10123456'],
    },
    'a licence with its letters': {
      good: ['A012-345-678', 'лицензия № ЛО-77-01-012345', 'лицензия № Л041-01137-77/00368392'],
      bad: ['A012-345-6789', 'ЛО-77-01-012345', 'TA012-345-678'],
    },
    'a number of a register with its year': {
      good: ['Reg. No. 1234/2010', 'पंजीकरण सं. 1234/2010', 'рег. № 4512/2003'],
      bad: ['1234/2010', 'No. 1234/2010', 'рег. № 1234/2010-55'],
    },
    'a norm of who makes norms': {
      good: ['ГОСТ Р 52872-2019', 'GOST 12.4.294-2015', 'GB/T 32610-2016', 'СанПиН 3.3686-21'],
      bad: ['ГОСТ 52872-21194', 'XGB 32610-2016', '32610-2016', 'СанПиН 3.3686-2155'],
    },
    'a paper with its day': {
      good: ['наказ від 19.01.2023 № 1021', 'приказ № 1021 от 19 января 2023 г.'],
      bad: [],
    },
    'a case at court, a protocol or an order with its year': {
      good: ['№ 757/12345/23-ц', 'Esas No: 2023/12345', 'Αρ. πρωτ. 1126/12-3-2026', 'A.O. No. 2020-0041'],
      bad: ['757/12345/23', 'Esasları 2023/12345', 'No. 2020-0041'],
    },
    'a number that one country’s registers give': {
      good: ['CHE-108.943.632', '12345 6789 RR0001', '22-210-01W', 'số 01234/BYT-GPHĐ', 'LTO-3000001234567'],
      bad: ['CHE-0800 040 081', 'CHE-108.943.6321', '12345 6789', '22-210-01'],
    },
    'a number with the years of its account': {
      good: ['80G No. 112/2011-12', 'No. 1234/2019-20', 'नं. 112/2099-00'],
      bad: ['No. 1234/2011-13', 'Rd 1234/2011-12'],
    },
    'hours, years or a share in brackets behind a number': {
      good: ['NFHS-5 (2019–21)', 'edad 15–49 (17.5%)', 'study 7 (2019–2021)'],
      bad: ['555 (12-16) 0199', '9765 (511)'],
    },
    'years in a row': {
      good: ['2020 2021 2022', '1998/1999/2001'],
      bad: ['2020 2021', '2020 2022 2021', '2020 2021 2122', '2020 2021 2022 5'],
    },
    'a year beside one in brackets': {
      good: ['अधिनियम, 2012 (2012 का 32)', '2019 (2020: 5)'],
      bad: ['2012 (2112)', '2012 (20125)', '5-2012 (2012)'],
    },
    'a number of what is counted': {
      good: [
        ...['12.345.678 Menschen', '12 345 678 personnes', '1 234 567 people', '912.345.678 personas'],
        ...['1 234 567 890 people', '1.234.567.890 Menschen'],
      ],
      bad: [
        '1 234 567 890 123 people',
        '1.234.567.890.123 Menschen',
        '12.345.678 Riga',
        '12.345 678 people',
        '012.345.678 people',
        '12.345.6789 people',
        '12-345-678 people',
      ],
    },
    'a Japanese postcode': {
      good: ['〒110-0005', '〒 110-0005', '110-0005 東京都', '420-0852静岡県'],
      bad: ['110-0005', '〒110-00055', '110-0005 電話', '5-110-0005 東京都'],
    },
    'a Mexican notice': {
      good: ['Aviso COFEPRIS 203300201A0245', 'COFEPRIS No. 203300201A0245'],
      bad: ['COFEPRIS 203300201', '203300201A0245', 'COFEPRIS 203300201A02455'],
    },
    'a part of one': { good: ['0.000001', '0.123456'], bad: ['0.1234567', '1.123456'] },
    'a case with its year': {
      good: ['24-CV-00123', 'HR-2020-12345', 'AB-1999-1234'],
      bad: ['TEL-2020-1234', 'HR-2120-1234', 'HR-2020-1234-5'],
    },
    'always open': {
      good: ['24/7', 'open 24 / 7'.replace(' / ', '/'), '24x7', '7×24小时', '7/24'],
      bad: ['24/7 555 0199', '24/7-5550199'],
    },
    'a date, year first': {
      good: [
        '2026-11-23',
        '2026/11/23',
        '2026.11.23',
        '1999-01-31',
        '2026-11-23 10:30',
        '2026-11-23T10:30:00',
        '2024. 7. 24. 시행',
      ],
      bad: ['2026-13-23', '2026-11-32', '2126-11-23', '2026-11/23', '2026-11-23-5'],
    },
    'a date, day or month first': {
      good: [
        '23.11.2026',
        '11/23/2026',
        '1-2-2026',
        '23. 11. 2026',
        '23/11/2026 10:30',
        '1.1.–31.12.2026',
        '1º/7/2018',
        '1.º/12/2024',
      ],
      bad: [
        '32.11.2026',
        '23.13.2126',
        '23.11/2026',
        '0-23.11.2026',
        '23/11/2026 10 30',
        '32.1.–31.12.2026',
        '8º/7/2018',
      ],
    },
    'a span of days of a year': {
      good: [
        '1.04-31.05',
        '01.04.–31.10.',
        '01.04.–31.10.2026',
        '01/04–31/10',
        '15/06 - 15/09',
        '1.4.-30.9.',
      ],
      bad: ['1.04-32.05', '1.13-31.05', '01.04-31/10', '0-1.04-31.05', '1.04-31.05-5', '41.04-31.05'],
    },
    'a date that a word touches': {
      good: ['賞味期限2026.12.31、ロットA', '有效期至2027-03-01止'],
      bad: ['期限2026.12-31', '電話2026.12.31.5'],
    },
    'a span of years': {
      good: ['2020–2026', '2019/2020', '1998-02', '2020 - 2026', '01/2026–12/2027', '2009 (2005–2009)'],
      bad: ['2020-2126', '3020-2026', '01/2026–13/2027', '2109 (2005–2009)', '2009 (2005–2109)'],
    },
    'a date of another calendar': {
      good: ['1405/09/06', '۱۴۰۵/۰۹/۰۶', '1447/9/12', '12/03/2569', '1405-09-06'],
      bad: ['1505/09/06', '1405/13/06', '1405/09-06', '12/03/2669', '1405/09/06-5'],
    },
    'a span of years of another calendar': {
      good: ['1403–1404', '۱۴۰۳-۱۴۰۴', '2564-2569', '1445/1447', '2568 – 2569'],
      bad: ['1404–1403', '2555-2590', '1403-1503', '2569-2669', '1403-1404-5'],
    },
    'a span of hours': {
      good: [
        ...['9:00–17:00', '9.00-17.30', '08:15 – 12:45', '9:00-12:00 13:00-17:00', '0900–1700 hours'],
        ...['2030–2315 hours', '1959–0600 hrs'],
        ...['9.30am–5pm', '8.30 a.m. – 12.15 p.m.', '8.30–16.30 น.', '13.30–17 Uhr'],
      ],
      bad: [
        '9.60-17.30',
        '25.00-17.30',
        '9.00-17.305',
        '0900–1700',
        '0900–1760 hours',
        '2430–2315 hours',
        '2030–2415 hours',
        '0900–1700 hoursx',
        '0800–1700 hours',
        ...['13.60–17.00 Uhr', '13.30–17.000 Uhr', '213.30–17 Uhr', '8.30–16.305 น.'],
      ],
    },
    'spans of whole hours': {
      good: ['9-12 13-17', '08-12 14-18', 'Phone: 10–12 and 14–16'],
      bad: ['9-12 13-25', '9-12 13-17-4'],
    },
    'a time': {
      good: ['10:30:00', '10:30:59', '10:00:05', '10.30am', '10.05am', '9.30 p.m.'],
      bad: ['10:3 5550199', 'Call 10.30amp'],
    },
    'every day of the year': {
      good: ['365 days a year', '24/7, 365 jours', '365日', '365 วัน'],
      bad: ['Call 366 days', 'Call 365 nurses', 'Call 1365 days', '24/7, 365-365-365 days'],
    },
    money: {
      good: [
        ...[
          'R$ 1.234.567',
          'Rp1.234.567',
          'Rp 1.234.567',
          'KSh 1 234 567',
          '1 234 567 Kč',
          '1.234.567 đồng',
          '1 234 567 грн',
        ],
        '$1,250,000',
        '€ 1 250 000',
        'USD 2500000'.replace('2500000', '250000'),
        '$1000-$2000',
        '£1.250.000',
        'Euro 1.250.000',
        'euro 1 250 000,00',
      ],
      bad: ['1 250 123', '$555-0199-12', 'Neuro 1 250 123', 'Europe 5550199'],
    },
    'amounts with their unit': {
      good: [
        '1 250 000 €',
        '100/200/300 mg',
        '1000–2000 ml',
        '10.000.000 IU',
        '250 / 500 / 750 mg',
        '1.098.500đ',
        '1.098.500 VNĐ',
      ],
      bad: ['100/200/300 mgs', '555-0199 x', '976-5511-mg', '900 - 976 - 5511 mg'],
    },
    'thousands that a word touches': {
      good: ['10,000,000或60,000,000元', '60,000,000元'],
      bad: ['1234,567或', '555-0199或', '0,5550199或'],
    },
    thousands: {
      good: [
        '1,234,567.5',
        '1,234,567.55',
        '1,234,567',
        "1'234'567",
        '1’234’567',
        '12,34,567',
        '1,000–2,000,000',
      ],
      bad: ['123,4567', '1234,567'],
    },
    'a round number': {
      good: ['1000000', '1 000 000', '12.500.000', '25 000 000', '123 000 000', '1 250 000 000', '100000000'],
      bad: [
        '1000001',
        '0 100 000',
        '1 234 567',
        '1234567000',
        // Numbers of Uganda, Poland and Equatorial Guinea end so.
        '395270000',
        '800 600 000',
        '+240 333 000 000',
      ],
    },
    'a span of round numbers': {
      good: [
        '1000–2000',
        '1500-2500 people',
        '500-12000',
        '5 000–10 000',
        '5.000–10.500',
        '1 000 000 – 2 000 000',
      ],
      bad: ['1001–2000', '1000-2001', '5 001–10 000', '5 000–10 001', '800 555-0 000'],
    },
    'a postcode with its state or its town': {
      good: [
        'Albany, NY 12345-6789',
        'São Paulo – SP, 01310-200',
        'RJ 20040-002',
        'Rua do Ouro 12, 1100-061 Lisboa',
        'Rua do Ouro 12, 01310-100 São Paulo',
      ],
      bad: [
        '12345-6789',
        'Ny 12345-6789',
        'NY 12345-67890',
        '01310-200',
        'XX 01310-200',
        'SP 01310-20',
        '1100-061',
        '0100-061 Lisboa',
        '1100-061 lisboa',
      ],
    },
    'a postcode after its state or its street': {
      good: ['8 Elm St., Scottsdale, AZ 85251'],
      bad: ['8 Elm St., Scottsdale, AZ 555-0199'],
    },
    'a house and its postcode, parted by a dash': {
      good: ['Viale Regina Elena, 299 - 00161 Roma', 'rue de la Paix 12-75002 Paris'],
      bad: ['Elena 299 - 00161 Roma', 'Via Roma 299 - 00161-55 Roma'],
    },
    'a span of codes': {
      good: ['CPT 97802–97804', 'codes 90832-90838'],
      bad: ['97802–98804', '97804–97802', '97802-97804-5'],
    },
    'a postcode of Israel after its house and town': {
      good: [
        'רח׳ הרצל 12, תל אביב 6688312',
        "שד' רוטשילד 145, חיפה, 3309510",
        'דרך בגין 1, באר-שבע 8400501',
        'ת״ד 3489, ירושלים 9103401',
      ],
      bad: [
        'תל אביב 6688312',
        'רח׳ הרצל 12, 6688312',
        'רח׳ הרצל 12, תל אביב 66883123',
        'הרצל 12, תל אביב 6688312',
      ],
    },
    'a postcode after its name': {
      good: [
        'کد پستی 1998713461',
        'کدپستی 19987-13461',
        'Postal code 1234567',
        'код, индекс: 1234567',
        'מיקוד 6688312',
      ],
      bad: ['کد 1998713461', 'Postal code 199871-3461-5', 'Postal code 8005550199', 'xpostcode 1234567'],
    },
    'an Israeli organization': {
      good: ['עמותה רשומה 580019800', 'ע״ר 58-001980-0', 'ח"פ 514567890', "מס' עמותה 580019800"],
      bad: ['עמותה 5800198', 'ע״ר 03-1234567', 'ע״ר 5800198001', '580019800', 'טל 580019800'],
    },
    'a British company': {
      good: [
        'limited by guarantee, number 2115499',
        'Registered in England and Wales, no. 2115499',
        'registered in Scotland SC123456',
        'registered in England (2115499)',
        'limited by guarantee registered in England and Wales (no. 02115499)',
      ],
      bad: [
        'number 2115499',
        'registered 2115499',
        'Registered in England 0800 111111',
        'registered in England, 555-0199',
      ],
    },
    'a Nigerian company': {
      good: ['RC 1234567', '(RC: 1234567)', 'RC No. 1234567'],
      bad: ['RC 555-0199', 'rc 5550199', 'RC 12345678', 'DRC 5550199', 'RC 1234567 0'],
    },
    'an identifier after its name': {
      good: [
        'ISBN 978-3-16-148410-0',
        'ISBN-13: 978 3 16 148410 0',
        'ISSN 1234-5678',
        'PMID 12345678',
        'PMID: 12345678',
        'NCT01234567',
        'ZIP 12345-6789',
        'NDC 12496-1208-3',
        'CNPJ 12.345.678/0001-95'.replace('/', '-'),
        'SIRET 732 829 320 00074',
        'ИНН 7707083893',
        'NPI 1234567893',
        'CEP 01310-200',
        'arXiv:2101.12345',
        'SIRET : 732 829 320 00074',
        'NIP nr 1234567890',
        'ΑΦΜ 090227478',
        'CRP 06/1234567',
        'St.-Nr. 27/640/12345',
        'Mã số thuế: 0101234567',
        'ZVR-Zahl 123 456 789',
        'Cédula profesional 12345678',
        'Inscrição Estadual 110.042.490.114',
        '统一社会信用代码：12110000400688223X',
        'เลขประจำตัวผู้เสียภาษี 0994000158378',
        'شناسهٔ ملی ۱۰۱۰۰۱۲۳۴۵۶',
        'علم وخبر رقم 1234567',
        '統一編號 12345678',
      ],
      bad: [
        'xISBN 9783161484100',
        'ISBNs 9783161484100',
        'ISSN 900-976-5511',
        'SИНН 7707083893',
        'NPI 900-976-5511',
      ],
    },
    'a number of an order, a paper or a register after its name': {
      good: [
        'Order no. 4711-0815-22',
        'order number 12345678',
        'HHS Publication No. PEP20-02-01-002',
        'Registered charity 1234567',
        'Registered charity no. 1234567',
        'Charity Registration Number 1118291',
        'Registered charity nos 1091263',
        'account number 00099912',
        'Bestellnummer 12345678',
        'VAT no. GB 123 4567 89',
        'Grant no. 5550199',
        'Report no. 113',
        'Invoice no. 5550-199',
        'Art.-Nr. 1234567',
        'License #1234567',
        'Facility ID 1234567',
        'Company no. 01234567',
        'Ref no. 55-50199',
        'Reg. No. 1998/012345/08',
      ],
      bad: [
        'Order no. 900-976-5511',
        'Order no. 900 976-5511',
        'Order no. 1 900 976 5511',
        'Order no. 0800 976 551',
        'Order no. 0170-9765511',
        'Grant no. 976-5511',
        'Grant no. 976 5511',
        'Grant no. 123-4567',
        'Grant no. 112',
        'To order 900-976-5511',
        'License #976-5511',
        'Contact no. 9765511',
        'Reg. No. 555/0199',
        'Report 900-976-5511',
        'no. 900-976-5511',
        'Call order no. 5550199',
        'Call us at reference number 5550199',
      ],
    },
    'capitals and digits in one word': {
      good: ['PMC5411305', 'NBK310652', 'AB1234567'],
      bad: [
        ...['TEL', 'FAX', 'SMS', 'TXT', 'CALL', 'TEXT', 'DIAL', 'PHONE', 'RING', 'HELP', 'HOTLINE', 'LINE'],
        ...['CRISIS', 'SOS', 'CELL', 'MOBILE', 'WHATSAPP', 'A', 'pmc'],
      ]
        .map((word) => `${word}5411305`)
        .concat('AB1234567890'),
    },
    'a year that says so': {
      good: ['電話は2026年4月から', '热线自1995年开通', '핫라인 1995년', 'โทร ปี 2560', 'ទូរស័ព្ទ ឆ្នាំ2024'],
      bad: ['電話は3947年', 'โทร 1669'],
    },
    'a year': {
      good: ['1899 1900'.replace(' ', ', '), '2019, 2020, 2021', 'In 2026, 2300 came'],
      bad: ['2026 2300', '2026-2300'],
    },
  };

describe('everyday numbers', () => {
  it('have each form tested', () => {
    expect(Object.keys(forms)).toEqual(everydayForms.map(({ what }) => what));
  });

  it('are seen by the quick look of their form, in any case and company', () => {
    const texts = Object.values(forms).flatMap(({ good, bad }) => [...good, ...bad]);
    const inAnyCase = texts.flatMap((text) => [text, text.toLowerCase(), text.toUpperCase()]);
    const beside = texts.map((text, i) => `${text}, ${texts[(i + 7) % texts.length]} ${texts.at(-i)}`);
    const found = [...inAnyCase, ...beside].flatMap((text) => {
      const read = readDigits(text).text;
      return everydayForms.flatMap(({ what, form }) =>
        read.search(form.whole(read)) < 0 ? [] : [{ what, read, isSeen: form.mayBeIn(read) }],
      );
    });
    expect(new Set(found.map(({ what }) => what)).size).toBe(everydayForms.length);
    expect(found.filter(({ isSeen }) => !isSeen)).toEqual([]);
  });

  it.each(Object.entries(forms).flatMap(([what, { good }]) => good.map((text) => [what, text] as const)))(
    'are none that is dialled: %s: %s',
    (_, text) => {
      expect(codes(text)).toEqual([]);
      expect(codes(`It says ${text}, and more.`)).toEqual([]);
    },
  );

  it.each(Object.entries(forms).flatMap(([what, { bad }]) => bad.map((text) => [what, text] as const)))(
    'are held to their form: not %s: %s',
    (_, text) => {
      expect(codes(text)).toEqual(['UNDECLARED']);
    },
  );

  it.each([
    ...['555-0199 h', '800 - 555 - 0199 mg', 'US5550199', 'AB-2026-55501', '〒123-4567', '0.800315'],
    ...['NY 12345-6789', '555 019 000', '500-1000', '113 people', '113 men are ready', '110 men are there'],
  ])('are dialled where a call asks for them: %s', (text) => {
    expect(codes(`Call ${text}`)).toEqual(['UNDECLARED']);
  });

  it.each([
    ...['24/7', '9:00–17:00', '10:30', '9-12 13-17', '2026-11-23', '23.11.2026', '2020–2026', '$1,250,000'],
    ...['100%', '100–200 €', '100 friends', '100 friends.', '150 people, and', '10.1056/NEJMra1604339'],
    ...['or order no. 4711', 'ISBN 9780306406157', 'PMID 31452104', 'a clinic, 365 days a year'],
  ])('are what they are where a call stands before them: %s', (text) => {
    expect(codes(`Call ${text}`)).toEqual([]);
  });

  it('are counted where no call stands before them', () => {
    expect(codes('It takes 113 calls a day, 113 people are there.')).toEqual([]);
  });

  it.each([
    'In 2026, 100% of 4–6 hours is 1 minute.',
    'COVID-19, DSM-5, ICD-10-CM, H1N1, B12 and CO2',
    'the 1990s–2000s',
    'In 2026 I took 300 mg of it.',
    'In 2000 NASA found 300.',
    'an 800-mile-long road',
    'a 1-800 line',
    'the 1-800 mile road',
    'from 1-600-word pages',
    '2026-ABCD',
    'ABCD-2026-12',
    '976 NASA teams',
    '12-ABCD-345',
    '12-ABC-3456',
    '12-abcd-345',

    '4, 5, 6, 7, 8, 9, 10',
    'Steps 1 2 3 4',
    'https://example.org/12345678?x=900-976-5511',
    'www.example.org/9009765511',
    'mail a2026@example.org',
    'example.org/1234567',
    'heroin-detox 1.0.0 · 2026-11-23 · en',
    '½ of 10',
    'from 1900 to 1911, 1–10 hours',
    'on 8/3/1825',
    '838,256 people',
    'a 2-3 week stay for 100 people; 7 days',
    '',
    'no digits',
  ])('are left alone: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });
});

describe('docs/guides.md', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/guides.md'), 'utf8');
  const table = /\| form \|[\s\S]*?\n\n/.exec(page)![0].split('\n').slice(2, -2);
  const examples = (column: number) =>
    table.flatMap((row) => [...row.split('|')[column]!.matchAll(/`([^`]+)`/g)].map(([, text]) => text!));

  it.each(examples(2))('is right that %s is an everyday number', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it.each(examples(3))('is right that %s is none', (text) => {
    expect(codes(text)).toEqual(['UNDECLARED']);
  });

  it('gives an example of each form on both sides', () => {
    expect(table.length).toBeGreaterThan(10);
    expect(examples(2).length).toBeGreaterThan(25);
    expect(examples(3).length).toBeGreaterThanOrEqual(table.length);
  });
});

/** What the shipped translations say where people are to call: each language asks in its own words. */
describe('a call in each shipped language', () => {
  const locales = resolve(import.meta.dirname, '../../locales');
  const tags = readdirSync(locales).filter((tag) => existsSync(join(locales, tag, 'heroin-detox.json')));

  it.each(tags)('is known in %s', (tag) => {
    const texts = JSON.parse(readFileSync(join(locales, tag, 'heroin-detox.json'), 'utf8')) as {
      emergency: { us: string };
      sections: { time: { dose: string } };
    };
    const call = plainText(parseInline(texts.emergency.us), { data: { helplines: {} } });
    expect(call).toContain('911');
    expect(codes(call)).toEqual([]);
    expect(codes(call.replace('911', '434'))).toEqual(['UNDECLARED']);
    expect(codes(call.replace('911', '919'))).toEqual(['NEAR_MISS']);
    expect(codes(texts.sections.time.dose.replace(/4/, '434'))).toEqual([]);
  });

  it('is tried in all of them', () => {
    expect(tags.length).toBe(39);
  });
});

describe('the tables', () => {
  it('hold what looks like each digit', () => {
    expect(lookAlikes).toEqual([
      'OoQΟοОоՕօØøס',
      'lIiıΙιІіӀӏǀǃוןا',
      'ZzΖƧƨ',
      'ЗзӠӡƷʒȜȝƎ',
      'Чч',
      'SsЅѕƼƽ',
      'Gbб',
      'ᒣ',
      'BВΒȢȣß',
      'gq',
    ]);
  });

  it('hold the letters of the keys (ITU-T E.161)', () => {
    expect(keys.join(' ').trim()).toBe('ABC DEF GHI JKL MNO PQRS TUV WXYZ');
  });

  it('hold the numerals that Unicode gives the value of a digit', () => {
    const values = otherDigits.map(
      ([first, value, count]) => `${String.fromCodePoint(first)}=${value}x${count}`,
    );
    expect(values).toEqual([
      '፩=1x9',
      '᧚=1x1',
      '❶=1x9',
      '➀=1x9',
      '➊=1x9',
      '⓪=0x1',
      '⓵=1x9',
      '⓿=0x1',
      '🄋=0x1',
      '🄌=0x1',
    ]);
  });
});
