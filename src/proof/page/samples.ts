import { createHash } from 'node:crypto';
import type { Samples } from '../codes/raster.ts';
import type { PdfFile } from '../file/file.ts';
import { Foreign, type PdfStream } from '../file/object.ts';
import { decodeJpeg } from '../jpeg/jpeg.ts';

/** Pixels of a picture, at most: as many as the press takes. */
const mostPixels = 50e6;
/** Samples are many, and little is done with each: so many cost as much as a byte that is read; more is done with a photograph's. */
const [samplesAUnit, photographedAUnit] = [32, 16];
/** Samples that are held at a time, for as long as the codes of a page are sought. */
const mostHeld = 200e6;

/** Grey, or red, green and blue; by a profile what is dark is dark too. */
function colorsOf(file: PdfFile, { dictionary }: PdfStream): 1 | 3 {
  const space = dictionary.get('ColorSpace');
  const profile = Array.isArray(space) ? file.dictionary(space[1]) : undefined;
  return space === '/DeviceGray' || profile?.get('N') === 1 ? 1 : 3;
}

const sizeOf = (file: PdfFile, image: PdfStream) => {
  const { dictionary } = image;
  const [width, height] = [dictionary.get('Width') as number, dictionary.get('Height') as number];
  if (width * height > mostPixels || width * height < 1)
    throw new Foreign('a picture has a size that cannot be');
  return {
    width,
    height,
    colors: colorsOf(file, image),
  };
};

const isPhotograph = ({ dictionary }: PdfStream) => dictionary.get('Filter') === '/DCTDecode';

/** Names a picture by all that its samples are made of. @throws Foreign */
export function nameOf(file: PdfFile, image: PdfStream): string {
  const { width, height, colors } = sizeOf(file, image);
  const bytes = createHash('sha256').update(image.raw).digest('base64');
  return `${width} ${height} ${colors} ${isPhotograph(image)} ${image.dictionary.has('Filter')} ${bytes}`;
}

/** What a picture holds: its samples, or the bytes of a photograph (JPEG) as they stand. @throws Foreign, Unreadable */
export function contentOf(file: PdfFile, image: PdfStream): Uint8Array {
  const { width, height, colors } = sizeOf(file, image);
  if (!isPhotograph(image)) file.budget.spend((width * height * colors) / samplesAUnit);
  return paidContentOf(file, image);
}

/** The same where it is paid for. */
function paidContentOf(file: PdfFile, image: PdfStream): Uint8Array {
  const { width, height, colors } = sizeOf(file, image);
  if (isPhotograph(image)) return image.raw;
  const length = width * height * colors;
  const data = file.inflated(image, length);
  if (data.length !== length) throw new Foreign('a picture has more or fewer samples than it says');
  return data;
}

/**
 * Samples of pictures that are looked at several times, one part of them after another: they are paid for once, whether or not
 * anybody looks at them.
 */
export class HeldSamples {
  readonly #file: PdfFile;
  readonly #paid = new Set<PdfStream>();
  readonly #held = new Map<PdfStream, Samples>();
  #size = 0;

  constructor(file: PdfFile) {
    this.#file = file;
  }

  /** @throws Foreign, Unreadable */
  of(image: PdfStream, mask: PdfStream | undefined): Samples {
    this.pay(image, mask);
    const known = this.#held.get(image);
    if (known !== undefined) return known;
    const found = samplesOf(this.#file, image, mask);
    this.#held.set(image, found);
    return found;
  }

  /** @throws Foreign, Unreadable */
  pay(image: PdfStream, mask: PdfStream | undefined): void {
    if (this.#paid.has(image)) return;
    const file = this.#file;
    const { width, height, colors } = sizeOf(file, image);
    const pixels = width * height;
    const opacities = mask === undefined ? 0 : pixels;
    const samples = pixels * (isPhotograph(image) ? 3 : colors);
    file.budget.spend(
      samples / (isPhotograph(image) ? photographedAUnit : samplesAUnit) + opacities / samplesAUnit,
    );
    if (this.#size + samples + opacities > mostHeld) {
      this.#held.clear();
      this.#paid.clear();
      this.#size = 0;
    }
    this.#paid.add(image);
    this.#size += samples + opacities;
  }
}

/** @throws Foreign, Unreadable */
function samplesOf(file: PdfFile, image: PdfStream, mask: PdfStream | undefined): Samples {
  const size = sizeOf(file, image);
  const opacities = mask === undefined ? {} : { opacities: paidContentOf(file, mask) };
  if (!isPhotograph(image)) return { ...size, samples: paidContentOf(file, image), ...opacities };
  const photograph = decodeJpeg(image.raw, size.width * size.height);
  if (photograph.width !== size.width || photograph.height !== size.height)
    throw new Foreign('a photograph has another size than it says');
  return { ...photograph, colors: 3 };
}
