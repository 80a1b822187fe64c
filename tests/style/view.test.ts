import { expect, it } from 'vitest';
import { matchStyles, parseStyleSheet, RuleSet } from '../../src/style/index.ts';
import { documentOf } from './setting.ts';

const css =
  ':root { --w: 20vw } @page a { margin: 10vh 5vw } p { width: var(--w); font-size: 12pt } b { font-size: 2vh }';

it('a hundredth of the first page is that of the page that a document is set on, in one set of rules', () => {
  const rules = new RuleSet([parseStyleSheet(css, 'style.css')]);
  expect(rules.asksForView).toBe(true);
  for (const [width, height] of [
    [200, 300],
    [500, 100],
    [200, 300],
  ] as const) {
    const document = documentOf('<p id="x">text <b id="y">b</b></p>');
    const styled = matchStyles(document, rules, { width, height }).at(10);
    styled.check();
    expect(styled.style(document.ids.get('x')!).width).toBe(width / 5);
    expect(styled.style(document.ids.get('y')!).fontSize).toBe(height / 50);
    expect(styled.page('a').margin.blockStart).toBe(height / 10);
    expect(styled.page('a').margin.inlineStart).toBe(width / 20);
  }
});

it('pages of all sizes share styles that count from none', () => {
  const rules = new RuleSet([parseStyleSheet('p { width: 20% }', 'style.css')]);
  expect(rules.asksForView).toBe(false);
  const [a, b] = [200, 300].map((width) => {
    const document = documentOf('<p id="x">text</p>');
    return matchStyles(document, rules, { width, height: 9 }).at(10).style(document.ids.get('x')!);
  });
  expect(a).toBe(b);
});
