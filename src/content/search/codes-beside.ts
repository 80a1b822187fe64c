import { Lettered } from '../../letters/index.ts';
import { joinsDigits } from '../digits/atoms.ts';
import { type DeclaredNumber, isLinkedCode } from '../numbers/declared.ts';
import { standsUncounted } from '../sentences/counted.ts';
import { digitsAfter, goesOn, longestShort } from './declared-in-text.ts';
import type { Near } from './near-declared.ts';

/** No digit, sign or letter of a word touches it. */
const before = /(?<![\p{L}\p{M}\d+*#.,|])$/u;
const after = new Lettered(String.raw`^(?![\p{L}\p{M}\d*#])`, 'u');
/** Of several groups before it, as a plot or a model has them (12-3-104), it is no code with a digit. */
const digitsBefore = new Lettered(String.raw`(?<![\p{L}\d][-./ ]?)(\d+)([^\p{L}\d]+)$`, 'u');

/**
 * Declared codes as they are typed, with digits beside them that are dialled too: “988 5”, “988-5”, “988 ext. 5”. By
 * themselves the digits are too few for a number, and the code is none that is held to its place. In a text in which
 * everyday numbers, and declared ones that stand for themselves, are covered.
 */
export function codesBeside(text: string, declared: readonly DeclaredNumber[]): Near[] {
  return declared.flatMap((number) => {
    const { display } = number;
    if (display.length > longestShort || display !== number.dial || isLinkedCode(number)) return [];
    const found: Near[] = [];
    for (let from = text.indexOf(display); from >= 0; from = text.indexOf(display, from + 1)) {
      const to = from + display.length;
      const [left, right] = [text.slice(Math.max(0, from - 40), from), text.slice(to, to + 40)];
      if (!before.test(left) || !after.test(right)) continue;
      const [start, end] = [from - joinedBefore(left, display), to + joinedAfter(right, display)];
      if (!goesOn(right) && ((start === from && end === to) || !standsUncounted(start, end, text))) continue;
      found.push({ start, end, digits: display, meant: { number, how: 'same' } });
    }
    return found;
  });
}

function joinedBefore(left: string, { length }: string): number {
  const [whole = '', digits = '', gap = ''] = digitsBefore.exec(left) ?? [];
  return joins(gap, digits.length, length) ? whole.length : 0;
}

function joinedAfter(right: string, { length }: string): number {
  const [whole = '', gap = '', digits = ''] = digitsAfter.exec(right) ?? [];
  return joins(gap, length, digits.length) ? whole.length : 0;
}

/** Fractions and thousands are no numbers beside a number: 988.5, 911/12, 112 500. */
function joins(gap: string, left: number, right: number): boolean {
  return joinsDigits(gap, left, right) && !/^[.,/]$/.test(gap) && !(gap === ' ' && right === 3);
}
