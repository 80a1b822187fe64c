import { type Place, PressError, type Problem, problem } from '../diagnostics/index.ts';
import type { Neighbours } from './divided-numbers.ts';
import type { Numeral } from './guide-numbers.ts';
import type { GuideData } from './schema/schema.ts';
import type { GuideText } from './texts.ts';

/** A guide, loaded and checked. Nothing of it changes: for another number there is `withHelpline`, for another
 * publisher `withPublisher`. */
export interface Guide {
  /** Folder that images are looked for in. */
  readonly folder: string;
  /** Path of `guide.yaml`. */
  readonly file: string;
  readonly data: GuideData;
  /** Every text by its key, in reading order. */
  readonly texts: ReadonlyMap<string, GuideText>;
  /** The publisher's logo, where it does not lie in the guide's folder: `src` is what the guide's data call it. */
  readonly logo?: { readonly src: string; readonly folder: string; readonly path: string };
  /** Things to know that refuse nothing. */
  readonly warnings: readonly Problem[];
  /** Where a text stands, or a field without one: `sources.nds.address`. */
  place(key: string): Place;
}

/** What is known of a guide that was loaded here. */
export interface Loaded {
  /** The guide itself, frozen: what is printed, whatever a caller holds. */
  readonly guide: Guide;
  readonly numerals: readonly Numeral[];
  readonly neighbours: readonly Neighbours[];
}

/** By the guide itself, and by what callers hold of it. */
const loaded = new WeakMap<object, Loaded>();

/** Makes a guide known as one that was checked. `held` is what a caller gets for it. */
export function keep(known: Loaded, held: Guide = known.guide): Guide {
  loaded.set(held, known);
  return held;
}

/**
 * What was loaded for what a caller holds.
 * @throws PressError GUIDE_CHANGED for anything that `loadGuide` and `withHelpline` did not give: a copy, a clone, a text
 */
export function loadedOf(held: unknown): Loaded {
  const known = typeof held === 'object' && held !== null ? loaded.get(held) : undefined;
  if (known !== undefined) return known;
  throw new PressError([
    problem(
      'GUIDE_CHANGED',
      'This is not a guide as it was loaded: nobody knows whether it was checked.',
      {},
      'Give what loadGuide or withHelpline gave, and no copy of it.',
    ),
  ]);
}
