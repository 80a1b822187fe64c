import { type DocumentElement, type DocumentNode, elements } from '../document/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import { breakLines, type Line, type Paragraph, shapeParagraph, type ShapedParagraph, type TextSpan } from '../text/index.ts';
import { type Context, type Item, type LineBox, type PictureBox, reportOverflow, type Room, tolerance } from './box.ts';
import { layoutPicture } from './replaced.ts';
import type { FamilySetting, LinePiece } from './types.ts';

/** Inline content as one paragraph: the text, where each node stands in it, and the pictures in the line. */
interface InlineContent {
  readonly paragraph: Paragraph;
  readonly pieces: readonly LinePiece[];
  readonly pictures: readonly PictureBox[];
}

const isolateStart = { ltr: '\u2066', rtl: '\u2067', auto: '\u2068' } as const;
const isolateEnd = '\u2069';
const objectCharacter = '\ufffc';

export function familyOf(context: Context, element: DocumentElement, style: ComputedStyle): FamilySetting {
  return context.input.language(element.lang).families[style.fontFamily];
}

/** Builds the paragraph of a block's inline content (CSS Text 3 §4 white space; UAX #9 isolates). */
class InlineBuilder {
  readonly #context: Context;
  readonly #scale: number;
  readonly #room: Room;
  readonly pieces: LinePiece[] = [];
  readonly pictures: PictureBox[] = [];
  readonly #spans: TextSpan[] = [];
  #text = '';
  /** True where a space would collapse: at the start, after a space, after a line break. */
  #afterSpace = true;

  constructor(context: Context, room: Room, scale: number) {
    this.#context = context;
    this.#room = room;
    this.#scale = scale;
  }

  add(node: DocumentNode): void {
    if (node.kind === 'text') this.#addText(node.text, node, node.parent);
    else if (node.name === 'br') this.#addBreak(node);
    else if (node.name === 'img') this.#addPicture(node);
    else if (this.#context.styled.style(node).display !== 'none') this.#addElement(node);
  }

  #addElement(element: DocumentElement): void {
    if (!element.isolates) {
      for (const child of element.children) this.add(child);
      return;
    }
    const explicit = element.name !== 'bdi' || element.parent?.dir !== element.dir;
    this.#push(isolateStart[explicit ? element.dir : 'auto'], element);
    for (const child of element.children) this.add(child);
    this.#push(isolateEnd, element);
  }

  #addText(source: string, node: DocumentNode, element: DocumentElement): void {
    let text = source.replace(/[ \t\n\r\f]+/g, ' ');
    if (this.#afterSpace && text.startsWith(' ')) text = text.slice(1);
    if (text === '') return;
    const start = this.#text.length;
    this.#push(text, element);
    this.#afterSpace = text.endsWith(' ');
    this.pieces.push({ node, element, style: this.#context.styled.style(element), start, end: this.#text.length });
  }

  #addBreak(element: DocumentElement): void {
    this.#push('\n', element.parent!);
    this.#afterSpace = true;
  }

  #addPicture(element: DocumentElement): void {
    const start = this.#text.length;
    this.pictures.push(layoutPicture(this.#context, element, this.#room));
    this.#push(objectCharacter, element);
    this.#afterSpace = false;
    this.pieces.push({ node: element, element, style: this.#context.styled.style(element), start, end: start + 1 });
  }

  #push(text: string, element: DocumentElement): void {
    const style = this.#context.styled.style(element);
    const family = familyOf(this.#context, element, style);
    const start = this.#text.length;
    this.#text += text;
    this.#spans.push({
      start,
      end: this.#text.length,
      faces: style.fontWeight === 700 ? family.bold : family.regular,
      size: style.fontSize * family.size * this.#scale,
      language: element.lang,
      ...(style.textWrap === 'nowrap' ? { noWrap: true } : {}),
    });
  }

  /** The paragraph; `tail` is a space that keeps the words of the next grid item apart when text is read back. */
  finish(element: DocumentElement, tail: boolean): InlineContent {
    this.#trimEnd();
    if (tail && this.pieces.length > 0) {
      const last = this.pieces.at(-1)!;
      this.#push(' ', last.element);
      this.pieces[this.pieces.length - 1] = { ...last, end: this.#text.length };
    }
    const paragraph: Paragraph = {
      text: this.#text,
      direction: element.dir,
      spans: this.#spans,
      breaking: this.#context.input.language(element.lang).breaking,
      ...(this.pictures.length > 0 ? { objects: this.pictures.map((picture) => picture.width) } : {}),
    };
    return { paragraph, pieces: this.pieces, pictures: this.pictures };
  }

  #trimEnd(): void {
    const last = this.pieces.at(-1);
    if (last === undefined || last.node.kind !== 'text' || this.#text[last.end - 1] !== ' ') return;
    this.#text = this.#text.slice(0, last.end - 1) + this.#text.slice(last.end);
    const spans = this.#spans.splice(0);
    for (const span of spans) {
      const [start, end] = [span.start >= last.end ? span.start - 1 : span.start, span.end >= last.end ? span.end - 1 : span.end];
      if (end > start) this.#spans.push({ ...span, start, end });
    }
    if (last.end - 1 > last.start) this.pieces[this.pieces.length - 1] = { ...last, end: last.end - 1 };
    else this.pieces.pop();
  }
}

export interface InlineSource {
  /** The block (or anonymous block's parent) whose inline content this is. */
  readonly element: DocumentElement;
  readonly style: ComputedStyle;
  readonly nodes: readonly DocumentNode[];
  /** White space follows, before the next blockified sibling. */
  readonly tail: boolean;
}

function content(context: Context, source: InlineSource, room: Room, scale: number): InlineContent {
  const builder = new InlineBuilder(context, room, scale);
  for (const node of source.nodes) builder.add(node);
  return builder.finish(source.element, source.tail);
}

/** Widths of inline content, pt (CSS Sizing 3 §5.1). */
export function inlineWidths(context: Context, source: InlineSource, room: Room): { min: number; max: number } {
  const { paragraph } = content(context, source, room, 1);
  if (paragraph.text === '') return { min: 0, max: 0 };
  const shaped = shapeParagraph(paragraph);
  const max = shaped.maxContent;
  return { min: source.style.textWrap === 'nowrap' ? max : shaped.minContent, max };
}

/** Lays inline content out as lines below each other; x counts from the content box. */
export function layoutInline(context: Context, source: InlineSource, room: Room): { items: Item[]; height: number } {
  const measure = room.width;
  let scale = 1;
  let inline = content(context, source, room, 1);
  if (inline.paragraph.text === '') return { items: [], height: 0 };
  let shaped = shapeParagraph(inline.paragraph);
  if (source.style.textFit === 'grow' && shaped.maxContent > 0) {
    scale = Math.floor((measure / shaped.maxContent) * 10_000) / 10_000;
    inline = content(context, source, room, scale);
    shaped = shapeParagraph(inline.paragraph);
  }
  reportMissing(context, shaped, inline.pieces, source.element.lang);
  const wrap = source.style.textFit === 'grow' ? 'nowrap' : source.style.textWrap;
  const lines = breakLines(shaped, measure, { wrap });
  const items: Item[] = [];
  let y = 0;
  for (const line of lines) {
    if (line.width > measure + tolerance)
      reportOverflow(context, { element: source.element, by: line.width - measure, axis: 'inline', lines: 1 });
    const box = lineBox(context, source, inline, line, measure, scale, y);
    items.push(box, ...picturesOf(inline, line, box));
    y += box.height;
  }
  return { items, height: y };
}

function lineBox(context: Context, source: InlineSource, { paragraph, pieces }: InlineContent, line: Line, measure: number, scale: number, y: number): LineBox {
  const own = extent(context, source.element, source.style, scale);
  let { above, below } = own;
  const inLine: LinePiece[] = [];
  for (const piece of pieces) {
    const [start, end] = [Math.max(piece.start, line.start), Math.min(piece.end, line.end)];
    if (start >= end) continue;
    inLine.push(start === piece.start && end === piece.end ? piece : { ...piece, start, end });
    if (piece.element === source.element || piece.node.kind === 'element') continue;
    const inner = extent(context, piece.element, piece.style, scale);
    above = Math.max(above, inner.above);
    below = Math.max(below, inner.below);
  }
  for (const run of line.runs) if (run.object !== undefined) above = Math.max(above, picturesHeight(pieces, run.object, context));
  const { textAlign } = source.style;
  const free = measure - line.width;
  const fromStart = textAlign === 'start' ? 0 : textAlign === 'end' ? free : free / 2;
  const x = paragraph.direction === 'ltr' ? fromStart : free - fromStart;
  const size = source.style.fontSize * familyOf(context, source.element, source.style).size * scale;
  return { kind: 'line', x, y, width: line.width, height: above + below, ascent: above, paragraph, line, pieces: inLine, size };
}

function picturesHeight(pieces: readonly LinePiece[], object: number, context: Context): number {
  const element = pieces.filter((piece) => piece.node.kind === 'element')[object]?.element;
  return element === undefined ? 0 : layoutPicture(context, element, { width: 0, height: undefined }).height;
}

function picturesOf({ pictures }: InlineContent, line: Line, box: LineBox): PictureBox[] {
  return line.runs.flatMap((run) => {
    const picture = run.object === undefined ? undefined : pictures[run.object];
    return picture === undefined ? [] : [{ ...picture, x: box.x + run.x, y: box.y + box.ascent - picture.height }];
  });
}

/** Room above and below the baseline: the face's extents centred in the line height (CSS 2.1 §10.8.1). */
function extent(context: Context, element: DocumentElement, style: ComputedStyle, scale: number): { above: number; below: number } {
  const family = familyOf(context, element, style);
  const face = (style.fontWeight === 700 ? family.bold : family.regular)[0]!;
  const size = style.fontSize * family.size * scale;
  const { lineHeight } = style;
  const height =
    lineHeight === 'normal' ? family.leading * size : typeof lineHeight === 'number' ? lineHeight * size : lineHeight.pt;
  const ascent = (face.ascent / face.unitsPerEm) * size;
  const descent = (-face.descent / face.unitsPerEm) * size;
  const above = (height - ascent - descent) / 2 + ascent;
  return { above, below: height - above };
}

function reportMissing(context: Context, shaped: ShapedParagraph, pieces: readonly LinePiece[], language: string): void {
  for (const { offset, character } of shaped.missing) {
    const piece = pieces.find((p) => p.start <= offset && offset < p.end);
    if (piece !== undefined) context.missing.push({ character, node: piece.node, language: piece.element.lang || language });
  }
}

/** Is the node inline content (text, or an element displayed inline)? */
export function isInline(context: Context, node: DocumentNode): boolean {
  if (node.kind === 'text') return true;
  const { display, position } = context.styled.style(node);
  return display === 'inline' && elements[node.name].category !== 'block' && position !== 'absolute' && typeof position === 'string';
}
