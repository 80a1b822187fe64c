import type { Kept } from '../kept.ts';
import { areInksWithin, isInkedAt } from '../page/glyph.ts';
import { indexOf } from '../page/piece-index.ts';
import type { Document, Page } from '../page/read.ts';
import { shown } from '../page/shown-text.ts';
import {
  addressesOf,
  frameOf,
  isIn,
  isSeenLetter,
  type Letter,
  numbersIn,
  type PageArea,
  printingsIn,
} from '../reading/area.ts';
import { type Block, normalize } from '../reading/text.ts';
import type { Expectation } from '../types.ts';
import { placeFault, saidNumbers } from './declared.ts';
import { hasDigit } from './dialable.ts';
import { allNumbers } from './number.ts';
import { panelOf } from './printing.ts';

type Declared = Expectation['numbers'][number];

/** A declared number as a page shows it: in a text, or in what is repeated on each page. */
export interface NumberPrinting {
  readonly number: Declared;
  readonly sheet: number;
  readonly page: Page;
  /** For messages. */
  readonly place: string;
  /** The text that it is in; undefined: repeated, and no content. */
  readonly block: Block | undefined;
  readonly letters: readonly Letter[];
  /** Its signs are on two pages. */
  readonly isDivided: boolean;
  /** Smallest size, pt. */
  readonly floor: number;
  /** A part of a text or a word of the file. */
  readonly isInText: boolean;
}

/** Every printing of every declared number. */
export function numberPrintings(document: Document, expectation: Expectation): readonly NumberPrinting[] {
  const { found } = document;
  if (found.printings?.expectation !== expectation)
    found.printings = { expectation, printings: findPrintings(document, expectation) };
  return found.printings.printings;
}

function findPrintings(document: Document, expectation: Expectation): NumberPrinting[] {
  const { numbers, sheets, numberMinSize, minSize } = expectation;
  const floors = new Floors(expectation, document.kept);
  const addresses = addressesOf(expectation);
  // Field by field: copies by spread take V8 longer than all that is said of a printing.
  const said = saidNumbers(document, expectation).map(
    ({ number, block, sheet, page, letters, isDivided }): NumberPrinting => ({
      number,
      sheet,
      page,
      place: `page ${sheet + 1}`,
      block,
      letters,
      isDivided,
      ...floors.of(block, number),
    }),
  );
  const repeated = document.pages.flatMap((page, sheet) => {
    const isRepeated = page.content.pieces.some((piece) =>
      indexOf(piece).digits.some(({ owner }) => owner.mcid === undefined),
    );
    if (!isRepeated) return [];
    return (sheets[sheet]?.areas ?? []).flatMap((area) =>
      repeatedIn(page, area, document, numbers, addresses).map(({ number, letters }) => ({
        number,
        sheet,
        page,
        place: `page ${sheet + 1}`,
        block: undefined,
        letters,
        isDivided: false,
        // A copy shows what the first one shows, whose texts have their floors.
        floor: area.copy === true ? minSize : (numberMinSize ?? minSize),
        isInText: false,
      })),
    );
  });
  return [...said, ...repeated];
}

/** A number as it is shown, how it is dialled, and how often a file prints it. */
export interface CountedNumber {
  readonly display: string;
  readonly uri: string;
  readonly printings: number;
}

/** The declared numbers that a file prints, in the order in which they are declared. */
export function countedNumbers(document: Document, expectation: Expectation): CountedNumber[] {
  const counts = new Map<Declared, number>();
  for (const { number } of numberPrintings(document, expectation))
    counts.set(number, (counts.get(number) ?? 0) + 1);
  return allNumbers(expectation).flatMap((number) => {
    const printings = counts.get(number) ?? 0;
    return printings === 0 ? [] : [{ display: number.display, uri: number.uri, printings }];
  });
}

function repeatedIn(
  page: Page,
  area: PageArea,
  document: Document,
  numbers: readonly Declared[],
  addresses: ReadonlySet<string>,
): { readonly number: Declared; readonly letters: readonly Letter[] }[] {
  const runs = numbersIn(document, page, area);
  const displays = numbers.map(({ display }) => shown(display));
  return numbers.flatMap((number) =>
    runs
      .flatMap((run) => printingsIn(run, number.display, displays, addresses))
      .filter((letters) => letters.every(({ run }) => run.owner.mcid === undefined))
      .map((letters) => ({ number, letters })),
  );
}

/** A text or a word, and the floor of a number that is a part of it. */
export interface Sentence {
  readonly text: string;
  readonly plain: string;
  readonly floor: number;
}

/** The floor of a number is that of its text, which it is a part of; one that stands by itself has a floor of its own. */
class Floors {
  readonly #expectation: Expectation;
  readonly #kept: Kept | undefined;
  /** By what is shown: those of the disclosure first. */
  readonly #showing = new Map<string, readonly Sentence[]>();

  constructor(expectation: Expectation, kept: Kept | undefined) {
    this.#expectation = expectation;
    this.#kept = kept;
  }

  of(block: Block, { display }: Declared): Pick<NumberPrinting, 'floor' | 'isInText'> {
    let sentences = this.#showing.get(display);
    if (sentences === undefined) {
      sentences = this.#all(hasDigit(display)).filter(({ text }) => text.includes(display));
      this.#showing.set(display, sentences);
    }
    const { minSize, numberMinSize = minSize } = this.#expectation;
    const sentence = sentences.find(({ plain }) => block.text.includes(plain));
    return { floor: sentence?.floor ?? numberMinSize, isInText: sentence !== undefined };
  }

  /** All sentences, or those with digits. */
  #all(withDigits: boolean): readonly Sentence[] {
    const { texts, words, disclosure, minSize } = this.#expectation;
    const make = () => sentencesOf(this.#expectation, withDigits);
    return this.#kept?.sentences.get([texts, words, disclosure, minSize, withDigits], make) ?? make();
  }
}

function sentencesOf({ texts, words, disclosure, minSize }: Expectation, withDigits: boolean): Sentence[] {
  const keys = new Set(disclosure.keys);
  const own = texts.filter(({ key }) => keys.has(key));
  const others = texts.filter(({ key }) => !keys.has(key));
  const sentences = (all: readonly string[], floor: number) =>
    all
      .filter((text) => !withDigits || hasDigit(text))
      .map((text) => ({ text, plain: normalize(text), floor }));
  return [
    ...sentences(
      own.map(({ text }) => text),
      disclosure.minSize,
    ),
    ...sentences([...others.map(({ text }) => text), ...words], minSize),
  ];
}

/** May stick out of its panel or its clip by rounding, pt. */
const tolerance = 0.5;

/** What is wrong with a printing by itself: its signs in order, of one size and face, inked, whole and in one panel. */
export function printingFault(
  { sheet, letters, isDivided }: NumberPrinting,
  { sheets }: Expectation,
): string | undefined {
  const [first] = letters;
  const misplaced = isDivided ? 'its signs are on two pages' : placeFault(letters);
  if (misplaced !== undefined) return misplaced;
  const { run } = first!;
  if (letters.some((letter) => letter.run.font !== run.font || Math.abs(letter.run.size - run.size) > 0.01))
    return 'it is not of one size and face';
  const seen = letters.filter(isSeenLetter);
  if (seen.some((letter) => !isInkedAt(letter.run, letter.index))) return 'it is invisible';
  const [x, y] = [run.glyphs.xs[first!.index]!, run.glyphs.ys[first!.index]!];
  const area = (sheets[sheet]?.areas ?? []).find((each) => isIn(each, x, y));
  if (area === undefined) return 'it is in no panel';
  const [ex, ey] = frameOf(area)(x + run.dx, y + run.dy);
  const [ox, oy] = frameOf(area)(x, y);
  if (Math.abs(ex - ox - 1) > 1e-3 || Math.abs(ey - oy) > 1e-3) return 'it is turned';
  if (!areInksWithin(seen, tolerance) || !areInksWithin(seen, tolerance, panelOf(area)))
    return 'it is clipped, or leaves its panel';
  return undefined;
}
