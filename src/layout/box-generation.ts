import {
  type DocumentElement,
  type DocumentNode,
  elements,
  goesOnInHeading,
  textContent,
} from '../document/index.ts';
import { type ComputedStyle, laysOutItems } from '../style/index.ts';
import type { Context } from './box.ts';
import { type Found, nothing } from './found.ts';
import type { Placed } from './grid-placement.ts';
import type { InlineSource } from './inline-content.ts';
import type { PartOutline, PartsOutline } from './outline.ts';

/** One item of a block container or a grid: an element, or a stretch of inline nodes. */
export type Part =
  | { readonly kind: 'element'; readonly element: DocumentElement; readonly style: ComputedStyle }
  | { readonly kind: 'inline'; readonly source: InlineSource };

const blank = /^[ \t\n\r\f]*$/;
const blankStart = /^[ \t\n\r\f]/;
const blankEnd = /[ \t\n\r\f]$/;

/** Where white space alone stood: a stretch that paints nothing. */
function isBlank(nodes: readonly DocumentNode[]): boolean {
  return nodes.every((node) => node.kind === 'text' && blank.test(node.text));
}

/** Is the node inline content (text, or an element displayed inline)? */
function isInline(context: Context, node: DocumentNode): boolean {
  if (node.kind === 'text') return true;
  const { display, position } = context.styled.style(node);
  const flows = position === 'static' || position === 'relative';
  return display === 'inline' && elements[node.name].category !== 'block' && flows;
}

/** What an element is laid out from. */
export interface Parts {
  readonly parts: readonly Part[];
  /** The absolutely positioned children, which are out of the flow and wait for their containing block. */
  readonly found: Found;
  /** Of a grid: the parts in their cells, once they were asked for; they are the same in every room. */
  cells: readonly Placed[] | undefined;
}

/**
 * The children of an element as blocks and stretches of inline content (CSS Display 3 §2). In a grid or flex
 * container every inline element is a part of its own (CSS Grid 1 §6, CSS Flexbox 1 §4).
 */
export function partsOf(context: Context, element: DocumentElement): Parts {
  const style = context.styled.style(element);
  // A text that grows asks how high its own box may be, one for fewer lines how it is to be fitted; other text asks for nothing that is not inherited.
  const reach = style.textFit === 'none' ? 'inside' : 'all';
  return context.done.parts(element, reach, () => generate(context, element, style));
}

function generate(context: Context, element: DocumentElement, style: ComputedStyle): Parts {
  const { styled, outline } = context;
  let found = outline.parts.get(element);
  if (found === undefined) {
    found = outlineOf(context, element, style);
    outline.parts.set(element, found);
  }
  const { waiting } = found;
  const parts = found.parts.map((part): Part => {
    if (part.kind === 'element') return { kind: 'element', element: part, style: styled.style(part) };
    const { nodes, tail } = part;
    return { kind: 'inline', source: { element, style, nodes, tail } };
  });
  return { parts, found: waiting.length === 0 ? nothing : { ...nothing, waiting }, cells: undefined };
}

function outlineOf(context: Context, element: DocumentElement, style: ComputedStyle): PartsOutline {
  const blockify = laysOutItems(style);
  const parts: PartOutline[] = [];
  const waiting: DocumentElement[] = [];
  let nodes: DocumentNode[] = [];
  const flush = (): void => {
    if (!isBlank(nodes)) parts.push(...(loosePictures(nodes) ?? [{ kind: 'inline', nodes, tail: false }]));
    nodes = [];
  };
  for (const child of element.children) {
    if (child.kind === 'element') {
      const { position } = context.styled.style(child);
      if (position === 'absolute') waiting.push(child);
      if (position === 'absolute' || typeof position === 'object') continue;
    }
    if (child.kind === 'text' || (isInline(context, child) && !blockify)) {
      nodes.push(child);
      continue;
    }
    flush();
    if (context.styled.style(child).display !== 'none') parts.push(child);
  }
  flush();
  const tailed = parts.map((part, i): PartOutline => {
    if (part.kind !== 'inline') return part;
    const tail = i < parts.length - 1 ? endsBlank(part.nodes) : followed(element);
    return tail ? { ...part, tail } : part;
  });
  // Order-modified document order (CSS Display 3 §3.1): of one `order`, as they stand in the document.
  const orderOf = (part: PartOutline) => (part.kind === 'element' ? context.styled.style(part).order : 0);
  const isMoved = blockify && tailed.some((part) => orderOf(part) !== 0);
  return { parts: isMoved ? tailed.toSorted((a, b) => orderOf(a) - orderOf(b)) : tailed, waiting };
}

/** A stretch of pictures without words is laid out as blocks. */
function loosePictures(nodes: readonly DocumentNode[]): DocumentElement[] | undefined {
  const parts: DocumentElement[] = [];
  for (const node of nodes) {
    if (node.kind === 'text' ? !blank.test(node.text) : node.name !== 'img') return undefined;
    if (node.kind === 'element') parts.push(node);
  }
  return parts;
}

function endsBlank(nodes: readonly DocumentNode[]): boolean {
  const last = nodes.at(-1);
  return last !== undefined && blankEnd.test(textContent(last));
}

/**
 * Does white space stand between an inline element that became a block and what follows it? Then its text ends with a
 * space that hangs at the line's end, so that words do not run together when the text is read back.
 */
function followed(element: DocumentElement): boolean {
  const { parent } = element;
  if (goesOnInHeading(element)) return true;
  if (parent === undefined || elements[element.name].category !== 'inline') return false;
  const after = parent.children.slice(parent.children.indexOf(element) + 1);
  if (isBlank(after)) return followed(parent);
  return endsBlank([element]) || blankStart.test(textContent(after[0]!));
}
