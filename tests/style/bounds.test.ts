import { describe, expect, it } from 'vitest';
import { parseStyleSheet, styleDocument } from '../../src/style/index.ts';
import { documentOf, problemsOf } from './setting.ts';

const faults = (css: string, body = '<p>text</p>') =>
  problemsOf(() => styleDocument(documentOf(body), [parseStyleSheet(css, 'style.css')], 10)).map(
    ({ code, message, place }) => ({ code, message, line: place.line }),
  );
const nested = (open: string, inner: string, close: string, depth: number) =>
  `${open.repeat(depth)}${inner}${close.repeat(depth)}`;

describe('a style sheet is bounded before it is parsed', () => {
  it.each([
    ['calc()', (n: number) => `p { width: ${nested('calc(', '1pt', ')', n - 1)} }`],
    ['parentheses', (n: number) => `p { width: calc${nested('(', '1pt', ')', n - 1)} }`],
    [':not()', (n: number) => `${nested(':not(', 'div', ')', n)} { width: 1pt }`],
    ['brackets that nothing closes', (n: number) => `p { width: 1pt } ${'('.repeat(n)}`],
    ['other brackets', (n: number) => `${'['.repeat(n)}`],
    ['blocks', (n: number) => `${'a{'.repeat(n)}`],
    ['mixed brackets', (n: number) => `${'(]'.repeat(n)}`],
  ])('how deep it goes: %s', (_, make) => {
    expect(faults(make(16)).filter(({ message }) => /deep/.test(message))).toEqual([]);
    expect(faults(`\n${make(17)}`)).toEqual([
      { code: 'CSS_SYNTAX', message: 'Brackets stand in brackets more than 16 deep.', line: 2 },
    ]);
    expect(faults(make(30_000))).toMatchObject([{ code: 'CSS_SYNTAX' }]);
  });

  it('is not deep where brackets close, or stand in strings and comments', () => {
    expect(faults(`p { width: 1pt } /* ${'('.repeat(99)} */ ${'p { width: calc(1pt) }'.repeat(99)}`)).toEqual(
      [],
    );
    expect(faults(`[class="${'('.repeat(99)}"] { width: 1pt }`)).toEqual([]);
  });

  it.each([
    ['a class', (n: number) => `.${'a'.repeat(n)} { width: 1pt }`],
    ['a string', (n: number) => `[class="${'a'.repeat(n - 2)}"] { width: 1pt }`],
    ['an address', (n: number) => `p { width: url(${'a'.repeat(n - 5)}) }`],
    ['an id', (n: number) => `#${'a'.repeat(n - 1)} { width: 1pt }`],
    ['a number', (n: number) => `p { width: ${'1'.repeat(n)} }`],
  ])('how long a token is: %s', (_, make) => {
    const long = (css: string) => faults(css).filter(({ message }) => /more than 2000/.test(message));
    expect(long(make(2000))).toEqual([]);
    expect(long(make(2001))).toHaveLength(1);
  });

  it('how many rules and signs it has', () => {
    expect(faults('a{}'.repeat(5000))).toEqual([]);
    expect(faults('a{}'.repeat(5001))).toMatchObject([
      { code: 'CSS_SYNTAX', message: 'The style sheet has more than 5000 rules.' },
    ]);
    expect(faults(`p { width: ${'1pt '.repeat(100_001)} }`)).toMatchObject([{ code: 'CSS_SYNTAX' }]);
  });

  it('how much it is told of', () => {
    expect(faults('p { colr: red }\n'.repeat(150))).toHaveLength(100);
    expect(faults('} '.repeat(3000)).length).toBeLessThanOrEqual(100);
  });
});

describe('what a style sheet costs is bounded', () => {
  it('the parts of a selector, those within :is() and :not() counted', () => {
    for (const [most, more] of [
      ['.a'.repeat(40), '.a'.repeat(41)],
      ['a > '.repeat(39).concat('a'), 'a > '.repeat(40).concat('a')],
      [`:is(${'a,'.repeat(38)}a)`, `:is(${'a,'.repeat(39)}a)`],
      [`:not(${'.a'.repeat(38)}).b`, `:not(${'.a'.repeat(39)}).b`],
    ]) {
      expect(faults(`${most} { width: 1pt }`)).toEqual([]);
      expect(faults(`${more} { width: 1pt }`)).toMatchObject([
        { code: 'CSS_SELECTOR_UNKNOWN', message: expect.stringContaining('more than 40 parts') },
      ]);
    }
  });

  it('what matching takes', () => {
    const body = `<div>${'<p>a</p>'.repeat(3000)}</div>`;
    const rule = 'b ~ p, p ~ p { width: 1pt }';
    expect(faults(rule, body)).toEqual([]);
    expect(faults(`h1 ~ p { width: 1pt }\n`.repeat(20), body)).toMatchObject([
      { code: 'CSS_SYNTAX', message: expect.stringContaining('take too long to match') },
    ]);
  });

  it('what custom properties grow to', () => {
    const doubled = (times: number, inner: string) =>
      `:root { --p0: ${inner}; ${Array.from({ length: times }, (_, i) => `--p${i + 1}: var(--p${i}) var(--p${i})`).join(';')} } p { width: var(--p${times}) }`;
    for (const inner of ['1pt', '/* */'])
      expect(faults(doubled(18, inner)).map(({ code }) => code)).toContain('CSS_VARIABLE_UNKNOWN');
    expect(faults(doubled(2, '1pt'))).toMatchObject([{ code: 'CSS_VALUE_INVALID' }]);
  });
});
