import type { Words } from '../reading/area.ts';
import { isTyped } from './code-areas.ts';
import type { ReadFont } from './font.ts';
import { isMissing } from './font.ts';
import type { Painted, Piece, Run } from './page-content.ts';
import { PlaceIndex } from './place-index.ts';

/** A direction of writing, in hundredths. */
export const turnOf = ({ dx, dy }: Run) => Math.round(dx * 100) * 1000 + Math.round(dy * 100);

/** What checks look for in a piece, again and again. */
export interface PieceIndex {
  /** Runs with ink, and what is painted, by where they are. */
  readonly texts: PlaceIndex<Run>;
  readonly paint: PlaceIndex<Painted>;
  /** Runs with ink. */
  readonly inked: number;
  /** Glyphs there are. */
  readonly glyphs: number;
  /** Text of its own is seen. */
  readonly says: boolean;
  /** Smallest size of what is seen, pt, and of each marked content. */
  readonly least: number;
  readonly leastOf: ReadonlyMap<number, number>;
  /** What has the sign for "no glyph", in words. */
  readonly missing: readonly string[];
  readonly fonts: ReadonlySet<ReadFont>;
  /** All that artifacts say. */
  readonly aside: string;
  /** What it says in an area; filled by those who ask. */
  readonly words: Map<string, Words>;
  /** Runs with digits. */
  readonly digits: readonly Run[];
  /** Runs with signs that a code can be typed of. */
  readonly typed: readonly Run[];
  /** The first run that is seen of each direction. */
  readonly turns: ReadonlyMap<number, Run>;
}

export function indexOf(piece: Piece): PieceIndex {
  piece.found.index ??= makeIndex(piece);
  return piece.found.index;
}

function makeIndex({ runs, painted }: Piece): PieceIndex {
  const [texts, paint] = [new PlaceIndex<Run>(), new PlaceIndex<Painted>()];
  for (const each of painted) paint.add(each, each.bounds);
  const leastOf = new Map<number, number>();
  const fonts = new Set<ReadFont>();
  const missing = new Set<string>();
  const turns = new Map<number, Run>();
  const digits: Run[] = [];
  let [inked, glyphs, says, least, aside] = [0, 0, false, Number.POSITIVE_INFINITY, ''];
  for (const run of runs) {
    const { ink, first, end, font, size, seen, owner } = run;
    fonts.add(font);
    glyphs += end - first;
    if (ink !== undefined) {
      inked++;
      texts.add(run, ink);
    }
    if (owner.mcid === undefined) aside += run.text;
    if (run.digits > 0) digits.push(run);
    for (let at = first; at < end; at++) {
      const code = run.glyphs.codes[at]!;
      if ((font.kinds[code]! & isMissing) !== 0)
        missing.add(`"${font.texts[code]}" has no glyph in ${font.name}`);
    }
    if (seen === 0) continue;
    least = Math.min(least, size);
    if (!turns.has(turnOf(run))) turns.set(turnOf(run), run);
    if (owner.mcid === undefined) continue;
    says = true;
    leastOf.set(owner.mcid, Math.min(size, leastOf.get(owner.mcid) ?? size));
  }
  const words = new Map<string, Words>();
  const sums = {
    words,
    inked,
    glyphs,
    says,
    least,
    leastOf,
    missing: [...missing],
    fonts,
    aside,
    digits,
    typed: runs.filter(isTyped),
    turns,
  };
  return { texts, paint, ...sums };
}
