import { type Property, unpackProperty } from './property.ts';
import { ranges, values } from './tables/grapheme.ts';

/** What the rules of UAX #29 §3.1.1 ask about a character. */
interface GraphemeClass {
  /** Grapheme_Cluster_Break; `P` is Extended_Pictographic, which has no value of its own there. */
  readonly name: string;
  /** Indic_Conjunct_Break. */
  readonly consonant: boolean;
  readonly linker: boolean;
  readonly between: boolean;
}

/** Before it, only U+000D and U+000A stay together. */
const FIRST_JOINED = 0x300;
const CR = 0x0d;
const LF = 0x0a;

let property: Property | undefined;
let classes: readonly GraphemeClass[] = [];

function classOf(codePoint: number): GraphemeClass {
  if (property === undefined) {
    property = unpackProperty(ranges);
    classes = values.map((value) => ({
      name: value.replace(/[a-z]/g, ''),
      consonant: value.endsWith('c'),
      linker: value.endsWith('l'),
      between: value.endsWith('e') || value.endsWith('l'),
    }));
  }
  return classes[property(codePoint)]!;
}

const isExtending = (name: string): boolean => name === 'EX' || name === 'SM' || name === 'ZWJ';

/** Never begins a grapheme (GB9, GB9a): combining marks, joiners, variation selectors. */
export function extendsGrapheme(codePoint: number): boolean {
  return codePoint >= FIRST_JOINED && isExtending(classOf(codePoint).name);
}

/** The code point that ends before an offset. */
function before(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  return (unit & 0xfc00) === 0xdc00 && at > 1 ? text.codePointAt(at - 2)! : unit;
}

const widthOf = (codePoint: number): number => (codePoint > 0xffff ? 2 : 1);

/** GB9c: consonant, then marks with a virama among them, end at an offset. */
function endsInConjunct(text: string, end: number): boolean {
  let linked = false;
  for (let at = end; at > 0; ) {
    const codePoint = before(text, at);
    const { consonant, linker, between } = classOf(codePoint);
    if (consonant) return linked;
    if (!between) return false;
    linked ||= linker;
    at -= widthOf(codePoint);
  }
  return false;
}

/** GB11: a picture and its marks end at an offset, where a joiner stands. */
function endsInPicture(text: string, end: number): boolean {
  for (let at = end; at > 0; ) {
    const codePoint = before(text, at);
    const { name } = classOf(codePoint);
    if (name === 'P') return true;
    if (name !== 'EX') return false;
    at -= widthOf(codePoint);
  }
  return false;
}

/** GB12, GB13: an odd number of regional indicators ends at an offset. */
function endsInHalfFlag(text: string, end: number): boolean {
  let odd = false;
  for (let at = end; at > 0; at -= 2) {
    if (classOf(before(text, at)).name !== 'RI') break;
    odd = !odd;
  }
  return odd;
}

/** GB6 to GB8: parts of one Hangul syllable. */
function insideSyllable(a: string, b: string): boolean {
  if (a === 'L') return b === 'L' || b === 'V' || b === 'LV' || b === 'LVT';
  if (a === 'LV' || a === 'V') return b === 'V' || b === 'T';
  return (a === 'LVT' || a === 'T') && b === 'T';
}

/**
 * Does an extended grapheme cluster end at a UTF-16 offset, and another begin (UAX #29, Unicode 17.0)? True at both ends
 * of the text, false inside a surrogate pair.
 */
export function isGraphemeBreak(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const unit = text.charCodeAt(at);
  const last = text.charCodeAt(at - 1);
  if (unit < FIRST_JOINED && last < FIRST_JOINED) return !(last === CR && unit === LF); // GB3
  if ((unit & 0xfc00) === 0xdc00 && (last & 0xfc00) === 0xd800) return false;
  const codePointBefore = before(text, at);
  const right = classOf(text.codePointAt(at)!);
  const a = classOf(codePointBefore).name;
  const b = right.name;
  if (a === 'CN' || b === 'CN') return true; // GB4, GB5
  if (isExtending(b) || a === 'PP') return false; // GB9, GB9a, GB9b
  if (insideSyllable(a, b)) return false; // GB6, GB7, GB8
  if (right.consonant && endsInConjunct(text, at)) return false; // GB9c
  if (a === 'ZWJ' && b === 'P') return !endsInPicture(text, at - 1); // GB11
  return !(a === 'RI' && b === 'RI' && endsInHalfFlag(text, at)); // GB12, GB13, GB999
}

/** End of the grapheme that begins at an offset, at most `limit`. */
export function graphemeEnd(text: string, at: number, limit: number): number {
  let end = at + 1;
  while (end < limit && !isGraphemeBreak(text, end)) end++;
  return Math.min(end, limit);
}
