import { type Color, type Matrix, multiply } from '../geometry/index.ts';
import { LARGEST_NUMBER, ValueError } from './path-data.ts';

const plainNumber = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

export function parseNumber(text: string): number {
  const value = text.trim();
  if (!plainNumber.test(value)) throw new ValueError('is not a number');
  const number = Number(value);
  if (Math.abs(number) > LARGEST_NUMBER) throw new ValueError('is too large');
  return number;
}

/** A number that is not negative. */
export function parseSize(text: string): number {
  const size = parseNumber(text);
  if (size < 0) throw new ValueError('is negative');
  return size;
}

/** Numbers with white space or single commas between them. */
export function parseNumbers(text: string): number[] {
  const value = text.trim();
  return value === '' ? [] : value.split(/[ \t\r\n\f]*,[ \t\r\n\f]*|[ \t\r\n\f]+/).map(parseNumber);
}

/** Width or height of the canvas: a number, in any absolute unit or none. Only its being there is checked. */
export function parseLength(text: string): number {
  return parseSize(text.trim().replace(/(?:px|pt|pc|mm|cm|in)$/, ''));
}

export function parseColor(text: string): Color | undefined {
  const value = text.trim().toLowerCase();
  if (value === 'none') return undefined;
  if (value === 'black') return [0, 0, 0];
  if (value === 'white') return [255, 255, 255];
  const hex = /^#(?:([0-9a-f])([0-9a-f])([0-9a-f])|([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2}))$/.exec(value);
  if (hex !== null) {
    const [, r, g, b, rr, gg, bb] = hex;
    const part = (one: string | undefined, two: string | undefined): number =>
      Number.parseInt(two ?? `${one}${one}`, 16);
    return [part(r, rr), part(g, gg), part(b, bb)];
  }
  const rgb = /^rgb\(\s*(\d{1,3})(?:\s*,\s*|\s+)(\d{1,3})(?:\s*,\s*|\s+)(\d{1,3})\s*\)$/.exec(value);
  if (rgb?.slice(1).every((part) => Number(part) <= 255))
    return [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])];
  throw new ValueError('is not a colour: use #rgb, #rrggbb, rgb(), black, white or none');
}

/** A list of transform functions (CSS Transforms 1 §8), the first one outermost. */
export function parseTransform(text: string): Matrix {
  let rest = text.trim();
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  while (rest !== '') {
    const match = /^([a-zA-Z]+)\s*\(([^()]*)\)\s*,?\s*/.exec(rest);
    if (match === null) throw new ValueError('is not a list of transform functions');
    matrix = multiply(matrix, transformFunction(match[1]!, parseNumbers(match[2]!)));
    rest = rest.slice(match[0].length);
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
