import type { Budget } from './budget.ts';
import { isWithin, meets } from './cover.ts';
import { inkArea, inkedIn } from './glyph.ts';
import { type Bounds, contains, touch } from './matrix.ts';
import type { Glyphs, Painted, Run } from './page-content.ts';
import { BandIndex } from './paint-index.ts';
import type { Document, Page } from './read.ts';
import type { Check } from './types.ts';
import { count, verdict } from './verdict.ts';
import { runsOverItself, writtenOver } from './writing.ts';

/** Ink may stick out of its page or clip by rounding, pt. */
const rounding = 0.5;

/** Promise 0: nothing that is painted later meets the ink of a glyph, and all ink is on its page. */
export function checkCovered(document: Document): Check[] {
  const { budget } = document.file;
  const covered: string[] = [];
  const cut: string[] = [];
  let looked = 0;
  document.pages.forEach((page, i) => {
    const { glyphs, runs } = page.content;
    const earlier = new BandIndex<Run>(page.height, budget);
    for (const run of runs) {
      if (run.ink === undefined) continue;
      looked++;
      const place = `page ${i + 1}: "${beginning(run)}"`;
      if (isCut(page, run)) cut.push(`${place} is cut off`);
      if (isUnder(glyphs, run, page.paint, budget)) covered.push(`${place} is painted over`);
      if (runsOverItself(glyphs, run, budget)) covered.push(`${place} runs over itself`);
      for (const other of earlier.near(run.ink))
        if (writtenOver(glyphs, run, other, budget))
          covered.push(`${place} is written over "${beginning(other)}"`);
      earlier.add(run, run.ink);
    }
  });
  const pieces = count(looked, 'piece');
  return [
    verdict('TEXT_COVERED', covered, looked, `Nothing is painted over any of ${pieces} of text.`),
    verdict('TEXT_OVERFLOW', cut, looked, `All ink of ${pieces} of text is on its page, unclipped.`),
  ];
}

const beginning = ({ text }: Run) => text.trim().slice(0, 40);

/** Does any of its ink lie off the page, or outside of what it is clipped to? */
function isCut({ width, height, content }: Page, run: Run): boolean {
  const sheet: Bounds = [-rounding, -rounding, width + rounding, height + rounding];
  if (!contains(sheet, run.ink!)) return true;
  const { bounds, turned } = run.clip;
  if (turned.length === 0 && contains(bounds, run.ink!)) return false;
  for (const g of inkedIn(content.glyphs, run))
    if (!isWithin(inkArea(content.glyphs, run, g), run.clip, rounding)) return true;
  return false;
}

/** Does something that is painted later meet the ink of one of its glyphs? */
function isUnder(glyphs: Glyphs, run: Run, paint: BandIndex<Painted>, budget: Budget): boolean {
  const over = paint.near(run.ink!).filter((p) => p.order > run.order && touch(p.bounds, run.ink!));
  if (over.length === 0) return false;
  for (const g of inkedIn(glyphs, run)) {
    const area = inkArea(glyphs, run, g);
    if (over.some((painted) => meets(painted, area, budget))) return true;
  }
  return false;
}
