import type { Run } from '../page/page-content.ts';
import type { Document } from '../page/read.ts';
import type { Element } from '../page/structure.ts';
import type { Letter } from './area.ts';
import { contentsOf, isBlock, keyOf } from './text.ts';

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

/** Tells whether a run of a page is of the same text as these letters, which are in `block` where that is known. */
export function isOfText(
  document: Document,
  page: number,
  letters: readonly Letter[],
  block?: Element,
): (run: Run) => boolean {
  const blockOf = ({ owner }: Run) =>
    owner.mcid === undefined ? undefined : blocksByContent(document).get(keyOf(page, owner.mcid));
  return (run) => {
    const { owner } = run;
    if (letters.some((letter) => letter.run.owner === owner)) return true;
    if (owner.mcid === undefined) return false;
    if (block !== undefined)
      return contentsOf(document, block).some((own) => own.page === page && own.mcid === owner.mcid);
    const other = blockOf(run);
    return other !== undefined && letters.some((letter) => blockOf(letter.run) === other);
  };
}
