import type { Sheet } from '../../src/imposition/index.ts';

/** A piece of paper between folds: what its two faces show, where it lies, and how it came to lie so. */
interface Panel {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Page and turn of the face that is up, and of the one that is down as it is seen from below. */
  readonly up: Face;
  readonly down: Face;
}

interface Face {
  readonly page: string;
  /** Stands upside down. */
  readonly upside: boolean;
}

export interface Crease {
  /** Across the width at `x`, or down the height at `y`, pt on the open sheet with its inside up. */
  readonly x?: number;
  readonly y?: number;
  readonly part: 'left' | 'right' | 'top' | 'bottom';
  readonly goes: 'over' | 'under';
}

/** What a reader sees of a folded sheet: of each stage from the closed one to the open one, the pages in order. */
export interface Opened {
  readonly front: Face;
  readonly back: Face;
  readonly stages: readonly (readonly Face[])[];
  /** Lies outside once the sheet is open, and was not seen before it is turned over. */
  readonly turnedOver: readonly Face[];
}

/**
 * Folds printed paper: the sheets as they are imposed, their backs against each other by the edge that the printer turns
 * the paper about, then folded at the creases. Independent of how the sheets were made: it knows places only.
 */
export function foldPaper(
  [outside, inside]: readonly [Sheet, Sheet],
  flip: 'sideways' | 'endwise',
  creases: readonly Crease[],
  direction: 'ltr' | 'rtl',
): Opened {
  const open = backToBack(outside, inside, flip);
  const states = [open];
  for (const crease of creases) states.push(fold(states.at(-1)!, crease));
  const closed = states.at(-1)!;
  const front = topOf(closed);
  const seen = new Set([front[0]!.page]);
  const stages: Face[][] = [front];
  // Opening: the last fold first.
  for (const [i, state] of states.slice(0, -1).toReversed().entries()) {
    const next = states[states.length - 3 - i];
    const shown = inReadingOrder(topFaces(state), direction).filter(({ face }) => !seen.has(face.page));
    // What goes away when the paper is opened further is read before what stays.
    const goes = (page: string) =>
      next !== undefined && !topFaces(next).some(({ face }) => face.page === page);
    const ordered = [
      ...shown.filter(({ face }) => goes(face.page)),
      ...shown.filter(({ face }) => !goes(face.page)),
    ];
    for (const { face } of ordered) seen.add(face.page);
    stages.push(ordered.map(({ face }) => face));
  }
  const back = bottomFaces(closed)[0]!.face;
  const turnedOver = inReadingOrder(bottomFaces(open), direction)
    .map(({ face }) => face)
    .filter(({ page }) => !seen.has(page));
  return { front: front[0]!, back, stages, turnedOver };
}

const near = (a: number, b: number) => Math.abs(a - b) < 0.05;

/** The open sheet, inside up. The outside is seen by turning the paper as the printer does. */
function backToBack(outside: Sheet, inside: Sheet, flip: 'sideways' | 'endwise'): Panel[] {
  const { width, height } = inside;
  const boxOf = ({ placements }: Sheet) =>
    placements.map(({ page, x, y, rotate }) => ({
      face: { page: page.page, upside: rotate === 180 },
      left: x,
      top: y,
      right: x + page.width,
      bottom: y + page.height,
    }));
  // Through the paper: a place of the outside as it lies under the inside.
  const under = boxOf(outside).map((box) =>
    flip === 'sideways'
      ? { ...box, left: width - box.right, right: width - box.left }
      : {
          ...box,
          top: height - box.bottom,
          bottom: height - box.top,
          face: { ...box.face, upside: !box.face.upside },
        },
  );
  return boxOf(inside).map(({ face, ...box }) => {
    const behind = under.find(
      (each) =>
        near(each.left, box.left) &&
        near(each.right, box.right) &&
        near(each.top, box.top) &&
        near(each.bottom, box.bottom),
    );
    if (behind === undefined) throw new Error(`nothing lies behind ${face.page}`);
    return { ...box, up: face, down: behind.face };
  });
}

/** The pile from the top down. */
function fold(pile: readonly Panel[], { x, y, part, goes }: Crease): Panel[] {
  const isMoved = ({ left, right, top, bottom }: Panel): boolean => {
    const [middle, line] = x === undefined ? [(top + bottom) / 2, y!] : [(left + right) / 2, x];
    return part === 'left' || part === 'top' ? middle < line : middle > line;
  };
  const moved = pile
    .filter(isMoved)
    .toReversed()
    .map((panel): Panel => {
      const { left, right, top, bottom, up, down } = panel;
      return x === undefined
        ? {
            ...panel,
            top: 2 * y! - bottom,
            bottom: 2 * y! - top,
            up: { ...down, upside: !down.upside },
            down: { ...up, upside: !up.upside },
          }
        : { ...panel, left: 2 * x - right, right: 2 * x - left, up: down, down: up };
    });
  const kept = pile.filter((panel) => !isMoved(panel));
  return goes === 'over' ? [...moved, ...kept] : [...kept, ...moved];
}

interface Seen {
  readonly face: Face;
  readonly left: number;
  readonly top: number;
}

/** What is seen from above: each panel of which the middle is covered by none. */
function topFaces(pile: readonly Panel[]): Seen[] {
  return pile.flatMap((panel, i) =>
    pile.slice(0, i).some((above) => covers(above, panel))
      ? []
      : [{ face: panel.up, left: panel.left, top: panel.top }],
  );
}

/** And from below, the pile turned over sideways. */
function bottomFaces(pile: readonly Panel[]): Seen[] {
  return pile.flatMap((panel, i) =>
    pile.slice(i + 1).some((below) => covers(below, panel))
      ? []
      : [{ face: panel.down, left: -panel.right, top: panel.top }],
  );
}

function covers(one: Panel, other: Panel): boolean {
  const [x, y] = [(other.left + other.right) / 2, (other.top + other.bottom) / 2];
  return one.left < x && x < one.right && one.top < y && y < one.bottom;
}

function topOf(pile: readonly Panel[]): Face[] {
  const faces = topFaces(pile);
  if (faces.length !== 1) throw new Error('the paper is not folded to one panel');
  return faces.map(({ face }) => face);
}

function inReadingOrder(faces: readonly Seen[], direction: 'ltr' | 'rtl'): Seen[] {
  const way = direction === 'ltr' ? 1 : -1;
  return faces.toSorted((a, b) => (near(a.top, b.top) ? way * (a.left - b.left) : a.top - b.top));
}
