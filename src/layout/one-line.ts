import type { DocumentElement } from '../document/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import { breakLines, type Line, type Paragraph } from '../text/index.ts';
import type { Context } from './box.ts';
import { type Found, nothing } from './found.ts';
import { facesOf, familyOf } from './language.ts';

/** A text of one line that no node of the document says: the marker of an item, the number of a page. */
export interface OneLine {
  readonly paragraph: Paragraph;
  readonly line: Line;
  /** pt */
  readonly size: number;
  /** Characters that no face has: of the element. */
  readonly found: Found;
}

/** Sets a text in an element's letters, of a weight, on one line however long it is. */
export function oneLine(
  context: Context,
  element: DocumentElement,
  style: ComputedStyle,
  text: string,
  fontWeight = style.fontWeight,
): OneLine {
  const family = familyOf(context, element, style);
  const size = style.fontSize * family.size;
  const paragraph: Paragraph = {
    text,
    direction: element.dir,
    spans: [{ start: 0, end: text.length, ...facesOf(family, { fontWeight }), size, language: element.lang }],
    breaking: context.input.language(element.lang).breaking,
  };
  const shaped = context.input.typesetter.shape(paragraph);
  const line = breakLines(shaped, Number.POSITIVE_INFINITY, { wrap: 'nowrap' })[0]!;
  const missing = shaped.missing.map(({ offset: _, ...unset }) => ({
    ...unset,
    node: element,
    language: element.lang,
  }));
  return { paragraph, line, size, found: missing.length === 0 ? nothing : { ...nothing, missing } };
}
