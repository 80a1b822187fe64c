import { type Budget, costs } from '../file/budget.ts';
import { type Bounds, inverse, type Matrix, moved } from '../page/matrix.ts';
import type { Color, Painted } from '../page/page-content.ts';

/** What a line is drawn with. */
type Pen = Pick<Painted, 'reach' | 'cap' | 'across'>;

/**
 * Where edges cross the middles of rows, from the left: of each row those that go down, then those that go up. `ends` says where
 * each of the two ends.
 */
interface Crossings {
  readonly xs: Float64Array;
  readonly ends: Uint32Array;
}

/** A part of a page in colours, for a reader of codes: each pixel is what its middle shows. */
export class Raster {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue from the lowest byte, row by row; white is paper. */
  readonly pixels: Uint32Array;
  readonly #area: Bounds;
  readonly #scale: number;
  readonly #budget: Pick<Budget, 'spend'>;

  /** `scale` is pixels a pt; `budget` bounds how often edges cross rows: few points may do it millions of times. */
  constructor(area: Bounds, scale: number, budget: Pick<Budget, 'spend'>) {
    this.#area = area;
    this.#scale = scale;
    this.#budget = budget;
    this.width = Math.max(1, Math.round((area[2] - area[0]) * scale));
    this.height = Math.max(1, Math.round((area[3] - area[1]) * scale));
    this.pixels = new Uint32Array(this.width * this.height).fill(0xffffff);
  }

  /** Fills outlines (x and y in turn, pt on the page). */
  fill(outlines: readonly ArrayLike<number>[], evenOdd: boolean, color: Color, clip: Bounds): void {
    const pixel = pixelOf(color);
    this.spans(outlines, evenOdd, clip, (from, to) => this.pixels.fill(pixel, from, to));
  }

  /** Gives the places of the pixels within outlines, row by row, each row in spans. */
  spans(
    outlines: readonly ArrayLike<number>[],
    evenOdd: boolean,
    clip: Bounds,
    each: (from: number, to: number) => void,
  ): void {
    const [left, right] = [this.#column(clip[0]), this.#column(clip[2])];
    const [start, end] = this.#rowsOf(outlines, clip);
    const { xs, ends } = this.#crossings(outlines, start, end);
    for (let i = 0, down = 0; i < ends.length; i += 2) {
      const first = (start + i / 2) * this.width;
      let [up, winding, crossed, before] = [ends[i]!, 0, 0, 0];
      const [lastDown, lastUp] = [up, ends[i + 1]!];
      for (; down < lastDown || up < lastUp; crossed++) {
        const isDown = up === lastUp || (down < lastDown && xs[down]! <= xs[up]!);
        const x = isDown ? xs[down++]! : xs[up++]!;
        if (evenOdd ? crossed % 2 === 1 : winding !== 0) {
          const from = Math.max(left, Math.ceil(before - 0.5));
          const to = Math.min(right, Math.ceil(x - 0.5));
          if (to > from) each(first + from, first + to);
        }
        winding += isDown ? 1 : -1;
        before = x;
      }
      down = lastUp;
    }
  }

  /** Lines through points. */
  stroke(outlines: readonly ArrayLike<number>[], pen: Pen, color: Color, clip: Bounds): void {
    const pixel = pixelOf(color);
    this.strokeSpans(outlines, pen, clip, (from, to) => this.pixels.fill(pixel, from, to));
  }

  /** The same as places of pixels; some of them come several times. */
  strokeSpans(
    outlines: readonly ArrayLike<number>[],
    { reach, cap, across = [reach, 0, 0, reach] }: Pen,
    clip: Bounds,
    each: (from: number, to: number) => void,
  ): void {
    const one = (points: readonly number[]) => this.spans([points], false, clip, each);
    const pen: Matrix = [...across, 0, 0];
    const back = inverse(pen);
    if (back === undefined) return;
    for (const points of outlines) {
      const last = points.length - 2;
      for (let i = 0; i + 3 < points.length; i += 2) {
        let [x0, y0, x1, y1] = [points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!];
        const [ux, uy] = moved(back, x1 - x0, y1 - y0);
        const length = Math.hypot(ux, uy);
        if (length === 0 && cap === undefined) continue;
        const [wx, wy] = length === 0 ? [1, 0] : [ux / length, uy / length];
        const [ax, ay] = moved(pen, wx, wy);
        const [nx, ny] = moved(pen, -wy, wx);
        if (cap === 2 && i === 0) [x0, y0] = [x0 - ax, y0 - ay];
        if (cap === 2 && i + 2 === last) [x1, y1] = [x1 + ax, y1 + ay];
        one([x0 + nx, y0 + ny, x1 + nx, y1 + ny, x1 - nx, y1 - ny, x0 - nx, y0 - ny]);
      }
      if (cap !== 1 || last < 2) continue;
      for (const end of [0, last]) one(circle(points[end]!, points[end + 1]!, pen));
    }
  }

  /** The middle of a pixel on the page. */
  middle(pixel: number): readonly [number, number] {
    const x = pixel % this.width;
    return [
      (x + 0.5) / this.#scale + this.#area[0],
      ((pixel - x) / this.width + 0.5) / this.#scale + this.#area[1],
    ];
  }

  /** Samples of an image, whose unit square lies at these corners (8.9.5: its first row is at the top). */
  image(
    corners: ArrayLike<number>,
    { width, height, samples, colors, opacities }: Samples,
    clip: Bounds,
  ): void {
    const [x0, y0, x1, y1, , , x3, y3] = Array.from(corners) as [number, ...number[]];
    const [ux, uy, vx, vy] = [x1! - x0, y1! - y0!, x3! - x0, y3! - y0!];
    const area = ux * vy - uy * vx;
    if (area === 0) return;
    const [right, bottom] = [this.#column(clip[2]), this.#row(clip[3])];
    for (let y = this.#row(clip[1]); y < bottom; y++)
      for (let x = this.#column(clip[0]); x < right; x++) {
        const dx = (x + 0.5) / this.#scale + this.#area[0] - x0;
        const dy = (y + 0.5) / this.#scale + this.#area[1] - y0!;
        const [u, v] = [(dx * vy - dy * vx) / area, (dy * ux - dx * uy) / area];
        if (u < 0 || u >= 1 || v <= 0 || v > 1) continue;
        const pixel = Math.floor((1 - v) * height) * width + Math.floor(u * width);
        const at = pixel * colors;
        const [green, blue] = colors === 1 ? [at, at] : [at + 1, at + 2];
        const color = samples[at]! | (samples[green]! << 8) | (samples[blue]! << 16);
        const to = y * this.width + x;
        const opacity = opacities?.[pixel] ?? 255;
        this.pixels[to] = opacity === 255 ? color : blended(this.pixels[to]!, color, opacity / 255);
      }
  }

  /** The rows whose middles lie within outlines and their clip, from the first to where they end. */
  #rowsOf(outlines: readonly ArrayLike<number>[], clip: Bounds): [start: number, end: number] {
    let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const points of outlines)
      for (let i = 1; i < points.length; i += 2) {
        const y = points[i]!;
        if (y < top) top = y;
        if (y > bottom) bottom = y;
      }
    const row = (y: number) => Math.ceil((y - this.#area[1]) * this.#scale - 0.5);
    return [Math.max(this.#row(clip[1]), row(top)), Math.min(this.#row(clip[3]), row(bottom))];
  }

  /** Where edges cross the middles of rows, in order. */
  #crossings(outlines: readonly ArrayLike<number>[], start: number, end: number): Crossings {
    const [sides, found]: number[][] = [[], []];
    for (const points of outlines) this.#cross(points, start, end, sides!, found!);
    const ends = new Uint32Array(2 * Math.max(0, end - start));
    for (const side of sides!) ends[side]!++;
    // Where each side begins, until it is filled.
    for (let i = 0, sum = 0; i < ends.length; i++) {
      const own = ends[i]!;
      ends[i] = sum;
      sum += own;
    }
    const xs = new Float64Array(found!.length);
    for (let i = 0; i < xs.length; i++) xs[ends[sides![i]!]!++] = found![i]!;
    for (let i = 0, from = 0; i < ends.length; i++) {
      const to = ends[i]!;
      if (to - from > 1) xs.subarray(from, to).sort();
      from = to;
    }
    return { xs, ends };
  }

  /** Adds where the edges of an outline cross rows: twice the row, and one more where the edge goes up. */
  #cross(points: ArrayLike<number>, start: number, rowsEnd: number, sides: number[], found: number[]): void {
    const count = points.length;
    for (let i = 0; i + 1 < count; i += 2) {
      const x0 = (points[i]! - this.#area[0]) * this.#scale;
      const y0 = (points[i + 1]! - this.#area[1]) * this.#scale;
      const x1 = (points[(i + 2) % count]! - this.#area[0]) * this.#scale;
      const y1 = (points[(i + 3) % count]! - this.#area[1]) * this.#scale;
      if (y0 === y1) continue;
      const side = y1 > y0 ? 0 : 1;
      const first = Math.max(start, Math.ceil(Math.min(y0, y1) - 0.5));
      const end = Math.min(rowsEnd, Math.ceil(Math.max(y0, y1) - 0.5));
      if (end > first) this.#budget.spend(costs.crossing * (end - first));
      for (let y = first; y < end; y++) {
        sides.push(2 * (y - start) + side);
        found.push(x0 + ((y + 0.5 - y0) / (y1 - y0)) * (x1 - x0));
      }
    }
  }

  #column(x: number): number {
    return Math.min(this.width, Math.max(0, Math.round((x - this.#area[0]) * this.#scale)));
  }

  #row(y: number): number {
    return Math.min(this.height, Math.max(0, Math.round((y - this.#area[1]) * this.#scale)));
  }
}

/** An image's samples: one or three bytes each, grey or red, green and blue. */
export interface Samples {
  readonly width: number;
  readonly height: number;
  readonly samples: Uint8Array;
  readonly colors: 1 | 3;
  /** 255 where nothing shows through; undefined: everywhere. */
  readonly opacities?: Uint8Array;
}

const corners = 16;

/** As good as one: its corners. */
function circle(x: number, y: number, pen: Matrix): number[] {
  return Array.from({ length: corners }, (_, i) => (i * 2 * Math.PI) / corners).flatMap((angle) => {
    const [dx, dy] = moved(pen, Math.cos(angle), Math.sin(angle));
    return [x + dx, y + dy];
  });
}

export const pixelOf = ([red, green, blue]: Color): number =>
  Math.round(red) | (Math.round(green) << 8) | (Math.round(blue) << 16);

/** What is seen of a colour over another. */
export function blended(below: number, above: number, opacity: number): number {
  const part = (shift: number): number => {
    const [low, high] = [(below >> shift) & 255, (above >> shift) & 255];
    return Math.round(low + (high - low) * opacity) << shift;
  };
  return part(0) | part(8) | part(16);
}
