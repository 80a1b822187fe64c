import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PressError } from '../../src/diagnostics/index.ts';
import { parseDocument } from '../../src/document/index.ts';
import { newOutline } from '../../src/layout/outline.ts';
import { SizedLayout } from '../../src/layout/page.ts';
import { matchStyles, parseStyleSheet, RuleSet } from '../../src/style/index.ts';
import { dumpFragments } from './dump.ts';
import { inputFor } from './setting.ts';

const body = `<div class="a"><section class="b"><h1>Head of it</h1><p class="c">Some words and <em class="d">more words</em> of text</p>
<div class="e"><p>left</p><p class="f">right side</p><img class="g" src="art:20x10" alt=""></div></section>
<ul class="h"><li>one</li><li class="c">two words</li></ul><p class="i">800</p>
<table class="j"><tr><td>cell</td><th class="f">head</th></tr><tr><td class="d">x</td><td>y</td></tr></table>
<div class="k"><span class="d">flexible</span><span>item here</span></div></div>`;
const fixed = `.e { display: grid; grid-template-columns: auto 1fr } .i { text-fit: grow; font-family: number } .k { display: flex } td, th { border: 1pt solid #000 } table { border-collapse: collapse }`;
const values = [
  'padding: calc(1pt + 4pt * VAR)',
  'padding-block: calc(4pt * VAR)',
  'padding-inline: calc(4pt * VAR)',
  'margin-block-start: calc(6pt * VAR)',
  'margin-inline: calc(3pt * VAR)',
  'font-size: calc(8pt + 3pt * VAR)',
  'line-height: calc(10pt + 4pt * VAR)',
  'min-height: calc(30pt * VAR)',
  'max-height: calc(12pt + 9pt * VAR)',
  'width: calc(40pt + 20pt * VAR)',
  'min-width: calc(30pt + 20pt * VAR)',
  'max-width: calc(80pt + 20pt * VAR)',
  'height: calc(20pt + 20pt * VAR)',
  'row-gap: calc(5pt * VAR)',
  'column-gap: calc(5pt * VAR)',
  'grid-template-columns: calc(20pt + 30pt * VAR) 1fr',
  'grid-template-rows: calc(20pt + 30pt * VAR)',
  'border-block-start: calc(1pt + 2pt * VAR) solid #000',
  'letter-spacing: calc(.3pt * VAR)',
  'border-spacing: calc(4pt * VAR)',
];
const rule = fc
  .tuple(fc.constantFrom(...'abcdefghijk'), fc.constantFrom(...values), fc.constantFrom('air', 'room'))
  .map(([name, value, variable]) => `.${name} { ${value.replaceAll('VAR', `env(${variable})`)} }`);
/** What has an outline of its own, or none: cases, numbers of counters, raised words, phrases, pictures. */
const kept = [
  '.d { text-transform: uppercase }',
  '.c { hyphens: auto; width: 40pt }',
  '.f { vertical-align: super }',
  '.d::before { content: "• " }',
  'h1 { counter-increment: n } h1::before { content: counter(n) ". " }',
  '.c { text-fit: grow }',
  '.a { display: grid } .h { order: -1 }',
  '.b { position: relative } .g { position: absolute }',
  '.d { white-space: nowrap; letter-spacing: .3pt }',
  'img { width: 2em }',
];
const sizes = fc.array(fc.constantFrom(7, 10, 13.25, 30), { minLength: 2, maxLength: 4 });
const airs = fc.constantFrom(0.2, 0.5, 0.9, 1.125, 1.5, 2);

const html = `<!doctype html><html lang="en" dir="ltr"><head><title>Case</title></head><body>${body}</body></html>`;

/** Styles of the page at some airs of one size. */
function stylesAt(css: string) {
  const document = parseDocument(html, { file: 'case.html' });
  return matchStyles(document, new RuleSet([parseStyleSheet(css, 'case.css')]));
}

/** The pages, or what is wrong with their styles. */
function outcome(layout: SizedLayout): string {
  try {
    return dumpFragments(layout.whole());
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    return error.problems.map(({ code, message }) => `${code} ${message}`).join('\n');
  }
}

describe('pages of one size that differ in their air and room', () => {
  it('come out the same, whether what they have in common is laid out once or for each', () => {
    fc.assert(
      fc.property(
        fc.array(rule, { minLength: 1, maxLength: 4 }),
        fc.array(airs, { maxLength: 3 }),
        (rules, all) => {
          const css = fixed + rules.join('\n');
          const { at } = stylesAt(css);
          const full = new SizedLayout(at(10, 1), inputFor());
          if (all.length % 2 === 0) outcome(full);
          for (const air of all) {
            const shared = new SizedLayout(at(10, air), inputFor(), full);
            const alone = new SizedLayout(stylesAt(css).at(10, air), inputFor());
            expect(outcome(shared)).toBe(outcome(alone));
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('come out the same at several sizes, whether what is the same at all of them is found once or for each', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 3 }), fc.subarray(kept), sizes, (rules, own, all) => {
        const css = fixed + rules.join('\n') + own.join('\n');
        const { at } = stylesAt(css);
        const outline = newOutline();
        const input = inputFor();
        for (const rem of all) {
          const shared = new SizedLayout(at(rem, 1), input, undefined, outline);
          expect(outcome(shared)).toBe(outcome(new SizedLayout(stylesAt(css).at(rem, 1), inputFor())));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are alike where nothing asks for what they differ in', () => {
    const isAlike = (css: string, air: number) => {
      const styled = stylesAt(css).at(10, air);
      return styled.document.body.children.every(
        (each) => each.kind === 'text' || styled.isAsInFull(each, 'all'),
      );
    };
    expect(isAlike('.c { margin-block: calc(2pt * env(air)) }', 2)).toBe(true);
    expect(isAlike('.c { margin-block: calc(2pt * env(room)) }', 0.5)).toBe(true);
    expect(isAlike('.c { margin-block: calc(2pt * env(air)) }', 0.5)).toBe(false);
    expect(isAlike('.c { margin-block: calc(2pt * env(room)) }', 2)).toBe(false);
  });
});
