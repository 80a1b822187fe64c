import type { CssNode } from 'css-tree';
import type { Draft } from './draft.ts';
import { lengthOrAuto, longhands } from './longhands.ts';
import { ValueFault } from './nodes.ts';
import { keyword, type Longhand } from './property.ts';
import { borderShorthand, type Shorthand, sidedShorthands } from './sides.ts';
import { nonNegative, type ValueContext } from './values.ts';

/** Sets what a declaration says on a style that is being computed. @throws ValueFault */
type Apply = (draft: Draft, nodes: readonly CssNode[], context: ValueContext) => void;

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
  'inline-size': alias('width'),
  'block-size': alias('height'),
  'white-space': (nodes, context) => [['text-wrap', wrapping(nodes, context)]],
  gap: (nodes, context) => {
    if (nodes.length < 1 || nodes.length > 2) throw new ValueFault('one or two values are wanted');
    const [row, column = row] = nodes.map((node) => nonNegative(node, context));
    return [
      ['row-gap', row],
      ['column-gap', column],
    ];
  },
};

function set(draft: Draft, { key, side }: Longhand, value: unknown): void {
  const target = (side === undefined ? draft : draft[key]) as Record<string, unknown>;
  target[side ?? key] = value;
}

/** Every property there is: one that is not here is refused. */
export const properties: Readonly<Record<string, Apply>> = {
  ...Object.fromEntries(
    Object.entries(rows).map(([name, row]): [string, Apply] => [
      name,
      (draft, nodes, context) => set(draft, row, row.parse(nodes, context)),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(shorthands).map(([name, shorthand]): [string, Apply] => [
      name,
      (draft, nodes, context) => {
        for (const [longhand, value] of shorthand(nodes, context)) set(draft, rows[longhand]!, value);
      },
    ]),
  ),
};

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
