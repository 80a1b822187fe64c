import { type Atom, digitAtoms, joinsDigits, narrowed } from '../digits/atoms.ts';
import { hasMark, overlap } from '../digits/marks.ts';
import type { DeclaredNumber } from '../numbers/declared.ts';
import { formsOf, longNumber, type Meant, type Nearness, shortestNear } from '../numbers/nearness.ts';
import { type Target, Targets } from '../numbers/targets.ts';
import { standsUncounted } from '../sentences/counted.ts';
import { isAnswering } from '../sentences/named-lines.ts';
import type { Dialable } from './dialable.ts';

/** Digits that are nearly those of a declared number. */
export interface Near extends Dialable {
  readonly meant: Meant;
}

/** What may stand between the groups of a long number that is taken apart. */
export const widestGap = 12;
const order: readonly Nearness[] = ['same', 'other digits', 'a digit too few', 'a digit too many'];

/** Groups of digits in a row, and how each follows the one before. */
interface Row {
  readonly atoms: readonly Atom[];
  readonly joints: readonly ('apart' | 'wide' | 'joined')[];
}

/**
 * Digits that are nearly a declared number's, or just these in another dress, however they are taken apart. A long number
 * is near by its digits alone; a shorter one may be a date or an amount by chance, which `others` has covered.
 */
export function nearDeclared(text: string, others: string, declared: readonly DeclaredNumber[]): Near[] {
  const targets = declared.flatMap((number) => formsOf(number).map((digits) => ({ number, digits })));
  const isLong = ({ digits }: Target) => digits.length >= longNumber;
  const short = targets.filter((target) => target.digits.length >= shortestNear && !isLong(target));
  // 117 000 for 116 000 has the form of a round amount.
  const round = short.filter(({ digits }) => digits.endsWith('000'));
  const found = [
    ...nearIn(text, new Targets(targets.filter(isLong)), true),
    ...nearIn(others, new Targets(short), false),
    ...nearIn(text, new Targets(round), false).filter(
      ({ start, end }) =>
        standsUncounted(start, end, text) || isAnswering(text.slice(0, start), text.slice(end)),
    ),
  ];
  found.sort(
    (a, b) => order.indexOf(a.meant.how) - order.indexOf(b.meant.how) || b.end - b.start - (a.end - a.start),
  );
  const taken: Near[] = [];
  for (const one of found) if (!taken.some((other) => overlap(one, other))) taken.push(one);
  return taken;
}

/** A letter alone may be a digit (8 O O) or a word between digits (800 o 315): both are looked at. */
function rowsOf(text: string): Row[] {
  const atoms = digitAtoms(text);
  const digits = atoms.filter(({ hasDigit }) => hasDigit);
  return (digits.length === atoms.length ? [atoms] : [atoms, digits]).map((row) => ({
    atoms: row,
    joints: row.map((atom, i) => jointOf(text, row[i - 1], atom)),
  }));
}

function jointOf(text: string, before: Atom | undefined, atom: Atom): Row['joints'][number] {
  const gap = before === undefined ? '' : text.slice(before.end, atom.start);
  if (before === undefined || narrowed(gap).length > widestGap || hasMark(gap)) return 'apart';
  return joinsDigits(gap, before.digits.length, atom.digits.length) ? 'joined' : 'wide';
}

/** Every stretch of a text whose digits are near a target; `isWide`: also of groups that stand far apart. */
function nearIn(text: string, targets: Targets, isWide: boolean): Near[] {
  if (targets.longest === 0) return [];
  const found: Near[] = [];
  for (const { atoms, joints } of rowsOf(text))
    for (let first = 0; first < atoms.length; first++) {
      let digits = '';
      let hasDigit = false;
      for (let last = first; last < atoms.length; last++) {
        const joint = joints[last]!;
        if (last > first && !(joint === 'joined' || (isWide && joint === 'wide'))) break;
        const atom = atoms[last]!;
        digits += atom.digits;
        hasDigit ||= atom.hasDigit;
        if (digits.length > targets.longest + 1) break;
        if (!hasDigit) continue;
        for (const { number, how } of targets.near(digits))
          found.push({ start: atoms[first]!.start, end: atom.end, digits, meant: { number, how } });
      }
    }
  return found;
}
