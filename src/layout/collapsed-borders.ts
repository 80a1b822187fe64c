import type { Box, PictureBox } from './box.ts';
import type { SetCell } from './table.ts';

type Sides = Box['style']['border'];

/**
 * Cells whose borders meet, with one of the two: the wider, else that of the upper or the first (CSS 2.1 §17.6.2.1). The
 * other is not painted; what stands in the cells keeps its place.
 */
export function collapseBorders(
  boxes: readonly (Box | PictureBox)[],
  set: readonly SetCell[],
): (Box | PictureBox)[] {
  const at = new Map<string, number>();
  set.forEach(({ cell: { column, columns }, row, rows }, i) => {
    for (let r = row; r < row + rows; r++)
      for (let c = column; c < column + columns; c++) at.set(`${r},${c}`, i);
  });
  const borders = boxes.map(({ style }): Sides => style.border);
  const drop = (i: number, side: keyof Sides) => {
    borders[i] = { ...borders[i]!, [side]: { ...borders[i]![side], width: 0, style: 'none' } };
  };
  const meet = (before: number | undefined, end: keyof Sides, after: number, start: keyof Sides) => {
    if (before === undefined || before === after) return;
    const [first, second] = [boxes[before]!.style.border[end], boxes[after]!.style.border[start]];
    if (first.width === 0 || second.width === 0) return;
    if (second.width > first.width) drop(before, end);
    else drop(after, start);
  };
  set.forEach(({ cell: { column }, row }, i) => {
    meet(at.get(`${row - 1},${column}`), 'blockEnd', i, 'blockStart');
    meet(at.get(`${row},${column - 1}`), 'inlineEnd', i, 'inlineStart');
  });
  return boxes.map((box, i) =>
    borders[i] === box.style.border ? box : { ...box, style: { ...box.style, border: borders[i]! } },
  );
}
