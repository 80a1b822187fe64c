import { type Place, type Problem, problem, warning } from '../../diagnostics/index.ts';
import type { GuideData, Helpline } from '../schema/schema.ts';
import { helplineFault, type NumberPair } from './number-pair.ts';

/** A number that a guide says may be dialled. */
export interface DeclaredNumber extends NumberPair {
  readonly name: string;
  readonly kind: 'helpline' | 'number';
  /** How it is reached: called, where nothing is said. A helpline `main` is reached by text as `main.text`. */
  readonly way?: Way;
}

export type Way = 'text' | 'tty';

/**
 * Address that opens the dialler, or a message to the number (RFC 3966, RFC 5724). A hash would begin the name of a place in it
 * (RFC 3986 §3.5).
 */
export function addressOf({ way, dial }: { readonly way?: Way | undefined; readonly dial: string }): string {
  return `${way === 'text' ? 'sms' : 'tel'}:${dial.replace('#', '%23')}`;
}

/** What an address dials. */
export function dialledBy(address: string): string {
  return address.slice(address.indexOf(':') + 1).replace('%23', '#');
}

/**
 * True for a code of two digits, such as 15. Two digits count, measure and date everywhere: it is itself where a link dials it,
 * `[15](tel:15)`, and nowhere else.
 */
export function isLinkedCode({ kind, dial }: Pick<DeclaredNumber, 'kind' | 'dial'>): boolean {
  return kind === 'number' && dial.length === 2;
}

/** Every number that may be dialled: the helplines, the main one first, each with its ways, then the other numbers. */
export function declaredNumbers(data: Pick<GuideData, 'helplines' | 'numbers'>): readonly DeclaredNumber[] {
  const { helplines, numbers = {} } = data;
  let names = Object.keys(helplines);
  if (names[0] !== 'main') {
    const { main, ...others } = helplines;
    names = Object.keys({ main, ...others });
  }
  return [
    ...names.flatMap((name) => reachedBy(name, helplines[name]!)),
    ...Object.entries(numbers).map(([name, pair]) => declared(name, 'number', pair)),
  ];
}

function declared(name: string, kind: DeclaredNumber['kind'], pair: NumberPair): DeclaredNumber {
  const { display, dial, country, called } = pair;
  return {
    ...{ name, kind, display, dial },
    ...(country === undefined ? {} : { country }),
    ...(called === undefined ? {} : { called }),
  };
}

function reachedBy(name: string, helpline: Helpline): DeclaredNumber[] {
  const { text, tty, country } = helpline;
  const also = (way: Way, pair: NumberPair): DeclaredNumber => ({
    ...declared(`${name}.${way}`, 'helpline', { country, ...pair }),
    way,
  });
  return [
    declared(name, 'helpline', helpline),
    ...(text === undefined
      ? []
      : [
          also('text', {
            display: text.to,
            dial: text.dial ?? text.to.replace(/\D/g, ''),
            called: text.called,
          }),
        ]),
    ...(tty === undefined ? [] : [also('tty', tty)]),
  ];
}

/** The numbers of the helplines by the names that marks have: `main`, `main.text`. */
export function helplineNumbers(
  data: Pick<GuideData, 'helplines' | 'numbers'>,
): Readonly<Record<string, DeclaredNumber>> {
  return Object.fromEntries(
    declaredNumbers(data).flatMap((number) => (number.kind === 'helpline' ? [[number.name, number]] : [])),
  );
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
  if (kind === 'helpline' && dial.length === 2)
    problems.push(
      problem(
        'HELPLINE_INVALID',
        `The helpline "${name}" has two digits, and no page could show that they are its number.`,
        place,
        `Declare it under numbers, and write [${display}](tel:${dial}) wherever a text says it.`,
      ),
    );
  if (fault !== undefined) {
    const [make, code] = fault.isAbroad
      ? ([warning, 'HELPLINE_ABROAD'] as const)
      : ([problem, 'HELPLINE_INVALID'] as const);
    const is = fault.isAbroad ? 'is written as elsewhere' : 'is wrong';
    problems.push(make(code, `The ${kind} "${name}" ${is}: ${fault.what}.`, place, fault.hint));
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
