import { describe, expect, it } from 'vitest';
import { parseStyleSheet, styleDocument } from '../../src/style/index.ts';
import { documentOf, problemsOf } from './setting.ts';

const faults = (css: string, body: string) =>
  problemsOf(() => styleDocument(documentOf(body), [parseStyleSheet(css, 'style.css')], 10)).map(
    ({ code, place }) => [code, place.line],
  );
const text = '<p>Call <img src="a" alt=""> <b id="x">now</b></p>';

describe('a box in a line', () => {
  it.each([
    ['img { margin: -1pt }', text],
    ['img { margin-inline-start: -420pt }', text],
    ['img { margin-inline-end: -.1pt }', text],
    ['img { margin-inline-end: -1% }', text],
    ['img { margin-inline: 1pt -1pt }', text],
    ['img { margin-block-end: -1pt }', text],
    ['img { margin-inline-start: calc(1pt - 1rem) }', text],
    ['img { margin-inline-start: calc(1pt - env(air) * 2pt) }', text],
    ['img { margin-inline-start: -1em; position: relative }', text],
    [':root { --m: -1pt } img { margin-inline-end: var(--m) }', text],
    ['b { margin-inline-start: -1pt }', text],
    ['img { margin-inline-start: -1pt }', '<div>Call <img src="a" alt=""></div>'],
    ['img { margin-inline-start: -1pt }', '<div><img src="a" alt=""> <b>now</b></div>'],
    ['img { margin-inline-start: -1pt }', '<div><p>a</p><img src="a" alt="">now<p>a</p></div>'],
    ['b { padding: 1pt }', text],
    ['b { padding-inline-start: 1% }', text],
    ['b { margin: 1pt }', text],
    ['b { border: 1pt solid #000 }', text],
    ['b { border-block-end: 1pt solid #000 }', text],
    ['b { background-color: #fff }', text],
  ])('does not take %s', (css, body) => {
    expect(faults(`\n${css}`, body)).toEqual([['CSS_VALUE_INVALID', 2]]);
  });

  it.each([
    ['img { margin: 0 1pt }', text],
    ['img { margin-inline-start: 0pt; margin-inline-end: auto; padding: 1pt; border: 1pt solid #000 }', text],
    ['img { margin-inline-start: -1pt; margin-inline-start: 1pt }', text],
    ['b { margin: 0; padding: 0; border: 0; background-color: transparent }', text],
    ['b { border: none; color: #123; font-size: 2em; font-family: number }', text],
    ['p { display: grid } img { margin: -1pt } b { margin: -1pt; padding: 1pt }', text],
    ['img { display: block; margin: -1pt }', text],
    ['b { display: block; margin: -1pt; background-color: #fff }', text],
    ['img { position: absolute; margin: -1pt }', text],
    ['b { position: absolute; background-color: #fff }', text],
    ['b { position: running(band); background-color: #fff }', text],
    ['img { margin: -1pt }', '<div><p>a</p> <img src="a" alt=""> <img src="b" alt=""> <p>a</p></div>'],
    ['img { margin: -1pt }', '<div>a<p>a</p><img src="a" alt=""><p>b</p>b</div>'],
    ['p { margin: -1pt; background-color: #fff }', text],
    ['div { display: inline; margin: -1pt }', '<div>a</div>'],
  ])('does not stand in the way of %s', (css, body) => {
    expect(faults(css, body)).toEqual([]);
  });

  it('is told at the declaration that decides', () => {
    const css =
      'img { margin: -1pt }\nimg { margin-block: 0 }\np img { margin-inline: -2pt }\nimg { color: #000 }';
    const [problem] = problemsOf(() =>
      styleDocument(documentOf(text), [parseStyleSheet(css, 'style.css')], 10),
    );
    expect(problem).toMatchObject({
      place: { line: 3 },
      message: expect.stringContaining('<img> in a line'),
    });
  });
});
