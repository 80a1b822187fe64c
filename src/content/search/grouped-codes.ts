import type { Atom } from '../digits/atoms.ts';
import { spanOf } from '../digits/marks.ts';
import { digitsOf } from '../digits/runs.ts';
import type { DeclaredNumber } from '../numbers/declared.ts';
import { dropped, type Meant } from '../numbers/nearness.ts';
import { publicCodes } from '../numbers/public-codes.ts';
import { standsUncounted } from '../sentences/counted.ts';

/** Two or three groups with the same sign between. */
const inGroups = /^\d{1,4}([ ·•-])\d{1,4}(?:\1\d{1,4})?$/;
/** Codes of so many digits are written in groups. */
const [fewest, most] = [5, 6];

/**
 * Digits in groups that are a code which people know by heart (116 123), or a declared one of which one group has a digit too few
 * or too many: “116 12”, “13 1 26”. With what they count they are an amount.
 */
export function groupedCode(
  run: readonly Atom[],
  text: string,
  declared: readonly DeclaredNumber[],
): { readonly meant: Meant | undefined } | undefined {
  const { start, end } = spanOf(run);
  if (run.length < 2 || !inGroups.test(text.slice(start, end)) || !standsUncounted(start, end, text))
    return undefined;
  const digits = run.map((atom) => atom.digits);
  for (const number of declared) {
    if (number.dial.length < fewest || number.dial.length > most || !/^\d+$/.test(number.dial)) continue;
    const groups = number.display.split(/\D+/);
    if (groups.length !== digits.length) continue;
    const others = groups.flatMap((group, i) => (group === digits[i] ? [] : [i]));
    const how = others.length === 1 ? dropped(digits[others[0]!]!, groups[others[0]!]!) : undefined;
    if (how !== undefined) return { meant: { number, how } };
  }
  const whole = digitsOf(run);
  return whole.length >= fewest && publicCodes.has(whole) ? { meant: undefined } : undefined;
}
