import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStyleSheet, styleDocument } from '../../src/style/index.ts';
import { documentOf, problemsOf } from './setting.ts';

const problems = (css: string) => problemsOf(() => parseStyleSheet(css, 'style.css'));

describe('parseStyleSheet refuses', () => {
  it.each([
    // what does not parse
    ['p { color }', 'CSS_SYNTAX', 11],
    ['p { color: reddish', 'CSS_VALUE_INVALID', 5],
    ['p { color: #12 }', 'CSS_VALUE_INVALID', 5],
    ['p { ) }', 'CSS_SYNTAX', 5],
    // properties
    ['p { colour: #123 }', 'CSS_PROPERTY_UNKNOWN', 5],
    ['p { float: left }', 'CSS_PROPERTY_UNKNOWN', 5],
    ['p { margin-left: 1pt }', 'CSS_PROPERTY_UNKNOWN', 5],
    ['p { top: 1pt }', 'CSS_PROPERTY_UNKNOWN', 5],
    ['p { constructor: 1pt }', 'CSS_PROPERTY_UNKNOWN', 5],
    ['p { font-style: italic }', 'CSS_PROPERTY_UNKNOWN', 5],
    // values
    ['p { color: #123 !important }', 'CSS_VALUE_INVALID', 5],
    ['p { color: reddish }', 'CSS_VALUE_INVALID', 5],
    ['p { color: transparent }', 'CSS_VALUE_INVALID', 5],
    ['p { color: rgb(1, 2, 300) }', 'CSS_VALUE_INVALID', 5],
    ['p { color: rgb(10% 1 2 3) }', 'CSS_VALUE_INVALID', 5],
    ['p { background-color: url(a.png) }', 'CSS_VALUE_INVALID', 5],
    ['p { width: 1vmin }', 'CSS_VALUE_INVALID', 5],
    ['p { width: 12 }', 'CSS_VALUE_INVALID', 5],
    ['p { width: -1pt }', 'CSS_VALUE_INVALID', 5],
    ['p { width: 1pt 2pt }', 'CSS_VALUE_INVALID', 5],
    ['p { width: 1e999pt }', 'CSS_VALUE_INVALID', 5],
    ['p { width: min(1pt, 5%) }', 'CSS_VALUE_INVALID', 5],
    ['p { width: calc(1pt + 2) }', 'CSS_VALUE_INVALID', 5],
    ['p { width: calc(3) }', 'CSS_VALUE_INVALID', 5],
    ['p { width: calc(2pt * 3pt) }', 'CSS_VALUE_INVALID', 5],
    ['p { width: calc(2pt / 0) }', 'CSS_VALUE_INVALID', 5],
    ['p { width: calc(1pt+2pt) }', 'CSS_VALUE_INVALID', 5],
    ['p { width: calc() }', 'CSS_VALUE_INVALID', 5],
    ['p { width: min() }', 'CSS_VALUE_INVALID', 5],
    ['p { width: clamp(1pt, 2pt) }', 'CSS_VALUE_INVALID', 5],
    ['p { padding: -1pt }', 'CSS_VALUE_INVALID', 5],
    ['p { margin: 1pt 2pt 3pt 4pt 5pt }', 'CSS_VALUE_INVALID', 5],
    ['p { border: 1pt }', 'CSS_VALUE_INVALID', 5],
    ['p { border: solid dashed }', 'CSS_VALUE_INVALID', 5],
    ['p { border: 1pt dotted #000 }', 'CSS_VALUE_INVALID', 5],
    ['p { font-size: 0 }', 'CSS_VALUE_INVALID', 5],
    ['p { font-weight: 0 }', 'CSS_VALUE_INVALID', 5],
    ['p { font-weight: 1001 }', 'CSS_VALUE_INVALID', 5],
    ['p { font-weight: heavy }', 'CSS_VALUE_INVALID', 5],
    ['p { font-family: "Arial" }', 'CSS_VALUE_INVALID', 5],
    ['p { line-height: 120% }', 'CSS_VALUE_INVALID', 5],
    ['p { text-align: left }', 'CSS_VALUE_INVALID', 5],
    ['p { position: fixed }', 'CSS_VALUE_INVALID', 5],
    ['p { position: running(a b) }', 'CSS_VALUE_INVALID', 5],
    ['p { orphans: 0 }', 'CSS_VALUE_INVALID', 5],
    ['p { orphans: 21 }', 'CSS_VALUE_INVALID', 5],
    ['p { order: 21 }', 'CSS_VALUE_INVALID', 5],
    ['p { order: -21 }', 'CSS_VALUE_INVALID', 5],
    ['p { order: 1.5 }', 'CSS_VALUE_INVALID', 5],
    ['p { order: first }', 'CSS_VALUE_INVALID', 5],
    ['p { transform: rotate(1px) }', 'CSS_VALUE_INVALID', 5],
    ['p { transform: rotate(1deg 2deg) }', 'CSS_VALUE_INVALID', 5],
    ['p { grid-template-columns: -1fr }', 'CSS_VALUE_INVALID', 5],
    ['p { grid-template-columns: repeat(0, 1fr) }', 'CSS_VALUE_INVALID', 5],
    ['p { grid-template-columns: repeat(2 1fr) }', 'CSS_VALUE_INVALID', 5],
    ['p { grid-template-columns: repeat(9, repeat(9, 1fr)) }', 'CSS_VALUE_INVALID', 5],
    ['p { grid-template-columns: minmax(1fr, 2fr) }', 'CSS_VALUE_INVALID', 5],
    ['p { grid-column: 3 / 1 }', 'CSS_VALUE_INVALID', 5],
    ['p { grid-column: 1 / 3 4 }', 'CSS_VALUE_INVALID', 5],
    ['p { object-position: left right }', 'CSS_VALUE_INVALID', 5],
    ['p { object-position: 120% }', 'CSS_VALUE_INVALID', 5],
    // selectors and at-rules
    ['p, foo { color: #123 }', 'CSS_SELECTOR_UNKNOWN', 4],
    ['p::first-line { color: #123 }', 'CSS_SELECTOR_UNKNOWN', 2],
    ['p:hover { color: #123 }', 'CSS_SELECTOR_UNKNOWN', 2],
    ['p:nth-child(2 of .a) { color: #123 }', 'CSS_SELECTOR_UNKNOWN', 2],
    ['p:lang(en, fr) { color: #123 }', 'CSS_SELECTOR_UNKNOWN', 2],
    ['[foo] { color: #123 }', 'CSS_SELECTOR_UNKNOWN', 1],
    ['[class~=a] { color: #123 }', 'CSS_SELECTOR_UNKNOWN', 1],
    ['[class=a i] { color: #123 }', 'CSS_SELECTOR_UNKNOWN', 1],
    ['p || p { color: #123 }', 'CSS_SYNTAX', 4],
    ['div { p { color: #123 } }', 'CSS_SYNTAX', 9],
    ['div { @media print { color: #123 } }', 'CSS_SELECTOR_UNKNOWN', 7],
    ['@supports (color: red) { p { color: #123 } }', 'CSS_SELECTOR_UNKNOWN', 1],
    ['@import "a.css";', 'CSS_SELECTOR_UNKNOWN', 1],
    ['@font-face { font-family: text }', 'CSS_SELECTOR_UNKNOWN', 1],
    ['@page :first { margin: 0 }', 'CSS_SELECTOR_UNKNOWN', 1],
    ['@page { @top-left { content: element(a) } }', 'CSS_SELECTOR_UNKNOWN', 9],
    // pages
    ['@page { color: #123 }', 'CSS_PROPERTY_UNKNOWN', 9],
    ['@page { --x: 1pt }', 'CSS_PROPERTY_UNKNOWN', 9],
    ['@page { size: 4in 8in }', 'CSS_PROPERTY_UNKNOWN', 9],
    ['@page { margin: auto }', 'CSS_VALUE_INVALID', 9],
    ['@page { margin: 5% }', 'CSS_VALUE_INVALID', 9],
    ['@page { bleed: 1pt 2pt }', 'CSS_VALUE_INVALID', 9],
    ['@page { @top-center { content: "text" } }', 'TEMPLATE_TEXT', 23],
    ['@page { @top-center { content: element(a); color: #123 } }', 'CSS_VALUE_INVALID', 44],
  ])('%s', (css, code, column) => {
    const found = problems(`\n${css}`);
    expect(found.map(({ code, place }) => ({ code, line: place.line, column: place.column }))).toEqual([
      { code, line: 2, column },
    ]);
    expect(found[0]!.place).toMatchObject({ file: 'style.css', source: css });
  });

  it('all mistakes at once', () => {
    expect(
      problems('p { colour: #123; width: 1vmin }\nfoo { height: 2 }').map((p) => [p.code, p.place.line]),
    ).toEqual([
      ['CSS_PROPERTY_UNKNOWN', 1],
      ['CSS_VALUE_INVALID', 1],
      ['CSS_VALUE_INVALID', 2],
      ['CSS_SELECTOR_UNKNOWN', 2],
    ]);
  });

  it.each([
    ['p { colour: #123 }', 'Did you mean "color"?'],
    ['p { margin-left: 0 }', 'Use margin-inline-start'],
    ['p { padding-bottom: 0 }', 'Use padding-block-end'],
    ['p { right: 0 }', 'Use inset-inline-end'],
    ['p { width: 0 !important }', 'more specific selector'],
  ])('%s with a hint: %s', (css, hint) => {
    expect(problems(css)[0]!.hint).toContain(hint);
  });

  it('says which values are taken', () => {
    expect(problems('p { text-align: left }')[0]!.message).toContain('one of start, end, center');
  });

  it('a sheet over the size limit', () => {
    expect(problems(`/*${' '.repeat(500_000)}*/`).map((p) => p.code)).toEqual(['CSS_SYNTAX']);
  });
});

describe('parseStyleSheet', () => {
  it('gives a sheet or problems of any input, never another error', () => {
    const token = fc.constantFrom(
      'p',
      '.a',
      '#b',
      '{',
      '}',
      ':',
      ';',
      ',',
      'color',
      'width',
      'var(',
      '--x',
      'calc(',
      ')',
      '(',
      '1pt',
      '50%',
      '+',
      '*',
      '/',
      '@page',
      '@top-center',
      'content',
      '!important',
      '"',
      '\\',
      '/*',
      '*/',
      ':not(',
      ':nth-child(',
      '2n+1',
      '[dir',
      ']',
      'url(',
      '#12',
      'border',
      'solid',
      'grid-template-columns',
      'repeat(',
      'size',
      '&',
      '>',
    );
    const document = documentOf('<p class="a">text</p>');
    fc.assert(
      fc.property(fc.array(token, { maxLength: 25 }), fc.constantFrom('', ' '), (tokens, space) => {
        problemsOf(() =>
          styleDocument(document, [parseStyleSheet(tokens.join(space), 'style.css')], 10).page('a'),
        );
      }),
      { numRuns: 2000, seed: 7 },
    );
  });
});

describe('what another way of writing makes not parse', () => {
  const told = (css: string) => problems(css).map(({ code, hint }) => [code, hint]);

  it.each(['.l &', '.l', '> .l', 'p &', 'p', '[lang] &', ':is(.l) &', '.l &, .m &'])(
    'a rule in a rule is told as one: %s',
    (selector) => {
      const hint =
        'A rule in a rule is not in the vocabulary. Write it after the rule, with its whole selector.';
      const nested = ['CSS_SYNTAX', hint];
      expect(told(`.k { ${selector} { color: red } }`)).toEqual([nested]);
      expect(told(`.k { color: red; ${selector} { color: blue } }`)).toEqual([nested]);
    },
  );

  it.each([
    ['// a comment\n.k { color: red }', 'A comment stands between /* and */.'],
    ['$ink: red; .k { color: red }', 'is used by var(--name)'],
    ['<style>\n.k { color: red }', 'leave <style> and </style> out'],
  ])('%s', (css, hint) => {
    expect(told(css)[0]).toEqual(['CSS_SYNTAX', expect.stringContaining(hint)]);
  });

  it('a comment of another way after a last value, which is read as part of it', () => {
    const comment = ['CSS_VALUE_INVALID', 'A comment stands between /* and */.'];
    expect(told('.k { margin: 4pt // above\n}')).toEqual([comment]);
    const address = told('.k { color: url(https://example.org) }') as [string, string][];
    expect(address).toEqual([['CSS_VALUE_INVALID', expect.not.stringContaining('comment')]]);
  });

  it('a selector that does not parse in an @media is none', () => {
    const [[code, hint]] = told('@media (edition: large-print) { .k( { color: red } }') as [[string, string]];
    expect([code, hint]).toEqual(['CSS_SYNTAX', undefined]);
  });
});
