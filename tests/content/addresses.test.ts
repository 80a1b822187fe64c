import { describe, expect, it } from 'vitest';
import { parseInline, plainText, splitAtAddresses, withAddresses } from '../../src/content/index.ts';
import { problemsOf } from './folder.ts';

const guide = { data: { helplines: { main: { display: '800-315-1376' } } } };
const read = (text: string) => plainText(withAddresses(parseInline(text)), guide);

describe('a link on paper', () => {
  it.each([
    ['[our page](https://example.org/a/b)', 'our page (example.org/a/b)'],
    ['[our page](https://www.example.org/)', 'our page (example.org)'],
    ['[write to us](mailto:a@example.org)', 'write to us (a@example.org)'],
    ['[our page](https://www.3114.fr/)', 'our page (www.3114.fr)'],
    ['[our page](https://3114.fr/a)', 'our page (https://3114.fr/a)'],
    ['[our page](https://www.119.gouv.fr)', 'our page (119.gouv.fr)'],
    ['[our page](https://example.org/a?very=long "example.org/a")', 'our page (example.org/a)'],
    ['**[our page](https://example.org)** now', 'our page (example.org) now'],
    ['[[nuestra página](lang:es)](https://example.org)', 'nuestra página (example.org)'],
  ])('says its address after its words: %s', (text, said) => {
    expect(read(text)).toBe(said);
  });

  it.each([
    ['[example.org](https://example.org)', 'example.org'],
    ['[www.example.org/a](https://www.example.org/a/)', 'www.example.org/a'],
    ['[see Example.org](https://example.org)', 'see Example.org'],
    ['[example.org/a](https://example.org/a?very=long "example.org/a")', 'example.org/a'],
    ['[a@example.org](mailto:a@example.org)', 'a@example.org'],
    ['[911](tel:911)', '911'],
    ['[+44 7700 900142](https://wa.me/447700900142)', '+44 7700 900142'],
    ['<helpline:main>', '800-315-1376'],
  ])('does not where its words say it, and where it dials: %s', (text, said) => {
    expect(read(text)).toBe(said);
  });

  it.each(['"example"', '"https://example.org/a"', '"example.org/a b"', '"+1 800 315 1376"', '""'])(
    'has no short address such as %s',
    (short) => {
      expect(
        problemsOf(() => parseInline(`[a](https://example.org ${short})`)).map(({ code }) => code),
      ).toEqual(['INLINE_INVALID']);
    },
  );

  it('to a mail box has no short address', () => {
    expect(problemsOf(() => parseInline('[a](mailto:a@example.org "example.org")')).length).toBe(1);
  });
});

describe('addresses in a text', () => {
  it.each([
    ['Read www.example.org/a, now.', ['www.example.org/a']],
    ['https://example.org/a?b=c#d.', ['https://example.org/a?b=c#d']],
    ['Пишите на help@example.org!', ['help@example.org']],
    ['اقرأ example.org/a/ الآن', ['example.org/a/']],
    ['e.g. this, i.e. that. No. 5', []],
    ['1.2.3 and 10.5', []],
    ['ص.ب. 116-5042، من 12-18', ['116-5042']],
    ['کد پستی ۱۹۹۸۷-۱۳۴۶۱', ['۱۹۹۸۷-۱۳۴۶۱']],
    ['978-3-16-148410-0', ['978-3-16-148410-0']],
    ['16-12-2026, 12-18', []],
  ])('%s', (text, addresses) => {
    const pieces = splitAtAddresses(text);
    expect(pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.address]))).toEqual(addresses);
    expect(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.address)).join('')).toBe(text);
  });
});
