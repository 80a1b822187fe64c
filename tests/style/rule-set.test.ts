import { describe, expect, it } from 'vitest';
import { elementsOf } from '../../src/document/index.ts';
import { matchStyles, parseStyleSheet, RuleSet } from '../../src/style/index.ts';
import { documentOf, problemsOf } from './setting.ts';

const rulesOf = (css: string) => new RuleSet([parseStyleSheet(css, 'style.css')]);

describe('what the rules of some sheets made of one document', () => {
  const css = ':root { --gap: 2rem } p { padding: var(--gap) } .a p { --gap: 1em } @page { margin: 1rem }';
  const bodies = [
    '<p>one</p>',
    '<div class="a"><p>two</p><p>three</p></div>',
    '<p>four</p><div class="a"><p>5</p></div>',
  ];

  it.each(bodies)('serves the next, which gets the styles that it would get alone: %s', (body) => {
    const rules = rulesOf(css);
    for (const other of bodies) matchStyles(documentOf(other), rules).at(12, 0.5).check();
    const document = documentOf(body);
    const [shared, alone] = [rules, rulesOf(css)].map((set) => matchStyles(document, set).at(12, 0.5));
    for (const element of elementsOf(document.root))
      expect(shared!.style(element)).toEqual(alone!.style(element));
    expect(shared!.page('x')).toEqual(alone!.page('x'));
  });

  it('is one style for elements of two documents, and another at another size, or air where it asks for that', () => {
    const [asking, plain] = [rulesOf('p { padding: calc(1pt * env(air)) }'), rulesOf(css)];
    const styleAt = (rem: number, air: number, rules = asking) => {
      const document = documentOf('<p id="x">text</p>');
      return matchStyles(document, rules).at(rem, air).style(document.ids.get('x')!);
    };
    expect(styleAt(12, 1)).toBe(styleAt(12, 1));
    expect(styleAt(13, 1)).not.toBe(styleAt(12, 1));
    expect(styleAt(12, 0.5)).not.toBe(styleAt(12, 1));
    expect(styleAt(12, 1.5)).toBe(styleAt(12, 1));
    expect(styleAt(12, 0.5, plain)).toBe(styleAt(12, 1, plain));
  });

  it('is forgotten where a custom property is unknown: it is told of every document', () => {
    const rules = rulesOf('p { width: var(--none) }');
    const told = () => problemsOf(() => matchStyles(documentOf('<p>text</p>'), rules));
    expect(told().map(({ code }) => code)).toEqual(['CSS_VARIABLE_UNKNOWN']);
    expect(told()).toEqual(told());
  });

  it.each([
    [
      'at one place of an element',
      '.a span { padding: 1pt }',
      '<p><span>x</span></p>',
      '<p class="a"><span>x</span></p>',
    ],
    [
      'in a document with a fault of its own',
      'p { padding: 1pt } em { margin: 1pt }',
      '<p>x</p>',
      '<p>x <em>y</em></p>',
    ],
    [
      'of a picture beside words',
      'img { margin: -1pt }',
      '<img src="a:b" alt="">',
      '<p>x <img src="a:b" alt=""></p>',
    ],
    ['of turned text, not of a box', 'div { transform: rotate(4deg) }', '<div></div>', '<div>x</div>'],
  ])('does not hide what is wrong %s', (_, css, sound, faulty) => {
    const rules = rulesOf(css);
    const told = (body: string) =>
      problemsOf(() => matchStyles(documentOf(body), rules).at(12).check()).map(({ code }) => code);
    for (const body of [sound, faulty, sound, faulty])
      expect(told(body)).toEqual(body === sound ? [] : ['CSS_VALUE_INVALID']);
  });

  it('does not hide a value that is wrong at one size, which was tried before and not checked', () => {
    const rules = rulesOf('p { width: 4000rem }');
    const matched = () => matchStyles(documentOf('<p id="x">text</p>'), rules);
    matched().at(12).check();
    const tried = matched().at(30);
    for (const element of elementsOf(tried.document.root)) tried.style(element);
    expect(problemsOf(() => matched().at(30).check()).map(({ code }) => code)).toEqual(['CSS_VALUE_INVALID']);
  });
});
