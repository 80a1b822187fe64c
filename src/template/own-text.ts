import { decodeReference, hasWords } from '../document/index.ts';

/** What in a template's own text is refused, and where in it. */
export interface OwnTextFault {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

const unseen = /(?![\t\n\f\r])\p{C}/u;
const pieces = /&(?:#\d{1,8}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|[\s\S]/gu;

/**
 * Letters and digits in HTML that a template has of its own, as such or as character references: they would be printed
 * in every language. Punctuation and symbols may stand.
 */
export function ownTextFault(html: string): OwnTextFault | undefined {
  if (/^[\s!-%'-/:-@[-`{-~]*$/.test(html)) return undefined;
  for (const { 0: piece, index: offset } of html.matchAll(pieces)) {
    const fault = pieceFault(piece, html.slice(offset).trim());
    if (fault !== undefined) return { offset, ...fault };
  }
  return undefined;
}

function pieceFault(piece: string, rest: string): Omit<OwnTextFault, 'offset'> | undefined {
  if (piece === '&')
    return { message: 'An & stands alone, or begins no whole reference.', hint: 'Write &amp;.' };
  const text = piece.length > 1 && piece.startsWith('&') ? decodeReference(piece) : piece;
  const shown = rest.length > 40 ? `${rest.slice(0, 40)}…` : rest;
  if (text === undefined) return { message: `${piece} is no character reference.`, hint: 'Write &amp;.' };
  if (unseen.test(text))
    return {
      message: `U+${text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')} is a character that nobody sees.`,
      hint: 'Take it out. Directions are set by dir and <bdi>.',
    };
  if (!hasWords(text)) return undefined;
  return {
    message: `"${shown}" is text of the template's own: it would stand in every language.`,
    hint: "Say it in the guide ({{say …}}), or as a word of the product in all its languages ({{word …}}, words/<tag>.json in the product's folder).",
  };
}
