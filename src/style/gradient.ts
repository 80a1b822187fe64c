import type { CssNode } from 'css-tree';
import { identifier, isComma, ValueFault } from './nodes.ts';
import { placeInBox } from './place-in-box.ts';
import type { CssGradient, GradientStop } from './types.ts';
import { color, isColor, length, type ValueContext } from './values.ts';

/** What a gradient may be made of, at most: more is no design. */
const mostStops = 32;
/** Degrees in one of each unit (CSS Values 4 §7.1). */
const angles: Readonly<Record<string, number>> = { deg: 1, grad: 0.9, turn: 360, rad: 180 / Math.PI };
const sides: Readonly<Record<string, readonly [x: number, y: number]>> = {
  left: [-1, 0],
  right: [1, 0],
  top: [0, -1],
  bottom: [0, 1],
};
const extents = ['closest-side', 'farthest-side', 'closest-corner', 'farthest-corner'] as const;

/** What stands between commas. */
function divided(nodes: readonly CssNode[]): CssNode[][] {
  const all: CssNode[][] = [[]];
  for (const node of nodes)
    if (isComma(node)) all.push([]);
    else all.at(-1)!.push(node);
  return all;
}

/** `linear-gradient()` of what stands in its brackets (CSS Images 3 §3.1). @throws ValueFault */
export function linearGradient(nodes: readonly CssNode[], context: ValueContext): CssGradient {
  const all = divided(nodes);
  const to = direction(all[0]!);
  return { kind: 'linear', to: to ?? 180, stops: stopsOf(to === undefined ? all : all.slice(1), context) };
}

/** An angle in degrees (CSS Values 4 §7.1); undefined: it is none. */
export function angle(node: CssNode): number | undefined {
  if (node.type === 'Number' && Number(node.value) === 0) return 0;
  const unit = node.type === 'Dimension' ? node.unit.toLowerCase() : '';
  return node.type === 'Dimension' && Object.hasOwn(angles, unit)
    ? Number(node.value) * angles[unit]!
    : undefined;
}

/** An angle, or a side or corner; undefined: the first part is a stop. */
function direction(nodes: readonly CssNode[]): Extract<CssGradient, { kind: 'linear' }>['to'] | undefined {
  const [first, ...rest] = nodes;
  const degrees = rest.length === 0 && first !== undefined ? angle(first) : undefined;
  if (degrees !== undefined) {
    if (!(Math.abs(degrees) <= 3600)) throw new ValueFault('an angle up to 3600deg is wanted');
    return degrees;
  }
  if (identifier(first) !== 'to') return undefined;
  const named = rest.map((node) => sides[identifier(node) ?? '']);
  const [one, other = [0, 0]] = named;
  const isCorner = named.length === 2 && one !== undefined && one[0] * other[0] + one[1] * other[1] === 0;
  if (one === undefined || named.includes(undefined) || !(named.length === 1 || isCorner))
    throw new ValueFault('after "to" a side or a corner is wanted: to right, to bottom left');
  return [one[0] + other[0], one[1] + other[1]];
}

/** `radial-gradient()` of what stands in its brackets (CSS Images 3 §3.2). @throws ValueFault */
export function radialGradient(nodes: readonly CssNode[], context: ValueContext): CssGradient {
  const all = divided(nodes);
  const head = all[0]!;
  const isStop = head[0] !== undefined && isColor(head[0]);
  const at = head.findIndex((node) => identifier(node) === 'at');
  const said = isStop ? [] : head.slice(0, at < 0 ? undefined : at);
  const words = said.map((node) => identifier(node));
  const shape = words.find((word) => word === 'circle' || word === 'ellipse');
  const extent = extents.find((word) => words.includes(word));
  if (words.length !== [shape, extent].filter((word) => word !== undefined).length)
    throw new ValueFault(`circle or ellipse, one of ${extents.join(', ')}, and at and a place are wanted`);
  return {
    kind: 'radial',
    shape: shape ?? 'ellipse',
    extent: extent ?? 'farthest-corner',
    at: isStop || at < 0 ? [{ percent: 50 }, { percent: 50 }] : placeInBox(head.slice(at + 1), context),
    stops: stopsOf(isStop ? all : all.slice(1), context),
  };
}

/** Colours with the places where they are whole: none, one, or two for a stretch (CSS Images 4 §3.5.1). */
function stopsOf(all: readonly (readonly CssNode[])[], context: ValueContext): GradientStop[] {
  const stops = all.flatMap((nodes): GradientStop[] => {
    const colours = nodes.filter(isColor);
    const places = nodes.filter((node) => !isColor(node));
    const isInMiddle = places.length === 2 && nodes[1] === colours[0];
    if (colours.length !== 1 || places.length > 2 || isInMiddle)
      throw new ValueFault('colours are wanted, each with one place or two, a length or a percentage');
    const of = color(colours[0]!, context);
    if (places.length === 0) return [{ color: of, at: undefined }];
    return places.map((node) => ({ color: of, at: length(node, context) }));
  });
  if (stops.length < 2) throw new ValueFault('two colours or more are wanted');
  if (stops.length > mostStops) throw new ValueFault(`up to ${mostStops} colours are taken`);
  return stops;
}
