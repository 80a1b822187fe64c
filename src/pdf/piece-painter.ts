import { identity, type Matrix, mapRect, type Rect, union } from '../geometry/index.ts';
import type { Owner, TextItem } from '../paint/index.ts';
import { itemBounds } from './bounds.ts';
import type { ContentStream } from './content.ts';
import type { FontSet } from './font.ts';
import type { DeflatedPiece } from './joined-pieces.ts';
import { num } from './number.ts';
import { writePath } from './path.ts';
import { type ImageSet, writePicture } from './picture.ts';
import type { Frame, PaintedItem, Piece, Stretch } from './pieces.ts';
import type { Repeated } from './repeated.ts';
import type { Slot, Structure, StructureNode } from './structure.ts';
import { writeText } from './text.ts';

type Artifact = Extract<Owner, { kind: 'artifact' }>;
const layout: Artifact = { kind: 'artifact', type: 'Layout' };

/** What painting asks of a document. */
export interface Painting {
  readonly structure: Structure;
  /** Of what is repeated, by the index of its page. */
  readonly repeated: ReadonlyMap<number, Repeated>;
  readonly fonts: FontSet;
  readonly images: ImageSet;
  /** What was painted, deflated. */
  readonly deflate: (bytes: Uint8Array) => DeflatedPiece;
}

/** Takes note of what painting does to the structure. */
export interface Notes {
  /** A marked-content sequence of a structure element begins, on the page of that place in reading order; gives its MCID. */
  begin(slot: Slot, index: number, order: number): number;
  /** The sequence begun last holds nothing. */
  takeBack(slot: Slot): void;
  /** A structure element shows an item, which takes up `rect` of the sheet (y up). */
  shows(node: StructureNode, item: PaintedItem, rect: () => Rect): void;
}

/** From y down to y up. */
export function flip(rect: Rect, height: number): Rect {
  return { ...rect, y: height - rect.y - rect.height };
}

/** The marked-content sequence that is open. */
type Open =
  | {
      readonly kind: 'artifact';
      readonly owner: Artifact;
      /** The text that it says, of a copy: each text of it is an artifact of its own. */
      paragraph: object | undefined;
    }
  | {
      readonly kind: 'content';
      readonly slot: Slot;
      index: number;
      /** Length of the stream before the sequence was begun, and after. */
      readonly before: number;
      readonly start: number;
    };

/** Paints one piece of a sheet of `height` pt: every painting operator inside exactly one marked-content sequence. */
export function paintPiece(
  content: ContentStream,
  piece: Piece,
  painting: Painting,
  notes: Notes,
  height: number,
): void {
  const painter = new PiecePainter(content, painting, notes, height);
  for (const stretch of piece.stretches) painter.paint(stretch);
  painter.end();
}

class PiecePainter {
  readonly #content: ContentStream;
  readonly #painting: Painting;
  readonly #notes: Notes;
  readonly #height: number;
  #open: Open | undefined;
  #frames: readonly Frame[] = [];
  #toSheet: Matrix = identity;
  #copy = false;
  #order = 0;

  constructor(content: ContentStream, painting: Painting, notes: Notes, height: number) {
    this.#content = content;
    this.#painting = painting;
    this.#notes = notes;
    this.#height = height;
  }

  paint({ frames, items, copy, order }: Stretch): void {
    this.#enter(frames);
    this.#copy = copy;
    this.#order = order;
    items.forEach((item, i) => {
      this.#mark(item, items, i);
      if (item.kind === 'path') writePath(this.#content, item);
      else if (item.kind === 'text') this.#text(item);
      else writePicture(this.#content, this.#painting.images, item);
    });
  }

  end(): void {
    this.#enter([]);
  }

  /** Leaves the frames that do not hold what comes, and enters those that do. */
  #enter(frames: readonly Frame[]): void {
    let shared = 0;
    while (shared < frames.length && frames[shared] === this.#frames[shared]) shared++;
    if (shared === frames.length && shared === this.#frames.length) return;
    this.#close();
    for (let i = this.#frames.length; i > shared; i--) this.#content.restore();
    for (const { matrix, clip } of frames.slice(shared)) {
      this.#content.save();
      if (matrix.some((value, i) => value !== identity[i])) this.#content.transform(matrix);
      if (clip !== undefined) this.#content.clip(clip);
    }
    this.#frames = frames;
    this.#toSheet = frames.at(-1)?.toSheet ?? identity;
  }

  #text(item: TextItem): void {
    writeText(this.#content, this.#painting.fonts, item, (write) => this.#aside(write));
  }

  /** Leaves the sequence that is open, writes an artifact, and goes on where it was. */
  #aside(write: () => void): void {
    const open = this.#open;
    if (open?.kind !== 'content') {
      write();
      return;
    }
    this.#close();
    this.#content.write('/Artifact BMC\n');
    write();
    this.#content.write('EMC\n');
    this.#begin(open.slot, open.index);
  }

  /** Begins a sequence of a structure element. */
  #begin(slot: Slot, index: number): void {
    const before = this.#content.length;
    const id = this.#notes.begin(slot, index, this.#order);
    this.#content.write(`/${slot.node.type} <</MCID ${id}>> BDC\n`);
    this.#open = { kind: 'content', slot, index, before, start: this.#content.length };
  }

  /** Sees to it that the sequence that is open is the one that the item belongs to. */
  #mark(item: PaintedItem, items: readonly PaintedItem[], at: number): void {
    const { owner } = item;
    const slot = this.#slot(owner);
    if (slot === undefined || owner.kind === 'artifact') {
      const artifact = owner.kind === 'artifact' ? owner : layout;
      const paragraph = this.#copy && item.kind === 'text' ? item.paragraph : undefined;
      if (this.#open?.kind === 'artifact' && sameArtifact(this.#open.owner, artifact)) {
        const { paragraph: open } = this.#open;
        if (paragraph === undefined || open === undefined || open === paragraph) {
          this.#open.paragraph ??= paragraph;
          return;
        }
      }
      this.#close();
      this.#open = { kind: 'artifact', owner: artifact, paragraph };
      this.#content.write(this.#artifactStart(artifact, items, at));
      return;
    }
    const index = owner.kind === 'content' ? owner.node.index : owner.element.index;
    this.#notes.shows(slot.node, item, () => this.#onSheet(itemBounds(item)));
    if (this.#open?.kind === 'content' && this.#open.slot === slot && this.#open.index <= index) {
      this.#open.index = index;
      return;
    }
    this.#close();
    this.#begin(slot, index);
  }

  #slot(owner: Owner): Slot | undefined {
    if (this.#copy || owner.kind === 'artifact') return undefined;
    const { slots, markers } = this.#painting.structure;
    if (owner.kind === 'marker') return markers.get(owner.element);
    if (owner.page !== undefined) return this.#painting.repeated.get(owner.page)?.slots.get(owner.node);
    return slots.get(owner.node);
  }

  #onSheet(rect: Rect): Rect {
    return flip(mapRect(this.#toSheet, rect), this.#height);
  }

  /** A pagination artifact says what it is and where (ISO 32000-1 14.8.2.2.2); the others only their type. */
  #artifactStart(artifact: Artifact, items: readonly PaintedItem[], at: number): string {
    if (artifact.type !== 'Pagination') return `/Artifact <</Type /${artifact.type}>> BDC\n`;
    let bounds: Rect | undefined;
    for (const item of items.slice(at)) {
      if (item.owner.kind !== 'artifact' || !sameArtifact(item.owner, artifact)) break;
      bounds = bounds === undefined ? itemBounds(item) : union(bounds, itemBounds(item));
    }
    const subtype = artifact.subtype === undefined ? '' : ` /Subtype /${artifact.subtype}`;
    let box = '';
    if (bounds !== undefined) {
      const { x, y, width, height } = this.#onSheet(bounds);
      box = ` /BBox [${num(x)} ${num(y)} ${num(x + width)} ${num(y + height)}]`;
    }
    return `/Artifact <</Type /Pagination${subtype}${box}>> BDC\n`;
  }

  /** Ends the sequence that is open; one that holds nothing is taken back. */
  #close(): void {
    const open = this.#open;
    if (open?.kind === 'content' && open.start === this.#content.length) {
      this.#content.truncate(open.before);
      this.#notes.takeBack(open.slot);
    } else if (open !== undefined) this.#content.write('EMC\n');
    this.#open = undefined;
  }
}

function sameArtifact(a: Artifact, b: Artifact): boolean {
  // Two cells of a table's repeated head are not one text, nor are what a band says and the number of its page.
  if (a.type === 'Pagination' && a !== b) return false;
  return a.type === b.type && a.subtype === b.subtype;
}
