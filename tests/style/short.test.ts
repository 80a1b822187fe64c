import { describe, expect, it } from 'vitest';
import { problemsOf, styleOf } from './setting.ts';

describe('colours', () => {
  it.each([
    ['rebeccapurple', [102, 51, 153]],
    ['hsl(120 100% 25%)', [0, 128, 0]],
    ['hsl(-240deg, 100%, 50%)', [0, 255, 0]],
    ['rgb(100% 0% 50%)', [255, 0, 128]],
    ['cmyk(0 0 0 1)', [0, 0, 0]],
    ['cmyk(100% 0% 0% 0%)', [0, 255, 255]],
    ['cmyk(0 .5 1 .2)', [204, 102, 0]],
  ])('%s', (value, wanted) => {
    expect(styleOf(`p { color: ${value} }`).color).toEqual(wanted);
  });

  it.each([
    'hsl(1 2 3)',
    'hsl(0 100% 101%)',
    'cmyk(0 0 0)',
    'cmyk(0 0 0 1.1)',
    'rgb(0 0 256)',
    'rgb(0 0 0 0)',
    'bleu',
    '#ff',
  ])('not %s', (value) => {
    expect(problemsOf(() => styleOf(`p { color: ${value} }`)).map(({ code }) => code)).toEqual([
      'CSS_VALUE_INVALID',
    ]);
  });

  it('in borders and grounds', () => {
    expect(styleOf('p { border: 1pt solid hsl(0 0% 50%) }').border.blockStart.color).toEqual([128, 128, 128]);
    expect(styleOf('p { background: goldenrod }').backgroundColor).toEqual([218, 165, 32]);
    expect(
      styleOf('p { background: goldenrod; background-color: transparent }').backgroundColor,
    ).toBeUndefined();
  });
});

describe('font', () => {
  it.each([
    ['bold 2em/1.2 display', { fontWeight: 700, fontSize: 20, lineHeight: 1.2, fontFamily: 'display' }],
    ['12pt number', { fontWeight: 400, fontSize: 12, lineHeight: 'normal', fontFamily: 'number' }],
    ['400 1.5rem/20pt text', { fontWeight: 400, fontSize: 15, lineHeight: { pt: 20 }, fontFamily: 'text' }],
  ])('%s', (value, wanted) => {
    expect(styleOf(`p { font-weight: 700; line-height: 3; font: ${value} }`)).toMatchObject(wanted);
  });

  it.each(['12pt', 'text', '12pt/ text', '12pt Arial', 'bold bold 12pt text', '12pt/1.2/3 text'])(
    'not %s',
    (value) => {
      expect(problemsOf(() => styleOf(`p { font: ${value} }`)).map(({ code }) => code)).toEqual([
        'CSS_VALUE_INVALID',
      ]);
    },
  );
});

it('counts ch as half an em', () => {
  expect(styleOf('p { font-size: 12pt; width: 40ch }').width).toBe(240);
});

describe('areas of a grid', () => {
  const body = '<div><p id="x">x</p></div>';
  it('are rectangles of names', () => {
    const { parent } = { parent: styleOf('#x { grid-template-areas: "a a ." "b b c" }') };
    expect([...parent.gridTemplateAreas]).toEqual([
      ['a', { row: 0, column: 0, rows: 1, columns: 2 }],
      ['b', { row: 1, column: 0, rows: 1, columns: 2 }],
      ['c', { row: 1, column: 2, rows: 1, columns: 1 }],
    ]);
  });
  it.each(['"a b" "b a"', '"a" "b b"', '"a b" "a a"', 'a', '"1"'])('not %s', (value) => {
    expect(
      problemsOf(() => styleOf(`div { grid-template-areas: ${value} }`, body)).map(({ code }) => code),
    ).toEqual(['CSS_VALUE_INVALID']);
  });
  it('are known to the items that ask for them', () => {
    const css = 'div { display: grid; grid-template-areas: "head" "text" } #x { grid-area: heat }';
    const [problem, ...more] = problemsOf(() => styleOf(css, body));
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: 'CSS_VALUE_INVALID', hint: expect.stringContaining('head') });
    expect(problemsOf(() => styleOf(css.replace('heat', 'head'), body))).toEqual([]);
  });
});

describe('round corners', () => {
  it('begin at the start of both axes and go around', () => {
    expect(styleOf('p { border-radius: 1pt 2% 3pt }').borderRadius).toEqual({
      startStart: 1,
      startEnd: { percent: 2 },
      endEnd: 3,
      endStart: { percent: 2 },
    });
    expect(styleOf('p { border-radius: 1pt; border-end-start-radius: 0 }').borderRadius.endStart).toBe(0);
  });
  it.each([
    ['border: 1pt dashed #000', false],
    ['border-block-end: 1pt solid #000', false],
    ['border: 1pt solid #000; border-inline-end: 1pt solid #111', false],
    ['border: 1pt solid #000', true],
    ['background-color: #eee', true],
  ])('with %s', (css, taken) => {
    const codes = problemsOf(() => styleOf(`p { border-radius: 2pt; ${css} }`)).map(({ code }) => code);
    expect(codes).toEqual(taken ? [] : ['CSS_VALUE_INVALID']);
  });
  it('not of pictures, which are not cut', () => {
    const body = '<p id="x"><img src="a" alt=""></p>';
    expect(problemsOf(() => styleOf('img { border-radius: 2pt }', body))).toHaveLength(1);
  });
});
