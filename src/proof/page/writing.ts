import { type Budget, costs } from '../file/budget.ts';
import { advanceOf, inkArea, inkedIn, textAt } from './glyph.ts';
import { inkOnPage, inksMeet, sharedPart } from './ink.ts';
import { type Bounds, intersect, touch } from './matrix.ts';
import type { Run } from './page-content.ts';

/** Baselines nearer than this are one, pt. */
const oneLine = 0.5;
/** Glyphs of one line are set beside each other: what their advances share by kerning, em. */
const kerning = 0.08;
/** Lines so far apart lie one below the other, parts of the larger size. */
const nextLine = 0.75;
/** What a glyph may share of its ink with one of the next line in its colour: deep swashes meet tall marks. */
const sharedInk = 0.2;
/** So much of its ink, at most, a letter shares with the one beside it that it touches. */
const touched = 0.01;
/** Glyphs whose ink does not meet are still in each other's way when their boxes share so much of the smaller. */
const sharedBox = 0.25;

/** Do glyphs of one run, moved back, lie over those before them? */
export function runsOverItself(run: Run, budget: Budget): boolean {
  let last = -1;
  let end = Number.NEGATIVE_INFINITY;
  for (const g of inkedIn(run)) {
    const start = along(run, g);
    const next = start + advanceOf(run, g);
    if (end - start > kerning * run.size && meet(run, last, run, g, budget) && !isTouch(run, last, g))
      return true;
    if (next > end) [end, last] = [next, g];
  }
  return false;
}

/** Letters that touch, as a tight face has a T and the circumflex beside it. Digits are whole and by themselves. */
function isTouch(run: Run, g: number, h: number): boolean {
  if (/\p{N}/u.test(textAt(run, g) + textAt(run, h))) return false;
  return sharedPart(inkOnPage(run, g), inkOnPage(run, h)) < touched;
}

/** Is a later run written over an earlier one? Both have ink. */
export function writtenOver(later: Run, earlier: Run, budget: Budget): boolean {
  if (!touch(later.ink!, earlier.ink!)) return false;
  const allowed = kerning * Math.min(later.size, earlier.size);
  const level = isLevel(later, earlier);
  if (level && shared(extentOf(later), extentOf(earlier)) <= allowed) return false;
  const below = isNextLine(later, earlier);
  const tolerated = below && sameColor(later, earlier) ? sharedInk : 0;
  const within = intersect(later.ink!, earlier.ink!);
  const over = reaching(later, within);
  const under = reaching(earlier, within);
  budget.spend(
    (later.end - later.first + earlier.end - earlier.first + over.length * under.length) * costs.test,
  );
  return over.some(({ glyph: g, bounds: a }) =>
    under.some(({ glyph: h, bounds: b }) => {
      if (!touch(a, b)) return false;
      if (level && shared(advance(later, g), advance(earlier, h)) <= allowed) return false;
      if (!level && !below && boxesShare(a, b) >= sharedBox) return true;
      if (!meet(later, g, earlier, h, budget)) return false;
      return tolerated === 0 || sharedPart(inkOnPage(later, g), inkOnPage(earlier, h)) >= tolerated;
    }),
  );
}

/** Glyphs whose ink may come into bounds. */
function reaching(run: Run, within: Bounds): { glyph: number; bounds: Bounds }[] {
  return [...inkedIn(run)]
    .map((glyph) => ({ glyph, bounds: inkArea(run, glyph).bounds }))
    .filter(({ bounds }) => touch(bounds, within));
}

function meet(a: Run, g: number, b: Run, h: number, budget: Budget): boolean {
  return inksMeet(inkOnPage(a, g), inkOnPage(b, h), budget);
}

const along = ({ glyphs, dx, dy }: Run, g: number) => dx * glyphs.xs[g]! + dy * glyphs.ys[g]!;
const depth = ({ glyphs, dx, dy }: Run, g: number) => dx * glyphs.ys[g]! - dy * glyphs.xs[g]!;
const sameDirection = (a: Run, b: Run) => Math.abs(a.dx - b.dx) < 1e-3 && Math.abs(a.dy - b.dy) < 1e-3;
const sameColor = (a: Run, b: Run) => a.color.every((part, i) => part === b.color[i]);

/** How far apart two baselines are, pt. */
function apart(a: Run, b: Run): number {
  return Math.abs(depth(a, a.first) - depth(b, b.first));
}

/** Two runs on one baseline? */
export function isLevel(a: Run, b: Run): boolean {
  return sameDirection(a, b) && apart(a, b) < oneLine;
}

function isNextLine(a: Run, b: Run): boolean {
  return sameDirection(a, b) && apart(a, b) >= nextLine * Math.max(a.size, b.size);
}

type Extent = readonly [from: number, to: number];

/** Where a glyph begins and ends along its line. */
function advance(run: Run, g: number): Extent {
  const start = along(run, g);
  return [start, start + advanceOf(run, g)];
}

function extentOf(run: Run): Extent {
  let [from, to] = [Infinity, -Infinity];
  for (let g = run.first; g < run.end; g++) {
    const [start, end] = advance(run, g);
    from = Math.min(from, start);
    to = Math.max(to, end);
  }
  return [from, to];
}

const shared = ([a0, a1]: Extent, [b0, b1]: Extent) => Math.min(a1, b1) - Math.max(a0, b0);

/** How much two boxes share, as a part of the smaller. */
function boxesShare(a: Bounds, b: Bounds): number {
  const [left, top, right, bottom] = intersect(a, b);
  const area = ([l, t, r, d]: Bounds) => (r - l) * (d - t);
  return ((right - left) * (bottom - top)) / Math.max(1e-9, Math.min(area(a), area(b)));
}
