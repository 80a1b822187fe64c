import type { Document, Page } from '../page/read.ts';
import { shown } from '../page/shown-text.ts';
import {
  addressesOf,
  isOfAddress,
  isTouched,
  isWithinOther,
  type Letter,
  lettersOf,
} from '../reading/area.ts';
import { contentsLinked } from '../reading/link-elements.ts';
import { stripsOf } from '../reading/reading.ts';
import { type Block, contentsOf } from '../reading/text.ts';
import type { Expectation } from '../types.ts';
import { allNumbers } from './number.ts';
import { blocksSaying } from './sought.ts';

/** A declared number as a text on a page says it. */
export interface Said {
  readonly number: Expectation['numbers'][number];
  readonly block: Block;
  /** Place of its page in the file. */
  readonly sheet: number;
  readonly page: Page;
  /** Its signs as they are read; not yet that they stand so. */
  readonly letters: readonly Letter[];
  /** Its signs are on two pages. */
  readonly isDivided: boolean;
}

/** Every declared number that the texts of a file say, wherever its signs may stand; of the codes those that links show. */
export function saidNumbers(
  document: Document,
  expectation: Pick<Expectation, 'numbers' | 'codes' | 'links' | 'imprint'>,
): Said[] {
  const said = saidIn(document, allNumbers(expectation), addressesOf(expectation));
  const { codes } = expectation;
  if (codes === undefined) return said;
  const linked = new Map(codes.map((code) => [code, contentsLinked(document, code.uri)]));
  return said.filter(({ number, sheet, letters }) => {
    const contents = linked.get(number);
    return (
      contents === undefined || letters.every(({ run: { owner } }) => contents.has(`${sheet} ${owner.mcid}`))
    );
  });
}

function saidIn(document: Document, numbers: Expectation['numbers'], addresses: ReadonlySet<string>): Said[] {
  const wanted = numbers.map((number) => ({ number, text: shown(number.display) }));
  const displays = wanted.map(({ text }) => text);
  return blocksSaying(document, displays).flatMap((block) => {
    if (!wanted.some(({ text }) => block.text.includes(text))) return [];
    const { letters, text, starts, pages } = lettersOfBlock(document, block);
    return wanted.flatMap(({ number, text: display }) =>
      placesOf(text, display, displays, addresses).map((at) => {
        const first = starts.findLastIndex((start) => start <= at);
        const after = starts.findIndex((start) => start >= at + display.length);
        const end = after < 0 ? letters.length : after;
        const sheet = pages[first]!;
        const isDivided = pages.slice(first, end).some((page) => page !== sheet);
        const own = letters.slice(first, end);
        return { number, block, sheet, page: document.pages[sheet]!, letters: own, isDivided };
      }),
    );
  });
}

/** What a block says letter by letter, as it is read. */
interface BlockLetters {
  readonly letters: readonly Letter[];
  readonly text: string;
  /** Where each letter begins in the text, and the place of its page in the file. */
  readonly starts: readonly number[];
  readonly pages: readonly number[];
}

function lettersOfBlock(document: Document, block: Block): BlockLetters {
  const letters: Letter[] = [];
  const [starts, pages]: [number[], number[]] = [[], []];
  let text = '';
  for (const { page, mcid } of contentsOf(document, block.element))
    for (const piece of document.pages[page]?.content.pieces ?? []) {
      const runs = stripsOf(piece).runs.get(mcid);
      if (runs === undefined) continue;
      for (const run of runs)
        for (const letter of lettersOf([run], (x, y) => [run.dx * x + run.dy * y, run.dx * y - run.dy * x])) {
          letters.push(letter);
          starts.push(text.length);
          pages.push(page);
          text += letter.text;
        }
    }
  return { letters, text, starts, pages };
}

/** Where a number stands by itself in a text: no digit, Latin letter or sign that could be a part of it touches it: 988lifeline.org. */
function placesOf(
  text: string,
  number: string,
  others: readonly string[],
  addresses: ReadonlySet<string>,
): number[] {
  const places: number[] = [];
  if (number === '') return places;
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    const end = at + number.length;
    if (isWithinOther(text, at, end, others) || isOfAddress(text, at, end, addresses)) continue;
    if (!isTouched(text, at, end)) places.push(at);
  }
  return places;
}

/** Signs of a number are set back over each other by kerning, and no farther apart than signs of one line: parts of the size. */
const [nearest, farthest] = [-0.2, 0.5];

/** What is wrong with the places of a number's signs, or nothing: they follow each other on one line. */
export function placeFault(letters: readonly Letter[]): string | undefined {
  for (let i = 1; i < letters.length; i++) {
    const [a, b] = [letters[i - 1]!, letters[i]!];
    const gap = b.x - a.x - a.advance;
    if (Math.abs(b.y - a.y) > 0.01 || a.run.dx !== b.run.dx || a.run.dy !== b.run.dy)
      return 'its signs do not stand on one line';
    if (gap < nearest * a.run.size || gap > farthest * a.run.size)
      return 'its signs do not follow each other';
  }
  return undefined;
}
