import { type Budget, costs } from '../file/budget.ts';
import { inkArea, inkedIn } from '../page/glyph.ts';
import { type Bounds, touch } from '../page/matrix.ts';
import { indexOf } from '../page/piece-index.ts';
import type { Page } from '../page/read.ts';
import { isIn, type Letter } from '../reading/area.ts';
import type { Expectation } from '../types.ts';
import type { NumberPrinting } from './number-printings.ts';

/** Signs after which nobody knows whether a new number begins. */
const joining = /^[\s().·•‐-―−/_~*-]*$/u;

/** So far apart are two numbers without a sign between them, and so far at most with one, parts of the smaller's size. */
const [wide, widest] = [0.99, 1.99];
/** Beside one of more than so many times its size a number is another. */
const alike = 2;

/**
 * Numbers of which one goes on where the other ends, and is read with it: level with it, near, and with no word or comma between.
 * What texts say side by side is the guide's.
 */
export function besideFaults(
  printings: readonly NumberPrinting[],
  { sheets }: Expectation,
  budget: Budget,
): string[] {
  const lines = new Map<string, NumberPrinting[]>();
  for (const printing of printings) {
    const [first] = printing.letters;
    if (first === undefined || printing.isDivided) continue;
    const { dx, dy, glyphs } = first.run;
    const [x, y] = [glyphs.xs[first.index]!, glyphs.ys[first.index]!];
    // On a sheet the numbers of two panels may stand side by side: a fold or a cut is between them.
    const area = sheets[printing.sheet]?.areas.findIndex((each) => isIn(each, x, y));
    const line = `${printing.sheet} ${area} ${dx} ${dy}`;
    const known = lines.get(line);
    if (known === undefined) lines.set(line, [printing]);
    else known.push(printing);
  }
  return [...lines.values()].flatMap((line) => {
    const placed = line.map((printing) => ({ printing, ...stretchOf(printing.letters) }));
    placed.sort((a, b) => a.from - b.from);
    return placed.flatMap((first, at) => {
      const limit = widest * first.size;
      for (let i = at + 1; i < placed.length && placed[i]!.from < first.to + limit; i++) {
        budget.spend(costs.test);
        const next = placed[i]!;
        if (first.printing.isInText && next.printing.isInText) continue;
        if (!followsOn(first, next, budget)) continue;
        const { number, place } = first.printing;
        return [
          `${place}: ${number.display} and ${next.printing.number.display} stand side by side as one number`,
        ];
      }
      return [];
    });
  });
}

/** A number along its line and across it. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly level: number;
  readonly size: number;
}

function stretchOf(letters: readonly Letter[]): Stretch {
  const { dx, dy } = letters[0]!.run;
  let [from, to, size] = [Infinity, -Infinity, Infinity];
  let level = 0;
  for (const { run, index, advance } of letters) {
    const [x, y] = [run.glyphs.xs[index]!, run.glyphs.ys[index]!];
    const at = dx * x + dy * y;
    from = Math.min(from, at);
    to = Math.max(to, at + advance);
    size = Math.min(size, run.size);
    level = dx * y - dy * x;
  }
  return { from, to, level, size };
}

type Placed = Stretch & { readonly printing: NumberPrinting };

function followsOn(first: Placed, next: Placed, budget: Budget): boolean {
  const size = Math.min(first.size, next.size);
  if (Math.max(first.size, next.size) > alike * size) return false;
  const gap = next.from - first.to;
  if (Math.abs(first.level - next.level) > 0.35 * size || gap < 0 || gap >= widest * size) return false;
  const { page, letters } = first.printing;
  const [{ run }] = letters as [Letter];
  // Pages are read from their top down: what is above the line is before it.
  const [low, high] = [first.level - 0.05 * size, first.level - 0.6 * size];
  const corner = (along: number, across: number) => [
    run.dx * along - run.dy * across,
    run.dy * along + run.dx * across,
  ];
  const [[ax, ay], [bx, by]] = [corner(first.to, low), corner(next.from, high)] as [number[], number[]];
  const between: Bounds = [Math.min(ax!, bx!), Math.min(ay!, by!), Math.max(ax!, bx!), Math.max(ay!, by!)];
  const own = new Set(
    [...letters, ...next.printing.letters].map((letter) => `${letter.run.order} ${letter.index}`),
  );
  const signs = signsIn(page, between, own, budget);
  return signs === '' ? gap < wide * size : joining.test(signs);
}

/** What is written there by others than these. */
function signsIn(page: Page, area: Bounds, own: ReadonlySet<string>, budget: Budget): string {
  let signs = '';
  for (const piece of page.content.pieces)
    for (const run of indexOf(piece).texts.near(area, budget))
      for (const at of inkedIn(run))
        if (touch(inkArea(run, at).bounds, area) && !own.has(`${run.order} ${at}`))
          signs += run.font.shown[run.glyphs.codes[at]!]!;
  return signs;
}
