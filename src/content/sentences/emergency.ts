import {
  emergencyServices,
  emergencyWords,
  severalEmergencies,
  unpartedEmergencyWords,
} from '../words/emergency-words.ts';
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

const emergencies = new Set(emergencyWords.filter((word) => !word.endsWith('*')).map(small));
const emergencyBeginnings = emergencyWords
  .filter((word) => word.endsWith('*'))
  .map((word) => small(word.slice(0, -1)));
const unpartedEmergencies = unpartedEmergencyWords.map(small);
const several = new Set(severalEmergencies);
const afterEmergency = new Set(emergencyServices.map(small));

function isEmergency(word: string): boolean {
  return (
    emergencies.has(word) ||
    emergencyBeginnings.some((beginning) => word.startsWith(beginning)) ||
    (unparted.test(word) && unpartedEmergencies.some((end) => word.replace(/[はが]$/, '').endsWith(end)))
  );
}

/** True where who comes is all that is said of a number: “113 (police)”, “144: Ambulanz”, and as an item “118 Feuerwehr”. */
export function saysWhoComes(before: string, after: string): boolean {
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
  const words = (text: string) => wordsAndEndsIn(small(text));
  for (const word of words(asked.slice(-80)).toReversed()) {
    // “Notfälle: 394 im Jahr” counts.
    if (isEmergency(word)) return !several.has(word) || ended.test(after);
    const isPassed = standsBetween(word) || afterEmergency.has(word) || joins(word) || /\p{N}/u.test(word);
    if (!isPassed) break;
  }
  if (saysWhoComes(before, after)) return true;
  const [first, ...rest] = words(after.slice(0, 80));
  if (first === undefined || sentenceEnd.test(first) || isEmergency(first)) return false;
  const end = rest.findIndex((word) => sentenceEnd.test(word));
  return rest.slice(0, end < 0 ? farthestWord : Math.min(end, farthestWord)).some(isEmergency);
}
