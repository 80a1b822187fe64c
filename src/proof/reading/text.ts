import { FoundOfBlock } from '../file/found.ts';
import type { Piece } from '../page/page-content.ts';
import type { Document } from '../page/read.ts';
import type { Element } from '../page/structure.ts';
import type { Expectation } from '../types.ts';

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

/** Is an element's text one piece? */
export const isBlock = ({ type }: Element) => blocks.has(type);

/** The text of a block element, and the elements it came from. */
export interface Block {
  readonly element: Element;
  readonly text: string;
  /** The same, {@link normalize}d. */
  readonly plain: string;
  readonly found: FoundOfBlock;
}

/** A marked content of a page. */
export interface Content {
  readonly page: number;
  readonly mcid: number;
}

/** Marked contents of an element, links and spans included, other blocks apart, as they are read. */
export function contentsOf(document: Document, element: Element): readonly Content[] {
  document.foundOfTree.contents ??= new Map();
  const { contents } = document.foundOfTree;
  let own = contents.get(element);
  if (own === undefined) {
    own = element.kids.flatMap((kid): readonly Content[] => {
      if (kid.kind === 'content') return [kid];
      return kid.kind === 'element' && !blocks.has(kid.element.type) ? contentsOf(document, kid.element) : [];
    });
    contents.set(element, own);
  }
  return own;
}

/** What an element's content says, links and spans included, other blocks apart. */
export function textOfElement(document: Document, element: Element): string {
  if (element.actualText !== undefined) return element.actualText;
  let text = '';
  for (const kid of element.kids)
    if (kid.kind === 'content') text += document.pages[kid.page]?.texts.get(kid.mcid) ?? '';
    else if (kid.kind === 'element' && !blocks.has(kid.element.type))
      text += textOfElement(document, kid.element);
  return text;
}

/** Every block with text, in reading order. */
export function blocksOf(document: Document): readonly Block[] {
  document.found.blocks ??= readBlocks(document);
  return document.found.blocks;
}

/** A block, and its text as it stands; undefined: it has none. */
interface KeptBlock {
  readonly element: Element;
  readonly raw: string;
  readonly block: Block | undefined;
}

/** The blocks of a tree, with the pieces of the pages that say their texts. */
export interface KeptBlocks {
  readonly blocks: readonly KeptBlock[];
  readonly pages: readonly (readonly Piece[])[];
  /** Places of the blocks that have each marked content; found when a second file asks. */
  having: ReadonlyMap<number, readonly number[]> | undefined;
}

/** A block that says what it said in the file before is the very same: only those are read whose pages say it otherwise. */
function readBlocks(document: Document): Block[] {
  const { elements, foundOfTree } = document;
  const pages = document.pages.map(({ content }) => content.pieces);
  const before = foundOfTree.blocks;
  const all = before === undefined ? elements.filter(isBlock).map(read) : again(before);
  foundOfTree.blocks = { blocks: all, pages, having: before?.having };
  const withText: Block[] = [];
  for (const { block } of all) if (block !== undefined) withText.push(block);
  return withText;

  function read(element: Element): KeptBlock {
    const raw = textOfElement(document, element);
    return { element, raw, block: blockOf(element, raw) };
  }

  function again(kept: KeptBlocks): KeptBlock[] {
    const { blocks, pages: others } = kept;
    kept.having ??= placesByContent(document, blocks);
    const { having } = kept;
    const now = blocks.slice();
    for (const [page, pieces] of pages.entries())
      for (const mcid of changedIn(pieces, others[page] ?? []))
        for (const at of having.get(keyOf(page, mcid)) ?? none) {
          const same = now[at]!;
          const raw = textOfElement(document, same.element);
          if (raw !== same.raw) now[at] = { element: same.element, raw, block: blockOf(same.element, raw) };
        }
    return now;
  }
}

const none: readonly number[] = [];

function placesByContent(
  document: Document,
  blocks: readonly KeptBlock[],
): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (const [at, { element }] of blocks.entries())
    for (const { page, mcid } of contentsOf(document, element)) {
      const key = keyOf(page, mcid);
      const same = places.get(key);
      if (same === undefined) places.set(key, [at]);
      else same.push(at);
    }
  return places;
}

/** A marked content of a file, as one number. */
export const keyOf = (page: number, mcid: number): number => page * 2 ** 24 + mcid;

/** Marked contents that pieces of a page, or those of the same page before, say, and not both. */
function changedIn(now: readonly Piece[], before: readonly Piece[]): ReadonlySet<number> {
  const changed = new Set<number>();
  for (const [some, others] of [
    [now, before],
    [before, now],
  ] as const)
    for (const piece of some)
      if (!others.includes(piece)) for (const mcid of piece.texts.keys()) changed.add(mcid);
  return changed;
}

function blockOf(element: Element, raw: string): Block | undefined {
  const text = fold(raw);
  return text === '' ? undefined : { element, text, plain: normalize(text), found: new FoundOfBlock() };
}

/** White space that {@link fold} would change. */
const uneven = /\s\s|[^\S ]|^\s|\s$/;
/** Text that no normalization form changes. */
const latin = /^[\0-\xff]*$/;
/** What steers direction, joining or the ends of lines and is never printed. */
const steering = /[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;
const allSteering = /[\u00ad\u034f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** Joiners stand where they change how letters join or stack: beside those, marks and pictures. */
const joiners = /[\u200c\u200d]/;
const idleJoiners = new RegExp(
  '(?<![JOINING].?)[\\u200c\\u200d](?!.?[JOINING])'.replaceAll(
    'JOINING',
    String.raw`\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{sc=Arab}\p{sc=Syrc}\p{sc=Mong}\p{sc=Nkoo}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Mymr}\p{sc=Khmr}\p{sc=Tibt}`,
  ),
  'gu',
);

/** White space folded, NFC. Nothing is taken out: a direction mark in a file's text is one too many. */
export function fold(text: string): string {
  const even = uneven.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
  return latin.test(even) ? even : even.normalize('NFC');
}

/** The same without what steers direction and is never printed: what a source text must come back as. */
export function normalize(text: string): string {
  if (!steering.test(text)) return fold(text);
  const plain = text.replace(allSteering, '');
  return fold(joiners.test(plain) ? plain.replace(idleJoiners, '') : plain);
}

/** The texts of an expectation as they are sought. */
export function normalizedTexts({ kept }: Document, texts: Expectation['texts']): readonly string[] {
  const make = () => texts.map(({ text }) => normalize(text));
  return kept?.wanted.get([texts], make) ?? make();
}
