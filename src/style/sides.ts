import type { CssNode } from 'css-tree';
import type { Color } from '../geometry/index.ts';
import { identifier, one, ValueFault } from './nodes.ts';
import type { Longhand, Parse, Side } from './property.ts';
import type { Border, ComputedStyle } from './types.ts';
import { color, isColor, nonNegativeLength, type ValueContext } from './values.ts';

/** Values of longhands that a shorthand gives. */
export type Shorthand = (
  nodes: readonly CssNode[],
  context: ValueContext,
) => readonly (readonly [string, unknown])[];

/** Sides in the order of the CSS shorthand, each with its name in properties. */
const logical: readonly (readonly [Side, string])[] = [
  ['blockStart', 'block-start'],
  ['inlineEnd', 'inline-end'],
  ['blockEnd', 'block-end'],
  ['inlineStart', 'inline-start'],
];

type Sided = 'margin' | 'padding' | 'inset' | 'border';

/** The four longhands of a property with sides: `margin-block-start` and so on. */
export function sided<K extends Sided>(
  key: K,
  initial: ComputedStyle[K]['blockStart'],
  parse: Parse<ComputedStyle[K]['blockStart']>,
): Record<`${K}-${'block' | 'inline'}-${'start' | 'end'}`, Longhand & { readonly key: K }> {
  const rows = logical.map(([side, name]) => [
    `${key}-${name}`,
    { key, side, initial, inherits: false, parse },
  ]);
  return Object.fromEntries(rows) as ReturnType<typeof sided<K>>;
}

/** `x`, `x-block` and `x-inline` of a property with sides (CSS Logical Properties 1 §4). */
export function sidedShorthands(
  key: Sided,
  parse: (node: CssNode, context: ValueContext) => unknown,
): Record<string, Shorthand> {
  const pair =
    (axis: string): Shorthand =>
    (nodes, context) => {
      if (nodes.length < 1 || nodes.length > 2) throw new ValueFault('one or two values are wanted');
      const [start, end = start] = nodes.map((node) => parse(node, context));
      return [
        [`${key}-${axis}-start`, start],
        [`${key}-${axis}-end`, end],
      ];
    };
  return {
    [key]: (nodes, context) => {
      if (nodes.length < 1 || nodes.length > 4) throw new ValueFault('one to four values are wanted');
      const [a, b = a, c = a, d = b] = nodes.map((node) => parse(node, context));
      return [a, b, c, d].map((value, i) => [`${key}-${logical[i]![1]}`, value] as const);
    },
    [`${key}-block`]: pair('block'),
    [`${key}-inline`]: pair('inline'),
  };
}

/** `border`: all four sides alike. */
export const borderShorthand: Shorthand = (nodes, context) => {
  const value = border(nodes, context);
  return logical.map(([, name]) => [`border-${name}`, value] as const);
};

const borderStyles = ['none', 'solid', 'dashed'] as const;
/** Those of CSS besides. */
const otherStyles = ['dotted', 'double', 'groove', 'ridge', 'inset', 'outset', 'hidden'];

/** A width, a style and a colour in any order, each at most once (CSS Backgrounds 3 §3.4). @throws ValueFault */
export function border(nodes: readonly CssNode[], context: ValueContext): Border {
  let width: number | undefined;
  let style: Border['style'] | undefined;
  let line: Color | undefined;
  for (const node of nodes) {
    const name = identifier(node);
    const known = borderStyles.find((s) => s === name);
    if (name !== undefined && otherStyles.includes(name))
      throw new ValueFault(`"${name}" is no style of a line here: solid, dashed or none is wanted`);
    if (known !== undefined && style === undefined) style = known;
    else if (width === undefined && node.type !== 'Identifier' && !isColor(node))
      width = nonNegativeLength(node, context);
    else if (line === undefined) line = color(node, context);
    else throw new ValueFault('one width, one style (none, solid or dashed) and one colour are wanted');
  }
  if (style === undefined && nodes.length !== 1)
    throw new ValueFault('a style is wanted: none, solid or dashed');
  if (style === undefined && width !== 0) throw new ValueFault('a width, a style and a colour are wanted');
  return {
    width: style === undefined || style === 'none' ? 0 : (width ?? 0.75),
    style: style ?? 'none',
    color: line ?? context.color,
  };
}

/** One node, parsed. */
export const single =
  <T>(parse: (node: CssNode, context: ValueContext) => T): Parse<T> =>
  (nodes, context) =>
    parse(one(nodes), context);
