import { describe, expect, it } from 'vitest';
import { uriOf } from '../../src/document/index.ts';

describe('uriOf', () => {
  it.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['https://example.org/sí?x=é', 'https://example.org/s%C3%AD?x=%C3%A9'],
    ['https://example.org/s%C3%AD', 'https://example.org/s%C3%AD'],
    ['https://example.org/100%', 'https://example.org/100%25'],
    ['https://example.org/a|b"c', 'https://example.org/a%7Cb%22c'],
    ['https://bücher.example:8080/ü', 'https://xn--bcher-kva.example:8080/%C3%BC'],
    ['https://пример.испытание', 'https://xn--e1afmkfd.xn--80akhbyknj4f'],
    ['https://例え.テスト/😀', 'https://xn--r8jz45g.xn--zckzah/%F0%9F%98%80'],
    ['mailto:jürgen@bücher.example?subject=ü', 'mailto:j%C3%BCrgen@xn--bcher-kva.example?subject=%C3%BC'],
    ['tel:+18003151376', 'tel:+18003151376'],
  ])('makes %s the URI %s', (address, uri) => {
    expect(uriOf(address)).toBe(uri);
    expect(uriOf(uri)).toBe(uri);
  });
});
