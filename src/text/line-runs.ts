import { lineLevels, visualOrder } from './bidi.ts';
import type { Shaped } from './harfbuzz.ts';
import {
  type Opportunity,
  type PreparedParagraph,
  type ShapedItem,
  type ShapedText,
  shapeItem,
} from './prepared-paragraph.ts';
import { hyphenGlyph, isHyphenated, withGlyph } from './soft-hyphen.ts';
import type { GlyphRun, Glyphs, Line } from './types.ts';

/** Parts of a text that are remembered as shaped anew: as many as a few measures ask for. */
const CUTS_KEPT = 64;

const NO_GLYPHS: Glyphs = {
  length: 0,
  ids: new Uint16Array(0),
  clusters: new Uint32Array(0),
  advances: new Int32Array(0),
  dx: new Int32Array(0),
  dy: new Int32Array(0),
};

/** A part of an item on a line, not yet in its place. */
type Piece = Omit<GlyphRun, 'x' | 'written'>;

/** The glyphs of the clusters in `[start, end)`: clusters are monotone, so they stand together. */
function cut(glyphs: Glyphs, start: number, end: number): Glyphs {
  const { clusters, length } = glyphs;
  let from = 0;
  while (from < length && (clusters[from]! < start || clusters[from]! >= end)) from++;
  let to = from;
  while (to < length && clusters[to]! >= start && clusters[to]! < end) to++;
  if (to - from === length) return glyphs;
  return {
    length: to - from,
    ids: glyphs.ids.subarray(from, to),
    clusters: clusters.subarray(from, to),
    advances: glyphs.advances.subarray(from, to),
    dx: glyphs.dx.subarray(from, to),
    dy: glyphs.dy.subarray(from, to),
  };
}

function pieceOf(
  shaped: PreparedParagraph,
  item: ShapedItem,
  glyphs: Glyphs,
  start: number,
  end: number,
  level: number,
): Piece {
  const { size } = shaped.paragraph.spans[item.span]!;
  const { face, span, object } = item;
  let width = 0;
  if (face === undefined) width = shaped.paragraph.objects?.[object!] ?? 0;
  else {
    let units = 0;
    for (let i = 0; i < glyphs.length; i++) units += glyphs.advances[i]!;
    width = (units * size) / face.unitsPerEm;
  }
  return { span, start, end, face, size, level, width, glyphs, ...(object === undefined ? {} : { object }) };
}

/** A part of an item that is not simply a part of its glyphs. */
function shapedAnew(text: ShapedText, item: ShapedItem, start: number, end: number): Shaped {
  const key = `${start} ${end}`;
  let shaped = text.cuts.get(key);
  if (shaped === undefined) {
    shaped = shapeItem(text.paragraph, item, { start, end }, text.autospace)!;
    if (text.cuts.size >= CUTS_KEPT) text.cuts.clear();
    text.cuts.set(key, shaped);
  }
  return shaped;
}

/** The parts of one item on the line `[start, end)`: cut where L1 changes the level of its trailing white space. */
function piecesOf(
  shaped: PreparedParagraph,
  item: ShapedItem,
  start: number,
  end: number,
  levels: Uint8Array,
  lineStart: number,
): Piece[] {
  let glyphs = NO_GLYPHS;
  if (item.shaped !== undefined) {
    const clean = (at: number) => at === item.start || at === item.end || shaped.text.unsafe[at] === 0;
    glyphs =
      clean(start) && clean(end)
        ? cut(item.shaped.glyphs, start, end)
        : shapedAnew(shaped.text, item, start, end).glyphs;
  }
  const pieces: Piece[] = [];
  for (let from = start; from < end; ) {
    const level = levels[from - lineStart]!;
    let to = from + 1;
    while (to < end && levels[to - lineStart] === level) to++;
    const whole = from === start && to === end;
    pieces.push(pieceOf(shaped, item, whole ? glyphs : cut(glyphs, from, to), from, to, level));
    from = to;
  }
  return pieces;
}

/** A line whose runs are made when they are asked for: copyfitting looks at many lines that are never painted. */
class BrokenLine implements Line {
  readonly start: number;
  readonly end: number;
  readonly visibleEnd: number;
  readonly advance: number;
  readonly #shaped: PreparedParagraph;
  #built: BuiltLine | undefined;

  constructor(shaped: PreparedParagraph, start: number, to: Opportunity) {
    this.#shaped = shaped;
    this.start = start;
    this.end = to.at;
    this.visibleEnd = Math.max(start, to.visibleEnd);
    this.advance = isBySums(shaped, start, to) ? lineWidth(shaped, start, to) : this.#line.width;
  }

  get #line(): BuiltLine {
    this.#built ??= buildLine(this.#shaped, this.start, this.visibleEnd, this.end);
    return this.#built;
  }

  get width(): number {
    return this.#line.width;
  }

  get runs(): readonly GlyphRun[] {
    return this.#line.runs;
  }
}

/** The line from `start` to an opportunity. */
export function lineTo(shaped: PreparedParagraph, start: number, to: Opportunity): Line {
  return new BrokenLine(shaped, start, to);
}

type BuiltLine = Omit<Line, 'advance'>;

/** Builds the line `[start, end)`: glyphs cut or shaped anew, levels reset (L1), runs in visual order (L2). */
export function buildLine(
  shaped: PreparedParagraph,
  start: number,
  visibleEnd: number,
  end: number,
): BuiltLine {
  const { text, direction } = shaped.paragraph;
  const levels = lineLevels(text, shaped.text.levels, start, end, direction);
  // A mark (LRM, RLM) behind the white space must not keep what hangs among the words.
  levels.fill(direction === 'rtl' ? 1 : 0, visibleEnd - start);
  const pieces: Piece[] = [];
  for (const item of shaped.text.items) {
    if (item.end <= start || item.start >= end) continue;
    pieces.push(
      ...piecesOf(shaped, item, Math.max(item.start, start), Math.min(item.end, end), levels, start),
    );
  }
  let hanging = shaped.rooms?.[visibleEnd] ?? 0;
  let total = 0;
  for (const piece of pieces) {
    total += piece.width;
    if (piece.start >= visibleEnd) hanging += piece.width;
    else if (piece.end > visibleEnd && piece.face !== undefined) {
      const { glyphs, face, size } = piece;
      for (let i = 0; i < glyphs.length; i++)
        if (glyphs.clusters[i]! >= visibleEnd) hanging += (glyphs.advances[i]! * size) / face.unitsPerEm;
    }
  }
  let x = direction === 'rtl' ? -hanging : 0;
  if (isHyphenated(text, visibleEnd, end)) total += addHyphen(shaped, pieces, end);
  const runs = visualOrder(pieces).map((piece): GlyphRun => {
    const run = { ...piece, x, written: undefined };
    x += piece.width;
    return run;
  });
  return { start, end, visibleEnd, width: total - hanging, runs };
}

/** Advance width of the line from `start` to an opportunity, without the white space that hangs. */
export function lineWidth(shaped: PreparedParagraph, start: number, end: Opportunity): number {
  const { at, visibleEnd } = end;
  if (visibleEnd <= start) return 0;
  if (isBySums(shaped, start, end)) return widthBySums(shaped, start, end);
  return buildLine(shaped, start, visibleEnd, at).width;
}

/** Is a line as wide as the advances of the whole text say: is no part of it shaped anew? */
function isBySums({ text: { unsafe } }: PreparedParagraph, start: number, { at }: Opportunity): boolean {
  return unsafe[start] === 0 && unsafe[at] === 0;
}

/** The same by the advances of the whole text, as if no line were shaped anew. */
export function widthBySums(shaped: PreparedParagraph, start: number, end: Opportunity): number {
  const { sums, rooms } = shaped;
  return (
    Math.max(0, sums[end.visibleEnd]! - (rooms?.[end.visibleEnd] ?? 0) - sums[start]!) +
    (end.hyphen ? hyphenAt(shaped, end.at).width : 0)
  );
}

/** What shows the soft hyphen before an offset: of the item that it is in. */
function hyphenAt(shaped: PreparedParagraph, end: number): { glyph: number; advance: number; width: number } {
  const { items, paragraph } = shaped.text;
  const item = items.find(({ start, end: itemEnd }) => start < end && end <= itemEnd);
  const face = item?.face;
  if (item === undefined || face === undefined) return { glyph: 0, advance: 0, width: 0 };
  const glyph = hyphenGlyph(face, paragraph.text[end - 2] ?? '');
  const advance = face.advance(glyph);
  return { glyph, advance, width: (advance * shaped.paragraph.spans[item.span]!.size) / face.unitsPerEm };
}

/** Shows a hyphen behind the last of a line's pieces; gives how much wider the line is. */
function addHyphen(shaped: PreparedParagraph, pieces: Piece[], end: number): number {
  const at = pieces.findLastIndex((piece) => piece.end === end);
  const piece = pieces[at];
  if (piece === undefined) return 0;
  const { glyph, advance, width } = hyphenAt(shaped, end);
  pieces[at] = {
    ...piece,
    width: piece.width + width,
    glyphs: withGlyph(piece.glyphs, glyph, end - 1, advance),
  };
  return width;
}
