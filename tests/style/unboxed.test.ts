import { describe, expect, it } from 'vitest';
import { problemsOf, styleOf } from './setting.ts';

/** Nothing is ignored: what would be seen in a browser, and cannot be here, is told with its line and what says it. */
describe('the body, and what only holds pages together', () => {
  const body = '<main class="hold"><div><p class="a">a</p></div><p id="x">b</p></main>';
  const told = (css: string, html = body) =>
    problemsOf(() => styleOf(css, html)).map(({ code, message, hint }) => `${code} ${message} ${hint}`);

  it.each([
    ['body { display: grid }', 'display on <body>'],
    ['html { display: flex }', 'display on <html>'],
    ['body { margin: 10mm }', 'margin on <body>'],
    ['body { padding-block-start: 1pt }', 'padding-block-start on <body>'],
    ['body { background: #ffeecc }', 'background on <body>'],
    ['body { border: 1pt solid #000 }', 'border on <body>'],
    ['body { columns: 2 }', 'columns on <body>'],
    ['body { opacity: .5 }', 'opacity on <body>'],
  ])('does not take %s', (css, what) => {
    expect(told(css)).toEqual([expect.stringContaining(`CSS_VALUE_INVALID ${what} would do nothing.`)]);
  });

  it('does not take it where a page is named at any depth, and takes it where none is', () => {
    const css = '.hold { display: grid; padding: 4pt }';
    expect(told(css)).toEqual([]);
    expect(told(`${css} #x { page: back }`)).toEqual([expect.stringContaining('display on <main>')]);
    expect(told(`${css} .a { page: back }`)).toEqual([expect.stringContaining('display on <main>')]);
    expect(told(`${css} .hold, .hold * { page: back }`)).toEqual([]);
  });

  it('is told what says it instead', () => {
    expect(told('body { margin: 10mm }')[0]).toMatch(/@page \{ margin/);
    expect(told('body { background: #fc0 }')[0]).toMatch(/@page \{ background-color/);
    expect(told('body { display: grid }')[0]).toMatch(/leaves no box/);
  });

  it('takes what changes nothing, and what is inherited', () => {
    const css = '* { margin: 0; padding: 0 } html, body { height: 100%; color: #333; font: 1rem text }';
    expect(told(css)).toEqual([]);
  });
});
