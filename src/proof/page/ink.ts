import { type Budget, costs } from '../file/budget.ts';
import { type Bounds, boundsOf, intersect, touch } from './matrix.ts';
import { type Contour, hasInk } from './outlines.ts';
import type { Run } from './page-content.ts';

/** Straight pieces that a curve of a glyph is flattened to. */
const pieces = 4;

/** The ink of a glyph as closed polygons, x and y in turn, parts of the size, y up. */
export function polygonsOf(contours: readonly Contour[], unitsPerEm: number): Float64Array[] {
  return contours.filter(hasInk).map((contour) => polygonOf(contour, unitsPerEm));
}

/** Quadratic curves (OpenType, "glyf"): between two points off the curve one on it is implied. */
function polygonOf({ points, on }: Contour, unitsPerEm: number): Float64Array {
  const count = on.length;
  const out: number[] = [];
  const at = (i: number): readonly [number, number] => {
    const k = ((i + count) % count) * 2;
    return [points[k]! / unitsPerEm, points[k + 1]! / unitsPerEm];
  };
  const middle = (i: number, j: number): readonly [number, number] => {
    const [[a, b], [c, d]] = [at(i), at(j)];
    return [(a + c) / 2, (b + d) / 2];
  };
  const isOn = (i: number) => on[(i + count) % count] === 1;
  for (let i = 0; i < count; i++) {
    const [x, y] = at(i);
    if (isOn(i)) {
      out.push(x, y);
      continue;
    }
    const [x0, y0] = isOn(i - 1) ? at(i - 1) : middle(i - 1, i);
    const [x1, y1] = isOn(i + 1) ? at(i + 1) : middle(i, i + 1);
    for (let p = isOn(i - 1) ? 1 : 0; p <= pieces; p++) {
      const t = p / pieces;
      const u = 1 - t;
      out.push(u * u * x0 + 2 * u * t * x + t * t * x1, u * u * y0 + 2 * u * t * y + t * t * y1);
    }
  }
  return Float64Array.from(out);
}

/** The ink of a glyph on the page. */
export function inkOnPage(run: Run, index: number): Float64Array[] {
  const { glyphs, font, size, dx, dy } = run;
  const [x, y] = [glyphs.xs[index]!, glyphs.ys[index]!];
  return font.polygons(glyphs.codes[index]!).map((polygon) => {
    const placed = new Float64Array(polygon.length);
    for (let i = 0; i < polygon.length; i += 2) {
      const along = polygon[i]! * size;
      const up = polygon[i + 1]! * size;
      placed[i] = x + dx * along + dy * up;
      placed[i + 1] = y + dy * along - dx * up;
    }
    return placed;
  });
}

/** Do two inks have an area in common? */
export function inksMeet(a: readonly Float64Array[], b: readonly Float64Array[], budget: Budget): boolean {
  const within = intersect(boundsOf(a), boundsOf(b));
  if (!(within[0] < within[2] && within[1] < within[3])) return false;
  const [edgesA, edgesB] = [edgesIn(a, within), edgesIn(b, within)];
  budget.spend((edgesA.length * edgesB.length * costs.test) / 16 + 1);
  for (let i = 0; i < edgesA.length; i += 4)
    for (let j = 0; j < edgesB.length; j += 4) if (cross(edgesA, i, edgesB, j)) return true;
  // One lies within the other, or their edges lie on each other.
  budget.spend(lines * (edgesA.length + edgesB.length + 8));
  return sharedPart(a, b) > hair;
}

/** Edges that come into bounds: x1, y1, x2, y2 in turn. */
function edgesIn(polygons: readonly Float64Array[], [left, top, right, bottom]: Bounds): number[] {
  const edges: number[] = [];
  for (const p of polygons) {
    let x1 = p[p.length - 2]!;
    let y1 = p[p.length - 1]!;
    for (let i = 0; i < p.length; i += 2) {
      const x2 = p[i]!;
      const y2 = p[i + 1]!;
      if (
        (x1 >= left || x2 >= left) &&
        (x1 <= right || x2 <= right) &&
        (y1 >= top || y2 >= top) &&
        (y1 <= bottom || y2 <= bottom)
      )
        edges.push(x1, y1, x2, y2);
      x1 = x2;
      y1 = y2;
    }
  }
  return edges;
}

/** Which side of a straight line a point is on. */
const side = (x1: number, y1: number, x2: number, y2: number, x: number, y: number) =>
  (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);

function cross(a: readonly number[], i: number, b: readonly number[], j: number): boolean {
  const ax = a[i]!;
  const ay = a[i + 1]!;
  const bx = a[i + 2]!;
  const by = a[i + 3]!;
  const cx = b[j]!;
  const cy = b[j + 1]!;
  const dx = b[j + 2]!;
  const dy = b[j + 3]!;
  if (side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) >= 0) return false;
  return side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0;
}

/** Less than this part of the smaller ink is no meeting. */
const hair = 0.002;
/** Lines that an ink is sampled on. */
const lines = 24;

/** The area that two inks share, as a part of the smaller. */
export function sharedPart(a: readonly Float64Array[], b: readonly Float64Array[]): number {
  const [boundsA, boundsB] = [boundsOf(a), boundsOf(b)];
  if (!touch(boundsA, boundsB)) return 0;
  const [, top, , bottom] = intersect(boundsA, boundsB);
  const step = (bottom - top) / lines;
  const [edgesA, edgesB] = [edgesBetween(a, top, bottom), edgesBetween(b, top, bottom)];
  let shared = 0;
  for (let i = 0; i < lines; i++) {
    const y = top + (i + 0.5) * step;
    shared += overlap(lineOfOne.at(y, edgesA), lineOfOther.at(y, edgesB)) * step;
  }
  if (shared === 0) return 0;
  return shared / Math.max(1e-9, Math.min(areaOf(a, boundsA), areaOf(b, boundsB)));
}

function areaOf(polygons: readonly Float64Array[], [, top, , bottom]: Bounds): number {
  const step = (bottom - top) / lines;
  const edges = edgesBetween(polygons, top, bottom);
  let area = 0;
  for (let i = 0; i < lines; i++) {
    const { spans, count } = lineOfOne.at(top + (i + 0.5) * step, edges);
    for (let k = 0; k < count; k += 2) area += (spans[k + 1]! - spans[k]!) * step;
  }
  return area;
}

/** Edges that level lines between two heights may meet: x1, y1, x2, y2 in turn. */
function edgesBetween(polygons: readonly Float64Array[], top: number, bottom: number): number[] {
  const edges: number[] = [];
  for (const p of polygons) {
    let x1 = p[p.length - 2]!;
    let y1 = p[p.length - 1]!;
    for (let i = 0; i < p.length; i += 2) {
      const x2 = p[i]!;
      const y2 = p[i + 1]!;
      if ((y1 <= bottom || y2 <= bottom) && (y1 >= top || y2 >= top)) edges.push(x1, y1, x2, y2);
      x1 = x2;
      y1 = y2;
    }
  }
  return edges;
}

/** Of so many crossings each is put in its place; more are sorted. */
const few = 32;

/**
 * Where a level line is in an ink. Written anew for each line: there are many, and most cross nothing or twice. Nothing is taken out
 * of lists that are made for it, which left 40 MB of garbage in an Amharic tri-fold.
 */
class LevelLine {
  /** From and to in turn, left to right. */
  spans = new Float64Array(few);
  /** Of what is written of them. */
  count = 0;
  #turns = new Int8Array(few);

  /** @param edges x1, y1, x2, y2 in turn */
  at(y: number, edges: readonly number[]): this {
    let count = 0;
    for (let i = 0; i < edges.length; i += 4) {
      const y1 = edges[i + 1]!;
      const y2 = edges[i + 3]!;
      if (y1 <= y === y2 <= y) continue;
      const x1 = edges[i]!;
      const x2 = edges[i + 2]!;
      if (count === this.spans.length) this.#grow();
      this.spans[count] = x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
      this.#turns[count++] = y2 > y1 ? 1 : -1;
    }
    if (count > few) this.#sortMany(count);
    else this.#sortFew(count);
    this.count = this.#wind(count);
    return this;
  }

  #grow(): void {
    const [xs, turns] = [this.spans, this.#turns];
    this.spans = new Float64Array(xs.length * 2);
    this.spans.set(xs);
    this.#turns = new Int8Array(turns.length * 2);
    this.#turns.set(turns);
  }

  /** Those that cross at one place stay as they are. */
  #sortFew(count: number): void {
    const xs = this.spans;
    const turns = this.#turns;
    for (let i = 1; i < count; i++) {
      const x = xs[i]!;
      const turn = turns[i]!;
      let k = i;
      for (; k > 0 && xs[k - 1]! > x; k--) {
        xs[k] = xs[k - 1]!;
        turns[k] = turns[k - 1]!;
      }
      xs[k] = x;
      turns[k] = turn;
    }
  }

  #sortMany(count: number): void {
    const [xs, turns] = [this.spans.slice(0, count), this.#turns.slice(0, count)];
    const order = Array.from(xs, (_, i) => i).sort((i, j) => xs[i]! - xs[j]!);
    order.forEach((from, to) => {
      this.spans[to] = xs[from]!;
      this.#turns[to] = turns[from]!;
    });
  }

  /** Crossings to spans, in their place: how many ends there are. */
  #wind(count: number): number {
    let winding = 0;
    let ends = 0;
    for (let i = 0; i < count; i++) {
      const x = this.spans[i]!;
      if (winding === 0) this.spans[ends++] = x;
      winding += this.#turns[i]!;
      if (winding === 0) this.spans[ends++] = x;
    }
    // Of places that are no numbers an end may lack.
    this.spans[ends] = Number.NaN;
    return ends;
  }
}

const [lineOfOne, lineOfOther] = [new LevelLine(), new LevelLine()];

function overlap({ spans: a, count }: LevelLine, { spans: b, count: others }: LevelLine): number {
  let length = 0;
  for (let i = 0; i < count; i += 2)
    for (let j = 0; j < others; j += 2)
      length += Math.max(0, Math.min(a[i + 1]!, b[j + 1]!) - Math.max(a[i]!, b[j]!));
  return length;
}
