import type { Kept } from '../kept.ts';
import type { Document } from '../page/read.ts';
import { type Block, blocksOf } from '../reading/text.ts';
import { type Dialable, dialablesIn, hasDigit } from './dialable.ts';

/** Signs that are dialled (E.161), and strokes that are read as a 1: right beside a number they make another one of it. */
export const stroke = '[*#|¦‖│┃∣❘\\u20d2\\u20d3]';
const anyStroke = new RegExp(`[+]|${stroke}`);

/** A text in which numbers are sought. What stays from file to file knows what is in it. */
export class Sought {
  readonly text: string;
  readonly hasDigit: boolean;
  #dialables: readonly Dialable[] | undefined;
  #hasStroke: boolean | undefined;

  constructor(text: string, hasDigit: boolean) {
    this.text = text;
    this.hasDigit = hasDigit;
  }

  /** What of it could be dialled. */
  get dialables(): readonly Dialable[] {
    this.#dialables ??= this.hasDigit ? dialablesIn(this.text) : none;
    return this.#dialables;
  }

  /** Has it a plus, or one of the signs that {@link stroke} lists? */
  get hasStroke(): boolean {
    this.#hasStroke ??= anyStroke.test(this.text);
    return this.#hasStroke;
  }
}

const none: readonly Dialable[] = [];

/** A text, with what was found in it before. */
export function soughtIn(text: string, kept: Kept | undefined): Sought {
  if (!hasDigit(text)) return new Sought(text, false);
  const make = () => new Sought(text, true);
  return kept?.sought.get(text, make) ?? make();
}

export function soughtInBlock({ text, found }: Block, kept: Kept | undefined): Sought {
  found.sought ??= soughtIn(text, kept);
  return found.sought;
}

/** The texts of a file that may say one of these numbers: none without a digit says a number with one. */
export function blocksSaying(document: Document, displays: readonly string[]): readonly Block[] {
  return displays.every(hasDigit) ? withDigits(document) : blocksOf(document);
}

function withDigits(document: Document): readonly Block[] {
  document.found.withDigits ??= blocksOf(document).filter(
    (block) => soughtInBlock(block, document.kept).hasDigit,
  );
  return document.found.withDigits;
}
