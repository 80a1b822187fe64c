import type { Direction, DocumentElement } from '../document/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import { breakLines, type Line, type ShapedParagraph } from '../text/index.ts';
import {
  type Box,
  type Context,
  type Item,
  type LaidItems,
  type LineBox,
  type PictureBox,
  type Room,
  tolerance,
} from './box.ts';
import { type Found, joined, nothing, overflowing } from './found.ts';
import { inkOf, roomFor, tallest } from './grown.ts';
import { type InlineSource, inlineContent, resized } from './inline-content.ts';
import { familyOf } from './language.ts';
import { pieceWithin } from './line-piece.ts';
import { type InlineContent, resumeAt } from './paragraph-content.ts';
import type { LinePiece, UnsetCharacter } from './types.ts';
import type { Widths } from './widths.ts';

/** Inline content with its paragraph shaped. */
export interface ShapedInline extends InlineContent {
  readonly shaped: ShapedParagraph;
}

/** Only pictures depend on the room that a text stands in: without them it is made once for all rooms. */
function shapedInline(context: Context, source: InlineSource, room: Room): ShapedInline {
  const known = context.done.inline(source);
  if (known !== undefined) return known;
  const inline = shapedAt(context, source, room, 1);
  if (inline.pictures.length === 0) context.done.keepInline(source, inline);
  return inline;
}

/** The inline content of a source, its text `scale` times as large; of text alone only the sizes are new. */
function shapedAt(context: Context, source: InlineSource, room: Room, scale: number): ShapedInline {
  const { outline, input } = context;
  const known = outline.texts.get(source.nodes[0]!);
  if (known !== undefined) {
    const { paragraph, pieces, pictures, skipped, found } = resized(context, known, scale);
    const shaped = input.typesetter.shape(paragraph, known.shaped);
    return { paragraph, pieces, pictures, skipped, found, shaped };
  }
  const inline = shapedAlone(context, inlineContent(context, source, room, scale));
  const { owners, paragraph, pieces, shaped } = inline;
  if (owners !== undefined) outline.texts.set(source.nodes[0]!, { paragraph, shaped, owners, pieces });
  return inline;
}

function shapedAlone(context: Context, inline: InlineContent): ShapedInline {
  return { ...inline, shaped: context.input.typesetter.shape(inline.paragraph) };
}

/** How narrow inline content may be, or how wide it would like to be, pt (CSS Sizing 3 §5.1). */
export function inlineWidth(context: Context, source: InlineSource, room: Room, side: keyof Widths): number {
  const { paragraph, shaped } = shapedInline(context, source, room);
  if (paragraph.text === '') return 0;
  return side === 'max' || source.style.textWrap === 'nowrap' ? shaped.maxContent : shaped.minContent;
}

/**
 * Lays inline content out as lines below each other; x counts from the content box. `from`: where in the text the first
 * line starts, when lines before it stand on another page.
 */
export function layoutInline(context: Context, source: InlineSource, room: Room, from?: number): LaidItems {
  const inline = shapedInline(context, source, room);
  if (from !== undefined) return linesOf(context, source, room, shapedAlone(context, resumeAt(inline, from)));
  const layOut = () => linesOf(context, source, room, inline);
  return inline.pictures.length > 0 ? layOut() : context.done.lines(source, room.width, layOut);
}

function linesOf(context: Context, source: InlineSource, room: Room, first: ShapedInline): LaidItems {
  let inline = first;
  let scale = 1;
  if (inline.paragraph.text === '') return { items: [], height: 0, found: nothing };
  const { maxContent } = inline.shaped;
  if (source.style.textFit === 'grow' && maxContent > 0) {
    const [line] = breakLines(inline.shaped, maxContent, { wrap: 'nowrap' });
    const { above, below } = roomFor(extent(context, source.element, source.style, 1), inkOf(line!));
    const wanted = Math.min(room.width / maxContent, tallest(context.input, source.style) / (above + below));
    scale = Math.floor(wanted * 10_000) / 10_000;
    inline = shapedAt(context, source, room, scale);
  }
  if (typeof source.style.textFit === 'object') {
    scale = scaleForFewer(context, source, inline.shaped, room.width);
    if (scale < 1) inline = shapedAt(context, source, room, scale);
  }
  const found = [inline.found, unsetIn(inline.shaped, inline.pieces, source.element.lang)];
  const wrap = source.style.textFit === 'grow' ? 'nowrap' : source.style.textWrap;
  const items: Item[] = [];
  const own = extent(context, source.element, source.style, scale);
  const size = source.style.fontSize * familyOf(context, source.element, source.style).size * scale;
  let y = 0;
  for (const line of breakLines(inline.shaped, room.width, { wrap })) {
    const by = line.advance - room.width;
    if (by > tolerance) found.push(overflowing({ element: source.element, by, axis: 'inline', lines: 1 }));
    const box = lineBox(context, source, inline, line, room.width, { scale, size, own }, y);
    items.push(box);
    if (inline.pictures.length > 0) items.push(...picturesOf(inline, line, box));
    y += box.height;
  }
  return { items, height: y, found: joined(found) };
}

/** Text that is set smaller for a line less is set no smaller than this, in hundredths. */
const smallest = 91;

/** How large text is set that may be smaller, in hundredths, where it takes a line less. */
function scaleForFewer(
  context: Context,
  { element, style }: InlineSource,
  shaped: ShapedParagraph,
  measure: number,
): number {
  if (typeof style.textFit !== 'object') return 1;
  const size = style.fontSize * familyOf(context, element, style).size;
  const least = Math.max(smallest, Math.ceil((100 * style.textFit.fewer) / size));
  const wrap = style.textWrap;
  const count = (hundredths: number) => breakLines(shaped, (measure * 100) / hundredths, { wrap }).length;
  if (least >= 100) return 1;
  const fewest = count(least);
  let hundredths = least;
  while (hundredths < 100 && count(hundredths + 1) === fewest) hundredths++;
  return hundredths / 100;
}

/** The letters of a source, in all its lines. */
interface Letters {
  /** How much larger than its style says. */
  readonly scale: number;
  /** pt */
  readonly size: number;
  /** Room above and below the baseline, pt. */
  readonly own: { readonly above: number; readonly below: number };
}

function lineBox(
  context: Context,
  source: InlineSource,
  { paragraph, pieces, pictures, skipped }: InlineContent,
  line: Line,
  measure: number,
  { scale, size, own }: Letters,
  y: number,
): LineBox {
  let { above, below } = own;
  const inLine: LinePiece[] = [];
  for (const piece of pieces) {
    const [start, end] = [Math.max(piece.start, line.start), Math.min(piece.end, line.end)];
    if (start >= end) continue;
    inLine.push(start === piece.start && end === piece.end ? piece : pieceWithin(piece, start, end));
    const { raised = 0 } = piece;
    if (piece.node.kind === 'element' || (piece.style.fontSize <= source.style.fontSize && raised === 0))
      continue;
    const inner = extent(context, piece.element, piece.style, scale);
    above = Math.max(above, inner.above + raised);
    below = Math.max(below, inner.below - raised);
  }
  if (source.style.textFit === 'grow') ({ above, below } = roomFor({ above, below }, inkOf(line)));
  if (pictures.length > 0)
    for (const run of line.runs)
      if (run.object !== undefined) above = Math.max(above, pictures[run.object]!.box.height);
  const { textAlign } = source.style;
  const isAtLeft = textAlign === 'start' && paragraph.direction === 'ltr';
  const x = isAtLeft ? 0 : alignedIn(measure - line.width, textAlign, paragraph.direction);
  return {
    kind: 'line',
    x,
    y,
    width: line.advance,
    height: above + below,
    ascent: above,
    paragraph,
    line,
    pieces: inLine,
    size,
    resume: line.end + skipped,
    part: undefined,
  };
}

/** Where a line begins in its measure, from the left, of which so much is free. */
function alignedIn(free: number, align: ComputedStyle['textAlign'], direction: Direction): number {
  const fromStart = align === 'start' ? 0 : align === 'end' ? free : free / 2;
  return direction === 'ltr' ? fromStart : free - fromStart;
}

function picturesOf({ pictures }: InlineContent, line: Line, place: LineBox): (Box | PictureBox)[] {
  return line.runs.flatMap((run) => {
    if (run.object === undefined) return [];
    const { box, left } = pictures[run.object]!;
    return [{ ...box, x: place.x + run.x + left, y: place.y + place.ascent - box.height }];
  });
}

/**
 * Room above and below the baseline: the extents of the first face centred in the line height (CSS 2.1 §10.8.1). Only
 * larger text, and what is raised or lowered, makes a line taller, so that fallback faces and bold words leave lines equally far apart.
 */
export function extent(
  context: Context,
  element: DocumentElement,
  style: ComputedStyle,
  scale: number,
): { above: number; below: number } {
  const family = familyOf(context, element, style);
  const face = (style.fontWeight === 700 ? family.bold : family.regular)[0]!;
  const size = style.fontSize * family.size * scale;
  const { lineHeight } = style;
  const height =
    lineHeight === 'normal'
      ? family.leading * size
      : typeof lineHeight === 'number'
        ? lineHeight * size
        : lineHeight.pt;
  const ascent = (face.ascent / face.unitsPerEm) * size;
  const descent = (-face.descent / face.unitsPerEm) * size;
  const above = (height - ascent - descent) / 2 + ascent;
  return { above, below: height - above };
}

/** The characters of a paragraph that cannot be set, with the node of each. */
function unsetIn(
  { missing, stacked }: ShapedParagraph,
  pieces: readonly LinePiece[],
  language: string,
): Found {
  if (missing.length === 0 && stacked.length === 0) return nothing;
  const placed = (characters: ShapedParagraph['missing']): UnsetCharacter[] =>
    characters.flatMap(({ offset, ...found }) => {
      const piece = pieces.find((p) => p.start <= offset && offset < p.end);
      return piece === undefined
        ? []
        : [{ ...found, node: piece.node, language: piece.element.lang || language }];
    });
  return { ...nothing, missing: placed(missing), stacked: placed(stacked) };
}

/** About how many lines of an element's text `by` pt are. */
export function linesIn(context: Context, element: DocumentElement, by: number): number {
  const { above, below } = extent(context, element, context.styled.style(element), 1);
  return Math.max(1, Math.ceil((by - tolerance) / (above + below)));
}
