import { type Place, PressError, type Problem } from '../diagnostics/index.ts';
import { digitAtoms } from './digits/atoms.ts';
import { mayHoldDigits, readDigits } from './digits/read-digits.ts';
import { type InlineNode, inlineNodes, parseInline } from './inline/inline.ts';
import type { DeclaredNumber } from './numbers/declared.ts';
import type { GuideData } from './schema/schema.ts';
import { fieldsOf } from './schema/walk.ts';
import { holdsLettersForNumbers } from './search/letters-for-numbers.ts';
import { addressFaults } from './search/link-faults.ts';
import { besideNumeral, numberFaults } from './search/number-faults.ts';
import { withoutLabels } from './search/undialled.ts';
import { holdsWordsForNumbers, spokenDigits } from './search/words-for-numbers.ts';

/** A text or another value of a guide that holds digits. */
export interface Numeral {
  readonly key: string;
  readonly text: string;
  /** The text parsed; undefined for what takes no marks: ids, versions, addresses, names. */
  readonly nodes: readonly InlineNode[] | undefined;
  /** Digits that can be read in it, at most. */
  readonly digits: number;
  /** Helplines that it names. */
  readonly names: readonly string[];
  /** Words of it that somebody says nobody dials: a name with a number. */
  readonly undialled?: readonly string[];
}

/** Values that are numbers by what they are. */
const declaration = /^(?:helplines\.[^.]+\.(?:display|dial|text|tty)|numbers\.[^.]+\.(?:display|dial))$/;

/** Of a declared number what is no number: who called it. */
const saidOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'called' in value ? value.called : undefined;

/** All that a guide holds in which a number could stand, its declared numbers aside. What does not parse is told elsewhere. */
export function numeralsOf(data: Partial<GuideData>): Numeral[] {
  return fieldsOf(data).flatMap(({ field, value, key }) => {
    if (field.is === 'things' || field.is === 'blocks' || field.is === 'named')
      return idsOf(value).flatMap((id): Numeral[] => {
        const digits = digitsIn(id);
        return digits < longId
          ? []
          : [{ key: `${key}.${id}`, text: id, nodes: undefined, digits, names: [] }];
      });
    const isText = field.is === 'text';
    if (!(isText || field.is === 'value')) return [];
    return strings(declaration.test(key) ? saidOf(value) : value).flatMap((typed): Numeral[] => {
      const text = readAs(key, typed);
      const nodes = isText ? parsed(text) : undefined;
      if (
        !(mayHoldDigits(text) || holdsLettersForNumbers(text) || holdsWordsForNumbers(text)) ||
        (isText && nodes === undefined)
      )
        return [];
      const names = [...inlineNodes(nodes ?? [])].flatMap((node) =>
        node.kind === 'helpline' ? [node.name] : [],
      );
      const digits = Math.max(digitsIn(text), spokenDigits(text));
      return [{ key, text, nodes, digits, names }];
    });
  });
}

/** Ids are names of things: only what is as long as a telephone number is searched. */
const longId = 7;

const digitsIn = (text: string) =>
  digitAtoms(readDigits(text).text).reduce((sum, { digits }) => sum + digits.length, 0);

function idsOf(value: unknown): string[] {
  if (!Array.isArray(value)) return Object.keys(value as object);
  return value.flatMap((entry: { readonly id?: unknown }) => (typeof entry.id === 'string' ? entry.id : []));
}

/** Numbers among these that could be dialled and are not declared, and links that dial others than they show. */
export function numeralFaults(
  numerals: readonly Numeral[],
  declared: readonly DeclaredNumber[],
  place: (key: string) => Place,
): Problem[] {
  return numerals.flatMap(({ key, text, nodes, undialled }) => {
    if (nodes === undefined) return addressFaults(text, declared, place(key));
    const faults = [
      ...numberFaults(nodes, declared, place(key)),
      ...besideNumeral(key, nodes, declared, place(key)),
    ];
    if (faults.length === 0 || undialled === undefined) return faults;
    const isLifted = withoutLabels(text, undialled, declared)?.every(
      (rest) => numberFaults(parseInline(rest), declared, place(key)).length === 0,
    );
    return isLifted === true ? [] : faults;
  });
}

/** A version of small numbers, as it is counted up: 1.1.2 stands beside the guide's name and day, and is no way to write 112. */
const counted = /^\d{1,2}(?:\.\d{1,2}){2}$/;

/**
 * A value as it is printed: the number of an order after its name, the address of the whole disclosure, which is typed from
 * paper, part by part; and as it is opened: a mail.
 */
function readAs(key: string, value: string): string {
  if (key === 'disclosure.short.address') return value.replace(/[^\p{L}\p{M}\p{N}+() -]+/gu, ' ; ');
  if (key === 'version' && counted.test(value)) return value.replaceAll('.', ' ; ');
  if (/^helplines\.[^.]+\.email$/.test(key)) return `mailto:${value}`;
  return key === 'publisher.orderNumber' ? `Order no. ${value}` : value;
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** A text with its marks; undefined where it does not parse. */
export function parsed(text: string): readonly InlineNode[] | undefined {
  try {
    return parseInline(text);
  } catch (error) {
    if (error instanceof PressError) return undefined;
    throw error;
  }
}
