import type { Guide } from '../content/index.ts';
import { type Problem, problem } from '../diagnostics/index.ts';
import { type Rect, union } from '../geometry/index.ts';
import { type DisplayList, walkItems } from '../paint/index.ts';

/** The words that say for whom a helpline is, above or beside its number. */
const callKey = /^helplines\.([^.]+)\.call$/;

/** So much nearer it must be, pt: lines that follow each other evenly, a number after its call, are no sign. */
const clearly = 2;

/** A call, or a number, where it stands. */
interface Piece {
  readonly name: string;
  readonly rect: Rect;
}

interface PrintedNumber extends Piece {
  /** By itself: one within a text is what that text speaks of. */
  readonly isAlone: boolean;
}

/**
 * The call of one helpline that goes with the number of another, wherever a template or a style put them: who reads it calls somebody
 * else. `HELPLINE_WRONG`. Both are there, whole and as links, and nothing but their places tells which goes with which: it is refused
 * where the call is nearer to that number than to its own, and nearer than the call that is the number's own. That a number is nowhere
 * the proof tells.
 */
export function swappedProblems(pages: readonly DisplayList[], { data, place }: Guide): Problem[] {
  const { helplines } = data;
  if (Object.keys(helplines).length < 2) return [];
  const isSame = (a: string, b: string) => a === b || helplines[a]!.display === helplines[b]!.display;
  const found = pages.map((page) => ({ page, ...piecesOf(page, Object.keys(helplines)) }));
  const isPrinted = (call: Piece) =>
    found.some(({ numbers }) => numbers.some(({ name }) => isSame(name, call.name)));
  return found.flatMap(({ page, calls, numbers }) => {
    const least = (piece: Piece, others: readonly Piece[]) =>
      Math.min(
        ...others.flatMap(({ name, rect }) => (isSame(name, piece.name) ? [apart(piece.rect, rect)] : [])),
      );
    return calls.filter(isPrinted).flatMap((call) => {
      const own = least(call, numbers);
      const other = numbers.find((number) => {
        const distance = apart(call.rect, number.rect);
        return (
          number.isAlone &&
          !isSame(number.name, call.name) &&
          distance + clearly < Math.min(own, least(number, calls))
        );
      });
      if (other === undefined) return [];
      const { display } = helplines[call.name]!;
      return [
        problem(
          'HELPLINE_WRONG',
          `${page.page}: the call of the helpline "${call.name}" stands beside ${helplines[other.name]!.display}, the number of "${other.name}", and not beside its own, ${display}.`,
          { ...place(`helplines.${call.name}.call`), page: page.page },
          'Print each helpline’s number beside its own words, as {{> lines}} does, with more room between two helplines than within one.',
        ),
      ];
    });
  });
}

/** The calls of a page, and its numbers. */
function piecesOf(page: DisplayList, names: readonly string[]) {
  const calls = new Map<unknown, Piece>();
  const numbers: PrintedNumber[] = [];
  walkItems(page, (item) => {
    if (item.kind !== 'text') return;
    const key = item.owner.kind === 'content' ? item.owner.node.origin.key : undefined;
    const called = callKey.exec(key ?? '')?.[1];
    const dialled = item.number?.split('.')[0];
    if (called !== undefined) {
      const before = calls.get(item.paragraph)?.rect ?? item.rect;
      calls.set(item.paragraph, { name: called, rect: union(before, item.rect) });
    }
    if (dialled !== undefined && names.includes(dialled))
      numbers.push({ name: dialled, rect: item.rect, isAlone: key === undefined });
  });
  return { calls: [...calls.values()], numbers };
}

/** Eyes go along a line: what stands on it is nearer than what is above or below, and this than what is aslant, pt. */
const along = 1 / 8;
const aslant = 12;

/** How far a call and a number are from each other, pt, as eyes go from the one to the other. */
function apart(a: Rect, b: Rect): number {
  const across = gap(a.x, a.width, b.x, b.width);
  const down = gap(a.y, a.height, b.y, b.height);
  if (-down >= Math.min(a.height, b.height) / 2) return along * Math.max(0, across);
  return Math.hypot(Math.max(0, across), Math.max(0, down)) + (across < 0 ? 0 : aslant);
}

/** What stands between two stretches, below 0 where they share some. */
const gap = (from: number, size: number, to: number, other: number): number =>
  Math.max(to - (from + size), from - (to + other));
