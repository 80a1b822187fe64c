import type { StyledDocument } from '../style/index.ts';
import { areAlike, partsAlike, type StyledRun } from './fit-like.ts';
import { Looks } from './fit-looks.ts';
import { Bounds, largestStep, straightOn, type Try, tooHigh } from './fit-search.ts';
import { Sizes } from './fit-sizes.ts';
import { heightOf, onLevels, roomy, type Zone } from './fit-zones.ts';
import { isNamed } from './open-page.ts';
import { layoutWhole, type SizedPart } from './page.ts';
import { type Run, runsOf } from './runs.ts';
import type { FitRange, LayoutInput, LayoutResult, Overflow } from './types.ts';

export interface Fitted {
  /** Root font size in pt. */
  readonly rem: number;
  /** `env(air)`: of pages that share no content, the least that one of them has. */
  readonly air: number;
  /** What each of them has, in their order; above 1 by their room. */
  readonly airs: readonly number[];
  readonly result: LayoutResult;
  /** For a fit of nearly the same: where to begin. */
  readonly found: readonly Found[];
  /** All that was laid out, for other documents of the kind. */
  readonly sizes: Sizes;
}

/** Of blocks that fill pages of their own: what was found. */
interface Found {
  readonly run: StyledRun;
  /** The largest step at which they fit, of those up to `bound`; -1: none. */
  readonly fits: number;
  readonly bound: number;
  readonly zone: Zone;
  readonly room: number;
  /** All that was laid out. */
  readonly sizes: Sizes;
}

/**
 * Copyfitting: the largest rem of the range, in its steps, at which everything fits; at the smallest, the most air. It
 * takes for granted that what fits at one size fits at all smaller ones. Pages that share no content are fitted one
 * after the other, each from the size that the ones before it left: all have one rem, and each its own air, or room where
 * it has more than enough; then boxes that are to be level with others are, and the whole is laid out, and counts. When not
 * even the smallest fits, its overflows are told. A pure function of its arguments: what is `known` of nearly the same
 * document saves steps, and changes none. From what was laid out `before` of another one boxes are taken, and nothing of
 * where a search begins: files before this one must not decide that.
 */
export function fit(
  styleAt: (rem: number, air: number) => StyledDocument,
  input: LayoutInput,
  range: FitRange,
  known: readonly Found[] = [],
  before?: Sizes,
): Fitted {
  const sizes = new Sizes(styleAt, input, range);
  if (before !== undefined) sizes.pairWithEarlier(before);
  const fitted = search(sizes, input, known);
  sizes.part();
  return fitted;
}

function search(sizes: Sizes, input: LayoutInput, known: readonly Found[]): Fitted {
  const { tight, last } = sizes;
  const { styled } = sizes.at(last);
  const runs = runsOf(styled, input).map((blocks) => ({ blocks, styled }));
  const likes = runs.map((run, i) => (known[i] && areAlike(known[i].run, run, input) ? known[i] : undefined));
  if (known.length > 0) sizes.pair(known[0]!.sizes, partsAlike(styled, known[0]!.run.styled));
  let size = last;
  const own = new Map<Run, number>();
  const searched: Pick<Found, 'fits' | 'bound'>[] = [];
  for (const i of searchOrder(likes)) {
    const { blocks } = runs[i]!;
    const bound = size;
    const fits = fitsAgain(likes[i], bound) ?? largest(bound, blocks, sizes, input, known[i]?.fits);
    own.set(blocks, Math.max(0, fits));
    size = Math.max(tight, Math.min(size, fits));
    searched[i] = { fits, bound };
  }
  for (;;) {
    const zones = runs.map(({ blocks }, i): Zone => {
      const step = own.get(blocks)!;
      const like = likes[i];
      const steps = like?.zone.size === size && like.zone.steps >= tight ? like.zone.steps : undefined;
      if (step < tight) return { blocks, size: tight, steps: step };
      if (steps !== undefined) return { blocks, size, steps };
      return roomy(sizes, blocks, size, { fitted: step, known: known[i]?.room }, input);
    });
    const parts = onLevels(sizes, zones);
    const result = layoutWhole(parts.length > 0 ? parts : [{ layout: sizes.at(size).layout, blocks: [] }]);
    const airs = zones.map((zone) => sizes.given(zone.size, zone.steps).air);
    const air = Math.min(1, ...airs);
    const found = zones.map((zone, i) => ({
      ...searched[i]!,
      run: runs[i]!,
      zone,
      room: Math.max(0, zone.steps - tight),
      sizes,
    }));
    const fitted: Fitted = { rem: sizes.at(size).rem, air, airs, result, found, sizes };
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

/**
 * The runs in the order in which they are searched: first those that are known not to fit at a larger step, the least of
 * them first; last those of which no more is known than that they fit where others did.
 */
function searchOrder(likes: readonly (Found | undefined)[]): readonly number[] {
  const rank = (like: Found | undefined) => {
    if (like === undefined) return Number.MAX_SAFE_INTEGER;
    return like.fits < like.bound ? like.fits : Number.POSITIVE_INFINITY;
  };
  return [...likes.keys()].sort((a, b) => {
    const [one, other] = [rank(likes[a]), rank(likes[b])];
    return one === other ? a - b : one - other;
  });
}

/** The largest step up to `bound` at which blocks fit of which that is known up to another; undefined: it is not known so far. */
function fitsAgain(like: Found | undefined, bound: number): number | undefined {
  if (like === undefined || (like.fits === like.bound && bound > like.bound)) return undefined;
  return Math.min(like.fits, bound);
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
      ? { rem, air, airs: [air], result, found: [], sizes }
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
  // Of steps of air, and of sizes: a step of one takes other room than a step of the other.
  const [airs, larger] = [new Bounds(), new Bounds()];
  const each = airShare * heightOf(input);
  const looks = new Looks(run, (index) => sizes.at(index).layout);
  const beyond = (index: number): number | undefined => {
    const fitting = { index, free: looks.freeAt(index) };
    if (index <= tight) airs.fit(fitting);
    if (index >= tight) larger.fit(fitting);
    return index < tight ? airs.expected(each) : larger.expected(each);
  };
  const expected = (failed: Try, before: Try | undefined): number => {
    const [high, higher] = [tooHigh(failed, input), before && tooHigh(before, input)];
    if (high !== undefined) {
      const bounds = high.index <= tight ? airs : larger;
      bounds.fail(high);
      const next = bounds.expected(each);
      if (next !== undefined) return next;
    }
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
  return largestStep(
    { least: 0, most: bound, first: Math.min(bound, first) },
    (index) => looks.overflowsAt(index),
    expected,
    beyond,
  );
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
