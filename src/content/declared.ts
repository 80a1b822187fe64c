import { type Place, type Problem, problem } from '../diagnostics/index.ts';
import { helplineFault, type NumberPair } from './helpline.ts';
import type { GuideData } from './schema.ts';

/** A number that a guide says may be dialled. */
export interface DeclaredNumber extends NumberPair {
  readonly name: string;
  readonly kind: 'helpline' | 'number';
}

/** Every number that may be dialled: the helplines, the main one first, then the other numbers. */
export function declaredNumbers(data: Pick<GuideData, 'helplines' | 'numbers'>): readonly DeclaredNumber[] {
  const { main, ...others } = data.helplines;
  const pairs = (kind: DeclaredNumber['kind'], numbers: Readonly<Record<string, NumberPair>>) =>
    Object.entries(numbers).map(([name, { display, dial }]) => ({ name, kind, display, dial }));
  return [
    ...pairs('helpline', { main }),
    ...pairs('helpline', others),
    ...pairs('number', data.numbers ?? {}),
  ];
}

/** What is wrong with a declared number, by itself and beside those declared before it. */
export function numberProblems(
  number: DeclaredNumber,
  before: readonly DeclaredNumber[],
  place: Place,
): Problem[] {
  const { name, kind, display, dial } = number;
  const fault = helplineFault(number, kind);
  const problems: Problem[] = [];
  if (fault !== undefined)
    problems.push(
      problem(
        'HELPLINE_INVALID',
        `The ${kind} "${name}" is wrong: ${fault}.`,
        place,
        'dial is the whole number as phones dial it; display is the same number as people read it.',
      ),
    );
  const twin = before.find((other) => other.name === name);
  if (twin !== undefined)
    problems.push(
      problem('ID_DUPLICATE', `A ${twin.kind} is named "${name}" already.`, place, 'Give it another name.'),
    );
  const other = before.find((b) => b.display === display && b.dial !== dial);
  if (other !== undefined)
    problems.push(
      problem(
        'HELPLINE_INVALID',
        `"${name}" and "${other.name}" are both shown as ${display}, and dial ${dial} and ${other.dial}.`,
        place,
        'What looks the same dials the same: correct one of them.',
      ),
    );
  return problems;
}
