import { type LineBreakClass, lineBreakClass } from './line-break-class.ts';

/** Kinds of opportunity, as UAX #14 names them. */
export const NO_BREAK = 0;
export const MAY_BREAK = 1;
export const MUST_BREAK = 2;

/** How LB1 resolves what it leaves to languages. */
export interface Resolution {
  /** Small kana (class CJ): NS forbids a break before them (CSS `strict`), ID allows it. */
  readonly smallKana: 'NS' | 'ID';
  /** CSS `word-break: keep-all`: ideographs and Hangul behave like letters. */
  readonly keepAll: boolean;
}

/** A character with the combining marks that LB9 joins to it. */
interface Unit {
  readonly name: string;
  readonly facts: LineBreakClass;
  readonly codePoint: number;
  /** Offset behind the last mark. */
  end: number;
  /** The last mark is ZWJ (LB8a). */
  joiner: boolean;
}

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));
const HARD = setOf('BK CR LF NL');
const TAKES_NO_MARKS = setOf('BK CR LF NL SP ZW');
const IDEOGRAPHIC = setOf('ID EB EM');
const HANGUL = setOf('JL JV JT H2 H3');
const KEPT = setOf('ID JL JV JT H2 H3 CJ');
const BEFORE_INITIAL_QUOTE = setOf('BK CR LF NL OP QU GL SP ZW');
const AFTER_FINAL_QUOTE = setOf('SP GL WJ CL QU CP EX IS SY BK CR LF NL ZW');
const BEFORE_WORD_HYPHEN = setOf('BK CR LF NL SP ZW CB GL');
const DOTTED_CIRCLE = 0x25cc;

/** LB1: SA, CJ; and `keep-all`. */
function resolve(facts: LineBreakClass, { smallKana, keepAll }: Resolution): string {
  const { name } = facts;
  if (name === 'SA') return facts.mark ? 'CM' : 'AL';
  if (keepAll && KEPT.has(name)) return 'AL';
  return name === 'CJ' ? smallKana : name;
}

/** LB9 and LB10: marks belong to what they follow; at the start, or after a space, they are letters. */
function unitsOf(text: string, resolution: Resolution): Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at)!;
    at += codePoint > 0xffff ? 2 : 1;
    const facts = lineBreakClass(codePoint);
    const name = resolve(facts, resolution);
    const isMark = name === 'CM' || name === 'ZWJ';
    const before = units.at(-1);
    if (isMark && before !== undefined && !TAKES_NO_MARKS.has(before.name)) {
      before.end = at;
      before.joiner = name === 'ZWJ';
    } else units.push({ name: isMark ? 'AL' : name, facts, codePoint, end: at, joiner: name === 'ZWJ' });
  }
  return units;
}

const isLetter = (name: string | undefined): boolean => name === 'AL' || name === 'HL';
const isHyphen = (name: string | undefined): boolean => name === 'HY' || name === 'HH';
const isAksara = (unit: Unit | undefined): boolean =>
  unit !== undefined && (unit.name === 'AK' || unit.codePoint === DOTTED_CIRCLE);
const isAksaraOrStart = (unit: Unit | undefined): boolean => isAksara(unit) || unit?.name === 'AS';

/** LB25: does a number, with the signs inside it, end at unit k? */
function numberEndsAt(units: readonly Unit[], k: number): boolean {
  let at = k;
  while (units[at]?.name === 'SY' || units[at]?.name === 'IS') at--;
  return units[at]?.name === 'NU';
}

/** LB25 between two units. True: no break. */
function insideNumber(units: readonly Unit[], k: number, a: string, b: string): boolean {
  if (b === 'PO' || b === 'PR') return numberEndsAt(units, a === 'CL' || a === 'CP' ? k - 1 : k);
  if ((a === 'PO' || a === 'PR') && b === 'OP') {
    const next = units[k + 2]?.name;
    return next === 'NU' || (next === 'IS' && units[k + 3]?.name === 'NU');
  }
  if (b !== 'NU') return false;
  return a === 'PO' || a === 'PR' || a === 'HY' || a === 'IS' || numberEndsAt(units, k);
}

/** LB26: parts of one Hangul syllable. */
function insideSyllable(a: string, b: string): boolean {
  if (a === 'JL') return b === 'JL' || b === 'JV' || b === 'H2' || b === 'H3';
  if (a === 'JV' || a === 'H2') return b === 'JV' || b === 'JT';
  return (a === 'JT' || a === 'H3') && b === 'JT';
}

/** LB28a: orthographic syllables of Brahmic scripts. */
function insideAksara(units: readonly Unit[], k: number, a: string, b: string): boolean {
  const left = units[k];
  const right = units[k + 1];
  if (a === 'AP' && isAksaraOrStart(right)) return true;
  if (isAksaraOrStart(left) && (b === 'VF' || b === 'VI')) return true;
  if (a === 'VI' && isAksaraOrStart(units[k - 1]) && isAksara(right)) return true;
  return isAksaraOrStart(left) && isAksaraOrStart(right) && units[k + 2]?.name === 'VF';
}

/** LB15a to LB15c and LB19, LB19a: quotation marks. `p` is the last unit before spaces. Undefined: no rule speaks. */
function atQuotes(units: readonly Unit[], k: number, p: number): number | undefined {
  const left = units[k]!;
  const right = units[k + 1]!;
  const past = units[p];
  if (past?.name === 'QU' && past.facts.initial && (p === 0 || BEFORE_INITIAL_QUOTE.has(units[p - 1]!.name)))
    return NO_BREAK;
  const next = units[k + 2];
  if (right.name === 'QU' && right.facts.final && (next === undefined || AFTER_FINAL_QUOTE.has(next.name)))
    return NO_BREAK;
  if (left.name === 'SP' && right.name === 'IS' && next?.name === 'NU') return MAY_BREAK;
  return undefined;
}

function besideQuotes(units: readonly Unit[], k: number): boolean {
  const left = units[k]!;
  const right = units[k + 1]!;
  if (right.name === 'QU')
    return !right.facts.initial || !left.facts.wide || !(units[k + 2]?.facts.wide ?? false);
  if (left.name === 'QU')
    return !left.facts.final || !right.facts.wide || !(units[k - 1]?.facts.wide ?? false);
  return false;
}

/** LB4 to LB18: what is decided whatever stands around it, and spaces. Undefined: go on to {@link betweenLetters}. */
function atSpaces(units: readonly Unit[], k: number): number | undefined {
  const a = units[k]!.name;
  const b = units[k + 1]!.name;
  if (a === 'CR') return b === 'LF' ? NO_BREAK : MUST_BREAK; // LB5
  if (HARD.has(a)) return MUST_BREAK; // LB4, LB5
  if (HARD.has(b) || b === 'SP' || b === 'ZW') return NO_BREAK; // LB6, LB7
  let p = k;
  while (units[p]?.name === 'SP') p--;
  const past = units[p]?.name;
  if (past === 'ZW') return MAY_BREAK; // LB8
  if (units[k]!.joiner) return NO_BREAK; // LB8a
  if (a === 'WJ' || b === 'WJ' || a === 'GL') return NO_BREAK; // LB11, LB12
  if (b === 'GL' && a !== 'SP' && a !== 'BA' && !isHyphen(a)) return NO_BREAK; // LB12a
  if (b === 'CL' || b === 'CP' || b === 'EX' || b === 'SY') return NO_BREAK; // LB13
  if (past === 'OP') return NO_BREAK; // LB14
  const quoted = atQuotes(units, k, p);
  if (quoted !== undefined) return quoted;
  if (b === 'IS') return NO_BREAK; // LB15d
  if ((past === 'CL' || past === 'CP') && b === 'NS') return NO_BREAK; // LB16
  if (past === 'B2' && b === 'B2') return NO_BREAK; // LB17
  return a === 'SP' ? MAY_BREAK : undefined; // LB18
}

/** LB19 to LB31. `flags` counts the regional indicators up to unit k. */
function betweenLetters(units: readonly Unit[], k: number, flags: number): number {
  const left = units[k]!;
  const right = units[k + 1]!;
  const a = left.name;
  const b = right.name;
  const before = units[k - 1]?.name;
  if (besideQuotes(units, k)) return NO_BREAK; // LB19, LB19a
  if (a === 'CB' || b === 'CB') return MAY_BREAK; // LB20
  if (isHyphen(a) && isLetter(b) && (before === undefined || BEFORE_WORD_HYPHEN.has(before))) return NO_BREAK; // LB20a
  if (b === 'BA' || isHyphen(b) || b === 'NS' || a === 'BB') return NO_BREAK; // LB21
  if (isHyphen(a) && before === 'HL' && b !== 'HL') return NO_BREAK; // LB21a
  if (a === 'SY' && b === 'HL') return NO_BREAK; // LB21b
  if (b === 'IN') return NO_BREAK; // LB22
  if ((isLetter(a) && b === 'NU') || (a === 'NU' && isLetter(b))) return NO_BREAK; // LB23
  if ((a === 'PR' && IDEOGRAPHIC.has(b)) || (IDEOGRAPHIC.has(a) && b === 'PO')) return NO_BREAK; // LB23a
  if ((a === 'PR' || a === 'PO') && isLetter(b)) return NO_BREAK; // LB24
  if (isLetter(a) && (b === 'PR' || b === 'PO')) return NO_BREAK; // LB24
  if (insideNumber(units, k, a, b)) return NO_BREAK; // LB25
  if (insideSyllable(a, b)) return NO_BREAK; // LB26
  if ((HANGUL.has(a) && b === 'PO') || (a === 'PR' && HANGUL.has(b))) return NO_BREAK; // LB27
  if (isLetter(a) && isLetter(b)) return NO_BREAK; // LB28
  if (insideAksara(units, k, a, b)) return NO_BREAK; // LB28a
  if (a === 'IS' && isLetter(b)) return NO_BREAK; // LB29
  if ((isLetter(a) || a === 'NU') && b === 'OP' && !right.facts.wide) return NO_BREAK; // LB30
  if (a === 'CP' && !left.facts.wide && (isLetter(b) || b === 'NU')) return NO_BREAK; // LB30
  if (a === 'RI' && b === 'RI') return flags % 2 === 1 ? NO_BREAK : MAY_BREAK; // LB30a
  if (b === 'EM' && (a === 'EB' || left.facts.pictograph)) return NO_BREAK; // LB30b
  return MAY_BREAK; // LB31
}

/**
 * Unicode Line Breaking Algorithm (UAX #14, Unicode 17.0).
 * @returns for each UTF-16 offset, 0 to the text's length, whether a line may or must break before it; the end of
 * the text counts as MUST_BREAK (LB3)
 */
export function lineBreaks(text: string, resolution: Resolution): Uint8Array {
  const breaks = new Uint8Array(text.length + 1);
  const units = unitsOf(text, resolution);
  let flags = 0;
  for (let k = 0; k + 1 < units.length; k++) {
    flags = units[k]!.name === 'RI' ? flags + 1 : 0;
    breaks[units[k]!.end] = atSpaces(units, k) ?? betweenLetters(units, k, flags);
  }
  if (text.length > 0) breaks[text.length] = MUST_BREAK;
  return breaks;
}
