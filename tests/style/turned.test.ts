import { describe, expect, it } from 'vitest';
import { parseStyleSheet, styleDocument } from '../../src/style/index.ts';
import { documentOf, problemsOf, styleOf } from './setting.ts';

const faults = (css: string, body: string) =>
  problemsOf(() => styleDocument(documentOf(body), [parseStyleSheet(css, 'style.css')], 10)).map(
    ({ code, place }) => [code, place.line],
  );
const picture = '<img id="x" src="a" alt="">';

describe('text stands upright, and a transform does what it says', () => {
  it.each([
    ['p { transform: rotate(180deg) }', '<p>text</p>'],
    ['p { transform: rotate(.5deg) }', '<p>text</p>'],
    ['p { transform: rotate(-90deg) }', '<p><b>text</b></p>'],
    ['div { transform: rotate(7deg) }', `<div>${picture}<ul><li>text</li></ul></div>`],
    ['b { transform: rotate(7deg) }', '<p>a <b>text</b></p>'],
    ['p { transform: scaleX(-1) }', '<p>text</p>'],
    ['div { transform: scaleX(-1) }', `<div>${picture}</div>`],
    ['p { transform: scaleX(-1) }', '<p></p>'],
    ['img { transform: rotate(90deg) }', `<div>${picture}</div>`],
    [':root { --t: rotate(7deg) } p { transform: var(--t) }', '<p>text</p>'],
  ])('%s of %s is refused', (css, body) => {
    expect(faults(`\n${css}`, body)).toEqual([['CSS_VALUE_INVALID', 2]]);
  });

  it.each([
    ['p { transform: rotate(0deg) }', '<p>text</p>'],
    ['p { transform: rotate(7deg); transform: none }', '<p>text</p>'],
    ['div { transform: rotate(7deg) }', `<p>text</p><div> ${picture}\n</div>`],
    ['i { transform: rotate(7deg) }', '<p>text</p>'],
  ])('%s of %s is taken', (css, body) => {
    expect(faults(css, body)).toEqual([]);
  });

  it('turns a box without text, and mirrors a picture', () => {
    const turned = styleOf(
      '#x { transform: rotate(-90deg) }',
      `<div id="x">${picture.replace('x', 'y')}</div>`,
    );
    expect(turned.transform).toEqual({ kind: 'rotate', degrees: -90 });
    expect(styleOf('img { transform: scaleX(-1) }', `<p>${picture}</p>`).transform).toEqual({ kind: 'flip' });
  });
});
