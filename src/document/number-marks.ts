import { Lettered } from '../letters/index.ts';
import type { NumberPart, TextPart } from './tree.ts';

/** A helpline's number: as it is shown and as it is dialled. */
export interface DocumentNumber {
  readonly display: string;
  readonly dial: string;
}

/** Characters for private use that start and end a mark: texts that hold one are refused before they become HTML. */
const [opens, closes] = ['\ue000', '\ue001'];
const mark = new Lettered(
  String.raw`\ue000(?:(\p{L}[\p{L}\p{M}\p{N}_-]*(?:\.[a-z]+)?):(display|dial)|page:(this|last|#[a-z][a-z0-9-]*))\ue001`,
  'u',
);

/**
 * What HTML holds where a helpline's number stands. The digits are put in when the tree is made, so that nothing
 * before it can depend on them.
 */
export function numberMark(number: string, what: NumberPart['what']): string {
  return `${opens}${number}:${what}${closes}`;
}

/**
 * What HTML holds where the number of a page stands: of the page that it stands on itself, of the last one, or of the one
 * that an element with an id begins on. Layout puts it in.
 */
export function pageMark(of: 'this' | 'last' | `#${string}`): string {
  return `${opens}page:${of}${closes}`;
}

/** A text with marks, taken apart; none of the parts is empty. */
export function partsOf(text: string): TextPart[] {
  if (!text.includes(opens)) return text === '' ? [] : [text];
  const pieces = text.split(mark.for(text));
  const parts: TextPart[] = [];
  for (let i = 0; i < pieces.length; i += 4) {
    if (pieces[i] !== '') parts.push(pieces[i]!);
    if (i + 1 === pieces.length) continue;
    const [number, what, page] = pieces.slice(i + 1, i + 4);
    parts.push(page !== undefined ? { page } : { number: number!, what: what as NumberPart['what'] });
  }
  return parts;
}

/** Stands for the number of a page before layout knows it. */
const unknownPage = '0';

/** The text that parts make with the numbers of a guide. @throws Error for a number that is not declared */
export function joinParts(
  parts: readonly TextPart[],
  numbers: Readonly<Record<string, DocumentNumber>>,
): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('page' in part) return unknownPage;
      if (!Object.hasOwn(numbers, part.number))
        throw new Error(`No number "${part.number}" was given for the document.`);
      const { display, dial } = numbers[part.number]!;
      // It stands in an address, where a hash would begin the name of a place (RFC 3986 §3.5).
      return part.what === 'dial' ? dial.replace('#', '%23') : display;
    })
    .join('');
}

/** Attributes that may hold a number: none of them decides what a selector matches, or which picture is drawn. */
const holders: readonly string[] = ['href', 'title', 'alt'];

/** Attributes with their marks replaced; the parts of those that had one; names of those that may not have one. */
export function readAttributes(
  written: Readonly<Record<string, string>>,
  numbers: Readonly<Record<string, DocumentNumber>>,
): {
  readonly attributes: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<string, readonly TextPart[]>> | undefined;
  readonly refused: readonly string[];
} {
  let holdsMark = false;
  for (const name in written) holdsMark ||= written[name]!.includes(opens);
  const marked = holdsMark ? Object.entries(written).filter(([, value]) => mark.test(value)) : [];
  if (marked.length === 0) return { attributes: written, parts: undefined, refused: [] };
  const parts = Object.fromEntries(marked.map(([name, value]) => [name, partsOf(value)]));
  const values = Object.entries(parts).map(([name, list]) => [name, joinParts(list, numbers)]);
  return {
    attributes: { ...written, ...Object.fromEntries(values) },
    parts,
    refused: Object.entries(parts)
      .filter(
        ([name, list]) =>
          !holders.includes(name) || list.some((part) => typeof part !== 'string' && 'page' in part),
      )
      .map(([name]) => name),
  };
}
