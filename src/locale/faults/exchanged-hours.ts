import {
  type DeclaredNumber,
  displays,
  type InlineNode,
  plainText,
  splitAtNumbers,
} from '../../content/index.ts';
import { numbersIn } from '../quantities/numbers.ts';
import { numbersMadeUp } from './made-up.ts';

/** What stands beside a number: up to the next, up to the one before, and in brackets right behind it. */
type Side = 'after' | 'before' | 'brackets';
type Beside = Readonly<Record<Side, string>>;

/**
 * Two numbers of which each has beside it what the other has in the source: “988 (9–17), 741741 (10–20)” with 10–20 beside 988. In a
 * language in which hours stand before a number that is no exchange, nor where a sentence has another order.
 */
export function exchangedHours(
  source: readonly InlineNode[],
  from: string,
  translated: readonly InlineNode[],
  to: string,
  declared: readonly DeclaredNumber[],
): string | undefined {
  if (declared.length < 2) return undefined;
  const said = besideNumbers(source, declared);
  if (said.size < 2) return undefined;
  const again = besideNumbers(translated, declared);
  const inBrackets = [said, again].every((each) =>
    [...each.values()].some(({ brackets }) => hasNumber(brackets)),
  );
  const sides: readonly Side[] = inBrackets ? ['brackets'] : ['after', 'before'];
  const numbers = [...said.keys()].filter((number) => again.has(number));
  for (const [i, one] of numbers.entries())
    for (const other of numbers.slice(i + 1)) {
      const [saidOne, saidOther] = [said.get(one)!, said.get(other)!];
      const [againOne, againOther] = [again.get(one)!, again.get(other)!];
      // A stretch has numbers where that of its source has, and none but these, in the way of its language.
      const fits = (said: string, again: string) =>
        hasNumber(said) === hasNumber(again) && numbersMadeUp(said, again, from, to).length === 0;
      const stands = (first: Beside, second: Beside) =>
        sides.some((side) =>
          sides.some((at) => fits(first[side], againOne[at]) && fits(second[side], againOther[at])),
        );
      if (!stands(saidOne, saidOther) && stands(saidOther, saidOne))
        return `has beside ${one.display} the hours, or other numbers, that its source has beside ${other.display}, and beside ${other.display} those of ${one.display}`;
    }
  return undefined;
}

/** What stands beside each declared number that a text has once. */
function besideNumbers(
  nodes: readonly InlineNode[],
  declared: readonly DeclaredNumber[],
): ReadonlyMap<DeclaredNumber, Beside> {
  const pieces = splitAtNumbers(plainText(nodes, { data: { helplines: displays(declared) } }), declared);
  const textAt = (i: number) => (typeof pieces[i] === 'string' ? pieces[i] : '');
  const beside = new Map<DeclaredNumber, Beside | undefined>();
  for (const [i, piece] of pieces.entries()) {
    if (typeof piece === 'string') continue;
    const after = textAt(i + 1);
    const brackets = /^ ?[(（]([^()（）]*)[)）]/u.exec(after)?.[1] ?? '';
    beside.set(piece, beside.has(piece) ? undefined : { after, before: textAt(i - 1), brackets });
  }
  return new Map([...beside].filter((entry): entry is [DeclaredNumber, Beside] => entry[1] !== undefined));
}

const hasNumber = (text: string) => numbersIn(text).length > 0;
