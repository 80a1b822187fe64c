import type { DocumentElement } from '../document/index.ts';
import { Looks } from './fit-looks.ts';
import { Bounds, largestStep, straightOn, type Try, tooHigh } from './fit-search.ts';
import type { Sizes } from './fit-sizes.ts';
import { type Leveled, levelsOf } from './level.ts';
import type { SizedLayout, SizedPart } from './page.ts';
import type { Run } from './runs.ts';
import type { LayoutInput } from './types.ts';

/** Blocks that fill pages of their own, with the step that they are set at. */
export interface Zone {
  readonly blocks: Run;
  readonly size: number;
  /** Steps of air and room, as {@link Sizes.given} counts them. */
  readonly steps: number;
}

/** The part of a page's height that a step of room takes, about. */
const roomShare = 0.035;

/**
 * Those that fit at a size with all its air, with as much room as they have for it.
 * @param fitted a size that they fit at, this or a larger one
 * @param known the room that is tried first; undefined: what they have left
 */
export function roomy(
  sizes: Sizes,
  blocks: Run,
  size: number,
  { fitted, known }: { readonly fitted: number; readonly known: number | undefined },
  input: LayoutInput,
): Zone {
  const { tight, rooms } = sizes;
  const looks = new Looks(blocks, (room) => sizes.given(size, tight + room).layout);
  const each = roomShare * heightOf(input);
  const bounds = new Bounds();
  const free = fitted === size || known === undefined ? sizes.at(fitted).layout.freeOn(blocks) : 0;
  if (fitted === size) bounds.fit({ index: 0, free });
  const first = known ?? Math.floor(free / each);
  const expected = (failed: Try, larger: Try | undefined) => {
    const high = tooHigh(failed, input);
    if (high === undefined) return 0;
    bounds.fail(high);
    return bounds.expected(each) ?? straightOn(high, larger && tooHigh(larger, input), roomShare);
  };
  const beyond = (room: number) => {
    bounds.fit({ index: room, free: looks.freeAt(room) });
    return bounds.expected(each);
  };
  const room = largestStep(
    { least: 1, most: rooms, first: Math.max(1, Math.min(first, rooms)) },
    (index) => looks.overflowsAt(index),
    expected,
    beyond,
  );
  return { blocks, size, steps: tight + room };
}

/** The highest page, pt. */
export function heightOf({ pages }: LayoutInput): number {
  return 'flow' in pages ? pages.flow.height : Math.max(...pages.map(({ height }) => height));
}

/** Air that pages give up at most to have their boxes level with others, in steps; room they give all. */
const mostGiven = 3;

/**
 * The layouts of zones in which the boxes are level that are to be, with somewhat less air where that takes it; boxes that
 * have no room for it all the same stay as they are.
 */
export function onLevels(sizes: Sizes, zones: readonly Zone[]): readonly SizedPart[] {
  const steps = zones.map((zone) => zone.steps);
  const layoutOf = ({ size }: Zone, i: number): SizedLayout => sizes.given(size, steps[i]!).layout;
  /** Names of levels that cannot be reached. */
  const left = new Set<string>();
  const known = new Map<string, readonly Leveled[]>();
  const boxesOf = (zone: Zone, i: number): readonly Leveled[] => {
    const step = `${i} ${steps[i]}`;
    const boxes = known.get(step) ?? layoutOf(zone, i).leveledIn(zone.blocks);
    known.set(step, boxes);
    return boxes.filter(({ name }) => !left.has(name));
  };
  for (;;) {
    const boxes = zones.map(boxesOf);
    const levels = levelsOf(boxes.flat());
    if (levels.size === 0) break;
    const raised = zones.map((_, i) => own(levels, boxes[i]!));
    const parts = zones.map((zone, i) => {
      const layout = layoutOf(zone, i);
      return { blocks: zone.blocks, layout: raised[i]!.size === 0 ? layout : layout.withLevels(raised[i]!) };
    });
    const over = parts.findIndex(
      ({ layout, blocks }, i) => raised[i]!.size > 0 && layout.overflowsOf(blocks).length > 0,
    );
    if (over < 0) return parts;
    if (steps[over]! > Math.max(0, Math.min(sizes.tight, zones[over]!.steps) - mostGiven)) steps[over]!--;
    else {
      steps[over] = zones[over]!.steps;
      for (const { element, name } of boxes[over]!) if (raised[over]!.has(element)) left.add(name);
    }
  }
  return zones.map((zone, i) => ({ blocks: zone.blocks, layout: layoutOf(zone, i) }));
}

/** Those of some levels that are of some boxes. */
function own(
  levels: ReadonlyMap<DocumentElement, number>,
  boxes: readonly Leveled[],
): ReadonlyMap<DocumentElement, number> {
  return new Map(
    boxes.flatMap(({ element }) => {
      const level = levels.get(element);
      return level === undefined ? [] : [[element, level] as const];
    }),
  );
}
