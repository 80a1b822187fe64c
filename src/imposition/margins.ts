import { type Problem, problem } from '../diagnostics/index.ts';
import { mapRect } from '../geometry/index.ts';
import { itemPlace, itemText, textBoxes } from '../paint/index.ts';
import { matrixOf } from './placement.ts';
import type { Imposed } from './types.ts';

/** What office printers cannot print at the edge of the paper, pt. */
const UNPRINTABLE = 18;
const TOLERANCE = 0.01;

/**
 * `TEXT_OVERFLOW` for text that an office printer would cut off at the edge of the paper: of each page the text that comes
 * nearest, with how many more there are, for one margin mends them all.
 */
export function checkMargins(imposed: Imposed): Problem[] {
  if (imposed.purpose !== 'office') return [];
  return imposed.sheets.flatMap((sheet) =>
    sheet.placements.flatMap((placement) => {
      // Of a tile what is cut off is on the next; its window keeps off the edge.
      if (placement.window !== undefined) return [];
      const { page } = placement;
      const matrix = matrixOf(placement);
      const near = textBoxes(page)
        .map(({ item, box }) => {
          const { x: left, y: top, width, height } = mapRect(matrix, box);
          const room = Math.min(left, top, sheet.width - left - width, sheet.height - top - height);
          return { item, room };
        })
        .filter(({ room }) => room < UNPRINTABLE - TOLERANCE)
        .sort((a, b) => a.room - b.room);
      const [nearest, ...others] = near;
      if (nearest === undefined) return [];
      const { item, room } = nearest;
      const more = others.length === 0 ? '' : ` (and ${others.length} more of this page)`;
      return [
        problem(
          'TEXT_OVERFLOW',
          `"${itemText(item)}" comes within ${room.toFixed(1)} pt of the paper's edge${more}; printers need ${UNPRINTABLE} pt.`,
          itemPlace(item, page),
          'Give the page a wider margin on that side.',
        ),
      ];
    }),
  );
}
