/** A picture in shades of grey, or half of it, in squares of pixels: each is told dark from light by a threshold of its own. */
interface Squares {
  readonly width: number;
  readonly height: number;
  readonly shades: Uint8Array;
  readonly columns: number;
  readonly rows: number;
  /** The darkest and the lightest shade of each square, and the lightest that counts as dark. */
  readonly least: Uint8Array;
  readonly most: Uint8Array;
  readonly cuts: Uint8Array;
}

/** Pixels along a square. */
const side = 8;
/** Squares whose thresholds are one to either side. */
const reach = 2;
/** Shades of a square that differ no more are one. */
const plain = 24;
/** The picture and its halves, none smaller than this. */
const [mostLevels, leastHalf] = [4, 64];
/** Pixels along the largest picture that is read. */
const mostPixels = 4096;
/** Corners of a code. */
const asked = 3;

/**
 * May the reader of codes (`qr`) see the corners of a code in a picture? It takes those of one kind, dark or light, by runs of
 * pixels in rows, and in columns through the middles of these. This looks at the same runs of the same pixels, no further, and at what
 * is plain in a square once. Where it sees less than three of a kind, the reader would see no code, and take twice as long.
 */
export function mayHaveCorners(width: number, height: number, shades: Uint8Array): boolean {
  if (Math.min(width, height) < side * (2 * reach + 1) || Math.max(width, height) > mostPixels) return true;
  let [wide, high, plane] = [width, height, shades];
  for (let level = 1; ; level++) {
    if (hasCorners(squaresOf(wide, high, plane))) return true;
    if (level === mostLevels || Math.min(wide >> 1, high >> 1) < leastHalf) return false;
    plane = halved(wide, high, plane);
    [wide, high] = [wide >> 1, high >> 1];
  }
}

function halved(width: number, height: number, shades: Uint8Array): Uint8Array {
  const wide = width >> 1;
  const half = new Uint8Array(wide * (height >> 1));
  for (let at = 0, from = 0; at < half.length; at += wide, from += 2 * width)
    halveRows(shades, from, width, half, at, wide);
  return half;
}

function halveRows(
  shades: Uint8Array,
  from: number,
  width: number,
  half: Uint8Array,
  start: number,
  wide: number,
): void {
  for (let i = start, at = from; i < start + wide; i++, at += 2)
    half[i] = (shades[at]! + shades[at + 1]! + shades[at + width]! + shades[at + width + 1]! + 2) >> 2;
}

/** The last squares of a row and of a column lie over part of those before. */
function squaresOf(width: number, height: number, shades: Uint8Array): Squares {
  const columns = Math.ceil(width / side);
  const rows = Math.ceil(height / side);
  const count = columns * rows;
  const least = new Uint8Array(count);
  const most = new Uint8Array(count);
  const sums = new Uint16Array(count);
  for (let row = 0; row < rows; row++)
    lookAt(shades, width, Math.min(row * side, height - side), least, most, sums, row * columns);
  const thresholds = thresholdsOf(columns, least, most, sums);
  return { width, height, shades, columns, rows, least, most, cuts: meansOf(thresholds, columns, rows) };
}

/** A row of squares, from a line of pixels and a place among squares on: their darkest and lightest shades and their sums. */
function lookAt(
  shades: Uint8Array,
  width: number,
  top: number,
  least: Uint8Array,
  most: Uint8Array,
  sums: Uint16Array,
  first: number,
): void {
  for (let x = 0, at = first; x < width; x += side, at++) {
    let darkest = 255;
    let lightest = 0;
    let sum = 0;
    const start = top * width + Math.min(x, width - side);
    for (let line = start; line < start + side * width; line += width)
      for (let i = line; i < line + side; i++) {
        const shade = shades[i]!;
        sum += shade;
        if (shade < darkest) darkest = shade;
        if (shade > lightest) lightest = shade;
      }
    least[at] = darkest;
    most[at] = lightest;
    sums[at] = sum;
  }
}

/** The mean of a square; of one that is plain half of its shade, or what those before it have. */
function thresholdsOf(columns: number, least: Uint8Array, most: Uint8Array, sums: Uint16Array): Uint8Array {
  const thresholds = new Uint8Array(sums.length);
  for (let at = 0, column = 0; at < sums.length; at++, column++) {
    if (column === columns) column = 0;
    const darkest = least[at]!;
    let threshold = sums[at]! / (side * side);
    if (most[at]! - darkest <= plain) {
      threshold = darkest / 2;
      if (at >= columns && column > 0) {
        const above = at - columns;
        const before = (2 * thresholds[above]! + thresholds[at - 1]! + thresholds[above - 1]!) / 4;
        if (darkest < before) threshold = before;
      }
    }
    thresholds[at] = threshold;
  }
  return thresholds;
}

/** Of the squares around each; those at an edge have those of the ones that do not lie there. */
function meansOf(thresholds: Uint8Array, columns: number, rows: number): Uint8Array {
  const across = 2 * reach + 1;
  const sums = new Uint16Array(thresholds.length);
  const means = new Uint8Array(thresholds.length);
  const last = (rows - across) * columns;
  for (let at = 0; at < sums.length; at++) {
    const column = at % columns;
    let i = at - column + Math.min(Math.max(column - reach, 0), columns - across);
    sums[at] = thresholds[i++]! + thresholds[i++]! + thresholds[i++]! + thresholds[i++]! + thresholds[i]!;
  }
  for (let at = 0; at < sums.length; at++) {
    let i = at - reach * columns;
    if (i < 0) i = at % columns;
    else if (i > last + (at % columns)) i = last + (at % columns);
    let sum = 0;
    for (let end = i + across * columns; i < end; i += columns) sum += sums[i]!;
    means[at] = sum / across ** 2;
  }
  return means;
}

/** Are there runs as through three corners that are dark, or three that are light? */
function hasCorners(squares: Squares): boolean {
  const { width, height, shades, columns, rows, cuts } = squares;
  const edges = new Uint32Array((width + 1) * Math.ceil(height / 2));
  let count = 0;
  for (let y = 0; y < height; y += 2) count = addEdges(squares, y, edges, count);
  const found = [0, 0];
  for (let i = nextCorner(edges, 0, count, width); i < count; i = nextCorner(edges, i + 1, count, width)) {
    const [y, x] = [Math.floor(edges[i]! / width), edges[i]! % width];
    const isDark =
      shades[edges[i]!]! <= cuts[squareAt(y, height, rows) * columns + squareAt(x, width, columns)]!;
    const middle = Math.round((edges[i + 2]! + edges[i + 3]!) / 2 - y * width);
    if (!isThrough(squares, middle, y, (3 * (edges[i + 5]! - edges[i]!)) / 7, isDark)) continue;
    found[Number(isDark)]!++;
    if (found[Number(isDark)] === asked) return true;
  }
  return false;
}

/** Pixels at which runs of a row begin, and where the last one ends. */
function addEdges(squares: Squares, y: number, edges: Uint32Array, from: number): number {
  const { width, height, shades, columns, rows, least, most, cuts } = squares;
  const start = y * width;
  let at = squareAt(y, height, rows) * columns;
  let isDark = shades[start]! <= cuts[at]!;
  let count = from;
  edges[count++] = start;
  let i = start;
  for (let column = 1; column <= columns; column++, at++) {
    const end = start + (column === columns ? width : Math.min(column * side, width - side));
    const cut = cuts[at]!;
    // One pixel is as all, where all are dark or none.
    const last = least[at]! <= cut && most[at]! > cut ? end : i + 1;
    for (; i < last; i++)
      if (shades[i]! <= cut !== isDark) {
        isDark = !isDark;
        edges[count++] = i;
      }
    i = end;
  }
  edges[count++] = start + width;
  return count;
}

/** From the edges at `from` on, the first of five runs as through a corner; no run of a row goes on in another. */
function nextCorner(edges: Uint32Array, from: number, count: number, width: number): number {
  for (let i = from; i + 5 < count; i++) {
    const a = edges[i + 1]! - edges[i]!;
    const b = edges[i + 2]! - edges[i + 1]!;
    const c = edges[i + 3]! - edges[i + 2]!;
    const d = edges[i + 4]! - edges[i + 3]!;
    const e = edges[i + 5]! - edges[i + 4]!;
    if (edges[i + 5]! - edges[i]! <= width && isCorner(a, b, c, d, e)) return i;
  }
  return count;
}

/** Is there a column of runs as through a corner, up and down from a pixel in its middle? */
function isThrough(squares: Squares, x: number, y: number, most: number, isDark: boolean): boolean {
  const { width, height, shades, columns, rows, cuts } = squares;
  const column = squareAt(x, width, columns);
  const isKind = (row: number) =>
    shades[row * width + x]! <= cuts[squareAt(row, height, rows) * columns + column]! === isDark;
  /** How far pixels of a kind reach from one of them on, one more than `limit` at most. */
  const run = (from: number, step: number, ofKind: boolean, limit: number) => {
    let length = 0;
    for (let row = from; row >= 0 && row < height && length <= limit && isKind(row) === ofKind; row += step)
      length++;
    return length;
  };
  // The middle is less than nine fourteenths of all five, and none of the others is longer than `most` and one.
  const longest = 8 * (most + 1);
  const up = run(y, -1, true, longest);
  const b = run(y - up, -1, false, most);
  const a = run(y - up - b, -1, true, most);
  if (a === 0) return false;
  const down = run(y + 1, 1, true, longest);
  const d = run(y + 1 + down, 1, false, most);
  const e = run(y + 1 + down + d, 1, true, most);
  return isCorner(a, b, up + down, d, e);
}

const squareAt = (at: number, length: number, count: number) =>
  at >= length - side ? count - 1 : Math.floor(at / side);

/** Are five runs 1, 1, 3, 1 and 1 modules of a corner, each half a one more or less? */
function isCorner(a: number, b: number, c: number, d: number, e: number): boolean {
  const total = a + b + c + d + e;
  if (total < 7) return false;
  const module = total / 7;
  const most = module / 2;
  return (
    Math.abs(3 * module - c) < 3 * most &&
    Math.abs(module - a) < most &&
    Math.abs(module - b) < most &&
    Math.abs(module - d) < most &&
    Math.abs(module - e) < most
  );
}
