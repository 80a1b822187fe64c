import type { DocumentElement, DocumentNode } from '../document/index.ts';
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
    return block.parent?.dir === other.parent?.dir && isSame(block, other, a.styled, b.styled);
  });
}

function isSame(a: DocumentNode, b: DocumentNode, styles: StyledDocument, others: StyledDocument): boolean {
  if (a.kind === 'text')
    return b.kind === 'text' && a.text === b.text && a.number === b.number && a.page === b.page;
  return (
    b.kind === 'element' &&
    a.name === b.name &&
    a.lang === b.lang &&
    a.dir === b.dir &&
    a.isolates === b.isolates &&
    a.children.length === b.children.length &&
    haveSameAttributes(a, b) &&
    styles.style(a) === others.style(b) &&
    a.children.every((child, i) => isSame(child, b.children[i]!, styles, others))
  );
}

function haveSameAttributes(a: DocumentElement, b: DocumentElement): boolean {
  const names = Object.keys(a.attributes);
  return (
    names.length === Object.keys(b.attributes).length &&
    names.every((name) => a.attributes[name] === b.attributes[name])
  );
}
