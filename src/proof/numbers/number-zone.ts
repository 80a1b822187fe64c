import type { Budget } from '../file/budget.ts';
import { type Area, hides, isConvex, meets } from '../page/cover.ts';
import { isDigit } from '../page/font.ts';
import { inkArea, inkedIn, isInkedAt } from '../page/glyph.ts';
import { type Bounds, contains, grown, intersect, touch, unite } from '../page/matrix.ts';
import type { Painted, Piece, Run } from '../page/page-content.ts';
import { indexOf } from '../page/piece-index.ts';
import type { Page } from '../page/read.ts';
import { isLevel } from '../page/writing.ts';
import type { Letter } from '../reading/area.ts';

/**
 * Room around the ink of a number that is its own, as a part of the height of its ink, and never more than so many
 * points. A hair less than what a page is set with, so that rounding does not decide.
 */
const [part, most] = [0.095, 3.9];
/** Room before and after the number, within its height, for what is drawn: of its height half, of a small one all. */
const sideOf = (height: number) => Math.max(0.49 * height, Math.min(0.98 * height, 11.9));

/**
 * What meets a printing of the number or its empty zone, or nothing. Its ground may, painted before and all over it, and
 * the text that it is a part of, `isSameText`, its own signs too: that stands in order around it.
 */
export function zoneFault(
  page: Page,
  printing: readonly Letter[],
  budget: Budget,
  isSameText: (run: Run) => boolean,
): string | undefined {
  const { pieces } = page.content;
  const inked = printing.filter(({ run, index }) => isInkedAt(run, index));
  const [first] = inked;
  if (first === undefined) return undefined;
  let ink: Bounds = inkArea(first.run, first.index).bounds;
  for (const { run, index } of inked) ink = unite(ink, inkArea(run, index).bounds);
  const isUpright = first.run.dy === 0;
  const across = isUpright ? ink[3] - ink[1] : ink[2] - ink[0];
  const area: Area = { bounds: grown(ink, Math.min(part * across, most)) };
  const wide = grown(ink, sideOf(across));
  const beside: Area = {
    bounds: isUpright ? [wide[0], ink[1], wide[2], ink[3]] : [ink[0], wide[1], ink[2], wide[3]],
  };
  let [earliest, latest] = [Infinity, -Infinity];
  for (const { run } of inked) {
    earliest = Math.min(earliest, run.order);
    latest = Math.max(latest, run.order);
  }
  const isNear = (bounds: Bounds) => touch(bounds, area.bounds) || touch(bounds, beside.bounds);
  const around = unite(area.bounds, beside.bounds);
  const near: Painted[] = [];
  for (const piece of pieces)
    for (const painted of indexOf(piece).paint.near(around, budget))
      if (isNear(painted.bounds)) near.push(painted);
  const isMet = (painted: Painted) => meets(painted, area, budget) || meets(painted, beside, budget);
  const isGround = (painted: Painted) => hides(painted, area, budget);
  const ground = near.findLast((painted) => painted.order < earliest && isGround(painted));
  const isMore = (painted: Painted) =>
    isMet(painted) &&
    ground !== undefined &&
    !meets(painted, area, budget) &&
    goesOn(painted, ground, beside.bounds, isUpright);
  const more = near.filter(isMore);
  // What such a ground hides of the room beside the number nobody sees.
  const isUnder = (painted: Painted) =>
    !meets(painted, area, budget) &&
    more.some(
      (over) =>
        over.order > painted.order &&
        contains(grown(seenOf(over), slack), intersect(seenOf(painted), beside.bounds)),
    );
  for (const painted of near)
    if (painted.order > earliest && isMet(painted) && !more.includes(painted))
      return painted.order > latest
        ? 'something is painted over the number'
        : 'something is painted between its digits';
  for (const painted of near.toReversed()) {
    if (painted.order > earliest || !isMet(painted) || more.includes(painted) || isUnder(painted)) continue;
    if (!isGround(painted)) return 'the number does not stand on one plain ground';
    if (hides(painted, beside, budget)) break;
    // A ground may end beside the number; what is cut out of one, or drawn with it, may be read as a digit.
    if (!isConvex(painted)) return 'a ground with a figure in it meets the room beside the number';
  }
  for (const run of textsNear(pieces, around, budget)) {
    if (!isNear(run.ink!) || isSameText(run)) continue;
    const isBeside = isLevel(run, first.run);
    for (const g of inkedIn(run)) {
      const { bounds } = inkArea(run, g);
      if (touch(bounds, isBeside ? ink : area.bounds) || (isDigitAt(run, g) && touch(bounds, beside.bounds)))
        return `"${run.text.trim().slice(0, 40)}" comes too near to the number`;
    }
  }
  return undefined;
}

function* textsNear(pieces: readonly Piece[], around: Bounds, budget: Budget): Generator<Run> {
  for (const piece of pieces) yield* indexOf(piece).texts.near(around, budget);
}

/** How far two grounds may be apart that meet: places are written in thousandths of a point. */
const slack = 0.05;

/**
 * True for a plain ground that goes on where the number's own ends, over all the height of the room beside the number: the next
 * panel on a sheet, or the next piece. In the same colour nobody sees where it begins; in another it has one edge alone, and is a
 * number's height wider than that room, so that it is no figure.
 */
function goesOn(painted: Painted, ground: Painted, beside: Bounds, isUpright: boolean): boolean {
  const isPlain = ({ kind, plain, clip, look, seeThrough }: Painted) =>
    kind === 'fill' && plain && clip.turned.length === 0 && look === undefined && seeThrough !== true;
  if (!isPlain(painted) || !isPlain(ground)) return false;
  const [more, own] = [grown(seenOf(painted), slack), seenOf(ground)];
  if (!touch(more, own)) return false;
  const [start, end, low, high] = isUpright ? [0, 2, 1, 3] : [1, 3, 0, 2];
  if (more[low]! > beside[low]! || more[high]! < beside[high]!) return false;
  if (String(painted.color) === String(ground.color)) return true;
  const height = beside[high]! - beside[low]!;
  return more[end]! >= beside[end]! + height || more[start]! <= beside[start]! - height;
}

const seenOf = ({ bounds, clip }: Painted): Bounds => intersect(bounds, clip.bounds);

const isDigitAt = ({ font, glyphs }: Run, index: number) =>
  (font.kinds[glyphs.codes[index]!]! & isDigit) !== 0;
