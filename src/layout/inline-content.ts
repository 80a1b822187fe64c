import { type DocumentElement, type DocumentNode, walk } from '../document/index.ts';
import { Lettered } from '../letters/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import { hyphenated, type Paragraph, recased, type SaidAs, type TextSpan } from '../text/index.ts';
import { layoutElement } from './block.ts';
import type { Context, Room } from './box.ts';
import { type Generated, generatedText } from './counters.ts';
import { type Found, joined, nothing } from './found.ts';
import { breakingOf, facesOf, familyOf } from './language.ts';
import { margins } from './lengths.ts';
import { linePiece, pieceWithin } from './line-piece.ts';
import type { TextOutline } from './outline.ts';
import { textWith } from './page-numbers.ts';
import { type InlineContent, type InlinePicture, isolateEnd, objectCharacter } from './paragraph-content.ts';
import type { LinePiece } from './types.ts';

const isolateStart = { ltr: '\u2066', rtl: '\u2067', auto: '\u2068' } as const;

/** Builds the paragraph of a block's inline content (CSS Text 3 §4 white space; UAX #9 isolates). */
/** A word goes on where the text before it ends in one. */
const endsInWord = new Lettered(String.raw`[\p{L}\p{M}\p{N}]$`, 'u');

class InlineBuilder {
  readonly #context: Context;
  readonly #scale: number;
  readonly #room: Room;
  readonly pieces: LinePiece[] = [];
  readonly pictures: InlinePicture[] = [];
  readonly #found: Found[] = [];
  readonly #spans: TextSpan[] = [];
  /** The element that each span has its style of. */
  readonly #owners: DocumentElement[] = [];
  readonly #said: SaidAs[] = [];
  #text = '';
  /** How far the text is raised that is added now, pt. */
  #raised = 0;
  /** Text alone, on one baseline, of the document. */
  #isPlain = true;
  /** True where a space would collapse: at the start, after a space, after a line break. */
  #afterSpace = true;

  constructor(context: Context, room: Room, scale: number) {
    this.#context = context;
    this.#room = room;
    this.#scale = scale;
  }

  add(node: DocumentNode): void {
    if (node.kind === 'text') this.#addText(textWith(this.#context.numbers, node), node, node.parent);
    else if (node.name === 'br') this.#addBreak(node);
    else if (node.name === 'img') this.#addPicture(node);
    else if (this.#context.styled.style(node).display !== 'none') this.#addElement(node);
  }

  #addElement(element: DocumentElement): void {
    const around = this.#raised;
    this.#raised += this.#shift(this.#context.styled.style(element), element.parent!);
    this.#addContent(element);
    this.#raised = around;
  }

  /** Chromium's shares of the parent's size: a third up, a fifth down, and a pixel (CSS 2.1 §10.8.1 leaves them open). */
  #shift({ verticalAlign }: ComputedStyle, within: DocumentElement): number {
    if (verticalAlign !== 'super' && verticalAlign !== 'sub') return 0;
    this.#isPlain = false;
    const style = this.#context.styled.style(within);
    const size = style.fontSize * familyOf(this.#context, within, style).size * this.#scale;
    return verticalAlign === 'super' ? size / 3 + 0.75 : -(size / 5 + 0.75);
  }

  #addContent(element: DocumentElement): void {
    if (!element.isolates) {
      this.addWithin(element, element.children);
      return;
    }
    const explicit = element.name !== 'bdi' || element.parent?.dir !== element.dir;
    this.#push(isolateStart[explicit ? element.dir : 'auto'], element);
    this.addWithin(element, element.children);
    this.#push(isolateEnd, element);
  }

  /** Nodes of an element, and what style sheets put before and after them. */
  addWithin(element: DocumentElement, nodes: readonly DocumentNode[]): void {
    const { before, after } = this.#context.generated.get(element) ?? {};
    if (before !== undefined) this.#addGenerated(before, element, 'first');
    for (const node of nodes) this.add(node);
    if (after !== undefined) this.#addGenerated(after, element, 'last');
  }

  /** What is read is a part of the element's first or last text; of an item of a list it is the label. */
  #addGenerated(generated: Generated, element: DocumentElement, which: 'first' | 'last'): void {
    this.#isPlain = false;
    const { style, isDecoration } = generated;
    let text = generatedText(generated, element, this.#context.numbers).replace(/ +/g, ' ');
    if (this.#afterSpace && text.startsWith(' ')) text = text.slice(1);
    if (text === '') return;
    const around = this.#raised;
    this.#raised += this.#shift(style, element);
    const start = this.#text.length;
    this.#push(text, element, style);
    this.#afterSpace = text.endsWith(' ');
    const isLabel = element.name === 'li' && which === 'first';
    const node = isLabel ? element : textOf(element, which);
    const what = isDecoration ? 'decoration' : 'text';
    this.pieces.push(linePiece(node, element, style, start, this.#text.length, this.#raised, what));
    this.#raised = around;
  }

  #addText(source: string, node: DocumentNode, element: DocumentElement): void {
    const style = this.#context.styled.style(element);
    let text = source.replace(/[ \t\n\r\f]+/g, ' ');
    if (style.hyphens === 'auto' && node.kind === 'text' && node.number === undefined)
      text = hyphenated(text, element.lang, style.hyphenateLimitChars);
    if (this.#afterSpace && text.startsWith(' ')) text = text.slice(1);
    if (text === '') return;
    const start = this.#text.length;
    this.#push(this.#inCase(text, node, element, style), element);
    this.#afterSpace = this.#text.endsWith(' ');
    this.pieces.push(linePiece(node, element, style, start, this.#text.length, this.#raised));
  }

  /** The text as it is set; what it says is noted. Numbers, and what is a link to one, stay as they are. */
  #inCase(
    text: string,
    node: DocumentNode,
    element: DocumentElement,
    { textTransform }: ComputedStyle,
  ): string {
    if (textTransform === 'none' || isNumber(node, element)) return text;
    const goesOn = endsInWord.test(this.#text);
    const set = recased(text, textTransform, element.lang, goesOn);
    const from = this.#text.length;
    for (const { start, end, text: said } of set.said)
      this.#said.push({ start: start + from, end: end + from, text: said });
    return set.text;
  }

  #addBreak(element: DocumentElement): void {
    this.#push('\n', element.parent!);
    this.#afterSpace = true;
  }

  #addPicture(element: DocumentElement): void {
    this.#isPlain = false;
    const start = this.#text.length;
    const { box, found } = layoutElement(this.#context, element, this.#room);
    this.#found.push(found);
    const outer = margins(this.#context.styled.style(element), this.#room.width, element.parent!.dir);
    this.pictures.push({ box, left: outer.left, advance: outer.left + box.width + outer.right });
    this.#push(objectCharacter, element);
    this.#afterSpace = false;
    const style = this.#context.styled.style(element);
    this.pieces.push(linePiece(element, element, style, start, start + 1));
  }

  #push(text: string, element: DocumentElement, style = this.#context.styled.style(element)): void {
    const start = this.#text.length;
    this.#text += text;
    this.#spans.push(spanOf(this.#context, element, style, this.#scale, start, this.#text.length));
    this.#owners.push(element);
  }

  /** The paragraph; `tail` is a space that keeps the words of the next grid item apart when text is read back. */
  finish(element: DocumentElement, tail: boolean): InlineContent {
    this.#trimEnd();
    if (tail && this.pieces.length > 0) {
      const last = this.pieces.at(-1)!;
      this.#push(' ', last.element);
      this.pieces[this.pieces.length - 1] = pieceWithin(last, last.start, this.#text.length);
    }
    const paragraph: Paragraph = {
      text: this.#text,
      direction: element.dir,
      spans: this.#spans,
      breaking: breakingOf(this.#context, element),
      ...(this.pictures.length > 0 ? { objects: this.pictures.map((picture) => picture.advance) } : {}),
      ...(this.#said.length > 0 ? { said: this.#said } : {}),
    };
    return {
      paragraph,
      pieces: this.pieces,
      pictures: this.pictures,
      skipped: 0,
      found: joined(this.#found),
      owners: this.#isPlain ? this.#owners : undefined,
    };
  }

  #trimEnd(): void {
    const last = this.pieces.at(-1);
    if (last === undefined || last.node.kind !== 'text' || this.#text[last.end - 1] !== ' ') return;
    this.#text = this.#text.slice(0, last.end - 1) + this.#text.slice(last.end);
    const spans = this.#spans.splice(0);
    const owners = this.#owners.splice(0);
    for (const [i, span] of spans.entries()) {
      const [start, end] = [
        span.start >= last.end ? span.start - 1 : span.start,
        span.end >= last.end ? span.end - 1 : span.end,
      ];
      if (end <= start) continue;
      this.#spans.push({ ...span, start, end });
      this.#owners.push(owners[i]!);
    }
    if (last.end - 1 > last.start)
      this.pieces[this.pieces.length - 1] = pieceWithin(last, last.start, last.end - 1);
    else this.pieces.pop();
  }
}

/** A stretch of a paragraph in an element's letters. */
function spanOf(
  context: Context,
  element: DocumentElement,
  style: ComputedStyle,
  scale: number,
  start: number,
  end: number,
): TextSpan {
  const family = familyOf(context, element, style);
  const { faces, digits } = facesOf(family, style);
  const { fontSize, letterSpacing, textWrap } = style;
  // Of one shape, whatever it says: spans are compared for each text and size.
  return {
    start,
    end,
    faces,
    digits,
    size: fontSize * family.size * scale,
    language: element.lang,
    noWrap: textWrap === 'nowrap' ? true : undefined,
    spacing: letterSpacing === 0 ? undefined : letterSpacing / fontSize,
  };
}

/** Inline content that is known at another size. */
export function resized(
  context: Context,
  { paragraph, owners, pieces }: TextOutline,
  scale: number,
): InlineContent {
  const { styled } = context;
  const spans = paragraph.spans.map(({ start, end }, i) => {
    const element = owners[i]!;
    return spanOf(context, element, styled.style(element), scale, start, end);
  });
  return {
    paragraph: { ...paragraph, spans },
    pieces: pieces.map(({ node, element, start, end }) =>
      linePiece(node, element, styled.style(element), start, end),
    ),
    pictures: [],
    skipped: 0,
    found: nothing,
  };
}

/** The first or last text of an element that says something. */
function textOf(element: DocumentElement, which: 'first' | 'last'): DocumentNode {
  const texts = walk(element).filter((node) => node.kind === 'text' && node.text.trim() !== '');
  return (which === 'first' ? texts[0] : texts.at(-1)) ?? element;
}

/** Is a text a helpline's number, or a part of what dials one? */
function isNumber(node: DocumentNode, element: DocumentElement): boolean {
  if (node.kind === 'text' && node.number !== undefined) return true;
  for (let e: DocumentElement | undefined = element; e !== undefined; e = e.parent)
    if (e.name === 'a') return /^(?:tel|sms):/.test(e.attributes.href ?? '');
  return false;
}

export interface InlineSource {
  /** The block (or anonymous block's parent) whose inline content this is. */
  readonly element: DocumentElement;
  readonly style: ComputedStyle;
  readonly nodes: readonly DocumentNode[];
  /** White space follows, before the next blockified sibling. */
  readonly tail: boolean;
}

/** The inline content of a source, its text `scale` times as large. */
export function inlineContent(
  context: Context,
  source: InlineSource,
  room: Room,
  scale: number,
): InlineContent {
  const builder = new InlineBuilder(context, room, scale);
  builder.addWithin(source.element, source.nodes);
  return builder.finish(source.element, source.tail);
}
