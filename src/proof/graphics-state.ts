import type { ReadFont } from './font.ts';
import type { Bounds, Matrix } from './matrix.ts';
import type { Color } from './page-content.ts';

/** The part of the graphics state that the proof needs (ISO 32000-1 8.4, 9.3). Copied by `q`. */
export interface GraphicsState {
  ctm: Matrix;
  fill: Color;
  clip: Bounds;
  font: ReadFont | undefined;
  size: number;
  charSpace: number;
  wordSpace: number;
  /** Horizontal scaling; 1 is 100 %. */
  scale: number;
  leading: number;
  rise: number;
}

export function initialState(ctm: Matrix): GraphicsState {
  const clip: Bounds = [-1e9, -1e9, 1e9, 1e9];
  return {
    ctm,
    fill: [0, 0, 0],
    clip,
    font: undefined,
    size: 0,
    charSpace: 0,
    wordSpace: 0,
    scale: 1,
    leading: 0,
    rise: 0,
  };
}

/** A colour from the operands of `g`, `rg`, `k` or `sc`: grey, RGB, CMYK. */
export function colorOf(operands: readonly unknown[]): Color {
  const values = operands.filter((value) => typeof value === 'number');
  const byte = (value: number) => Math.round(Math.max(0, Math.min(1, value)) * 255);
  const [a = 0, b = 0, c = 0, k = 0] = values;
  if (values.length === 1) return [byte(a), byte(a), byte(a)];
  if (values.length === 3) return [byte(a), byte(b), byte(c)];
  if (values.length === 4) return [byte((1 - a) * (1 - k)), byte((1 - b) * (1 - k)), byte((1 - c) * (1 - k))];
  return [0, 0, 0];
}
