import { indexOf } from '../page/piece-index.ts';
import type { Document } from '../page/read.ts';
import { elementsOf } from '../page/structure.ts';
import { type Block, blocksOf, normalize, normalizedTexts } from '../reading/text.ts';
import type { Check, Expectation } from '../types.ts';
import { showsLinked } from './check-links.ts';
import { count, verdict } from './verdict.ts';

/** Where a text was found: block and offset after it. */
interface Cursor {
  readonly block: number;
  readonly offset: number;
}

/** A text from a place on; one that must be `whole` is all that its block says. */
function find(blocks: readonly Block[], text: string, from: Cursor, whole = false): Cursor | undefined {
  for (let block = from.block; block < blocks.length; block++) {
    if (whole && blocks[block]!.text !== text) continue;
    const at = blocks[block]!.text.indexOf(text, block === from.block ? from.offset : 0);
    if (at >= 0) return { block, offset: at + text.length };
  }
  return undefined;
}

/** Says that a text is not there, and the block that is most like it from its beginning. */
function absent(wanted: string, blocks: readonly Block[]): string {
  let like = '';
  let most = Math.min(4, wanted.length - 1);
  for (const { text } of blocks) {
    let same = 0;
    while (same < wanted.length && text[same] === wanted[same]) same++;
    if (same > most) [like, most] = [text, same];
  }
  const from = Math.max(0, most - 30);
  const part = (text: string) => `${from > 0 ? '…' : ''}${text.slice(from, from + 60)}`;
  return `"${part(wanted)}" is not there${like === '' ? '' : `; nearest: "${part(like)}"`}`;
}

/** What stands for pictures, as it is sought. */
function altsOf({ elements, foundOfTree }: Document): readonly string[] {
  foundOfTree.alts ??= elements.flatMap(({ alt }) => (alt === undefined ? [] : [normalize(alt)]));
  return foundOfTree.alts;
}

/** A text that stands before the one that is read before it, by its key. */
const outOfOrder = (last: string | undefined) =>
  `it stands out of order${last === undefined ? '' : `: before ${last}, and not after it`}`;

/** Promises 3 and 7: every text is in the file, in order, as it was; and promise 2, the disclosure whole. */
export function checkTexts(document: Document, expectation: Expectation): Check[] {
  const blocks = blocksOf(document);
  const alts = altsOf(document);
  const lost: string[] = [];
  const found = new Map<string, Block>();
  let cursor: Cursor = { block: 0, offset: 0 };
  let last: string | undefined;
  const disclosure = new Set(expectation.disclosure.keys);
  const { texts } = expectation;
  const all = normalizedTexts(document, texts);
  for (const [i, { key, alt }] of texts.entries()) {
    const wanted = all[i]!;
    if (alt === true) {
      if (!alts.includes(wanted)) lost.push(`${key}: the alternative text is not there`);
      continue;
    }
    const next = find(blocks, wanted, cursor, disclosure.has(key));
    if (next === undefined) {
      lost.push(
        `${key}: ${find(blocks, wanted, { block: 0, offset: 0 }) === undefined ? absent(wanted, blocks) : outOfOrder(last)}`,
      );
      continue;
    }
    cursor = next;
    last = key;
    found.set(key, blocks[next.block]!);
  }
  return [
    verdict(
      'TEXT_LOST',
      lost,
      expectation.texts.length,
      `${count(expectation.texts.length, 'text')} of the guide read back as they are, in order.`,
    ),
    ...checkDisclosure(document, expectation, blocks, found),
  ];
}

function checkDisclosure(
  document: Document,
  { disclosure, numbers, texts, qr }: Expectation,
  blocks: readonly Block[],
  found: ReadonlyMap<string, Block>,
): Check[] {
  const missing = disclosure.keys
    .filter((key) => !found.has(key))
    .map((key) => `${key} is not there as it is`);
  const own = new Set(disclosure.keys.map((key) => found.get(key)));
  // Where it goes on over a page's end, the number in the band of that page is read in between.
  const isNumber = ({ plain }: Block) => numbers.some(({ display }) => normalize(display) === plain);
  const isOwn = (block: Block) => own.has(block);
  const [first, last] = [blocks.findIndex(isOwn), blocks.findLastIndex(isOwn)];
  const between = (first < 0 ? blocks : blocks.slice(first, last)).filter(
    (block) => !own.has(block) && block.element.type !== 'Lbl' && !isNumber(block),
  );
  for (const { text } of between) missing.push(`"${text.slice(0, 60)}" stands within it`);
  // A short form leads to the whole, on screens too.
  const address = texts.find(({ key }) => key === disclosure.keys.at(-1))?.text ?? '';
  if (disclosure.form === 'short' && !showsLinked(document, { display: address, uri: qr.content }))
    missing.push(`"${address}" is no link to ${qr.content}`);
  const sizes = disclosure.keys.flatMap((key) => sizesOf(document, found.get(key)));
  const least = leastOf(sizes);
  const small =
    sizes.length > 0 && least < disclosure.minSize - 0.01
      ? [`the disclosure is set at ${least.toFixed(2)} pt; the floor is ${disclosure.minSize}`]
      : [];
  return [
    verdict(
      'DISCLOSURE_MISSING',
      missing,
      disclosure.keys.length,
      disclosure.form === 'short'
        ? `The disclosure stands in its short form, word for word, with the address of the whole: ${count(disclosure.keys.length, 'text')}.`
        : `The disclosure is whole: ${count(disclosure.keys.length, 'text')}.`,
    ),
    verdict(
      'DISCLOSURE_TOO_SMALL',
      small,
      sizes.length,
      `The disclosure is set at ${least.toFixed(1)} pt or more; the floor is ${disclosure.minSize}.`,
    ),
  ];
}

const leastOf = (sizes: readonly number[]) =>
  sizes.reduce((least, size) => Math.min(least, size), Number.POSITIVE_INFINITY);

/** The smallest size of each marked content of a block that is seen, links and spans included, pt. */
function sizesOf({ pages }: Document, block: Block | undefined): number[] {
  const sizes: number[] = [];
  if (block === undefined) return sizes;
  for (const { kids } of elementsOf(block.element))
    for (const kid of kids) {
      if (kid.kind !== 'content') continue;
      for (const piece of pages[kid.page]?.content.pieces ?? []) {
        const size = indexOf(piece).leastOf.get(kid.mcid);
        if (size !== undefined) sizes.push(size);
      }
    }
  return sizes;
}

/** Promise 3: no page blank, nothing too small, no glyph missing. */
export function checkGlyphs(document: Document, expectation: Expectation | undefined): Check[] {
  const pages = document.pages.map(({ content }) => content.pieces.map((piece) => indexOf(piece)));
  const blank = pages.flatMap((pieces, i) =>
    // A tile is no page of its own.
    pieces.some(({ says }) => says) || expectation?.sheets[i]?.tile !== undefined
      ? []
      : [`page ${i + 1} has no text of its own`],
  );
  const lost = pages.flatMap((pieces, i) => [
    ...new Set(pieces.flatMap(({ missing }) => missing.map((what) => `page ${i + 1}: ${what}`))),
  ]);
  const all = pages.flat();
  const looked = all.reduce((sum, { glyphs }) => sum + glyphs, 0);
  const sizes = all.flatMap(({ least }) => (Number.isFinite(least) ? [least] : []));
  const least = leastOf(sizes);
  const checks = [
    verdict(
      'PAGE_BLANK',
      blank,
      document.pages.length,
      `${count(document.pages.length, 'page')} carry text.`,
    ),
    verdict('GLYPH_MISSING', lost, looked, `${count(looked, 'glyph')} have a shape and a meaning.`),
  ];
  if (expectation === undefined) return checks;
  const small =
    least < expectation.minSize - 0.01
      ? [`text is set at ${least.toFixed(2)} pt; the floor is ${expectation.minSize}`]
      : [];
  return [
    ...checks,
    verdict(
      'TEXT_TOO_SMALL',
      small,
      sizes.length,
      `The smallest text is ${least.toFixed(1)} pt; the floor is ${expectation.minSize}.`,
    ),
  ];
}
