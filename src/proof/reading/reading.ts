import { FoundOfText } from '../file/found.ts';
import type { ReadFont } from '../page/font.ts';
import { advanceOf } from '../page/glyph.ts';
import type { Piece, Run } from '../page/page-content.ts';

/** What reads from left to right, from right to left, is a digit, or says nothing of the order (UAX #9). */
export type Way = 'left to right' | 'right to left' | 'digit' | 'neither';

/** A letter or digit on its line: x along the writing direction, pt. */
export interface Sign {
  readonly way: Way;
  readonly from: number;
  readonly to: number;
  /** Ends of its ink. */
  readonly inkFrom: number;
  readonly inkTo: number;
  readonly size: number;
  /** It touches the sign before it: nothing that is no letter or digit stands between. */
  readonly isClose: boolean;
}

/** What one marked content says on one baseline, in the order in which it is written. */
export interface Strip {
  readonly run: Run;
  /** Of the glyph that it begins with. */
  readonly index: number;
  /** Depth of the baseline below the top, as its writing direction has it, pt. */
  readonly y: number;
  /** Ends of all that is seen, along the writing direction. */
  readonly from: number;
  readonly to: number;
  /** Largest size. */
  readonly size: number;
  readonly first: Sign | undefined;
  readonly last: Sign | undefined;
  /** Its first glyph is its first sign, its last one its last. */
  readonly begins: boolean;
  readonly ends: boolean;
  /** Two of its letters stand in another order than they are read in, whichever way its text goes. */
  readonly isAstray: boolean;
  /** They do so in a text that goes from left to right. */
  readonly isAstrayLtr: boolean;
  /** Its text, blanks left out. */
  readonly text: string;
}

/** Letters move back over each other by kerning, parts of the size: 0.09 in forty languages. */
export const kerning = 0.3;
/** What stands so far from the letter before it on its line is no longer read with it, parts of the size. */
const torn = 6;

const letter = /\p{L}/u;
const digit = /\p{Nd}/u;
/** Letters of the scripts that are written from right to left, and their forms. */
const leftward = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const ways: readonly Way[] = ['neither', 'left to right', 'right to left', 'digit'];

const waysOf = new WeakMap<ReadFont, Uint8Array>();

/** The way of each code of a font, by its place in {@link ways}. */
function wayOfCodes(font: ReadFont): Uint8Array {
  let found = waysOf.get(font);
  if (found === undefined) {
    found = Uint8Array.from(font.texts, (text) => {
      if (letter.test(text)) return leftward.test(text) ? 2 : 1;
      return digit.test(text) ? 3 : 0;
    });
    waysOf.set(font, found);
  }
  return found;
}

/** Strips of a marked content or an artifact, and what was found of the text that begins with them. */
export interface TextStrips {
  readonly strips: readonly Strip[];
  readonly found: FoundOfText;
}

/** Strips of the marked contents of a piece by MCID; those of artifacts by themselves. */
export interface PieceStrips {
  readonly contents: ReadonlyMap<number, TextStrips>;
  readonly runs: ReadonlyMap<number, readonly Run[]>;
  readonly artifacts: readonly TextStrips[];
}

/** One that goes on. */
interface OpenText extends TextStrips {
  readonly strips: Growing[];
}

/** The strips of a piece, kept as long as it is. */
export function stripsOf(piece: Piece): PieceStrips {
  piece.found.strips ??= readStrips(piece);
  return piece.found.strips;
}

function readStrips({ runs }: Piece): PieceStrips {
  const contents = new Map<number, OpenText>();
  const runsOf = new Map<number, Run[]>();
  const artifacts: OpenText[] = [];
  const byOwner = new Map<object, OpenText>();
  for (const run of runs) {
    if (run.owner.mcid !== undefined) {
      const same = runsOf.get(run.owner.mcid);
      if (same === undefined) runsOf.set(run.owner.mcid, [run]);
      else same.push(run);
    }
    if (run.seen === 0 || (run.owner.mcid === undefined && run.ink === undefined)) continue;
    const { mcid } = run.owner;
    let own = mcid === undefined ? byOwner.get(run.owner) : contents.get(mcid);
    if (own === undefined) {
      own = { strips: [], found: new FoundOfText() };
      if (mcid === undefined) {
        byOwner.set(run.owner, own);
        artifacts.push(own);
      } else contents.set(mcid, own);
    }
    addTo(own.strips, stripOf(run));
  }
  return { contents, runs: runsOf, artifacts };
}

/** A strip that may go on. */
type Growing = { -readonly [Key in keyof Strip]: Strip[Key] };

/** Adds what goes on with a line to what is there of it. */
function addTo(strips: Growing[], next: Growing): void {
  const before = strips.at(-1);
  if (before === undefined || before.y !== next.y || !sameDirection(before.run, next.run)) {
    strips.push(next);
    return;
  }
  const first = next.first && { ...next.first, isClose: before.ends && next.begins };
  const astray = before.last && first ? astrayOf(before.last, first, false) : undefined;
  before.isAstrayLtr ||= next.isAstrayLtr || astray !== undefined;
  before.isAstray ||= next.isAstray || astray === 'either way';
  before.from = Math.min(before.from, next.from);
  before.to = Math.max(before.to, next.to);
  before.size = Math.max(before.size, next.size);
  before.first ??= next.first;
  before.last = next.last ?? before.last;
  before.ends = next.ends;
  before.text += next.text;
}

const round = (value: number) => Math.round(value * 1000) / 1000;

function stripOf(run: Run): Growing {
  const { glyphs, font, dx, dy, size, first: begin, end } = run;
  const kinds = wayOfCodes(font);
  let [from, to] = [Infinity, -Infinity];
  let first: Sign | undefined;
  let last: Sign | undefined;
  let isAstray = false;
  let isAstrayLtr = false;
  let turns = false;
  let isClose = false;
  for (let g = begin; g < end; g++) {
    const code = glyphs.codes[g]!;
    if ((font.kinds[code]! & 1) === 0) {
      isClose = false;
      continue;
    }
    const x = dx * glyphs.xs[g]! + dy * glyphs.ys[g]!;
    const after = x + advanceOf(run, g);
    if (x < from) from = x;
    if (after > to) to = after;
    const way = ways[kinds[code]!]!;
    if (way === 'neither') {
      isClose = false;
      continue;
    }
    const [inkFrom, inkTo] = [x + font.inks[4 * code]! * size, x + font.inks[4 * code + 2]! * size];
    const sign: Sign = { way, from: x, to: after, inkFrom, inkTo, size, isClose };
    // Among letters that go left, digits go as they do.
    if (way === 'right to left') turns = true;
    if (last !== undefined && !isAstray) {
      const astray = astrayOf(last, sign, turns);
      isAstrayLtr ||= astray !== undefined;
      isAstray = astray === 'either way';
    }
    first ??= sign;
    last = sign;
    isClose = true;
  }
  const y = round(dx * glyphs.ys[begin]! - dy * glyphs.xs[begin]!);
  const begins = begin < end && kinds[glyphs.codes[begin]!] !== 0;
  return {
    run,
    index: begin,
    y,
    from,
    to,
    size,
    first,
    last,
    begins,
    ends: isClose,
    isAstray,
    isAstrayLtr,
    text: run.text.trim(),
  };
}

/** Which way the lines of a text go. */
export type Base = 'ltr' | 'rtl';

/** Does a letter stand on the wrong side of the one that is read before it on its line, or torn away from it? */
export function isApart(a: Sign, b: Sign, side: Base): boolean {
  const size = Math.max(a.size, b.size);
  const gap = side === 'rtl' ? a.from - b.to : b.from - a.to;
  return gap > torn * size || (gap < -kerning * size && !reachesUnder(a, b));
}

/** Letters that join lie over each other by more, as Naskh draws m and r: they are in order where both ends of their ink are. */
const reachesUnder = (a: Sign, b: Sign): boolean =>
  a.way === 'right to left' && b.way === a.way && a.inkFrom >= b.inkFrom && a.inkTo >= b.inkTo;

/**
 * Does a letter stand on the wrong side of the one before it in the same content, or torn away from it (UAX #9)? In a text
 * that goes left, and among letters that do (`turned`), some digits can stand on either side.
 */
function astrayOf(a: Sign, b: Sign, turned: boolean): 'either way' | 'ltr' | undefined {
  const side = sideWithin(a, b);
  if (side !== undefined) return isApart(a, b, side) ? 'either way' : undefined;
  const isRight = a.way === 'right to left' || b.way === 'right to left';
  return !turned && !isRight && isApart(a, b, 'ltr') ? 'ltr' : undefined;
}

/**
 * The side on which a letter stands of the one before it, whichever way their text goes; undefined: as that goes.
 * Letters of one way stand as it goes; digits that touch, and follow letters, from left to right.
 */
function sideWithin(a: Sign, b: Sign): Base | undefined {
  if (a.way === 'right to left' || b.way === 'right to left') return a.way === b.way ? 'rtl' : undefined;
  return b.isClose || (a.way === 'left to right' && b.way === 'left to right') ? 'ltr' : undefined;
}

const sameDirection = (a: Run, b: Run) => Math.abs(a.dx - b.dx) < 1e-3 && Math.abs(a.dy - b.dy) < 1e-3;
