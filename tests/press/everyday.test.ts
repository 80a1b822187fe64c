import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { everydayIn } from '../../src/content/numbers/everyday.ts';
import { defaultJob, Press, shippedGuides } from '../../src/press/index.ts';
import { type Expectation, parseExpectation, prove } from '../../src/proof/index.ts';
import { dialablesIn, enough, isNoNumber, isOneOf } from '../../src/proof/numbers/dialable.ts';
import { expectation, leaflet } from '../proof/leaflet.ts';

/** What the proof would call a number, were only `everyday` known. */
const taken = (text: string, everyday: readonly string[]) =>
  dialablesIn(text).filter(
    ({ text: found, digits }) => digits.length >= enough && !isNoNumber(found) && !isOneOf(everyday, found),
  );

describe('what the content check lets pass as an everyday number', () => {
  it.each([
    '9-12 14-18',
    'From 8.00–16.30 Uhr',
    '100/250/400 mg',
    '1 350 000 IU',
    '1 350 000 €',
    '3 000 000 people',
    '3000–4000 people',
    'Utica, NY 13501-2345',
    'ZIP 13501-2345',
    'ISBN 978-0-306-40615-7',
    'PMID 23456789',
    'Order no. 5822-0916',
    'Registered charity 2345678',
    'PMC6522416',
    'NCT02345678',
    'https://example.org/23456789',
    '20000000 people',
    '0.5–1.25–2.5 mg',
    'doi:10.1002/abcd.2021.23456',
    '٣٠٠٠–٤٠٠٠ شخص',
  ])('is none for the proof: %s', (text) => {
    expect(taken(text, everydayIn(text))).toEqual([]);
    expect(taken(text, [])).not.toHaveLength(0);
  });

  it('may be grouped in a translation as its language does', () => {
    expect(everydayIn('12 345 678 personnes', '12,345,678 people')).toEqual(['12 345 678']);
    expect(everydayIn('le 12 345 678', 'the 12,345,678')).toEqual(['12 345 678']);
    expect(everydayIn('le 12 345 679', 'the 12,345,678')).toEqual([]);
  });

  it.each(['Call 888-315-1376', 'Step 3 of 4', 'In 2026', 'Nothing'])('is not in: %s', (text) => {
    expect(everydayIn(text)).toEqual([]);
  });
});

describe('a part of an everyday number', () => {
  it.each([
    ['978-0-306-40615-7', '978-0-306-40615-7', true],
    ['978-0-306-40615-7', '40615-7', true],
    ['978-0-306-40615-7', '978-0-306-40', false],
    ['978-0-306-40615-7', '78-0-306', false],
    ['978-0-306-40615-7', '978-0-306-40615-8', false],
    ['978-0-306-40615-7', '978 0 306 40615 7', false],
    ['1\u00a0350\u202f000', '1 350 000', true],
    ['2345678', '12345678', false],
  ])('of %s is %s: %s', (whole, part, is) => {
    expect(isOneOf([whole], part)).toBe(is);
  });
});

describe('the proof', () => {
  const status = (heading: string, differs: Partial<Expectation>) =>
    prove(leaflet([6, '«Coming off heroin»', `«${heading}»`]), { ...expectation, ...differs }).checks.find(
      ({ code }) => code === 'HELPLINE_WRONG',
    )!.status;
  const text = 'PMID 23456789';
  const texts = expectation.texts.map((each) => (each.key === 'heading' ? { ...each, text } : each));

  it('takes a number that stands in a text and is an everyday one', () => {
    expect(status(text, { texts, everyday: ['23456789'] })).toBe('passed');
    expect(status(text, { words: [text], everyday: ['23456789'] })).toBe('passed');
  });

  it('takes one that stands in the address that the code opens: its alternative text says it', () => {
    const qr = { content: 'https://example.org/?utm_id=23456789', pages: [] };
    expect(status(text, { qr, everyday: ['23456789'] })).toBe('passed');
    expect(status(text, { qr })).toBe('failed');
    expect(status(text, { qr: { ...qr, content: 'tel:23456789' }, everyday: ['23456789'] })).toBe('failed');
  });

  it.each<[string, string, Partial<Expectation>]>([
    ['stands in no text', text, { everyday: ['23456789'] }],
    ['is no everyday one', text, { texts }],
    ['is another', 'PMID 23456788', { texts, everyday: ['23456789'] }],
    ['is nearly the helpline’s', '800-315-1377', { words: ['800-315-1377'], everyday: ['800-315-1377'] }],
  ])('takes none that %s', (_, heading, differs) => {
    expect(status(heading, differs)).toBe('failed');
  });

  it.each(['', ' ', '.', '→ 2'])('takes no pointer to the disclosure without letters: “%s”', (pointer) => {
    expect(() => parseExpectation({ ...expectation, pointer })).toThrow(/pointer/);
  });

  it('reads everyday numbers in a record, each with a digit', () => {
    expect(parseExpectation({ ...expectation, everyday: ['23456789'] }).everyday).toEqual(['23456789']);
    expect(() => parseExpectation({ ...expectation, everyday: ['words'] })).toThrow(/everyday/);
  });
});

describe('a poster whose code opens an address with digits', () => {
  const run = (qr: string) =>
    new Press().run(loadGuide(`${shippedGuides()}/heroin-detox`), {
      ...defaultJob,
      product: 'poster',
      locale: 'en',
      qr,
    });

  it.each([
    'https://example.org/?utm_id=120212345678901',
    'https://example.org/a/20261127',
    'https://clinic.example.org/help-4412345',
  ])('is proved: %s', (qr) => {
    expect(run(qr).proof).toMatchObject({ verdict: 'proved', expectation: { qr: { content: qr } } });
  });
});
