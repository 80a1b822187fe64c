import { ValueFault } from './nodes.ts';
import type { Corner, Longhand } from './property.ts';
import { type Shorthand, single } from './sides.ts';
import type { ComputedStyle } from './types.ts';
import { nonNegative } from './values.ts';

/** Corners in the order of the CSS shorthand, each with its name in properties; they turn with the direction. */
const corners = [
  ['startStart', 'start-start'],
  ['startEnd', 'start-end'],
  ['endEnd', 'end-end'],
  ['endStart', 'end-start'],
] as const satisfies readonly (readonly [Corner, string])[];

type Name = (typeof corners)[number][1];

/** `border-start-start-radius` and so on: a length or a percentage each. */
export const radii = Object.fromEntries(
  corners.map(([side, name]) => [
    `border-${name}-radius`,
    { key: 'borderRadius', side, initial: 0, inherits: false, parse: single(nonNegative) },
  ]),
) as unknown as Record<`border-${Name}-radius`, Longhand & { readonly key: 'borderRadius' }>;

/** `border-radius`: one to four values. */
export const radiusShorthand: Shorthand = (nodes, context) => {
  if (nodes.length < 1 || nodes.length > 4)
    throw new ValueFault('one to four lengths or percentages are wanted');
  const [a, b = a, c = a, d = b] = nodes.map((node) => nonNegative(node, context));
  return [a, b, c, d].map((value, i) => [`border-${corners[i]![1]}-radius`, value] as const);
};

/** What is wrong with round corners: pictures are not cut, and borders that differ would not meet in them. */
export function radiusFault(
  name: string,
  { border, borderRadius, display }: ComputedStyle,
): string | undefined {
  if (Object.values(borderRadius).every((radius) => radius === 0)) return undefined;
  if (name === 'img')
    return 'a picture is not cut: draw it with round corners, or give them to a box around it';
  if (display === 'table') return 'a table has no ground of its own: give them to a box around it';
  const [first, ...others] = Object.values(border);
  const alike = others.every(
    (side) =>
      side.width === first!.width && side.style === first!.style && side.color.join() === first!.color.join(),
  );
  return alike && first!.style !== 'dashed'
    ? undefined
    : 'round corners take no border, or a solid one that is the same all around';
}
