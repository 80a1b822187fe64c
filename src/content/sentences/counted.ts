import { Lettered } from '../../letters/index.ts';
import type { Atom } from '../digits/atoms.ts';
import { everydayMark, spanOf } from '../digits/marks.ts';
import { countedWords, uncountingWords } from '../words/count-words.ts';
import { streets } from '../words/place-words.ts';
import { small } from '../words/small.ts';
import { lastWord } from './clause.ts';
import { hasLabel, standsUnlabelled } from './places.ts';

const countsNothing = new Set(uncountingWords.map(small));
/** The same in writing without spaces, where such a word begins what stands right behind. Data. */
const goesOnUncounted =
  /^ ?(?:[はがにをへでもと、]|是|热线|熱線|免费|免費|随时|隨時|或|ให้|ฟรี|ตลอด|เป็น|รับ|ตอบ|หรือ|เมื่อ|ແມ່ນ|ຫຼື|គឺ|ឬ|သည်|ကို)/u;
/**
 * An article of the singular before a number is that of a code: “le 3919 répond”, “il 1522 risponde”. What is counted is many.
 */
const article = new Lettered(String.raw`(?<![\p{L}\p{M}’'])(?:le|au|du|el|al|del|il|ao|το|στο) $`, 'iu');
/** What follows the number of a house, or makes a count or a part of the whole of what has an article. */
const ofHouse = new Lettered(
  String.raw`^(?:, | )(?:${streets}|de|del|della|dell|di|da|do|bis|ter|por ciento|pour cent|per cento|τοις)(?![\p{L}\p{M}])`,
  'iu',
);
/** “Le 31 14”: a code of four digits as it is said. */
export const inPairs = /^\d\d \d\d$/;

/**
 * True when a short number stands by itself where nothing is counted, measured or labelled with it: what is one digit off
 * a code that people know is then read as that code, whatever the sentence says.
 */
export function standsBare(run: readonly Atom[], text: string): boolean {
  const { start, end } = spanOf(run);
  const written = text.slice(start, end);
  if (run.length > 1 && !(/^\d([- ·•])\d(?:\1\d)+$/.test(written) || inPairs.test(written))) return false;
  return standsUncounted(start, end, text);
}

/** True where nothing is counted, measured or labelled with what stands there. */
export function standsUncounted(start: number, end: number, text: string): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  return standsUnlabelled(start, end, text) && (isNamed(before, after) || countsNoWord(after));
}

/** The same of what follows a number alone, in any writing. */
export function countsNoWord(after: string): boolean {
  return goesOnUncounted.test(after) || asNumber.test(after) || nothingCounted(after);
}

/** True where no word follows a number, or one that counts nothing. */
export function nothingCounted(after: string): boolean {
  const [, next, another] = /^[ -]?(\p{L}[\p{L}\p{M}]*)(?: (\p{L}[\p{L}\p{M}]*))?/u.exec(after) ?? [];
  if (next === undefined) return true;
  // “150 hotline counselors”
  const isCounted =
    another !== undefined && /line$|^(?:emerg|crisis)/i.test(next) && countedWords.has(small(another));
  return countsNothing.has(small(next)) && !isCounted;
}

/** 118番 and 118번 are how a code is called; 118番地, 118번지 are places. */
const asNumber = /^ ?(?:番(?![目地線街組号台館])|번(?![째지길]))/u;
/** What is all that a label says: “Samaritans: 116”, “Écoute : 3114 (gratuit)”. */
const heading = new Lettered(String.raw`[\p{L}\p{M})\]»”"’'](?: ?[:=՝៖] ?| - )$`, 'u');
const ended = new Lettered(
  String.raw`^(?:[ )\]»”"’']*(?:[.,;:!?…。、？،؛۔।։።၊]|$)| ?\((?:\p{L}|${everydayMark}))`,
  'u',
);

/** All that a text says is a name and its number: “Actionline 1343”, “Línea 144”. */
const nameAlone = new Lettered(String.raw`^[("“«]*\p{L}[\p{L}\p{M} '’.-]{2,40} $`, 'u');
const lineBefore = new Lettered(String.raw`(?<![\p{L}\p{M}])(?:línea|linha|ligne|linea) $`, 'iu');

/** True where a number is all that stands behind a label, or is called a number as a code is. */
export function isHeaded(before: string, after: string): boolean {
  return (
    asNumber.test(after) ||
    ((nameAlone.test(before) || lineBefore.test(before)) && ended.test(after) && !hasLabel(before)) ||
    (heading.test(before) &&
      ended.test(after) &&
      !countedWords.has(lastWord(before)) &&
      !hasLabel(before.replace(/ ?[:=՝៖-] ?$/u, ' ')))
  );
}

/** True of a code with its article, where nothing is counted and no house stands. */
export function isNamed(before: string, after: string): boolean {
  return article.test(before) && !ofHouse.test(after) && !countsNext(after);
}

/** “989!” is called out; “100!” counts. */
export function isCalledOut(digits: string, before: string, after: string): boolean {
  return /(?:^|[.!?…] )[("“«„]*$/u.test(before) && /^[)"”»“]*[!！]/u.test(after) && !digits.endsWith('00');
}

const nextWord = new Lettered(String.raw`^ ([\p{L}\p{M}]+)`, 'u');
const wordAlone = new Lettered(String.raw`^ ([\p{L}\p{M}]+) *(?:[.,;:!?)…]|$)`, 'u');

/** True where the words after a short number say what it counts. */
export function countsNext(after: string): boolean {
  return counts(nextWord.exec(after));
}

/** The same where a call asks for the number: it is a round one, and nothing goes on that would answer (“call 110 men are there”). */
export function countsAfterCall(digits: string, after: string): boolean {
  return digits.endsWith('0') && counts(wordAlone.exec(after));
}

const counts = (found: RegExpExecArray | null) => found !== null && countedWords.has(small(found[1]!));
