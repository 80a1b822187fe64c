import { describe, expect, it } from 'vitest';
import { matchStyles, parseStyleSheet, RuleSet } from '../../src/style/index.ts';
import { documentOf, problemsOf } from './setting.ts';

const css = `p { color: rgb(1, 2, 3) }
  #a { margin-block-start: 1rem; margin-block-end: 7pt }
  #b { font-size: 20pt; padding-inline-start: 2em }
  #c { border: 1pt solid }
  #d { margin-block-start: calc(10pt * env(air)) }
  #e { --gap: calc(2rem + 1pt); column-gap: var(--gap); row-gap: 3pt }`;
const document = documentOf('abcde'.replace(/./g, '<p id="$&">text</p>'));
const sheet = parseStyleSheet(css, 'style.css');

/** What the sheet says at one size, of one matching that other sizes were asked of before or not. */
function said(styles: ReturnType<typeof matchStyles>, rem: number, air: number) {
  const styled = styles.at(rem, air);
  const of = (id: string) => styled.style(document.ids.get(id)!);
  return {
    rem: of('a').margin.blockStart,
    plain: of('a').margin.blockEnd,
    em: of('b').padding.inlineStart,
    color: of('c').border.blockStart.color,
    air: of('d').margin.blockStart,
    variable: of('e').columnGap,
    row: of('e').rowGap,
  };
}

describe('one matching of selectors', () => {
  it('gives at each size what counts from it, and elsewhere the same', () => {
    const styles = matchStyles(document, new RuleSet([sheet]));
    for (const [rem, air] of [
      [10, 1],
      [12.5, 1],
      [10, 0.4],
      [10, 1],
    ] as const)
      expect(said(styles, rem, air)).toEqual({
        rem,
        plain: 7,
        em: 40,
        color: [1, 2, 3],
        air: 10 * air,
        variable: 2 * rem + 1,
        row: 3,
      });
  });

  it('tells what is wrong at a size when it is checked, all of it, and not before', () => {
    // Each holds at 10 pt, and not at 1000.
    const wide = parseStyleSheet(
      '#a { font-size: 1.5rem } #b { font-size: 3rem } #c { font-size: 2.5rem }',
      'wide.css',
    );
    const styles = matchStyles(document, new RuleSet([wide]));
    styles.at(10).check();
    const large = styles.at(1000);
    expect(large.style(document.ids.get('b')!).fontWeight).toBe(400);
    expect(
      problemsOf(() => large.check()).map(({ code, message }) => [code, /"(.*?)"/.exec(message)?.[1]]),
    ).toEqual([
      ['CSS_VALUE_INVALID', '3rem'],
      ['CSS_VALUE_INVALID', '2.5rem'],
    ]);
  });
});
