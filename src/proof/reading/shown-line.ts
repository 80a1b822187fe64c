import bidiModule, { type Bidi } from 'bidi-js';
import type { Shelf } from '../kept.ts';

// The package's declarations describe its ESM build; Node loads the CommonJS one, whose export is the factory itself.
const bidiFactory = bidiModule as unknown as () => Bidi;

let bidi: Bidi | undefined;

/** Marks and controls of direction: never drawn. */
const steering = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The right-to-left blocks beyond the Basic Multilingual Plane: bidi-js takes each half of a pair for a Latin letter. */
const farRightToLeft = /[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/gu;

/** What may be of another direction than from left to right, or steers it; scripts that read so, and their digits. */
const mayTurn =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** How the signs of a line are moved, whatever its European digits are: all ten are of one kind (EN), and none is mirrored. */
export interface ShownOrder {
  /** Places in the line, from left to right. */
  readonly places: readonly number[];
  /** Signs that are mirrored (L4), by their places in the line. */
  readonly mirrored: ReadonlyMap<number, string>;
}

function orderOf(line: string, direction: 'ltr' | 'rtl'): ShownOrder {
  bidi ??= bidiFactory();
  const levels = bidi.getEmbeddingLevels(line, direction);
  return {
    places: bidi.getReorderedIndices(line, levels),
    mirrored: bidi.getMirroredCharactersMap(line, levels.levels),
  };
}

/**
 * What a viewer shows of a text string, from left to right, in a line of a direction (UAX #9, L1 to L4): a list of links,
 * a tooltip, a panel of tags or bookmarks is in whichever direction its viewer is. `kept` has orders of lines before.
 */
export function shownLine(text: string, direction: 'ltr' | 'rtl', kept?: Shelf<ShownOrder>): string {
  const one = text.replace(/\s+/g, ' ');
  // All levels are 0 (N1, N2, W7): nothing is moved.
  if (direction === 'ltr' && !mayTurn.test(one)) return one;
  const line = one.replace(farRightToLeft, '\u05d0\u05d0');
  const alike = line.replace(/[0-9]/g, '0');
  const make = () => orderOf(alike, direction);
  const { places, mirrored } = kept?.get(`${direction} ${alike}`, make) ?? make();
  let shown = '';
  for (const at of places) shown += mirrored.get(at) ?? line[at]!;
  return shown.replace(steering, '');
}
