import type { Matrix } from './matrix.ts';

/** Straight pieces that a curve is flattened to. */
const pieces = 8;

/** The path under construction (ISO 32000-1 8.5.2), brought to the page at once, curves flattened. */
export class Path {
  #outlines: number[][] = [];
  #open: number[] = [];

  /** Takes an operator that constructs paths; its numbers are in user space. */
  build(operator: string, n: ArrayLike<number>, matrix: Matrix): void {
    switch (operator) {
      case 'm':
        this.#open = [];
        this.#outlines.push(this.#open);
        this.#point(matrix, n[0]!, n[1]!);
        return;
      case 'l':
        this.#point(matrix, n[0]!, n[1]!);
        return;
      case 'c':
        this.#curve(matrix, n);
        return;
      case 're':
        this.#open = [];
        this.#outlines.push(this.#open);
        this.#point(matrix, n[0]!, n[1]!);
        this.#point(matrix, n[0]! + n[2]!, n[1]!);
        this.#point(matrix, n[0]! + n[2]!, n[1]! + n[3]!);
        this.#point(matrix, n[0]!, n[1]! + n[3]!);
        return;
      default:
        this.#close();
    }
  }

  /** The outlines on the page; the path is then empty. */
  take(): Float64Array[] {
    const outlines = this.#outlines.map((points) => new Float64Array(points));
    this.#outlines = [];
    return outlines;
  }

  #point([a, b, c, d, e, f]: Matrix, x: number, y: number): void {
    this.#open.push(a * x + c * y + e, b * x + d * y + f);
  }

  /** A stroke goes back to where the outline began; what follows begins there (8.5.2.1, `h`). */
  #close(): void {
    const [x = 0, y = 0] = this.#open;
    this.#open.push(x, y);
  }

  #curve([a, b, c, d, e, f]: Matrix, n: ArrayLike<number>): void {
    const open = this.#open;
    const [x0, y0] = [open.at(-2)!, open.at(-1)!];
    const [x1, y1] = [a * n[0]! + c * n[1]! + e, b * n[0]! + d * n[1]! + f];
    const [x2, y2] = [a * n[2]! + c * n[3]! + e, b * n[2]! + d * n[3]! + f];
    const [x3, y3] = [a * n[4]! + c * n[5]! + e, b * n[4]! + d * n[5]! + f];
    for (let i = 1; i <= pieces; i++) {
      const t = i / pieces;
      const u = 1 - t;
      const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      open.push(p * x0 + q * x1 + r * x2 + s * x3, p * y0 + q * y1 + r * y2 + s * y3);
    }
  }
}

/** One upright rectangle of four corners, closed or not. */
export function isPlain(outlines: readonly Float64Array[]): boolean {
  const [points] = outlines;
  if (outlines.length !== 1 || points === undefined || (points.length !== 8 && points.length !== 10))
    return false;
  const [x0, y0, x1, y1, x2, y2, x3, y3, x4 = x0, y4 = y0] = points;
  if (x4 !== x0 || y4 !== y0) return false;
  return (
    (y0 === y1 && x1 === x2 && y2 === y3 && x3 === x0) || (x0 === x1 && y1 === y2 && x2 === x3 && y3 === y0)
  );
}
