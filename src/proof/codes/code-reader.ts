import { type FinderPoints, _QRScanner as Scanner } from 'qr/decode.js';
import { mayHaveCorners } from './code-corners.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Codes that one picture is searched for. */
const mostCodes = 8;
/** How often a picture is divided to look at its parts alone. */
const mostDivisions = 2;
/** Pixels of a part that a code could still be read in. */
const leastPart = 64;
/** No limit of time decides what is read: the same picture gives the same. Shades are luma as they are. */
const options = { format: 'I420', effort: 2, timeLimit: Number.POSITIVE_INFINITY } as const;
const white = 255;

/** Sizes of pictures for which memory is held. */
const mostSizes = 8;

/** Reads the codes of pictures in shades of grey; pictures of one size one after the other, in the same memory. */
export class CodeReader {
  readonly #scanners = new Map<string, Scanner>();
  #place: FinderPoints | undefined;

  /**
   * What the codes of a picture say, seen from either side: a code that was read is painted over in `shades`, and the next is
   * sought. Where something looks like the corners of a code, and none is read, it may hide one: the parts are looked at alone.
   */
  read({ width, height }: Size, shades: Uint8Array, divisions = mostDivisions): string[] {
    const texts: string[] = [];
    while (texts.length < mostCodes && mayHaveCorners(width, height, shades)) {
      const read = this.#decode({ width, height }, shades);
      if (typeof read === 'string') texts.push(read);
      else {
        if (isNothing(read)) break;
        const mirrored = this.#decodeMirrored({ width, height }, shades);
        if (mirrored !== undefined) texts.push(mirrored);
        else if (divisions > 0)
          for (const [part, own] of partsOf({ width, height }, shades))
            texts.push(...this.read(part, own, divisions - 1));
        break;
      }
      if (this.#place === undefined) break;
      const { x, y, width: wide, height: high } = this.#place.boundingBox;
      const [from, to] = [Math.max(0, Math.floor(x)), Math.min(width, Math.ceil(x + wide))];
      for (let row = Math.max(0, Math.floor(y)); row < Math.min(height, y + high); row++)
        shades.fill(white, row * width + from, row * width + to);
    }
    return texts;
  }

  /** What a code says, or what stopped it: `finder` where nothing looks like the corners of a code. */
  #decode(size: Size, data: Uint8Array): string | Error | undefined {
    this.#place = undefined;
    try {
      const scanner = this.#scannerOf(size);
      // What lies in the scanner's own memory it does not copy point by point.
      scanner.luma.set(data);
      scanner.addImage({ ...size, data: scanner.luma });
      return scanner.decode()[0];
    } catch (error) {
      return error as Error;
    }
  }

  #decodeMirrored(size: Size, shades: Uint8Array): string | undefined {
    const read = this.#decode(size, mirrorOf(shades, size.width));
    return typeof read === 'string' ? read : undefined;
  }

  #scannerOf(maxSize: Size): Scanner {
    const key = `${maxSize.width} ${maxSize.height}`;
    let scanner = this.#scanners.get(key);
    if (scanner === undefined) {
      const pointsOnDetect = (points: FinderPoints) => {
        this.#place = points;
      };
      scanner = new Scanner({ ...options, maxSize, pointsOnDetect });
      if (this.#scanners.size >= mostSizes) this.#scanners.clear();
      this.#scanners.set(key, scanner);
    }
    return scanner;
  }
}

/** Nine parts of a picture, half as wide and high, each of which lies over half of the next. */
function* partsOf({ width, height }: Size, shades: Uint8Array): Generator<readonly [Size, Uint8Array]> {
  const [wide, high] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  if (wide < leastPart || high < leastPart) return;
  for (const y of [0, Math.floor(high / 2), height - high])
    for (const x of [0, Math.floor(wide / 2), width - wide]) {
      const part = new Uint8Array(wide * high);
      for (let row = 0; row < high; row++) {
        const from = (y + row) * width + x;
        part.set(shades.subarray(from, from + wide), row * wide);
      }
      yield [{ width: wide, height: high }, part];
    }
}

/** Nothing in a picture looks like the corners of a code. */
const isNothing = (error: Error | undefined) => error !== undefined && /finder/.test(error.message);

function mirrorOf(shades: Uint8Array, width: number): Uint8Array {
  const mirrored = shades.slice();
  for (let at = 0; at < mirrored.length; at += width) mirrored.subarray(at, at + width).reverse();
  return mirrored;
}
