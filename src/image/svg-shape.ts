import { dashedEllipsePath, ellipsePath, polyPath, rectPath, roundedRectPath } from './path.ts';
import { LimitError, parsePath, ValueError } from './path-data.ts';
import { parseLength, parseNumbers } from './svg-value.ts';
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

/** Extent of what percentages count from, user units. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** What percentages of lengths that go neither across nor down count from (SVG 2 §8.9). */
export const diagonalOf = ({ width, height }: Viewport): number =>
  Math.sqrt((width * width + height * height) / 2);

/**
 * The outline of a shape (SVG 2 §9, §10), or undefined when it has none (an extent of 0).
 * @param isDashed where it begins is seen
 * @throws LimitError when it has more than `limit` segments
 */
export function shapePath(
  name: ShapeName,
  attributes: AttributeReader,
  viewport: Viewport,
  limit: number,
  isDashed = false,
): PathData | undefined {
  const { width: across, height: down } = viewport;
  const length = (key: string, base: number): number =>
    attributes.read(key, (text) => parseLength(text, base), 0);
  const size = (key: string, base: number): number =>
    attributes.read(
      key,
      (text) => {
        const value = parseLength(text, base);
        if (value < 0) throw new ValueError('is negative');
        return value;
      },
      0,
    );
  const isSet = (key: string): boolean =>
    attributes.has(key) && attributes.read(key, (text) => text.trim(), '') !== 'auto';
  const ellipse = isDashed ? dashedEllipsePath : ellipsePath;
  switch (name) {
    case 'path': {
      const path = attributes.read(
        'd',
        (text) => (text.trim() === 'none' ? undefined : parsePath(text, limit)),
        undefined,
      );
      return path?.verbs === '' ? undefined : path;
    }
    case 'rect': {
      const [x, y] = [length('x', across), length('y', down)];
      const [width, height] = [size('width', across), size('height', down)];
      if (width === 0 || height === 0) return undefined;
      // One that is not given is as the other.
      const radius = (key: string, other: string, base: number): number =>
        isSet(key) ? size(key, base) : isSet(other) ? size(other, base === across ? down : across) : 0;
      const rx = Math.min(radius('rx', 'ry', across), width / 2);
      const ry = Math.min(radius('ry', 'rx', down), height / 2);
      return rx > 0 && ry > 0 ? roundedRectPath(x, y, width, height, rx, ry) : rectPath(x, y, width, height);
    }
    case 'circle': {
      const r = size('r', diagonalOf(viewport));
      return r === 0 ? undefined : ellipse(length('cx', across), length('cy', down), r, r);
    }
    case 'ellipse': {
      const [rx, ry] = [
        isSet('rx') ? size('rx', across) : size('ry', down),
        isSet('ry') ? size('ry', down) : size('rx', across),
      ];
      return rx === 0 || ry === 0 ? undefined : ellipse(length('cx', across), length('cy', down), rx, ry);
    }
    case 'line':
      return polyPath(
        [length('x1', across), length('y1', down), length('x2', across), length('y2', down)],
        false,
      );
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
