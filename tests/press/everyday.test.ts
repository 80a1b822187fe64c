import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { everydayIn } from '../../src/content/search/everyday-in.ts';
import { defaultJob, Press, shippedGuides } from '../../src/press/index.ts';
import { dialablesIn, enough, isNoNumber, isOneOf } from '../../src/proof/numbers/dialable.ts';

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
