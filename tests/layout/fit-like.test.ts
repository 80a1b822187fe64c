import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/index.ts';
import { areAlike } from '../../src/layout/fit-like.ts';
import { fit as copyfit, layoutDocument, type PageBox, type PageFragment } from '../../src/layout/index.ts';
import { runsOf } from '../../src/layout/runs.ts';
import { matchStyles, parseStyleSheet, RuleSet } from '../../src/style/index.ts';
import { dumpFragments } from './dump.ts';
import { inputFor } from './setting.ts';

const css = `.front { page: front } .in { page: in; break-before: page } .high { height: 100% }
.in, .front { display: grid; align-content: start; grid-template-rows: auto auto minmax(0, 1fr) }
.gap { height: calc(3pt + 22pt * env(air)) } .grows { min-height: calc(4pt + 30pt * env(room)) }
p { line-height: 1.5 } img { width: 100%; height: 100%; object-fit: contain }`;
const names = ['front', 'in-1', 'in-2', 'in-3'];
const pages: PageBox[] = names.map((name) => ({ name, width: 100, height: 100 }));
const range = { min: 8, max: 12, step: 0.5, air: 0.4, room: 0.5 };
const [airSteps, roomSteps] = [6, 4];

interface Panel {
  readonly lines: number;
  readonly isHigh: boolean;
  readonly picture: boolean;
}

const panelHtml = (name: string, { lines, isHigh, picture }: Panel) =>
  `<div class="${name}${isHigh ? ' high' : ''}"><div class="gap"></div><div class="grows"><p>${Array.from({ length: lines }, () => 'x').join('<br>')}</p></div>${picture ? '<img src="art:10x5" alt="">' : ''}</div>`;
const html = ([front, ...others]: readonly Panel[]) =>
  `<!doctype html><html lang="en" dir="ltr"><head><title>Case</title></head><body>${panelHtml('front', front!)}${others.map((each) => panelHtml('in', each)).join('')}</body></html>`;
const stylesOf = (panels: readonly Panel[], rules = new RuleSet([parseStyleSheet(css, 'case.css')])) =>
  matchStyles(parseDocument(html(panels), { file: 'case.html' }), rules).at;
const input = { ...inputFor(), pages };

/** Every step tried, from the largest: what a search must find. */
function everyStepTried(panels: readonly Panel[]): { rem: number; shown: string } {
  const at = stylesOf(panels);
  const stepOf = (index: number): [number, number] => [
    range.min + Math.max(0, index - airSteps) * range.step,
    index < airSteps ? range.air + (0.6 * index) / airSteps : 1,
  ];
  const laid = (rem: number, air: number) => layoutDocument(at(rem, air), input);
  const isIn = (page: string, run: string) => page.startsWith(run);
  const fits = (rem: number, air: number, run: string) =>
    laid(rem, air).overflows.every(({ page }) => !isIn(page, run));
  const runs = ['front', 'in'];
  const most = airSteps + 8;
  const own = runs.map((run) => {
    let index = most;
    while (index > 0 && !fits(...stepOf(index), run)) index--;
    return index;
  });
  const size = Math.max(airSteps, Math.min(...own));
  const [rem] = stepOf(size);
  const shown = runs.flatMap((run, i) => {
    let room = own[i]! < airSteps ? 0 : roomSteps;
    while (room > 0 && !fits(rem, 1 + room / 8, run)) room--;
    const air = own[i]! < airSteps ? stepOf(own[i]!)[1] : 1 + room / 8;
    return laid(rem, air).pages.filter(({ name }) => isIn(name, run));
  });
  return { rem, shown: dumpOf(shown) };
}

const dumpOf = (all: readonly PageFragment[]) =>
  dumpFragments({ pages: all, overflows: [], missing: [], stacked: [] });

const panel = fc.record({
  lines: fc.integer({ min: 1, max: 6 }),
  isHigh: fc.boolean(),
  picture: fc.boolean(),
});
const panels = fc.array(panel, { minLength: 4, maxLength: 4 });

describe('a search for a size', () => {
  it('finds what trying every step finds, whichever pages it leaves out and wherever it begins', () => {
    fc.assert(
      fc.property(panels, panels, (all, others) => {
        const rules = new RuleSet([parseStyleSheet(css, 'case.css')]);
        const alone = copyfit(stylesOf(all), input, range);
        const before = copyfit(stylesOf([all[0]!, ...others.slice(1)], rules), input, range);
        const after = copyfit(stylesOf(all, rules), input, range, before.found);
        const again = copyfit(stylesOf(all, rules), input, range, alone.found);
        for (const { rem, air, result } of [after, again]) {
          expect({ rem, air }).toEqual({ rem: alone.rem, air: alone.air });
          expect(dumpFragments(result)).toBe(dumpFragments(alone.result));
        }
        if (alone.result.overflows.length > 0) return;
        const { rem, shown } = everyStepTried(all);
        expect(alone.rem).toBe(rem);
        expect(dumpOf(alone.result.pages)).toBe(shown);
      }),
      { numRuns: 20 },
    );
  });
});

describe('pages of two documents', () => {
  const plain: Panel = { lines: 2, isHigh: true, picture: true };
  const rules = new RuleSet([parseStyleSheet(`${css} .odd p { color: #123 }`, 'case.css')]);
  const runOf = (source: string, own = rules) => {
    const styled = matchStyles(parseDocument(source, { file: 'case.html' }), own).at(10);
    return { styled, blocks: runsOf(styled, input).find(([block]) => block!.classes.includes('in'))! };
  };
  const page = html([plain, plain, plain]);
  const alike = (a: string, b: string) => areAlike(runOf(a), runOf(b), input);

  it('are alike where they say the same in the same styles, whatever the other pages say', () => {
    expect(alike(page, page)).toBe(true);
    expect(alike(page, html([{ ...plain, lines: 5 }, plain, plain]))).toBe(true);
  });

  it.each([
    ['other words', page.replace(/x(?=<br>x<\/p><\/div><img src="art:10x5" alt=""><\/div><\/body>)/, 'y')],
    ['a picture less', html([plain, plain, { ...plain, picture: false }])],
    ['another picture', page.replace(/art:10x5(?=" alt=""><\/div><\/body>)/, 'art:5x10')],
    ['a page more', html([plain, plain, plain, plain])],
    ['another style', page.replaceAll('class="in', 'class="odd in')],
    ['another language', page.replaceAll('class="in', 'lang="es" class="in')],
    ['another direction', page.replaceAll('class="in', 'dir="rtl" class="in')],
    [
      'another direction around',
      page.replace('dir="ltr"', 'dir="rtl"').replaceAll('class="in', 'dir="ltr" class="in'),
    ],
  ])('are not alike with %s', (_, other) => {
    expect(other).not.toBe(page);
    expect(alike(page, other)).toBe(false);
    expect(alike(other, page)).toBe(false);
  });

  it('are not known to be alike by rules that share nothing', () => {
    expect(areAlike(runOf(page), runOf(page, new RuleSet([parseStyleSheet(css, 'case.css')])), input)).toBe(
      false,
    );
  });
});
