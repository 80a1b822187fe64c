import type { Face } from '../text/index.ts';
import { assemble, newHead, newHhea, newMaxp } from './font-tables.ts';
import { damagedFont, requireTable } from './sfnt.ts';

/** A glyph drawn as part of a composite, moved by (`x`, `y`) font units. */
export interface Part {
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
}

/** A glyph put together from others of the same face: one for each cluster of several glyphs. */
export interface Composite {
  /** Font units, not negative. */
  readonly advance: number;
  /** None: a blank that has a box all the same, because PDFium drops characters without one. */
  readonly parts: readonly Part[];
  /** Its box holds the heights of `reach` at the least, though nothing is painted there. */
  readonly reaches?: boolean;
}

/** Heights, em, that the boxes of all letters on a line have in common where they reach. */
const reach = [0.15, 0.3] as const;

export interface Subset {
  /** A TrueType font with the tables that a CIDFontType2 needs (ISO 32000-1 9.9). */
  readonly bytes: Buffer;
  /** Glyph id in the subset of a glyph of the face. */
  readonly glyphs: ReadonlyMap<number, number>;
  /** Glyph id in the subset of the first composite. */
  readonly firstComposite: number;
}

/** The tables of a face that subsetting reads. */
interface Source {
  readonly head: Buffer;
  readonly hhea: Buffer;
  readonly maxp: Buffer;
  readonly hmtx: Buffer;
  readonly glyf: Buffer;
  readonly metrics: number;
  /** Where the outline of glyph `g` begins in `glyf`; that of `g + 1` is its end. */
  offset(glyph: number): number;
}

const sources = new WeakMap<Face, Source>();

function source(face: Face): Source {
  let found = sources.get(face);
  if (found === undefined) {
    const head = requireTable(face, 'head');
    const hhea = requireTable(face, 'hhea');
    const loca = requireTable(face, 'loca');
    const long = head.readInt16BE(50) === 1;
    found = {
      head,
      hhea,
      maxp: requireTable(face, 'maxp'),
      hmtx: requireTable(face, 'hmtx'),
      glyf: requireTable(face, 'glyf'),
      metrics: hhea.readUInt16BE(34),
      offset: long ? (g) => loca.readUInt32BE(g * 4) : (g) => loca.readUInt16BE(g * 2) * 2,
    };
    sources.set(face, found);
  }
  return found;
}

// Flags of a component (OpenType, "glyf", composite glyph description).
const wordArguments = 0x1;
const argumentsAreXY = 0x2;
const scaled = 0x8;
const more = 0x20;
const scaledXY = 0x40;
const scaled2x2 = 0x80;
const hasInstructions = 0x100;

function componentLength(flags: number): number {
  const scale = flags & scaled ? 2 : flags & scaledXY ? 4 : flags & scaled2x2 ? 8 : 0;
  return 4 + (flags & wordArguments ? 4 : 2) + scale;
}

/** Adds `glyph` and the glyphs that it is made of. */
function close(from: Source, glyph: number, into: Set<number>): void {
  if (into.has(glyph)) return;
  into.add(glyph);
  const start = from.offset(glyph);
  if (from.offset(glyph + 1) <= start || from.glyf.readInt16BE(start) >= 0) return;
  let at = start + 10;
  let flags: number;
  do {
    flags = from.glyf.readUInt16BE(at);
    close(from, from.glyf.readUInt16BE(at + 2), into);
    at += componentLength(flags);
  } while (flags & more);
}

/** Copies a glyph's outline without its instructions; gives the end, and how many components it has. */
function copyOutline(
  from: Source,
  glyph: number,
  glyphs: ReadonlyMap<number, number>,
  to: Buffer,
  start: number,
): { end: number; components: number } {
  const { glyf } = from;
  const begin = from.offset(glyph);
  const end = from.offset(glyph + 1);
  if (end <= begin) return { end: start, components: 0 };
  const contours = glyf.readInt16BE(begin);
  if (contours >= 0) {
    const head = 10 + contours * 2;
    const instructions = glyf.readUInt16BE(begin + head);
    let at = start + glyf.copy(to, start, begin, begin + head);
    at = to.writeUInt16BE(0, at);
    at += glyf.copy(to, at, begin + head + 2 + instructions, end);
    return { end: at, components: 0 };
  }
  let at = start + glyf.copy(to, start, begin, begin + 10);
  let read = begin + 10;
  let flags: number;
  let components = 0;
  do {
    flags = glyf.readUInt16BE(read);
    const length = componentLength(flags);
    glyf.copy(to, at, read, read + length);
    to.writeUInt16BE(flags & ~hasInstructions, at);
    to.writeUInt16BE(glyphs.get(glyf.readUInt16BE(read + 2))!, at + 2);
    at += length;
    read += length;
    components++;
  } while (flags & more);
  return { end: at, components };
}

/** True when the ink of these parts stands above, or below, a part of `reach`. */
export function fallsShort(face: Face, parts: readonly Part[]): boolean {
  const from = source(face);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { glyph, y } of parts) {
    const at = from.offset(glyph);
    if (from.offset(glyph + 1) <= at) continue;
    low = Math.min(low, from.glyf.readInt16BE(at + 4) + y);
    high = Math.max(high, from.glyf.readInt16BE(at + 8) + y);
  }
  return low <= high && (low > reach[0] * face.unitsPerEm || high < reach[1] * face.unitsPerEm);
}

/**
 * The glyphs of `face` that are named, renumbered, with the composites after them. Glyph 0 is always there.
 * @throws PressError FONT_INVALID when the font's outlines are damaged
 */
export function subset(face: Face, wanted: Iterable<number>, composites: readonly Composite[]): Subset {
  try {
    return makeSubset(face, wanted, composites);
  } catch (error) {
    // What a damaged font says of lengths and places leads out of its tables.
    if (error instanceof RangeError) throw damagedFont(face);
    throw error;
  }
}

function makeSubset(face: Face, wanted: Iterable<number>, composites: readonly Composite[]): Subset {
  const from = source(face);
  const closure = new Set<number>();
  close(from, 0, closure);
  for (const glyph of wanted) close(from, glyph, closure);
  for (const { parts } of composites) for (const part of parts) close(from, part.glyph, closure);
  const list = Int32Array.from(closure).sort();
  const glyphs = new Map<number, number>();
  list.forEach((glyph, i) => {
    glyphs.set(glyph, i);
  });

  // A glyph without ink, as high as `reach`, stands between the glyphs and the composites that have it as a part.
  const reacher = composites.some(({ reaches }) => reaches === true) ? list.length : undefined;
  const firstComposite = list.length + (reacher === undefined ? 0 : 1);
  const total = firstComposite + composites.length;
  let capacity = 36;
  for (const glyph of list) capacity += from.offset(glyph + 1) - from.offset(glyph) + 8;
  for (const { parts } of composites) capacity += Math.max(32, 22 + parts.length * 8);
  const glyf = Buffer.alloc(capacity);
  const loca = Buffer.alloc((total + 1) * 4);
  const hmtx = Buffer.alloc(total * 4);
  let at = 0;
  let maxComponents = 0;
  list.forEach((glyph, i) => {
    loca.writeUInt32BE(at, i * 4);
    copyMetrics(from, glyph, hmtx, i * 4);
    const copied = copyOutline(from, glyph, glyphs, glyf, at);
    maxComponents = Math.max(maxComponents, copied.components);
    at = (copied.end + 3) & ~3;
  });
  if (reacher !== undefined) {
    loca.writeUInt32BE(at, reacher * 4);
    const [low, high] = reach.map((height) => Math.round(height * face.unitsPerEm));
    at = (writeTwoPoints([0, low!], [1, high!], glyf, at) + 3) & ~3;
  }
  composites.forEach((composite, k) => {
    const i = firstComposite + k;
    loca.writeUInt32BE(at, i * 4);
    hmtx.writeUInt16BE(Math.min(composite.advance, 0xffff), i * 4);
    const written =
      composite.parts.length === 0
        ? {
            end: writeTwoPoints([0, 0], [Math.max(2, composite.advance), 0], glyf, at),
            components: 0,
            left: 0,
          }
        : writeComposite(composite, glyphs, reacher, glyf, loca, at);
    hmtx.writeInt16BE(written.left, i * 4 + 2);
    maxComponents = Math.max(maxComponents, written.components);
    at = (written.end + 3) & ~3;
  });
  loca.writeUInt32BE(at, total * 4);

  const bytes = assemble([
    ['glyf', glyf.subarray(0, at)],
    ['head', newHead(from.head)],
    ['hhea', newHhea(from.hhea, total)],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', newMaxp(from.maxp, total, maxComponents, composites.length > 0)],
  ]);
  return { bytes, glyphs, firstComposite };
}

/** Advance and left side bearing; glyphs past the last long metric share its advance (OpenType, "hmtx"). */
function copyMetrics(from: Source, glyph: number, to: Buffer, at: number): void {
  const { hmtx, metrics } = from;
  const long = Math.min(glyph, metrics - 1);
  to.writeUInt16BE(hmtx.readUInt16BE(long * 4), at);
  to.writeInt16BE(
    hmtx.readInt16BE(glyph < metrics ? glyph * 4 + 2 : metrics * 4 + (glyph - metrics) * 2),
    at + 2,
  );
}

/** Two contours of one point each: a box, and nothing to paint. Gives the end. */
function writeTwoPoints(
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
  glyf: Buffer,
  start: number,
): number {
  const onCurve = 0x01;
  let at = start;
  for (const value of [2, x0, y0, x1, y1, 0, 1, 0]) at = glyf.writeInt16BE(value, at); // box, end points, no instructions
  for (let point = 0; point < 2; point++) at = glyf.writeUInt8(onCurve, at);
  for (const value of [x0, x1 - x0, y0, y1 - y0]) at = glyf.writeInt16BE(value, at);
  return at;
}

function writeComposite(
  composite: Composite,
  glyphs: ReadonlyMap<number, number>,
  reacher: number | undefined,
  glyf: Buffer,
  loca: Buffer,
  start: number,
): { end: number; components: number; left: number } {
  const drawn: { readonly id: number; readonly x: number; readonly y: number }[] = [];
  let [xMin, yMin, xMax, yMax] = [32767, 32767, -32768, -32768];
  const draw = (id: number, x: number, y: number) => {
    const outline = loca.readUInt32BE(id * 4);
    if (loca.readUInt32BE(id * 4 + 4) === outline) return; // a blank part, like the space that stands for a joiner
    drawn.push({ id, x, y });
    xMin = Math.min(xMin, glyf.readInt16BE(outline + 2) + x);
    yMin = Math.min(yMin, glyf.readInt16BE(outline + 4) + y);
    xMax = Math.max(xMax, glyf.readInt16BE(outline + 6) + x);
    yMax = Math.max(yMax, glyf.readInt16BE(outline + 8) + y);
  };
  for (const { glyph, x, y } of composite.parts) draw(glyphs.get(glyph)!, x, y);
  if (composite.reaches && reacher !== undefined && drawn.length > 0) draw(reacher, xMin, 0);
  if (drawn.length === 0) return { end: start, components: 0, left: 0 };
  let at = start;
  for (const value of [-1, xMin, yMin, xMax, yMax]) at = glyf.writeInt16BE(value, at);
  drawn.forEach(({ id, x, y }, i) => {
    at = glyf.writeUInt16BE(wordArguments | argumentsAreXY | (i < drawn.length - 1 ? more : 0), at);
    at = glyf.writeUInt16BE(id, at);
    at = glyf.writeInt16BE(x, at);
    at = glyf.writeInt16BE(y, at);
  });
  return { end: at, components: drawn.length, left: xMin };
}
