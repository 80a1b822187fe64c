import type { Budget, Worked } from '../file/budget.ts';
import { isWithin, meets } from '../page/cover.ts';
import { inkArea, inkedIn } from '../page/glyph.ts';
import { areApart, type Bounds, contains } from '../page/matrix.ts';
import type { Painted, Piece, Run } from '../page/page-content.ts';
import { indexOf } from '../page/piece-index.ts';
import type { PlaceIndex } from '../page/place-index.ts';
import type { Document, Page } from '../page/read.ts';
import { runsOverItself, writtenOver } from '../page/writing.ts';
import type { Check } from '../types.ts';
import { count, verdict } from './verdict.ts';

/** Ink may stick out of its page or clip by rounding, pt. */
const rounding = 0.5;

/** What is wrong with a piece by itself. */
export interface Within {
  readonly covered: readonly string[];
  readonly cut: readonly string[];
}

/** What a piece paints over an earlier one. */
export interface Over {
  readonly earlier: Piece;
  readonly faults: Worked<readonly string[]>;
}

/** Promise 0: nothing that is painted later meets the ink of a glyph, and all ink is on its page. */
export function checkCovered(document: Document): Check[] {
  const { file } = document;
  const covered: string[] = [];
  const cut: string[] = [];
  let looked = 0;
  document.pages.forEach((page, i) => {
    const { pieces } = page.content;
    for (const piece of pieces) looked += indexOf(piece).inked;
    pieces.forEach((later, j) => {
      const own = within(later, page, file.budget);
      cut.push(...own.cut.map((fault) => `page ${i + 1}: ${fault}`));
      covered.push(...own.covered.map((fault) => `page ${i + 1}: ${fault}`));
      for (const [at, earlier] of pieces.slice(0, j).entries())
        covered.push(...between(earlier, at, later, file.budget).map((f) => `page ${i + 1}: ${f}`));
    });
  });
  const all = count(looked, 'piece');
  return [
    verdict('TEXT_COVERED', covered, looked, `Nothing is painted over any of ${all} of text.`),
    verdict('TEXT_OVERFLOW', cut, looked, `All ink of ${all} of text is on its page, unclipped.`),
  ];
}

const quoted = ({ text }: Run) => `"${text.trim().slice(0, 40)}"`;

function within(piece: Piece, page: Page, budget: Budget): Within {
  if (piece.found.within !== undefined) return budget.again(piece.found.within);
  piece.found.within = budget.measure(() => {
    const covered = overlaps(piece, piece, budget);
    const cut: string[] = [];
    for (const run of piece.runs) {
      if (run.ink === undefined) continue;
      if (isCut(page, run)) cut.push(`${quoted(run)} is cut off`);
      if (runsOverItself(run, budget)) covered.push(`${quoted(run)} runs over itself`);
    }
    return { covered, cut };
  });
  return piece.found.within.value;
}

/** `at` is the place of the earlier one on its page. */
function between(earlier: Piece, at: number, later: Piece, budget: Budget): readonly string[] {
  const { ink } = earlier;
  const apart = [later.ink, later.paint].every(
    (bounds) => bounds === undefined || ink === undefined || areApart(bounds, ink),
  );
  if (apart) return [];
  later.found.over ??= [];
  const known = later.found.over[at];
  if (known?.earlier === earlier) return budget.again(known.faults);
  const faults = budget.measure(() => overlaps(earlier, later, budget));
  later.found.over[at] = { earlier, faults };
  return faults.value;
}

/** What a later piece, or the rest of the same, paints over the text of an earlier one. */
function overlaps(earlier: Piece, later: Piece, budget: Budget): string[] {
  const found: string[] = [];
  const { paint } = indexOf(later);
  const { texts } = indexOf(earlier);
  if (later.painted.length > 0)
    for (const run of earlier.runs)
      if (run.ink !== undefined && isUnder(run, paint, budget)) found.push(`${quoted(run)} is painted over`);
  for (const run of later.runs) {
    if (run.ink === undefined) continue;
    for (const other of texts.near(run.ink, budget))
      if (other.order < run.order && writtenOver(run, other, budget))
        found.push(`${quoted(run)} is written over ${quoted(other)}`);
  }
  return found;
}

/** Does any of its ink lie off the page, or outside of what it is clipped to? */
function isCut({ width, height }: Page, run: Run): boolean {
  const sheet: Bounds = [-rounding, -rounding, width + rounding, height + rounding];
  if (!contains(sheet, run.ink!)) return true;
  const { bounds, turned } = run.clip;
  if (turned.length === 0 && contains(bounds, run.ink!)) return false;
  for (const g of inkedIn(run)) if (!isWithin(inkArea(run, g), run.clip, rounding)) return true;
  return false;
}

/** Does something that is painted later meet the ink of one of its glyphs? */
function isUnder(run: Run, paint: PlaceIndex<Painted>, budget: Budget): boolean {
  const over = paint.near(run.ink!, budget).filter((p) => p.order > run.order);
  if (over.length === 0) return false;
  for (const g of inkedIn(run)) {
    const area = inkArea(run, g);
    if (over.some((painted) => meets(painted, area, budget))) return true;
  }
  return false;
}
