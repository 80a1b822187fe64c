import { type Problem, problem } from '../diagnostics/index.ts';
import { type DocumentElement, elements } from '../document/index.ts';
import { grown, intersects, type Rect } from '../geometry/index.ts';
import { told, toldPlace } from './covered.ts';
import { glyphInks, inkBounds } from './ink.ts';
import { itemPlace, itemText } from './item-text.ts';
import { areaOf, type Mark, sameLine, type TextMark } from './marks.ts';
import type { Cover } from './meeting.ts';
import { besideProblems } from './number-beside.ts';
import { rectToPage } from './turn.ts';
import type { DisplayList, LinkArea, TextItem } from './types.ts';

/**
 * Room around the ink of a number that is its own, as a part of the ink's height. A tenth is about the thickness of a
 * digit's stroke, and half of what stands between two digits: nearer, a mark could be read as a part of a digit. Around
 * the large numbers of posters 4 pt do: nobody takes for one with a digit of 40 pt what stands so far from it.
 */
export const ZONE = 0.1;
const WIDEST_ZONE = 4;
/**
 * Room before and after the number, within its height, for what is drawn: half of the ink's height, about what a digit
 * is wide, and of small numbers all of it up to 12 pt. A drawn figure nearer than that is read as one more digit. Words
 * are set by the space of their line.
 */
const sideOf = (height: number): number => Math.max(0.5 * height, Math.min(height, 12));

/** Paper is cut and folded as exactly as 3 mm: nearer to the edge of its page a digit is cut off, or lies in the crease, pt. */
const EDGE = 8.5;
/** Places are written in thousandths of a point. */
const ROUNDING = 0.01;

/**
 * `HELPLINE_COVERED` for a declared number that something meets, or its empty zone: painted before or after, by whatever part of
 * its ink. Only its own ground may, painted before and all over the zone. So for one at the edge of its page.
 * @param marks all that shows on the page
 */
export function checkNumbers(
  page: DisplayList,
  marks: readonly Mark[],
  declared: ReadonlySet<string>,
): Problem[] {
  const problems: Problem[] = [];
  const numbers: TextMark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!;
    if (mark.kind !== 'text' || !isNumber(mark.item, declared)) continue;
    numbers.push(mark);
    problems.push(...checkNumber(mark, at, marks, page), ...checkEdge(mark, page));
  }
  return [...problems, ...besideProblems(page, marks, numbers)];
}

/** True for the number of a helpline, and for a declared number that is typed in a text: each is a piece by itself. */
function isNumber(item: TextItem, declared: ReadonlySet<string>): boolean {
  return item.number !== undefined || (declared.size > 0 && declared.has(itemText(item)));
}

/** How two areas are covered by what does not come near them. */
const apart: readonly Cover[] = ['none', 'none'];

function checkNumber(number: TextMark, at: number, marks: readonly Mark[], page: DisplayList): Problem[] {
  const { item, turns } = number;
  const ink = inkBounds(item)!;
  const zone = grown(ink, Math.min(ZONE * ink.height, WIDEST_ZONE));
  const side = sideOf(ink.height);
  const beside = { ...ink, x: ink.x - side, width: ink.width + 2 * side };
  const areas = [zone, beside].map((rect) => ({
    area: areaOf(rect, turns),
    onPage: rectToPage(rect, turns),
  }));
  const onPage = areas[0]!.onPage;
  const found: string[] = [];
  /** How a surface covers the zone, and the room beside: a text covers nothing. */
  const look = (mark: Mark): readonly Cover[] => {
    const around = mark.kind === 'text' ? mark.bounds : mark.surface.bounds;
    if (!areas.some(({ onPage }) => intersects(around, onPage))) return apart;
    if (mark.kind === 'text') {
      if (
        intersects(mark.bounds, onPage) &&
        !isSameText(mark.item, item) &&
        textMeets(mark, number, ink, zone)
      )
        found.push(`"${itemText(mark.item)}"${toldPlace(itemPlace(mark.item, page))} comes too near to`);
      return apart;
    }
    const { surface } = mark;
    const covers = areas.map(({ area, onPage }) =>
      intersects(surface.bounds, onPage) ? surface.cover(area) : 'none',
    );
    // A ground of its own may end beside the number: what lies below that is seen there, and looked at too.
    if (covers[0] === 'part' || (covers[0] === 'none' && covers[1] !== 'none'))
      found.push(`${told(mark)} meets`);
    // What is cut out of its ground, or drawn in one path with it, could be a digit as well.
    else if (covers[0] === 'all' && covers[1] === 'part' && !surface.whole)
      found.push(`${told(mark)} is no plain ground for`);
    return covers;
  };
  for (let i = at + 1; i < marks.length; i++) {
    const mark = marks[i]!;
    if (look(mark)[0] === 'all' && mark.kind === 'surface') found.push(`${told(mark)} is painted over`);
  }
  // From the number down to the ground that hides all that lies below.
  for (let i = at - 1; i >= 0; i--) if (look(marks[i]!).every((cover) => cover === 'all')) break;
  for (const link of page.links)
    if (link.lines.some((line) => intersects(line, rectToPage(ink, turns))) && !isOwn(link, item))
      found.push(`The link to ${link.href}${toldPlace(link.element.origin)} lies over`);
  if (found.length === 0) return [];
  const place = itemPlace(item, page);
  return [...new Set(found)].map((what) =>
    problem(
      'HELPLINE_COVERED',
      `${what} the number ${itemText(item)}.`,
      place,
      'Leave the number alone on a plain ground: nothing may come nearer than a tenth of its height, or 4 pt, and nothing drawn before or after it than half of its height, or its height up to 12 pt.',
    ),
  );
}

/** Beyond the page it is told as text that is. */
function checkEdge({ item, bounds: { x, y, width, height } }: TextMark, page: DisplayList): Problem[] {
  const room = Math.min(x, y, page.width - x - width, page.height - y - height);
  if (room < 0 || room >= EDGE - ROUNDING) return [];
  return [
    problem(
      'HELPLINE_COVERED',
      `The number ${itemText(item)} is ${room.toFixed(1)} pt from the edge of page ${page.page}, where it may be cut off or folded.`,
      itemPlace(item, page),
      `Give the page a wider margin on that side: ${EDGE} pt, which is 3 mm, or more.`,
    ),
  ];
}

/** True for other words of the text that a typed number is a part of: they stand in order around it. */
function isSameText(item: TextItem, number: TextItem): boolean {
  return number.number === undefined && blockOf(item) !== undefined && blockOf(item) === blockOf(number);
}

function blockOf({ owner }: TextItem): DocumentElement | undefined {
  if (owner.kind !== 'content') return undefined;
  let element: DocumentElement | undefined = owner.element;
  while (element !== undefined && elements[element.name].category !== 'block') element = element.parent;
  return element;
}

/** True when a glyph of the text meets the zone; what stands beside the number on its line only when it meets its ink. */
function textMeets(text: TextMark, number: TextMark, ink: Rect, zone: Rect): boolean {
  const { item, turns } = number;
  const [first, last] = [item.runs[0]!, item.runs.at(-1)!];
  const beside =
    sameLine(text, number) &&
    text.item.runs.every((run) => run.x + run.width <= first.x + 0.02 || run.x >= last.x + last.width - 0.02);
  const area = beside ? ink : zone;
  if (text.turns === turns) return glyphInks(text.item, area).length > 0;
  const onPage = rectToPage(area, turns);
  return glyphInks(text.item, everything).some(({ box }) => intersects(rectToPage(box, text.turns), onPage));
}

const everything: Rect = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 };

/** True for the link that the number is in. */
function isOwn({ element }: LinkArea, { owner }: TextItem): boolean {
  if (owner.kind !== 'content') return false;
  for (let e: DocumentElement | undefined = owner.element; e !== undefined; e = e.parent)
    if (e === element) return true;
  return false;
}
