import { type Place, type Problem, problem, warning } from '../diagnostics/index.ts';
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
    Object.entries(numbers).map(([name, { display, dial, country }]) => ({
      ...{ name, kind, display, dial },
      ...(country === undefined ? {} : { country }),
    }));
  return [
    ...pairs('helpline', { main }),
    ...pairs('helpline', others),
    ...pairs('number', data.numbers ?? {}),
  ];
}

/** The countries in which a guide is read: its own first, and those whose emergency numbers it has. */
export function countriesOf({
  country,
  countries = [],
  emergency = [],
}: Pick<GuideData, 'country' | 'countries' | 'emergency'>): string[] {
  return [...new Set([country, ...countries, ...emergency.map((entry) => entry.country)])];
}

/** What is wrong with a declared number, by itself and beside those declared before it; `countries` are the guide's. */
export function numberProblems(
  number: DeclaredNumber,
  before: readonly DeclaredNumber[],
  countries: readonly string[],
  place: Place,
): Problem[] {
  const { name, kind, display, dial, country } = number;
  const fault = helplineFault(number, country === undefined ? countries : [country]);
  const problems: Problem[] = [];
  if (fault !== undefined) {
    const [make, code] = fault.isAbroad
      ? ([warning, 'HELPLINE_ABROAD'] as const)
      : ([problem, 'HELPLINE_INVALID'] as const);
    problems.push(make(code, `The ${kind} "${name}" is wrong: ${fault.what}.`, place, fault.hint));
  }
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
