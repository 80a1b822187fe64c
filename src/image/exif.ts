import { invalid } from './fault.ts';
import type { Orientation } from './types.ts';

/** What Exif (CIPA DC-008) says that changes how a picture looks. */
export interface Exif {
  /** Tag 0x0112; 1: upright, 0: not known. */
  readonly orientation: number;
  /** Tag 0xA001: 1 is sRGB, 2 Adobe RGB (DCF), 0xffff another. */
  readonly colorSpace: number | undefined;
}

const [ORIENTATION, EXIF_IFD, COLOR_SPACE] = [0x0112, 0x8769, 0xa001];

/** Reads the TIFF structure that Exif is; what is damaged says nothing. */
export function readExif(tiff: DataView): Exif {
  const nothing: Exif = { orientation: 1, colorSpace: undefined };
  if (tiff.byteLength < 8) return nothing;
  const little = tiff.getUint16(0) === 0x4949;
  if (!little && tiff.getUint16(0) !== 0x4d4d) return nothing;
  const first = directory(tiff, tiff.getUint32(4, little), little);
  const exif = first.get(EXIF_IFD);
  const second = exif === undefined ? undefined : directory(tiff, exif, little);
  return { orientation: first.get(ORIENTATION) ?? 1, colorSpace: second?.get(COLOR_SPACE) };
}

/**
 * What is not known (0, as messengers and scanners write) is upright, as every viewer shows it.
 * @throws PressError IMAGE_INVALID for a way up that there is not
 */
export function orientationOf(orientation: number, name: string): Orientation {
  if (orientation === 0) return 1;
  if (orientation >= 1 && orientation <= 8) return orientation as Orientation;
  throw invalid(name, 'has an Exif orientation that makes no sense', 'Save it upright.');
}

/** The values of a directory that are one number each (TIFF 6.0 section 2). */
function directory(tiff: DataView, at: number, little: boolean): ReadonlyMap<number, number> {
  const values = new Map<number, number>();
  if (at + 2 > tiff.byteLength) return values;
  const count = tiff.getUint16(at, little);
  for (let entry = at + 2; entry + 12 <= tiff.byteLength && entry < at + 2 + 12 * count; entry += 12) {
    const type = tiff.getUint16(entry + 2, little);
    const value = type === 3 ? tiff.getUint16(entry + 8, little) : tiff.getUint32(entry + 8, little);
    if (type === 3 || type === 4) values.set(tiff.getUint16(entry, little), value);
  }
  return values;
}
