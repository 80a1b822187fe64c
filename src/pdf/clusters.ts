import type { TextItem } from '../paint/index.ts';
import { type GlyphRun, headOf, type Paragraph, saidIn } from '../text/index.ts';
import type { DocumentFont } from './font.ts';
import type { Part } from './subset.ts';

/**
 * What is never seen and says nothing: bidi formatting characters (UAX #9 §2), soft hyphens, and characters that only
 * tell where a line may end. None is written, or no search would find the word that it stands in.
 */
const controls = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const joiners = /[\u200c\u200d]/g;
/** Beside what joiners change how it is written: letters that join or stack, marks, pictures. */
const joining =
  /[\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{sc=Arab}\p{sc=Syrc}\p{sc=Mong}\p{sc=Nkoo}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Mymr}\p{sc=Khmr}\p{sc=Tibt}]/u;

/** Clusters with less advance than this part of an em join the one before them (lam-alef, joiners). */
const noAdvance = 0.01;

/** All that the text of a run's codes is taken from. */
export interface RunText {
  readonly text: string;
  readonly said: Paragraph['said'] | undefined;
}

export const textOfRuns = ({ text, said }: Paragraph): RunText => ({ text, said });

/** Do the same runs of a paragraph stand for the same? */
export function isTextOf({ text, said }: RunText, paragraph: Paragraph): boolean {
  const now = paragraph.said;
  if (text !== paragraph.text || said?.length !== now?.length) return false;
  return (
    said === now ||
    said!.every((each, i) => {
      const other = now![i]!;
      return each.start === other.start && each.end === other.end && each.text === other.text;
    })
  );
}

/** A cluster of a run: glyphs `from` to `to`, visual order. */
export interface Cluster {
  from: number;
  readonly to: number;
  /** Font units. */
  advance: number;
  /** Source text, without what steers. */
  text: string;
  /** Left edge, pt. */
  x: number;
}

/** Source text of a cluster, without what is never seen; joiners stay where they change something. */
export function clusterText(paragraph: Paragraph, start: number, end: number): string {
  const { text, said } = paragraph;
  if (said !== undefined) return saidIn(paragraph, start, end).replace(controls, '');
  const first = text.charCodeAt(start);
  if (end - start === 1 && first < 0x061c && first !== 0xad) return text[start]!;
  const seen = text.slice(start, end).replace(controls, '');
  if (seen.search(joiners) < 0) return seen;
  const changes = joining.test(text.slice(Math.max(0, start - 2), end + 2));
  return changes ? seen : seen.replace(joiners, '');
}

/** The clusters of a run in logical order; right-to-left ones without an advance of their own joined to their neighbour. */
export function clustersOf(run: GlyphRun, item: TextItem): Cluster[] {
  const { length, clusters, advances } = run.glyphs;
  const { paragraph } = item;
  const face = run.face!;
  const scale = run.size / face.unitsPerEm;
  const found: Cluster[] = [];
  const leftToRight = run.level % 2 === 0;
  let pen = 0;
  for (let from = 0, to = 0; from < length; from = to) {
    let advance = 0;
    const start = headOf(paragraph, clusters[from]!);
    for (to = from; to < length && headOf(paragraph, clusters[to]!) === start; to++) advance += advances[to]!;
    const end = leftToRight
      ? to < length
        ? clusters[to]!
        : run.end
      : from > 0
        ? headOf(paragraph, clusters[from - 1]!)
        : run.end;
    const seen = clusterText(paragraph, start, end);
    if (seen !== '') found.push({ from, to, advance, text: seen, x: item.x + run.x + pen * scale });
    pen += advance;
  }
  if (leftToRight) return found;
  const joined: Cluster[] = [];
  for (const cluster of found.reverse()) {
    const before = joined.at(-1);
    const joins = before !== undefined && Math.abs(cluster.advance) < noAdvance * face.unitsPerEm;
    if (joins && !/\s/.test(cluster.text) && !/\s/.test(before.text)) {
      before.from = cluster.from;
      before.advance += cluster.advance;
      before.text += cluster.text;
      before.x = cluster.x;
    } else joined.push(cluster);
  }
  return joined;
}

/** One glyph that is not moved up or down needs no composite. */
export function isPlain(
  run: GlyphRun,
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  return to - from === 1 && run.glyphs.dy[from] === 0;
}

/** A glyph that is wider than its place by no more than that is kerned, em. */
const kerned = 0.08;

/**
 * The same among right-to-left letters, each of which is at its own place. A face may say that a glyph is wide, and its rules that it
 * takes less: a final yeh that turns back under its word. By the glyph's own width it would lie on the letter before it.
 */
export function isPlainLeftward(
  run: GlyphRun,
  cluster: { readonly from: number; readonly to: number; readonly advance: number },
): boolean {
  if (!isPlain(run, cluster)) return false;
  const { ids, dx } = run.glyphs;
  const { from, advance } = cluster;
  const face = run.face!;
  return dx[from]! + face.advance(ids[from]!) - advance <= kerned * face.unitsPerEm;
}

/** How the code of a cluster differs from what the shaper gave. Font units. */
export interface CodeBox {
  /** Moves the ink. */
  readonly shift?: number;
  readonly width?: number;
  /** Its box reaches into those of all other letters on the line, wherever its ink is. */
  readonly reaches?: boolean;
}

/** The code that draws a cluster and stands for `text`. */
export function clusterCode(
  font: DocumentFont,
  run: GlyphRun,
  cluster: { readonly from: number; readonly to: number; readonly advance: number },
  text: string,
  { shift = 0, width, reaches = false }: CodeBox = {},
): number {
  const { ids, advances, dx, dy } = run.glyphs;
  const { from, to, advance } = cluster;
  // The place of a code that stands for one glyph is that of its ink.
  if (width === undefined && !reaches && isPlain(run, cluster)) return font.code(ids[from]!, text);
  if (width === undefined && reaches && isPlainLeftward(run, cluster)) return font.reaching(ids[from]!, text);
  const parts: Part[] = [];
  let pen = shift;
  for (let i = from; i < to; i++) {
    parts.push({ glyph: ids[i]!, x: pen + dx[i]!, y: dy[i]! });
    pen += advances[i]!;
  }
  const wide = Math.max(0, width ?? advance);
  return reaches ? font.reachingComposite(parts, wide, text) : font.composite(parts, wide, text);
}

/** True when the next thing in the text is a forced break that no white space stands before. */
export function atForcedBreak(text: string, end: number): boolean {
  const next = text.charCodeAt(end);
  // Most letters: none of those below.
  if (next > 0x0d && next < 0x2028 && next !== 0x85) return false;
  return (
    /^[\u2066-\u2069]*[\n\v\f\r\u0085\u2028\u2029]/.test(text.slice(end, end + 8)) &&
    !/\s/.test(text[end - 1]!)
  );
}
