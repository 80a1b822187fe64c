import type { CssNode } from 'css-tree';
import { backgroundShorthand } from './background.ts';
import type { Draft } from './draft.ts';
import { lengthOrAuto, longhands } from './longhands.ts';
import { identifier, isSlash, ValueFault } from './nodes.ts';
import { keyword, type Longhand, words } from './property.ts';
import { radiusShorthand } from './radius.ts';
import { borderShorthand, type Shorthand, sidedShorthands } from './sides.ts';
import { anyView, nonNegative, type ValueContext } from './values.ts';

/** What a declaration sets: fields of a style, or sides of them, each with its value. */
export type Settings = readonly (readonly [Longhand, unknown])[];

/** Reads the value of a declaration. @throws ValueFault */
type Read = (nodes: readonly CssNode[], context: ValueContext) => Settings;

const rows: Readonly<Record<string, Longhand>> = longhands;
const wrapping = keyword({ normal: 'wrap', nowrap: 'nowrap' });

/** Another name of a longhand. */
const alias =
  (longhand: keyof typeof longhands): Shorthand =>
  (nodes, context) => [[longhand, longhands[longhand].parse(nodes, context)]];

const shorthands: Readonly<Record<string, Shorthand>> = {
  ...sidedShorthands('inset', lengthOrAuto),
  ...sidedShorthands('margin', lengthOrAuto),
  ...sidedShorthands('padding', nonNegative),
  border: borderShorthand,
  'border-radius': radiusShorthand,
  background: backgroundShorthand,
  // [ weight ] size [ / line height ] family (CSS Fonts 4 §2.7).
  font: (nodes, context) => {
    const family = nodes.at(-1);
    const slash = nodes.findIndex(isSlash);
    const before = slash < 0 ? nodes.slice(0, -1) : nodes.slice(0, slash);
    const [size, weight] = [before.at(-1), before.slice(0, -1)];
    const lines = slash < 0 ? [] : nodes.slice(slash + 1, -1);
    if (family === undefined || size === undefined || weight.length > 1 || (slash >= 0 && lines.length !== 1))
      throw new ValueFault(
        'a weight, a size, a slash and a line height, and a family are wanted, the first and third if need be',
      );
    const read = (name: keyof typeof longhands, value: readonly CssNode[]) =>
      [name, longhands[name].parse(value, context)] as const;
    return [
      read('font-size', [size]),
      weight.length === 0 ? (['font-weight', 400] as const) : read('font-weight', weight),
      lines.length === 0 ? (['line-height', 'normal'] as const) : read('line-height', lines),
      read('font-family', [family]),
    ];
  },
  'inline-size': alias('width'),
  'block-size': alias('height'),
  'white-space': (nodes, context) => [['text-wrap', wrapping(nodes, context)]],
  // In any order, each at most once (CSS Multi-column Layout 1 §3.3).
  columns: (nodes, context) => {
    const count = nodes.filter((node) => node.type === 'Number');
    const width = nodes.filter((node) => node.type !== 'Number');
    const [auto] = width.filter((node) => identifier(node) === 'auto');
    if (
      count.length > 1 ||
      width.length - (auto === undefined ? 0 : 1) > 1 ||
      nodes.length < 1 ||
      nodes.length > 2
    )
      throw new ValueFault('a width, a count of columns, or both are wanted');
    const wide = width.filter((node) => node !== auto);
    return [
      ['column-count', count.length === 0 ? 'auto' : longhands['column-count'].parse(count, context)],
      ['column-width', wide.length === 0 ? 'auto' : longhands['column-width'].parse(wide, context)],
    ];
  },
  flex: (nodes, context) => {
    const { 'flex-grow': grow, 'flex-shrink': shrink, 'flex-basis': basis } = longhands;
    const word = nodes.length === 1 ? identifier(nodes[0]) : undefined;
    const sized = (g: unknown, s: unknown, b: unknown) =>
      [
        ['flex-grow', g],
        ['flex-shrink', s],
        ['flex-basis', b],
      ] as const;
    if (word === 'none') return sized(0, 0, 'auto');
    const numbers = nodes.filter((node) => node.type === 'Number');
    const others = nodes.filter((node) => node.type !== 'Number');
    const inOrder = numbers.length < 2 || nodes.indexOf(numbers[1]!) === nodes.indexOf(numbers[0]!) + 1;
    if (nodes.length === 0 || numbers.length > 2 || others.length > 1 || !inOrder)
      throw new ValueFault('none, or how much it grows, shrinks and its basis are wanted');
    return sized(
      numbers[0] === undefined ? 1 : grow.parse([numbers[0]], context),
      numbers[1] === undefined ? 1 : shrink.parse([numbers[1]], context),
      others[0] === undefined ? 0 : basis.parse(others, context),
    );
  },
  'flex-direction': (nodes, context) => {
    keyword(words('row'))(nodes, context);
    return [];
  },
  gap: (nodes, context) => {
    if (nodes.length < 1 || nodes.length > 2) throw new ValueFault('one or two values are wanted');
    const [row, column = row] = nodes.map((node) => nonNegative(node, context));
    return [
      ['row-gap', row],
      ['column-gap', column],
    ];
  },
};

/** Every property there is: one that is not here is refused. */
export const properties: Readonly<Record<string, Read>> = {
  ...Object.fromEntries(
    Object.entries(rows).map(([name, row]): [string, Read] => [
      name,
      (nodes, context) => [[row, row.parse(nodes, context)]],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(shorthands).map(([name, shorthand]): [string, Read] => [
      name,
      (nodes, context) => shorthand(nodes, context).map(([longhand, value]) => [rows[longhand]!, value]),
    ]),
  ),
};

/** Puts what a declaration sets on a style that is being computed. */
export function set(draft: Draft, settings: Settings): void {
  for (const [{ key, side }, value] of settings) {
    const target = (side === undefined ? draft : draft[key]) as Record<string, unknown>;
    target[side ?? key] = value;
  }
}

/**
 * What a declaration sets whatever it is computed against; undefined when it counts from a size, a colour or the air,
 * or does not take its value.
 */
export function constantSettings(property: string, nodes: readonly CssNode[]): Settings | undefined {
  let counts = false;
  const counting = <T>(value: T): T => {
    counts = true;
    return value;
  };
  const context: ValueContext = {
    get rem() {
      return counting(12);
    },
    get em() {
      return counting(12);
    },
    get color() {
      return counting([0, 0, 0] as const);
    },
    get air() {
      return counting(1);
    },
    get view() {
      return counting(anyView);
    },
  };
  try {
    const settings = properties[property]!(nodes, context);
    return counts ? undefined : settings;
  } catch (error) {
    if (error instanceof ValueFault) return undefined;
    throw error;
  }
}

const physical: Readonly<Record<string, string>> = {
  left: 'inline-start',
  right: 'inline-end',
  top: 'block-start',
  bottom: 'block-end',
};

/** What replaces a physical side, for the hint. */
export function logicalName(property: string): string | undefined {
  const match = /^(margin|padding|border|inset)-(left|right|top|bottom)$/.exec(property);
  if (match !== null) return `${match[1]}-${physical[match[2]!]}`;
  return Object.hasOwn(physical, property) ? `inset-${physical[property]}` : undefined;
}
