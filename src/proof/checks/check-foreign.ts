import { isSame } from '../file/found.ts';
import type { Kept } from '../kept.ts';
import type { Piece } from '../page/page-content.ts';
import { indexOf } from '../page/piece-index.ts';
import type { Document } from '../page/read.ts';
import type { PageArea } from '../reading/area.ts';
import { phrasebookOf } from '../reading/phrasebook.ts';
import { stringsBeside } from '../reading/strings.ts';
import { blocksOf, fold, normalize } from '../reading/text.ts';
import type { Check, Expectation } from '../types.ts';
import { beginsIn } from './check-copies.ts';
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
  for (const { element, text, found } of blocksOf(document)) {
    // What is of the book of all numbers is so in each file.
    if (found.book !== undefined && found.book === book.base) looked++;
    else {
      if (book.isOfBase(text)) found.book = book.base;
      look(`a ${element.type}`, text);
    }
  }
  for (const { what, text } of stringsBeside(document)) {
    const plain = text.includes(mark) ? text.replaceAll(mark, '') : text;
    if (book.base?.isKnown(plain)) looked++;
    else look(what, fold(plain));
  }
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
  if (copies.length === 0) return asideOf(content.pieces.filter((piece) => indexOf(piece).aside !== ''));
  const aside = content.runs.flatMap((run) =>
    run.owner.mcid !== undefined || copies.some((copy) => beginsIn(run, copy)) ? [] : [run.text],
  );
  return normalize(aside.join(''));
}

/** What pieces say in artifacts: known where the very same say it again. */
function asideOf(pieces: readonly Piece[]): string {
  const [first] = pieces;
  if (first === undefined) return '';
  const made = first.found.aside;
  if (made !== undefined && isSame(made.of, pieces)) return made.value;
  const value = normalize(pieces.map((piece) => indexOf(piece).aside).join(''));
  first.found.aside = { of: pieces, value };
  return value;
}
