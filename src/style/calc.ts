import type { CssNode } from 'css-tree';
import { children, parts, ValueFault } from './nodes.ts';

/** A number, or a length in pt (CSS Values 4 §10.9: types are checked). */
interface Quantity {
  readonly value: number;
  readonly length: boolean;
}

/** What the terms are computed by. */
interface Scope {
  /** A length in pt. */
  length(node: CssNode): number;
  /** What `env(air)` and `env(room)` come from, see {@link ValueContext}. */
  readonly air: number;
}

export const mathFunctions: readonly string[] = ['calc', 'min', 'max'];

/** The length in pt that `calc()`, `min()` or `max()` gives; `scope` gives the lengths and the environment in it. @throws ValueFault */
export function mathLength(name: string, nodes: readonly CssNode[], scope: Scope): number {
  const { value, length } = mathFunction(name, nodes, scope);
  if (!length && value !== 0) throw new ValueFault(`${name}() gives a number where a length is wanted`);
  if (!Number.isFinite(value)) throw new ValueFault(`${name}() gives no number`);
  return value;
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
  return {
    value: Math[name === 'min' ? 'min' : 'max'](...values.map(({ value }) => value)),
    length: first.length,
  };
}

function sum(nodes: readonly CssNode[], scope: Scope): Quantity {
  let [total, at] = product(nodes, 0, scope);
  while (at < nodes.length) {
    const operator = nodes[at];
    if (!isOperator(operator, '+', '-'))
      throw new ValueFault('calc() takes + - * / between its terms, with spaces around + and -');
    const [next, after] = product(nodes, at + 1, scope);
    if (next.length !== total.length) throw new ValueFault('calc() adds lengths and numbers');
    total = {
      ...total,
      value: isOperator(operator, '+') ? total.value + next.value : total.value - next.value,
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
      total = { value: total.value * next.value, length: total.length || next.length };
    } else {
      if (next.length || next.value === 0)
        throw new ValueFault('calc() divides by something other than a number');
      total = { ...total, value: total.value / next.value };
    }
  }
  return [total, at];
}

function operand(node: CssNode | undefined, scope: Scope): Quantity {
  if (node === undefined) throw new ValueFault('calc() lacks a term');
  if (node.type === 'Number') return { value: Number(node.value), length: false };
  if (node.type === 'Parentheses') return sum(parts(children(node)), scope);
  const name = node.type === 'Function' ? node.name.toLowerCase() : '';
  if (name === 'env') return { value: environment(node, scope), length: false };
  if (mathFunctions.includes(name)) return mathFunction(name, children(node), scope);
  return { value: scope.length(node), length: true };
}

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
