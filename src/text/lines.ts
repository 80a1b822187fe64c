import { lineEnds, startOf } from './line-ends.ts';
import { buildLine } from './line-runs.ts';
import type { PreparedParagraph } from './prepared-paragraph.ts';
import type { Line, LineOptions, ShapedParagraph } from './types.ts';

/**
 * Breaks a shaped paragraph into lines no wider than `measure` (pt), except where a single unbreakable stretch is
 * wider: such a line is simply too wide. An empty paragraph has no lines.
 */
export function breakLines(shaped: ShapedParagraph, measure: number, options: LineOptions): readonly Line[] {
  const prepared = shaped as PreparedParagraph;
  const key = `${options.wrap} ${options.wrap === 'nowrap' ? '' : measure}`;
  let lines = prepared.broken.get(key);
  if (lines === undefined) {
    const ends = lineEnds(prepared, measure, options.wrap);
    lines = ends.map((end, line) => {
      const { at, visibleEnd } = prepared.opportunities[end]!;
      const start = startOf(prepared, ends, line);
      return buildLine(prepared, start, Math.max(start, visibleEnd), at);
    });
    prepared.broken.set(key, lines);
  }
  return lines;
}
