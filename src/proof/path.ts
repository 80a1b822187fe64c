import { apply, type Matrix } from './matrix.ts';
import type { Outline } from './page-content.ts';

type Point = [number, number];

/** Straight pieces that a curve is flattened to. */
const pieces = 8;

/** The path under construction (ISO 32000-1 8.5.2), in user space, curves flattened. */
export class Path {
  #outlines: Point[][] = [];

  get isEmpty(): boolean {
    return this.#outlines.length === 0;
  }

  /** Takes a path construction operator; false when it is none. */
  build(operator: string, n: readonly number[]): boolean {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = n;
    switch (operator) {
      case 'm':
        this.#outlines.push([[a, b]]);
        return true;
      case 'l':
        this.#outlines.at(-1)?.push([a, b]);
        return true;
      case 'c':
        this.#curve([a, b], [c, d], [e, f]);
        return true;
      case 'v':
        this.#curve(this.#current(), [a, b], [c, d]);
        return true;
      case 'y':
        this.#curve([a, b], [c, d], [c, d]);
        return true;
      case 're':
        this.#outlines.push([
          [a, b],
          [a + c, b],
          [a + c, b + d],
          [a, b + d],
        ]);
        return true;
      case 'h':
        return true;
      default:
        return false;
    }
  }

  /** The outlines in another space; the path is then empty. */
  take(matrix: Matrix): Outline[] {
    const outlines = this.#outlines.map((outline) => outline.map(([x, y]) => apply(matrix, x, y)));
    this.#outlines = [];
    return outlines;
  }

  #current(): Point {
    return this.#outlines.at(-1)?.at(-1) ?? [0, 0];
  }

  #curve([x1, y1]: Point, [x2, y2]: Point, [x3, y3]: Point): void {
    const [x0, y0] = this.#current();
    for (let i = 1; i <= pieces; i++) {
      const t = i / pieces;
      const u = 1 - t;
      const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      this.#outlines.at(-1)?.push([p * x0 + q * x1 + r * x2 + s * x3, p * y0 + q * y1 + r * y2 + s * y3]);
    }
  }
}
