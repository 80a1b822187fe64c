import type { CssNode } from 'css-tree';
import { children, parts, ValueFault } from './nodes.ts';
import type { Length } from './types.ts';

/** A number, or a length in pt with a percentage (CSS Values 4 §10.9: types are checked). */
interface Quantity {
  readonly value: number;
  readonly percent: number;
  readonly length: boolean;
}

/** What the terms are computed by. */
interface Scope {
  /** A length in pt, or a percentage. */
  length(node: CssNode): Length;
  /** What `env(air)` and `env(room)` come from, see {@link ValueContext}. */
  readonly air: number;
}

export const mathFunctions: readonly string[] = ['calc', 'min', 'max', 'clamp'];

/** The length that `calc()`, `min()`, `max()` or `clamp()` gives; `scope` gives the lengths and the environment in it. @throws ValueFault */
export function mathLength(name: string, nodes: readonly CssNode[], scope: Scope): Length {
  const { value, percent, length } = mathFunction(name, nodes, scope);
  if (!length && value !== 0) throw new ValueFault(`${name}() gives a number where a length is wanted`);
  if (!Number.isFinite(value) || !Number.isFinite(percent)) throw new ValueFault(`${name}() gives no number`);
  if (percent === 0) return value;
  return value === 0 ? { percent } : { percent, plus: value };
}

function mathFunction(name: string, nodes: readonly CssNode[], scope: Scope): Quantity {
  const groups: CssNode[][] = [[]];
  for (const node of parts(nodes))
    if (isOperator(node, ',')) groups.push([]);
    else groups.at(-1)!.push(node);
  const values = groups.map((group) => sum(group, scope));
  if (name === 'calc') {
    if (values.length !== 1) throw new ValueFault('calc() takes one value');
    return values[0]!;
  }
  const [first] = values as [Quantity];
  if (values.some(({ length }) => length !== first.length))
    throw new ValueFault(`${name}() mixes lengths and numbers`);
  if (values.some(({ percent }) => percent !== 0))
    throw new ValueFault(`${name}() compares no percentages: use min-width, max-width and their like`);
  if (name === 'clamp') {
    const [least, wished, most] = values;
    if (most === undefined || wished === undefined || values.length !== 3)
      throw new ValueFault('clamp() takes three values');
    return {
      ...first,
      value: Math.max(least!.value, Math.min(wished.value, most.value)),
    };
  }
  return { ...first, value: Math[name === 'min' ? 'min' : 'max'](...values.map(({ value }) => value)) };
}

function sum(nodes: readonly CssNode[], scope: Scope): Quantity {
  let [total, at] = product(nodes, 0, scope);
  while (at < nodes.length) {
    const operator = nodes[at];
    if (!isOperator(operator, '+', '-'))
      throw new ValueFault('calc() takes + - * / between its terms, with spaces around + and -');
    const [next, after] = product(nodes, at + 1, scope);
    if (next.length !== total.length) throw new ValueFault('calc() adds lengths and numbers');
    const sign = isOperator(operator, '+') ? 1 : -1;
    total = {
      ...total,
      value: total.value + sign * next.value,
      percent: total.percent + sign * next.percent,
    };
    at = after;
  }
  return total;
}

/** The product that starts at a node, and where it ends. */
function product(nodes: readonly CssNode[], start: number, scope: Scope): [Quantity, number] {
  let total = operand(nodes[start], scope);
  let at = start + 1;
  for (; isOperator(nodes[at], '*', '/'); at += 2) {
    const next = operand(nodes[at + 1], scope);
    if (isOperator(nodes[at], '*')) {
      if (total.length && next.length) throw new ValueFault('calc() multiplies two lengths');
      const [size, by] = next.length ? [next, total.value] : [total, next.value];
      total = {
        value: size.value * by,
        percent: size.percent * by,
        length: size.length,
      };
    } else {
      if (next.length || next.value === 0)
        throw new ValueFault('calc() divides by something other than a number');
      total = { ...total, value: total.value / next.value, percent: total.percent / next.value };
    }
  }
  return [total, at];
}

function operand(node: CssNode | undefined, scope: Scope): Quantity {
  if (node === undefined) throw new ValueFault('calc() lacks a term');
  if (node.type === 'Number') return number(Number(node.value));
  if (node.type === 'Parentheses') return sum(parts(children(node)), scope);
  const name = node.type === 'Function' ? node.name.toLowerCase() : '';
  if (name === 'env') return number(environment(node, scope));
  if (mathFunctions.includes(name)) return mathFunction(name, children(node), scope);
  const length = scope.length(node);
  return typeof length === 'number'
    ? { value: length, percent: 0, length: true }
    : { value: length.plus ?? 0, percent: length.percent, length: true };
}

const number = (value: number): Quantity => ({ value, percent: 0, length: false });

/**
 * An environment variable (CSS Environment Variables 1): `air` is the part of its free space that a page keeps, from 0 to 1;
 * `room` what a page has beyond all that, from 0 to 1.
 */
function environment(node: CssNode, { air }: Scope): number {
  const [name, ...more] = parts(children(node));
  if (name?.type === 'Identifier' && more.length === 0) {
    if (name.name === 'air') return Math.min(1, air);
    if (name.name === 'room') return Math.max(0, air - 1);
  }
  throw new ValueFault('env() takes the name air or room');
}

function isOperator(node: CssNode | undefined, ...values: string[]): boolean {
  return node?.type === 'Operator' && values.includes(node.value.trim());
}
