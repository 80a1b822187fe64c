import type { Kept } from '../kept.ts';
import type { Expectation } from '../types.ts';
import { normalize } from './text.ts';

/** Letters, digits and the marks on them: what says something. All else (spaces, points, signs) may stand anywhere. */
const says = /[\p{L}\p{N}\p{M}]/u;
/** One of them, of ASCII. */
const isPlain = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
/** A text from the first that says something to the last. */
function core(text: string): string {
  // Most begin and end so.
  if (isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1))) return text;
  const from = text.search(says);
  if (from < 0) return '';
  let end = text.length;
  // From the end by hand: an expression that ends with `$` takes as many steps as the square of the length.
  while (end > from) {
    const last = lastOf(text, end);
    if (says.test(last)) break;
    end -= last.length;
  }
  return text.slice(from, end);
}

/** The character that ends at a place: one unit, or two. */
function lastOf(text: string, end: number): string {
  const pair = text.slice(end - 2, end);
  return pair.length === 2 && pair.codePointAt(0)! > 0xffff ? pair : text.slice(end - 1, end);
}

/** The numeral that a list or a heading begins with, and that of a part: 1, 1.2. */
const numeral = /^\p{Nd}{1,2}(?!\p{Nd})/u;
const ofPart = /^\p{Nd}{1,2}\.\p{Nd}{1,2}(?![.,]?\p{Nd})/u;

/** Texts that a book remembers. */
const mostKnown = 1000;

/** The number of a page, of up to 500. */
const pageNumber = /^[1-9]\d{0,2}(?!\p{N})/u;
const nearNumber = /\p{N}[^\p{L}\p{N}/]*$/u;

/** What a file may say, in pieces: a text is made of them alone, or has something foreign in it. */
export class Phrasebook {
  readonly #base: Phrasebook | undefined;
  /** Numbers of pages that a text may say; 0: none. */
  readonly #pages: number;
  readonly #whole: ReadonlySet<string>;
  readonly #byFirst = new Map<string, string[]>();
  /** Texts in which nothing was found foreign. */
  readonly #known = new Set<string>();

  /** `base` is a book whose pieces are this one's too; `pages` is how many pages say their numbers. */
  constructor(pieces: readonly string[], base?: Phrasebook, pages = 0) {
    this.#base = base;
    this.#pages = pages;
    const stripped = pieces.map((piece) => core(normalize(piece))).filter((p) => p !== '');
    this.#whole = new Set(stripped);
    for (const piece of this.#whole) {
      const first = piece[0]!;
      const same = this.#byFirst.get(first);
      if (same === undefined) this.#byFirst.set(first, [piece]);
      else same.push(piece);
    }
  }

  /** What a text may be made of whatever the numbers of its file are: the same book for all files of a plate. */
  get base(): Phrasebook | undefined {
    return this.#base;
  }

  /** Where a text begins to say what is in no piece; undefined: nothing in it is foreign. */
  foreign(text: string): string | undefined {
    return this.isOfBase(text) ? undefined : this.#foreign(text);
  }

  /** Is it made of the pieces of the base alone? That is not asked where it says a piece of this book: most say no other number. */
  isOfBase(text: string): boolean {
    if (this.#base === undefined) return false;
    if (this.#base.isKnown(text)) return true;
    for (const piece of this.#whole) if (text.includes(piece)) return false;
    return this.#base.#learns(text);
  }

  /** Was it found before that a text, as texts are folded, has nothing foreign in it? */
  isKnown(text: string): boolean {
    return this.#known.has(text);
  }

  /** Is a text made of these pieces alone? More of them would change nothing. */
  #learns(text: string): boolean {
    if (this.foreign(text) !== undefined) return false;
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.add(text);
    return true;
  }

  #foreign(text: string): string | undefined {
    const plain = core(text);
    if (plain === '' || this.#isPiece(plain)) return undefined;
    // Every place that pieces lead to, one after the other: each may go on with several.
    const reached = new Uint8Array(plain.length + 1);
    reached[0] = 1;
    reached[numeral.exec(plain)?.[0].length ?? 0] = 1;
    reached[ofPart.exec(plain)?.[0].length ?? 0] = 1;
    let last = 0;
    for (let at = 0; at < plain.length; at++) {
      if (reached[at] === 0) continue;
      last = at;
      const character = String.fromCodePoint(plain.codePointAt(at)!);
      if (!says.test(character)) reached[at + character.length] = 1;
      for (const piece of this.#from(plain[at]!))
        if (plain.startsWith(piece, at)) reached[at + piece.length] = 1;
      reached[at + this.#pageNumberAt(plain, at)] = 1;
    }
    return reached[plain.length] === 1 ? undefined : plain.slice(last);
  }

  /** How long the number of a page is that stands at a place: by itself, with no other number near but after a slash. */
  #pageNumberAt(text: string, at: number): number {
    if (this.#pages === 0) return 0;
    const [number = ''] = pageNumber.exec(text.slice(at, at + 5)) ?? [];
    if (number === '' || Number(number) > this.#pages) return 0;
    return nearNumber.test(text.slice(Math.max(0, at - 8), at)) ? 0 : number.length;
  }

  #isPiece(text: string): boolean {
    if (this.#whole.has(text)) return true;
    return this.#base === undefined ? false : this.#base.#isPiece(text);
  }

  *#from(first: string): Generator<string> {
    yield* this.#byFirst.get(first) ?? [];
    if (this.#base !== undefined) yield* this.#base.#from(first);
  }
}

/** All that pages, alternative texts and descriptions may say: texts, words, numbers, the imprint. */
export function phrasebookOf(expectation: Expectation, kept?: Kept): Phrasebook {
  const { title, pointer, imprint, texts, words, numbers, links, qr, numbered, sheets } = expectation;
  const pages = numbered === true ? sheets.reduce((sum, { areas }) => sum + areas.length, 0) : 0;
  const make = () =>
    new Phrasebook(
      [...[...words, title, pointer, imprint], ...[...texts, ...links].map(({ text }) => text)],
      undefined,
      pages,
    );
  const base = kept?.phrasebooks.get([texts, words, links, title, pointer, imprint, pages], make) ?? make();
  return new Phrasebook([qr.content, ...numbers.map(({ display }) => display)], base, pages);
}
