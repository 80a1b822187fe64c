import { describe, expect, it } from 'vitest';
import { parseStyleSheet, styleDocument } from '../../src/style/index.ts';
import { documentOf, problemsOf, styleOf } from './setting.ts';

const problems = (css: string, body = '<p>text</p>') =>
  problemsOf(() => styleDocument(documentOf(body), [parseStyleSheet(css, 'style.css')], 10)).map(
    ({ code }) => code,
  );
const image = (value: string) => styleOf(`#x { background-image: ${value} }`).backgroundImage;
const [red, blue] = [
  [255, 0, 0],
  [0, 0, 255],
];

describe('gradients', () => {
  it('lead down where nothing is said, by an angle in any unit, or to a side or a corner', () => {
    const to = (first: string) => (image(`linear-gradient(${first}red, blue)`) as { to: unknown }).to;
    expect(to('')).toBe(180);
    expect(to('90deg, ')).toBe(90);
    expect(to('.25turn, ')).toBe(90);
    expect(to('100grad, ')).toBe(90);
    expect(to('to right, ')).toEqual([1, 0]);
    expect(to('to left top, ')).toEqual([-1, -1]);
  });

  it('have colours with one place, two, or none', () => {
    expect(image('linear-gradient(red, blue 4pt 1em, 50% red)')).toMatchObject({
      stops: [
        { color: red, at: undefined },
        { color: blue, at: 4 },
        { color: blue, at: 10 },
        { color: red, at: { percent: 50 } },
      ],
    });
  });

  it('are round about a place', () => {
    expect(image('radial-gradient(red, blue)')).toMatchObject({
      kind: 'radial',
      shape: 'ellipse',
      extent: 'farthest-corner',
      at: [{ percent: 50 }, { percent: 50 }],
    });
    expect(image('radial-gradient(closest-side circle at left 4pt, red, blue)')).toMatchObject({
      shape: 'circle',
      extent: 'closest-side',
      at: [{ percent: 0 }, 4],
    });
  });

  it.each([
    'linear-gradient(red)',
    'linear-gradient(to middle, red, blue)',
    'linear-gradient(to left right, red, blue)',
    'linear-gradient(90deg 4pt, red, blue)',
    'linear-gradient(red, 30%, blue)',
    'linear-gradient(red 1% 2% 3%, blue)',
    'linear-gradient(red 1%, 1% blue 2%)',
    'linear-gradient(red, transparent)',
    `linear-gradient(${Array.from({ length: 33 }, () => 'red').join()})`,
    'radial-gradient(square, red, blue)',
    'radial-gradient(circle ellipse, red, blue)',
    'radial-gradient(circle at, red, blue)',
    'repeating-linear-gradient(red, blue)',
    'conic-gradient(red, blue)',
    'url(https://example.org/a.png)',
    'url(file:///etc/passwd)',
    'url(qr:dial)',
    'url(guide:)',
    'red',
  ])('%s is refused', (value) => {
    expect(problems(`p { background-image: ${value} }`)).toEqual(['CSS_VALUE_INVALID']);
  });
});

describe('background', () => {
  it('takes its parts in any order, and sets what is not said to what it was', () => {
    const style = styleOf(
      '#x { background-color: red; background-repeat: no-repeat; background: right 4pt / 50% auto url(guide:a.png) blue repeat-x }',
    );
    expect(style).toMatchObject({
      backgroundColor: blue,
      backgroundImage: { kind: 'picture', source: 'guide:a.png' },
      backgroundPosition: [{ percent: 100 }, 4],
      backgroundSize: [{ percent: 50 }, 'auto'],
      backgroundRepeat: 'repeat-x',
    });
    expect(
      styleOf('#x { background: linear-gradient(red, blue); background: red }').backgroundImage,
    ).toBeUndefined();
    expect(styleOf('#x { background: red; background: transparent }').backgroundColor).toBeUndefined();
    expect(styleOf('#x { background: url(guide:a.png) center / cover }').backgroundSize).toBe('cover');
  });

  it.each([
    'red blue',
    'url(guide:a.png) url(guide:b.png)',
    'url(guide:a.png) / cover',
    'url(guide:a.png) center /',
    'url(guide:a.png) left left left',
    'fixed',
    '1pt',
  ])('%s is refused', (value) => {
    expect(problems(`p { background: ${value} }`)).toEqual(['CSS_VALUE_INVALID']);
  });
});

describe('a ground that would not be what is said is refused', () => {
  it.each([
    ['p { background: linear-gradient(red, blue); background-size: cover }'],
    ['p { background: linear-gradient(red, blue) no-repeat }'],
    ['p { background: url(guide:a.png); border-radius: 4pt }'],
  ])('%s', (css) => {
    expect(problems(css)).toEqual(['CSS_VALUE_INVALID']);
  });

  it('and where there is no box for it', () => {
    const b = '<p>a <b>text</b></p>';
    expect(problems('b { background: linear-gradient(red, blue) }', b)).toEqual(['CSS_VALUE_INVALID']);
    const table = '<table><tbody><tr><th>a</th></tr></tbody></table>';
    expect(problems('tr { background: linear-gradient(red, blue) }', table)).toEqual(['CSS_VALUE_INVALID']);
    expect(problems('th { background: linear-gradient(red, blue) }', table)).toEqual([]);
  });
});

describe('opacity', () => {
  it('is a share from a tenth on', () => {
    expect(styleOf('#x { opacity: 40% }').opacity).toBe(0.4);
    expect(styleOf('#x { opacity: .1 }').opacity).toBe(0.1);
  });

  it.each(['0', '.09', '1.01', '101%', 'none', '1pt', '-1'])('%s is refused', (value) => {
    expect(problems(`p { opacity: ${value} }`)).toEqual(['CSS_VALUE_INVALID']);
  });

  it('is refused of words in a line', () => {
    expect(problems('b { opacity: .5 }', '<p>a <b>text</b></p>')).toEqual(['CSS_VALUE_INVALID']);
  });
});
