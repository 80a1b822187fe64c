import { type DocumentNumber, joinParts } from './number-marks.ts';
import type { HtmlDocument, Wording } from './tree.ts';
import { titleOf } from './walk.ts';

/** What nodes say as they were read. */
export const asWritten: Wording = {
  text: (node) => node.text,
  attribute: ({ attributes }, name) => attributes[name],
};

/**
 * The same document with other numbers: nodes and all are those of the given one, and say what `parseDocument` would
 * have read with these numbers. `numbers` are all helplines' numbers by name.
 */
export function withNumbers(
  document: HtmlDocument,
  numbers: Readonly<Record<string, DocumentNumber>>,
): HtmlDocument {
  const wording: Wording = {
    text: ({ number, text }) =>
      number === undefined ? text : joinParts([{ number, what: 'display' }], numbers),
    attribute: ({ attributes, numbers: parts }, name) =>
      parts?.[name] === undefined ? attributes[name] : joinParts(parts[name], numbers),
  };
  return { ...document, title: titleOf(document.root, wording), wording };
}
