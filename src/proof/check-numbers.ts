import { bandsOf, type Frame, type Letter, lettersOf, runsWithDigits } from './area.ts';
import { type Budget, costs } from './budget.ts';
import { apart, type Dialable, dialablesIn, enough, isNoNumber, isOneOf, plainDigits } from './dialable.ts';
import { madeOf } from './found.ts';
import type { Kept } from './kept.ts';
import { digitsOf as shownDigits } from './number.ts';
import { type PageContent, pieceOf, type Run } from './page-content.ts';
import { pageNames } from './page-label.ts';
import { indexOf, turnOf } from './piece-index.ts';
import type { Document } from './read.ts';
import { alternativesOf } from './strings.ts';
import { blocksOf } from './text.ts';
import type { Check, Expectation } from './types.ts';
import { count, verdict } from './verdict.ts';

const digitsOf = (text: string) => plainDigits(text).replace(/\D/g, '');

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
/** Signs that are dialled (E.161), and strokes that are read as a 1: right beside a number they make another one of it. */
const stroke = '[*#|¦‖│┃∣❘\\u20d2\\u20d3]';
const signBefore = new RegExp(`(?:[+]|${stroke})$`, 'u');
const signAfter = new RegExp(`^${stroke}`, 'u');

/** What may be dialled, and what only looks like it. */
class Known {
  /** As shown and as dialled: digits. */
  readonly #numbers: ReadonlySet<string>;
  readonly #harmless: ReadonlySet<string>;

  readonly #everyday: readonly string[];
  /** Numbers that are shown with letters: what their digits are beside them nobody can say. */
  readonly #lettered: readonly string[];
  /** The longest first: one may be a part of another. */
  readonly #displays: readonly string[];

  constructor({ helpline, numbers, imprint, texts, words, everyday = none }: Expectation, kept?: Kept) {
    // Only what stands in a text: a list by itself lets nothing pass.
    const standing = () => {
      const said = [...texts.map(({ text }) => text), ...words];
      return everyday.filter((each) => said.some((text) => text.includes(each)));
    };
    this.#everyday = kept?.everyday.get([texts, words, everyday], standing) ?? standing();
    const [displays, uris] = [new Set<string>(), new Set<string>()];
    for (const { display, uri } of [helpline, ...numbers]) {
      displays.add(display);
      uris.add(uri);
    }
    const all = [
      ...[...displays].flatMap((display) => [shownDigits(display), digitsOf(display)]),
      ...[...uris].map(digitsOf),
    ];
    this.#numbers = new Set(all.filter((digits) => digits !== ''));
    this.#displays = [...displays].sort((a, b) => b.length - a.length);
    this.#lettered = [...displays].filter((display) => /\p{L}/u.test(display));
    // The imprint is the press's own: a version and a date.
    this.#harmless = new Set(
      (kept?.dialables.get(imprint, () => dialablesIn(imprint)) ?? dialablesIn(imprint))
        .map(({ digits }) => digits)
        .filter((digits) => !this.#isNear(digits)),
    );
  }

  /** A line without the numbers that are shown with letters, where no other digit touches them. */
  without(line: string): string {
    return this.#lettered.reduce(
      (rest, display) =>
        rest
          .split(display)
          .reduce((before, after) =>
            touchesBefore.test(before) || touchesAfter.test(after)
              ? `${before}${display}${after}`
              : `${before}\ufffc${after}`,
          ),
      line,
    );
  }

  /** A number of the guide with a sign right beside it that makes another one of it, as it stands in a line. */
  touchedIn(line: string): string | undefined {
    let rest = line;
    for (const display of this.#displays) {
      for (let at = rest.indexOf(display); at >= 0; at = rest.indexOf(display, at + 1)) {
        const [first] = signBefore.exec(rest.slice(0, at)) ?? [''];
        const [last] = signAfter.exec(rest.slice(at + display.length)) ?? [''];
        if (first !== '' || last !== '') return `${first}${display}${last}`;
      }
      rest = rest.replaceAll(display, '\ufffc');
    }
    return undefined;
  }

  /** A number of its own, or one that differs from a known one by a slip. */
  isWrong({ text, digits }: Dialable): boolean {
    if (this.#numbers.has(digits) || this.#harmless.has(digits)) return false;
    if (this.#isSequence(text.trim().split(/[\s/]+/))) return false;
    if (this.#isNear(digits)) return true;
    return digits.length >= enough && !isNoNumber(text) && !isOneOf(this.#everyday, text);
  }

  /** Known numbers and dates, one after the other: how far the parts can be read so, from each place on. */
  #isSequence(parts: readonly string[]): boolean {
    const reached = new Set([0]);
    for (let from = 0; from < parts.length; from++) {
      if (!reached.has(from)) continue;
      for (let to = from + 1; to <= Math.min(parts.length, from + mostParts); to++) {
        const part = parts.slice(from, to).join(' ');
        if (this.#numbers.has(part.replace(/\D/g, '')) || isNoNumber(part)) reached.add(to);
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
  const look = (place: string, line: string) => {
    const touched = known.touchedIn(line);
    if (touched !== undefined) wrong.add(`${place} shows ${touched}`);
    const rest = known.without(line);
    const found = kept?.dialables.get(rest, () => dialablesIn(rest)) ?? dialablesIn(rest);
    for (const dialable of found) {
      if (dialable.digits.length >= enough) looked++;
      if (known.isWrong(dialable)) wrong.add(`${place} shows ${dialable.text.trim().slice(0, mostShown)}`);
    }
  };
  document.pages.forEach(({ content, annotations }, i) => {
    for (const line of linesOf(document, content)) look(`page ${i + 1}`, line);
    for (const { contents } of annotations) look(`a link of page ${i + 1}`, contents ?? '');
  });
  for (const { text } of blocksOf(document)) look('a text', text);
  for (const { text } of alternativesOf(document)) look('an alternative text', text);
  for (const title of document.bookmarks) look('a bookmark', title);
  for (const name of pageNames(document)) look('the name of a page', name);
  const passed = `${count(looked, 'long number')} on ${count(document.pages.length, 'page')} are all the guide's.`;
  return verdict('HELPLINE_WRONG', [...wrong], document.pages.length, passed);
}

/** The lines of a page that have digits, as the eye reads them, in whatever direction they run. */
function linesOf({ file }: Document, content: PageContent): string[] {
  const { pieces } = content;
  const firsts = new Map<number, Run>();
  for (const piece of pieces)
    for (const [turn, run] of indexOf(piece).turns) if (!firsts.has(turn)) firsts.set(turn, run);
  return [...firsts].flatMap(([turn, { dx, dy }]) => {
    const along: Frame = (x, y) => [dx * x + dy * y, dx * y - dy * x];
    const axis = dy === 0 ? 'y' : dx === 0 ? 'x' : undefined;
    const counts = (run: Run) => run.seen > 0 && turnOf(run) === turn;
    const runs = runsWithDigits(pieces, along, axis, counts);
    const largest = runs.reduce((most, { size }) => Math.max(most, size), 0);
    return bandsOf(runs, along, largest * oneHeight).flatMap((band) => {
      const { found } = pieceOf(content, band[0]);
      found.lines ??= new Map();
      return madeOf(found.lines, band, [dx, dy], () => read(lettersOf(band, along), file.budget));
    });
  });
}

/** Letters so far above each other still follow each other, parts of the smaller's size. */
const oneHeight = 0.7;

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
