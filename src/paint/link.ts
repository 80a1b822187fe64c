import {
  asWritten,
  type DocumentElement,
  type DocumentNode,
  headingLevel,
  type Wording,
  walk,
} from '../document/index.ts';
import { boundsOf, cornersOf, type Rect, union } from '../geometry/index.ts';
import type { Fragment, LineFragment, LinePiece } from '../layout/index.ts';
import { extentOf, isAlive, linkOf, runsOf } from './line.ts';
import { rectToPage, type Turn } from './turn.ts';
import type { LinkArea } from './types.ts';
import { walkContent, walkRunning } from './walk.ts';

/**
 * The active areas of the page with this index, links in document order: one for each link, with its lines and pictures.
 * Of what is repeated on each page the numbers, after all others.
 */
export function linkAreas(fragments: readonly Fragment[], page: number): LinkArea[] {
  const areas = new Map<DocumentElement, Rect[]>();
  const add = (link: DocumentElement | undefined, rect: Rect, turns: readonly Turn[]): void => {
    if (link === undefined || rect.width <= 0 || rect.height <= 0) return;
    const rects = areas.get(link) ?? [];
    rects.push(rectToPage(rect, turns));
    areas.set(link, rects);
  };
  walkContent(fragments, (fragment, turns) => {
    if (fragment.kind === 'picture') add(linkOf(fragment.element), fragment.rect, turns);
    if (fragment.kind === 'line')
      for (const [link, rect] of lineAreas(fragment, () => true)) add(link, rect, turns);
  });
  const own = areasOf(areas);
  areas.clear();
  walkRunning(fragments, (fragment, turns) => {
    if (fragment.kind === 'line')
      for (const [link, rect] of lineAreas(fragment, isAlive)) add(link, rect, turns);
  });
  return [...own, ...areasOf(areas).map((area) => ({ ...area, page }))];
}

function areasOf(rects: ReadonlyMap<DocumentElement, readonly Rect[]>): LinkArea[] {
  return [...rects]
    .sort(([a], [b]) => a.index - b.index)
    .map(([element, lines]) => {
      const heading = headingAt(element);
      return {
        element,
        ...(heading === undefined ? {} : { heading }),
        varies: saysNumber(element) || (heading !== undefined && saysNumber(heading)),
        ...saidBy(element, heading, asWritten),
        rect: lines.reduce(union),
        lines,
      };
    });
}

/** The rectangles of a line's links: all pieces of a link together. */
function lineAreas(line: LineFragment, isMeant: (piece: LinePiece) => boolean): Map<DocumentElement, Rect> {
  const rects = new Map<DocumentElement, Rect>();
  for (const piece of line.pieces) {
    const link = isMeant(piece) ? linkOf(piece.element) : undefined;
    const runs = runsOf(line, piece);
    if (link === undefined || runs.length === 0) continue;
    const rect = extentOf(line, runs);
    const before = rects.get(link);
    rects.set(link, before === undefined ? rect : boundsOf([...cornersOf(before), ...cornersOf(rect)]));
  }
  return rects;
}

/** The same area with what its link says in another wording. */
export function rewordLink(area: LinkArea, wording: Wording): LinkArea {
  return { ...area, ...saidBy(area.element, area.heading, wording) };
}

/**
 * Where a link leads, and what it does, in words: its `title`, if it holds what is seen ("Call 800-315-1376"), else its text,
 * and the heading that it leads to: "See the back" is a place on paper. Who says aloud what he sees must be understood
 * (WCAG 2.2, 1.3.3 and 2.5.3).
 */
function saidBy(
  link: DocumentElement,
  at: DocumentElement | undefined,
  wording: Wording,
): Pick<LinkArea, 'href' | 'description'> {
  const href = wording.attribute(link, 'href')!;
  const seen = evenly(textOf(link, wording));
  const title = evenly(wording.attribute(link, 'title') ?? '');
  const said = title.includes(seen) || (title !== '' && isDivided(link)) ? title : seen;
  const heading = at === undefined ? '' : evenly(textOf(at, wording));
  const isNamed = said.includes(heading) || heading.includes(said);
  return { href, description: isNamed ? said : `${said} – ${heading}` };
}

/** Whether something that is read of an element is a helpline's number. */
function saysNumber(element: DocumentElement): boolean {
  for (const node of walk(element))
    if (node.kind === 'text' ? node.number !== undefined : node.numbers !== undefined) return true;
  return false;
}

/** The first heading of what a link within the document leads to: no number decides where. */
function headingAt(link: DocumentElement): DocumentElement | undefined {
  const href = link.attributes.href!;
  if (!href.startsWith('#')) return undefined;
  let root = link;
  while (root.parent !== undefined) root = root.parent;
  const id = href.slice(1);
  const heading = (element: DocumentElement) => (headingLevel(element) === undefined ? undefined : element);
  return firstOf(root, (target) => (target.id === id ? firstOf(target, heading) : undefined));
}

/** What is first found in an element or one below it, in document order. */
function firstOf(
  element: DocumentElement,
  find: (element: DocumentElement) => DocumentElement | undefined,
): DocumentElement | undefined {
  let found = find(element);
  for (const child of element.children) {
    if (found !== undefined) return found;
    if (child.kind === 'element') found = firstOf(child, find);
  }
  return found;
}

/** Whether a number within a link divides it: its parts are no words by themselves. */
function isDivided({ attributes, parent }: DocumentElement): boolean {
  const parts = (parent?.children ?? []).filter(
    (child) =>
      child.kind === 'element' &&
      child.name === 'a' &&
      child.attributes.href === attributes.href &&
      child.attributes.title === attributes.title,
  );
  return parts.length > 1;
}

const evenly = (text: string) => text.replace(/\s+/g, ' ').trim();

function textOf(node: DocumentNode, wording: Wording): string {
  if (node.kind === 'text') return wording.text(node);
  if (node.name === 'img') return ` ${wording.attribute(node, 'alt') ?? ''} `;
  if (node.name === 'br') return ' ';
  return node.children.map((child) => textOf(child, wording)).join('');
}
