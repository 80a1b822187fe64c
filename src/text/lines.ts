import { lineEnds, startOf } from './line-ends.ts';
import { lineTo } from './line-runs.ts';
import type { PreparedParagraph } from './prepared-paragraph.ts';
import type { Line, LineOptions, ShapedParagraph } from './types.ts';

/** Measures that a paragraph remembers its lines for: as many as fitting a title asks for, so that the next document finds them. */
const MEASURES_KEPT = 12;

/**
 * Breaks a shaped paragraph into lines no wider than `measure` (pt), except where a single unbreakable stretch is
 * wider: such a line is simply too wide. An empty paragraph has no lines.
 */
export function breakLines(shaped: ShapedParagraph, measure: number, options: LineOptions): readonly Line[] {
  const prepared = shaped as PreparedParagraph;
  const { wrap } = options;
  const known = prepared.broken.find(
    (broken) => broken.wrap === wrap && (wrap === 'nowrap' || broken.measure === measure),
  );
  if (known !== undefined) return known.lines;
  const ends = lineEnds(prepared, measure, wrap);
  const lines = ends.map((end, line) => {
    return lineTo(prepared, startOf(prepared, ends, line), prepared.text.opportunities[end]!);
  });
  if (prepared.broken.length >= MEASURES_KEPT) prepared.broken.shift();
  prepared.broken.push({ wrap, measure, lines });
  return lines;
}
