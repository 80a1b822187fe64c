import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cascade } from '../../src/style/cascade.ts';
import { parseStyleSheet, RuleSet } from '../../src/style/index.ts';
import { documentOf } from './setting.ts';

/** Every way that a selector has to look at an element and around it. */
const selectors = [
  ...[
    '*',
    'p',
    '.a',
    '.b.a',
    '#x',
    ':root',
    '[title]',
    '[data-label=y]',
    '[class="a b"]',
    '[lang]',
    '[dir=rtl]',
  ],
  ...[
    'div p',
    'div > div',
    'p + p',
    'div ~ p',
    '.a + div span',
    'p:first-child',
    ':last-child',
    'p:last-child b',
  ],
  ...[
    ':nth-child(2n)',
    'div:nth-child(3) > p',
    ':lang(ar) p',
    ':dir(rtl)',
    ':not(.a) > p',
    ':is(div, p) + .b',
  ],
  ...[
    'div:last-child + p',
    '.a:not(:first-child) b',
    'div > :nth-child(2) > span ~ b',
    '.a::before',
    'p + p::after',
  ],
];
const ruleOf = (selector: string, i: number) =>
  `${selector} { padding-inline-start: ${i}pt;${selector.includes('::') ? ' content: "·"' : ''} }`;
const sheet = parseStyleSheet(selectors.map(ruleOf).join('\n'), 'style.css');

const attributes = fc.constantFrom(
  '',
  ' class="a"',
  ' class="b a"',
  ' class="a b"',
  ' lang="ar"',
  ' dir="rtl"',
  ' lang="en"',
);
const ofText = fc.constantFrom('', ' data-label="y"', ' data-label="z"', ' class="b"', ' dir="ltr"');
const content = fc.letrec<{ blocks: string; block: string }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 4 }).map((blocks) => blocks.join(' ')),
  block: fc.oneof(
    { maxDepth: 4 },
    fc
      .tuple(attributes, fc.array(fc.tuple(fc.constantFrom('span', 'b'), ofText), { maxLength: 3 }))
      .map(
        ([own, inner]) => `<p${own}>${inner.map(([name, of]) => `<${name}${of}>x</${name}>`).join('')}</p>`,
      ),
    fc.tuple(attributes, tie('blocks')).map(([own, inner]) => `<div${own}>${inner}</div>`),
  ),
}));

/** What is declared for each element of a document, in order, and for what stands beside it. */
function declaredIn(body: string, rules: RuleSet) {
  const document = documentOf(body);
  const { elements, generated } = cascade(document, rules);
  const said = (all: typeof elements) =>
    [...all].map(([{ index }, { declarations, asked }]) => [
      index,
      asked,
      declarations.map(({ declaration }) => declaration),
    ]);
  return [said(elements), said(generated.before), said(generated.after)];
}

describe('what is declared for elements that selectors see alike', () => {
  it('is what is declared for them alone, whichever documents were matched before', () => {
    const shared = new RuleSet([sheet]);
    let known = 0;
    fc.assert(
      fc.property(content.blocks, (body) => {
        const before = shared.countStanding();
        expect(declaredIn(body, shared)).toEqual(declaredIn(body, new RuleSet([sheet])));
        // What is the same is not made twice: only a number was taken here.
        const after = shared.countStanding();
        expect(declaredIn(body, shared)).toEqual(declaredIn(body, new RuleSet([sheet])));
        expect(shared.countStanding()).toBe(after + 1);
        if (after - before > 1) known++;
      }),
      { numRuns: 400 },
    );
    expect(known).toBeGreaterThan(50);
  });

  it('is not what selectors tell apart by what follows an element', () => {
    const rules = new RuleSet([sheet]);
    for (const body of ['<p>x</p>', '<p>x</p><p>x</p>', '<p>x</p>'])
      expect(declaredIn(body, rules)).toEqual(declaredIn(body, new RuleSet([sheet])));
  });

  it('is forgotten where it is too much', () => {
    const rules = new RuleSet([sheet]);
    declaredIn('<p>x</p>', rules);
    const { standing } = rules;
    rules.trim();
    expect(rules.standing).toBe(standing);
    while (rules.countStanding() <= 40_000);
    rules.trim();
    expect(rules.standing).not.toBe(standing);
    expect(declaredIn('<p>x</p>', rules)).toEqual(declaredIn('<p>x</p>', new RuleSet([sheet])));
  });
});
