import { type Problem, problem } from '../diagnostics/index.ts';
import { mapRect } from '../geometry/index.ts';
import { itemPlace, itemText, textBoxes } from '../paint/index.ts';
import { matrixOf } from './placement.ts';
import type { Imposed } from './types.ts';

/** What office printers cannot print at the edge of the paper, pt. */
const UNPRINTABLE = 18;
const TOLERANCE = 0.01;

/** `TEXT_OVERFLOW` for text that an office printer would cut off at the edge of the paper. */
export function checkMargins(imposed: Imposed): Problem[] {
  if (imposed.purpose !== 'office') return [];
  const problems: Problem[] = [];
  for (const sheet of imposed.sheets) {
    for (const placement of sheet.placements) {
      // Of a tile what is cut off is on the next; its window keeps off the edge.
      if (placement.window !== undefined) continue;
      const { page } = placement;
      const matrix = matrixOf(placement);
      for (const { item, box } of textBoxes(page)) {
        const { x: left, y: top, width, height } = mapRect(matrix, box);
        const room = Math.min(left, top, sheet.width - left - width, sheet.height - top - height);
        if (room >= UNPRINTABLE - TOLERANCE) continue;
        problems.push(
          problem(
            'TEXT_OVERFLOW',
            `"${itemText(item)}" comes within ${room.toFixed(1)} pt of the paper's edge; printers need ${UNPRINTABLE} pt.`,
            itemPlace(item, page),
            'Give the page a wider margin on that side.',
          ),
        );
      }
    }
  }
  return problems;
}
