import type { PageArea } from './area.ts';
import { beginsIn } from './check-copies.ts';
import type { Kept } from './kept.ts';
import { phrasebookOf } from './phrasebook.ts';
import { indexOf } from './piece-index.ts';
import type { Document } from './read.ts';
import { stringsBeside } from './strings.ts';
import { blocksOf, fold, normalize } from './text.ts';
import type { Check, Expectation } from './types.ts';
import { count, verdict } from './verdict.ts';

/** LEFT-TO-RIGHT MARK, which keeps numbers in order beside the pages. */
const mark = '\u200e';

/** Nothing is said but what guide and product say: on the pages, in what stands for pictures, in what names links. */
export function checkForeign(document: Document, expectation: Expectation, kept?: Kept): Check {
  const book = phrasebookOf(expectation, kept);
  const wrong: string[] = [];
  let looked = 0;
  /** Bands and links say the same on each page. */
  const known = new Map<string, string | undefined>();
  /** @param text folded */
  const look = (what: string, text: string) => {
    looked++;
    if (!known.has(text)) known.set(text, book.foreign(text));
    const foreign = known.get(text);
    if (foreign !== undefined) wrong.push(`${what} says "${foreign.slice(0, 60)}"`);
  };
  for (const { element, text } of blocksOf(document)) look(`a ${element.type}`, text);
  for (const { what, text } of stringsBeside(document)) look(what, fold(text.replaceAll(mark, '')));
  for (const [i, page] of document.pages.entries()) {
    const copies = (expectation.sheets[i]?.areas ?? []).filter(({ copy }) => copy === true);
    look(`an artifact on page ${i + 1}`, artifactText(page, copies));
  }
  return verdict(
    'TEXT_FOREIGN',
    wrong,
    looked,
    `${count(looked, 'text')} say only what guide and product say.`,
  );
}

/** Marks that steer direction are artifacts. What stands in a copy is held to what the first one says. */
function artifactText({ content }: Document['pages'][number], copies: readonly PageArea[]): string {
  const aside =
    copies.length === 0
      ? content.pieces.map((piece) => indexOf(piece).aside)
      : content.runs.flatMap((run) =>
          run.owner.mcid !== undefined || copies.some((copy) => beginsIn(run, copy)) ? [] : [run.text],
        );
  return normalize(aside.join(''));
}
