import { describe, expect, it } from 'vitest';
import { page, problemsOf } from './problems.ts';

const said = (body: string) => problemsOf(page(body)).map(({ code, message }) => [code, message]);

describe('a document is bounded', () => {
  it('in depth', () => {
    // html and body are open as well.
    expect(said(`${'<div>'.repeat(98)}<p>a</p>${'</div>'.repeat(98)}`).map(([, message]) => message)).toEqual(
      ['Elements are nested more than 100 deep.'],
    );
    expect(said(`${'<div>'.repeat(97)}<p>a</p>${'</div>'.repeat(97)}`)).toEqual([]);
  });

  it('in the number of its elements', () => {
    // html, head, title and body are there as well.
    expect(said('<p>a</p>'.repeat(19_996))).toEqual([]);
    expect(said('<p>a</p>'.repeat(19_997))).toEqual([
      ['HTML_SYNTAX', 'The document has more than 20000 elements.'],
    ]);
  });

  it('in tags that do not pair, each of which the parser opens again and again', () => {
    const odd = (count: number) =>
      Array.from({ length: count }, (_, i) => `<p><b class="a${i}">a</p>`).join('');
    expect(said(odd(20)).filter(([, message]) => message!.startsWith('More than'))).toEqual([]);
    expect(said(odd(20_000))).toContainEqual(['HTML_SYNTAX', 'More than 100 tags do not pair.']);
  });

  it('in what is told of it', () => {
    expect(said('<p>&nix;</p>'.repeat(5000)).length).toBeLessThanOrEqual(100);
  });
});
