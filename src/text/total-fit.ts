import { lineWidth, widthBySums } from './line-runs.ts';
import type { Opportunity, PreparedParagraph } from './prepared-paragraph.ts';

/** Indices into the opportunities: where each line ends. */
export type Ends = readonly number[];

/** Sums of thousands of advances differ from the measure they came from by rounding: less than this is none, pt. */
export const ROUNDING = 1e-4;

/** A line that might be made. */
export interface Candidate {
  /** Its width as a share of the measure; above 1 only for one unbreakable stretch. */
  readonly share: number;
  /** Index of the opportunity at which it ends. */
  readonly end: number;
  readonly isLast: boolean;
  /** No line could end within it. */
  readonly isOneWord: boolean;
}

/** The lines that are asked for: from the offset `start` to the opportunity `last`, of which `first` is the earliest. */
export interface Stretch {
  readonly start: number;
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

type WidthOf = (start: number, end: Opportunity) => number;

/**
 * The ends of exactly `count` lines at the least sum of costs: Knuth and Plass's total fit (“Breaking paragraphs into
 * lines”, 1981) for lines that are never stretched. None is wider than `measure`, but for unbreakable stretches.
 */
export function totalFit(
  shaped: PreparedParagraph,
  stretch: Stretch,
  measure: number,
  costOf: (line: Candidate) => number,
): Ends | undefined {
  const { opportunities } = shaped.text;
  const exact: WidthOf = (start, end) => lineWidth(shaped, start, end);
  // To know a width exactly a line may have to be shaped anew: that is done of the lines that are taken.
  const nearly: WidthOf = (start, end) => widthBySums(shaped, start, end);
  const ends = leastCost(opportunities, stretch, measure, costOf, nearly);
  const isTooWide = (end: number, line: number) => {
    const before = line === 0 ? stretch.first - 1 : ends![line - 1]!;
    const start = line === 0 ? stretch.start : opportunities[before]!.at;
    return end > before + 1 && exact(start, opportunities[end]!) > measure + ROUNDING;
  };
  return ends?.some(isTooWide) ? leastCost(opportunities, stretch, measure, costOf, exact) : ends;
}

function leastCost(
  opportunities: readonly Opportunity[],
  { start, first, last, count }: Stretch,
  measure: number,
  costOf: (line: Candidate) => number,
  widthOf: WidthOf,
): Ends | undefined {
  // least[n][i]: the cost of n lines that end before opportunity `first + i`; from[n][i]: where the last of them begins.
  const size = last - first + 2;
  const least = Array.from({ length: count + 1 }, () =>
    new Float64Array(size).fill(Number.POSITIVE_INFINITY),
  );
  const from = Array.from({ length: count + 1 }, () => new Int32Array(size));
  least[0]![0] = 0;
  for (let end = first; end <= last; end++) {
    const isLast = end === last;
    for (let begin = end; begin >= first; begin--) {
      const at = begin === first ? start : opportunities[begin - 1]!.at;
      const width = widthOf(at, opportunities[end]!);
      if (width > measure + ROUNDING && begin < end) break;
      const cost = costOf({ share: width / measure, end, isLast, isOneWord: begin === end });
      for (let n = isLast ? count : 1; n <= count; n++) {
        const sum = least[n - 1]![begin - first]! + cost;
        if (sum >= least[n]![end - first + 1]!) continue;
        least[n]![end - first + 1] = sum;
        from[n]![end - first + 1] = begin - first;
      }
    }
  }
  if (least[count]![size - 1] === Number.POSITIVE_INFINITY) return undefined;
  const ends: number[] = [];
  for (let n = count, i = size - 1; n > 0; n--) {
    ends.unshift(first + i - 1);
    i = from[n]![i]!;
  }
  return ends;
}
