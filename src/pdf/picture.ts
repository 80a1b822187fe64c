import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Matrix } from '../geometry/index.ts';
import type { Orientation, RasterPicture, VectorPicture } from '../image/index.ts';
import type { PictureItem } from '../paint/index.ts';
import { ContentStream } from './content.ts';
import { writeDrawing } from './drawing.ts';
import type { PdfFile } from './file.ts';
import { writePath } from './path.ts';
import type { PdfReference } from './pdfkit.ts';

const drawings = new WeakMap<VectorPicture, Uint8Array>();
const samples = new WeakMap<Uint8Array, Uint8Array>();

/** The shapes of a vector picture as operators in its own coordinates; made once for each picture. */
function drawing(picture: VectorPicture): Uint8Array {
  let bytes = drawings.get(picture);
  if (bytes === undefined) {
    const content = new ContentStream();
    for (const shape of picture.shapes) writePath(content, shape);
    bytes = Uint8Array.from(content.view());
    drawings.set(picture, bytes);
  }
  return bytes;
}

/** The image XObjects of a document: one for each raster picture, however often it is drawn. */
export class ImageSet {
  readonly #images = new Map<RasterPicture, { readonly name: string; readonly reference: PdfReference }>();
  readonly #drawings = new Map<VectorPicture, { readonly name: string; readonly reference: PdfReference }>();
  readonly #profiles = new Map<string, PdfReference>();
  readonly #file: Pick<PdfFile<unknown>, 'stream'>;

  constructor(file: Pick<PdfFile<unknown>, 'stream'>) {
    this.#file = file;
  }

  /** Resource name of a picture's XObject (ISO 32000-1 8.9.5), which is written when it is first asked for. */
  name(picture: RasterPicture): string {
    let image = this.#images.get(picture);
    if (image === undefined) {
      image = { name: `I${this.#images.size + 1}`, reference: this.#write(picture) };
      this.#images.set(picture, image);
    }
    return image.name;
  }

  /** Resource name of the form of a drawing that shapes do not say all of. */
  drawing(picture: VectorPicture): string {
    let form = this.#drawings.get(picture);
    if (form === undefined) {
      const { width, height, layers = [] } = picture;
      form = {
        name: `D${this.#drawings.size + 1}`,
        reference: writeDrawing(this.#file, layers, width, height),
      };
      this.#drawings.set(picture, form);
    }
    return form.name;
  }

  #write(picture: RasterPicture): PdfReference {
    const isTurned = (picture.orientation ?? 1) > 4;
    const [width, height] = isTurned ? [picture.height, picture.width] : [picture.width, picture.height];
    const image = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 };
    const { alpha, profile } = picture;
    const mask =
      alpha === undefined
        ? undefined
        : this.#file.stream({ ...image, ColorSpace: 'DeviceGray', Filter: 'FlateDecode' }, deflated(alpha));
    const dictionary = {
      ...image,
      ColorSpace:
        profile !== undefined
          ? ['ICCBased', this.#profile(profile, picture.components)]
          : picture.components === 1
            ? 'DeviceGray'
            : 'DeviceRGB',
      Decode: picture.inverted ? [1, 0, 1, 0, 1, 0, 1, 0] : undefined,
      SMask: mask,
      Filter: picture.format === 'jpeg' ? 'DCTDecode' : 'FlateDecode',
    };
    return this.#file.stream(dictionary, picture.format === 'jpeg' ? picture.data : deflated(picture.data));
  }

  /** An ICC profile (8.6.5.5): one stream, however many pictures have it. */
  #profile(bytes: Uint8Array, components: number): PdfReference {
    const key = createHash('sha256').update(bytes).digest('base64');
    let reference = this.#profiles.get(key);
    if (reference === undefined) {
      reference = this.#file.stream({ N: components, Filter: 'FlateDecode' }, deflated(bytes));
      this.#profiles.set(key, reference);
    }
    return reference;
  }

  /** Entries for the XObject resources of the pages. */
  resources(): Record<string, PdfReference> {
    return Object.fromEntries(
      [...this.#images.values(), ...this.#drawings.values()].map(({ name, reference }) => [name, reference]),
    );
  }
}

/** The same bytes deflated, once. */
function deflated(bytes: Uint8Array): Uint8Array {
  let done = samples.get(bytes);
  if (done === undefined) {
    done = deflateSync(bytes);
    samples.set(bytes, done);
  }
  return done;
}

/** From the rows of a picture as they are stored to how it is seen, both in the unit square, y down (Exif, tag 0x0112). */
const upright: Readonly<Record<Orientation, Matrix>> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, 1, 1, 0, 0, 0],
  6: [0, 1, -1, 0, 1, 0],
  7: [0, -1, -1, 0, 1, 1],
  8: [0, -1, 1, 0, 0, 1],
};

/** Draws a picture into its rectangle, clipped; in page coordinates, y down. */
export function writePicture(content: ContentStream, images: ImageSet, item: PictureItem): void {
  const { picture, drawn, flipped } = item;
  content.save();
  content.clip(item.clip);
  const x = flipped ? drawn.x + drawn.width : drawn.x;
  const mirror = flipped ? -1 : 1;
  if (picture.kind === 'vector' && picture.layers !== undefined) {
    // A form's own space has y up; that of the picture has y down, as the page has here.
    content.transform([
      (mirror * drawn.width) / picture.width,
      0,
      0,
      drawn.height / picture.height,
      x,
      drawn.y,
    ]);
    content.write(`/${images.drawing(picture)} Do\n`);
  } else if (picture.kind === 'vector') {
    const scaleX = (mirror * drawn.width) / picture.width;
    content.transform([scaleX, 0, 0, drawn.height / picture.height, x, drawn.y]);
    content.bytes(drawing(picture));
  } else {
    // An image fills the unit square, bottom left to top right.
    const [a, b, c, d, e, f] = upright[picture.orientation ?? 1];
    const [w, h] = [mirror * drawn.width, drawn.height];
    content.transform([w * a, h * b, -w * c, -h * d, x + w * (c + e), drawn.y + h * (d + f)]);
    content.write(`/${images.name(picture)} Do\n`);
  }
  content.restore();
}
