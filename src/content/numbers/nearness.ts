import type { DeclaredNumber } from './declared.ts';
import { digitsShown } from './display.ts';

/** How digits that are read stand to those of a declared number. */
export type Nearness =
  | 'same'
  /** One digit (two of a long number) is another, or two changed places. */
  | 'other digits'
  | 'a digit too many'
  | 'a digit too few';

/** The declared number that digits are meant to be, and how they stand to it. */
export interface Meant {
  readonly number: DeclaredNumber;
  readonly how: Nearness;
}

/** From here on a number is so long that two wrong digits, or groups far apart, are not it by chance. */
export const longNumber = 9;
/** Shorter ones are near by their place in a sentence only. */
export const shortestNear = 5;
/** From here on, a digit more or less makes no everyday number of it. */
const shortestDropped = 7;

/** Compares two strings of digits; undefined when they have nothing to do with each other. */
export function nearness(found: string, declared: string): Nearness | undefined {
  if (found === declared) return 'same';
  if (declared.length < shortestNear) return undefined;
  if (found.length === declared.length) {
    const differ: number[] = [];
    for (let i = 0; i < declared.length && differ.length <= 2; i++)
      if (found[i] !== declared[i]) differ.push(i);
    const [a, b] = differ as [number, number];
    const swapped = differ.length === 2 && found[a] === declared[b] && found[b] === declared[a];
    return swapped || differ.length <= (declared.length >= longNumber ? 2 : 1) ? 'other digits' : undefined;
  }
  return declared.length < shortestDropped ? undefined : dropped(found, declared);
}

/** Whether digits are a number's with one too few or too many. */
export function dropped(found: string, declared: string): 'a digit too few' | 'a digit too many' | undefined {
  if (found.length === declared.length - 1) return lacksOne(found, declared) ? 'a digit too few' : undefined;
  if (found.length === declared.length + 1) return lacksOne(declared, found) ? 'a digit too many' : undefined;
  return undefined;
}

/** One digit of a short code is another, or two changed places; of two digits each other one is a number by itself. */
export function nearCode(code: string, digits: string): boolean {
  return (
    code.length > 2 &&
    code.length === digits.length &&
    nearness(digits.padStart(5, '0'), code.padStart(5, '0')) !== undefined
  );
}

/** Codes of so many digits are looked for with a digit more or less where something calls a number a code. */
const droppedCodes = [3, 4, 5, 6];

/** The code of three to six digits, without its star or hash, that digits are with one too many or too few: 311 and 31144 of 3114, 11 of 112. */
export function droppedCode(digits: string, declared: readonly DeclaredNumber[]): Meant | undefined {
  for (const number of declared) {
    const dial = number.dial.replace(/^[*#]/, '');
    if (!droppedCodes.includes(dial.length) || !/^\d+$/.test(dial)) continue;
    const how = dropped(digits, dial);
    if (how !== undefined) return { number, how };
  }
  return undefined;
}

/** True when `shorter` is `longer` without one of its digits. */
function lacksOne(shorter: string, longer: string): boolean {
  let i = 0;
  while (i < shorter.length && shorter[i] === longer[i]) i++;
  return shorter.slice(i) === longer.slice(i + 1);
}

/** The short code, without its star or hash, that digits are, or of which one digit is another or two changed places. */
export function meantCode(digits: string, codes: readonly DeclaredNumber[]): Meant | undefined {
  const same = codes.find(({ dial }) => dial.replace(/^[*#]/, '') === digits);
  if (same !== undefined) return { number: same, how: 'same' };
  const near = codes.find(({ dial }) => nearCode(dial.replace(/^[*#]/, ''), digits));
  return near === undefined ? undefined : { number: near, how: 'other digits' };
}

/** Digits of a declared number: as it is shown, and in full. */
export const formsOf = ({ display, dial }: DeclaredNumber): readonly string[] => [
  ...new Set([digitsShown(display), dial.replace(/\D/g, '')]),
];

/** The number of five digits and more that digits are, or nearly are. */
export function meantNumber(digits: string, declared: readonly DeclaredNumber[]): Meant | undefined {
  for (const number of declared)
    for (const form of formsOf(number)) {
      const how = form.length >= shortestNear ? nearness(digits, form) : undefined;
      if (how !== undefined) return { number, how };
    }
  return undefined;
}
