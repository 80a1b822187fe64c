import { type Problem, problem } from '../diagnostics/index.ts';
import { boundsOf, type Point, type Rect } from '../geometry/index.ts';
import { itemPlace, itemText, type TextBox, textBoxes } from './text-box.ts';
import type { DisplayList } from './types.ts';

/** Glyph boxes are estimates: less than this is no collision and no overflow, pt. */
const TOLERANCE = 0.5;

/** `PAGE_BLANK` for pages without text of their own; `TEXT_OVERFLOW` for text over other text or beyond the page. */
export function checkPages(pages: readonly DisplayList[]): Problem[] {
  return pages.flatMap((page) => {
    const boxes = textBoxes(page);
    const problems: Problem[] = [];
    if (!boxes.some(({ item }) => item.owner.kind !== 'artifact'))
      problems.push(
        problem(
          'PAGE_BLANK',
          `Page ${page.page} carries no text.`,
          { page: page.page },
          'Give it content, or leave the page out.',
        ),
      );
    for (const box of boxes) problems.push(...beyondPage(box, page));
    problems.push(...collisions(boxes, page));
    return problems;
  });
}

function beyondPage({ item, corners }: TextBox, page: DisplayList): Problem[] {
  const { x, y, width, height } = boundsOf(corners);
  const by = Math.max(-x, -y, x + width - page.width, y + height - page.height);
  if (by <= TOLERANCE) return [];
  const message = `"${itemText(item)}" reaches ${by.toFixed(1)} pt beyond page ${page.page}.`;
  return [
    problem('TEXT_OVERFLOW', message, itemPlace(item, page), 'Shorten the text, or give it more room.'),
  ];
}

/** Each pair of paragraphs that run into each other is one problem. */
function collisions(boxes: readonly TextBox[], page: DisplayList): Problem[] {
  const problems = new Map<string, Problem>();
  const paragraphs = [...new Set(boxes.map(({ item }) => item.paragraph))];
  const numbers = new Map(paragraphs.map((paragraph, number) => [paragraph, number]));
  const bounds = boxes.map(({ corners }) => boundsOf(corners));
  boxes.forEach((one, i) => {
    for (let j = i + 1; j < boxes.length; j++) {
      const other = boxes[j]!;
      if (one.item.paragraph === other.item.paragraph || !touch(bounds[i]!, bounds[j]!)) continue;
      if (!overlap(one.corners, other.corners)) continue;
      const key = `${numbers.get(one.item.paragraph)} ${numbers.get(other.item.paragraph)}`;
      if (problems.has(key)) continue;
      const place = itemPlace(one.item, page);
      const { file, line, key: content } = itemPlace(other.item, page);
      const where =
        file === undefined
          ? ''
          : ` (${[`${file}:${line ?? '?'}`, content].filter((part) => part !== undefined).join(', ')})`;
      const message = `"${itemText(one.item)}" and "${itemText(other.item)}"${where} are printed over each other.`;
      problems.set(key, problem('TEXT_OVERFLOW', message, place, 'Shorten one of them, or move them apart.'));
    }
  });
  return [...problems.values()];
}

/** Most pairs are far apart: their upright bounds tell it at once. */
function touch(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Two rectangles, turned or not, overlap when they do along the directions of all their sides (separating axes). */
function overlap(a: readonly Point[], b: readonly Point[]): boolean {
  return [a, b].every((box) =>
    [0, 1].every((side) => {
      const [from, to] = [box[side]!, box[side + 1]!];
      const length = Math.hypot(to.x - from.x, to.y - from.y);
      if (length === 0) return false;
      const along = ({ x, y }: Point): number => (x * (to.x - from.x) + y * (to.y - from.y)) / length;
      const [one, other] = [a.map(along), b.map(along)];
      return (
        Math.min(Math.max(...one), Math.max(...other)) - Math.max(Math.min(...one), Math.min(...other)) >
        TOLERANCE
      );
    }),
  );
}
