import { createHash } from 'node:crypto';
import { Budget, costs } from '../file/budget.ts';
import { Foreign } from '../file/object.ts';

/** The tables of a TrueType font that hold its outlines (OpenType 1.9: `head`, `loca`, `glyf`). */
export interface OutlineTables {
  readonly head: Uint8Array;
  readonly loca: Uint8Array;
  readonly glyf: Uint8Array;
}

/** A contour: x and y in turn, font units, and which points are on the curve. */
export interface Contour {
  readonly points: Float64Array;
  readonly on: Uint8Array;
}

// Flags of points and of components (OpenType, "glyf").
const [onCurve, shortX, shortY, repeat, sameX, sameY] = [1, 2, 4, 8, 16, 32];
const [wordArguments, argumentsAreXY, scaled, more, scaledXY, scaled2x2] = [1, 2, 8, 32, 64, 128];
/** Components inside components; the shipped fonts need 3. */
const deepest = 6;

/** Reads outlines of glyphs, with those that they are put together from. */
export class Outlines {
  readonly unitsPerEm: number;
  /** Glyphs that there are. */
  readonly count: number;
  readonly #glyf: DataView;
  readonly #loca: DataView;
  readonly #long: boolean;
  readonly #instructed: boolean;

  /** `instructed`: instructions may stand in it, and are left out. @throws Foreign */
  constructor({ head, loca, glyf }: OutlineTables, instructed = false) {
    const header = view(head);
    if (header.byteLength < 54) throw broken();
    this.unitsPerEm = header.getUint16(18);
    this.#long = header.getInt16(50) === 1;
    this.#glyf = view(glyf);
    this.#loca = view(loca);
    this.#instructed = instructed;
    this.count = loca.length / (this.#long ? 4 : 2) - 1;
    if (!Number.isInteger(this.count) || this.count < 1 || this.unitsPerEm < 16) throw broken();
  }

  #offset(glyph: number): number {
    return this.#long ? this.#loca.getUint32(glyph * 4) : this.#loca.getUint16(glyph * 2) * 2;
  }

  /**
   * The contours of a glyph, font units.
   * @param budget of the file that its font was read in; undefined: they were paid for
   * @throws Foreign
   */
  contours(glyph: number, budget?: Budget): Contour[] {
    try {
      return this.#contours(glyph, budget, 0);
    } catch (error) {
      if (error instanceof RangeError) throw broken();
      throw error;
    }
  }

  #contours(glyph: number, budget: Budget | undefined, depth: number): Contour[] {
    if (glyph >= this.count || depth > deepest) throw broken();
    const start = this.#offset(glyph);
    const end = this.#offset(glyph + 1);
    if (end === start) return [];
    if (end < start || end > this.#glyf.byteLength) throw broken();
    const contours = this.#glyf.getInt16(start);
    return contours >= 0
      ? this.#simple(start, end, contours, budget)
      : this.#composite(start + 10, end, budget, depth);
  }

  #simple(start: number, end: number, count: number, budget: Budget | undefined): Contour[] {
    const glyf = this.#glyf;
    const ends: number[] = [];
    let at = start + 10;
    for (let i = 0; i < count; i++, at += 2) {
      const last = glyf.getUint16(at);
      if (last < (ends.at(-1) ?? -1) + 1) throw broken();
      ends.push(last);
    }
    // Instructions could move points: the press leaves them out.
    const instructions = glyf.getUint16(at);
    if (instructions !== 0 && !this.#instructed) throw new Foreign('a glyph of its fonts has instructions');
    at += 2 + instructions;
    const points = (ends.at(-1) ?? -1) + 1;
    // A flag that is repeated stands for up to 256 points.
    if (points > (end - start) * 256) throw broken();
    budget?.spend(points * costs.point);
    const flags = new Uint8Array(points);
    for (let i = 0; i < points; i++) {
      const flag = glyf.getUint8(at++);
      flags[i] = flag;
      if ((flag & repeat) === 0) continue;
      for (let times = glyf.getUint8(at++); times > 0; times--) {
        if (++i >= points) throw broken();
        flags[i] = flag;
      }
    }
    const all = new Float64Array(points * 2);
    at = this.#coordinates(flags, all, 0, at);
    at = this.#coordinates(flags, all, 1, at);
    if (at > end) throw broken();
    return ends.map((last, i) => {
      const first = (ends[i - 1] ?? -1) + 1;
      return {
        points: all.subarray(first * 2, (last + 1) * 2),
        on: flags.subarray(first, last + 1).map((flag) => flag & onCurve),
      };
    });
  }

  /** Reads the x (0) or y (1) coordinates of all points; gives where they end. */
  #coordinates(flags: Uint8Array, into: Float64Array, axis: 0 | 1, start: number): number {
    const [short, same] = axis === 0 ? [shortX, sameX] : [shortY, sameY];
    let at = start;
    let value = 0;
    for (let i = 0; i < flags.length; i++) {
      const flag = flags[i]!;
      if ((flag & short) !== 0)
        value += (flag & same) !== 0 ? this.#glyf.getUint8(at++) : -this.#glyf.getUint8(at++);
      else if ((flag & same) === 0) {
        value += this.#glyf.getInt16(at);
        at += 2;
      }
      into[i * 2 + axis] = value;
    }
    return at;
  }

  #composite(start: number, end: number, budget: Budget | undefined, depth: number): Contour[] {
    const glyf = this.#glyf;
    const out: Contour[] = [];
    let at = start;
    let flags = more;
    while ((flags & more) !== 0) {
      if (at >= end) throw broken();
      flags = glyf.getUint16(at);
      const glyph = glyf.getUint16(at + 2);
      at += 4;
      if ((flags & argumentsAreXY) === 0) throw new Foreign('a glyph of its fonts is put together by points');
      const words = (flags & wordArguments) !== 0;
      const dx = words ? glyf.getInt16(at) : glyf.getInt8(at);
      const dy = words ? glyf.getInt16(at + 2) : glyf.getInt8(at + 1);
      at += words ? 4 : 2;
      let [a, b, c, d] = [1, 0, 0, 1];
      const fraction = (offset: number) => glyf.getInt16(at + offset) / 16384;
      if ((flags & scaled) !== 0) [a, d, at] = [fraction(0), fraction(0), at + 2];
      else if ((flags & scaledXY) !== 0) [a, d, at] = [fraction(0), fraction(2), at + 4];
      else if ((flags & scaled2x2) !== 0)
        [a, b, c, d, at] = [fraction(0), fraction(2), fraction(4), fraction(6), at + 8];
      budget?.spend(costs.point);
      for (const { points, on } of this.#contours(glyph, budget, depth + 1)) {
        const moved = new Float64Array(points.length);
        for (let i = 0; i < points.length; i += 2) {
          moved[i] = a * points[i]! + c * points[i + 1]! + dx;
          moved[i + 1] = b * points[i]! + d * points[i + 1]! + dy;
        }
        budget?.spend(points.length * costs.point);
        out.push({ points: moved, on });
      }
    }
    return out;
  }
}

/** A contour of one or two points encloses nothing: the press gives blanks a box in this way. */
export function hasInk({ on }: Contour): boolean {
  return on.length > 2;
}

/** What a glyph looks like, as a hash, hex: the same for the same ink in another font file. */
export function outlineHash(outlines: Outlines, glyph: number, budget?: Budget): string {
  const hash = createHash('sha256');
  hash.update(String(outlines.unitsPerEm));
  for (const contour of outlines.contours(glyph, budget).filter(hasInk)) {
    hash.update(`|${contour.on.join('')} ${contour.points.join(' ')}`);
  }
  return hash.digest('hex').slice(0, 32);
}

/** The same of glyphs of a font that lies in a folder. @throws Foreign where they are broken */
export function outlineHashes(tables: OutlineTables, glyphs: readonly number[]): string[] {
  const [outlines, budget] = [new Outlines(tables, true), new Budget()];
  return glyphs.map((glyph) => outlineHash(outlines, glyph, budget));
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function broken(): Foreign {
  return new Foreign('the outlines of a font are broken');
}
