import { span } from './track-sizing.ts';

interface Cell {
  readonly row: number;
  readonly rows: number;
  /** pt */
  readonly height: number;
}

/** Heights of the rows of a table (CSS 2.1 §17.5.3): a cell over several makes these taller, each by as much as it is high. */
export function rowHeights(count: number, cells: readonly Cell[], gap: number): number[] {
  const heights = Array.from({ length: count }, () => 0);
  for (const { row, rows, height } of cells)
    if (rows === 1) heights[row] = Math.max(heights[row] ?? 0, height);
  for (const { row, rows, height } of cells.filter((cell) => cell.rows > 1).sort((a, b) => a.rows - b.rows)) {
    const gaps = (rows - 1) * gap;
    const own = span(heights, row, rows, 0);
    const lack = height - gaps - own;
    if (lack <= 0) continue;
    for (let i = row; i < row + rows; i++) heights[i]! += lack * (own > 0 ? heights[i]! / own : 1 / rows);
  }
  return heights;
}
