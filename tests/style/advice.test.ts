import { describe, expect, it } from 'vitest';
import { insteadOf } from '../../src/style/advice.ts';
import { properties } from '../../src/style/properties.ts';
import { problemsOf, styleOf } from './setting.ts';

/** Who knows CSS is told what does here what they wrote, with its line, and not the first twelve names of a list. */
describe('what is not in the vocabulary', () => {
  it.each([
    ['box-sizing: border-box', /content-box/],
    ['box-shadow: 0 2px 4px black', /border or a ground/],
    ['float: left', /grid or flex/],
    ['overflow: hidden', /object-fit: cover/],
    ['z-index: 2', /later in the template/],
    ['font-style: italic', /no italics/],
    ['list-style: none', /list-style-type/],
    ['border-color: red', /border: 1pt/],
    ['page-break-after: always', /break-after/],
    ['justify-items: center', /justify-self/],
    ['border-bottom: 1pt solid red', /border-block-end/],
    ['colr: red', /Did you mean "color"/],
    ['flex-direction: column', /grid-template-rows/],
    ['font-family: text, sans-serif', /without a list/],
    ['text-align: left', /start or end/],
    ['text-align: justify', /holes/],
    ['display: inline-block', /grid or a flex row/],
    ['position: fixed', /running\(name\)/],
  ])('%s is told what does it here', (declaration, hint) => {
    const told = problemsOf(() => styleOf(`p { ${declaration} }`));
    expect(told.map((problem) => [problem.place.line, problem.hint])).toEqual([
      [1, expect.stringMatching(hint)],
    ]);
  });

  it('is not advised against where it is in the vocabulary', () => {
    expect(Object.keys(properties).filter((name) => insteadOf(name) !== undefined)).toEqual([]);
  });
});
