import type { DocumentElement } from '../document/index.ts';
import { mapPoint, mapRect, type Rect, union } from '../geometry/index.ts';
import { matrixOf, type Sheet } from '../imposition/index.ts';
import type { DisplayList, LinkArea } from '../paint/index.ts';
import { ContentStream } from './content.ts';
import type { Again, PdfContent, PdfFile } from './file.ts';
import { type DeflatedPiece, deflateOnce, joinPieces } from './joined-pieces.ts';
import { num } from './number.ts';
import type { PdfReference } from './pdfkit.ts';
import { flip, type Notes, type Painting, paintPiece } from './piece-painter.ts';
import type { Piece } from './pieces.ts';
import type { MarkedContent, StructureNode } from './structure.ts';
import type { ShownNumbers } from './text-string.ts';
import type { PdfInput } from './types.ts';

/** What is written: the input, its sheets cut into pieces. */
export interface PdfJob extends PdfInput {
  readonly pieces: readonly (readonly Piece[])[];
  /** The numbers, as texts beside the pages show them. */
  readonly shown: ShownNumbers;
}

/** Where something begins, in a page's own space (y up). */
export interface Destination {
  readonly page: PdfReference;
  readonly x: number;
  readonly y: number;
}

/** A link area in its page's own space (y up). */
export interface PlacedLink {
  readonly area: LinkArea;
  /** The same area of another input. */
  readonly now: (input: PdfInput) => LinkArea;
  readonly page: PdfReference;
  readonly rect: Rect;
  readonly lines: readonly Rect[];
}

export interface WrittenSheet {
  readonly page: PdfReference;
  readonly contents: PdfReference;
  /** The structure element of each MCID. */
  readonly parents: readonly StructureNode[];
}

/** Stands between pieces. No text has it: a code of these letters would be beyond those of any font. */
const next = '% next\n';

/** A piece as it was written, and the marked-content identifiers of its sequences. */
interface WrittenPiece {
  /** Its place among the pieces of the sheet. */
  readonly at: number;
  /** Another stands before it in the stream. */
  readonly follows: boolean;
  readonly piece: Piece;
  readonly deflated: DeflatedPiece;
  readonly ids: { readonly first: number; readonly end: number };
}

const streamOf = (pieces: readonly DeflatedPiece[]): PdfContent => ({
  dictionary: { Filter: 'FlateDecode' },
  bytes: joinPieces(pieces),
});

/** What is painted on sheets, and with what. */
export interface Layer {
  readonly painting: Painting;
  readonly job: PdfJob;
}

/** Writes the content of a sheet: pieces that each begin and end in the graphics state that pages begin in. */
export function writeSheet(
  file: PdfFile<PdfJob>,
  layers: readonly Layer[],
  sheet: number,
  { contents, page }: Pick<WrittenSheet, 'contents' | 'page'>,
): WrittenSheet {
  const { height } = layers[0]!.job.imposed.sheets[sheet]!;
  const parents: StructureNode[] = [];
  const notes = sheetNotes(page, parents);
  const content = new ContentStream();
  const written: WrittenPiece[] = [];
  for (const { painting, job } of layers)
    job.pieces[sheet]!.forEach((piece, at) => {
      const first = parents.length;
      content.clear();
      const follows = written.length > 0;
      if (follows) content.write(next);
      const { length } = content;
      paintPiece(content, piece, painting, notes, height);
      if (content.length === length && !piece.varies) return;
      written.push({
        at,
        follows,
        piece,
        deflated: piece.varies ? deflateOnce(content.view()) : painting.deflate(content.view()),
        ids: { first, end: parents.length },
      });
    });
  const [{ painting }] = layers as [Layer];
  const again: Again<PdfJob> = (now) => {
    // Of several layers nothing is written again.
    if (layers.length > 1) return undefined;
    const deflated: DeflatedPiece[] = [];
    for (const before of written) {
      const piece = repainted(content, now.pieces[sheet]![before.at]!, before, painting, height);
      if (piece === undefined) return undefined;
      deflated.push(piece);
    }
    return written.every((before, i) => before.deflated === deflated[i]) ? 'same' : streamOf(deflated);
  };
  file.varying(streamOf(written.map(({ deflated }) => deflated)), again, contents);
  return { page, contents, parents };
}

/** A piece with another number: the sequences of the structure are those of the first one, or it cannot be told. */
function repainted(
  content: ContentStream,
  piece: Piece,
  { follows, piece: before, deflated, ids }: WrittenPiece,
  painting: Painting,
  height: number,
): DeflatedPiece | undefined {
  if (!before.varies || piece.stretches[0]!.items[0] === before.stretches[0]!.items[0]) return deflated;
  content.clear();
  if (follows) content.write(next);
  const symbols = painting.fonts.symbols;
  let id = ids.first;
  const notes: Notes = {
    begin: () => id++,
    takeBack: () => {
      id--;
    },
    shows: () => {},
  };
  paintPiece(content, piece, painting, notes, height);
  return id === ids.end && painting.fonts.symbols === symbols ? deflateOnce(content.view()) : undefined;
}

/** Notes what the structure must say of a sheet: whose its sequences are, where a Figure is, the text of a label. */
function sheetNotes(page: PdfReference, parents: StructureNode[]): Notes {
  return {
    begin: (slot, index, order) => {
      const marked: MarkedContent = { page, id: parents.length, index, order };
      slot.contents.push(marked);
      parents.push(slot.node);
      return marked.id;
    },
    takeBack: (slot) => {
      slot.contents.pop();
      parents.pop();
    },
    shows: (node, item, rect) => {
      if (node.type === 'Lbl' && item.kind === 'text')
        node.label = (node.label ?? '') + item.paragraph.text.slice(item.start, item.end);
      if (node.type !== 'Figure' || (node.box !== undefined && node.box.page !== page)) return;
      node.box = { page, rect: node.box === undefined ? rect() : union(node.box.rect, rect()) };
    },
  };
}

/** The link areas of sheets, and where elements begin on them: of pages that are placed again, by the first place. */
export function placesOn(
  sheets: readonly Sheet[],
  pages: readonly PdfReference[],
): { readonly links: readonly PlacedLink[]; readonly places: ReadonlyMap<DocumentElement, Destination> } {
  const seen = new Set<DisplayList>();
  const links: PlacedLink[] = [];
  const places = new Map<DocumentElement, Destination>();
  sheets.forEach(({ placements, height }, s) => {
    const page = pages[s]!;
    placements.forEach((placement, p) => {
      const list = placement.page;
      if (seen.has(list)) return;
      seen.add(list);
      const matrix = matrixOf(placement);
      list.links.forEach((area, i) => {
        const now = ({ imposed }: PdfInput) => imposed.sheets[s]!.placements[p]!.page.links[i]!;
        const onSheet = (rect: Rect): Rect => flip(mapRect(matrix, rect), height);
        links.push({ area, now, page, rect: onSheet(area.rect), lines: area.lines.map(onSheet) });
      });
      for (const place of list.places) {
        if (places.has(place.element)) continue;
        const point = mapPoint(matrix, place.x, place.y);
        places.set(place.element, { page, x: point.x, y: height - point.y });
      }
    });
  });
  return { links, places };
}

/** Writes the dictionary of a page (ISO 32000-1 7.7.3.3). */
export function writePage(
  file: PdfFile<PdfJob>,
  { page, contents }: WrittenSheet,
  { width, height }: Sheet,
  { parent, resources, key, annotations }: PageEntries,
): void {
  const box = [0, 0, num(width), num(height)];
  file.fill(page, {
    Type: 'Page',
    Parent: parent,
    MediaBox: box,
    TrimBox: box,
    Contents: contents,
    Resources: resources,
    StructParents: key,
    Tabs: 'S', // ISO 14289-1 7.18.3
    Annots: annotations.length === 0 ? undefined : annotations,
  });
}

interface PageEntries {
  readonly parent: PdfReference;
  readonly resources: PdfReference;
  /** In the parent tree. */
  readonly key: number;
  readonly annotations: readonly PdfReference[];
}
