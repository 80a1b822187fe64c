import { describe, expect, it } from 'vitest';
import { parseStyleSheet, styleDocument } from '../../src/style/index.ts';
import { documentOf, problemsOf, styleOf } from './setting.ts';

const faults = (css: string, body: string) =>
  problemsOf(() => styleDocument(documentOf(body), [parseStyleSheet(css, 'style.css')], 10)).map(
    ({ code, place }) => [code, place.line],
  );
const picture = '<img id="x" src="a" alt="">';
const code = '<img src="qr:dial" alt="Dials the helpline">';

describe('text stands upright, and a transform does what it says', () => {
  it.each([
    ['p { transform: rotate(180deg) }', '<p>text</p>'],
    ['p { transform: rotate(.5deg) }', '<p>text</p>'],
    ['p { transform: rotate(-90deg) }', '<p><b>text</b></p>'],
    ['div { transform: rotate(7deg) }', `<div>${picture}<ul><li>text</li></ul></div>`],
    ['b { transform: rotate(7deg) }', '<p>a <b>text</b></p>'],
    ['p { transform: scaleX(-1) }', '<p>text</p>'],
    ['p { transform: scale(2) }', '<p>text</p>'],
    ['p { transform: translateX(1pt) }', '<p>text</p>'],
    ['p { transform: rotate(0deg) scale(1.01) }', '<p>text</p>'],
    ['img { transform: scale(2) }', `<div>${picture}</div>`],
    ['img { transform: scaleX(-1) rotate(9deg) }', `<div>${picture}</div>`],
    ['img { transform: rotate(90deg) }', `<div>${picture}</div>`],
    ['img { transform: scaleX(-1) }', `<div>${code}</div>`],
    ['div { transform: scaleX(-1) }', `<div>${code}</div>`],
    ['div { transform: scale(.5) }', `<div><figure>${code}</figure></div>`],
    ['div { transform: rotate(45deg) }', `<div>${picture}${code}</div>`],
    [':root { --t: rotate(7deg) } p { transform: var(--t) }', '<p>text</p>'],
  ])('%s of %s is refused', (css, body) => {
    expect(faults(`\n${css}`, body)).toEqual([['CSS_VALUE_INVALID', 2]]);
  });

  it.each([
    ['p { transform: rotate(0deg) }', '<p>text</p>'],
    ['p { transform: rotate(0) scale(1) translate(0, 0%) }', '<p>text</p>'],
    ['div { transform: scaleX(-1) }', `<div>${picture}</div>`],
    ['p { transform: rotate(7deg); transform: none }', '<p>text</p>'],
    ['figure { transform: rotate(0deg) scale(1) }', `<figure>${code}</figure>`],
    ['div { transform: rotate(7deg) }', `${code}<p>text</p><div> ${picture}\n</div>`],
    ['i { transform: rotate(7deg) }', '<p>text</p>'],
  ])('%s of %s is taken', (css, body) => {
    expect(faults(css, body)).toEqual([]);
  });

  it('turns a box without text, and mirrors a picture', () => {
    const turned = styleOf(
      '#x { transform: rotate(-90deg) }',
      `<div id="x">${picture.replace('x', 'y')}</div>`,
    );
    expect(turned.transform).toEqual({ kind: 'steps', steps: [{ kind: 'rotate', degrees: -90 }] });
    expect(styleOf('img { transform: scaleX(-1) }', `<p>${picture}</p>`).transform).toEqual({ kind: 'flip' });
  });
});

describe('a transform', () => {
  const transform = (value: string) => styleOf(`#x { transform: ${value} }`, '<div id="x"></div>').transform;

  it('is steps one after the other', () => {
    expect(transform('translate(50%, 1em) rotate(.25turn) scale(2, -50%)')).toEqual({
      kind: 'steps',
      steps: [
        { kind: 'translate', x: { percent: 50 }, y: 10 },
        { kind: 'rotate', degrees: 90 },
        { kind: 'scale', x: 2, y: -0.5 },
      ],
    });
    expect(transform('scaleY(2)')).toEqual({ kind: 'steps', steps: [{ kind: 'scale', x: 1, y: 2 }] });
    expect(transform('translateX(2pt)')).toEqual({
      kind: 'steps',
      steps: [{ kind: 'translate', x: 2, y: 0 }],
    });
  });

  it.each([
    'scale(0)',
    'scale(.049)',
    'scale(20.1)',
    'scale(1, 2, 3)',
    'scale(1 2)',
    'scaleX(1, 2)',
    'translate(1)',
    'translateX(1pt, 2pt)',
    'rotate(9)',
    'rotate(3601deg)',
    'rotate()',
    'skewX(9deg)',
    'matrix(1, 0, 0, 1, 0, 0)',
    'rotate(9deg), scale(2)',
    Array.from({ length: 9 }, () => 'scale(1)').join(' '),
  ])('of %s is refused', (value) => {
    expect(faults(`\ndiv { transform: ${value} }`, '<div></div>')).toEqual([['CSS_VALUE_INVALID', 2]]);
  });
});
