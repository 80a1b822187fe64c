import type { Budget } from '../file/budget.ts';
import { allNumbers } from '../numbers/number.ts';
import { besideFaults } from '../numbers/number-beside.ts';
import { numberPrintings, printingFault } from '../numbers/number-printings.ts';
import { zoneFault } from '../numbers/number-zone.ts';
import { brokenBy } from '../numbers/printing.ts';
import { blocksSaying } from '../numbers/sought.ts';
import type { Bounds } from '../page/matrix.ts';
import type { Annotation, Document, Page } from '../page/read.ts';
import { shown } from '../page/shown-text.ts';
import {
  addressesOf,
  frameOf,
  isSeenLetter,
  type Letter,
  lettersOf,
  numbersAround,
  numbersIn,
  type PageArea,
  printingsIn,
  type VisualRun,
  wordsIn,
} from '../reading/area.ts';
import { contentsOf, normalize, normalizedTexts } from '../reading/text.ts';
import { isOfText } from '../reading/texts-of-runs.ts';
import type { Check, Expectation } from '../types.ts';
import { isUnderOtherLink, pointsElsewhere, showsLinked } from './check-links.ts';
import { checkOtherNumbers } from './check-numbers.ts';
import { count, verdict } from './verdict.ts';

const digits = (text: string) => text.replace(/\D/g, '');
const sorted = (text: string) => [...text].sort().join('');

/** The number as it is printed in one area. */
interface Printing {
  /** Place of its sheet in the file. */
  readonly sheet: number;
  readonly page: Page;
  readonly area: PageArea;
  readonly letters: readonly Letter[];
  /** What stands on its line without wide gaps. */
  readonly line: string;
}

/** Promise 1: whole, in order, large enough, linked, on every area of every sheet; and the pointer beside it. */
export function checkHelpline(document: Document, expectation: Expectation): Check[] {
  const { display, minSize } = expectation.helpline;
  const { budget } = document.file;
  const missing: string[] = [];
  const reversed: string[] = [];
  const broken: string[] = [];
  const covered: string[] = [];
  const unpointed: string[] = [];
  const printings: Printing[] = [];
  let areas = 0;
  const pointer = normalize(expectation.pointer);
  const displays = expectation.numbers.map((number) => shown(number.display));
  const addresses = addressesOf(expectation);
  expectation.sheets.forEach((sheet, i) => {
    const page = document.pages[i];
    for (const area of sheet.areas) {
      areas++;
      const name = `${area.copy === true ? 'a copy of ' : ''}${area.page} on sheet ${i + 1}`;
      if (page === undefined || isOther(page.width, sheet.width) || isOther(page.height, sheet.height)) {
        missing.push(`${name}: the sheet is not there in its size`);
        continue;
      }
      const runs = numbersIn(document, page, area);
      const before = printings.length;
      for (const run of runs)
        for (const letters of printingsIn(run, display, displays, addresses)) {
          printings.push({ sheet: i, page, area, letters, line: run.text });
          const fault = brokenBy(page, area, letters, expectation);
          if (fault !== undefined) broken.push(`${name}: ${fault}`);
          const near = zoneFault(page, letters, budget, isOfText(document, i, letters));
          if (near !== undefined) covered.push(`${name}: ${near}`);
        }
      if (printings.length === before) {
        if (leaves(page, area, display, budget)) broken.push(`${name}: the number leaves its panel`);
        else if (runs.some((run) => isReversed(run, display)))
          reversed.push(`${name}: the digits stand in another order`);
        else if (isSplit(page, area, runs, display)) broken.push(`${name}: the number is split`);
        else missing.push(`${name}: ${display} is not there`);
      }
      const words = wordsIn(page.content.pieces, area);
      const isPointed =
        words.some((each) => each.say(pointer)) ||
        normalize(words.map(({ text }) => text).join('')).includes(pointer);
      if (!isPointed) unpointed.push(`${name}: "${expectation.pointer}" is not there`);
    }
  });
  unpointed.push(...pointsElsewhere(document, expectation));
  for (const other of expectation.others ?? [])
    if (!showsLinked(document, other))
      missing.push(`${other.display} is not there as a link to ${other.uri}`);
  const sizes = printings.map(({ letters }) => leastOf(letters.map(({ run }) => run.size)));
  const small = tooSmall(document, expectation, printings, sizes);
  const unlinked: string[] = [];
  // The main number's printings were looked at where they are asked for; but also where nobody asks for one its signs stand in order.
  const dialled = allNumbers(expectation);
  const all = numberPrintings(document, expectation);
  covered.push(...besideFaults(all, expectation, budget));
  for (const printing of all) {
    const { number, place, block, letters, floor } = printing;
    const isMain = number.display === display;
    const fault = printingFault(printing, expectation);
    if (fault !== undefined) broken.push(`${place}: of ${number.display}, ${fault}`);
    if (isUnderOtherLink(printing.page, letters, urisOf(number.display, dialled)))
      unlinked.push(`${place}: another link lies over ${number.display}`);
    if (isMain) continue;
    const isSameText = isOfText(document, printing.sheet, letters, block?.element);
    const near = zoneFault(printing.page, letters, budget, isSameText);
    if (near !== undefined) covered.push(`${place}: of ${number.display}, ${near}`);
    const size = leastOf(letters.map(({ run }) => run.size));
    if (size < floor - 0.01)
      small.push(`${place}: ${number.display} is set in ${size.toFixed(1)} pt, less than ${floor} pt`);
  }
  const withNumber = new Set(printings.map(({ area }) => area)).size;
  return [
    verdict('HELPLINE_MISSING', missing, areas, `${withNumber} of ${count(areas, 'area')} show ${display}.`),
    verdict(
      'HELPLINE_BROKEN',
      broken,
      areas,
      `${count(printings.length, 'printing')} stand whole on one line, in one size and face, unclipped.`,
    ),
    verdict(
      'HELPLINE_COVERED',
      covered,
      areas,
      `${count(printings.length, 'printing')} stand alone on their ground.`,
    ),
    verdict(
      'HELPLINE_REVERSED',
      reversed,
      areas,
      `The digits stand in order, left to right, in ${count(printings.length, 'printing')}.`,
    ),
    verdict(
      'HELPLINE_TOO_SMALL',
      small,
      printings.length,
      `Sizes ${leastOf(sizes).toFixed(1)} to ${(-leastOf(sizes.map((s) => -s))).toFixed(1)} pt, at least ${minSize}.`,
    ),
    checkLinks(document, expectation, printings, sizes, unlinked),
    checkOtherNumbers(document, expectation),
    verdict(
      'DISCLOSURE_UNPOINTED',
      unpointed,
      areas,
      `"${expectation.pointer}" stands beside the number in ${count(areas, 'area')}.`,
    ),
  ];
}

const isOther = (found: number, wanted: number) => Math.abs(found - wanted) > 0.5;

/** Spread into `Math.min` a hostile file would overflow the stack. */
const leastOf = (values: readonly number[]) => values.reduce((least, v) => Math.min(least, v), Infinity);

/**
 * Printings that are too small: one by itself, in a band or as a line of its own, has the floor of the number; within
 * the words of a text that of all texts. On each area, some printing is as large as its floor.
 */
function tooSmall(
  document: Document,
  { helpline: { display, minSize }, minSize: least, texts }: Expectation,
  printings: readonly Printing[],
  sizes: readonly number[],
): string[] {
  const inText = withinWords(document, display, texts);
  const told = (area: PageArea, size: number, floor: number) =>
    `${area.page}: ${size.toFixed(1)} pt is less than ${floor} pt`;
  const largest = new Map<PageArea, number>();
  const small = printings.flatMap(({ sheet, area, letters, line }, i) => {
    const size = sizes[i]!;
    largest.set(area, Math.max(largest.get(area) ?? 0, size));
    // What is repeated has no structure: a title that goes along says words on the number's line.
    const isInText = letters.every(({ run: { owner } }) =>
      owner.mcid === undefined ? saysMore(line, display) : inText.has(`${sheet} ${owner.mcid}`),
    );
    const floor = isInText ? least : minSize;
    return size < floor - 0.01 ? [told(area, size, floor)] : [];
  });
  const alone = printings.flatMap(({ area }) => {
    const size = largest.get(area)!;
    return size < minSize - 0.01 ? [told(area, size, minSize)] : [];
  });
  return [...new Set([...small, ...alone])];
}

const saysMore = (text: string, number: string) => /[\p{L}\p{N}]/u.test(text.replaceAll(number, ''));

/**
 * Marked contents of the blocks that say more than the number, or that are one of the guide's texts, such as a cell with the
 * number alone: of pages by their place, and MCIDs.
 */
function withinWords(document: Document, display: string, texts: Expectation['texts']): ReadonlySet<string> {
  const number = normalize(display);
  const isText = normalizedTexts(document, texts).includes(number);
  return new Set(
    blocksSaying(document, [display]).flatMap(({ element, plain }) => {
      if (!plain.includes(number) || !(saysMore(plain, number) || (isText && plain === number))) return [];
      return contentsOf(document, element).map(({ page, mcid }) => `${page} ${mcid}`);
    }),
  );
}

/** The addresses that a number may open: one that is called and written to is shown once, 988. */
function urisOf(shown: string, numbers: Expectation['numbers']): ReadonlySet<string> {
  return new Set(numbers.flatMap(({ display, uri }) => (display === shown ? uri : [])));
}

/** The same digits, read in another order. */
function isReversed({ text }: VisualRun, display: string): boolean {
  const numbers = text.match(/\d[\d\s().-]*/g) ?? [];
  return numbers.some((number) => {
    const found = digits(number);
    return found !== digits(display) && sorted(found) === sorted(digits(display));
  });
}

/** The digits follow each other, but on no line all of them. */
function isSplit({ content }: Page, area: PageArea, runs: readonly VisualRun[], display: string): boolean {
  const number = digits(display);
  const all = digits(
    lettersOf(content.runs, frameOf(area), area)
      .map(({ text }) => text)
      .join(''),
  );
  return all.includes(number) && !runs.some(({ text }) => digits(text).includes(number));
}

/** The number begins in the area and goes on outside of it. */
function leaves(page: Page, area: PageArea, display: string, budget: Budget): boolean {
  const inside = new Set(lettersOf(page.content.runs, frameOf(area), area).map(({ index }) => index));
  return numbersAround(page, area, budget).some((run) =>
    printingsIn(run, display).some((letters) => letters.some(({ index }) => inside.has(index))),
  );
}

/** Printings that are content open the dialler; the first and the last of the file are content. */
function checkLinks(
  document: Document,
  { helpline, numbers, purpose, loud }: Expectation,
  printings: readonly Printing[],
  sizes: readonly number[],
  unlinked: readonly string[],
): Check {
  const wrong = [...unlinked];
  const uris = urisOf(helpline.display, numbers);
  const content = printings.filter(({ letters }) => letters.every(({ run }) => run.owner.mcid !== undefined));
  for (const { page, area, letters } of content) {
    const links = page.annotations.filter(({ uri }) => uri !== undefined && uris.has(uri));
    const seen = letters.filter((letter) => isSeenLetter(letter));
    if (!links.some((link) => seen.every((letter) => isOn(letter, link))))
      wrong.push(`${area.page}: the number does not open ${helpline.uri}`);
  }
  for (const { page, area, letters } of printings)
    if (isUnderOtherLink(page, letters, uris)) wrong.push(`${area.page}: another link lies over the number`);
  const large = new Set(printings.filter((_, i) => sizes[i]! >= helpline.minSize - 0.01));
  for (const name of loud)
    if (!content.some((printing) => printing.area.page === name && large.has(printing)))
      wrong.push(`${name}: the number is not content`);
  if (content.length === 0) wrong.push('the number is nowhere content that a screen reader speaks');
  if (purpose === 'screen') {
    const sheets = new Set(content.map(({ sheet }) => sheet));
    for (const [word, index] of [
      ['first', 0],
      ['last', document.pages.length - 1],
    ] as const)
      if (!sheets.has(index)) wrong.push(`on the ${word} page the number is not content`);
  }
  return verdict(
    'HELPLINE_UNLINKED',
    wrong,
    printings.length,
    `${count(content.length, 'printing')} of the number as content open ${helpline.uri}; ${printings.length - content.length} are repeated bands.`,
  );
}

/** Does a link's area hold a letter: its advance, and half of its height above the baseline? */
function isOn({ run, index, advance }: Letter, { lines }: Pick<Annotation, 'lines'>): boolean {
  const { dx, dy, size } = run;
  const [x, y] = [run.glyphs.xs[index]!, run.glyphs.ys[index]!];
  const [ax, ay, ux, uy] = [dx * advance, dy * advance, (dy * size) / 2, (-dx * size) / 2];
  return lines.some(
    (line) =>
      isNear(line, x, y) &&
      isNear(line, x + ax, y + ay) &&
      isNear(line, x + ux, y + uy) &&
      isNear(line, x + ax + ux, y + ay + uy),
  );
}

/** Within bounds, or beside them by rounding. */
const isNear = ([left, top, right, bottom]: Bounds, x: number, y: number) =>
  x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;
