import { ellipsePath, polyPath, rectPath, roundedRectPath } from './path.ts';
import { LimitError, parsePath, ValueError } from './path-data.ts';
import { parseNumber, parseNumbers, parseSize } from './svg-value.ts';
import type { PathData } from './types.ts';

/** Attributes of an element; a value that is refused is reported and read as `fallback`. */
export interface AttributeReader {
  read<T>(name: string, parse: (text: string) => T, fallback: T): T;
  has(name: string): boolean;
}

/** The geometry attributes of each shape element. */
export const shapeAttributes = {
  path: ['d'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  line: ['x1', 'y1', 'x2', 'y2'],
  polyline: ['points'],
  polygon: ['points'],
} as const satisfies Record<string, readonly string[]>;

export type ShapeName = keyof typeof shapeAttributes;

/**
 * The outline of a shape (SVG 2 §9, §10), or undefined when it has none (an extent of 0).
 * @throws LimitError when it has more than `limit` segments
 */
export function shapePath(name: ShapeName, attributes: AttributeReader, limit: number): PathData | undefined {
  const coordinate = (key: string): number => attributes.read(key, parseNumber, 0);
  const size = (key: string): number => attributes.read(key, parseSize, 0);
  switch (name) {
    case 'path': {
      const path = attributes.read('d', (text) => parsePath(text, limit), undefined);
      return path?.verbs === '' ? undefined : path;
    }
    case 'rect': {
      const [x, y, width, height] = [coordinate('x'), coordinate('y'), size('width'), size('height')];
      if (width === 0 || height === 0) return undefined;
      const rx = Math.min(size(attributes.has('rx') ? 'rx' : 'ry'), width / 2);
      const ry = Math.min(size(attributes.has('ry') ? 'ry' : 'rx'), height / 2);
      return rx > 0 && ry > 0 ? roundedRectPath(x, y, width, height, rx, ry) : rectPath(x, y, width, height);
    }
    case 'circle': {
      const r = size('r');
      return r === 0 ? undefined : ellipsePath(coordinate('cx'), coordinate('cy'), r, r);
    }
    case 'ellipse': {
      const [rx, ry] = [size('rx'), size('ry')];
      return rx === 0 || ry === 0 ? undefined : ellipsePath(coordinate('cx'), coordinate('cy'), rx, ry);
    }
    case 'line':
      return polyPath([coordinate('x1'), coordinate('y1'), coordinate('x2'), coordinate('y2')], false);
    case 'polyline':
    case 'polygon': {
      const points = attributes.read('points', (text) => parsePoints(text, limit), []);
      return points.length < 4 ? undefined : polyPath(points, name === 'polygon');
    }
  }
}

function parsePoints(text: string, limit: number): number[] {
  const points = parseNumbers(text);
  if (points.length % 2 !== 0) throw new ValueError('has an odd count of numbers');
  if (points.length / 2 > limit) throw new LimitError();
  return points;
}
