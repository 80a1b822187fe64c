import { createHash } from 'node:crypto';
import type { PdfFile } from '../file/file.ts';
import type { PdfStream } from '../file/object.ts';
import type { Group, Look, Painted, Piece } from './page-content.ts';
import { nameOf } from './samples.ts';

const kinds: readonly Painted['kind'][] = ['fill', 'stroke', 'picture'];

/** Names what is painted: two of the same name paint the same picture, whatever stands about it in the file. */
export class DrawingKeys {
  readonly #images = new WeakMap<PdfStream, string>();

  /** All that a piece paints beside text. */
  ofPiece(file: PdfFile, piece: Piece): string {
    piece.found.drawing ??= this.of(file, piece.painted);
    return piece.found.drawing;
  }

  /** Things that are painted, in this order; what is said of an owner and of places in a file does not count. */
  of(file: PdfFile, all: readonly Painted[]): string {
    const hash = createHash('sha256');
    const groups = new Map<Group, number>();
    for (const item of all) {
      const {
        kind,
        evenOdd,
        color,
        reach,
        cap = 0,
        across = [],
        bounds,
        clip,
        outlines,
        dashes,
        look,
        image,
        mask,
      } = item;
      const shape = dashes ?? outlines;
      const lengths = shape.map(({ length }) => length);
      const own = [kinds.indexOf(kind), Number(evenOdd), reach, cap, outlines.length, ...across];
      numbers(hash, [...own, color === undefined ? 0 : 1, ...(color ?? []), ...bounds, ...clip.bounds]);
      numbers(hash, [across.length, shape.length, ...lengths]);
      for (const points of shape) hash.update(points);
      if (look !== undefined) this.#addLook(hash, look, groups);
      hash.update(`${this.#ofImage(file, image)} ${this.#ofImage(file, mask)}`);
    }
    return hash.digest('base64');
  }

  /** Groups count as which of all they are. */
  #addLook(
    hash: ReturnType<typeof createHash>,
    { cuts, groups, ...look }: Look,
    known: Map<Group, number>,
  ): void {
    const within = groups.map((group) => {
      if (!known.has(group)) known.set(group, known.size);
      return { ...group, number: known.get(group) };
    });
    hash.update(
      JSON.stringify([look, within, cuts.map(({ evenOdd, outlines }) => [evenOdd, outlines.length])]),
    );
    for (const { outlines } of cuts)
      for (const points of outlines) {
        numbers(hash, [points.length]);
        hash.update(points);
      }
  }

  #ofImage(file: PdfFile, image: PdfStream | undefined): string {
    if (image === undefined) return '';
    let known = this.#images.get(image);
    if (known === undefined) {
      known = nameOf(file, image);
      this.#images.set(image, known);
    }
    return known;
  }
}

function numbers(hash: ReturnType<typeof createHash>, all: readonly number[]): void {
  hash.update(Float64Array.from(all));
}
