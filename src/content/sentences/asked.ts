import { Lettered, unpartedScripts } from '../../letters/index.ts';
import { declaredMark } from '../digits/atoms.ts';
import { betweenWords, type CallWords, callWords, joiningWords, sendingWords } from '../words/call-words.ts';
import { countedWords } from '../words/count-words.ts';
import { emergencyServices, emergencyWords, unpartedEmergencyWords } from '../words/emergency-words.ts';
import { lineWords, numberWords } from '../words/line-words.ts';

/** Scripts that do not part words by spaces, and signs: there a call stands right beside its number. */
const unparted = new Lettered(String.raw`[${unpartedScripts}\p{So}]`, 'u');
const sentenceEnd = /[.!?。！？؟।;]/u;
/** Words between a call and its number, at most. */
const farthest = 3;

/** In small letters; the two letters i of Turkish are one, whose capitals no other language tells apart: İtfaiye, ARAYIN. */
const small = (text: string) => text.replace(/[İı]/g, 'i').toLowerCase();
/** Texts are read in NFKC. */
const read = (word: string) => small(word.normalize('NFKC'));
/** Words that stand before a number, and after it. */
interface Cues {
  /** What holds a space, or stands in a script without them: right beside the number. */
  readonly beside: readonly string[];
  readonly whole: ReadonlySet<string>;
  readonly beginnings: readonly string[];
  readonly endings: readonly string[];
  readonly after: readonly string[];
}

function cuesOf(rows: readonly CallWords[]): Cues {
  const before = [...new Set(rows.flatMap((row) => (row.before ?? []).map(read)))];
  return {
    beside: before.filter((word) => unparted.test(word) || word.includes(' ')),
    whole: new Set(before.filter((word) => !word.includes('*'))),
    beginnings: before.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
    endings: before.filter((word) => word.startsWith('*')).map((word) => word.slice(1)),
    after: [...new Set(rows.flatMap((row) => (row.after ?? []).map(read)))],
  };
}

const calls = cuesOf(Object.values(callWords));
const lines = cuesOf(Object.values(lineWords));
/** Of verbs that stand last. In English what follows a number may follow a year: “the 2020 hotline”; and Turkish 2020 “ara” is between. */
const afterYear = Object.entries(callWords)
  .flatMap(([language, { after = [] }]) => (language === 'en' ? [] : after.map(read)))
  .filter((word) => word !== 'ara');
const between = new Set(betweenWords.map(read));
const joining = new Set(joiningWords.map(read));

/** “Our crisis line is: 3947”. */
const copula =
  /(?: (?:is|es|est|ist|è|é|este|to|là|ay|ni|waa|se|estas|είναι|это|це|är|है|ਹੈ|છે|হল)| ?(?:是|は|เป็น|คือ|ແມ່ນ|គឺ))(?: (?:el|le|il|o|die|the|το))?\s*:?\s*$/iu;
/** “Number: 3947” at the head of a text. */
const labelled = new Lettered(String.raw`^\P{L}*(?:${numberWords.map(read).join('|')}) ?[:：=՝፦៖] ?$`, 'iu');

/** Asks to write to a number where a keyword follows. */
const sending = new Set(sendingWords);

/** How a text ends before a number: in small letters, and by its words and the signs that end sentences. */
interface Ending {
  readonly small: string;
  readonly words: readonly string[];
}

/** A word in quotes is one that is sent: SMS “help” to 31531. */
const quoted = new Lettered(String.raw`["“”„«‘']([\p{L}\p{M}]{1,20})["“”»’']`, 'gu');
const besides = new Lettered(String.raw`[^\p{L}\p{M}\p{N}\p{So}.!?。！？؟।;]+$`, 'u');
const wordsAndEnds = new Lettered(String.raw`[\p{L}\p{M}][\p{L}\p{M}'’-]*|[.!?。！？؟।;\p{N}]`, 'gu');

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
  const words = close.match(wordsAndEnds.for(close)) ?? [];
  return { small: small(close), words };
}

/** True when the text before a number asks to dial it. */
export const asksBefore = (text: string): boolean => asks(endingOf(text), calls);

function asks({ small: ending, words }: Ending, { beside, whole, beginnings, endings }: Cues): boolean {
  if (beside.some((word) => ending.endsWith(word))) return true;
  let hasKeyword = false;
  for (let back = 1; back <= farthest + 2 && back <= words.length; back++) {
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
    const isPassed = between.has(said) || /^\p{Lu}{2,}$/u.test(word) || (hasKeyword && joining.has(said));
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

/** True when the text after a number says that it is dialled. */
function asksAfter(text: string, words: readonly string[] = calls.after): boolean {
  const close = small(text.slice(0, 40)).replace(caseOrSigns.for(text), '');
  return words.some(
    (word) =>
      close.startsWith(word) &&
      !beginsWithLetter.test(isWhole(word, close)) &&
      !isCounted(close.slice(word.length)),
  );
}

const nextWords = new Lettered(String.raw`^ ([\p{L}\p{M}]+)(?: ([\p{L}\p{M}]+))?`, 'u');
/** “394 suicide deaths”, “130 hotline volunteers”: what is counted goes on behind what else would name a line. */
function isCounted(after: string): boolean {
  const [, ...next] = nextWords.exec(after) ?? [];
  return next.some((word) => word !== undefined && countedWords.has(word));
}

const goingOn = new Lettered(
  String.raw`[\p{Script=Devanagari}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}]`,
  'u',
);

/** What follows a word of a script with spaces; a verb of the others may go on. */
function isWhole(word: string, text: string): string {
  return unparted.test(word) || goingOn.test(word) ? '' : text.slice(word.length);
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
/** Nothing of its clause stands behind a number. */
export const ended = /^[ )\]»”"’']*(?:[.,;!?…。、？،؛۔।։።၊]|$)/u;

/** True when what has the form of a year stands where a number is dialled: “call 1990”, “1955 or 1956”, where 1955 is declared. */
export function isDialledYear(before: string, after: string): boolean {
  const known = before.slice(before.lastIndexOf(declaredMark) + 1);
  return (
    asksBefore(before) ||
    calling.test(before) ||
    asksRight(after) ||
    (lineNext.test(before) && ended.test(after) && namesLine(before)) ||
    (before.includes(declaredMark) && joining.has(small(known.trim())))
  );
}

/** True when two numbers are joined by nothing but “or”, “and” or a sign, also where the second is a part: “or -1377”. */
function joinsNumbers(text: string): boolean {
  const word = text.replace(/[\s"'“”«»’(),-]+/gu, ' ').trim();
  return word === '' ? text.includes(',') : /^[/&+]$/.test(word) || joining.has(small(word));
}

const emergencies = new Set(emergencyWords.filter((word) => !word.endsWith('*')).map(read));
const emergencyBeginnings = emergencyWords
  .filter((word) => word.endsWith('*'))
  .map((word) => read(word.slice(0, -1)));
const unpartedEmergencies = unpartedEmergencyWords.map(read);
const afterEmergency = new Set(emergencyServices.map(read));

function isEmergency(word: string): boolean {
  return (
    emergencies.has(word) ||
    emergencyBeginnings.some((beginning) => word.startsWith(beginning)) ||
    (unparted.test(word) && unpartedEmergencies.some((end) => word.replace(/[はが]$/, '').endsWith(end)))
  );
}

/** What is one of several, and counts: “300 emergencies”. */
const several = new Set([
  ...['emergencies', 'paramedics', 'emergencias', 'ambulancias', 'urgences', 'notfälle', 'notfällen'],
]);

/** True where who comes is all that is said of a number: “113 (police)”, “144: Ambulanz”, and as an item “118 Feuerwehr”. */
export function isLabelled(before: string, after: string): boolean {
  const [, sign, word] =
    /^( ?[(:=-] ?| )([\p{L}\p{M}][\p{L}\p{M}'’-]*)(?= *(?:[,;.)!]|$))/u.exec(after) ?? [];
  if (word === undefined || several.has(small(word)) || !isEmergency(small(word))) return false;
  return sign !== ' ' || /(?:^|[,;]) *$/.test(before);
}

/** True where a text begins with a number and who comes, in a title: “113 Acil Çağrı Merkezi”. */
export function beginsEmergency(before: string, after: string): boolean {
  const word = /^ (\p{Lu}[\p{L}\p{M}]+)(?! \p{Ll})/u.exec(after)?.[1];
  return (
    word !== undefined && /^["'“«„]*$/u.test(before) && isEmergency(small(word)) && !several.has(small(word))
  );
}

/**
 * True when an emergency, or who comes then, is named right by a number: before it, with nothing between but words for
 * “services” and “number”, or after it in what says what it is (“113 is the emergency number”, no “300 emergency visits”).
 */
export function namesEmergency(before: string, after: string): boolean {
  // “Emergency? 113”: a question is answered by the number.
  const asked = before.replace(/[?？؟]\s*$/u, '');
  const words = (text: string) => small(text).match(wordsAndEnds.for(small(text))) ?? [];
  for (const word of words(asked.slice(-80)).reverse()) {
    // “Notfälle: 394 im Jahr” counts.
    if (isEmergency(word)) return !several.has(word) || ended.test(after);
    const isPassed =
      between.has(word) || afterEmergency.has(word) || joining.has(word) || /\p{N}/u.test(word);
    if (!isPassed) break;
  }
  if (isLabelled(before, after)) return true;
  const [first, ...rest] = words(after.slice(0, 80));
  if (first === undefined || sentenceEnd.test(first) || isEmergency(first)) return false;
  const end = rest.findIndex((word) => sentenceEnd.test(word));
  return rest.slice(0, end < 0 ? farthest : Math.min(end, farthest)).some(isEmergency);
}
