import { Lettered } from '../../letters/index.ts';
import { type Atom, declaredMark, ordinaryMark } from '../digits/atoms.ts';
import { mayHoldDigits, type Reading, readDigits } from '../digits/read-digits.ts';
import { runsOf } from '../digits/runs.ts';
import { maskOrdinary } from '../everyday/covered.ts';
import type { DeclaredNumber } from '../numbers/declared.ts';
import { droppedCode, type Meant, meantCode } from '../numbers/nearness.ts';
import { asksBefore, beginsEmergency, isDialled, isLabelled, namesEmergency } from '../sentences/asked.ts';
import {
  countsAfterCall,
  countsNext,
  goesToStreet,
  inPairs,
  isBlock,
  isCalledOut,
  isHeaded,
  isHouse,
  isNamed,
  isOfPlace,
  isPublicCode,
  namesStreet,
  standsBare,
  standsUncounted,
  standsUnlabelled,
} from '../sentences/counted.ts';
import {
  hasPeer,
  isAnswering,
  isAtAllHours,
  isBehindLine,
  isCalledLast,
  isOfLine,
} from '../sentences/named-lines.ts';
import { codesBeside } from './codes-beside.ts';
import { maskDeclared } from './declared-in-text.ts';
import { dictated } from './dictated.ts';
import { groupedCode } from './grouped-codes.ts';
import { lettersForNumbers } from './letters-for-numbers.ts';
import { nearDeclared } from './near-declared.ts';
import { pairAsked } from './two-digits.ts';
import { wordsForNumbers } from './words-for-numbers.ts';

/** Something in a text that could be dialled and is no declared number in its declared form. */
export interface Dialable {
  /** Where it stands in the text, UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** The declared number that was probably meant. */
  readonly meant?: Meant | undefined;
}

/** From here on, digits are a telephone number wherever they stand. */
const shortestNumber = 7;
const shortestCode = 3;

/** The same, with its place in the text as its digits are read. */
type Found = Dialable;

/**
 * Everything in a text that could be dialled and is not declared. `known` holds the digits of numbers that the source of a
 * translation has, and which therefore are everyday ones.
 */
export function findDialable(
  text: string,
  declared: readonly DeclaredNumber[],
  known: ReadonlySet<string> = new Set(),
): Dialable[] {
  const inWords = wordsForNumbers(text, declared);
  if (!mayHoldDigits(text)) return together(inWords, lettersForNumbers(text, declared));
  const reading = readDigits(text);
  const ordinary = maskOrdinary(reading.text);
  const shown = maskDeclared(text, reading, ordinary, declared);
  const apart = cover(reading.text, shown, declaredMark);
  // Once more: hours beside a number have their form by themselves.
  const others = shown.length === 0 ? ordinary : withLong(maskOrdinary(apart), ordinary);
  const near = nearDeclared(apart, others, declared);
  const rest = cover(others, near, ordinaryMark);
  const long = longNumbers(rest, known);
  const codes = shortCodes(cover(rest, long, ordinaryMark), text, reading, declared, known);
  const beside = [...dictated(others, declared), ...codesBeside(others, declared)];
  const found = together([...near, ...long, ...codes], beside).map(({ start, end, ...one }) => ({
    ...one,
    start: reading.at[start]!,
    end: reading.ends[end - 1]!,
  }));
  return together(together(found, inWords), lettersForNumbers(text, declared));
}

/** What was found, and what else was where nothing of that stands, in order. */
function together(found: readonly Dialable[], more: readonly Dialable[]): Dialable[] {
  const others = more.filter(
    ({ start, end }) => !found.some((other) => start < other.end && other.start < end),
  );
  return [...found, ...others].sort((a, b) => a.start - b.start);
}

const longOrdinary = new RegExp(`${ordinaryMark}{${shortestNumber},}`, 'g');

/** With the long ones that are everyday numbers by a declared one before them, too: Herzl 118, Tel Aviv 6688312. */
function withLong(alone: string, ordinary: string): string {
  const long = [...ordinary.matchAll(longOrdinary)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  return cover(alone, long, ordinaryMark);
}

function cover(text: string, spans: readonly { start: number; end: number }[], mark: string): string {
  let covered = text;
  for (const { start, end } of spans)
    covered = covered.slice(0, start) + mark.repeat(end - start) + covered.slice(end);
  return covered;
}

/** Digits, look-alikes and keys of the length of a telephone number. */
function longNumbers(text: string, known: ReadonlySet<string>): Found[] {
  return runsOf(text).flatMap((run) => {
    const digits = run.map((atom) => atom.digits).join('');
    if (digits.length < shortestNumber || known.has(digits)) return [];
    const hasLetters = run.some((atom) => !atom.hasDigit && atom.end - atom.start >= 3);
    // DSM-5-TR, 12-ABCD-345: only after a first group that a number has are letters dialled.
    if (hasLetters && !/^\d{3}/.test(prefixOf(run))) return [];
    return [{ start: run[0]!.start, end: run.at(-1)!.end, digits }];
  });
}

/** The digits before the first letters of a run, without the 1 that is dialled before a number. */
function prefixOf(run: readonly Atom[]): string {
  const end = run.findIndex(({ hasDigit }) => !hasDigit);
  const digits = run.slice(0, end).map((atom) => atom.digits);
  return (digits[0] === '1' ? digits.slice(1) : digits).join('');
}

/** Short codes: by their place in the sentence, or in the dress of a declared one. */
function shortCodes(
  text: string,
  source: string,
  { at, ends }: Reading,
  declared: readonly DeclaredNumber[],
  known: ReadonlySet<string>,
): Found[] {
  const codes = declared.filter(({ dial }) => /^[*#]?\d{3,4}$/.test(dial));
  return runsOf(text).flatMap((atoms): Found[] => {
    const run = withoutHours(atoms, text);
    // 911/112, 911 (112): each is a number by itself, and where one of them is declared people dial the other.
    if (areAlternatives(run, text, codes) && !namesStreet(text.slice(0, run[0]!.start)))
      return run.flatMap(({ start, end, digits }) =>
        codes.some(({ dial }) => dial === digits)
          ? []
          : [{ start, end, digits, meant: meantCode(digits, codes) }],
      );
    const [start, end] = [run[0]!.start, run.at(-1)!.end];
    const [before, after] = [text.slice(0, start), text.slice(end)];
    const digits = run.map((atom) => atom.digits).join('');
    const isStarred = /[*#]$/.test(before);
    if (digits.length === 2 && !isStarred) return known.has(digits) ? [] : pairAsked(run, text, declared);
    if (digits.length >= shortestNumber || digits.length < (isStarred ? 2 : shortestCode)) return [];
    const meant = meantCode(digits, codes);
    const grouped = meant === undefined && !known.has(digits) ? groupedCode(run, text, declared) : undefined;
    if (grouped !== undefined) return [{ start, end, digits, ...grouped }];
    const written = source.slice(at[start], ends[end - 1]);
    if (isBlock(before, written, after) || (meant === undefined && isSpanOfHours(written))) return [];
    // পুলিশ ১১২ is the code in other digits, বাড়ি ১১২ a house.
    const isPlace = () =>
      /^\p{Nd}+$/u.test(written) && isOfPlace(before, after) && !isDialled(text, start, end);
    const inDress =
      meant?.how === 'same' &&
      (/[^\P{N}0-9]|[\p{L}\p{Cf}]/u.test(written) ||
        (run.length === digits.length && written !== digits) ||
        (inPairs.test(written) && standsUncounted(start, end, text))) &&
      !isPlace();
    const hasLabel = run.length === 1 && isLabelled(before, after);
    const isLine = /^[\p{Nd} -]+$/u.test(written) && isLines(text, start, end, meant);
    const isCalledSo =
      hasLabel || isLine || (run.length === 1 && (isNamed(before, after) || isHeaded(before, after)));
    const dropped =
      meant === undefined && (isCalledSo || isStarred)
        ? droppedCode(digits, isStarred ? declared.filter(({ dial }) => /^[*#]/.test(dial)) : declared)
        : undefined;
    const lacksStar = meant?.how === 'same' && meant.number.dial !== digits && standsBare(run, text);
    // “#119” is another number, and “Unit #119” none.
    const hasStar =
      meant?.how === 'same' &&
      meant.number.dial === digits &&
      /#$/.test(before) &&
      standsUncounted(start - 1, end, text);
    // A code that is nearly 911, that people dial elsewhere, or that an emergency names, needs no word that asks to dial it.
    const isShare = digits === '100' && oneOf.test(before);
    const isBare =
      !isShare &&
      (meant?.how === 'other digits' ||
        dropped !== undefined ||
        (meant === undefined && (isPublicCode(digits) || namesEmergency(before, after)))) &&
      !known.has(digits) &&
      (hasLabel || standsBare(run, text));
    const answers =
      meant?.how !== 'same' &&
      (isLine || isAnswering(before, after) || (run.length === 1 && isCalledOut(digits, before, after)));
    // “Call 100 friends.”: it counts, where nobody knows it as a code.
    const counts =
      meant === undefined &&
      !isPublicCode(digits) &&
      (counter.test(after) || (countsNext(after) && (!asksBefore(before) || countsAfterCall(digits, after))));
    return inDress ||
      hasStar ||
      lacksStar ||
      isBare ||
      answers ||
      (!counts &&
        isDialled(text, start, end) &&
        !goesToStreet(after) &&
        !isPostcode(digits, text, start, end))
      ? [{ start, end, digits, meant: meant ?? dropped }]
      : [];
  });
}

/** True where a text says of a number that it is a line’s: behind it, before it, or of another beside it. */
function isLines(text: string, start: number, end: number, meant: Meant | undefined): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (isOfLine(before, after)) return true;
  if (/[:=՝-] ?$/.test(before) && isHeaded(before, after) && hasPeer(text, before)) return true;
  const isNear = meant?.how === 'other digits';
  if (isNear && beginsEmergency(before, after)) return true;
  return (
    (isAtAllHours(after) || isBehindLine(before, after) || (isNear && isCalledLast(after))) &&
    standsUnlabelled(start, end, text)
  );
}

/** “1 in 100”, “2 von 100”, “1 de cada 100”. */
const oneOf = new Lettered(
  String.raw`(?:(?<!\d)\d{1,2}|(?<!\p{L})(?:one|un[oa]?|une|uma?|eine[nrs]?|один|одна|jeden|jedna))(?: [\p{L}\p{M}]{1,7}){1,2} $`,
  'iu',
);
/** A number without the hours in a bracket behind it: 394 (24 hours). */
function withoutHours(run: readonly Atom[], text: string): readonly Atom[] {
  const last = run.at(-2);
  return last !== undefined && isAtAllHours(text.slice(last.end)) ? run.slice(0, -1) : run;
}

/** “Καλέστε 10–12.”: from one hour to a later one. */
function isSpanOfHours(written: string): boolean {
  const [, from, to] = /^(\d{1,2})[-–](\d\d)$/.exec(written) ?? [];
  return from !== undefined && Number(from) < Number(to) && Number(to) <= 24;
}

const afterHouse = new RegExp(`${declaredMark}+, $`);

/** What counts right behind a number in writing without spaces: 電話394件, 핫라인 394곳. “拨打3947人工服务” has none. */
const counter = new Lettered(
  String.raw`^ ?(?:[件名個个個箇条條处處]|か所|ヶ所|カ所|人(?![工员員])|次(?![第要])|곳|건|명(?!령)|(?:ครั้ง|คน|แห่ง|ราย)(?!\p{M}))`,
  'u',
);

/** Where to write, and no call: “Kontakt: 10115 Berlin”. */
const whereabouts = new Lettered(
  String.raw`(?:[ck]onta[ck]t\p{L}*|contat\p{L}*|iletişim|контакт\p{L}*) ?: ?$`,
  'iu',
);

/** Hauptstraße 110, 10115 Berlin: the house has the number of a code. */
function isPostcode(digits: string, text: string, start: number, end: number): boolean {
  const before = text.slice(0, start);
  const house = afterHouse.exec(before);
  return (
    /^\d{4,5}$/.test(digits) &&
    /^(?: [A-Z]{2})? \p{Lu}\p{L}{2}/u.test(text.slice(end)) &&
    (house === null
      ? whereabouts.test(before)
      : isHouse(text.slice(0, house.index), text.slice(house.index + house[0].length - 2)))
  );
}

function areAlternatives(run: readonly Atom[], text: string, codes: readonly DeclaredNumber[]): boolean {
  return (
    run.length > 1 &&
    run.every(
      ({ start, digits }, i) =>
        digits.length >= shortestCode &&
        (i === 0 || /^(?: ?[/|•·・、] ?| \()$/.test(text.slice(run[i - 1]!.end, start))),
    ) &&
    run.some(({ digits }) => codes.some(({ dial }) => dial === digits))
  );
}
