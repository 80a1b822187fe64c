import { type DocumentElement, type DocumentNode, elements, goesOnInHeading } from '../document/index.ts';
import type { StyledDocument } from '../style/index.ts';
import type { Run } from './runs.ts';
import type { LayoutInput } from './types.ts';

/** Blocks of a document, with the styles of one size. */
export interface StyledRun {
  readonly blocks: Run;
  readonly styled: StyledDocument;
}

/**
 * Whether blocks of two documents say the same in the same styles, so that whatever fits of one fits of the other. Where
 * elements share a style they share what is declared for them, and it is theirs at every size.
 */
export function areAlike(a: StyledRun, b: StyledRun, { pages }: LayoutInput): boolean {
  if (a.styled.generates || 'flow' in pages || a.blocks.length !== b.blocks.length) return false;
  if (!pages.every(({ name }) => a.styled.page(name) === b.styled.page(name))) return false;
  return a.blocks.every((block, i) => {
    const other = b.blocks[i]!;
    return (
      block.parent?.dir === other.parent?.dir &&
      !isCounted(block, a.styled) &&
      isSame(block, other, a.styled, b.styled)
    );
  });
}

/** An element, and the same in another document. */
export type Pair = readonly [own: DocumentElement, other: DocumentElement];

/**
 * The largest parts of two documents that say the same in the same styles, in elements that are the same but for other
 * parts: each is laid out alike in the same room. Parts that blocks are divided into are left out, for they are counted.
 * @param isPictureAs whether the pictures of two elements are as large; they are where both are of one engraving
 */
export function partsAlike(
  styled: StyledDocument,
  others: StyledDocument,
  isPictureAs: IsPictureAs = always,
): readonly Pair[] {
  if (styled.generates || others.generates) return [];
  const found: Pair[] = [];
  const isPart = (a: DocumentElement, b: DocumentElement) =>
    elements[a.name].category === 'block' &&
    !isCounted(a, styled) &&
    goesOnInHeading(a) === goesOnInHeading(b) &&
    isSame(a, b, styled, others, isPictureAs);
  const look = (a: DocumentElement, b: DocumentElement): void => {
    if (!isAlikeItself(a, b, styled, others)) return;
    const [own, other] = [elementsIn(a), elementsIn(b)];
    const least = Math.min(own.length, other.length);
    let start = 0;
    for (; start < least && isPart(own[start]!, other[start]!); start++)
      found.push([own[start]!, other[start]!]);
    let end = 0;
    for (; end < least - start && isPart(own.at(-1 - end)!, other.at(-1 - end)!); end++)
      found.push([own.at(-1 - end)!, other.at(-1 - end)!]);
    for (let i = start; i < least - end; i++) look(own[i]!, other[i]!);
  };
  look(styled.document.body, others.document.body);
  return found;
}

/** Whether its place among others is what its marker says: any block may be an item of a list. */
function isCounted(element: DocumentElement, styled: StyledDocument): boolean {
  return styled.style(element).display === 'list-item';
}

function elementsIn({ children }: DocumentElement): readonly DocumentElement[] {
  return children.filter((child): child is DocumentElement => child.kind === 'element');
}

type IsPictureAs = (element: DocumentElement, there: DocumentElement) => boolean;
const always = () => true;

function isSame(
  a: DocumentNode,
  b: DocumentNode,
  styles: StyledDocument,
  others: StyledDocument,
  isPictureAs: IsPictureAs = always,
): boolean {
  if (a.kind === 'text')
    return b.kind === 'text' && a.text === b.text && a.number === b.number && a.page === b.page;
  if (b.kind !== 'element' || a.children.length !== b.children.length) return false;
  if (!isAlikeItself(a, b, styles, others)) return false;
  if (a.name === 'img' && !isPictureAs(a, b)) return false;
  for (let i = 0; i < a.children.length; i++)
    if (!isSame(a.children[i]!, b.children[i]!, styles, others, isPictureAs)) return false;
  return true;
}

/** Whether two elements are the same, whatever is in them. */
function isAlikeItself(
  a: DocumentElement,
  b: DocumentElement,
  styles: StyledDocument,
  others: StyledDocument,
): boolean {
  return (
    a.name === b.name &&
    a.lang === b.lang &&
    a.dir === b.dir &&
    a.isolates === b.isolates &&
    haveSameAttributes(a, b) &&
    styles.style(a) === others.style(b)
  );
}

function haveSameAttributes(a: DocumentElement, b: DocumentElement): boolean {
  let count = 0;
  for (const name in a.attributes) {
    if (a.attributes[name] !== b.attributes[name]) return false;
    count++;
  }
  for (const _ in b.attributes) count--;
  return count === 0;
}
