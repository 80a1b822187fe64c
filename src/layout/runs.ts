import type { DocumentElement, DocumentNode } from '../document/index.ts';
import type { StyledDocument } from '../style/index.ts';
import { isNamed } from './open-page.ts';
import { topBlocks } from './page-flow.ts';
import type { LayoutInput } from './types.ts';

/** Blocks that fill pages of their own: how large they may be set does not depend on the others. */
export type Run = readonly DocumentElement[];

/**
 * The blocks of a document by the pages that they fill, those first that have most text for their pages. One run, where
 * the pages of different blocks may be the same.
 */
export function runsOf(styled: StyledDocument, { pages }: LayoutInput): readonly Run[] {
  const blocks = topBlocks(styled, styled.document.body);
  if ('flow' in pages) return [blocks];
  const runs: { readonly name: string; readonly blocks: DocumentElement[] }[] = [];
  for (const block of blocks) {
    const name = styled.style(block).page;
    const last = runs.at(-1);
    if (last?.name === name) last.blocks.push(block);
    else runs.push({ name, blocks: [block] });
  }
  const filled = runs.map((run) => ({
    run: run.blocks,
    pages: pages.flatMap((page, index) => (isNamed(page.name, run.name) ? [{ ...page, index }] : [])),
  }));
  // In order, each on pages of its own, or content would go on where other content stands.
  let after = -1;
  for (const { pages: own } of filled) {
    if (own.length === 0 || own[0]!.index <= after) return [blocks];
    after = own.at(-1)!.index;
  }
  const density = new Map(
    filled.map(({ run, pages: own }) => [
      run as Run,
      run.reduce((sum, block) => sum + lengthOf(block), 0) /
        own.reduce((sum, { width, height }) => sum + width * height, 0),
    ]),
  );
  return filled.map(({ run }): Run => run).sort((a, b) => density.get(b)! - density.get(a)!);
}

/** How long the text of a node is. */
function lengthOf(node: DocumentNode): number {
  if (node.kind === 'text') return node.text.length;
  let length = 0;
  for (const child of node.children) length += lengthOf(child);
  return length;
}
