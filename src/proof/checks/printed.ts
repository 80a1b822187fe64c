import { hash } from 'node:crypto';
import { type Dictionary, type PdfObject, PdfString, Reference } from '../file/object.ts';
import type { Document, Page } from '../page/read.ts';
import type { Element } from '../page/structure.ts';
import type { Check, Expectation } from '../types.ts';
import { dateOf } from './check-metadata.ts';
import { count, notChecked, verdict } from './verdict.ts';

export type Printed = NonNullable<Expectation['printed']>;

/**
 * What a file shows and says, part by part: hashes of what its streams hold once their filters are undone, so that the
 * same printing has the same, whichever zlib deflated it. Taken from a file that was just written, or written anew.
 */
export function printedIn(document: Document): Printed {
  document.found.printed ??= findPrinted(document);
  return document.found.printed;
}

function findPrinted(document: Document): Printed {
  return {
    pages: document.pages.map((page) => ({ content: contentOf(page), links: linksOf(document, page) })),
    fonts: hashOfAll(document, ({ fonts }) => fonts),
    pictures: hashOfAll(document, ({ pictures }) => pictures),
    structure: structureOf(document),
    bookmarks: hashOf(document.outline.map((bookmark) => bookmarkOf(document, bookmark))),
    view: hashOf(viewOf(document)),
    date: dateOf(document.xmp) ?? '',
  };
}

const parts: Readonly<Record<Exclude<keyof Printed, 'pages' | 'date'>, string>> = {
  fonts: 'letters have other shapes, or mean others, than those that were printed',
  pictures: 'a picture is another than was printed',
  structure: 'the structure, with alternative texts and languages, is another than was printed',
  bookmarks: 'the bookmarks are others than were printed',
  view: 'viewers and printers are told otherwise than when it was printed',
};

/** Pages, letters, pictures, links and bookmarks are those that were printed: what was changed since is found out. */
export function checkPrinted(document: Document, { printed }: Pick<Expectation, 'printed'>): Check {
  if (printed === undefined) return notChecked('PRINTED_OTHER');
  const found = printedIn(document);
  const wrong: string[] = [];
  if (found.pages.length !== printed.pages.length)
    wrong.push(`${count(printed.pages.length, 'page')} were printed, and it has ${found.pages.length}`);
  found.pages.forEach(({ content, links }, i) => {
    const page = printed.pages[i];
    if (page === undefined) return;
    if (content !== page.content) wrong.push(`page ${i + 1} shows other things than were printed`);
    if (links !== page.links)
      wrong.push(`the links of page ${i + 1} lie, lead or are described otherwise than was printed`);
  });
  for (const [part, fault] of Object.entries(parts))
    if (found[part as keyof typeof parts] !== printed[part as keyof typeof parts]) wrong.push(fault);
  if (found.date !== printed.date)
    wrong.push(`it bears the date "${found.date}", and what was printed bears ${printed.date}`);
  return verdict(
    'PRINTED_OTHER',
    wrong,
    found.pages.length,
    `${count(found.pages.length, 'page')}, their letters, pictures, links and bookmarks are those that were printed.`,
  );
}

/** Of what all pages use, each once. */
function hashOfAll({ pages, kept }: Document, of: (content: Page['content']) => readonly string[]): string {
  const lists = pages.map(({ content }) => of(content));
  const make = () => hashOf([...new Set(lists.flat())]);
  return kept?.hashes.get(lists, make) ?? make();
}

function contentOf({ width, height, content: { pieces } }: Page): string {
  return hashOf([`${width} ${height}`, ...pieces.map(({ seal }) => seal)]);
}

function structureOf({ elements, foundOfTree }: Document): string {
  foundOfTree.hash ??= hashOf(elements.map(elementOf));
  return foundOfTree.hash;
}

/**
 * Of which element a link is, and to which it leads, is said by their places in reading order: numbers of objects may be
 * exchanged and leave all else as it was.
 */
function linksOf(document: Document, { annotations }: Page): string {
  return hashOf(
    annotations.map(({ left, top, right, bottom, lines, target, contents, structParent, element }) => {
      const owner = structParent === undefined ? undefined : document.parents.get(structParent);
      return [
        ...[left, top, right, bottom, lines.join(' '), target, contents, structParent],
        ...[placeOf(document, owner), placeOf(document, element)],
      ].join('\n');
    }),
  );
}

function bookmarkOf(document: Document, bookmark: Dictionary): string {
  const heading = bookmark.get('SE');
  const place = heading instanceof Reference ? placeOf(document, heading.number) : undefined;
  return `${saidAgain(document, bookmark)}\n${place}`;
}

/** The place of an element in reading order, by the number of its object. */
function placeOf({ elements, foundOfTree }: Document, number: unknown): number | undefined {
  foundOfTree.places ??= new Map(elements.map((element, i) => [element.number, i]));
  return typeof number === 'number' ? foundOfTree.places.get(number) : undefined;
}

/** What viewers are told, what they call the pages, and in which order they go through links. */
function viewOf(document: Document): string[] {
  const { file, catalog, places, preferences } = document;
  const pages = [...places.keys()].map((number) => file.objects[number] as Dictionary);
  return [
    saidAgain(document, preferences),
    [...catalog.keys()].join(' '),
    spelled(catalog.get('PageLabels') ?? null),
    pages.map((page) => spelled(page.get('Tabs') ?? null)).join(' '),
  ];
}

/** In reading order, so that the kinds of kids say the rest of the tree. */
function elementOf(element: Element): string {
  const { type, ownLang, alt, actualText, expansion, attributes, page, kids } = element;
  const own = kids.map((kid) =>
    kid.kind === 'element' ? 'e' : kid.kind === 'object' ? `o${kid.page}` : `${kid.page}.${kid.mcid}`,
  );
  const has = attributes === undefined ? '' : said(attributes);
  return [type, ownLang, alt, actualText, expansion, has, page, own.join(' ')].join('\n');
}

/** What an object says, also in the files after this one. */
function saidAgain({ file, kept }: Document, entries: Dictionary): string {
  if (kept === undefined || file.passing.has(entries)) return said(entries);
  let known = kept.said.get(entries);
  if (known === undefined) {
    known = said(entries);
    kept.said.set(entries, known);
  }
  return known;
}

/** A dictionary's entries as one string. */
function said(entries: Dictionary): string {
  return [...entries].map(([key, value]) => `${key} ${spelled(value)}`).join('\n');
}

function spelled(value: PdfObject): string {
  if (value instanceof Reference) return `${value.number} R`;
  if (value instanceof PdfString) return `(${value.bytes})`;
  if (value instanceof Map) return `<< ${said(value)} >>`;
  return Array.isArray(value) ? value.map(spelled).join(' ') : String(value);
}

/** Of parts one after the other: none can run over into the next. */
function hashOf(strings: readonly string[]): string {
  const all = strings.map((string) => `${string.length}\n${string}`).join('');
  return hash('sha256', all, 'hex').slice(0, 32);
}
