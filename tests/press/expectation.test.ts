/**
 * What a file of the shipped guide must hold, listed here by hand from `guide.yaml`, the translation and the promises:
 * an expectation that asks for less would be proved all the same.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { defaultJob, expectAgain, type Job, Press, shippedFolders } from '../../src/press/index.ts';
import type { Expectation } from '../../src/proof/index.ts';

const root = resolve(import.meta.dirname, '../..');
const guide = loadGuide(join(root, 'guides/heroin-detox'));
const press = new Press(shippedFolders());

const expected = (product: string, locale: string, more: Partial<Job> = {}): Expectation =>
  expectAgain(guide, { ...defaultJob, product, locale, ...more }, press);

const lines = ['center', 'support', 'after', 'time', 'medicine'].map((id) => `sections.${id}.line`);
const disclosure = [
  'disclosure.heading',
  'disclosure.answered',
  'disclosure.providers.recovery',
  'disclosure.providers.alli',
  'disclosure.terms',
  'disclosure.fee',
];
const keys: Readonly<Record<string, readonly string[]>> = {
  'pamphlet-trifold': [
    ...['kicker', 'title', 'helplines.main.call', 'helplines.main.answers'],
    ...['opening.heading', 'opening.withdrawal.text', 'opening.hard', 'overview'],
    ...lines,
    ...[
      'line',
      'home',
      'gives.therapy',
      'gives.symptoms',
      'gives.cravings',
      'gives.people',
      'mild',
      'cost',
    ].map((id) => `sections.center.${id}`),
    ...['line', 'table.alt', 'table.caption', 'easier', 'alone'].map((id) => `sections.support.${id}`),
    ...['line', 'tolerance', 'complication'].map((id) => `sections.after.${id}`),
    ...['line', 'flu', 'week.alt', 'week.caption', 'dose', 'rest'].map((id) => `sections.time.${id}`),
    ...['line', 'used', 'doctor', 'suffering'].map((id) => `sections.medicine.${id}`),
    ...['closing.heading', 'closing.many', 'closing.easier'],
    ...disclosure,
    ...['emergency.us', 'helplines.main.claims'],
  ],
  // First what somebody in need must hear.
  poster: ['title', 'helplines.main.call', 'helplines.main.answers', 'emergency.us', ...disclosure, ...lines],
};

const english = [
  'Where do calls go?',
  'When you call a general helpline, one of these treatment providers answers or calls you back. Each one is a paid advertiser:',
  'Recovery Helpline',
  'Alli Addiction Services',
  'By calling, you agree to the terms of use.',
  'Whoever runs this helpline is paid no commission or fee that depends on which provider you choose. You have no obligation to enter treatment.',
];
/** The marks of two texts are part of what is hashed. */
const marked = english.map((text, i) => (i === 2 || i === 3 ? `[${text}](lang:en)` : text));
const sha256 = (texts: readonly string[]) =>
  createHash('sha256').update(texts.join('\n'), 'utf8').digest('hex');

interface Translated {
  readonly title: string;
  readonly disclosure: {
    readonly heading: string;
    readonly answered: string;
    readonly providers: { readonly recovery: string; readonly alli: string };
    readonly terms: string;
    readonly fee: string;
  };
}
const arabic = JSON.parse(readFileSync(join(root, 'locales/ar/heroin-detox.json'), 'utf8')) as Translated;
const { heading, answered, providers, terms, fee } = arabic.disclosure;
const arabicDisclosure = [heading, answered, providers.recovery, providers.alli, terms, fee];

const plain = (text: string) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\*/g, '');
const textsOf = ({ texts }: Expectation, wanted: readonly string[]) =>
  wanted.map((key) => texts.find((text) => text.key === key)?.text);

describe.each(['pamphlet-trifold', 'poster'])('a %s of the shipped guide', (product) => {
  it.each(['en', 'ar'])('in %s must hold these texts in this order', (locale) => {
    const { texts } = expected(product, locale);
    expect(texts.map(({ key }) => key)).toEqual(keys[product]);
    expect(texts.every(({ language, text }) => language === locale && text.length > 2)).toBe(true);
    expect(texts.filter(({ alt }) => alt === true).map(({ key }) => key)).toEqual(
      keys[product]!.filter((key) => key.endsWith('.alt')),
    );
  });

  it('must hold the whole disclosure, as it is, with its version and the hash of these words', () => {
    const en = expected(product, 'en');
    expect(en.disclosure).toMatchObject({ version: '2026-11-23', keys: disclosure, hash: sha256(marked) });
    expect(textsOf(en, disclosure)).toEqual(english);
    const ar = expected(product, 'ar');
    expect(ar.disclosure).toMatchObject({
      version: '2026-11-23',
      keys: disclosure,
      hash: sha256(arabicDisclosure),
    });
    expect(textsOf(ar, disclosure)).toEqual(arabicDisclosure.map(plain));
    expect(ar.disclosure.hash).not.toBe(en.disclosure.hash);
  });

  it.each(['en', 'ar'])('in %s must keep the floors and show the numbers', (locale) => {
    const { helpline, numbers, loud, qr, links, minSize, disclosure } = expected(product, locale);
    const isPoster = product === 'poster';
    expect(helpline).toEqual({
      display: '800-315-1376',
      uri: 'tel:+18003151376',
      minSize: isPoster ? 60 : 14,
    });
    expect(numbers).toEqual([
      { display: '800-315-1376', uri: 'tel:+18003151376' },
      { display: '911', uri: 'tel:911' },
    ]);
    expect(loud).toEqual(isPoster ? ['poster'] : ['cover', 'back']);
    expect(qr).toEqual({ content: 'tel:+18003151376', pages: isPoster ? ['poster'] : [] });
    expect(links).toEqual([{ uri: 'tel:911', text: '911' }]);
    expect([minSize, disclosure.minSize]).toEqual([9, 9]);
  });

  it('must say of itself what it is, in its title too', () => {
    const isPoster = product === 'poster';
    const facts = { format: 2, guide: { id: 'heroin-detox', version: '1.0.0', date: '2026-11-23' }, product };
    expect(expected(product, 'en')).toMatchObject({
      ...facts,
      ...{ locale: 'en', direction: 'ltr', paper: 'letter', edition: 'standard', purpose: 'screen' },
      title: `What you must know to get through heroin detox${isPoster ? ' – poster' : ''}`,
      pointer: 'Who answers?',
      imprint: 'heroin-detox 1.0.0 · 2026-11-23 · en',
      translation: { status: 'source' },
      phrases: [],
    });
    expect(expected(product, 'ar', { paper: 'a4', purpose: 'office' })).toMatchObject({
      ...facts,
      ...{ locale: 'ar', direction: 'rtl', paper: 'a4', edition: 'standard', purpose: 'office' },
      title: `${arabic.title} – ${isPoster ? 'ملصق' : 'للطباعة والطي'}`,
      pointer: 'من يردّ عليك؟',
      imprint: 'heroin-detox 1.0.0 · 2026-11-23 · ar',
      translation: { status: 'machine-draft' },
      phrases: [
        { text: 'Recovery Helpline', language: 'en' },
        { text: 'Alli Addiction Services', language: 'en' },
      ],
    });
  });

  it('may say the words of the products beside its texts, and the texts of the guide that it need not carry', () => {
    const { words, texts } = expected(product, 'en');
    for (const word of ['Who answers?', 'See above', 'Read who answers calls', 'Call', 'Source:', 'SAMHSA'])
      expect(words).toContain(word);
    expect(words).toContain('Withdrawal');
    expect(words.filter((word) => texts.some(({ text }) => text === word))).toEqual([]);
    expect(words.filter((word) => /[{}\ue000]/.test(word))).toEqual([]);
  });

  it.each(['screen', 'office'] as const)(
    'for %s must hold the same when it is printed and when it is asked again',
    (purpose) => {
      const job: Job = { ...defaultJob, product, locale: 'ar', purpose, allowDrafts: true };
      const { proof } = press.run(guide, job);
      const other = new Press(shippedFolders(), { keeps: false });
      expect(proof.expectation).toEqual(expectAgain(guide, job, other));
      other.close();
    },
  );
});

describe('the pages of a pamphlet', () => {
  const front = (locale: string, duplex: Job['duplex'] = 'short') =>
    expected('pamphlet-trifold', locale, { purpose: 'office', duplex }).sheets.map(({ areas }) =>
      areas.map(({ page, x, rotate }) => `${page} ${x} ${rotate}`),
    );

  it('lie on screen one after the other', () => {
    const { sheets } = expected('pamphlet-trifold', 'en');
    expect(sheets.map(({ areas }) => areas.map(({ page }) => page))).toEqual([
      ...[['cover'], ['flap'], ['inside-1'], ['inside-2'], ['inside-3'], ['back']],
    ]);
    expect(sheets.map(({ width, height }) => `${width} ${height}`)).toEqual([
      ...['265.5 612', '261 612', '265.5 612', '265.5 612', '261 612', '265.5 612'],
    ]);
  });

  it('lie on paper as it is folded, painted as they are read, turned with the sheet, mirrored from right to left', () => {
    expect(front('en')).toEqual([
      ['cover 526.5 0', 'flap 0 0', 'back 261 0'],
      ['inside-1 0 0', 'inside-2 265.5 0', 'inside-3 531 0'],
    ]);
    expect(front('en', 'long')[1]).toEqual(['inside-1 526.5 180', 'inside-2 261 180', 'inside-3 0 180']);
    expect(front('ar')).toEqual([
      ['cover 0 0', 'flap 531 0', 'back 265.5 0'],
      ['inside-1 526.5 0', 'inside-2 261 0', 'inside-3 0 0'],
    ]);
  });
});

describe('the QR code of a poster', () => {
  it('must say what the job asks for', () => {
    const { qr } = expected('poster', 'en', { qr: 'https://example.org/help' });
    expect(qr).toEqual({ content: 'https://example.org/help', pages: ['poster'] });
  });
});
