import { describe, expect, it } from 'vitest';
import { problemsOf, styleOf } from './setting.ts';

const codes = (css: string, body?: string) => problemsOf(() => styleOf(css, body)).map(({ code }) => code);

describe('letter-spacing', () => {
  it('is a length that is inherited as such', () => {
    expect(
      styleOf(
        'div { font-size: 20pt; letter-spacing: .05em } p { font-size: 15pt }',
        '<div><p id="x">x</p></div>',
      ).letterSpacing,
    ).toBe(1);
  });
  it.each([
    ['.08em', true],
    ['.081em', false],
    ['-.02em', true],
    ['-.021em', false],
    ['normal', true],
    ['1pt', false],
    ['5%', false],
  ])('%s', (value, taken) => {
    expect(codes(`p { letter-spacing: ${value} }`)).toEqual(taken ? [] : ['CSS_VALUE_INVALID']);
  });
  it('is told where it was said when it is too much for letters that are smaller', () => {
    const [problem] = problemsOf(() =>
      styleOf(
        'div { font-size: 20pt; letter-spacing: 1pt }\np { font-size: 10pt }',
        '<div><p id="x">x</p></div>',
      ),
    );
    expect(problem).toMatchObject({ code: 'CSS_VALUE_INVALID', place: { line: 1 } });
    expect(problem!.message).toContain('<p>');
  });
});
