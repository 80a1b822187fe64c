import { type Problem, problem } from '../diagnostics/index.ts';
import { intersects, type Rect } from '../geometry/index.ts';
import { inkBounds } from './ink.ts';
import { itemPlace, itemText } from './item-text.ts';
import type { Mark, TextMark } from './marks.ts';
import type { DisplayList } from './types.ts';

/** What stands between digits of a number: blanks and signs of which no reader knows whether a new one begins after them. */
const joining = /^[\s().·•‐-―−/_~*-]*$/u;

/**
 * `HELPLINE_COVERED` for the number of a helpline by itself with another number so near on its line that both are read, and dialled,
 * as one. What a text says of several numbers the guide's check has looked at.
 * @param numbers the numbers of a page, among its `marks`
 */
export function besideProblems(
  page: DisplayList,
  marks: readonly Mark[],
  numbers: readonly TextMark[],
): Problem[] {
  return numbers.flatMap((first) =>
    numbers.flatMap((next) => {
      if (next === first || !(isAlone(first) || isAlone(next)) || !followsOn(first, next, marks)) return [];
      const [a, b] = [itemText(first.item), itemText(next.item)];
      return [
        problem(
          'HELPLINE_COVERED',
          `The numbers ${a} and ${b} stand side by side and are read as one.`,
          itemPlace(isAlone(next) ? next.item : first.item, page),
          'Give each a line of its own, words between them, or more room than their size.',
        ),
      ];
    }),
  );
}

/** Not within a text of the guide. */
const isAlone = ({ item: { number, owner } }: TextMark) =>
  number !== undefined && !(owner.kind === 'content' && owner.node.origin.key !== undefined);

/** Does a number go on where the other ends: level with it, less than its size apart, and no word or comma between? */
function followsOn(first: TextMark, next: TextMark, marks: readonly Mark[]): boolean {
  if (first.turns !== next.turns) return false;
  const [a, b] = [inkBounds(first.item)!, inkBounds(next.item)!];
  const [top, bottom] = [Math.max(a.y, b.y), Math.min(a.y + a.height, b.y + b.height)];
  if (bottom - top < Math.min(a.height, b.height) / 2) return false;
  const from = a.x + a.width;
  const gap = b.x - from;
  const [size, larger] = [sizeOf(first), sizeOf(next)].toSorted((x, y) => x - y) as [number, number];
  if (larger > alike * size) return false;
  // What stands over the other is told as that.
  if (gap < 0 || gap >= widest * size) return false;
  const between: Rect = { x: from, y: top, width: gap, height: bottom - top };
  const signs = marks.filter(
    (mark) =>
      mark !== first &&
      mark !== next &&
      mark.kind === 'text' &&
      mark.turns === first.turns &&
      intersects(inkBounds(mark.item)!, between),
  );
  return signs.length === 0
    ? gap < size
    : signs.every((mark) => mark.kind === 'text' && joining.test(itemText(mark.item)));
}

/** With a sign and blanks around it between them, parts of the size. */
const widest = 2;

/** Beside one of more than so many times its size a number is another: a code shown large before the text that says it. */
const alike = 2;

const sizeOf = ({ item: { runs } }: TextMark) => Math.max(...runs.map(({ size }) => size));
