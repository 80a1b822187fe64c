import { type Bounds, contains, grown, intersect, unite } from './matrix.ts';
import type { Look, Painted, Piece, Run } from './page-content.ts';

/** A part of a page that a code may be in, and the least size that its modules have, pt. */
export interface CodeArea {
  readonly bounds: Bounds;
  readonly module: number;
}

/** Modules smaller than this no camera tells apart, pt: a fifth of a millimetre. */
const smallest = 0.6;
/** Modules along a cell of the grids in which corners are counted: the smallest code (ISO/IEC 18004 5.3.1) has 21. */
const across = 16;
/**
 * Corners in four cells. However the smallest code is drawn, as rectangles or as outlines of what is dark, sharp, cut, slanted or
 * rounded, more of its corners lie in four cells wherever it stands.
 */
const fewest = 66;
/**
 * What turns less is a part of a corner, radians: a curve is flattened to many points, and has six corners all around, be it a
 * dot or a loop.
 */
const wholeTurn = Math.PI / 3 - 1e-6;
/** The reader of codes looks at half, a quarter and an eighth of what it is given as well. */
const pyramid = 8;
/** Signs that are squares and dots: a code can be typed of them. */
const blocks = /[\u2580-\u25ff\u2800-\u28ff\u2b1b\u2b1c]/;

/** Where corners lie so dense that they could be a code's, from its smallest modules to those that fill the page. */
export function codeAreas(
  pieces: readonly Pick<Piece, 'painted' | 'runs'>[],
  [width, height]: readonly [number, number],
): CodeArea[] {
  const page: Bounds = [0, 0, width, height];
  const painted = pieces.flatMap((piece) => piece.painted);
  const typed = pieces.flatMap(({ runs }) => runs.filter(isTyped));
  const corners = [...cornersOf(painted), ...typed.flatMap(cornersOfBlocks)];
  const pictures = painted.filter(({ kind }) => kind === 'picture');
  const found: CodeArea[] = [];
  for (let module = smallest; module * 21 <= Math.max(width, height); module *= 2) {
    const grid = new Grid(width, height, module * across);
    for (const points of corners)
      for (let i = 0; i < points.length; i += 3) grid.count(points[i]!, points[i + 1]!, points[i + 2]!);
    for (const picture of pictures)
      if (mayHold(picture, module)) grid.cover(intersect(picture.bounds, picture.clip.bounds));
    for (const bounds of grid.dense()) {
      const inner = intersect(bounds, page);
      const known = found.some(
        (area) => area.module * pyramid >= module * 2 && contains(grown(area.bounds, smallest), inner),
      );
      if (!known && inner[2] > inner[0] && inner[3] > inner[1]) found.push({ bounds: inner, module });
    }
  }
  return found;
}

/**
 * Every corner of what is filled and stroked: x, y, and how much of a corner each is, in turn; a stroke has two edges, a clip cuts
 * out as many corners as it has, and a gradient can show another edge at each of its stops.
 */
function cornersOf(painted: readonly Painted[]): ArrayLike<number>[] {
  return painted.flatMap(({ kind, outlines, dashes, look }) => {
    if (kind === 'picture') return [];
    const shape = (dashes ?? outlines).map((points) => turnsOf(points, kind === 'fill'));
    const cuts = look?.cuts.flatMap((cut) => cut.outlines.map((points) => turnsOf(points, true))) ?? [];
    return [
      ...(kind === 'stroke' ? [...shape, ...shape] : shape),
      ...cuts,
      ...(look === undefined ? [] : edgesOf(look).flatMap(() => shape)),
    ];
  });
}

/** The points of an outline with how much it turns at each; what is not closed ends in a corner at either end. */
function turnsOf(points: ArrayLike<number>, isClosed: boolean): Float64Array {
  const count = points.length >> 1;
  const out = new Float64Array(count * 3);
  const isSame = (a: number, b: number) =>
    points[2 * a] === points[2 * b] && points[2 * a + 1] === points[2 * b + 1];
  let start = 0;
  while (start < count && isSame(start, (start + count - 1) % count)) start++;
  // Points that lie on one spot are looked at together: each by itself would seek the next one anew.
  for (let done = 0; done < count; ) {
    const at = (start + done) % count;
    let length = 1;
    while (done + length < count && isSame(at, (at + length) % count)) length++;
    const turn = start === count ? 1 : turnAt(points, (at + count - 1) % count, at, (at + length) % count);
    for (let k = 0; k < length; k++) {
      const i = (at + k) % count;
      const isEnd = !isClosed && (i === 0 || i === count - 1);
      out.set([points[2 * i]!, points[2 * i + 1]!, isEnd ? 1 : turn], 3 * i);
    }
    done += length;
  }
  return out;
}

/** How much of a corner an outline has at a point, between two others: 0 where it goes straight on. */
function turnAt(points: ArrayLike<number>, before: number, at: number, after: number): number {
  const [x, y] = [points[2 * at]!, points[2 * at + 1]!];
  const [ux, uy] = [x - points[2 * before]!, y - points[2 * before + 1]!];
  const [vx, vy] = [points[2 * after]! - x, points[2 * after + 1]! - y];
  const part = Math.atan2(Math.abs(ux * vy - uy * vx), ux * vx + uy * vy) / wholeTurn;
  // What is no number is a corner.
  return part < 1 ? part : 1;
}

/** The stops of all gradients that something is seen by, between the first and the last. */
function edgesOf({ shading, masks, groups }: Look): readonly unknown[] {
  const all = [
    ...(shading === undefined ? [] : [shading]),
    ...masks,
    ...groups.flatMap((group) => group.masks),
  ];
  return all.flatMap(({ stops }) => stops.slice(2));
}

export const isTyped = ({ text }: Run) => blocks.test(text);

function cornersOfBlocks({ glyphs, first, end, size }: Run): number[][] {
  return Array.from({ length: end - first }, (_, i) => {
    const [x, y] = [glyphs.xs[first + i]!, glyphs.ys[first + i]!];
    const [right, top] = [x + size / 2, y - size / 2];
    return [x, y, 1, right, y, 1, x, top, 1, right, top, 1];
  });
}

/** Has an image the samples for modules of this size, and the room for a code of them? */
function mayHold({ image, bounds: [left, top, right, bottom] }: Painted, module: number): boolean {
  const [width, height] = [
    image!.dictionary.get('Width') as number,
    image!.dictionary.get('Height') as number,
  ];
  const sample = Math.min((right - left) / width, (bottom - top) / height);
  return module * 2 > sample && Math.max(right - left, bottom - top) >= module;
}

class Grid {
  readonly #cell: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #counts: Float64Array;
  /** Around the corners of each cell. */
  readonly #around: (Bounds | undefined)[];

  constructor(width: number, height: number, cell: number) {
    this.#cell = cell;
    this.#columns = Math.ceil(width / cell) + 1;
    this.#rows = Math.ceil(height / cell) + 1;
    this.#counts = new Float64Array(this.#columns * this.#rows);
    this.#around = new Array(this.#counts.length);
  }

  count(x: number, y: number, corner: number): void {
    const [column, row] = [Math.floor(x / this.#cell), Math.floor(y / this.#cell)];
    if (!(column >= 0 && row >= 0 && column < this.#columns && row < this.#rows)) return;
    const at = row * this.#columns + column;
    this.#counts[at]! += corner;
    const known = this.#around[at];
    if (known === undefined) this.#around[at] = [x, y, x, y];
    else if (x < known[0] || y < known[1] || x > known[2] || y > known[3])
      this.#around[at] = unite(known, [x, y, x, y]);
  }

  /** What a picture covers is as good as dense. */
  cover([left, top, right, bottom]: Bounds): void {
    const cell = this.#cell;
    const [from, to] = [
      Math.max(0, Math.floor(top / cell)),
      Math.min(this.#rows - 1, Math.floor(bottom / cell)),
    ];
    for (let row = from; row <= to; row++)
      for (
        let column = Math.max(0, Math.floor(left / cell));
        column <= Math.min(this.#columns - 1, Math.floor(right / cell));
        column++
      ) {
        const at = row * this.#columns + column;
        const [x, y] = [column * cell, row * cell];
        const part = intersect([left, top, right, bottom], [x, y, x + cell, y + cell]);
        this.#counts[at]! += fewest;
        this.#around[at] = this.#around[at] === undefined ? part : unite(this.#around[at], part);
      }
  }

  /** Around the corners of cells that are dense together. */
  *dense(): Generator<Bounds> {
    const columns = this.#columns;
    const hot = new Uint8Array(this.#counts.length);
    for (let row = 0; row < this.#rows; row++)
      for (let column = 0; column < columns; column++) {
        const at = row * columns + column;
        const right = column + 1 < columns ? 1 : 0;
        const down = row + 1 < this.#rows ? columns : 0;
        let sum = this.#counts[at]!;
        if (right > 0) sum += this.#counts[at + right]!;
        if (down > 0) sum += this.#counts[at + down]!;
        if (right > 0 && down > 0) sum += this.#counts[at + right + down]!;
        if (sum < fewest) continue;
        for (let y = 0; y <= down; y += columns)
          for (let x = 0; x <= right; x++) if (this.#counts[at + x + y]! > 0) hot[at + x + y] = 1;
      }
    for (let start = 0; start < hot.length; start++) {
      if (hot[start] === 0) continue;
      hot[start] = 0;
      let around = this.#around[start]!;
      const queue = [start];
      for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
        around = unite(around, this.#around[at]!);
        const column = at % columns;
        for (const [dx, dy] of neighbours) {
          const next = at + dy * columns + dx;
          if (column + dx < 0 || column + dx >= columns || hot[next] !== 1) continue;
          hot[next] = 0;
          queue.push(next);
        }
      }
      yield around;
    }
  }
}

const neighbours = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => [dx, dy] as const));
