import type { DocumentElement } from '../document/index.ts';
import {
  identity,
  type Matrix,
  mapPoint,
  mapRect,
  multiply,
  placed,
  type Rect,
  rotation,
  union,
} from '../geometry/index.ts';
import type { Sheet } from '../imposition/index.ts';
import type { DisplayItem, DisplayList, LinkArea, Owner, TextItem } from '../paint/index.ts';
import { itemBounds } from './bounds.ts';
import { ContentStream } from './content.ts';
import type { FontSet } from './font.ts';
import { num } from './number.ts';
import { writePath } from './path.ts';
import type { PdfFile, PdfPage, PdfReference } from './pdfkit.ts';
import { type ImageSet, writePicture } from './picture.ts';
import type { MarkedContent, Slot, Structure, StructureNode } from './structure.ts';
import { writeText } from './text.ts';

/** Where something begins, in a page's own space (y up). */
export interface Destination {
  readonly page: PdfReference;
  readonly x: number;
  readonly y: number;
}

/** A link area in its page's own space (y up). */
export interface PlacedLink {
  readonly area: LinkArea;
  readonly page: PdfPage;
  readonly rect: Rect;
}

/** What the pages of one document share, and what painting them finds out. */
export interface PaintContext {
  readonly file: PdfFile;
  readonly structure: Structure;
  readonly fonts: FontSet;
  readonly images: ImageSet;
  /** Display lists painted so far: a page that is placed again is a copy, and an artifact. */
  readonly painted: Set<DisplayList>;
  readonly links: PlacedLink[];
  readonly places: Map<DocumentElement, Destination>;
}

export interface PaintedSheet {
  readonly page: PdfPage;
  /** The structure element of each MCID. */
  readonly parents: readonly StructureNode[];
}

type Artifact = Extract<Owner, { kind: 'artifact' }>;
const layout: Artifact = { kind: 'artifact', type: 'Layout' };

/** Paints a sheet as one page: every painting operator inside exactly one marked-content sequence. */
export function paintSheet(context: PaintContext, sheet: Sheet): PaintedSheet {
  const { width, height } = sheet;
  const page = context.file.page(width, height);
  page.set({ TrimBox: [0, 0, num(width), num(height)] });
  const painter = new SheetPainter(context, page, height);
  for (const { page: list, x, y, rotate, clip } of sheet.placements) {
    const matrix = placed(rotate, x, y, list.width, list.height);
    painter.place(list, matrix, clip);
    if (context.painted.has(list)) continue;
    context.painted.add(list);
    for (const area of list.links) {
      context.links.push({ area, page, rect: flip(mapRect(matrix, area.rect), height) });
    }
    for (const place of list.places) {
      if (context.places.has(place.element)) continue;
      const point = mapPoint(matrix, place.x, place.y);
      context.places.set(place.element, { page: page.reference, x: point.x, y: height - point.y });
    }
  }
  painter.marks(sheet.marks);
  page.write(painter.content.view());
  return { page, parents: painter.parents };
}

/** From y down to y up. */
function flip(rect: Rect, height: number): Rect {
  return { ...rect, y: height - rect.y - rect.height };
}

/** The marked-content sequence that is open. */
type Open =
  | { readonly kind: 'artifact'; readonly owner: Artifact }
  | {
      readonly kind: 'content';
      readonly slot: Slot;
      index: number;
      /** Length of the stream before the sequence was begun, and after. */
      readonly before: number;
      readonly start: number;
    };

class SheetPainter {
  readonly content = new ContentStream();
  readonly parents: StructureNode[] = [];
  readonly #context: PaintContext;
  readonly #page: PdfPage;
  readonly #height: number;
  #open: Open | undefined;
  /** From the coordinates of the items at hand to the sheet's, y down. */
  #matrix: Matrix = identity;
  /** True while a further copy of a page is painted. */
  #copy = false;

  constructor(context: PaintContext, page: PdfPage, height: number) {
    this.#context = context;
    this.#page = page;
    this.#height = height;
  }

  place(list: DisplayList, matrix: Matrix, clip: boolean): void {
    this.#copy = this.#context.painted.has(list);
    const box = clip ? { x: 0, y: 0, width: list.width, height: list.height } : undefined;
    this.#within(matrix, list.items, box);
    this.#copy = false;
  }

  /** Paints fold and crop marks. */
  marks(items: readonly DisplayItem[]): void {
    this.#items(items);
    this.#close();
  }

  #within(matrix: Matrix, items: readonly DisplayItem[], clip?: Rect): void {
    this.#close();
    const before = this.#matrix;
    this.#matrix = multiply(before, matrix);
    this.content.save();
    if (matrix.some((value, i) => value !== identity[i])) this.content.transform(matrix);
    if (clip !== undefined) this.content.clip(clip);
    this.#items(items);
    this.#close();
    this.content.restore();
    this.#matrix = before;
  }

  #items(items: readonly DisplayItem[]): void {
    items.forEach((item, i) => {
      if (item.kind === 'group') {
        this.#within(rotation(item.rotate, item.x, item.y), item.items);
        return;
      }
      this.#mark(item, items, i);
      if (item.kind === 'path') writePath(this.content, item);
      else if (item.kind === 'text') this.#text(item);
      else writePicture(this.content, this.#context.images, item);
    });
  }

  #text(item: TextItem): void {
    writeText(this.content, this.#context.fonts, item, (write) => this.#aside(write));
  }

  /** Leaves the sequence that is open, writes an artifact, and goes on where it was. */
  #aside(write: () => void): void {
    const open = this.#open;
    if (open?.kind !== 'content') {
      write();
      return;
    }
    this.#close();
    this.content.write('/Artifact BMC\n');
    write();
    this.content.write('EMC\n');
    this.#begin(open.slot, open.index);
  }

  /** Begins a sequence of a structure element. */
  #begin(slot: Slot, index: number): void {
    const before = this.content.length;
    const marked: MarkedContent = { page: this.#page.reference, id: this.parents.length, index };
    slot.contents.push(marked);
    this.parents.push(slot.node);
    this.content.write(`/${slot.node.type} <</MCID ${marked.id}>> BDC\n`);
    this.#open = { kind: 'content', slot, index, before, start: this.content.length };
  }

  /** Sees to it that the sequence that is open is the one that the item belongs to. */
  #mark(item: Exclude<DisplayItem, { kind: 'group' }>, items: readonly DisplayItem[], at: number): void {
    const { owner } = item;
    const slot = this.#slot(owner);
    if (slot === undefined || owner.kind === 'artifact') {
      const artifact = owner.kind === 'artifact' ? owner : layout;
      if (this.#open?.kind === 'artifact' && sameArtifact(this.#open.owner, artifact)) return;
      this.#close();
      this.#open = { kind: 'artifact', owner: artifact };
      this.content.write(this.#artifactStart(artifact, items, at));
      return;
    }
    const index = owner.kind === 'content' ? owner.node.index : owner.element.index;
    this.#describe(slot.node, item);
    if (this.#open?.kind === 'content' && this.#open.slot === slot && this.#open.index <= index) {
      this.#open.index = index;
      return;
    }
    this.#close();
    this.#begin(slot, index);
  }

  #slot(owner: Owner): Slot | undefined {
    if (this.#copy || owner.kind === 'artifact') return undefined;
    const { slots, markers } = this.#context.structure;
    return owner.kind === 'content' ? slots.get(owner.node) : markers.get(owner.element);
  }

  /** Notes what the structure element must say of the item: the place of a Figure, the text of a label. */
  #describe(node: StructureNode, item: Exclude<DisplayItem, { kind: 'group' }>): void {
    if (node.type === 'Lbl' && item.kind === 'text') {
      node.label = (node.label ?? '') + item.paragraph.text.slice(item.start, item.end);
    }
    if (node.type !== 'Figure') return;
    const page = this.#page.reference;
    if (node.box !== undefined && node.box.page !== page) return;
    const rect = flip(mapRect(this.#matrix, itemBounds(item)), this.#height);
    node.box = { page, rect: node.box === undefined ? rect : union(node.box.rect, rect) };
  }

  /** A pagination artifact says what it is and where (ISO 32000-1 14.8.2.2.2); the others only their type. */
  #artifactStart(artifact: Artifact, items: readonly DisplayItem[], at: number): string {
    if (artifact.type !== 'Pagination') return `/Artifact <</Type /${artifact.type}>> BDC\n`;
    let bounds: Rect | undefined;
    for (const item of items.slice(at)) {
      if (item.kind === 'group' || item.owner.kind !== 'artifact') break;
      if (!sameArtifact(item.owner, artifact)) break;
      bounds = bounds === undefined ? itemBounds(item) : union(bounds, itemBounds(item));
    }
    const subtype = artifact.subtype === undefined ? '' : ` /Subtype /${artifact.subtype}`;
    let box = '';
    if (bounds !== undefined) {
      const { x, y, width, height } = flip(mapRect(this.#matrix, bounds), this.#height);
      box = ` /BBox [${num(x)} ${num(y)} ${num(x + width)} ${num(y + height)}]`;
    }
    return `/Artifact <</Type /Pagination${subtype}${box}>> BDC\n`;
  }

  /** Ends the sequence that is open; one that holds nothing is taken back. */
  #close(): void {
    const open = this.#open;
    if (open?.kind === 'content' && open.start === this.content.length) {
      this.content.truncate(open.before);
      open.slot.contents.pop();
      this.parents.pop();
    } else if (open !== undefined) this.content.write('EMC\n');
    this.#open = undefined;
  }
}

function sameArtifact(a: Artifact, b: Artifact): boolean {
  return a.type === b.type && a.subtype === b.subtype;
}
