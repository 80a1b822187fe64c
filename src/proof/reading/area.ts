import { type Budget, costs } from '../file/budget.ts';
import { isSeen } from '../page/font.ts';
import { advanceOf } from '../page/glyph.ts';
import { grown, touch } from '../page/matrix.ts';
import type { Piece, Run } from '../page/page-content.ts';
import { indexOf } from '../page/piece-index.ts';
import type { Document, Page } from '../page/read.ts';
import { shown } from '../page/shown-text.ts';
import type { Expectation } from '../types.ts';
import { type Frame, ReadRows, readRows, type View } from './rows.ts';
import { normalize } from './text.ts';

export type PageArea = Expectation['sheets'][number]['areas'][number];

/** A glyph in a frame. */
export interface Letter {
  readonly run: Run;
  readonly index: number;
  readonly x: number;
  readonly y: number;
  /** pt. */
  readonly advance: number;
  /** What it stands for, without what is never seen, white space as a space. */
  readonly text: string;
}

/** A stretch of letters on one baseline without wide gaps, left to right. */
export interface VisualRun {
  readonly text: string;
  readonly letters: readonly Letter[];
}

/** The frame of an area of a page, which may be turned. */
export function frameOf({ x, y, width, height, rotate }: PageArea): Frame {
  if (rotate === 90) return (px, py) => [py - y, width - (px - x)];
  if (rotate === 180) return (px, py) => [width - (px - x), height - (py - y)];
  if (rotate === 270) return (px, py) => [height - (py - y), px - x];
  return (px, py) => [px - x, py - y];
}

/** May stick out of an area by rounding, pt. */
const rounding = 0.5;

/** Is a point of the page in an area? */
export function isIn(area: PageArea, x: number, y: number): boolean {
  return (
    x >= area.x - rounding &&
    x <= area.x + area.width + rounding &&
    y >= area.y - rounding &&
    y <= area.y + area.height + rounding
  );
}

/** What a piece says in an area, by runs whose first glyph is in it, in the order of painting. */
export class Words {
  readonly text: string;
  readonly #plain: string;
  #asked: string | undefined;
  #isSaid = false;

  constructor({ runs }: Piece, area: PageArea) {
    let text = '';
    for (const { glyphs, first, end, text: own } of runs)
      if (first < end && isIn(area, glyphs.xs[first]!, glyphs.ys[first]!)) text += own;
    this.text = text;
    this.#plain = normalize(text);
  }

  /** Does it say this? It is asked for the same again and again. */
  say(wanted: string): boolean {
    if (wanted !== this.#asked) {
      this.#asked = wanted;
      this.#isSaid = this.#plain.includes(wanted);
    }
    return this.#isSaid;
  }
}

/** What pieces of a page say in an area. */
export function wordsIn(pieces: readonly Piece[], area: PageArea): readonly Words[] {
  const place = placeOf(area);
  return pieces.map((piece) => {
    const said = indexOf(piece).words;
    let words = said.get(place);
    if (words === undefined) {
      words = new Words(piece, area);
      if (said.size >= mostAreas) said.clear();
      said.set(place, words);
    }
    return words;
  });
}

const placeOf = ({ x, y, width, height }: PageArea) => `${x} ${y} ${width} ${height}`;

/** Areas that a piece knows its words of: a sheet is folded to twelve at most. */
const mostAreas = 12;

/** Baselines and sizes nearer than this are one, pt. */
const near = 0.5;
const gapOfLines = () => 2 * near;

/** The letters of runs in a frame; of an area only those that begin in it. */
export function lettersOf(runs: readonly Run[], frame: Frame, area?: PageArea): Letter[] {
  const letters: Letter[] = [];
  for (const run of runs)
    for (let index = run.first; index < run.end; index++) {
      const px = run.glyphs.xs[index]!;
      const py = run.glyphs.ys[index]!;
      if (area !== undefined && !isIn(area, px, py)) continue;
      const text = run.font.shown[run.glyphs.codes[index]!]!;
      if (text === '') continue;
      const [x, y] = frame(px, py);
      letters.push({ run, index, x, y, advance: advanceOf(run, index), text });
    }
  return letters;
}

interface Line {
  readonly y: number;
  readonly size: number;
  readonly letters: Letter[];
}

/** Letters by baseline and size. */
function linesOf(letters: readonly Letter[], budget: Budget): Line[] {
  const lines: Line[] = [];
  for (const letter of letters.toSorted((a, b) => a.y - b.y)) {
    let line: Line | undefined;
    for (let i = lines.length - 1; i >= 0 && lines[i]!.y >= letter.y - near; i--) {
      budget.spend(costs.test);
      if (Math.abs(lines[i]!.size - letter.run.size) <= near) {
        line = lines[i];
        break;
      }
    }
    if (line === undefined) lines.push({ y: letter.y, size: letter.run.size, letters: [letter] });
    else line.letters.push(letter);
  }
  return lines;
}

/** Reads letters as the eye does: baseline by baseline, left to right, split at gaps wider than half the size. */
function visualRuns(letters: readonly Letter[], budget: Budget): VisualRun[] {
  return linesOf(letters, budget).flatMap((line) => {
    line.letters.sort((a, b) => a.x - b.x);
    const runs: Letter[][] = [];
    let end = Number.NEGATIVE_INFINITY;
    for (const letter of line.letters) {
      if (letter.x - end > letter.run.size * 0.5 || runs.length === 0) runs.push([]);
      runs.at(-1)!.push(letter);
      end = letter.x + letter.advance;
    }
    return runs.map((all) => ({ text: all.map(({ text }) => text).join(''), letters: all }));
  });
}

/**
 * The places in a run where a number stands, with no other digit or Latin letter right before or after it (988lifeline.org),
 * and not as a part of one of the others: 800 911 2000.
 */
export function printingsIn(
  { text, letters }: VisualRun,
  number: string,
  others: readonly string[] = [],
  addresses: ReadonlySet<string> = noAddress,
): readonly (readonly Letter[])[] {
  const wanted = shown(number);
  if (wanted === '' || !text.includes(wanted)) return none;
  const printings: (readonly Letter[])[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (
      isTouched(text, at, end) ||
      isWithinOther(text, at, end, others) ||
      isOfAddress(text, at, end, addresses)
    )
      continue;
    let offset = 0;
    printings.push(
      letters.filter(({ text: { length } }) => {
        const start = offset;
        offset += length;
        return start >= at && start < end;
      }),
    );
  }
  return printings;
}

const none: readonly (readonly Letter[])[] = [];
const noAddress: ReadonlySet<string> = new Set();

/** Signs of an address, and those that may end one. */
const [addressSign, addressEnd] = [/[\w.~:/?#@%&=+-]/, /[\w/]/];

/** True where what stands there is a part of an address that the file opens: 3114 of www.3114.fr. */
export function isOfAddress(
  text: string,
  start: number,
  end: number,
  addresses: ReadonlySet<string>,
): boolean {
  if (addresses.size === 0) return false;
  // What is longer than each address is a part of none.
  const longest = Math.max(...Array.from(addresses, ({ length }) => length));
  let from = start;
  while (from > 0 && start - from <= longest && addressSign.test(text[from - 1]!)) from--;
  // A full stop behind it ends the sentence.
  let to = end;
  for (let at = end; at < text.length && to - end <= longest && addressSign.test(text[at]!); at++)
    if (addressEnd.test(text[at]!)) to = at + 1;
  if (Math.max(start - from, to - end) > longest) return false;
  if (!/[A-Za-z]/.test(text.slice(from, start) + text.slice(end, to))) return false;
  const whole = text.slice(from, to).toLowerCase();
  for (const address of addresses) if (address.includes(whole)) return true;
  return false;
}

/**
 * Addresses of the web and of mail that the links of a file open, as they are typed: with `www.` too, which is the same host;
 * and the imprint, whose guide may be called as its number is: fr-3114.
 */
export function addressesOf({ links, imprint }: Pick<Expectation, 'links' | 'imprint'>): ReadonlySet<string> {
  return new Set([
    ...links.flatMap(({ uri }) => {
      const address = uri.toLowerCase();
      if (!/^(?:https?|mailto):/.test(address)) return [];
      return [address, address.replace(/^(https?:\/\/)(?!www\.)/, '$1www.')];
    }),
    imprint.toLowerCase(),
  ]);
}

/** True where what stands from `start` to `end` is a part of a longer number. */
export function isWithinOther(text: string, start: number, end: number, others: readonly string[]): boolean {
  return others.some((other) => {
    if (other.length <= end - start) return false;
    for (let at = text.indexOf(other); at >= 0 && at <= start; at = text.indexOf(other, at + 1))
      if (at + other.length >= end) return true;
    return false;
  });
}

/** Some scripts have their digits beyond U+FFFF: two units. */
const endsTouching = /[\p{Nd}A-Za-z]$|\p{Nd}[-.,/]$/u;
const beginsTouching = /^[\p{Nd}A-Za-z]|^[-.,/]\p{Nd}/u;
/** Digits of the script that numbers are in take one unit, and the sign between another. */
const mostTouching = 3;

/** True where a digit or a Latin letter touches what stands there, or a sign joins a digit to it: the 188 of “CRM 45.188” is no number. */
export function isTouched(text: string, start: number, end: number): boolean {
  return (
    endsTouching.test(text.slice(Math.max(0, start - mostTouching), start)) ||
    beginsTouching.test(text.slice(end, end + mostTouching))
  );
}

/** Is the letter's text more than white space? */
export function isSeenLetter({ run, index }: Letter): boolean {
  return (run.font.kinds[run.glyphs.codes[index]!]! & isSeen) !== 0;
}

/** All visual runs of an area that have digits. */
export function numbersIn(document: Document, page: Page, area: PageArea): readonly VisualRun[] {
  const { numbers } = document.found;
  let ofPage = numbers.get(page);
  if (ofPage === undefined) {
    ofPage = new Map();
    numbers.set(page, ofPage);
  }
  let found = ofPage.get(area);
  if (found === undefined) {
    found = findNumbers(document, page, area);
    ofPage.set(area, found);
  }
  return found;
}

function findNumbers({ file }: Document, { content }: Page, area: PageArea): VisualRun[] {
  const { x, y, width, height, rotate } = area;
  const within = grown([x, y, x + width, y + height], rounding);
  const frame = frameOf(area);
  const view: View = {
    key: `${placeOf(area)} ${rotate}`,
    frame,
    counts: ({ ink, glyphs, first }) =>
      ink === undefined ? isIn(area, glyphs.xs[first]!, glyphs.ys[first]!) : touch(ink, within),
  };
  const read = (runs: readonly Run[]) => visualRuns(lettersOf(runs, frame, area), file.budget);
  return readRows(content.pieces, numbersOf, view, gapOfLines, read, file.budget);
}

function numbersOf({ found }: Piece): ReadRows<VisualRun> {
  found.numbers ??= new ReadRows();
  return found.numbers;
}

/** All visual runs of a page on the lines that have digits, in the frame of an area, of what lies outside of it too. */
export function numbersAround({ content }: Page, area: PageArea, budget: Budget): VisualRun[] {
  const frame = frameOf(area);
  const view: View = { key: '', frame, counts: () => true };
  const read = (runs: readonly Run[]) => visualRuns(lettersOf(runs, frame), budget);
  return readRows(content.pieces, () => new ReadRows<VisualRun>(), view, gapOfLines, read, budget);
}
