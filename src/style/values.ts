import type { CssNode } from 'css-tree';
import type { Color, Length, TrackSize } from './types.ts';

/** What a value is computed against. */
export interface ValueContext {
  /** Root font size, pt. */
  readonly rem: number;
  /** Font size of the element (of its parent while `font-size` itself is computed), pt. */
  readonly em: number;
  /** Computed `color`, for `currentcolor`. */
  readonly color: Color;
}

/** A value that the property does not take; the message says what it takes. */
export class ValueFault extends Error {}

const units: Record<string, number> = { pt: 1, px: 0.75, in: 72, cm: 72 / 2.54, mm: 72 / 25.4 };

/** White space and comments apart. */
export function parts(nodes: readonly CssNode[]): CssNode[] {
  return nodes.filter((node) => node.type !== 'WhiteSpace' && node.type !== 'Comment');
}

export function children(node: CssNode): CssNode[] {
  return 'children' in node && node.children !== null ? [...(node.children as Iterable<CssNode>)] : [];
}

export function identifier(node: CssNode | undefined): string | undefined {
  return node?.type === 'Identifier' ? node.name.toLowerCase() : undefined;
}

/** A length in pt or a percentage: units, `0`, `calc()`, `min()`, `max()`. */
export function length(node: CssNode, context: ValueContext): Length {
  switch (node.type) {
    case 'Dimension': {
      const value = Number(node.value);
      const unit = node.unit.toLowerCase();
      if (unit === 'rem') return value * context.rem;
      if (unit === 'em') return value * context.em;
      const factor = units[unit];
      if (factor === undefined) throw new ValueFault(`"${node.unit}" is not a unit: use pt, mm, cm, in, px, rem, em or %`);
      return value * factor;
    }
    case 'Percentage':
      return { percent: Number(node.value) };
    case 'Number':
      if (Number(node.value) === 0) return 0;
      throw new ValueFault('a length needs a unit: pt, mm, cm, in, px, rem, em or %');
    case 'Function':
      return lengthFunction(node.name.toLowerCase(), children(node), context);
    default:
      throw new ValueFault('a length or percentage is wanted');
  }
}

export function absoluteLength(node: CssNode, context: ValueContext): number {
  const value = length(node, context);
  if (typeof value !== 'number') throw new ValueFault('a percentage is not taken here');
  return value;
}

function lengthFunction(name: string, nodes: CssNode[], context: ValueContext): number {
  if (name === 'calc') return sum(parts(nodes), context);
  if (name !== 'min' && name !== 'max') throw new ValueFault(`${name}() is not in the vocabulary: use calc(), min() or max()`);
  const values: number[] = [];
  let group: CssNode[] = [];
  for (const node of [...nodes, undefined])
    if (node === undefined || (node.type === 'Operator' && node.value === ',')) {
      values.push(sum(parts(group), context));
      group = [];
    } else group.push(node);
  return name === 'min' ? Math.min(...values) : Math.max(...values);
}

/** `a + b - c` of products; factors may be numbers without unit. */
function sum(nodes: CssNode[], context: ValueContext): number {
  let total = 0;
  let sign = 1;
  let at = 0;
  while (at < nodes.length) {
    let value = factor(nodes[at++], context);
    while (at < nodes.length && isOperator(nodes[at], '*', '/')) {
      const operator = (nodes[at] as { value: string }).value;
      const next = factor(nodes[at + 1], context);
      value = operator === '*' ? value * next : value / next;
      at += 2;
    }
    total += sign * value;
    if (at < nodes.length) {
      if (!isOperator(nodes[at], '+', '-')) throw new ValueFault('calc() takes + - * / between its terms');
      sign = (nodes[at] as { value: string }).value === '+' ? 1 : -1;
      at++;
    }
  }
  if (!Number.isFinite(total)) throw new ValueFault('calc() gives no number');
  return total;
}

function factor(node: CssNode | undefined, context: ValueContext): number {
  if (node === undefined) throw new ValueFault('calc() lacks a term');
  if (node.type === 'Number') return Number(node.value);
  if (node.type === 'Parentheses') return sum(parts(children(node)), context);
  return absoluteLength(node, context);
}

function isOperator(node: CssNode | undefined, ...values: string[]): boolean {
  return node?.type === 'Operator' && values.includes(node.value.trim());
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
  if (node.type === 'Function' && node.name.toLowerCase() === 'rgb') {
    const values = children(node).flatMap((c) => (c.type === 'Number' ? [Number(c.value)] : []));
    if (values.length === 3 && values.every((v) => v >= 0 && v <= 255)) return [values[0]!, values[1]!, values[2]!];
  }
  throw new ValueFault('a colour is wanted: #rgb, #rrggbb, rgb(r g b), white, black or currentcolor');
}

/** Tracks of an explicit grid (CSS Grid 1 §7.2): lengths, %, fr, auto, minmax(), repeat(). */
export function tracks(nodes: readonly CssNode[], context: ValueContext): TrackSize[] {
  return nodes.flatMap((node): TrackSize[] => {
    if (node.type === 'Function' && node.name.toLowerCase() === 'repeat') {
      const [count, , ...rest] = parts(children(node));
      const times = count?.type === 'Number' ? Number(count.value) : 0;
      if (!Number.isInteger(times) || times < 1 || times > 50) throw new ValueFault('repeat() takes a count from 1 to 50');
      const once = tracks(rest, context);
      return Array.from({ length: times }, () => once).flat();
    }
    if (node.type === 'Function' && node.name.toLowerCase() === 'minmax') {
      const [min, max] = parts(children(node)).filter((n) => n.type !== 'Operator');
      if (min === undefined || max === undefined) throw new ValueFault('minmax() takes two sizes');
      return [
        {
          kind: 'minmax',
          min: identifier(min) === 'auto' ? 'auto' : length(min, context),
          max: identifier(max) === 'auto' ? 'auto' : isFr(max) ? { fr: Number(max.value) } : length(max, context),
        },
      ];
    }
    if (isFr(node)) return [{ kind: 'fr', value: Number(node.value) }];
    if (identifier(node) === 'auto') return [{ kind: 'auto' }];
    return [{ kind: 'length', value: length(node, context) }];
  });
}

function isFr(node: CssNode): node is CssNode & { type: 'Dimension'; value: string } {
  return node.type === 'Dimension' && node.unit.toLowerCase() === 'fr';
}

