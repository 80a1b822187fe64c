import { Lettered } from '../../letters/index.ts';
import type { Atom } from '../digits/atoms.ts';
import { declaredMark, type Span, spanOf } from '../digits/marks.ts';
import { inSource, type Reading } from '../digits/read-digits.ts';
import { digitsOf, runsOf } from '../digits/runs.ts';
import type { DeclaredNumber } from '../numbers/declared.ts';
import { droppedCode, type Meant, meantCode } from '../numbers/nearness.ts';
import { isPublicCode } from '../numbers/public-codes.ts';
import { asksBefore, isDialled } from '../sentences/asked.ts';
import {
  countsAfterCall,
  countsNext,
  countsNoWord,
  inPairs,
  isCalledOut,
  isHeaded,
  isNamed,
  standsBare,
  standsUncounted,
} from '../sentences/counted.ts';
import { beginsEmergency, namesEmergency, saysWhoComes } from '../sentences/emergency.ts';
import {
  hasPeer,
  isAnswering,
  isAtAllHours,
  isBehindLine,
  isCalledLast,
  isOfLine,
  isRunBy,
  namesLineNext,
} from '../sentences/named-lines.ts';
import {
  goesToStreet,
  isBlock,
  isHouse,
  isOfPlace,
  namesStreet,
  standsUnlabelled,
} from '../sentences/places.ts';
import { type Dialable, shortestCode, shortestNumber } from './dialable.ts';
import { groupedCode } from './grouped-codes.ts';
import { pairAsked } from './two-digits.ts';

/** Digits that may be a short code, and where they stand. */
interface Candidate extends Span {
  readonly run: readonly Atom[];
  readonly digits: string;
  /** As they are written, in whichever digits. */
  readonly written: string;
  /** The text as its digits are read; what stands before them in it, and after them. */
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** Short codes: by their place in the sentence, or in the dress of a declared one. */
export function shortCodes(
  text: string,
  source: string,
  reading: Reading,
  declared: readonly DeclaredNumber[],
  known: ReadonlySet<string>,
): Dialable[] {
  const codes = declared.filter(({ dial }) => /^[*#]?\d{3,4}$/.test(dial));
  return runsOf(text).flatMap((atoms): Dialable[] => {
    const run = withoutHours(atoms, text);
    const { start, end } = spanOf(run);
    const [before, after] = [text.slice(0, start), text.slice(end)];
    // 911/112, 911 (112): each is a number by itself, and where one of them is declared people dial the other.
    if (areAlternatives(run, text, codes) && !namesStreet(before))
      return run.flatMap(({ start, end, digits }) =>
        codes.some(({ dial }) => dial === digits)
          ? []
          : [{ start, end, digits, meant: meantCode(digits, codes) }],
      );
    const digits = digitsOf(run);
    const isKnown = known.has(digits);
    const isStarred = /[*#]$/.test(before);
    if (digits.length === 2 && !isStarred) return isKnown ? [] : pairAsked(run, text, declared);
    if (digits.length >= shortestNumber || digits.length < (isStarred ? 2 : shortestCode)) return [];
    const same = meantCode(digits, codes);
    const grouped = same === undefined && !isKnown ? groupedCode(run, text, declared) : undefined;
    if (grouped !== undefined) return [{ start, end, digits, ...grouped }];
    const place = inSource(reading, { start, end });
    const written = source.slice(place.start, place.end);
    if (isBlock(before, written, after) || (same === undefined && isSpanOfHours(written))) return [];
    const one: Candidate = { run, digits, written, text, start, end, before, after };
    const { meant, isCode } =
      same?.how === 'same'
        ? { meant: same, isCode: isDisguised(one, same.number) }
        : namedCode(one, same, isStarred ? declared.filter(({ dial }) => /^[*#]/.test(dial)) : declared, {
            isStarred,
            isKnown,
          });
    return isCode || isAskedFor(one, same) ? [{ start, end, digits, meant }] : [];
  });
}

/** True of the digits of a declared code where they are written in another way than it is. */
function isDisguised(one: Candidate, { dial }: DeclaredNumber): boolean {
  const { run, digits, written, text, start, end, before, after } = one;
  // “#119” is another number, and “Unit #119” none.
  const isOther =
    dial === digits ? /#$/.test(before) && standsUncounted(start - 1, end, text) : standsBare(run, text);
  if (isOther) return true;
  const isInDress =
    /[^\P{N}0-9]|[\p{L}\p{Cf}]/u.test(written) ||
    (run.length === digits.length && written !== digits) ||
    (inPairs.test(written) && standsUncounted(start, end, text));
  // পুলিশ ১১২ is the code in other digits, বাড়ি ১১২ a house, and ১১২ জন counts.
  const isNone = () =>
    /^\p{Nd}+$/u.test(written) && !isDialled(text, start, end) && (isOfPlace(before, after) || isCount(one));
  return isInDress && !isNone();
}

/** From so many digits on a word that is known must say that they count: by chance nobody counts as many as a code has. */
const seldomCounted = 4;

/** Words of scripts that have no digits of their own. */
const otherScript = new Lettered(
  String.raw`^[ -]?[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]`,
  'u',
);

/** True where the word that follows digits of its script says what they count, and none that somebody answers there. */
function isCount(one: Candidate): boolean {
  const { digits, before, after } = one;
  return (
    !otherScript.test(after) &&
    (digits.length < seldomCounted ? !countsNoWord(after) : countsNext(after)) &&
    !namesEmergency(before, after) &&
    !saysWhoComes(before, after) &&
    !isAnswering(before, after) &&
    !namesLineNext(after) &&
    !isOfItsLine(one, true)
  );
}

/** Whether a text names other digits as a code, and which declared one is meant; `near` has as many digits. */
function namedCode(
  one: Candidate,
  near: Meant | undefined,
  declared: readonly DeclaredNumber[],
  { isStarred, isKnown }: { readonly isStarred: boolean; readonly isKnown: boolean },
): { readonly meant: Meant | undefined; readonly isCode: boolean } {
  const { run, digits, written, text, before, after } = one;
  const isWhole = run.length === 1;
  const isWhoComes = isWhole && saysWhoComes(before, after);
  const isLine = /^[\p{Nd} -]+$/u.test(written) && isOfItsLine(one, near !== undefined);
  const isCalledSo =
    isStarred || isWhoComes || isLine || (isWhole && (isNamed(before, after) || isHeaded(before, after)));
  const meant = near ?? (isCalledSo ? droppedCode(digits, declared) : undefined);
  const isRun = isWhole && isRunBy(before, after, digits, near !== undefined);
  if (isRun || isLine || isAnswering(before, after) || (isWhole && isCalledOut(digits, before, after)))
    return { meant, isCode: true };
  // A code that is nearly 911, that people dial elsewhere, or that an emergency names, needs no word that asks to dial it.
  const isCode =
    !isKnown &&
    !(digits === '100' && oneOf.test(before)) &&
    (meant !== undefined || isPublicCode(digits) || namesEmergency(before, after)) &&
    (isWhoComes || standsBare(run, text));
  return { meant, isCode };
}

/** True where a text says of a number that it is a line’s: behind it, before it, or of another beside it. */
function isOfItsLine({ text, start, end, before, after }: Candidate, isNear: boolean): boolean {
  if (isOfLine(before, after)) return true;
  if (/[:=՝-] ?$/.test(before) && isHeaded(before, after) && hasPeer(text, before)) return true;
  if (isNear && beginsEmergency(before, after)) return true;
  return (
    (isAtAllHours(after) || isBehindLine(before, after) || (isNear && isCalledLast(after))) &&
    standsUnlabelled(start, end, text)
  );
}

/** True where people are asked to dial it, or would, and it neither counts nor is a house’s or a postcode. */
function isAskedFor(
  { digits, text, start, end, before, after }: Candidate,
  meant: Meant | undefined,
): boolean {
  // “Call 100 friends.”: it counts, where nobody knows it as a code.
  const counts =
    meant === undefined &&
    !isPublicCode(digits) &&
    (counter.test(after) || (countsNext(after) && (!asksBefore(before) || countsAfterCall(digits, after))));
  return (
    !counts && isDialled(text, start, end) && !goesToStreet(after) && !isPostcode(digits, text, start, end)
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
