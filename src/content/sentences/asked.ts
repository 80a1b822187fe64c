import { Lettered, unpartedScripts } from '../../letters/index.ts';
import { declaredMark } from '../digits/marks.ts';
import { type CallWords, callWords, sendingWords } from '../words/call-words.ts';
import { countedWords } from '../words/count-words.ts';
import { lineWords, numberWords } from '../words/line-words.ts';
import { listed } from '../words/listed.ts';
import { small } from '../words/small.ts';
import {
  ended,
  farthestWord,
  joins,
  sentenceEnd,
  standsBetween,
  unparted,
  wordsAndEndsIn,
} from './clause.ts';

/** Words that stand before a number, and after it. */
interface Cues {
  /** What holds a space, or stands in a script without them: right beside the number. */
  readonly beside: readonly string[];
  readonly whole: ReadonlySet<string>;
  readonly beginnings: readonly string[];
  readonly endings: readonly string[];
  readonly after: readonly string[];
}

const smallOf = (words: string | undefined) => (words === undefined ? [] : listed(small(words)));

function cuesOf(rows: readonly CallWords[]): Cues {
  const wordsOf = (side: keyof CallWords) => [...new Set(rows.flatMap((row) => smallOf(row[side])))];
  const before = wordsOf('before');
  return {
    beside: before.filter((word) => unparted.test(word) || word.includes(' ')),
    whole: new Set(before.filter((word) => !word.includes('*'))),
    beginnings: before.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
    endings: before.filter((word) => word.startsWith('*')).map((word) => word.slice(1)),
    after: wordsOf('after'),
  };
}

const calls = cuesOf(Object.values(callWords));
const lines = cuesOf(Object.values(lineWords));
/** Of verbs that stand last. In English what follows a number may follow a year: “the 2020 hotline”; and Turkish 2020 “ara” is between. */
const afterYear = Object.entries(callWords)
  .flatMap(([language, { after }]) => (language === 'en' ? [] : smallOf(after)))
  .filter((word) => word !== 'ara');

/** “Our crisis line is: 3947”. */
const copula =
  /(?: (?:is|es|est|ist|è|é|este|to|là|ay|ni|waa|se|estas|είναι|это|це|är|है|ਹੈ|છે|হল)| ?(?:是|は|เป็น|คือ|ແມ່ນ|គឺ))(?: (?:el|le|il|o|die|the|το))?\s*:?\s*$/iu;
/** “Number: 3947” at the head of a text. */
const labelled = new Lettered(String.raw`^\P{L}*(?:${numberWords.map(small).join('|')}) ?[:：=՝፦៖] ?$`, 'iu');

/** Asks to write to a number where a keyword follows. */
const sending = new Set(sendingWords.map(small));

/** How a text ends before a number: in small letters, and by its words and the signs that end sentences. */
interface Ending {
  readonly small: string;
  readonly words: readonly string[];
}

/** A word in quotes is one that is sent: SMS “help” to 31531. */
const quoted = new Lettered(String.raw`["“”„«‘']([\p{L}\p{M}]{1,20})["“”»’']`, 'gu');
const besides = new Lettered(String.raw`[^\p{L}\p{M}\p{N}\p{So}.!?。！？؟।;]+$`, 'u');

function endingOf(text: string): Ending {
  // “texting HOME (English) or PARLER (French) to 686868”
  const last = text
    .slice(-90)
    .replace(/ ?\([^()]*\)/gu, '')
    .slice(-50);
  const sent = /["“„«‘']/.test(last)
    ? last.replace(quoted.for(last), (_, word: string) => word.toUpperCase())
    : last;
  const close = sent.replace(besides.for(sent), '');
  return { small: small(close), words: wordsAndEndsIn(close) };
}

/** True when the text before a number asks to dial it. */
export const asksBefore = (text: string): boolean => asks(endingOf(text), calls);

function asks({ small: ending, words }: Ending, { beside, whole, beginnings, endings }: Cues): boolean {
  if (beside.some((word) => ending.endsWith(word))) return true;
  let hasKeyword = false;
  for (let back = 1; back <= farthestWord + 2 && back <= words.length; back++) {
    const word = words.at(-back)!;
    const said = small(word);
    if (
      whole.has(said) ||
      beginnings.some((beginning) => said.startsWith(beginning)) ||
      endings.some((end) => said.endsWith(end))
    )
      return true;
    // “Send HELP to 90210”, and not “send 500 letters”.
    if (hasKeyword && sending.has(said)) return true;
    hasKeyword ||= /^\p{Lu}{2,}$/u.test(word);
    // “Tel. 112”: the full stop of an abbreviation is no end.
    if (back === 1 && word === '.') continue;
    const isPassed = standsBetween(said) || /^\p{Lu}{2,}$/u.test(word) || (hasKeyword && joins(said));
    if (sentenceEnd.test(word) || !isPassed) return false;
  }
  return false;
}

/** So much before a number is read, at most. */
const longest = 200;

/**
 * The same, or a line, a telephone or its number is named there (“Crisis line 3947”): nobody would dial what has an everyday
 * form all the same (“Contact: 10115 Berlin”).
 */
export function namesLine(before: string): boolean {
  const text = before.length > longest ? `x${before.slice(-longest)}` : before;
  const ending = endingOf(text);
  if (asks(ending, calls) || asks(ending, lines) || labelled.test(small(text))) return true;
  const named = text.replace(copula, '');
  return named !== text && asks(endingOf(named), lines);
}

/** A case of Turkish stands behind an apostrophe: 3947’yi arayın. */
const caseOrSigns = new Lettered(String.raw`^['’]\p{L}{1,3} |^[\s)"'”»’‘*-]+`, 'u');
const beginsWithLetter = new Lettered(String.raw`^[\p{L}\p{M}]`, 'u');
/** In these a verb may go on, or no space parts it from the next word. */
const goesOn = new Lettered(
  String.raw`[${unpartedScripts}\p{So}\p{Script=Devanagari}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}]`,
  'u',
);

/** True when the text after a number says that it is dialled. */
function asksAfter(text: string, words: readonly string[] = calls.after): boolean {
  const close = small(text.slice(0, 40)).replace(caseOrSigns.for(text), '');
  return words.some(
    (word) =>
      close.startsWith(word) &&
      (goesOn.test(word) || !beginsWithLetter.test(close.slice(word.length))) &&
      !isCounted(close.slice(word.length)),
  );
}

const nextWords = new Lettered(String.raw`^ ([\p{L}\p{M}]+)(?: ([\p{L}\p{M}]+))?`, 'u');
/** “394 suicide deaths”, “130 hotline volunteers”: what is counted goes on behind what else would name a line. */
function isCounted(after: string): boolean {
  const [, ...next] = nextWords.exec(after) ?? [];
  return next.some((word) => word !== undefined && countedWords.has(word));
}

/** True when a short number stands where one is dialled, in a text in which declared numbers are marked. */
export function isDialled(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const last = before.lastIndexOf(declaredMark);
  const next = after.indexOf(declaredMark);
  return (
    namesLine(before) ||
    asksAfter(after) ||
    asksAfter(after, lines.after) ||
    (last >= 0 && joinsNumbers(before.slice(last + 1))) ||
    (next >= 0 && joinsNumbers(after.slice(0, next)))
  );
}

/** The same of two digits, or of what has the form of a year: in English “the 24 hotline” counts. */
export const asksRight = (text: string): boolean => asksAfter(text, afterYear);

/** “Helpline: 1967.”: all that stands behind the name of a line; a year heads what goes on. */
const lineNext = /[\p{L}\p{M}] ?[:=՝៖] ?$/u;
const calling = /\b(?:calling|dialing|dialling|texting|ringing|phoning) $/i;

/** True when what has the form of a year stands where a number is dialled: “call 1990”, “1955 or 1956”, where 1955 is declared. */
export function isDialledYear(before: string, after: string): boolean {
  const known = before.slice(before.lastIndexOf(declaredMark) + 1);
  return (
    asksBefore(before) ||
    calling.test(before) ||
    asksRight(after) ||
    (lineNext.test(before) && ended.test(after) && namesLine(before)) ||
    (before.includes(declaredMark) && joins(small(known.trim())))
  );
}

/** True when two numbers are joined by nothing but “or”, “and” or a sign, also where the second is a part: “or -1377”. */
function joinsNumbers(text: string): boolean {
  const word = text.replace(/[\s"'“”«»’(),-]+/gu, ' ').trim();
  return word === '' ? text.includes(',') : /^[/&+]$/.test(word) || joins(small(word));
}
