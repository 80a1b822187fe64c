import { describe, expect, it } from 'vitest';
import { type Media, parseStyleSheet } from '../../src/style/index.ts';
import { problemsOf } from '../image/errors.ts';

const rules = (css: string, edition: Media['edition'] = 'standard') =>
  parseStyleSheet(css, 'a.css', { edition }).rules.map(({ declarations }) => declarations[0]!.text);
const met = (query: string, edition: Media['edition']) =>
  rules(`@media ${query} { p { width: 1pt } }`, edition).length === 1;

describe('@media', () => {
  it('lays rules down for the edition that it asks for alone, in their order', () => {
    const css = 'p { width: 1pt } @media (edition: large-print) { p { width: 2pt } } p { width: 3pt }';
    expect(rules(css)).toEqual(['1pt', '3pt']);
    expect(rules(css, 'large-print')).toEqual(['1pt', '2pt', '3pt']);
  });

  it('asks whether a page is light on dark', () => {
    const isMet = (query: string, dark: boolean) =>
      parseStyleSheet(`@media ${query} { p { width: 1pt } }`, 'a.css', { edition: 'high-contrast', dark })
        .rules.length === 1;
    expect([
      isMet('(prefers-color-scheme: dark)', true),
      isMet('(prefers-color-scheme: dark)', false),
    ]).toEqual([true, false]);
    expect([
      isMet('(prefers-color-scheme: light)', true),
      isMet('(prefers-color-scheme: light)', false),
    ]).toEqual([false, true]);
    expect(isMet('(prefers-contrast: more) and (prefers-color-scheme: dark)', true)).toBe(true);
    expect(() => isMet('(prefers-color-scheme: sepia)', true)).toThrow(/CSS_SELECTOR_UNKNOWN/);
  });

  it.each([
    ['(edition: high-contrast)', ['high-contrast']],
    ['(prefers-contrast: more)', ['high-contrast']],
    ['(prefers-contrast: no-preference)', ['standard', 'large-print', 'ink-saving']],
    ['(monochrome)', ['high-contrast', 'ink-saving']],
    ['print and (monochrome)', ['high-contrast', 'ink-saving']],
    ['(monochrome) and (edition: ink-saving)', ['ink-saving']],
    ['not (monochrome)', ['standard', 'large-print']],
    ['not print and (monochrome)', ['standard', 'large-print']],
    ['(edition: standard), (edition: large-print)', ['standard', 'large-print']],
    ['all and (edition: standard)', ['standard']],
  ])('%s is true of %j', (query, editions) => {
    const all = ['standard', 'large-print', 'high-contrast', 'ink-saving'] as const;
    expect(all.filter((edition) => met(query, edition))).toEqual(editions);
  });

  it.each([
    '(edition: large)',
    '(width > 100pt)',
    '(min-width: 3pt)',
    '(edition)',
    '',
    '(monochrome: 1)',
    'and (monochrome)',
    'print',
    'screen',
    'screen and (monochrome)',
  ])('tells of %s', (query) => {
    const [fault] = problemsOf(() => rules(`\n@media ${query} { p { width: 1pt } }`));
    expect(fault).toMatchObject({ code: expect.stringMatching(/^CSS_/), place: { line: 2 } });
  });

  it('holds what it leaves out to the vocabulary too', () => {
    const [fault] = problemsOf(() => rules('@media (monochrome) { p { wdith: 1pt } }'));
    expect(fault?.code).toBe('CSS_PROPERTY_UNKNOWN');
  });

  it('holds pages, and may stand in itself', () => {
    const css = '@media not (edition: standard) { @media (monochrome) { @page a { margin: 1pt } } }';
    expect(parseStyleSheet(css, 'a.css', { edition: 'ink-saving' }).pages).toHaveLength(1);
    expect(parseStyleSheet(css, 'a.css').pages).toHaveLength(0);
  });
});
