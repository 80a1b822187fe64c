import { type Budget, costs } from '../file/budget.ts';
import { grown, touch } from '../page/matrix.ts';
import type { Painted, Run } from '../page/page-content.ts';
import type { Document, Page } from '../page/read.ts';
import { frameOf, type PageArea } from '../reading/area.ts';
import type { Check, Expectation } from '../types.ts';
import { isAlike, isRun, rounding, seenOf } from './same-things.ts';
import { count, verdict } from './verdict.ts';

/** What reaches so little into an area is its neighbour's, or a mark on its edge, pt. */
const edge = 0.5;

/** An area of a page with all that is painted in it, in order. */
interface Shown {
  readonly area: PageArea;
  readonly things: readonly (Run | Painted)[];
}

/**
 * Where a page stands several times on a sheet, each copy shows what the first one shows, mark by mark, and nothing else:
 * nobody hears a copy, and whoever is handed one has no other. Nothing where no page has copies.
 */
export function checkCopies(document: Document, { sheets }: Expectation): Check[] {
  if (!sheets.some(({ areas }) => areas.some(({ copy }) => copy === true))) return [];
  const { budget } = document.file;
  const firsts = new Map<string, Shown>();
  const wrong: string[] = [];
  let looked = 0;
  sheets.forEach(({ areas }, i) => {
    const page = document.pages[i];
    if (page === undefined) return;
    for (const area of areas) {
      if (area.copy !== true) {
        firsts.set(area.page, { area, things: thingsIn(page, area, budget) });
        continue;
      }
      looked++;
      const first = firsts.get(area.page);
      const fault =
        first === undefined
          ? 'there is no page that it is a copy of'
          : difference(first, { area, things: thingsIn(page, area, budget) }, budget);
      if (fault !== undefined) wrong.push(`copy ${looked} of ${area.page} on sheet ${i + 1}: ${fault}`);
    }
  });
  return [
    verdict(
      'COPY_OTHER',
      wrong,
      looked,
      looked === 1
        ? 'A copy shows what the first one shows.'
        : `${looked} copies show what the first one shows.`,
    ),
  ];
}

/** Does the first letter of a run stand well within an area? */
export function beginsIn({ glyphs, first, end }: Run, { x, y, width, height }: PageArea): boolean {
  if (first >= end) return false;
  const [px, py] = [glyphs.xs[first]!, glyphs.ys[first]!];
  return px > x + edge && py > y + edge && px < x + width - edge && py < y + height - edge;
}

function thingsIn({ content }: Page, area: PageArea, budget: Budget): (Run | Painted)[] {
  const within = grown([area.x, area.y, area.x + area.width, area.y + area.height], -edge);
  const isHere = (thing: Run | Painted) => {
    budget.spend(costs.test);
    return touch(seenOf(thing), within) || (isRun(thing) && beginsIn(thing, area));
  };
  return [...content.runs.filter(isHere), ...content.painted.filter(isHere)].sort(
    (a, b) => a.order - b.order,
  );
}

function difference(first: Shown, copy: Shown, budget: Budget): string | undefined {
  if (first.things.length !== copy.things.length)
    return `it has ${count(copy.things.length, 'thing')} where the first has ${first.things.length}`;
  const frames = [frameOf(first.area), frameOf(copy.area)] as const;
  const isNear = (ax: number, ay: number, bx: number, by: number): boolean => {
    const [a, b] = [frames[0](ax, ay), frames[1](bx, by)];
    return Math.abs(a[0] - b[0]) <= rounding && Math.abs(a[1] - b[1]) <= rounding;
  };
  const at = first.things.findIndex((thing, i) => !isAlike(thing, copy.things[i]!, isNear, budget));
  if (at < 0) return undefined;
  const [a, b] = [first.things[at]!, copy.things[at]!];
  if (isRun(a) && isRun(b) && a.text !== b.text) return `"${b.text}" stands where the first has "${a.text}"`;
  return `${isRun(b) ? `"${b.text}"` : `a ${b.kind}`} looks or stands otherwise than in the first`;
}
