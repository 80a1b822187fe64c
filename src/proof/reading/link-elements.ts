import type { Annotation, Document } from '../page/read.ts';
import type { Element } from '../page/structure.ts';
import { contentsOf, normalize, textOfElement } from './text.ts';

export function elementsByNumber({ elements, foundOfTree }: Document): ReadonlyMap<number, Element> {
  foundOfTree.numbers ??= new Map(elements.map((element) => [element.number, element]));
  return foundOfTree.numbers;
}

/** What a link shows, as it is compared. */
export function shownBy(document: Document, link: Annotation): string {
  const element = elementOf(document, link);
  return element === undefined ? '' : normalize(textOfElement(document, element));
}

/** Marked contents of the links that dial a number: of pages by their place, and MCIDs. */
export function contentsLinked(document: Document, uri: string): ReadonlySet<string> {
  return new Set(
    document.pages.flatMap(({ annotations }) =>
      annotations.flatMap((link) => {
        const element = link.uri === uri ? elementOf(document, link) : undefined;
        if (element === undefined) return [];
        return contentsOf(document, element).map(({ page, mcid }) => `${page} ${mcid}`);
      }),
    ),
  );
}

function elementOf(document: Document, { structParent }: Annotation): Element | undefined {
  const owner = structParent === undefined ? undefined : document.parents.get(structParent);
  return typeof owner === 'number' ? elementsByNumber(document).get(owner) : undefined;
}
