import { FontShelf } from './font.ts';

/** Fonts kept: some forty languages, a few faces each. */
const mostFonts = 256;

/**
 * What a prover keeps from file to file, so that it need not be read again: fonts, by their bytes. It saves time, and
 * changes no verdict. Whoever makes it owns it; nothing outlives it.
 */
export class Kept {
  readonly fonts = new FontShelf(mostFonts);

  /** Lets go of everything. */
  clear(): void {
    this.fonts.clear();
  }
}
