import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  type GivenPublisher,
  loadGuide,
  parseInline,
  plainText,
  withHelpline,
  withPublisher,
} from '../../src/content/index.ts';
import { loadLocale } from '../../src/locale/index.ts';
import { Press, shippedFolders } from '../../src/press/index.ts';

const shipped = loadGuide('guides/heroin-detox');
const folder = mkdtempSync(join(tmpdir(), 'publisher-'));
cpSync('guides/heroin-detox', folder, { recursive: true });
writeFileSync(
  join(folder, 'guide.yaml'),
  `${readFileSync('guides/heroin-detox/guide.yaml', 'utf8')}
publisher:
  name: State Health Agency
  address: 1 Capitol Street
`,
);
const published = loadGuide(folder);
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10pt" height="10pt"><rect width="10" height="10" fill="#1F5C7A"/></svg>';
writeFileSync(join(folder, 'logo.svg'), svg);
afterAll(() => rmSync(folder, { recursive: true }));

describe('a guide with another publisher', () => {
  it('says its name and address, and leaves what is not given', () => {
    const { data, texts } = withPublisher(published, {
      name: 'North Clinic',
      web: 'https://north.example.org',
    });
    expect(data.publisher).toEqual({
      name: 'North Clinic',
      address: '1 Capitol Street',
      web: 'https://north.example.org',
    });
    expect(texts.get('publisher.name')).toMatchObject({ text: 'North Clinic', language: 'en' });
    expect(texts.get('publisher.address')?.language).toBeUndefined();
    expect([...texts.keys()]).toEqual([...published.texts.keys()]);
    expect(published.data.publisher?.name).toBe('State Health Agency');
  });

  it('keeps it with another number, which its address may name, and the other way round', () => {
    const number = { display: '202-555-0101', dial: '+12025550101' };
    const address = 'Call 202-555-0101';
    const numbered = withPublisher(withHelpline(shipped, 'main', number), { name: 'North', address });
    expect(numbered.data).toMatchObject({ helplines: { main: number }, publisher: { name: 'North' } });
    const other = withHelpline(withPublisher(shipped, { name: 'North' }), 'main', number);
    expect(other.data.publisher).toEqual({ name: 'North' });
    expect(() => withPublisher(shipped, { name: 'North', address })).toThrow('NUMBER_UNDECLARED');
    expect(() => withHelpline(numbered, 'main', { display: '202-555-0177', dial: '+12025550177' })).toThrow(
      'NUMBER_',
    );
  });

  it.each<[string, GivenPublisher, string]>([
    ['no name at all', { address: '12 Main Street' }, 'CONTENT_INVALID'],
    ['an empty name', { name: ' ' }, 'CONTENT_INVALID'],
    ['an address that is none', { name: 'N', web: 'http://example.org' }, 'CONTENT_INVALID'],
    ['a number that is nearly declared', { name: '800-315-1377' }, 'NUMBER_NEAR_MISS'],
    [
      'a logo that is not there',
      { name: 'N', logo: { folder: tmpdir(), path: 'no/such.svg' } },
      'FILE_NOT_FOUND',
    ],
    [
      'a name before the host of its page',
      { name: 'N', web: 'https://example.org@other.example/' },
      'CONTENT_INVALID',
    ],
    ['a logo elsewhere', { name: 'N', logo: { folder, path: '../x.svg' } }, 'PATH_OUTSIDE'],
  ])('is refused with %s', (_, given, code) => {
    expect(() => withPublisher(shipped, given)).toThrow(code);
  });

  it('prints marks as they are, and no number that the guide has not declared in letters', () => {
    const { texts } = withPublisher(shipped, { name: 'A *B* <helpline:main> [c](d)' });
    expect(texts.get('publisher.name')?.text).toBe('A \\*B\\* \\<helpline\\:main> \\[c\\](d)');
  });

  it.each([
    'Crisis helpline: North County',
    'Helpline:main',
    'Lang: Anna',
    'North ~~~South~~',
    'From $t(x) on',
    '$5, ~5, 5: all as it is',
  ])('has no marks in what only looks like some: %s', (name) => {
    const { texts } = withPublisher(shipped, { name });
    expect(plainText(parseInline(texts.get('publisher.name')!.text), shipped)).toBe(name);
  });

  it('is said as it is in every locale, marked as its language', () => {
    const { locales } = shippedFolders();
    const guide = withPublisher(shipped, { name: 'Clínica Norte', language: 'es' });
    expect(loadLocale('es', guide, locales).text('publisher.name')).toBe('Clínica Norte');
    expect(loadLocale('en', guide, locales).text('publisher.name')).toBe('[Clínica Norte](lang:es)');
    expect(loadLocale('ar', guide, locales).text('publisher.name')).toBe('[Clínica Norte](lang:es)');
    expect(loadLocale('en-XA', guide, locales).text('publisher.name')).toBe('[Clínica Norte](lang:es)');
  });

  it('is printed and proved with a logo from elsewhere, in a locale that is read from the right', () => {
    const press = new Press();
    const logo = { folder, path: 'logo.svg' };
    for (const locale of ['en', 'ar']) {
      const job = { product: 'poster', locale };
      const print = (given: GivenPublisher) => press.print(press.plate(withPublisher(shipped, given), job));
      const plain = print({ name: 'Helpline: North *Clinic*', address: '12 Main Street' });
      const marked = print({ name: 'Helpline: North *Clinic*', address: '12 Main Street', logo });
      expect(marked.proof.passed).toBe(true);
      expect(marked.bytes.length).toBeGreaterThan(plain.bytes.length);
      expect(marked.proof.expectation?.texts ?? []).toBeDefined();
    }
    press.close();
  });
});

it('leaves all other texts as one: thousands of places do not have each its own', () => {
  const [north, south] = ['North', 'South'].map((name) => withPublisher(shipped, { name }).texts);
  expect([...north!.keys()]).toEqual([...south!.keys()]);
  for (const [key, text] of shipped.texts) {
    expect(north!.get(key)).toEqual(text);
    if (text.role !== 'said') expect(north!.get(key)).toBe(south!.get(key));
  }
  expect([north, south].map((texts) => texts!.get('publisher.name')?.text)).toEqual(['North', 'South']);
});
