import type { Document } from './read.ts';

/** A text string that viewers show beside the pages, and what it is. */
export interface BesideString {
  readonly what: string;
  readonly text: string;
}

/** What names links, stands for pictures and marks, and leads through a file; not its title. */
export function stringsBeside({ bookmarks, elements, pages }: Document): BesideString[] {
  const said: readonly (readonly [what: string, text: string | undefined])[] = [
    ...bookmarks.map((title) => ['a bookmark', title] as const),
    ...elements.flatMap(({ type, alt, actualText }) => [
      [`the alternative text of a ${type}`, alt] as const,
      [`what stands for a ${type}`, actualText] as const,
    ]),
    ...pages.flatMap(({ annotations }, i) =>
      annotations.map(({ contents }) => [`the description of a link on page ${i + 1}`, contents] as const),
    ),
  ];
  return said.flatMap(([what, text]) => (text === undefined ? [] : [{ what, text }]));
}
