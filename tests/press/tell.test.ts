/** What every file of a guide must say, part by part: from the guide, its texts and the product alone. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Guide, loadGuide } from '../../src/content/index.ts';
import { type Locale, loadLocale } from '../../src/locale/index.ts';
import { shippedFolders } from '../../src/press/index.ts';
import { carriedHere, codeOf, digitsIn, disclosureHash, tell, tellNumber } from '../../src/press/told.ts';
import { linksIn } from '../../src/press/told-links.ts';
import { loadProduct, type Product } from '../../src/product/index.ts';
import { changed } from '../content/folder.ts';

const { templates, locales } = shippedFolders();
const handout = loadProduct('handout', templates);
type Change = readonly [from: string, to: string];

function guideOf(...changes: readonly Change[]): { guide: Guide; locale: Locale } {
  const guide = loadGuide(changed(...changes));
  return { guide, locale: loadLocale('en', guide, locales) };
}
function told(more: Partial<Product> = {}, ...changes: readonly Change[]) {
  const { guide, locale } = guideOf(...changes);
  return tell(guide, locale, { ...handout, ...more });
}
const keysOf = ({ texts }: ReturnType<typeof tell>) => texts.map(({ key }) => key);

describe('the disclosure of a file', () => {
  const short = [
    'sources:\n',
    '  short: { text: Paid by us., address: https://example.org/who }\nsources:\n',
  ] as const;
  const of = (form: Product['disclosure'], ...changes: readonly Change[]) => {
    const { texts, disclosure } = told({ carries: ['disclosure'], disclosure: form }, ...changes);
    return [texts.map(({ key, text }) => [key, text]), disclosure.keys, disclosure.form];
  };
  const whole = [
    ['disclosure.heading', 'Who answers?'],
    ['disclosure.who', 'One of these answers.'],
  ];

  it('is the whole, whether or not there is a short form, where the product has room for it', () => {
    const keys = whole.map(([key]) => key);
    expect(of('whole')).toEqual([whole, keys, undefined]);
    expect(of('whole', short)).toEqual([whole, keys, undefined]);
  });

  it('is the short form with the address of the whole, where it has none', () => {
    const said = [
      whole[0],
      ['disclosure.short.text', 'Paid by us.'],
      ['disclosure.short.address', 'example.org/who'],
    ];
    expect(of('short', short)).toEqual([said, said.map((each) => each![0]), 'short']);
    const { guide } = guideOf(short);
    for (const qr of [undefined, 'https://example.org/other'])
      expect(codeOf(guide, { disclosure: 'short' }, { qr })).toBe('https://example.org/who');
    expect(codeOf(guide, { disclosure: 'whole' }, { qr: 'tel:911' })).toBe('tel:911');
    expect(codeOf(guide, { disclosure: 'whole' }, { qr: undefined })).toBeUndefined();
  });
});

describe('the texts of a file', () => {
  it('are those that its product carries, in its form, in its language, as they are read', () => {
    const carries = ['title', 'sections', 'disclosure'];
    const found = told({ carries });
    const sections = ['one.line', 'one.said.text', 'one.said.cite', 'one.list.first', 'one.list.second'];
    expect(keysOf(found)).toEqual(
      expect.arrayContaining(['title', ...sections.map((key) => `sections.${key}`), 'disclosure.who']),
    );
    expect(keysOf(found)).not.toContain('kicker');
    expect(found.texts.every(({ language }) => language === 'en')).toBe(true);
    const of = (key: string) => found.texts.find((text) => text.key === key);
    expect(of('sections.one.list.first')!.text).toBe('Call 800-315-1376 or 911.');
    expect(of('sections.one.picture.alt')).toMatchObject({ text: 'A door', alt: true });
    expect(of('sections.one.picture.caption')).not.toHaveProperty('alt');
    const { guide } = guideOf();
    expect(carriedHere(guide, { ...handout, carries })).toEqual(keysOf(found));
  });

  it('say where links lead where the product prints addresses, but not in what is said of a picture', () => {
    const linked = ['text: Sleep helps.', 'text: "See [this page](https://example.org/x)."'] as const;
    const text = (links: Product['links'], ...changes: readonly Change[]) =>
      told({ carries: ['sections'], links }, ...changes).texts;
    const of = (texts: ReturnType<typeof text>, key: string) => texts.find((each) => each.key === key)!.text;
    expect(of(text('words', linked), 'sections.two.found')).toBe('See this page.');
    expect(of(text('addresses', linked), 'sections.two.found')).toBe('See this page (example.org/x).');
    const alt = ['alt: A door', 'alt: "[A door](https://example.org/x)"'] as const;
    expect(of(text('addresses', alt), 'sections.one.picture.alt')).toBe('A door');
  });

  it('has the title of the guide, and what the product is called where its words say that', () => {
    expect(told({ id: 'none' }).title).toBe('Every kind of block');
    const { guide, locale } = guideOf();
    const named = {
      ...locale,
      hasWord: (key: string) => key === 'file.product.card',
      word: (key: string, values?: Record<string, string>) =>
        key === 'file.product.card' ? 'Card' : locale.word(key, values),
    };
    expect(tell(guide, named, { ...handout, id: 'card' }).title).toBe('Every kind of block – Card');
    expect(tell(guide, named, { ...handout, id: 'cards' }).title).toBe('Every kind of block');
  });
});

describe('the words that may stand beside the texts', () => {
  it('are those of the products between their values, and texts that the product need not carry', () => {
    const { words } = told({ carries: ['title', 'sections'] });
    expect(words).toContain('A guide for tests');
    expect(words).toContain('Call');
    expect(words).not.toContain('Call {{number}}');
    expect(words).not.toContain('Every kind of block');
    expect(words.every((word) => word === word.trim() && word !== '')).toBe(true);
    expect(new Set(words).size).toBe(words.length);
  });

  it('are what an imprint and sources say: addresses as they are read, dates, an order’s number', () => {
    const imprint = [
      'opening:\n',
      'publisher: { name: North, web: "https://north.example/x", orderNumber: N-12 }\nreview: { by: A. Person, on: 2026-02-01, next: 2027-02-01 }\nopening:\n',
    ] as const;
    const { words } = told({ carries: ['title'] }, imprint);
    expect(words).toEqual(
      expect.arrayContaining(['north.example/x', 'N-12', '2026-02-01', '2027-02-01', 'example.org/book']),
    );
    expect(told({ carries: ['title'] }).words).not.toContain('N-12');
  });

  it('are the words with which a helpline is reached', () => {
    const text = [
      '    answers: A person answers.\n',
      '    answers: A person answers.\n    text: { to: "741741", word: HOME }\n',
    ] as const;
    const { words, languages } = told({ carries: ['title'] }, text);
    expect(words).toContain('Text HOME to 741741');
    expect(words).toContain('Text 741741');
    expect(languages).toContain('en');
  });
});

describe('the numbers of a guide', () => {
  it('are all that it declares, with how each is dialled', () => {
    expect(told().numbers).toEqual([
      { display: '800-315-1376', uri: 'tel:+18003151376' },
      { display: '988', uri: 'tel:988' },
      { display: '911', uri: 'tel:911' },
    ]);
  });

  it('are printed of other helplines too, whose texts the product carries', () => {
    expect(told({ carries: ['title'] })).not.toHaveProperty('others');
    expect(told({ carries: ['helplines.main.call'] })).not.toHaveProperty('others');
    expect(told({ carries: ['helplines.crisis.call'] })).toMatchObject({
      others: [{ display: '988', uri: 'tel:988' }],
    });
  });

  it('that a text shows change what it says with them; others only themselves', () => {
    const number = { display: '800-662-4357', dial: '+18006624357' };
    const renumbered = (carries: string[], ...changes: readonly Change[]) => {
      const { guide, locale } = guideOf(...changes);
      const product = { ...handout, carries };
      const before = tell(guide, locale, product);
      const data = {
        ...guide.data,
        helplines: { ...guide.data.helplines, main: { ...guide.data.helplines.main, ...number } },
      };
      return { before, now: tellNumber(before, { ...guide, data } as Guide, locale, product) };
    };
    const shown = renumbered(['sections']);
    expect(shown.before.showsNumber).toBe(true);
    expect(shown.now.texts.find(({ key }) => key === 'sections.one.list.first')!.text).toContain(
      '800-662-4357',
    );
    const hidden = renumbered(['sections'], ['Call <helpline:main> or', 'Call'] as const);
    expect(hidden.before.showsNumber).toBe(false);
    expect(hidden.now.texts).toBe(hidden.before.texts);
    expect(hidden.now.numbers[0]).toEqual({ display: '800-662-4357', uri: 'tel:+18006624357' });
    expect(Object.isFrozen(hidden.now)).toBe(true);
  });

  it('could be in a text with so many digits: in any script, in words, in letters', () => {
    expect(digitsIn('none')).toBe(0);
    expect(digitsIn('12 and 345')).toBe(5);
    expect(digitsIn('٩١١')).toBe(3);
    expect(digitsIn('nine one one')).toBe(3);
    expect(told().mostDigits).toBe(6);
    expect(told({}, ['Go well.', 'In 2024 and 1999.']).mostDigits).toBe(8);
    expect(told().lettered).toEqual([]);
    expect(told({}, ['Go well.', 'A BOB SOB.']).lettered).toEqual(['A BOB SOB.']);
  });
});

describe('the links of a file', () => {
  it('are those of its texts and words, of its publisher, its sources and the ways to a helpline', () => {
    const more = [
      'opening:\n',
      'publisher: { name: North, web: "https://north.example/x" }\nopening:\n',
    ] as const;
    const { links } = told({ carries: ['sections', 'emergency'] }, more);
    expect(links).toEqual(
      expect.arrayContaining([
        { uri: 'tel:911', text: '911' },
        { uri: 'https://north.example/x', text: 'north.example/x' },
        { uri: 'https://example.org/book', text: 'National Institute on Drug Abuse' },
        { uri: 'https://example.org/book', text: 'example.org/book' },
      ]),
    );
    expect(told({ carries: ['title'] }).links).not.toContainEqual({ uri: 'tel:911', text: '911' });
    const { guide } = guideOf();
    expect(linksIn(guide, 'a [b **c**](https://d.org/) *e* [f](lang:es)')).toEqual([
      { uri: 'https://d.org/', text: 'b c' },
    ]);
  });
});

describe('languages and phrases', () => {
  it('are the page’s, English for the imprint, and those that are marked', () => {
    const { languages, phrases } = told({ carries: ['sections'] });
    expect(languages).toEqual(['en', 'es']);
    expect(phrases).toEqual([{ text: 'hola', language: 'es' }]);
    const more = told({ carries: ['sections'] }, [
      'Sleep helps.',
      'Say [a](lang:en-GB), [b](lang:zh-hans).',
    ] as const);
    expect(more.languages).toEqual(expect.arrayContaining(['en', 'es', 'en-GB']));
    expect(more.phrases.map(({ text, language }) => `${text} ${language}`)).toEqual(['hola es', 'b zh-Hans']);
  });
});

it('words that are sent to a helpline are in the language of the guide', () => {
  const spanish = (...changes: readonly Change[]) => {
    const { guide, locale } = guideOf(...changes);
    return tell({ ...guide, data: { ...guide.data, locale: 'fr' } } as Guide, locale, handout).languages;
  };
  const text = (how: string) =>
    [
      '    answers: A person answers.\n',
      `    answers: A person answers.\n    text: { to: "741741"${how} }\n`,
    ] as const;
  expect(spanish()).not.toContain('fr');
  expect(spanish(text(''))).not.toContain('fr');
  expect(spanish(text(', word: HOME'))).toContain('fr');
});

describe('the whole disclosure of a file', () => {
  it('has its version, its texts but for pictures and terms, its floor and its hash', () => {
    const found = told({ floors: { text: 9, body: 11.5, disclosure: 9.5 } });
    expect(found.disclosure).toEqual({
      version: '1',
      keys: ['disclosure.heading', 'disclosure.who'],
      minSize: 9.5,
      hash: createHash('sha256').update('Who answers?\nOne of these answers.').digest('hex'),
    });
    const term = [
      '      text: One of these answers.',
      '      text: One of these answers.\n    - id: fee\n      kind: definition\n      term: Fee\n      text: "**Fee** means money."',
    ] as const;
    const { guide, locale } = guideOf(term);
    const { keys, hash } = tell(guide, locale, handout).disclosure;
    expect(keys).toEqual(['disclosure.heading', 'disclosure.who', 'disclosure.fee.text']);
    expect(hash).toBe(disclosureHash(guide, locale));
    expect(hash).toBe(
      createHash('sha256')
        .update('Who answers?\nOne of these answers.\nFee\n**Fee** means money.')
        .digest('hex'),
    );
  });
});
