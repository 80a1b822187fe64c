import type { CssNode, Value } from 'css-tree';
import generate from 'css-tree/generator';
import parse from 'css-tree/parser';
import { children, parts } from './nodes.ts';

/** Custom properties in force at an element: name to text (CSS Custom Properties 1). */
export type Variables = ReadonlyMap<string, string>;

/** A `var()` without value and without fallback, or one that needs itself. */
export class VariableFault extends Error {}

const deepest = 20;
const longest = 10_000;
/** Times that `var()` is replaced for one value, since values that hold each other twice double with every step. */
const mostReplaced = 1_000;
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

interface Work {
  left: number;
}

/** The value with every `var()` replaced, as nodes without white space. @throws VariableFault */
export function substitute(text: string, variables: Variables): CssNode[] {
  return parts(children(parseValue(replace(text, variables, 0, { left: mostReplaced }))));
}

/**
 * The custom properties of an element: its own over the inherited, each with its `var()` replaced here, so that what
 * is inherited holds no references (CSS Custom Properties 1 §3). `fault` is told of those that cannot be replaced.
 */
export function declareVariables(
  inherited: Variables,
  own: ReadonlyMap<string, string>,
  fault: (name: string, error: VariableFault, known: Variables) => void,
): Variables {
  if (own.size === 0) return inherited;
  const merged = new Map([...inherited, ...own]);
  const resolved = new Map<string, string>();
  for (const [name, text] of own)
    try {
      resolved.set(name, replace(text, merged, 0, { left: mostReplaced }));
    } catch (error) {
      if (!(error instanceof VariableFault)) throw error;
      fault(name, error, merged);
    }
  // Elements that say again what they inherit share one map.
  if ([...resolved].every(([name, text]) => inherited.get(name) === text)) return inherited;
  return new Map([...inherited, ...resolved]);
}

function replace(text: string, variables: Variables, depth: number, work: Work): string {
  if (!text.includes('var(')) return text;
  if (depth > deepest) throw new VariableFault('a custom property needs itself');
  if (text.length > longest) throw new VariableFault('the value is too long');
  if (--work.left < 0) throw new VariableFault('the value grows too long');
  const out = replaceAll(children(parseValue(text)), variables, depth, work);
  if (out.length > longest) throw new VariableFault('the value grows too long');
  return out;
}

function replaceAll(nodes: readonly CssNode[], variables: Variables, depth: number, work: Work): string {
  return nodes.map((node) => replaceNode(node, variables, depth, work)).join(' ');
}

function replaceNode(node: CssNode, variables: Variables, depth: number, work: Work): string {
  if (node.type === 'Parentheses') return `(${replaceAll(children(node), variables, depth, work)})`;
  if (node.type !== 'Function') return generate(node);
  if (node.name.toLowerCase() !== 'var')
    return `${node.name}(${replaceAll(children(node), variables, depth, work)})`;
  const [name, ...rest] = parts(children(node));
  const known = name?.type === 'Identifier' ? variables.get(name.name) : undefined;
  if (known !== undefined) return replace(known, variables, depth + 1, work);
  if (rest.length === 0)
    throw new VariableFault(
      `the custom property ${name?.type === 'Identifier' ? name.name : ''} is never set`,
    );
  return replace(
    rest
      .slice(1)
      .map((child) => generate(child))
      .join(' '),
    variables,
    depth + 1,
    work,
  );
}
