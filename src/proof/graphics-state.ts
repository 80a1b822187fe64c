import type { ReadFont } from './font.ts';
import type { Bounds, Matrix } from './matrix.ts';
import type { Dictionary, PdfObject } from './object.ts';
import type { Color } from './page-content.ts';

/** The part of the graphics state that the proof needs (ISO 32000-1 8.4, 9.3). Copied by `q`. */
export interface GraphicsState {
  ctm: Matrix;
  /** Undefined: in a colour space whose colours are not known. */
  fill: Color | undefined;
  /** False in such a colour space. */
  plain: boolean;
  /** Non-stroking opacity is 1. */
  solid: boolean;
  /** Blend mode is Normal. */
  normal: boolean;
  /** A soft mask is set. */
  masked: boolean;
  /** Text rendering mode (9.3.6). */
  mode: number;
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
    plain: true,
    solid: true,
    normal: true,
    masked: false,
    mode: 0,
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

/** What fills leave on the page; undefined where that is not known. */
export function inkOf({ fill, solid, normal, masked }: GraphicsState): Color | undefined {
  return solid && normal && !masked ? fill : undefined;
}

/** Colour spaces whose operands are grey, RGB or CMYK as they stand (8.6). */
const plainSpaces = ['/DeviceGray', '/DeviceRGB', '/DeviceCMYK', '/CalGray', '/CalRGB', '/ICCBased'];

/** Selects a colour space: its name, or the array that a name stands for. */
export function selectSpace(state: GraphicsState, space: PdfObject | undefined): void {
  state.plain = plainSpaces.includes(String(Array.isArray(space) ? space[0] : space));
  state.fill = state.plain ? [0, 0, 0] : undefined;
}

/** Takes what matters of a graphics state parameter dictionary (8.4.5). */
export function applyParameters(
  state: GraphicsState,
  parameters: Dictionary | undefined,
  get: (key: PdfObject | undefined) => PdfObject | undefined,
): void {
  const alpha = get(parameters?.get('ca'));
  if (alpha !== undefined) state.solid = alpha === 1;
  const mode = get(parameters?.get('BM'));
  if (mode !== undefined) state.normal = mode === '/Normal' || mode === '/Compatible';
  const mask = get(parameters?.get('SMask'));
  if (mask !== undefined) state.masked = mask !== '/None';
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
