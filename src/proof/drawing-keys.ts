import { createHash } from 'node:crypto';
import { shapeOf } from './drawing.ts';
import type { PdfFile } from './file.ts';
import type { PdfStream } from './object.ts';
import type { Painted, Piece } from './page-content.ts';
import { nameOf } from './samples.ts';

const kinds: readonly Painted['kind'][] = ['fill', 'stroke', 'picture'];

/** Names what is painted: two of the same name paint the same picture, whatever stands about it in the file. */
export class DrawingKeys {
  readonly #pieces = new WeakMap<Piece, string>();
  readonly #images = new WeakMap<PdfStream, string>();

  /** All that a piece paints beside text. */
  ofPiece(file: PdfFile, piece: Piece): string {
    let known = this.#pieces.get(piece);
    if (known === undefined) {
      known = this.of(file, piece.painted);
      this.#pieces.set(piece, known);
    }
    return known;
  }

  /** Things that are painted, in this order; what is said of an owner and of places in a file does not count. */
  of(file: PdfFile, all: readonly Painted[]): string {
    const hash = createHash('sha256');
    for (const item of all) {
      const { kind, evenOdd, color = item.mean, reach, bounds, clip, outlines, image, mask } = item;
      const shape = shapeOf(item);
      const lengths = shape.map(({ length }) => length);
      const own = [kinds.indexOf(kind), Number(evenOdd), reach, outlines.length, color === undefined ? 0 : 1];
      numbers(hash, [...own, ...(color ?? []), ...bounds, ...clip.bounds, shape.length, ...lengths]);
      for (const points of shape) hash.update(points);
      hash.update(`${this.#ofImage(file, image)} ${this.#ofImage(file, mask)}`);
    }
    return hash.digest('base64');
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
