import type { Letter } from './area.ts';
import type { Run } from './page-content.ts';
import type { Document } from './read.ts';
import { type Block, blocksOf, contentsOf } from './text.ts';

/** Which text of a file each run is a part of. */
export class TextsOfRuns {
  readonly #document: Document;
  #blocks: ReadonlyMap<string, Block> | undefined;

  constructor(document: Document) {
    this.#document = document;
  }

  /** Tells whether a run of a page is of the same text as these letters. */
  isOf(page: number, letters: readonly Letter[]): (run: Run) => boolean {
    const owners = new Set(letters.map(({ run }) => run.owner));
    const texts = new Set(letters.map(({ run }) => this.#blockOf(page, run)));
    texts.delete(undefined);
    return (run) => owners.has(run.owner) || texts.has(this.#blockOf(page, run));
  }

  #blockOf(page: number, { owner }: Run): Block | undefined {
    this.#blocks ??= new Map(
      blocksOf(this.#document).flatMap((block) =>
        [...contentsOf(block.element)].map(({ page, mcid }) => [`${page} ${mcid}`, block] as const),
      ),
    );
    return owner.mcid === undefined ? undefined : this.#blocks.get(`${page} ${owner.mcid}`);
  }
}
