import { buildLine, lineWidth } from './line-runs.ts';
import type { PreparedParagraph } from './prepared-paragraph.ts';
import type { Line, LineOptions, ShapedParagraph } from './types.ts';

/** Sums of thousands of advances differ from the measure they came from by rounding: less than this is none, pt. */
const ROUNDING = 1e-4;
/** A last line this short (UTF-16 units) looks like a slip. */
const SHORT_WORD = 6;
/** How full the line before must stay, as a share of the measure, when it gives a word to the last one. */
const STILL_FULL = 0.6;
/** Balance stops looking when it knows the smallest measure this well, pt. */
const BALANCE_STEP = 0.25;

/** Indices into the opportunities: where each line ends. */
type Ends = readonly number[];

function startOf(shaped: PreparedParagraph, ends: Ends, line: number): number {
  return line === 0 ? 0 : shaped.opportunities[ends[line - 1]!]!.at;
}

/** Fills each line as far as the measure allows; a word longer than the measure gets a line of its own. */
function greedy(shaped: PreparedParagraph, measure: number): number[] {
  const { opportunities, sums } = shaped;
  const ends: number[] = [];
  let start = 0;
  let first = 0;
  for (let i = 0; i < opportunities.length; i++) {
    const here = opportunities[i]!;
    const width = here.forced ? lineWidth(shaped, start, here) : sums[here.visibleEnd]! - sums[start]!;
    if (width > measure + ROUNDING && i > first) {
      let end = i - 1;
      while (end > first && lineWidth(shaped, start, opportunities[end]!) > measure + ROUNDING) end--;
      ends.push(end);
      start = opportunities[end]!.at;
      first = end + 1;
      i = end;
    } else if (here.forced) {
      ends.push(i);
      start = here.at;
      first = i + 1;
    }
  }
  return ends;
}

/** Only where the text says so. */
function forcedOnly(shaped: PreparedParagraph): number[] {
  const ends: number[] = [];
  shaped.opportunities.forEach(({ forced }, i) => {
    if (forced) ends.push(i);
  });
  return ends;
}

/**
 * When the last line is a single word of which `isLonely` holds, lets the line before give it one more, if both
 * stay within the measure and that line stays `full`, a share of the measure.
 */
function keepCompany(
  shaped: PreparedParagraph,
  ends: Ends,
  measure: number,
  full: number,
  isLonely: (letters: number) => boolean,
): Ends {
  const { opportunities } = shaped;
  const last = ends.length - 1;
  if (last < 1) return ends;
  const end = opportunities[ends[last]!]!;
  const before = ends[last - 1]!;
  const start = startOf(shaped, ends, last);
  const isOneWord = ends[last]! === before + 1;
  const given = opportunities[before - 1];
  const startBefore = startOf(shaped, ends, last - 1);
  if (!isOneWord || !isLonely(end.visibleEnd - start) || opportunities[before]!.forced) return ends;
  if (given === undefined || given.at <= startBefore || given.forced) return ends;
  if (lineWidth(shaped, startBefore, given) < measure * full) return ends;
  if (lineWidth(shaped, given.at, end) > measure + ROUNDING) return ends;
  return ends.with(last - 1, before - 1);
}

/** CSS Text 4 `text-wrap: balance`: the smallest measure that still gives as few lines. */
function balanced(shaped: PreparedParagraph, measure: number): Ends {
  const widest = greedy(shaped, measure);
  if (widest.length < 2) return widest;
  let ends: Ends = widest;
  let low = Math.min(measure, shaped.minContent);
  let high = measure;
  while (high - low > BALANCE_STEP) {
    const middle = (low + high) / 2;
    const tried = greedy(shaped, middle);
    if (tried.length <= widest.length) {
      ends = tried;
      high = middle;
    } else low = middle;
  }
  return keepCompany(shaped, ends, measure, 0, () => true);
}

function endsOf(shaped: PreparedParagraph, measure: number, wrap: LineOptions['wrap']): Ends {
  if (wrap === 'nowrap') return forcedOnly(shaped);
  if (wrap === 'balance') return balanced(shaped, measure);
  return keepCompany(shaped, greedy(shaped, measure), measure, STILL_FULL, (letters) => letters < SHORT_WORD);
}

/**
 * Breaks a shaped paragraph into lines no wider than `measure` (pt), except where a single unbreakable stretch is
 * wider: such a line is simply too wide. An empty paragraph has no lines.
 */
export function breakLines(shaped: ShapedParagraph, measure: number, options: LineOptions): readonly Line[] {
  const prepared = shaped as PreparedParagraph;
  const key = `${options.wrap} ${options.wrap === 'nowrap' ? '' : measure}`;
  let lines = prepared.broken.get(key);
  if (lines === undefined) {
    const ends = endsOf(prepared, measure, options.wrap);
    lines = ends.map((end, line) => {
      const { at, visibleEnd } = prepared.opportunities[end]!;
      const start = startOf(prepared, ends, line);
      return buildLine(prepared, start, Math.max(start, visibleEnd), at);
    });
    prepared.broken.set(key, lines);
  }
  return lines;
}
