import type { Document } from './read.ts';
import type { Element } from './structure.ts';

/** Elements whose text is one piece; those inside them (links, spans) belong to it. */
const blocks = new Set([
  'P',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'Lbl',
  'LBody',
  'Caption',
  'BlockQuote',
  'TD',
  'TH',
  'LI',
  'Note',
]);

/** The text of a block element, and the elements it came from. */
export interface Block {
  readonly element: Element;
  readonly text: string;
}

/** Marked contents of an element, links and spans included, other blocks apart, as they are read. */
export function* contentsOf(element: Element): Generator<{ readonly page: number; readonly mcid: number }> {
  for (const kid of element.kids)
    if (kid.kind === 'content') yield kid;
    else if (kid.kind === 'element' && !blocks.has(kid.element.type)) yield* contentsOf(kid.element);
}

/** What an element's content says, links and spans included, other blocks apart. */
export function textOfElement(document: Document, element: Element): string {
  if (element.actualText !== undefined) return element.actualText;
  return element.kids
    .map((kid) => {
      if (kid.kind === 'content') return document.pages[kid.page]?.texts.get(kid.mcid) ?? '';
      if (kid.kind === 'element' && !blocks.has(kid.element.type))
        return textOfElement(document, kid.element);
      return '';
    })
    .join('');
}

const known = new WeakMap<Document, readonly Block[]>();

/** Every block with text, in reading order. */
export function blocksOf(document: Document): readonly Block[] {
  let blocks = known.get(document);
  if (blocks === undefined) {
    blocks = readBlocks(document);
    known.set(document, blocks);
  }
  return blocks;
}

function readBlocks(document: Document): Block[] {
  const out: Block[] = [];
  for (const element of document.elements) {
    if (!blocks.has(element.type)) continue;
    const text = fold(textOfElement(document, element));
    if (text !== '') out.push({ element, text });
  }
  return out;
}

/** White space that {@link fold} would change. */
const uneven = /\s\s|[^\S ]|^\s|\s$/;
/** Text that no normalization form changes. */
const latin = /^[\0-\xff]*$/;
/** What steers direction or joining and is never printed. */
const steering = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u034f]/;
const allSteering = new RegExp(steering, 'g');

/** White space folded, NFC. Nothing is taken out: a direction mark in a file's text is one too many. */
export function fold(text: string): string {
  const even = uneven.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
  return latin.test(even) ? even : even.normalize('NFC');
}

/** The same without what steers direction and is never printed: what a source text must come back as. */
export function normalize(text: string): string {
  return fold(steering.test(text) ? text.replace(allSteering, '') : text);
}
