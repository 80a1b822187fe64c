import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDigits } from '../../src/content/digits/read-digits.ts';
import { spokenNumbers } from '../../src/content/digits/spoken-digits.ts';
import { isAccount, isRising } from '../../src/content/everyday/proofs.ts';
import { guideFrom } from '../../src/content/guide-from.ts';
import { type DeclaredNumber, dialableFaults, loadGuide, parseInline } from '../../src/content/index.ts';
import { hostFault } from '../../src/content/inline/hosts.ts';
import { isDialling } from '../../src/content/inline/link-target.ts';
import {
  holdsGroupsOfLetters,
  holdsLettersForNumbers,
} from '../../src/content/search/letters-for-numbers.ts';
import { namesEmergency } from '../../src/content/sentences/emergency.ts';
import { problemsOf } from './folder.ts';

const declared: readonly DeclaredNumber[] = [
  { name: 'main', kind: 'helpline', display: '800-855-1390', dial: '+18008551390' },
  { name: 'aid', kind: 'number', display: '911', dial: '911' },
];
const codes = (text: string) => dialableFaults(text, declared, {}).map(({ code }) => code);

describe('what is joined to a declared number', () => {
  it.each([
    'Call 911 24 hours a day.',
    'Call 911 7 days a week.',
    'Call 911 (24/7).',
    'Call 911, 24 hours a day.',
  ])('is none of it: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it.each(['Call 911 24', 'Call 911 247 hours', 'Call 911-24 hours', 'Call 911 24.'])(
    'is a part of another number: %s',
    (text) => {
      expect(codes(text)).not.toEqual([]);
    },
  );
});

describe('numerals', () => {
  it.each([
    ['\u1369\u1371', '19'],
    ['\u19da', '1'],
    ['\u2776\u277e', '19'],
    ['\u2780\u2788', '19'],
    ['\u278a\u2792', '19'],
    ['\u24ea', '0'],
    ['\u24f5\u24fd', '19'],
    ['\u24ff', '0'],
    ['\u{1f10b}\u{1f10c}', '00'],
    ['\u0663\u096c', '36'],
    ['\uff11', '1'],
    ['\u{1d7d8}\u{1f51f}', '010'],
    ['5\u20440\u22151', '5/0/1'],
  ])('of any kind are read with their value: %s is %s', (text, digits) => {
    expect(readDigits(text).text).toBe(digits);
  });

  it('are not what stands before and behind them', () => {
    for (const code of [0x1368, 0x1372, 0x19db, 0x2775, 0x277f, 0x2789, 0x2793, 0x24e9, 0x24fe, 0x1f10d])
      expect(readDigits(String.fromCodePoint(code)).text, code.toString(16)).not.toMatch(/^\d$/);
  });
});

describe('words for numbers', () => {
  it('have the kind that says what may follow them', () => {
    const kinds = ['one', 'ten', 'twenty', 'cien'].map((word) => spokenNumbers.get(word)?.kind);
    expect(kinds).toEqual(['unit', 'teen', 'ten', 'hundred']);
  });

  it.each(['nine double one', 'nine doble one', 'triple nine', 'triple one'])('repeat digits: %s', (text) => {
    expect(codes(text)).not.toEqual([]);
  });
});

describe('an everyday number is proved', () => {
  it.each([
    ['2001 2002', true],
    ['2001/2003/2009', true],
    ['2001 2001', false],
    ['2002 2001', false],
    ['2001 2003 2002', false],
  ])('years that rise: %s, %s', (text, rising) => {
    expect(isRising(text)).toBe(rising);
  });

  it.each([
    // The examples of the registry (ISO 13616), and near them.
    ['DE89 3704 0044 0532 0130 00', true],
    ['GB29 NWBK 6016 1331 9268 19', true],
    ['NO93 8601 1117 947', true],
    ['MT84 MALT 0110 0001 2345 MTLC AST0 01S', true],
    ['DE89 3704 0044 0532 0130 01', false],
    ['DE98 3704 0044 0532 0130 00', false],
    ['NO93 8601 1117 94', false],
  ])('an account by its check digits: %s, %s', (text, holds) => {
    expect(isAccount(text)).toBe(holds);
  });
});

describe('a host that is written in code', () => {
  it.each([
    ['xn--e1afmkfd.example', 'is written in code, and says пример.example'],
    ['www.xn--e1afmkfd.example', 'is written in code, and says www.пример.example'],
    ['XN--E1AFMKFD.example', 'is written in code, and says пример.example'],
    ['xn--a.example', 'is written in code, and says nothing'],
  ])('says what it stands for: %s', (host, fault) => {
    expect(hostFault(host)).toBe(fault);
  });

  it.each(['example.org', 'axn--b.example', 'пример.рф'])('is none: %s', (host) => {
    expect(hostFault(host)).toBeUndefined();
  });
});

describe('a sign that marks nothing', () => {
  const told = (text: string) =>
    problemsOf(() => parseInline(text)).map(({ message, hint }) => `${message} ${hint}`);

  it.each([
    ['a * b', true],
    ['*', true],
    ['a *', true],
    ['* b', false],
    ['a* b', false],
    ['a *b', false],
    ['a_b', true],
    ['a_ b', false],
    ['_ b', true],
    ['__', true],
    ['a ___b', true],
    ['a __b', false],
  ])('stands by itself, within a word, or is a line to fill in: %j, %s', (text, fine) => {
    expect(told(text).length === 0).toBe(fine);
  });

  it.each([
    ['a ` b', '"`" looks like a mark and is none.', 'Write an apostrophe as ’'],
    ['a ~~ b', '"~~" looks like a mark and is none.', 'Texts have **strong**'],
    ['＿＿太字', '"＿＿" looks like a mark and is none.', 'Write marks with ASCII letters'],
    ['- a\n- b', '"-" at the start of a line looks like a list', 'Use a block of that kind'],
    ['+ a\n+ b', '"+" at the start of a line looks like a list', 'Use a block of that kind'],
    ['###### a', '"######" at the start of a line', 'Use a block of that kind'],
  ])('is told as what it looks like, with what to write: %j', (text, message, hint) => {
    expect(told(text).some((each) => each.includes(message) && each.includes(hint))).toBe(true);
  });

  it.each(['- a', '####### a', '#a', '>a', 'a - b\nc - d'])(
    'is no list, heading or quotation: %j',
    (text) => {
      expect(told(text)).toEqual([]);
    },
  );

  it('joins what it stands between, where a digit is at its outer side, or within a word that holds digits', () => {
    expect(told('5*4*3').some((each) => each.startsWith('The mark in "5*4" joins'))).toBe(true);
    for (const text of ['a *4* b', 'a*b*c', '**4**']) expect(told(text), text).toEqual([]);
    for (const text of ['H*2*O', '2**3**4', 'x*1*y']) expect(told(text), text).not.toEqual([]);
  });
});

describe('an emergency is named', () => {
  it.each(['number', 'numéro', '112', 'services number'])('with %s between it and its number', (word) => {
    expect(namesEmergency(`Emergency ${word} `, '')).toBe(true);
  });

  it('by nothing that stands further off, or in another sentence', () => {
    expect(namesEmergency('Emergency rooms saw ', '')).toBe(false);
    expect(namesEmergency('In an emergency. Ask ', '')).toBe(false);
    expect(namesEmergency('Emergency? ', '')).toBe(true);
    expect(namesEmergency('', ' emergency visits')).toBe(false);
    expect(namesEmergency('', ' ambulance and police visits')).toBe(false);
    expect(namesEmergency('', '. Is it an emergency?')).toBe(false);
    expect(namesEmergency('', ' is for an emergency')).toBe(true);
    expect(namesEmergency('', ' is the number for an emergency')).toBe(false);
    expect(namesEmergency('', ' is it. Emergency')).toBe(false);
  });
});

describe('addresses that dial', () => {
  it.each([
    ...'phone phonenumber tel telephone number mobile cell msisdn call dial sms to'
      .split(' ')
      .map((name) => `https://example.org/?${name}=5550199`),
    ...'wa.me whatsapp.com t.me telegram.me signal.me line.me zalo.me viber.com viber.click skype.com'
      .split(' ')
      .map((host) => `https://${host}/5550199`),
    ...'tel sms smsto callto facetime whatsapp viber skype signal sgnl phone telephone mobile call dial'
      .split(' ')
      .map((step) => `https://example.org/${step}/5550199`),
  ])('%s', (href) => {
    expect(isDialling(href)).toBe(true);
    expect(isDialling(href.replace(/(?<=\/\/)[^/]+/, 'example.org').replace(/\/\w+\/|\?\w+=/, '/x'))).toBe(
      false,
    );
  });
});

describe('other numbers beside declared ones', () => {
  it.each(['911 او 434', '911 or 434', 'Call 911, 434', '911/434', '434 or 911', '911 (434)', '434 (911)'])(
    'are told: %s',
    (text) => {
      expect(codes(text)).not.toEqual([]);
    },
  );

  it.each(['Call 911 seven days', '911 of 434 calls', '911, in 434 of them'])('may count: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });
});

describe('letters that look like digits', () => {
  it.each([
    ['BOO', true],
    ['BOOBSS', true],
    ['BOOBSSI', false],
    ['BO', false],
    ['I BOO', true],
    ['Book', false],
  ])('may be a number in words of three to six letters: %s, %s', (text, holds) => {
    expect(holdsLettersForNumbers(text)).toBe(holds);
  });

  it.each([
    ['BOO BSS', true],
    ['BOOBSS BSS', true],
    ['BOO BOOBSS', true],
    // 0800 1234567: groups have any length.
    ['BOO BOOBSSI', true],
    ['BOOBSSI BSS', true],
    ['BOO and BSS', false],
    ['BOO', false],
  ])('may be a number of groups in words right behind each other: %s, %s', (text, holds) => {
    expect(holdsGroupsOfLetters(text)).toBe(holds);
  });
});

describe('data of a guide with the line ends of Unicode', () => {
  const folder = join(import.meta.dirname, 'fixtures/whole');
  const titled = (title: string) => guideFrom({ ...loadGuide(folder).data, title }, { folder });

  it.each(['\u2028', '\u2029'])('have them where they stand: %j', (end) => {
    expect(titled(`A${end}b`).data.title).toBe(`A${end}b`);
  });

  it('have none that is a control', () => {
    expect(problemsOf(() => titled('A\u0085b')).map(({ message }) => message)).toEqual([
      'The text holds a control character.',
    ]);
  });
});

describe('a value of another kind than is wanted', () => {
  const told = (value: unknown, path: readonly (string | number)[]) =>
    problemsOf(() => guideFrom(value as object, { folder: 'nowhere' })).find(({ message }) =>
      message.startsWith(path.join('.')),
    );

  it('is told with what to write, and is not said', () => {
    const guide = { id: 7, helplines: { main: { display: 911 } } };
    expect(told(guide, ['id'])).toMatchObject({
      message: 'id is written as a number, and a text is wanted.',
      hint: 'Write it in quotes: id: "…".',
    });
    expect(told(guide, ['helplines', 'main', 'display'])).toMatchObject({
      hint: 'Write it in quotes: display: "…".',
    });
    expect(told({ id: null }, ['id'])?.hint).toBe('docs/guides.md lists the fields of a guide.');
    expect(told({ ...guide, helplines: null }, ['helplines'])?.hint).toBe(
      'docs/guides.md lists the fields of a guide.',
    );
  });
});
