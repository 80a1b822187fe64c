import type { PdfFile } from './file.ts';
import { decodeJpeg } from './jpeg.ts';
import { Foreign, type PdfStream } from './object.ts';
import type { Samples } from './raster.ts';

/** Pixels of a picture, at most: as many as the press takes. */
const mostPixels = 50e6;
/** Samples are many, and little is done with each: so many cost as much as a byte that is read. */
const samplesAUnit = 32;

const sizeOf = ({ dictionary }: PdfStream) => {
  const [width, height] = [dictionary.get('Width') as number, dictionary.get('Height') as number];
  if (width * height > mostPixels || width * height < 1)
    throw new Foreign('a picture has a size that cannot be');
  return {
    width,
    height,
    colors: dictionary.get('ColorSpace') === '/DeviceGray' ? (1 as const) : (3 as const),
  };
};

export const isPhotograph = ({ dictionary }: PdfStream) => dictionary.get('Filter') === '/DCTDecode';

/** What a picture holds: its samples, or the bytes of a photograph (JPEG) as they stand. @throws Foreign, Unreadable */
export function contentOf(file: PdfFile, image: PdfStream): Uint8Array {
  const { width, height, colors } = sizeOf(image);
  if (isPhotograph(image)) return image.raw;
  const length = width * height * colors;
  file.budget.spend(length / samplesAUnit);
  const data = file.inflated(image, length);
  if (data.length !== length) throw new Foreign('a picture has more or fewer samples than it says');
  return data;
}

/** @throws Foreign, Unreadable */
export function samplesOf(file: PdfFile, image: PdfStream): Samples {
  const size = sizeOf(image);
  if (!isPhotograph(image)) return { ...size, samples: contentOf(file, image) };
  file.budget.spend((size.width * size.height * 3) / samplesAUnit);
  const photograph = decodeJpeg(image.raw, size.width * size.height);
  if (photograph.width !== size.width || photograph.height !== size.height)
    throw new Foreign('a photograph has another size than it says');
  return { ...photograph, colors: 3 };
}
