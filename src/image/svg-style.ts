import { type Color, type Matrix, multiply, uniformScale } from '../geometry/index.ts';
import { ValueError } from './path-data.ts';
import type { AttributeReader } from './svg-shape.ts';
import { parseColor, parseNumber, parseNumbers, parseSize, parseTransform } from './svg-value.ts';
import type { Shape, Stroke } from './types.ts';

/** What children inherit, with the matrix from their coordinates to the picture's. */
export interface SvgStyle {
  readonly fill: Color | undefined;
  readonly rule: Shape['rule'];
  readonly stroke: Color | undefined;
  readonly width: number;
  readonly cap: Stroke['cap'];
  readonly join: Stroke['join'];
  readonly dash: readonly number[];
  readonly matrix: Matrix;
}

/** Initial values (SVG 2 §13). */
export function initialStyle(matrix: Matrix): SvgStyle {
  return {
    fill: [0, 0, 0],
    rule: 'nonzero',
    stroke: undefined,
    width: 1,
    cap: 'butt',
    join: 'miter',
    dash: [],
    matrix,
  };
}

export const styleAttributes = [
  'fill',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-dasharray',
  'transform',
  'opacity',
  'fill-opacity',
  'stroke-opacity',
];

export function computeStyle(parent: SvgStyle, attributes: AttributeReader): SvgStyle {
  const { read } = attributes;
  for (const name of ['opacity', 'fill-opacity', 'stroke-opacity']) read(name, opaque, undefined);
  return {
    fill: read('fill', parseColor, parent.fill),
    rule: read('fill-rule', keyword('nonzero', 'evenodd'), parent.rule),
    stroke: read('stroke', parseColor, parent.stroke),
    width: read('stroke-width', parseSize, parent.width),
    cap: read('stroke-linecap', keyword('butt', 'round', 'square'), parent.cap),
    join: read('stroke-linejoin', keyword('miter', 'round', 'bevel'), parent.join),
    dash: read('stroke-dasharray', parseDash, parent.dash),
    matrix: multiply(parent.matrix, read('transform', parseTransform, [1, 0, 0, 1, 0, 0])),
  };
}

/**
 * The stroke in the picture's coordinates.
 * @throws ValueError when the transforms would make the line wider in one direction than in another
 */
export function strokeOf(style: SvgStyle): Stroke | undefined {
  if (style.stroke === undefined || style.width === 0) return undefined;
  const scale = uniformScale(style.matrix);
  if (scale === undefined) throw new ValueError('is stroked under a transform that distorts the line');
  return {
    color: style.stroke,
    width: style.width * scale,
    cap: style.cap,
    join: style.join,
    dash: style.dash.map((length) => length * scale),
  };
}

function keyword<const T extends string>(...known: readonly T[]): (text: string) => T {
  return (text) => {
    const found = known.find((word) => word === text.trim());
    if (found === undefined) throw new ValueError(`is not one of ${known.join(', ')}`);
    return found;
  };
}

/** A dash array; an odd one repeats itself, one that sums to 0 is a solid line (SVG 2 §13.5.6). */
function parseDash(text: string): number[] {
  if (text.trim() === 'none') return [];
  const dash = parseNumbers(text);
  if (dash.some((length) => length < 0)) throw new ValueError('has a negative length');
  if (dash.every((length) => length === 0)) return [];
  return dash.length % 2 === 0 ? dash : [...dash, ...dash];
}

function opaque(text: string): undefined {
  if (parseNumber(text) !== 1)
    throw new ValueError('is not 1: transparency is not taken, mix the colour instead');
}
