import { type Bounds, unite } from './page/matrix.ts';
import type { Document } from './page/read.ts';
import type { Element } from './page/structure.ts';
import { open } from './prove.ts';
import { contentsOf, fold, isBlock, textOfElement } from './reading/text.ts';

/** What is read out as one, and where its ink is. */
export interface Tagged {
  /** Structure type: `H2`, `P`, `Figure`. */
  readonly tag: string;
  /** BCP 47 tag in force. */
  readonly language: string;
  /** What is said: the text, or the alternative of a picture. */
  readonly text: string;
  /** Index of the page of the file, from 0. */
  readonly page: number;
  /** pt from the page's top left, y down; undefined: it has no ink. */
  readonly rect: Readonly<Record<'x' | 'y' | 'width' | 'height', number>> | undefined;
}

/**
 * The blocks and pictures of a finished file in the order of its tags: as it is read out, with the places of their ink. What
 * goes on on another page is told once more there.
 * @throws PressError PDF_UNREADABLE, PDF_FOREIGN
 */
export function taggedIn(bytes: Uint8Array): Tagged[] {
  return open(bytes, (document) => {
    const ink = document.pages.map(inkOf);
    return document.elements.flatMap((element) => {
      const isPicture = element.type === 'Figure' && element.alt !== undefined;
      if (!isPicture && !isBlock(element)) return [];
      const text = fold(isPicture ? element.alt! : textOfElement(document, element));
      return text === ''
        ? []
        : placesOf(document, element, ink).map((place) => ({ ...named(element, text), ...place }));
    });
  });
}

const named = ({ type: tag, lang: language }: Element, text: string) => ({ tag, language, text });

function placesOf(
  document: Document,
  element: Element,
  ink: readonly ReadonlyMap<number, Bounds>[],
): Pick<Tagged, 'page' | 'rect'>[] {
  const places = new Map<number, Bounds | undefined>();
  for (const { page, mcid } of contentsOf(document, element)) {
    const [own, before] = [ink[page]?.get(mcid), places.get(page)];
    places.set(page, own === undefined || before === undefined ? (own ?? before) : unite(before, own));
  }
  return [...places].map(([page, bounds]) => ({
    page,
    rect: bounds === undefined ? undefined : rectOf(bounds),
  }));
}

function rectOf([left, top, right, bottom]: Bounds): Tagged['rect'] {
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Around the ink of each marked content of a page, pictures by their outlines. */
function inkOf({ content }: Document['pages'][number]): ReadonlyMap<number, Bounds> {
  const all = new Map<number, Bounds>();
  const add = (mcid: number | undefined, bounds: Bounds | undefined) => {
    if (mcid === undefined || bounds === undefined) return;
    const before = all.get(mcid);
    all.set(mcid, before === undefined ? bounds : unite(before, bounds));
  };
  for (const { owner, ink } of content.runs) add(owner.mcid, ink);
  for (const { owner, bounds, clip } of content.painted) add(owner.mcid, within(bounds, clip.bounds));
  return all;
}

function within(bounds: Bounds, clip: Bounds): Bounds | undefined {
  const [left, top, right, bottom] = [
    Math.max(bounds[0], clip[0]),
    Math.max(bounds[1], clip[1]),
    Math.min(bounds[2], clip[2]),
    Math.min(bounds[3], clip[3]),
  ];
  return left < right && top < bottom ? [left, top, right, bottom] : undefined;
}
