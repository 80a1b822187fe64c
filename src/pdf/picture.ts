import { deflateSync } from 'node:zlib';
import type { RasterPicture, VectorPicture } from '../image/index.ts';
import type { PictureItem } from '../paint/index.ts';
import { ContentStream } from './content.ts';
import type { PdfFile } from './file.ts';
import { writePath } from './path.ts';
import type { PdfReference } from './pdfkit.ts';

const drawings = new WeakMap<VectorPicture, Uint8Array>();
const samples = new WeakMap<RasterPicture, Uint8Array>();

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
  readonly #file: Pick<PdfFile<unknown>, 'stream'>;

  constructor(file: Pick<PdfFile<unknown>, 'stream'>) {
    this.#file = file;
  }

  /** Resource name of a picture's XObject (ISO 32000-1 8.9.5), which is written when it is first asked for. */
  name(picture: RasterPicture): string {
    let image = this.#images.get(picture);
    if (image === undefined) {
      const dictionary = {
        Type: 'XObject',
        Subtype: 'Image',
        Width: picture.width,
        Height: picture.height,
        BitsPerComponent: 8,
        ColorSpace: picture.components === 1 ? 'DeviceGray' : 'DeviceRGB',
        Filter: picture.format === 'jpeg' ? 'DCTDecode' : 'FlateDecode',
      };
      const reference = this.#file.stream(dictionary, encoded(picture));
      image = { name: `I${this.#images.size + 1}`, reference };
      this.#images.set(picture, image);
    }
    return image.name;
  }

  /** Entries for the XObject resources of the pages. */
  resources(): Record<string, PdfReference> {
    return Object.fromEntries([...this.#images.values()].map(({ name, reference }) => [name, reference]));
  }
}

function encoded(picture: RasterPicture): Uint8Array {
  if (picture.format === 'jpeg') return picture.data;
  let bytes = samples.get(picture);
  if (bytes === undefined) {
    bytes = deflateSync(picture.data);
    samples.set(picture, bytes);
  }
  return bytes;
}

/** Draws a picture into its rectangle, clipped; in page coordinates, y down. */
export function writePicture(content: ContentStream, images: ImageSet, item: PictureItem): void {
  const { picture, drawn, flipped } = item;
  content.save();
  content.clip(item.clip);
  const x = flipped ? drawn.x + drawn.width : drawn.x;
  const mirror = flipped ? -1 : 1;
  if (picture.kind === 'vector') {
    const scaleX = (mirror * drawn.width) / picture.width;
    content.transform([scaleX, 0, 0, drawn.height / picture.height, x, drawn.y]);
    content.bytes(drawing(picture));
  } else {
    // An image fills the unit square, bottom left to top right.
    content.transform([mirror * drawn.width, 0, 0, -drawn.height, x, drawn.y + drawn.height]);
    content.write(`/${images.name(picture)} Do\n`);
  }
  content.restore();
}
