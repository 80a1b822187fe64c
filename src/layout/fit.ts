import type { StyledDocument } from '../style/index.ts';
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

/** Guesses before the search falls back to halving, so that it ends soon whatever the content does. */
const guesses = 6;

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
  const guess = ({ index, overflows }: Try, larger: Try | undefined) => {
    const { rem } = sizes.at(index);
    const wanted =
      index >= tight && larger !== undefined && larger.overflows.length === overflows.length
        ? straightOn(
            { rem, by: most(overflows) },
            { rem: sizes.at(larger.index).rem, by: most(larger.overflows) },
          )
        : undefined;
    if (wanted !== undefined) return tight + Math.round((wanted - range.min) / range.step);
    return tight + Math.floor((rem * shrinking(overflows, input) - range.min) / range.step);
  };
  const runs = runsOf(sizes.at(last).styled, input);
  let size = last;
  const own = new Map<Run, number>();
  for (const [i, run] of runs.entries()) {
    const found = largest(size, run, sizes, guess, known[i]?.step);
    own.set(run, Math.max(0, found));
    size = Math.max(tight, Math.min(size, found));
  }
  for (;;) {
    const zones = runs.map((blocks, i): Zone => {
      const step = own.get(blocks)!;
      if (step < tight) return { blocks, size: tight, steps: step };
      // What the size is as small for as it is has little room, if any.
      const first = known[i]?.room ?? (step > size || size === last ? sizes.rooms : 1);
      return roomy(sizes, blocks, size, first);
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

/** A step at which a run had too much. */
interface Try {
  readonly index: number;
  readonly overflows: readonly Overflow[];
}

/** The largest step up to `bound` at which a run fits; -1 when there is none. */
function largest(
  bound: number,
  run: Run,
  sizes: Sizes,
  guess: (failed: Try, larger: Try | undefined) => number,
  first = bound,
): number {
  /** The largest step that is known to fit, and the smallest that is known not to. */
  let [fits, fails] = [-1, bound + 1];
  let failed: Try | undefined;
  for (let tries = 0, next = Math.min(bound, first); fails - fits > 1; tries++) {
    const overflows = sizes.at(next).layout.overflowsOf(run);
    let wanted = next + 1;
    if (overflows.length === 0) fits = next;
    else {
      const larger = failed;
      failed = { index: next, overflows };
      fails = next;
      wanted = guess(failed, larger);
    }
    // Steps of air are few, and none of them says how much text there is.
    if (tries >= guesses || fails <= sizes.tight)
      wanted = tries === 0 && fits === first ? first + 1 : Math.floor((fits + fails) / 2);
    next = Math.min(fails - 1, Math.max(fits + 1, wanted));
  }
  return fits;
}

/** How far the largest of some overflows reaches, pt. */
function most(overflows: readonly Overflow[]): number {
  return Math.max(...overflows.map(({ by }) => by));
}

/** The size at which nothing is too much, were it less and less along a straight line; undefined: it is not less. */
function straightOn(
  small: { readonly rem: number; readonly by: number },
  large: { readonly rem: number; readonly by: number },
): number | undefined {
  if (small.by >= large.by) return undefined;
  return small.rem - (small.by * (large.rem - small.rem)) / (large.by - small.by);
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
