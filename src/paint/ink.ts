import { intersects, type Rect, union } from '../geometry/index.ts';
import { type Face, type GlyphRun, type Glyphs, glyphBounds } from '../text/index.ts';
import { itemText } from './item-text.ts';
import type { TextItem } from './types.ts';

/** The ink of one glyph, in the coordinates of its item. */
export interface GlyphInk {
  readonly face: Face;
  readonly glyph: number;
  /** Where the glyph's origin stands, and how large a font unit is, pt. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly box: Rect;
}

/** Bounds of the ink of a run in font units from its beginning, y up. */
interface RunInk {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** Shaped glyphs never change, and belong to one face. */
const runInks = new WeakMap<Glyphs, RunInk>();

function runInk({ face, glyphs }: GlyphRun): RunInk {
  let run = runInks.get(glyphs);
  if (run === undefined) {
    let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
    let pen = 0;
    for (let i = 0; i < glyphs.length; i++) {
      const ink = glyphBounds(face!, glyphs.ids[i]!);
      if (ink !== undefined) {
        const [x, y] = [pen + glyphs.dx[i]!, glyphs.dy[i]!];
        left = Math.min(left, x + ink.left);
        right = Math.max(right, x + ink.right);
        bottom = Math.min(bottom, y + ink.bottom);
        top = Math.max(top, y + ink.top);
      }
      pen += glyphs.advances[i]!;
    }
    run = { left, bottom, right, top };
    runInks.set(glyphs, run);
  }
  return run;
}

/** Bounds of an item's ink, in its own coordinates; undefined when it has none. */
export function inkBounds(item: TextItem): Rect | undefined {
  let bounds: Rect | undefined;
  for (const run of item.runs) {
    if (run.face === undefined) continue;
    const { left, bottom, right, top } = runInk(run);
    if (left > right) continue;
    const scale = run.size / run.face.unitsPerEm;
    const [x, y] = [item.x + run.x + left * scale, item.baseline - top * scale];
    const box = { x, y, width: (right - left) * scale, height: (top - bottom) * scale };
    bounds = bounds === undefined ? box : union(bounds, box);
  }
  return bounds;
}

/** What most letters reach above and below the baseline, as parts of the font size; digits reach less far down. */
const ABOVE = 0.7;
const BELOW = 0.2;
const BELOW_DIGITS = 0.02;

/**
 * Where an item is read, in its own coordinates: its width, and of its height what most letters take. Unlike its ink it
 * does not depend on which digits it shows.
 */
export function coreBox(item: TextItem): Rect {
  const { rect, baseline, runs } = item;
  const size = Math.max(...runs.map((run) => run.size));
  const below = isShort(item) ? BELOW_DIGITS : BELOW;
  return { x: rect.x, y: baseline - ABOVE * size, width: rect.width, height: (ABOVE + below) * size };
}

/** A letter that reaches below the baseline. */
const low = /[^\d\s+./A-Z\-\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffc]/;

/** Digits and capital letters alone, no more than a message tells. */
function isShort(item: TextItem): boolean {
  const { paragraph, start, end } = item;
  // Most texts: the first letters tell, and what is told of them need not be made.
  if (low.test(paragraph.text.slice(start, end))) return false;
  return /^[\d\s+./A-Z-]+$/.test(itemText(item));
}

/** Has an item ink? */
export function hasInk({ runs }: TextItem): boolean {
  return runs.some((run) => {
    if (run.face === undefined) return false;
    const { left, right } = runInk(run);
    return left <= right;
  });
}

/** The ink of a glyph of a run, whose advances before it are `pen`; undefined where it has none. */
function glyphBoxAt(item: TextItem, run: GlyphRun, i: number, pen: number): GlyphInk | undefined {
  const { glyphs } = run;
  const face = run.face!;
  const glyph = glyphs.ids[i]!;
  const ink = glyphBounds(face, glyph);
  if (ink === undefined) return undefined;
  const scale = run.size / face.unitsPerEm;
  const x = item.x + run.x + (pen + glyphs.dx[i]!) * scale;
  const y = item.baseline - glyphs.dy[i]! * scale;
  const box = {
    x: x + ink.left * scale,
    y: y - ink.top * scale,
    width: (ink.right - ink.left) * scale,
    height: (ink.top - ink.bottom) * scale,
  };
  return { face, glyph, x, y, scale, box };
}

/** The glyphs of an item, or of some of its runs, that have ink and whose boxes meet `within`, item coordinates. */
export function glyphInks(item: TextItem, within: Rect, some: readonly GlyphRun[] = item.runs): GlyphInk[] {
  const found: GlyphInk[] = [];
  for (const run of some) {
    const { face, glyphs } = run;
    if (face === undefined) continue;
    let pen = 0;
    for (let i = 0; i < glyphs.length; i++) {
      const ink = glyphBoxAt(item, run, i, pen);
      if (ink !== undefined && intersects(ink.box, within)) found.push(ink);
      pen += glyphs.advances[i]!;
    }
  }
  return found;
}

/** Clusters with less advance than this part of an em are written with those beside them. */
const noAdvance = 0.01;

/**
 * Boxes of the ink of an item's clusters that meet `within`, item coordinates. In a file a cluster is one glyph: what
 * lies between a letter and its mark lies in it.
 */
export function clusterBoxes(item: TextItem, within: Rect): Rect[] {
  return item.runs.flatMap((run) => clustersIn(item, run)).filter((box) => intersects(box, within));
}

function clustersIn(item: TextItem, run: GlyphRun): Rect[] {
  const { face, glyphs } = run;
  if (face === undefined) return [];
  const found: Rect[] = [];
  let joins = false;
  let pen = 0;
  for (let from = 0, to = 0; from < glyphs.length; from = to) {
    const start = pen;
    let box: Rect | undefined;
    for (to = from; to < glyphs.length && glyphs.clusters[to] === glyphs.clusters[from]; to++) {
      const ink = glyphBoxAt(item, run, to, pen)?.box;
      if (ink !== undefined) box = box === undefined ? ink : union(box, ink);
      pen += glyphs.advances[to]!;
    }
    if (box === undefined) continue;
    const isWithout = pen - start < noAdvance * face.unitsPerEm;
    // Those of right-to-left text join what comes after them, as it is seen.
    const before = joins || (isWithout && run.level % 2 === 0) ? found.pop() : undefined;
    found.push(before === undefined ? box : union(before, box));
    joins = isWithout && run.level % 2 === 1;
  }
  return found;
}
