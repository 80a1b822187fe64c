import { type CssNode, generate, parse, type Value } from 'css-tree';
import { children } from './values.ts';

/** Custom properties in force at an element: name to text (CSS Custom Properties 1). */
export type Variables = ReadonlyMap<string, string>;

/** A `var()` without value and without fallback, or one that needs itself. */
export class VariableFault extends Error {}

const deepest = 20;
const longest = 10_000;
const parsed = new Map<string, Value>();

function parseValue(text: string): Value {
  let value = parsed.get(text);
  if (value === undefined) {
    value = parse(text, { context: 'value' }) as Value;
    if (parsed.size > 5000) parsed.clear();
    parsed.set(text, value);
  }
  return value;
}

/** The value with every `var()` replaced, as nodes without white space. @throws VariableFault */
export function substitute(text: string, variables: Variables): CssNode[] {
  const nodes = children(parseValue(replace(text, variables, 0)));
  return nodes.filter((node) => node.type !== 'WhiteSpace');
}

function replace(text: string, variables: Variables, depth: number): string {
  if (!text.includes('var(')) return text;
  if (depth > deepest) throw new VariableFault('a custom property needs itself');
  const out = children(parseValue(text)).map((node) => replaceNode(node, variables, depth)).join(' ');
  if (out.length > longest) throw new VariableFault('the value grows too long');
  return out;
}

function replaceNode(node: CssNode, variables: Variables, depth: number): string {
  if (node.type !== 'Function') return generate(node);
  if (node.name.toLowerCase() !== 'var')
    return `${node.name}(${children(node).map((child) => replaceNode(child, variables, depth)).join(' ')})`;
  const [name, ...rest] = children(node).filter((child) => child.type !== 'WhiteSpace');
  const known = name?.type === 'Identifier' ? variables.get(name.name) : undefined;
  if (known !== undefined) return replace(known, variables, depth + 1);
  if (rest.length === 0) throw new VariableFault(`the custom property ${name?.type === 'Identifier' ? name.name : ''} is never set`);
  return replace(rest.slice(1).map((child) => generate(child)).join(' '), variables, depth + 1);
}
