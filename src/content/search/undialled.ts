import { Lettered, literal } from '../../letters/index.ts';
import { escapeInline } from '../inline/inline.ts';
import type { DeclaredNumber } from '../numbers/declared.ts';
import { nearCode } from '../numbers/nearness.ts';
import { publicCodes } from '../numbers/public-codes.ts';

/** Words with one number of three or four digits between spaces: “School 912”, “912 Elm House”. */
const form = new Lettered(
  String.raw`^(?=.*\p{L}{2})(?:[\p{L}\p{M}.'’&-]+ )*([0-9]{3,4})(?: [\p{L}\p{M}.'’&-]+)*$`,
  'u',
);

/** Whether words can be said to name something by a number that nobody dials. */
export const isLabel = (words: string): boolean => form.test(words);

/** Numbers that nobody takes for another one. */
const plain = ['555', '444', '333', '222', '666', '777'] as const;

/**
 * A text as it is searched for numbers where somebody answers for words of it being a name: with a number in these that
 * nobody takes for another one, and with that number in place of the words (“Call Clinic 910”). So only that their number
 * is nearly another is let pass: what asks to dial it, and what stands beside it, is found all the same. Undefined where
 * that cannot be said: the number is a declared one, or one that people know by heart, or nearly a helpline.
 */
export function withoutLabels(
  text: string,
  labels: readonly string[],
  declared: readonly DeclaredNumber[],
): readonly [named: string, bare: string] | undefined {
  const codes = declared.filter(({ dial }) => dial.length <= 4);
  let [named, bare] = [text, text];
  for (const label of labels) {
    const [, digits] = form.exec(label) ?? [];
    if (digits === undefined || publicCodes.has(digits)) return undefined;
    if (declared.some(({ display, dial }) => [display, dial].includes(digits))) return undefined;
    if (codes.some(({ kind, dial }) => kind === 'helpline' && nearCode(dial, digits))) return undefined;
    const other = plain
      .map((each) => (digits.length === 4 ? each + each[0] : each))
      .find((each) => !codes.some(({ dial }) => dial === each || nearCode(dial, each)));
    if (other === undefined) return undefined;
    named = named.replaceAll(wholly(label), (words) => words.replace(digits, other));
    bare = bare.replaceAll(wholly(label), other);
  }
  return [named, bare];
}

/** The words where no letter or digit touches them. */
function wholly(label: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal(escapeInline(label))}(?![\\p{L}\\p{N}])`, 'gu');
}
