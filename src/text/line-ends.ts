import { Lettered } from '../letters/index.ts';
import { lineWidth, widthBySums } from './line-runs.ts';
import type { PreparedParagraph } from './prepared-paragraph.ts';
import { type Candidate, type Ends, ROUNDING, totalFit } from './total-fit.ts';
import type { LineOptions } from './types.ts';

/** A last line shorter than this share of the measure looks stranded. */
const SHORT = 1 / 3;
/** How much a short last line costs against raggedness, and how many lines may change to lengthen it. */
const SHORT_COST = 10;
const LINES_CHANGED = 4;
/** A line that is emptier than this, as a share of the measure, looks like a paragraph's end. */
const STILL_FULL = 0.6;
const HOLE_COST = 1;
/** In balanced lines: what a last line of one word costs, and a line that ends inside a phrase written without spaces. */
const ALONE_COST = 4;
/** A first line of one word costs as much where it is shorter than this, as a share of the measure. */
const LONE_START = 0.25;
const DIVIDED_COST = 0.15;
/** What a balanced line costs that is not half full, and one that ends with a small word: an article, a preposition. */
const SCRAP_COST = 0.2;
const SMALL_WORD_COST = 0.08;
const smallWord = new Lettered(String.raw`(?:^|\s)[\p{L}\p{M}’]{1,3}$`, 'u');
/** In other text: what a last line of one word costs. */
const ONE_WORD_COST = 0.12;

/** Lines before a forced break that are balanced; a text of more is no heading. */
const MOST_BALANCED = 24;
/** Places where these lines might end: their number squared is what fitting takes, and text may be made to have many. */
const MOST_PLACES = 2000;

/** Offset at which a line begins. */
export function startOf(shaped: PreparedParagraph, ends: Ends, line: number): number {
  return line === 0 ? 0 : shaped.text.opportunities[ends[line - 1]!]!.at;
}

/** Fills each line as far as the measure allows; a word longer than the measure gets a line of its own. */
function greedy(shaped: PreparedParagraph, measure: number): number[] {
  const { opportunities } = shaped.text;
  const ends: number[] = [];
  let start = 0;
  let first = 0;
  for (let i = 0; i < opportunities.length; i++) {
    const here = opportunities[i]!;
    const width = here.forced ? lineWidth(shaped, start, here) : widthBySums(shaped, start, here);
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
  shaped.text.opportunities.forEach(({ forced }, i) => {
    if (forced) ends.push(i);
  });
  return ends;
}

/**
 * Breaks the last `most` lines before each forced break anew, into as many as greedy made, where `isWanted` says so of
 * the last of them.
 */
function refit(
  shaped: PreparedParagraph,
  measure: number,
  most: number,
  isWanted: (share: number, isOneWord: boolean) => boolean,
  costOf: (line: Candidate) => number,
): Ends {
  const { opportunities } = shaped.text;
  const filled = greedy(shaped, measure);
  const ends: number[] = [];
  let from = 0;
  filled.forEach((last, line) => {
    const end = opportunities[last]!;
    if (!end.forced) return;
    const lines = filled.slice(from, line + 1);
    from = line + 1;
    const kept = lines.slice(0, Math.max(0, lines.length - most));
    const count = lines.length - kept.length;
    const start = startOf(shaped, filled, line);
    const isOneWord = count > 1 && filled[line - 1]! === last - 1;
    if (count > 1 && isWanted(lineWidth(shaped, start, end) / measure, isOneWord)) {
      const top = line + 1 - count;
      const first = top === 0 ? 0 : filled[top - 1]! + 1;
      const places = { start: startOf(shaped, filled, top), first, last, count };
      const better = last - first > MOST_PLACES ? undefined : totalFit(shaped, places, measure, costOf);
      ends.push(...kept, ...(better ?? lines.slice(kept.length)));
    } else ends.push(...lines);
  });
  return ends;
}

const square = (x: number) => x * x;
const slack = ({ share }: Candidate) => Math.max(0, 1 - share);

/** Lines as full as they can be, but for the last ones where the very last would be a scrap (as `text-wrap: pretty`). */
function wrapped(shaped: PreparedParagraph, measure: number): Ends {
  return refit(
    shaped,
    measure,
    LINES_CHANGED,
    (share, isOneWord) => share < SHORT || isOneWord,
    (line) => {
      if (line.isLast)
        return SHORT_COST * square(Math.max(0, SHORT - line.share)) + (line.isOneWord ? ONE_WORD_COST : 0);
      return square(slack(line)) + (line.share < STILL_FULL ? HOLE_COST : 0);
    },
  );
}

/** CSS Text 4 `text-wrap: balance`: lines about equally long, that end between phrases, the last not one word alone. */
function balanced(shaped: PreparedParagraph, measure: number): Ends {
  const {
    paragraph,
    text: { opportunities },
  } = shaped;
  const dividesPhrase = (end: number) => {
    const { at, visibleEnd } = opportunities[end]!;
    return visibleEnd === at && !/[\p{Po}\p{Pe}\p{Pf}]/u.test(paragraph.text[at - 1]!);
  };
  const endsSmall = (end: number) => {
    const { visibleEnd } = opportunities[end]!;
    return smallWord.test(paragraph.text.slice(Math.max(0, visibleEnd - 5), visibleEnd));
  };
  // Words that are bound to each other are no word alone.
  const isAlone = ({ end, isOneWord }: Candidate) =>
    isOneWord &&
    !/\S\s+\S/u.test(paragraph.text.slice(opportunities[end - 1]!.at, opportunities[end]!.visibleEnd));
  return refit(
    shaped,
    measure,
    MOST_BALANCED,
    () => true,
    (line) => {
      const even = square(slack(line)) + (line.share < 0.5 ? SCRAP_COST : 0);
      if (line.isLast) return even + (isAlone(line) ? ALONE_COST : 0);
      if (line.end === 0 && line.share < LONE_START) return even + ALONE_COST;
      return even + (dividesPhrase(line.end) ? DIVIDED_COST : endsSmall(line.end) ? SMALL_WORD_COST : 0);
    },
  );
}

/** Where the lines of a paragraph end. */
export function lineEnds(shaped: PreparedParagraph, measure: number, wrap: LineOptions['wrap']): Ends {
  if (wrap === 'nowrap') return forcedOnly(shaped);
  return wrap === 'balance' ? balanced(shaped, measure) : wrapped(shaped, measure);
}
