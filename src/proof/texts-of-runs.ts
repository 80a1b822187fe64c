import type { Letter } from './area.ts';
import type { Run } from './page-content.ts';
import type { Document } from './read.ts';
import type { Element } from './structure.ts';
import { contentsOf, isBlock } from './text.ts';

const keyOf = (page: number, mcid: number) => page * 2 ** 24 + mcid;

/** Which block each marked content is in, by page and MCID. */
function blocksByContent(document: Document): ReadonlyMap<number, Element> {
  const { foundOfTree } = document;
  foundOfTree.blockOf ??= new Map(
    document.elements
      .filter(isBlock)
      .flatMap((element) =>
        contentsOf(document, element).map(({ page, mcid }) => [keyOf(page, mcid), element] as const),
      ),
  );
  return foundOfTree.blockOf;
}

/** Tells whether a run of a page is of the same text as these letters. */
export function isOfText(
  document: Document,
  page: number,
  letters: readonly Letter[],
): (run: Run) => boolean {
  const blockOf = ({ owner }: Run) =>
    owner.mcid === undefined ? undefined : blocksByContent(document).get(keyOf(page, owner.mcid));
  return (run) => {
    if (letters.some((letter) => letter.run.owner === run.owner)) return true;
    const block = blockOf(run);
    return block !== undefined && letters.some((letter) => blockOf(letter.run) === block);
  };
}
