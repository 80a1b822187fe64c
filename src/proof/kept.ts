import { FontShelf } from './font.ts';
import type { Phrasebook } from './phrasebook.ts';

/** Fonts kept: some forty languages, a few faces each. */
const mostFonts = 256;

/** Pictures kept in which codes were sought. */
const mostPictures = 1000;

/**
 * What a prover keeps from file to file, so that it need not be read again: fonts, by their bytes, the QR
 * codes of pictures, by their pixels, and what may be said. It saves time, and
 * changes no verdict. Whoever makes it owns it; nothing outlives it.
 */
export class Kept {
  readonly fonts = new FontShelf(mostFonts);
  #book: { readonly lists: readonly object[]; readonly book: Phrasebook } | undefined;
  readonly #codes = new Map<string, readonly string[]>();

  /** The phrasebook of these lists themselves, not of equal ones: a plate has the same for every number. */
  phrasebook(lists: readonly object[], make: () => Phrasebook): Phrasebook {
    const known = this.#book;
    if (known !== undefined && lists.every((list, i) => list === known.lists[i])) return known.book;
    this.#book = { lists, book: make() };
    return this.#book.book;
  }

  /** What the codes of a picture say; `key` is of its pixels. */
  codes(key: string, decode: () => readonly string[]): readonly string[] {
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    if (this.#codes.size >= mostPictures) this.#codes.clear();
    const found = decode();
    this.#codes.set(key, found);
    return found;
  }

  /** Lets go of everything. */
  clear(): void {
    this.fonts.clear();
    this.#book = undefined;
    this.#codes.clear();
  }
}
