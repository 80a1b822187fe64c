import { Lettered } from '../../letters/index.ts';
import type { Atom } from '../digits/atoms.ts';
import { type DeclaredNumber, isLinkedCode } from '../numbers/declared.ts';
import { droppedCode, meantCode } from '../numbers/nearness.ts';
import { asksBefore, asksRight, isDialled } from '../sentences/asked.ts';
import { countsNoWord, nothingCounted } from '../sentences/counted.ts';
import { namesEmergency, saysWhoComes } from '../sentences/emergency.ts';
import { isAnswering, isBehindLine, isOfLine } from '../sentences/named-lines.ts';
import { standsUnlabelled } from '../sentences/places.ts';
import type { Dialable } from './dialable.ts';

/** After this an hour is said: “Call at 11.” */
const hourBefore = new Lettered(
  String.raw`(?<![\p{L}\p{M}])(?:at|by|until|à|a las|um|às|alle|ore|o godz\.|\p{L}{0,4}dzwo\p{L}{1,8} o|о|об|saat|pukul|ساعت|الساعة|בשעה) $`,
  'iu',
);
/** The first of a row, or of a span, stands before: “10 تا 12”. */
const rowBefore = new Lettered(String.raw`\d ?(?:[,/-]|[\p{L}\p{M}'’]{1,5}) ?$`, 'u');
/** An item begins: “12: police”, and no “Step 12: police”. */
const item = /(?:^|[.!?,;•(] ?)$/u;
/** Days in a row: “Call on 15, 16 or 17 May”. */
const row = /^(?:(?: ?[,/-] ?| \p{L}{1,4} )(?:\p{L}{1,4} )?\d{1,2}(?!\d))+/u;

/**
 * Two digits, which count, measure and date everywhere, where people would dial them: whatever a call asks for (“Call 17”,
 * “Ligue 80”), and by an emergency a code that a guide has, or one of three with a digit too few (“Notruf: 12”). A code of two
 * stands in its link, and is covered there.
 */
export function pairAsked(
  run: readonly Atom[],
  text: string,
  declared: readonly DeclaredNumber[],
): Dialable[] {
  const { start, end, digits, kind } = run[0]!;
  if (run.length > 1 || kind !== 'digits') return [];
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const isRight = asksRight(after) && !rowBefore.test(before);
  const meant = meantCode(digits, declared.filter(isLinkedCode)) ?? droppedCode(digits, declared);
  // “12 is the emergency number”: of 112, with a digit too few.
  const isDropped = meant !== undefined && meant.how !== 'other digits' && meant.how !== 'same';
  const isItem = item.test(before);
  const isNamed =
    isDropped &&
    (isOfLine(before, after) || isAnswering(before, after) || (isItem && saysWhoComes(before, after)));
  // “Appelez le 15 novembre”: an article names a day as well.
  if (!isRight && !isNamed && !countsNoWord(after)) return [];
  if (row.test(after) && !nothingCounted(after.replace(row, ''))) return [];
  const isSought =
    isNamed ||
    // “12 or 999”, “Supportline 17”
    ((isRight ||
      asksBefore(before) ||
      (isDropped && (isBehindLine(before, after) || isDialled(text, start, end)))) &&
      !hourBefore.test(before)) ||
    (meant !== undefined &&
      meant.how !== 'other digits' &&
      namesEmergency(before, !isItem && saysWhoComes(before, after) ? '' : after));
  if (!isSought || !standsUnlabelled(start, end, text)) return [];
  return [{ start, end, digits, meant }];
}
