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
    ['text-indent: 2em', /padding-inline-start/],
    ['word-spacing: 2pt', /letter-spacing/],
    ['column-span: all', /before the block/],
    ['font-feature-settings: "ss01"', /its own rules/],
    ['background-attachment: fixed', /background-size/],
    ['color: rgba(0, 0, 0, .5)', /colour of its own/],
    ['color: transparent', /colour of its own/],
    ['width: fit-content', /auto column/],
    ['color: #00000080', /colour of its own/],
    ['color: inherit', /value itself/],
    ['font-weight: unset', /value itself/],
    ['-webkit-font-smoothing: antialiased', /one browser/],
    ['-moz-tab-size: 4', /one browser/],
    ['all: unset', /leave it out/],
    ['break-after: always', /Use page/],
    ['font: italic 700 16px/1.5 "Inter", sans-serif', /no italics/],
    ['background: url(img/logo.png) no-repeat', /template:art/],
    ['grid-row-start: 2', /Use grid-row/],
  ])('%s is told what does it here', (declaration, hint) => {
    const told = problemsOf(() => styleOf(`p { ${declaration} }`));
    expect(told.map((problem) => [problem.place.line, problem.hint])).toEqual([
      [1, expect.stringMatching(hint)],
    ]);
  });

  it.each([
    ['@font-face { font-family: A }', /new font/],
    ['@import url("a.css");', /Write the rules here/],
    ['@supports (display: grid) { p { color: red } }', /always there/],
    ['@layer a { p { color: red } }', /Only @page and @media/],
  ])('%s is told what does it here', (rule, hint) => {
    expect(problemsOf(() => styleOf(rule)).map((problem) => problem.hint)).toEqual([
      expect.stringMatching(hint),
    ]);
  });

  it('a line of another style is told by its style, not by its colour', () => {
    for (const declaration of ['border: 1px dotted red', 'column-rule: 1px double #999'])
      expect(problemsOf(() => styleOf(`p { ${declaration} }`))[0]?.message).toMatch(
        /"(?:dotted|double)" is no style of a line here: solid, dashed or none/,
      );
  });

  it('is not advised against where it is in the vocabulary', () => {
    expect(Object.keys(properties).filter((name) => insteadOf(name) !== undefined)).toEqual([]);
  });
});
