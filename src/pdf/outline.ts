import {
  type DocumentElement,
  type DocumentText,
  goesOnInHeading,
  type HtmlDocument,
  headingLevel,
  type Wording,
  walk,
} from '../document/index.ts';
import type { Again, PdfFile } from './file.ts';
import { explicitDestination } from './link.ts';
import type { Destination, PdfJob } from './page.ts';
import type { PdfDictionary, PdfReference, PdfText } from './pdfkit.ts';
import type { StructureNode } from './structure.ts';
import type { TargetSet } from './target.ts';
import { orderedText, type ShownNumbers } from './text-string.ts';

interface Bookmark {
  readonly heading: DocumentElement;
  readonly level: number;
  readonly destination: Destination;
  readonly children: Bookmark[];
}

/** The deepest headings that have bookmarks. */
const deepest = 3;

/** Writes the document outline (ISO 32000-1 12.3.3): a bookmark for each heading of level 1 to 3. Undefined when there is none. */
export function writeOutline(
  file: PdfFile<PdfJob>,
  document: HtmlDocument,
  targets: TargetSet,
  numbers: ShownNumbers,
): PdfReference | undefined {
  const { top, count } = bookmarksOf(document, targets);
  if (count === 0) return undefined;
  const root = file.reserve();
  const said = { wording: document.wording, numbers };
  const { First, Last } = writeLevel(file, said, top, root, targets);
  file.fill(root, { Type: 'Outlines', First, Last, Count: count });
  return root;
}

/** What the outline of a bundle says of a piece. */
export interface OutlinedPiece {
  readonly label: string;
  /** Where its first page begins. */
  readonly destination: Destination;
  readonly document: HtmlDocument;
  readonly root: StructureNode;
  readonly targets: TargetSet;
  readonly numbers: ShownNumbers;
}

/** Writes the outline of a bundle: a bookmark for each piece, closed over its own ones. */
export function writeBundleOutline(file: PdfFile<PdfJob>, pieces: readonly OutlinedPiece[]): PdfReference {
  const root = file.reserve();
  const references = pieces.map(() => file.reserve());
  pieces.forEach(({ label, destination, document, root: part, targets, numbers }, i) => {
    const { top, count } = bookmarksOf(document, targets);
    const said = { wording: document.wording, numbers };
    file.fill(references[i]!, {
      Title: orderedText(label, numbers),
      Parent: root,
      Prev: references[i - 1],
      Next: references[i + 1],
      ...(count === 0 ? {} : writeLevel(file, said, top, references[i]!, targets)),
      // Negative: closed (12.3.3), so that the pieces are seen at once.
      Count: count === 0 ? undefined : -count,
      Dest: explicitDestination(destination),
      SE: targets.reference(part),
    });
  });
  file.fill(root, {
    Type: 'Outlines',
    First: references[0],
    Last: references.at(-1),
    Count: references.length,
  });
  return root;
}

/** The bookmarks of a document: the topmost, and how many there are in all. */
function bookmarksOf(
  document: HtmlDocument,
  targets: TargetSet,
): { readonly top: readonly Bookmark[]; readonly count: number } {
  const top: Bookmark[] = [];
  const open: Bookmark[] = [];
  let count = 0;
  const visit = (element: DocumentElement): void => {
    const level = headingLevel(element);
    const destination = level === undefined ? undefined : targets.place(element);
    if (level === undefined || level > deepest || destination === undefined) {
      for (const child of element.children) if (child.kind === 'element') visit(child);
      return;
    }
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    const bookmark = { heading: element, level, destination, children: [] };
    (open.at(-1)?.children ?? top).push(bookmark);
    open.push(bookmark);
    count++;
  };
  visit(document.body);
  return { top, count };
}

function writeLevel(
  file: PdfFile<PdfJob>,
  said: { readonly wording: Wording; readonly numbers: ShownNumbers },
  bookmarks: readonly Bookmark[],
  parent: PdfReference,
  targets: TargetSet,
): { First: PdfReference; Last: PdfReference } {
  const references = bookmarks.map(() => file.reserve());
  bookmarks.forEach((bookmark, i) => {
    const reference = references[i]!;
    const below =
      bookmark.children.length === 0 ? {} : writeLevel(file, said, bookmark.children, reference, targets);
    const dictionary = (title: PdfText): PdfDictionary => ({
      Title: title,
      Parent: parent,
      Prev: references[i - 1],
      Next: references[i + 1],
      ...below,
      Count: bookmark.children.length === 0 ? undefined : descendants(bookmark),
      Dest: explicitDestination(bookmark.destination),
      SE: targets.element(bookmark.heading),
    });
    const { varies, titleIn } = titleOf(bookmark.heading, said.wording);
    const title = titleIn(said.wording);
    const written = { dictionary: dictionary(orderedText(title, said.numbers)) };
    if (!varies) {
      file.fill(reference, written.dictionary);
      return;
    }
    const again: Again<PdfJob> = ({ document, shown }) => {
      const now = titleIn(document.wording);
      return now === title ? 'same' : { dictionary: dictionary(orderedText(now, shown)) };
    };
    file.varying(written, again, reference);
  });
  return { First: references[0]!, Last: references.at(-1)! };
}

function descendants(bookmark: Bookmark): number {
  return bookmark.children.reduce((sum, child) => sum + 1 + descendants(child), 0);
}

/**
 * What a bookmark says: its heading, and the number that it leads to. A heading without a number, as it is in `wording`, says
 * the same whatever the numbers are.
 */
function titleOf(
  heading: DocumentElement,
  wording: Wording,
): { readonly varies: boolean; readonly titleIn: (wording: Wording) => string } {
  const number = numberUnder(heading);
  const isNumbered = walk(heading).some((node) => node.kind === 'text' && node.number !== undefined);
  const text = textOf(heading, wording);
  return {
    varies: isNumbered || number !== undefined,
    titleIn: (now) => {
      const own = isNumbered ? textOf(heading, now) : text;
      return number === undefined ? own : `${own}: ${now.text(number)}`;
    },
  };
}

/** The helpline's number in the `aside` that a heading opens: who comes by the bookmark wants that. */
function numberUnder(heading: DocumentElement): DocumentText | undefined {
  let aside = heading.parent;
  while (aside !== undefined && aside.name !== 'aside') aside = aside.parent;
  if (aside === undefined) return undefined;
  for (const node of walk(aside))
    if (node.index > heading.index && node.kind === 'text' && node.number !== undefined) return node;
  return undefined;
}

/** Text of a heading on one line; a label (a numeral set as an element of its own) is a word by itself. */
function textOf(element: DocumentElement, wording: Wording): string {
  const collect = (node: DocumentElement): string =>
    node.children
      .map((child) => {
        if (child.kind === 'text') return wording.text(child);
        if (child.name === 'br') return ' ';
        return 'data-label' in child.attributes || goesOnInHeading(child)
          ? ` ${collect(child)} `
          : collect(child);
      })
      .join('');
  return collect(element)
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/[ \t\n\f\r]+/g, ' ')
    .trim();
}
