import { type Budget, costs } from '../file/budget.ts';
import type { Kept } from '../kept.ts';
import {
  apart,
  type Dialable,
  enough,
  hasDigit,
  isNoNumber,
  isOneOf,
  plainDigits,
  sentencesOf,
  setApart,
} from '../numbers/dialable.ts';
import { digitsOf as shownDigits } from '../numbers/number.ts';
import { blocksSaying, type Sought, soughtIn, soughtInBlock, stroke } from '../numbers/sought.ts';
import type { PageContent, Piece, Run } from '../page/page-content.ts';
import { indexOf, turnOf } from '../page/piece-index.ts';
import type { Document } from '../page/read.ts';
import { type Letter, lettersOf } from '../reading/area.ts';
import { pageNames } from '../reading/page-label.ts';
import { type Frame, ReadRows, readRows, type View } from '../reading/rows.ts';
import { alternativesOf } from '../reading/strings.ts';
import type { Check, Expectation } from '../types.ts';
import { count, verdict } from './verdict.ts';

const digitsOf = (text: string) => plainDigits(text).replace(/\D/g, '');

/** Digits of a number, and letters that stand for some. */
const signsOf = (text: string) => text.replace(/[^\p{L}\p{N}|!]/gu, '').length;

/** Signs of a number that are told. */
const mostShown = 100;

/** Parts, with blanks between them, that one number may have. */
const mostParts = 8;

const none: readonly string[] = [];

/**
 * What may belong to a number with letters that it touches: digits and letters, but for those of scripts that set no
 * space between words, where any word stands so. Han has numerals of its own (UAX 44, kPrimaryNumeric).
 */
const touching =
  '(?:[〇零一二三四五六七八九十百千万億兆]|\\p{N}|(?![\\p{scx=Hani}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}])\\p{L})';
const touchesBefore = new RegExp(`${touching}$`, 'u');
const touchesAfter = new RegExp(`^${touching}`, 'u');
/** What such signs are right before and right after a number. */
const [signBefore, signAfter] = [new RegExp(`[+]|${stroke}`), new RegExp(stroke)];

/** What may be dialled, and what only looks like it. */
class Known {
  /** As shown and as dialled: digits. */
  readonly #numbers: ReadonlySet<string>;
  readonly #harmless: ReadonlySet<string>;
  /** Of two digits: known among others that follow each other, 15/17/18/112. */
  readonly #codes: readonly string[];

  readonly #everyday: readonly string[];
  readonly #kept: Kept | undefined;
  /** Numbers that are shown with letters: what their digits are beside them nobody can say. */
  readonly #lettered: readonly string[];
  /** The longest first: one may be a part of another. */
  readonly displays: readonly string[];

  constructor(expectation: Expectation, kept?: Kept) {
    const { helpline, numbers, codes = [], imprint, texts, words, qr, everyday = none } = expectation;
    this.#kept = kept;
    this.#codes = codes.map(({ display }) => display);
    // Only what stands in a text, or in the address that the code opens: a list by itself lets nothing pass.
    const address = qr.content.startsWith('https://') ? qr.content : '';
    const standing = () => {
      const said = [...texts.map(({ text }) => text), ...words, address];
      return everyday.filter((each) => said.some((text) => text.includes(each)));
    };
    this.#everyday = kept?.everyday.get([texts, words, address, everyday], standing) ?? standing();
    const displays = new Set<string>();
    const all = new Set<string>();
    for (const { display, uri } of [helpline, ...numbers]) {
      all.add(digitsOf(uri));
      if (displays.has(display)) continue;
      displays.add(display);
      all.add(shownDigits(display)).add(digitsOf(display));
    }
    all.delete('');
    this.#numbers = all;
    this.displays = [...displays].sort((a, b) => b.length - a.length);
    this.#lettered = [...displays].filter((display) => /\p{L}/u.test(display));
    // The imprint is the press's own: a version and a date.
    this.#harmless = new Set(
      soughtIn(imprint, kept)
        .dialables.map(({ digits }) => digits)
        .filter((digits) => !this.#isNear(digits)),
    );
  }

  /** What could be dialled in a line without the numbers that are shown with letters, where no other digit touches them. */
  beside({ text, dialables }: Sought): readonly Dialable[] {
    const shown = this.#lettered.filter((display) => text.includes(display));
    if (shown.length === 0) return dialables;
    return soughtIn(shown.reduce(without, text), this.#kept).dialables;
  }

  /** A number of the guide with a sign right beside it that makes another one of it, as it stands in a line. */
  touchedIn({ text, hasStroke }: Sought): string | undefined {
    if (!hasStroke) return undefined;
    let rest = text;
    for (const display of this.displays) {
      let isThere = false;
      for (let at = rest.indexOf(display); at >= 0; at = rest.indexOf(display, at + 1)) {
        isThere = true;
        const [before, after] = [rest.charAt(at - 1), rest.charAt(at + display.length)];
        const first = signBefore.test(before) ? before : '';
        const last = signAfter.test(after) ? after : '';
        if (first !== '' || last !== '') return `${first}${display}${last}`;
      }
      if (isThere) rest = rest.replaceAll(display, '\ufffc');
    }
    return undefined;
  }

  /** What of a line, in which `found` stands {@link beside}, is none of the guide's: beside its numbers stand digits that count something else. */
  wrongIn(line: Sought, found: readonly Dialable[]): readonly Dialable[] {
    const wrong = found.filter((each) => this.#isWrong(each));
    if (wrong.length === 0) return wrong;
    const apart = this.displays.reduce(setApart, line.text);
    if (apart === line.text) return wrong;
    return this.beside(soughtIn(apart, this.#kept)).filter((each) => this.#isWrong(each));
  }

  /** A number of its own, or one that differs from a known one by a slip. */
  #isWrong({ text, digits }: Dialable): boolean {
    if (this.#numbers.has(digits) || this.#harmless.has(digits)) return false;
    if (this.#isSequence(text.trim().split(/[\s/]+/))) return false;
    if (this.#isNear(digits)) return true;
    return digits.length >= enough && sentencesOf(text).some((each) => this.#isLong(each));
  }

  #isLong(text: string): boolean {
    return signsOf(text) >= enough && !isNoNumber(text) && !isOneOf(this.#everyday, text);
  }

  /** Known numbers and dates, one after the other: how far the parts can be read so, from each place on. */
  #isSequence(parts: readonly string[]): boolean {
    const reached = new Set([0]);
    for (let from = 0; from < parts.length; from++) {
      if (!reached.has(from)) continue;
      for (let to = from + 1; to <= Math.min(parts.length, from + mostParts); to++) {
        const part = parts.slice(from, to).join(' ');
        const digits = part.replace(/\D/g, '');
        if (this.#numbers.has(digits) || this.#codes.includes(digits) || isNoNumber(part)) reached.add(to);
      }
    }
    return reached.has(parts.length);
  }

  #isNear(digits: string): boolean {
    for (const number of this.#numbers)
      if (number.length >= 5 && apart(number, digits) <= (number.length < enough ? 1 : 2)) return true;
    return false;
  }
}

/** Whatever could be dialled on a page, in a title, a description or an alternative text is the guide's. */
export function checkOtherNumbers(document: Document, expectation: Expectation): Check {
  const { kept } = document;
  const known = new Known(expectation, kept);
  const wrong = new Set<string>();
  let looked = 0;
  const look = (place: string, sought: Sought) => {
    const touched = known.touchedIn(sought);
    if (touched !== undefined) wrong.add(`${place} shows ${touched}`);
    const found = known.beside(sought);
    for (const { digits } of found) if (digits.length >= enough) looked++;
    for (const { text } of known.wrongIn(sought, found))
      wrong.add(`${place} shows ${text.trim().slice(0, mostShown)}`);
  };
  const isDigital = known.displays.every(hasDigit);
  // A text without a digit shows no number that has one, and nothing of it can be dialled.
  const lookAt = (place: string, text: string) => {
    if (!isDigital || hasDigit(text)) look(place, soughtIn(text, kept));
  };
  document.pages.forEach(({ content, annotations }, i) => {
    for (const line of linesOf(document, content)) look(`page ${i + 1}`, line);
    for (const { contents } of annotations) lookAt(`a link of page ${i + 1}`, contents ?? '');
  });
  for (const block of blocksSaying(document, known.displays)) look('a text', soughtInBlock(block, kept));
  for (const { text } of alternativesOf(document)) lookAt('an alternative text', text);
  for (const title of document.bookmarks) lookAt('a bookmark', title);
  for (const name of pageNames(document)) lookAt('the name of a page', name);
  const passed = `${count(looked, 'long number')} on ${count(document.pages.length, 'page')} are all the guide's.`;
  return verdict('HELPLINE_WRONG', [...wrong], document.pages.length, passed);
}

/** A line without a number that it shows with letters, where no other digit touches it. */
function without(line: string, display: string): string {
  return line
    .split(display)
    .reduce((before, after) =>
      touchesBefore.test(before) || touchesAfter.test(after)
        ? `${before}${display}${after}`
        : `${before}\ufffc${after}`,
    );
}

/** The lines of a page that have digits, as the eye reads them, in whatever direction they run. */
function linesOf({ file, kept }: Document, { pieces }: PageContent): Sought[] {
  const firsts = new Map<number, Run>();
  for (const piece of pieces)
    for (const [turn, run] of indexOf(piece).turns) if (!firsts.has(turn)) firsts.set(turn, run);
  const found: Sought[] = [];
  for (const [turn, { dx, dy }] of firsts) {
    const frame: Frame = (x, y) => [dx * x + dy * y, dx * y - dy * x];
    const counts = (run: Run) => run.seen > 0 && turnOf(run) === turn;
    const view: View = { key: `${dx} ${dy}`, frame, counts };
    const lines = (runs: readonly Run[]) =>
      read(lettersOf(runs, frame), file.budget).map((line) => soughtIn(line, kept));
    for (const line of readRows(pieces, linesIn, view, gapOf, lines, file.budget)) found.push(line);
  }
  return found;
}

function linesIn({ found }: Piece): ReadRows<Sought> {
  found.lines ??= new ReadRows();
  return found.lines;
}

/** Letters so far above each other still follow each other, parts of the smaller's size. */
const oneHeight = 0.7;
const gapOf = (largest: number) => largest * oneHeight;

/** Letters that follow each other: on one height, more or less, and less than the smaller's size apart. */
function read(letters: readonly Letter[], budget: Budget): string[] {
  const lines: { text: string; last: Letter }[] = [];
  for (const letter of letters.toSorted((a, b) => a.x - b.x)) {
    const line = lines.findLast(({ last }) => {
      budget.spend(costs.test);
      const smaller = Math.min(last.run.size, letter.run.size);
      const gap = letter.x - last.x - last.advance;
      return gap < smaller && gap > -smaller && Math.abs(letter.y - last.y) < smaller * oneHeight;
    });
    if (line === undefined) {
      lines.push({ text: letter.text, last: letter });
      continue;
    }
    const gap = letter.x - line.last.x - line.last.advance;
    line.text += gap > letter.run.size * 0.15 ? ` ${letter.text}` : letter.text;
    line.last = letter;
  }
  return lines.map(({ text }) => text);
}
