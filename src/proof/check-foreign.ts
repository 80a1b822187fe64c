import type { Kept } from './kept.ts';
import { phrasebookOf } from './phrasebook.ts';
import { indexOf } from './piece-index.ts';
import type { Document } from './read.ts';
import { blocksOf, fold, normalize } from './text.ts';
import type { Check, Expectation } from './types.ts';
import { count, verdict } from './verdict.ts';

/** Nothing is said but what guide and product say: on the pages, in what stands for pictures, in what names links. */
export function checkForeign(document: Document, expectation: Expectation, kept?: Kept): Check {
  const book = phrasebookOf(expectation, kept);
  const wrong: string[] = [];
  let looked = 0;
  const look = (what: string, text: string | undefined) => {
    if (text === undefined) return;
    looked++;
    const foreign = book.foreign(fold(text));
    if (foreign !== undefined) wrong.push(`${what} says "${foreign.slice(0, 60)}"`);
  };
  for (const { element, text } of blocksOf(document)) look(`a ${element.type}`, text);
  for (const title of document.bookmarks) look('a bookmark', title);
  for (const { type, alt, actualText } of document.elements) {
    look(`the alternative text of a ${type}`, alt);
    look(`what stands for a ${type}`, actualText);
  }
  document.pages.forEach((page, i) => {
    look(`an artifact on page ${i + 1}`, artifactText(page));
    for (const { contents } of page.annotations) look(`the description of a link on page ${i + 1}`, contents);
  });
  return verdict(
    'TEXT_FOREIGN',
    wrong,
    looked,
    `${count(looked, 'text')} say only what guide and product say.`,
  );
}

/** Marks that steer direction are artifacts. */
function artifactText({ content }: Document['pages'][number]): string {
  return normalize(content.pieces.map((piece) => indexOf(piece).aside).join(''));
}
