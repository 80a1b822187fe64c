import type { StyledDocument } from '../style/index.ts';
import { largestStep, straightOn, type Try, tooHigh } from './fit-search.ts';
import { Sizes } from './fit-sizes.ts';
import { onLevels, roomy, type Zone } from './fit-zones.ts';
import { isNamed } from './open-page.ts';
import { layoutWhole, type SizedPart } from './page.ts';
import { type Run, runsOf } from './runs.ts';
import type { FitRange, LayoutInput, LayoutResult, Overflow } from './types.ts';

export interface Fitted {
  /** Root font size in pt. */
  readonly rem: number;
  /** `env(air)`: of pages that share no content, the least that one of them has. */
  readonly air: number;
  readonly result: LayoutResult;
  /** For a fit of nearly the same: where to begin. */
  readonly found: readonly Found[];
}

/** Of blocks that fill pages of their own: the step that they fit at, and their room. */
interface Found {
  readonly step: number;
  readonly room: number;
}

/**
 * Copyfitting: the largest rem of the range, in its steps, at which everything fits; at the smallest, the most air. It
 * takes for granted that what fits at one size fits at all smaller ones. Pages that share no content are fitted one
 * after the other, each from the size that the ones before it left: all have one rem, and each its own air, or room where
 * it has more than enough; then boxes that are to be level with others are, and the whole is laid out, and counts. When not
 * even the smallest fits, its overflows are told. A pure function of its arguments: what is `known` of nearly the same
 * document saves steps, and changes none.
 */
export function fit(
  styleAt: (rem: number, air: number) => StyledDocument,
  input: LayoutInput,
  range: FitRange,
  known: readonly Found[] = [],
): Fitted {
  const sizes = new Sizes(styleAt, input, range);
  const { tight, last } = sizes;
  const runs = runsOf(sizes.at(last).styled, input);
  let size = last;
  const own = new Map<Run, number>();
  /** Those that were too much at the size that the ones before left them. */
  const bounding = new Set<Run>();
  for (const [i, run] of runs.entries()) {
    const found = largest(size, run, sizes, input, known[i]?.step);
    own.set(run, Math.max(0, found));
    if (found < size) bounding.add(run);
    size = Math.max(tight, Math.min(size, found));
  }
  for (;;) {
    const zones = runs.map((blocks, i): Zone => {
      const step = own.get(blocks)!;
      if (step < tight) return { blocks, size: tight, steps: step };
      // What the size is as small for as it is has little room, if any.
      const isLarger = step > size || !bounding.has(blocks);
      return roomy(sizes, blocks, size, known[i]?.room ?? (isLarger ? sizes.rooms : 1), input);
    });
    const parts = onLevels(sizes, zones);
    const result = layoutWhole(parts.length > 0 ? parts : [{ layout: sizes.at(size).layout, blocks: [] }]);
    const air = Math.min(1, ...zones.map((zone) => sizes.given(zone.size, zone.steps).air));
    const found = zones.map(({ blocks, steps }) => ({
      step: own.get(blocks)!,
      room: Math.max(0, steps - tight),
    }));
    const fitted: Fitted = { rem: sizes.at(size).rem, air, result, found };
    if (result.overflows.length === 0)
      return isNearlyEmpty(result, input) ? (takenIn(result, size, sizes) ?? fitted) : fitted;
    if (size > tight) {
      size--;
      continue;
    }
    const over = zones.filter(({ blocks, steps }) => steps > 0 && isOver(parts, blocks, result));
    if (over.length === 0) return fitted;
    for (const { blocks } of over) own.set(blocks, Math.min(own.get(blocks)!, tight) - 1);
  }
}

/** Whether some blocks are on a page that has too much. */
function isOver(
  parts: readonly SizedPart[],
  blocks: Run,
  { overflows }: Pick<LayoutResult, 'overflows'>,
): boolean {
  const { styled } = parts.find((part) => part.blocks === blocks)!.layout.context;
  return overflows.some(({ page }) => blocks.some((block) => isNamed(page, styled.style(block).page)));
}

/** A last page that is not filled so far is taken in where a smaller size does that. */
const nearlyEmpty = 0.5;

/** Of pages that flow: whether the last of several holds little. */
function isNearlyEmpty({ pages, overflows }: LayoutResult, input: LayoutInput): boolean {
  const last = pages.at(-1);
  if (!('flow' in input.pages) || overflows.length > 0 || pages.length < 2 || last === undefined)
    return false;
  const bottom = last.children
    .filter(({ role }) => role === 'content')
    .reduce((most, { rect }) => Math.max(most, rect.y + rect.height), 0);
  return bottom < nearlyEmpty * last.height;
}

/** The largest step below one at which there are fewer pages; undefined where not even the smallest has fewer. */
function takenIn({ pages }: LayoutResult, below: number, sizes: Sizes): Fitted | undefined {
  const fewer = (index: number): Fitted | undefined => {
    const { rem, air, layout } = sizes.at(index);
    const result = layout.whole();
    return result.overflows.length === 0 && result.pages.length < pages.length
      ? { rem, air, result, found: [] }
      : undefined;
  };
  const smallest = below > 0 ? fewer(0) : undefined;
  if (smallest === undefined) return undefined;
  for (let index = below - 1; index > 0; index--) {
    const found = fewer(index);
    if (found !== undefined) return found;
  }
  return smallest;
}

/** The part of a page's height that a step of air takes, about. */
const airShare = 0.022;

/** The largest step up to `bound` at which a run fits; -1 when there is none. */
function largest(bound: number, run: Run, sizes: Sizes, input: LayoutInput, first = bound): number {
  const { tight } = sizes;
  const expected = (failed: Try, larger: Try | undefined): number => {
    const [high, higher] = [tooHigh(failed, input), larger && tooHigh(larger, input)];
    if (high !== undefined && failed.index <= tight)
      return straightOn(high, higher && higher.index <= tight ? higher : undefined, airShare);
    const scaled = sizes.scaled(failed.index, shrinking(failed.overflows, input));
    if (high === undefined) return scaled;
    const wanted = higher === undefined || higher.by <= high.by ? scaled : straightOn(high, higher, 0);
    if (wanted >= tight) return wanted;
    // What the smallest size leaves too much, air gives.
    const left = (high.by * (tight - wanted)) / (failed.index - wanted);
    return straightOn({ ...high, index: tight, by: left }, undefined, airShare);
  };
  const overflowsAt = (index: number) => sizes.at(index).layout.overflowsOf(run);
  return largestStep({ least: 0, most: bound, first: Math.min(bound, first) }, overflowsAt, expected);
}

/** By how much text must shrink so that what is too large now would fill its pages. */
function shrinking(overflows: readonly Overflow[], { pages }: LayoutInput): number {
  let scale = 1;
  for (const { page, by, axis } of overflows) {
    const box = 'flow' in pages ? pages.flow : pages.find(({ name }) => name === page);
    if (box === undefined) continue;
    scale = Math.min(
      scale,
      axis === 'block' ? Math.sqrt(box.height / (box.height + by)) : box.width / (box.width + by),
    );
  }
  return scale;
}
