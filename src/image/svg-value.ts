import { type Matrix, multiply } from '../geometry/index.ts';
import { LARGEST_NUMBER, ValueError } from './path-data.ts';
import type { Aspect } from './types.ts';

const number = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const separator = /[ \t\r\n\f]*,?[ \t\r\n\f]*/y;
/** CSS pixels in each unit (CSS Values 4 §6.2); user units are pixels. */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  q: 96 / 101.6,
  in: 96,
};

export function parseNumber(text: string): number {
  const [value, ...more] = parseNumbers(text);
  if (value === undefined || more.length > 0) throw new ValueError('is not a number');
  return value;
}

/**
 * Numbers as path data has them (SVG 1.1 §9.7.1, CSS Transforms 1 §8): between them white space, one comma, or nothing
 * where a sign or a second point tells them apart.
 */
export function parseNumbers(text: string): number[] {
  const value = text.trim();
  const values: number[] = [];
  let at = 0;
  while (at < value.length) {
    number.lastIndex = at;
    const match = number.exec(value);
    if (match === null) throw new ValueError('is not a number');
    const found = Number(match[0]);
    if (Math.abs(found) > LARGEST_NUMBER) throw new ValueError('is too large');
    values.push(found);
    separator.lastIndex = number.lastIndex;
    separator.test(value);
    at = separator.lastIndex;
    if (at >= value.length && value.endsWith(',')) throw new ValueError('is not a number');
  }
  return values;
}

/** A length in user units; percentages count from `base` (SVG 2 §8.9). */
export function parseLength(text: string, base: number | undefined): number {
  const match = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)(%|[a-zA-Z]*)$/.exec(text.trim());
  const value = match === null ? Number.NaN : parseNumber(match[1]!);
  if (match?.[2] === '%' && base !== undefined) return (value / 100) * base;
  const unit = units[(match?.[2] ?? '?').toLowerCase()];
  if (unit === undefined) throw new ValueError('is not a length: use a number, px, pt, mm, cm, in or %');
  return value * unit;
}

/** Lengths one after the other, as of dashes. */
export function parseLengths(text: string, base: number): number[] {
  return text
    .trim()
    .split(/[\s,]+/)
    .flatMap((part) => (/[a-zA-Z%]$/.test(part) ? [parseLength(part, base)] : parseNumbers(part)));
}

/** The part of the canvas that is shown: x, y, width, height. */
export type ViewBox = readonly [x: number, y: number, width: number, height: number];

export function parseViewBox(text: string): ViewBox {
  const [x, y, width, height, ...more] = parseNumbers(text);
  if (height === undefined || more.length > 0) throw new ValueError('is not four numbers');
  if (width! <= 0 || height <= 0) throw new ValueError('has no extent');
  return [x!, y!, width!, height];
}

const aligns: Readonly<Record<string, number>> = { min: 0, mid: 0.5, max: 1 };

/** `preserveAspectRatio` (SVG 2 §8.6). */
export function parseAspect(text: string): Aspect {
  const match = /^(?:defer\s+)?(none|x(min|mid|max)y(min|mid|max))(?:\s+(meet|slice))?$/i.exec(text.trim());
  if (match === null) throw new ValueError('is not as "xMidYMid meet"');
  if (match[2] === undefined) return { fit: 'none', align: [0.5, 0.5] };
  const fit = match[4]?.toLowerCase() === 'slice' ? 'slice' : 'meet';
  return { fit, align: [aligns[match[2].toLowerCase()]!, aligns[match[3]!.toLowerCase()]!] };
}

/** From a view box into a viewport of `width` × `height` at its origin. */
export function viewBoxMatrix(box: ViewBox, { fit, align }: Aspect, width: number, height: number): Matrix {
  let [sx, sy] = [width / box[2], height / box[3]];
  if (fit !== 'none') sx = sy = fit === 'meet' ? Math.min(sx, sy) : Math.max(sx, sy);
  const x = (width - box[2] * sx) * (fit === 'none' ? 0 : align[0]);
  const y = (height - box[3] * sy) * (fit === 'none' ? 0 : align[1]);
  return [sx, 0, 0, sy, x - box[0] * sx, y - box[1] * sy];
}

/** A list of transform functions (CSS Transforms 1 §8), the first one outermost. */
export function parseTransform(text: string): Matrix {
  let rest = text.trim();
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  if (rest === 'none') return matrix;
  while (rest !== '') {
    const match = /^([a-zA-Z]+)[ \t\r\n\f]*\(([^()]*)\)/.exec(rest);
    if (match === null) throw new ValueError('is not a list of transform functions');
    const operands = match[2]!.replace(/(?<=[\d.])(?:px|deg)(?![a-z])/g, '');
    matrix = multiply(matrix, transformFunction(match[1]!, parseNumbers(operands)));
    rest = rest.slice(match[0].length).replace(/^[ \t\r\n\f]*,?[ \t\r\n\f]*/, '');
  }
  return matrix;
}

function transformFunction(name: string, v: readonly number[]): Matrix {
  const radians = ((v[0] ?? 0) * Math.PI) / 180;
  const [cos, sin, tan] = [Math.cos(radians), Math.sin(radians), Math.tan(radians)];
  switch (`${name} ${v.length}`) {
    case 'matrix 6':
      return [v[0]!, v[1]!, v[2]!, v[3]!, v[4]!, v[5]!];
    case 'translate 1':
    case 'translate 2':
      return [1, 0, 0, 1, v[0]!, v[1] ?? 0];
    case 'translateX 1':
      return [1, 0, 0, 1, v[0]!, 0];
    case 'translateY 1':
      return [1, 0, 0, 1, 0, v[0]!];
    case 'scale 1':
    case 'scale 2':
      return [v[0]!, 0, 0, v[1] ?? v[0]!, 0, 0];
    case 'rotate 1':
      return [cos, sin, -sin, cos, 0, 0];
    case 'rotate 3': {
      const [x, y] = [v[1]!, v[2]!];
      return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
    }
    case 'skewX 1':
      return [1, 0, tan, 1, 0, 0];
    case 'skewY 1':
      return [1, tan, 0, 1, 0, 0];
    default:
      throw new ValueError(`has ${name}() with ${v.length} numbers, which is not a transform function`);
  }
}
