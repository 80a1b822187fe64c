import type { Face } from '../text/index.ts';
import type { Composite } from './subset.ts';

/**
 * What one code of a document's font stands for: a glyph or a composite, and the source text it was set for. `key` says all
 * of it, and where it ends.
 */
export type FontSymbol =
  | { readonly glyph: number; readonly text: string; readonly key: string }
  | { readonly composite: Composite; readonly text: string; readonly key: string };

/** States of a face's fonts, at most: then they are counted anew. */
const mostStates = 20_000;

/** The codes that a font has given, in order. Fonts of one face that gave the same are in the same state. */
export class FontState {
  /** How many codes. */
  readonly depth: number;
  readonly before: FontState | undefined;
  readonly symbol: FontSymbol | undefined;
  /** Names all of its symbols; made when it is asked for. */
  key: string | undefined;
  /** Most states are followed by one other. */
  #next: FontState | undefined;
  #others: Map<string, FontState> | undefined;

  constructor(before?: FontState, symbol?: FontSymbol) {
    this.depth = before === undefined ? 0 : before.depth + 1;
    this.before = before;
    this.symbol = symbol;
  }

  /** With one code more. */
  after(symbol: FontSymbol, made: () => void): FontState {
    if (this.#next?.symbol?.key === symbol.key) return this.#next;
    let state = this.#others?.get(symbol.key);
    if (state === undefined) {
      state = new FontState(this, symbol);
      made();
      if (this.#next === undefined) this.#next = state;
      else {
        this.#others ??= new Map();
        this.#others.set(symbol.key, state);
      }
    }
    return state;
  }
}

/** Where the states of a face begin, and how many there are. */
export class FirstState {
  readonly state = new FontState();
  count = 0;
}

const firstStates = new WeakMap<Face, FirstState>();

export function firstStateOf(face: Face): FirstState {
  let first = firstStates.get(face);
  if (first === undefined || first.count > mostStates) {
    first = new FirstState();
    firstStates.set(face, first);
  }
  return first;
}
