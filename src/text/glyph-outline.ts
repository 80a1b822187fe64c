import { PressError, problem } from '../diagnostics/index.ts';
import { faceTable } from './face.ts';
import type { Face } from './types.ts';

/** The outline of a glyph with its curves flattened: closed polygons, x, y, x, y …, in font units, y up. */
export interface GlyphOutline {
  readonly polygons: readonly (readonly number[])[];
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** Straight pieces that a quadratic curve becomes. */
const STEPS = 4;
/** Components in components: fonts in use have one or two levels. */
const DEEPEST = 8;
/** Components of one glyph, those of its components among them: a damaged font names itself again and again. */
const MOST_COMPONENTS = 256;

// Flags of a point and of a component (OpenType 1.9, "glyf").
const onCurve = 0x01;
const xShort = 0x02;
const yShort = 0x04;
const repeats = 0x08;
const xSameOrPositive = 0x10;
const ySameOrPositive = 0x20;
const wordArguments = 0x01;
const argumentsAreXY = 0x02;
const scaled = 0x08;
const more = 0x20;
const scaledXY = 0x40;
const scaled2x2 = 0x80;

interface GlyphTables {
  readonly glyf: DataView;
  /** Where the outline of glyph `g` begins in `glyf`; that of `g + 1` is its end. */
  offset(glyph: number): number;
  readonly outlines: Map<number, GlyphOutline | undefined>;
}

/** One entry a face and glyph: a pure look-up that goes with its face. */
const tables = new WeakMap<Face, GlyphTables>();

function tablesOf(face: Face): GlyphTables {
  let found = tables.get(face);
  if (found === undefined) {
    const view = (tag: string): DataView => {
      const bytes = faceTable(face, tag) ?? new Uint8Array(0);
      return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    };
    const loca = view('loca');
    const long = view('head').getInt16(50) === 1;
    found = {
      glyf: view('glyf'),
      offset: long ? (g) => loca.getUint32(g * 4) : (g) => loca.getUint16(g * 2) * 2,
      outlines: new Map(),
    };
    tables.set(face, found);
  }
  return found;
}

/**
 * The outline of a glyph, from the points themselves; undefined for a glyph without ink.
 * @throws PressError FONT_INVALID when the font's outlines are damaged
 */
export function glyphOutline(face: Face, glyph: number): GlyphOutline | undefined {
  const from = tablesOf(face);
  if (!from.outlines.has(glyph)) {
    const polygons: number[][] = [];
    try {
      readGlyph(from, glyph, [1, 0, 0, 1, 0, 0], polygons, 0, { components: MOST_COMPONENTS });
    } catch (error) {
      if (error instanceof RangeError) throw damaged(face, glyph);
      throw error;
    }
    from.outlines.set(glyph, polygons.length === 0 ? undefined : withBounds(polygons));
  }
  return from.outlines.get(glyph);
}

function damaged(face: Face, glyph: number): PressError {
  return new PressError([
    problem(
      'FONT_INVALID',
      `The outline of glyph ${glyph} of ${face.postScriptName} is damaged.`,
      { file: face.path },
      'Restore the file, or use another font.',
    ),
  ]);
}

function withBounds(polygons: readonly number[][]): GlyphOutline {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of polygons)
    for (let i = 0; i < polygon.length; i += 2) {
      left = Math.min(left, polygon[i]!);
      right = Math.max(right, polygon[i]!);
      bottom = Math.min(bottom, polygon[i + 1]!);
      top = Math.max(top, polygon[i + 1]!);
    }
  return { polygons, left, bottom, right, top };
}

/** x′ = a·x + c·y + e, y′ = b·x + d·y + f. */
type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** How much more may be read of a glyph. */
interface Budget {
  components: number;
}

function readGlyph(
  from: GlyphTables,
  glyph: number,
  place: Affine,
  into: number[][],
  depth: number,
  budget: Budget,
): void {
  const start = from.offset(glyph);
  if (from.offset(glyph + 1) <= start || depth > DEEPEST) return;
  const contours = from.glyf.getInt16(start);
  if (contours >= 0) readContours(from.glyf, start, contours, place, into);
  else readComponents(from, start + 10, place, into, depth, budget);
}

/** Components that are placed by points instead of distances stand where they were drawn: no face in use has any. */
function readComponents(
  from: GlyphTables,
  start: number,
  place: Affine,
  into: number[][],
  depth: number,
  budget: Budget,
): void {
  const { glyf } = from;
  const f2dot14 = (at: number): number => glyf.getInt16(at) / 16384;
  let at = start;
  let flags: number;
  do {
    if (--budget.components < 0) throw new RangeError('too many components');
    flags = glyf.getUint16(at);
    const glyph = glyf.getUint16(at + 2);
    at += 4;
    let [x, y] = [0, 0];
    if (flags & wordArguments) {
      if (flags & argumentsAreXY) [x, y] = [glyf.getInt16(at), glyf.getInt16(at + 2)];
      at += 4;
    } else {
      if (flags & argumentsAreXY) [x, y] = [glyf.getInt8(at), glyf.getInt8(at + 1)];
      at += 2;
    }
    let [a, b, c, d] = [1, 0, 0, 1];
    if (flags & scaled) {
      a = d = f2dot14(at);
      at += 2;
    } else if (flags & scaledXY) {
      [a, d] = [f2dot14(at), f2dot14(at + 2)];
      at += 4;
    } else if (flags & scaled2x2) {
      [a, b, c, d] = [f2dot14(at), f2dot14(at + 2), f2dot14(at + 4), f2dot14(at + 6)];
      at += 8;
    }
    const [A, B, C, D, E, F] = place;
    const inner: Affine = [
      ...[A * a + C * b, B * a + D * b, A * c + C * d],
      ...[B * c + D * d, A * x + C * y + E, B * x + D * y + F],
    ] as unknown as Affine;
    readGlyph(from, glyph, inner, into, depth + 1, budget);
  } while (flags & more);
}

function readContours(
  glyf: DataView,
  start: number,
  contours: number,
  place: Affine,
  into: number[][],
): void {
  const ends: number[] = [];
  for (let i = 0; i < contours; i++) {
    const end = glyf.getUint16(start + 10 + i * 2);
    if (end <= (ends.at(-1) ?? -1)) throw new RangeError('a contour ends before it begins');
    ends.push(end);
  }
  const count = contours === 0 ? 0 : ends.at(-1)! + 1;
  let at = start + 10 + contours * 2;
  at += 2 + glyf.getUint16(at); // instructions
  const flags = new Uint8Array(count);
  for (let i = 0; i < count; ) {
    const flag = glyf.getUint8(at++);
    let times = flag & repeats ? glyf.getUint8(at++) + 1 : 1;
    while (times-- > 0 && i < count) flags[i++] = flag;
  }
  const read = (short: number, sameOrPositive: number): number[] => {
    let value = 0;
    return Array.from(flags, (flag) => {
      if (flag & short) value += flag & sameOrPositive ? glyf.getUint8(at++) : -glyf.getUint8(at++);
      else if (!(flag & sameOrPositive)) {
        value += glyf.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = read(xShort, xSameOrPositive);
  const ys = read(yShort, ySameOrPositive);
  const [a, b, c, d, e, f] = place;
  let first = 0;
  for (const end of ends) {
    const points = [];
    for (let i = first; i <= end; i++) {
      const [x, y] = [a * xs[i]! + c * ys[i]! + e, b * xs[i]! + d * ys[i]! + f];
      points.push({ x, y, on: (flags[i]! & onCurve) !== 0 });
    }
    // One point alone marks a place and paints nothing.
    if (points.length > 1) into.push(flatten(points));
    first = end + 1;
  }
}

interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

const between = (p: OutlinePoint, q: OutlinePoint): OutlinePoint => ({
  x: (p.x + q.x) / 2,
  y: (p.y + q.y) / 2,
  on: true,
});

/** A contour of quadratic curves as a polygon; between two points off the curve lies one on it. */
function flatten(points: readonly OutlinePoint[]): number[] {
  const begin = points.findIndex(({ on }) => on);
  const origin = begin < 0 ? between(points.at(-1)!, points[0]!) : points[begin]!;
  const polygon = [origin.x, origin.y];
  let from = origin;
  let control: OutlinePoint | undefined;
  const to = (point: OutlinePoint): void => {
    if (control === undefined) polygon.push(point.x, point.y);
    else
      for (let i = 1; i <= STEPS; i++) {
        const t = i / STEPS;
        const [p, q, r] = [(1 - t) * (1 - t), 2 * (1 - t) * t, t * t];
        polygon.push(p * from.x + q * control.x + r * point.x, p * from.y + q * control.y + r * point.y);
      }
    from = point;
    control = undefined;
  };
  for (let i = 1; i <= points.length; i++) {
    const point = begin < 0 ? points[i - 1]! : points[(begin + i) % points.length]!;
    if (point.on) to(point);
    else {
      if (control !== undefined) to(between(control, point));
      control = point;
    }
  }
  if (control !== undefined) to(origin);
  return polygon;
}
