import { type Matrix, multiply, type Rect } from '../geometry/index.ts';
import { ValueError } from './path-data.ts';
import { fraction, type SvgColor } from './svg-color.ts';
import type { SvgNode } from './svg-node.ts';
import { parseLength, parseTransform } from './svg-value.ts';
import type { Gradient, Paint } from './types.ts';

const MOST_STOPS = 500;
const MOST_REFERENCES = 16;

/** What a gradient is resolved with. */
export interface GradientContext {
  readonly find: (id: string) => SvgNode | undefined;
  readonly stop: (node: SvgNode) => SvgColor;
  /** Extent of the viewport, user units. */
  readonly viewport: { readonly width: number; readonly height: number };
  /** Of what is painted, in its own coordinates. */
  readonly bounds: Rect;
  /** From those to the picture's. */
  readonly matrix: Matrix;
}

export const isGradient = ({ name }: SvgNode): boolean =>
  name === 'linearGradient' || name === 'radialGradient';

/**
 * A gradient for a shape (SVG 2 §14.2); a plain colour where it comes to one; undefined where it paints nothing;
 * `ignored` on what has no width or no height, where a gradient measured by its box has none.
 * @throws ValueError for what is not in the subset
 */
export function resolveGradient(node: SvgNode, context: GradientContext): Paint | 'ignored' | undefined {
  const chain = chainOf(node, context.find);
  const attribute = (name: string): string | undefined =>
    chain.find(({ attributes }) => attributes.has(name))?.attributes.get(name);
  const spread = attribute('spreadMethod') ?? 'pad';
  if (spread !== 'pad') throw new ValueError(`is painted with a gradient of spreadMethod ${spread}`);
  const stops = stopsOf(chain, context);
  const last = stops.at(-1);
  if (last === undefined) return undefined;
  const plain: Paint = { of: last.color, opacity: last.opacity };
  if (stops.length === 1) return plain;
  const units = attribute('gradientUnits') ?? 'objectBoundingBox';
  if (units !== 'objectBoundingBox' && units !== 'userSpaceOnUse')
    throw new ValueError(`is painted with a gradient of gradientUnits ${units}`);
  const isBox = units === 'objectBoundingBox';
  const { bounds, viewport } = context;
  if (isBox && (bounds.width === 0 || bounds.height === 0)) return 'ignored';
  const { width, height } = viewport;
  const length = (name: string, initial: string, base: number): number => {
    const text = attribute(name) ?? initial;
    return isBox ? fraction(text) : parseLength(text, base);
  };
  const x = (name: string, initial: string): number => length(name, initial, width);
  const y = (name: string, initial: string): number => length(name, initial, height);
  const r = (name: string, initial: string): number =>
    length(name, initial, Math.sqrt((width * width + height * height) / 2));
  const own = parseTransform(attribute('gradientTransform') ?? '');
  const box: Matrix = isBox ? [bounds.width, 0, 0, bounds.height, bounds.x, bounds.y] : [1, 0, 0, 1, 0, 0];
  const matrix = multiply(context.matrix, multiply(box, own));
  if (Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) < 1e-12) return undefined;
  const rest = { matrix, stops: ended(stops) };
  if (chain[0]!.name === 'linearGradient') {
    const coordinates = [x('x1', '0%'), y('y1', '0%'), x('x2', '100%'), y('y2', '0%')];
    if (coordinates[0] === coordinates[2] && coordinates[1] === coordinates[3]) return plain;
    return evened({ kind: 'linear', coordinates, ...rest });
  }
  const [cx, cy, radius, fr] = [x('cx', '50%'), y('cy', '50%'), r('r', '50%'), r('fr', '0%')];
  if (radius <= 0) return plain;
  if (fr < 0 || fr >= radius)
    throw new ValueError('is painted with a gradient that does not begin within its circle');
  let [fx, fy] = [
    attribute('fx') === undefined ? cx : x('fx', ''),
    attribute('fy') === undefined ? cy : y('fy', ''),
  ];
  // A focus outside of the circle is moved onto it (SVG 1.1 §13.2.3), a hair within so that all is painted.
  const distance = Math.hypot(fx - cx, fy - cy);
  const most = Math.max(0, radius - fr) * 0.999;
  if (distance > most) [fx, fy] = [cx + ((fx - cx) * most) / distance, cy + ((fy - cy) * most) / distance];
  return evened({ kind: 'radial', coordinates: [fx, fy, fr, cx, cy, radius], ...rest });
}

/** A gradient and those that it takes the rest from. */
function chainOf(node: SvgNode, find: GradientContext['find']): SvgNode[] {
  const chain = [node];
  for (let next = node.attributes.get('href'); next !== undefined; ) {
    const other = next.startsWith('#') ? find(next.slice(1)) : undefined;
    if (other === undefined || !isGradient(other))
      throw new ValueError(`is painted with a gradient that goes on in ${next}`);
    if (chain.length > MOST_REFERENCES || chain.includes(other))
      throw new ValueError('is painted with a gradient that goes round in a circle');
    chain.push(other);
    next = other.attributes.get('href');
  }
  return chain;
}

type Stop = Gradient['stops'][number];

function stopsOf(chain: readonly SvgNode[], { stop }: GradientContext): Stop[] {
  const nodes = chain.map(({ children }) => children.filter(({ name }) => name === 'stop'));
  const found = nodes.find(({ length }) => length > 0) ?? [];
  if (found.length > MOST_STOPS)
    throw new ValueError(`is painted with a gradient of more than ${MOST_STOPS} stops`);
  let least = 0;
  return found.map((node) => {
    least = Math.max(least, Math.min(1, Math.max(0, fraction(node.attributes.get('offset') ?? '0'))));
    return { offset: least, ...stop(node) };
  });
}

/** The same from 0 to 1: what is before the first stop and behind the last has their colours. */
function ended(stops: readonly Stop[]): Stop[] {
  const [first, last] = [stops[0]!, stops.at(-1)!];
  return [
    ...(first.offset > 0 ? [{ ...first, offset: 0 }] : []),
    ...stops,
    ...(last.offset < 1 ? [{ ...last, offset: 1 }] : []),
  ];
}

/** One opacity for all where all stops have the same. */
function evened(gradient: Gradient): Paint {
  const [{ opacity }] = gradient.stops as [Stop];
  if (gradient.stops.some((stop) => stop.opacity !== opacity)) return { of: gradient, opacity: 1 };
  return { of: { ...gradient, stops: gradient.stops.map((stop) => ({ ...stop, opacity: 1 })) }, opacity };
}
