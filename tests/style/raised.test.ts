import { describe, expect, it } from 'vitest';
import { parseStyleSheet, styleDocument } from '../../src/style/index.ts';
import { documentOf, problemsOf, styleOf } from './setting.ts';

const table = '<table><tbody><tr><td id="x">a</td></tr></tbody></table>';
const text = '<p>a <b id="x">b</b> <img src="a" alt=""></p>';
const faults = (css: string, body: string) =>
  problemsOf(() => styleDocument(documentOf(body), [parseStyleSheet(css, 'style.css')], 10)).map(
    ({ code, place }) => [code, place.line],
  );

describe('raised and lowered text', () => {
  it.each([
    ['sup', 'super'],
    ['sub', 'sub'],
  ])('%s is, a size smaller than what is around it', (name, align) => {
    const { verticalAlign, fontSize } = styleOf(
      'p { font-size: 24pt }',
      `<p>a<${name} id="x">b</${name}></p>`,
    );
    expect([verticalAlign, fontSize]).toEqual([align, 20]);
  });

  it('has the size that is said for it, counted from what is around it', () => {
    const body = '<p>a<sup id="x">b</sup></p>';
    expect(styleOf('p { font-size: 24pt } sup { font-size: .5em }', body).fontSize).toBe(12);
    expect(styleOf('p { font-size: 24pt } sup { font-size: 50% }', body).fontSize).toBe(12);
  });
});

describe('vertical-align', () => {
  it('of a cell is its top where nothing is said', () => {
    expect(styleOf('', table).verticalAlign).toBe('top');
  });

  it.each([
    ['td { vertical-align: super }', table],
    ['td { vertical-align: baseline }', table],
    ['b { vertical-align: middle }', text],
    ['b { vertical-align: top }', text],
    ['img { vertical-align: middle }', text],
    ['img { vertical-align: super }', text],
  ])('does not take what it would not do: %s', (css, body) => {
    expect(faults(`\n${css}`, body)).toEqual([['CSS_VALUE_INVALID', 2]]);
  });

  it.each([
    ['td { vertical-align: bottom }', table],
    ['b { vertical-align: middle; vertical-align: sub }', text],
    ['b { vertical-align: baseline } img { vertical-align: baseline }', text],
  ])('takes %s', (css, body) => {
    expect(faults(css, body)).toEqual([]);
  });
});
