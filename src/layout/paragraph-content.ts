import type { DocumentElement } from '../document/index.ts';
import type { Paragraph } from '../text/index.ts';
import type { Box, PictureBox } from './box.ts';
import type { Found } from './found.ts';
import type { LinePiece } from './types.ts';

/** Inline content as one paragraph: the text, where each node stands in it, and the pictures in the line. */
export interface InlineContent {
  readonly paragraph: Paragraph;
  readonly pieces: readonly LinePiece[];
  readonly pictures: readonly InlinePicture[];
  /** How much further an offset of this paragraph is in the whole content, when lines before stand on another page. */
  readonly skipped: number;
  /** What laying its pictures out told. */
  readonly found: Found;
  /** The element that each span has its style of; undefined where there is more than text of the document on one baseline. */
  readonly owners?: readonly DocumentElement[] | undefined;
}

/** A picture in a line, on the baseline, with its margins at the sides. */
export interface InlinePicture {
  readonly box: Box | PictureBox;
  readonly left: number;
  readonly advance: number;
}

export const isolateEnd = '\u2069';
export const objectCharacter = '\ufffc';

/**
 * What is left of inline content from an offset on, where a page ended: its isolates are opened again, so that the rest
 * is ordered as before (UAX #9 BD8).
 */
export function resumeAt(inline: InlineContent, from: number): InlineContent {
  const { paragraph, pieces, pictures, found } = inline;
  const open: string[] = [];
  let passed = 0;
  for (const character of paragraph.text.slice(0, from)) {
    if (character >= '\u2066' && character <= '\u2068') open.push(character);
    else if (character === isolateEnd) open.pop();
    else if (character === objectCharacter) passed++;
  }
  const skipped = from - open.length;
  const cut = <T extends { readonly start: number; readonly end: number }>(
    items: readonly T[],
    first: number,
  ): T[] =>
    items
      .filter((item) => item.end > from)
      .map((item) => ({ ...item, start: Math.max(item.start - skipped, first), end: item.end - skipped }));
  const left = pictures.slice(passed);
  const text = open.join('') + paragraph.text.slice(from);
  const [head, ...spans] = cut(paragraph.spans, open.length);
  return {
    paragraph: {
      ...paragraph,
      text,
      spans: head === undefined ? [] : [{ ...head, start: 0 }, ...spans],
      ...(paragraph.objects === undefined ? {} : { objects: left.map((picture) => picture.advance) }),
      ...(paragraph.said === undefined ? {} : { said: cut(paragraph.said, open.length) }),
    },
    pieces: cut(pieces, open.length),
    pictures: left,
    skipped,
    found,
  };
}
