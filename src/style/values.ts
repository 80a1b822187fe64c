import type { CssNode } from 'css-tree';
import type { Color } from '../geometry/index.ts';
import { mathFunctions, mathLength } from './calc.ts';
import { children, functionName, identifier, isComma, parts, ValueFault } from './nodes.ts';
import type { Length } from './types.ts';

/** What a value is computed against. */
export interface ValueContext {
  /** Root font size, pt. */
  readonly rem: number;
  /** Font size of the element (of its parent while `font-size` itself is computed), pt. */
  readonly em: number;
  /** Computed `color`, for `currentcolor`. */
  readonly color: Color;
  /**
   * Up to 1, `env(air)`: the part of its free space that a page keeps. What is above 1 is `env(room)`: how far its text and
   * pictures grow where there is little of them.
   */
  readonly air: number;
}

const units: Record<string, number> = { pt: 1, px: 0.75, in: 72, cm: 72 / 2.54, mm: 72 / 25.4 };
/** pt or %: more than any paper, and far from where sums overflow. */
const largest = 100_000;

function bounded(value: number): number {
  if (!(Math.abs(value) <= largest)) throw new ValueFault(`a value up to ${largest} is wanted`);
  return value;
}

/** A length in pt or a percentage: units, `0`, `calc()`, `min()`, `max()`. @throws ValueFault */
export function length(node: CssNode, context: ValueContext): Length {
  switch (node.type) {
    case 'Dimension': {
      const value = Number(node.value);
      const unit = node.unit.toLowerCase();
      if (unit === 'rem') return bounded(value * context.rem);
      if (unit === 'em') return bounded(value * context.em);
      if (!Object.hasOwn(units, unit))
        throw new ValueFault(`"${node.unit}" is not a unit: use pt, mm, cm, in, px, rem, em or %`);
      return bounded(value * units[unit]!);
    }
    case 'Percentage':
      return { percent: bounded(Number(node.value)) };
    case 'Number':
      if (Number(node.value) === 0) return 0;
      throw new ValueFault('a length needs a unit: pt, mm, cm, in, px, rem, em or %');
    case 'Function': {
      const name = node.name.toLowerCase();
      if (!mathFunctions.includes(name))
        throw new ValueFault(`${name}() is not in the vocabulary: use calc(), min() or max()`);
      return bounded(
        mathLength(name, children(node), {
          length: (leaf) => absoluteLength(leaf, context),
          air: context.air,
        }),
      );
    }
    default:
      throw new ValueFault('a length or percentage is wanted');
  }
}

export function absoluteLength(node: CssNode, context: ValueContext): number {
  const value = length(node, context);
  if (typeof value !== 'number') throw new ValueFault('a percentage is not taken here');
  return value;
}

/** A length or percentage from 0. What is computed is held to the range (CSS Values 4 §10.12). */
export function nonNegative(node: CssNode, context: ValueContext): Length {
  const value = length(node, context);
  if ((typeof value === 'number' ? value : value.percent) >= 0) return value;
  if (node.type === 'Function') return 0;
  throw new ValueFault('a negative value is not taken here');
}

/** A length from 0. */
export function nonNegativeLength(node: CssNode, context: ValueContext): number {
  const value = nonNegative(node, context);
  if (typeof value !== 'number') throw new ValueFault('a percentage is not taken here');
  return value;
}

const named: Record<string, Color> = { white: [255, 255, 255], black: [0, 0, 0] };

export function color(node: CssNode, context: ValueContext): Color {
  const name = identifier(node);
  if (name === 'currentcolor') return context.color;
  if (name !== undefined && Object.hasOwn(named, name)) return named[name]!;
  if (node.type === 'Hash' && /^([0-9a-f]{3}|[0-9a-f]{6})$/i.test(node.value)) {
    const hex = node.value.length === 3 ? [...node.value].map((c) => c + c).join('') : node.value;
    const value = Number.parseInt(hex, 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  }
  if (functionName(node) === 'rgb') {
    const values = parts(children(node))
      .filter((c) => !isComma(c))
      .map((c) => (c.type === 'Number' ? Number(c.value) : Number.NaN));
    if (values.length === 3 && values.every((v) => v >= 0 && v <= 255))
      return [values[0]!, values[1]!, values[2]!];
  }
  throw new ValueFault('a colour is wanted: #rgb, #rrggbb, rgb(r g b), white, black or currentcolor');
}

/** A background: a colour, or `transparent` (undefined). */
export function background(node: CssNode, context: ValueContext): Color | undefined {
  return identifier(node) === 'transparent' ? undefined : color(node, context);
}
