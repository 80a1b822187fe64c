import { type Problem, problem } from '../diagnostics/index.ts';
import { itemPlace, itemText, type Point, textBoxes } from '../paint/index.ts';
import type { Imposed, Placement } from './types.ts';

/** What office printers cannot print at the edge of the paper, pt. */
const UNPRINTABLE = 18;
const TOLERANCE = 0.01;

/** `TEXT_OVERFLOW` for text that an office printer would cut off at the edge of the paper. */
export function checkMargins(imposed: Imposed): Problem[] {
  if (imposed.purpose !== 'office') return [];
  const problems: Problem[] = [];
  for (const sheet of imposed.sheets) {
    for (const placement of sheet.placements) {
      for (const { item, corners } of textBoxes(placement.page)) {
        const points = corners.map((corner) => onSheet(placement, corner));
        const xs = points.map(({ x }) => x);
        const ys = points.map(({ y }) => y);
        const room = Math.min(
          Math.min(...xs),
          Math.min(...ys),
          sheet.width - Math.max(...xs),
          sheet.height - Math.max(...ys),
        );
        if (room >= UNPRINTABLE - TOLERANCE) continue;
        problems.push(
          problem(
            'TEXT_OVERFLOW',
            `"${itemText(item)}" comes within ${room.toFixed(1)} pt of the paper's edge; printers need ${UNPRINTABLE} pt.`,
            itemPlace(item, placement.page),
            'Give the page a wider margin on that side.',
          ),
        );
      }
    }
  }
  return problems;
}

/** A point of a page on the sheet it is placed on. */
function onSheet({ page, x, y, rotate }: Placement, point: Point): Point {
  switch (rotate) {
    case 0:
      return { x: x + point.x, y: y + point.y };
    case 90:
      return { x: x + page.height - point.y, y: y + point.x };
    case 180:
      return { x: x + page.width - point.x, y: y + page.height - point.y };
    case 270:
      return { x: x + point.y, y: y + page.width - point.x };
  }
}
