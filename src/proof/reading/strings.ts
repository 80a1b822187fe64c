import type { Document } from '../page/read.ts';
import { pageNames } from './page-label.ts';

/** A text string that viewers show beside the pages, and what it is. */
export interface BesideString {
  readonly what: string;
  readonly text: string;
}

/** What names links, stands for pictures and marks, and leads through a file; not its title. */
export function stringsBeside(document: Document): readonly BesideString[] {
  document.found.strings ??= [
    ...document.bookmarks.map((text) => ({ what: 'a bookmark', text })),
    ...pageNames(document).map((text) => ({ what: 'the name of a page', text })),
    ...alternativesOf(document),
    ...document.pages.flatMap(({ annotations }, i) =>
      annotations.flatMap(({ contents: text }) =>
        text === undefined ? [] : [{ what: `the description of a link on page ${i + 1}`, text }],
      ),
    ),
  ];
  return document.found.strings;
}

/** What stands for elements. */
export function alternativesOf({ elements, foundOfTree }: Document): readonly BesideString[] {
  foundOfTree.alternatives ??= elements.flatMap(({ type, alt, actualText, expansion }) => [
    ...(alt === undefined ? [] : [{ what: `the alternative text of a ${type}`, text: alt }]),
    ...(expansion === undefined ? [] : [{ what: 'what a short form stands for', text: expansion }]),
    ...(actualText === undefined ? [] : [{ what: `what stands for a ${type}`, text: actualText }]),
  ]);
  return foundOfTree.alternatives;
}
