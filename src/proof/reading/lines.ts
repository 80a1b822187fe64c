import { type Base, isApart, kerning, type Sign, type Strip } from './reading.ts';

/** Baselines nearer than this are one, pt. */
const oneLine = 0.5;
/** A line that is the next one is so much lower, parts of the smaller size; less, and it is read as the same line. */
const nextLine = 0.75;

/** The side on which the first letter of a content stands of the last one of the content before; undefined: either. */
function sideBetween(a: Sign, b: Sign, base: Base): Base | undefined {
  const isRight = (sign: Sign) => sign.way === 'right to left';
  if (base === 'rtl') return isRight(a) && isRight(b) ? 'rtl' : undefined;
  return isRight(a) || isRight(b) ? undefined : 'ltr';
}

/** How far the strips of a text were read: of what stands in one column of one area. */
export interface Column {
  /** First and last baseline. */
  readonly top: number;
  readonly bottom: number;
  readonly from: number;
  readonly to: number;
  readonly size: number;
}

/** What a text has on one baseline. */
export interface Line extends Column {
  readonly text: string;
}

/** The lines with ink of strips that are read one after the other: what stands on one baseline is one line. */
export function linesOf(strips: readonly Strip[]): Line[] {
  const lines: Line[] = [];
  for (const strip of strips) {
    if (strip.run.ink === undefined) continue;
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.bottom - strip.y) < oneLine)
      lines[lines.length - 1] = { ...joined(last, strip), text: last.text };
    else lines.push({ ...columnOf(strip), text: strip.text });
  }
  return lines;
}

/** A number of a list or heading, which may stand beside all of its lines. */
const numeral = /^\p{Nd}{1,2}\p{P}?$/u;

/**
 * What is wrong with the order of strips that are read one after the other in one area, or nothing. `around`: which way the
 * file goes in which they stand; digits are held to the order of left to right where both go so.
 */
export function orderFault(strips: readonly Strip[], base: Base, around = base): string | undefined {
  const goesRight = base === 'ltr' && around === 'ltr';
  let column: Column | undefined;
  let line: Strip | undefined;
  for (const strip of strips) {
    if (goesRight ? strip.isAstrayLtr : strip.isAstray)
      return `the letters of "${quoted(strip)}" stand in another order`;
    if (column === undefined || line === undefined) {
      [column, line] = [columnOf(strip), strip];
      continue;
    }
    const lower = strip.y - line.y;
    if (lower >= nextLine * Math.min(strip.size, line.size)) {
      [column, line] = [joined(column, strip), strip];
    } else if (Math.abs(lower) < oneLine) {
      if (followsWrongly(strip, line, base)) return `"${quoted(strip)}" does not follow "${quoted(line)}"`;
      column = joined(column, strip);
      line = {
        ...strip,
        last: strip.last ?? line.last,
        from: Math.min(line.from, strip.from),
        to: Math.max(line.to, strip.to),
      };
    } else if (isRaised(strip, line, base)) {
      column = joined(column, strip);
      line = { ...strip, from: Math.min(line.from, strip.from), to: Math.max(line.to, strip.to) };
    } else if (isLabel(line, strips) && isBehind(strip, line, base)) {
      [column, line] = [joined(column, strip), strip];
    } else if (beginsColumn(columnOf(strip), column, base)) {
      [column, line] = [columnOf(strip), strip];
    } else return `"${quoted(strip)}" stands above "${quoted(line)}"`;
  }
  return undefined;
}

function followsWrongly({ first }: Strip, { last }: Strip, base: Base): boolean {
  if (first === undefined || last === undefined) return false;
  const side = sideBetween(last, first, base);
  if (side !== undefined) return isApart(last, first, side);
  // Of a phrase of another way between, the last letter is not the nearest.
  const isMixed = (last.way === 'right to left') !== (first.way === 'right to left');
  return isMixed && base === 'rtl' && last.from - first.to < -kerning * Math.max(last.size, first.size);
}

/** Is a strip the numeral that its text begins with? */
const isLabel = (strip: Strip, strips: readonly Strip[]) => strip === strips[0] && numeral.test(strip.text);

const isBehind = (
  strip: Pick<Strip, 'from' | 'to' | 'size'>,
  other: Pick<Strip, 'from' | 'to'>,
  base: Base,
) =>
  base === 'rtl'
    ? strip.to <= other.from + kerning * strip.size
    : strip.from >= other.to - kerning * strip.size;

/** Room between a word and what is raised or lowered behind it, parts of the larger size. */
const besideRaised = 1;

/** Does a strip go on right behind a line, raised or lowered by less than a line (`sup`, `sub`), or back from that? */
function isRaised(strip: Strip, line: Strip, base: Base): boolean {
  const size = Math.max(strip.size, line.size);
  if (Math.abs(strip.y - line.y) >= nextLine * size) return false;
  const gap = base === 'rtl' ? line.from - strip.to : strip.from - line.to;
  return isBehind(strip, line, base) && gap <= besideRaised * size;
}

const columnOf = ({ y, from, to, size }: Strip): Column => ({ top: y, bottom: y, from, to, size });

const joined = (column: Column, { y, from, to, size }: Strip): Column => ({
  top: Math.min(column.top, y),
  bottom: Math.max(column.bottom, y),
  from: Math.min(column.from, from),
  to: Math.max(column.to, to),
  size: Math.max(column.size, size),
});

/** Around both. */
export const merged = (a: Column, b: Column): Column => ({
  top: Math.min(a.top, b.top),
  bottom: Math.max(a.bottom, b.bottom),
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
  size: Math.max(a.size, b.size),
});

/** Does a line stand at the top of the column that is read next: behind all of this one, and no higher? */
export function beginsColumn(line: Column, column: Column, base: Base): boolean {
  return isBehind(line, column, base) && line.top > column.top - Math.max(line.size, column.size);
}

const quoted = ({ text }: Strip) => text.slice(0, 40);
