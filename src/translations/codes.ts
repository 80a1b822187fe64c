import { literal } from '../letters/index.ts';

/** A piece of a text as XLIFF has it: words, or a code that a tool keeps as it is (XLIFF 1.2, 2.4: inline elements). */
export type Piece =
  | { readonly is: 'words'; readonly text: string }
  | {
      /** `bpt` and `ept` open and close a pair of one id, `ph` stands alone. */
      readonly is: 'bpt' | 'ept' | 'ph';
      readonly id: number;
      readonly type: string;
      /** The code as it stands in the text. */
      readonly text: string;
    };

/** A backslash with what it escapes; a value or a number that is put in; `[words](address)`; bold; set apart. */
const code =
  /(?<words>\\[\s\S])|(?<value>\{\{\s*[\w.]+\s*\}\}|<helpline:[\p{L}\p{M}\p{N}_.-]+>)|\[(?<label>[^\][]*)\](?<address>\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"\n]*")?\))|(?<mark>\*\*|\*)/uy;

interface Code {
  readonly is: 'bpt' | 'ept' | 'ph';
  readonly type: string;
  readonly text: string;
}

/**
 * A text in pieces, which joined are the text again, whatever it is. Codes have the ids that `known` has for the same code,
 * so that those of a translation are those of its source; a mark without its other is words.
 * @param numbers numbers that people dial, as they are written
 */
export function pieces(text: string, numbers: readonly string[], known: readonly Piece[] = []): Piece[] {
  const found = withNumbers(paired(scanned(text)), numbers);
  const taken = new Set<Piece>();
  let next = Math.max(0, ...known.map((piece) => (piece.is === 'words' ? 0 : piece.id)));
  const open: number[] = [];
  return found.map((piece): Piece => {
    if (piece.is === 'words') return piece;
    if (piece.is === 'ept') return { ...piece, id: open.pop()! };
    const same = known.find(
      (other) => other.is === piece.is && other.text === piece.text && !taken.has(other),
    );
    if (same !== undefined) taken.add(same);
    const id = same === undefined || same.is === 'words' ? ++next : same.id;
    if (piece.is === 'bpt') open.push(id);
    return { ...piece, id };
  });
}

type Found = { readonly is: 'words'; readonly text: string } | Code;

function scanned(text: string): Found[] {
  const found: Found[] = [];
  const words = (more: string) => {
    const last = found.at(-1);
    if (last?.is === 'words') found[found.length - 1] = { is: 'words', text: last.text + more };
    else if (more !== '') found.push({ is: 'words', text: more });
  };
  for (let at = 0; at < text.length; ) {
    code.lastIndex = at;
    const { groups, 0: whole } = code.exec(text) ?? { 0: text[at]! };
    at += whole.length;
    if (groups?.value !== undefined) found.push({ is: 'ph', type: 'x-value', text: whole });
    else if (groups?.mark !== undefined)
      found.push({ is: 'bpt', type: groups.mark === '**' ? 'bold' : 'italic', text: whole });
    else if (groups?.address !== undefined) {
      const { label = '', address } = groups;
      // People dial what they see: the number and what it dials are one.
      if (/^[\d\s().+*#-]+$/.test(label)) found.push({ is: 'ph', type: 'x-number', text: whole });
      else {
        found.push({ is: 'bpt', type: 'link', text: '[' }, ...scanned(label), {
          is: 'ept',
          type: 'link',
          text: `]${address}`,
        });
      }
    } else words(whole);
  }
  return found;
}

/** Marks in pairs, one within the other: the first of a pair opens; one that has no other is words. */
function paired(found: readonly Found[]): Found[] {
  const made: Found[] = [...found];
  const open: { at: number; type: string; text: string }[] = [];
  const drop = (at: number) => {
    made[at] = { is: 'words', text: found[at]!.text };
  };
  for (const [at, piece] of found.entries()) {
    if (piece.is === 'words' || piece.is === 'ph') continue;
    const opener = open.findLastIndex(({ type }) => type === piece.type);
    const closes = piece.type === 'link' ? piece.is === 'ept' : opener >= 0;
    if (!closes) {
      open.push({ at, type: piece.type, text: piece.text });
      continue;
    }
    for (const lost of open.splice(opener).slice(1)) drop(lost.at);
    made[at] = { is: 'ept', type: piece.type, text: piece.text };
  }
  for (const { at } of open) drop(at);
  return joined(made);
}

/** Numbers that stand in words, as codes. */
function withNumbers(found: readonly Found[], numbers: readonly string[]): Found[] {
  const sorted = numbers.filter((number) => number.length > 0).sort((a, b) => b.length - a.length);
  if (sorted.length === 0) return [...found];
  const escaped = sorted.map(literal);
  const number = new RegExp(`(?<![\\p{N}])(${escaped.join('|')})(?![\\p{N}])`, 'u');
  return found.flatMap((piece): Found[] => {
    if (piece.is !== 'words') return [piece];
    return piece.text.split(number).flatMap((text, i): Found[] => {
      if (text === '') return [];
      return i % 2 === 0 ? [{ is: 'words', text }] : [{ is: 'ph', type: 'x-number', text }];
    });
  });
}

function joined(found: readonly Found[]): Found[] {
  const made: Found[] = [];
  for (const piece of found) {
    const last = made.at(-1);
    if (piece.is === 'words' && last?.is === 'words')
      made[made.length - 1] = { is: 'words', text: last.text + piece.text };
    else made.push(piece);
  }
  return made;
}
