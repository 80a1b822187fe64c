import { type Problem, problem } from '../diagnostics/index.ts';
import { grown, intersects, type Polygon, type Rect, sameColor, sharedPart } from '../geometry/index.ts';
import { type GlyphRun, glyphOutline } from '../text/index.ts';
import { type GlyphInk, glyphInks } from './ink.ts';
import { itemPlace, itemText } from './item-text.ts';
import { areaOf, type Mark, type SurfaceMark, sameLine, type TextMark } from './marks.ts';
import { outlinesMeet } from './meeting.ts';
import { rectToPage, toPage } from './turn.ts';
import type { DisplayList, TextItem } from './types.ts';

/** Edges are rounded to a hundredth of a point: what comes no nearer than this only touches, pt. */
export const TOUCH = 0.02;
/** Height of the rows by which text is found that something may lie over, pt. */
const ROW = 24;
/** Glyphs whose ink does not meet are still in each other's way when their boxes share this part of the smaller one. */
const SHARED_BOX = 0.25;
/** Lines whose baselines are this far apart lie one below the other, em. */
const NEXT_LINE = 0.75;
/**
 * What a glyph may share of its ink with one of the line above or below, in one colour. Tall stacks of marks and deep
 * swashes touch those of the next line also in good setting: in forty languages most share nothing, a Nastaliq swash
 * with the dots below it up to 0.15 of the dots, a Thai or Burmese mark up to 0.1. No letter becomes another by it.
 */
const SHARED_INK = 0.2;

/**
 * `TEXT_COVERED` for text under something that is painted later: a fill, a stroke, a picture, other text. Numbers of
 * helplines have a check of their own. Nothing may meet the box of a glyph's ink, but other writing, which may reach into
 * the box where it does not meet the ink.
 * @param marks all that shows on the page
 */
export function checkCovered(page: DisplayList, marks: readonly Mark[]): Problem[] {
  const problems = new Map<string, Problem>();
  const rows = new Map<number, TextMark[]>();
  for (const mark of marks) {
    const { bounds } = mark.kind === 'text' ? mark : mark.surface;
    for (const text of textsAt(rows, bounds)) {
      if (!intersects(text.bounds, bounds)) continue;
      if (mark.kind === 'text' ? !textsMeet(text, mark) : !isUnder(text, mark)) continue;
      const found = describe(text, mark, page);
      problems.set(JSON.stringify([found.message, found.place]), found);
    }
    if (mark.kind === 'text' && mark.item.number === undefined) enter(rows, mark);
  }
  return [...problems.values()];
}

function enter(rows: Map<number, TextMark[]>, mark: TextMark): void {
  const { y, height } = mark.bounds;
  for (let row = Math.floor(y / ROW); row <= Math.floor((y + height) / ROW); row++) {
    const texts = rows.get(row);
    if (texts === undefined) rows.set(row, [mark]);
    else texts.push(mark);
  }
}

function textsAt(rows: ReadonlyMap<number, readonly TextMark[]>, { y, height }: Rect): Iterable<TextMark> {
  const [first, last] = [Math.floor(y / ROW), Math.floor((y + height) / ROW)];
  if (first === last) return rows.get(first) ?? [];
  const found = new Set<TextMark>();
  for (const [row, texts] of rows) if (row >= first && row <= last) for (const text of texts) found.add(text);
  return found;
}

/** True when a glyph of the text lies under a fill, stroke or picture, or a part of it. */
function isUnder({ item, turns }: TextMark, { surface }: SurfaceMark): boolean {
  const within = turns.length === 0 ? surface.bounds : everywhere;
  return glyphInks(item, within).some(
    ({ box }) => surface.cover(areaOf(grown(box, -TOUCH), turns)) !== 'none',
  );
}

const everywhere: Rect = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 };

/** True when the later text is printed over the earlier one. Numbers are looked at elsewhere. */
function textsMeet(earlier: TextMark, later: TextMark): boolean {
  if (later.item.number !== undefined) return false;
  if (sameLine(earlier, later)) return pairsOnLine(earlier, later);
  const near = (one: TextMark, other: TextMark): GlyphInk[] =>
    glyphInks(one.item, one.turns.length === 0 ? other.bounds : everywhere);
  return inksMeet(near(earlier, later), near(later, earlier), earlier, later);
}

/** Runs in the flow of their line stand beside each other: only what was pulled back over another is in its way. */
function pairsOnLine(earlier: TextMark, later: TextMark): boolean {
  const over = (a: GlyphRun, b: GlyphRun): boolean =>
    Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > TOUCH;
  return earlier.item.runs.some((a) =>
    later.item.runs.some(
      (b) =>
        over(a, b) &&
        inksMeet(
          glyphInks(earlier.item, everywhere, [a]),
          glyphInks(later.item, everywhere, [b]),
          earlier,
          later,
        ),
    ),
  );
}

function inksMeet(
  a: readonly GlyphInk[],
  b: readonly GlyphInk[],
  earlier: TextMark,
  later: TextMark,
): boolean {
  // Within one group boxes lie to each other as they were set; else the boxes around the turned ones tell who may meet.
  const together = earlier.turns === later.turns;
  const below = together && isNextLine(earlier.item, later.item);
  const tolerated = below && sameColor(earlier.item.color, later.item.color) ? SHARED_INK : 0;
  const boxOf = ({ box }: GlyphInk, { turns }: TextMark): Rect => (together ? box : rectToPage(box, turns));
  const boxesB = b.map((other) => boxOf(other, later));
  return a.some((one) => {
    const box = boxOf(one, earlier);
    return b.some((other, i) => {
      if (!intersects(box, boxesB[i]!)) return false;
      if (together && !below && sharedBox(box, boxesB[i]!) >= SHARED_BOX) return true;
      const [ink, otherInk] = [polygonsOf(one, earlier.turns), polygonsOf(other, later.turns)];
      return outlinesMeet(ink, otherInk) && sharedPart(ink, otherInk) >= tolerated;
    });
  });
}

/** True for lines as far apart as those of a paragraph are, by the larger of their sizes. */
function isNextLine(a: TextItem, b: TextItem): boolean {
  const size = Math.max(...a.runs.map((run) => run.size), ...b.runs.map((run) => run.size));
  return Math.abs(a.baseline - b.baseline) >= NEXT_LINE * size;
}

/** How much two boxes share, as a part of the smaller. */
function sharedBox(a: Rect, b: Rect): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return (width * height) / Math.min(a.width * a.height, b.width * b.height);
}

/** The outline of a glyph on the page. */
function polygonsOf({ face, glyph, x, y, scale }: GlyphInk, turns: TextMark['turns']): Polygon[] {
  return glyphOutline(face, glyph)!.polygons.map((polygon) => {
    const points: number[] = [];
    for (let i = 0; i < polygon.length; i += 2) {
      const point = toPage({ x: x + polygon[i]! * scale, y: y - polygon[i + 1]! * scale }, turns);
      points.push(point.x, point.y);
    }
    return points;
  });
}

function describe({ item }: TextMark, mark: Mark, page: DisplayList): Problem {
  const place = itemPlace(item, page);
  if (mark.kind === 'text') {
    const other = itemPlace(mark.item, page);
    const message = `"${itemText(mark.item)}"${toldPlace(other)} is printed over "${itemText(item)}".`;
    const isOneText = JSON.stringify(other) === JSON.stringify(place);
    const hint = isOneText
      ? 'These are lines of one text, too near each other for its letters: leave line-height out, and each language has its own, or say a larger one.'
      : 'Shorten one of them, or move them apart.';
    return problem('TEXT_COVERED', message, place, hint);
  }
  return problem(
    'TEXT_COVERED',
    `${told(mark)} is painted over "${itemText(item)}".`,
    place,
    'Move it away from the text, or put it before the text in the template; letters that reach out of their lines want padding there, or a larger line-height.',
  );
}

/** What lies over a text, in words. */
export function told({ item }: SurfaceMark): string {
  if (item.kind === 'picture') {
    const origin = item.owner.kind === 'content' ? item.owner.node.origin : (item.origin ?? {});
    const what = item.picture.name.endsWith('()') ? 'The ground' : 'The picture';
    return `${what} ${item.picture.name}${toldPlace(origin)}`;
  }
  const what = item.stroke === undefined ? 'A ground or border' : 'A dashed border or a line';
  return `${what}${toldPlace(item.origin ?? {})}`;
}

export function toldPlace({ file, line, key }: { file?: string; line?: number; key?: string }): string {
  if (file === undefined) return '';
  return ` (${[`${file}:${line ?? '?'}`, key].filter((part) => part !== undefined).join(', ')})`;
}
