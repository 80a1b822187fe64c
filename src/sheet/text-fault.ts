/** What texts of a workbook are made of, shared ones and those within a cell, with what stands behind; names may have a prefix. */
const tags = /<(\/?)(?:\w+:)?(si|is|r|rPh|t)(?=[\s/>])([^<>]*)>([^<]*)(<!)?/g;

/** A text that is being read. */
interface Open {
  readonly isOwn: boolean;
  /** What is seen of it. */
  seen: string;
  /** Pieces outside of runs, runs, and pieces of the run at hand; undefined: in none. Empty ones are none. */
  alone: number;
  runs: number;
  inRun: number | undefined;
  isTorn: boolean;
}

/**
 * Of the texts in a part of a workbook the first that is in more pieces than it may have (ECMA-376-1 §18.4.8: one, or runs of
 * one each), as a sentence. One reader takes all of them, another the last, or the runs: what people see nobody knows. Of a
 * text within its cell all take all. How a text is to be read (`rPh`) is no part of it.
 */
export function textFaultIn(xml: string): string | undefined {
  let open: Open | undefined;
  let isReading = false;
  for (const [, slash, tag, attributes, text, isMore] of xml.matchAll(tags)) {
    const ends = slash === '/' || attributes!.endsWith('/');
    if (tag === 'si' || tag === 'is') {
      if (open !== undefined && isTorn(open)) return tornText(open.seen);
      open = ends
        ? undefined
        : { isOwn: tag === 'is', seen: '', alone: 0, runs: 0, inRun: undefined, isTorn: false };
      isReading = false;
    } else if (tag === 'rPh') isReading = !ends;
    else if (open === undefined || isReading) continue;
    else if (tag === 'r') {
      if (!ends) open.runs++;
      open.inRun = ends ? undefined : 0;
    } else if (!ends && (text !== '' || isMore !== undefined)) {
      if (open.seen.length < longest) open.seen += text;
      if (open.inRun === undefined) open.alone++;
      else if (++open.inRun > 1) open.isTorn = true;
    }
  }
  return open !== undefined && isTorn(open) ? tornText(open.seen) : undefined;
}

const isTorn = (text: Open): boolean =>
  text.isTorn || (text.runs === 0 ? text.alone > 1 && !text.isOwn : text.alone > 0);

/** Signs of it that are told. */
const longest = 40;

function tornText(seen: string): string {
  const text = Buffer.from(seen, 'latin1').toString().slice(0, longest);
  return `The workbook has a text in several pieces, of which programs show some or all: "${text}"`;
}
