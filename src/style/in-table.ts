import type { DocumentElement } from '../document/index.ts';
import type { ComputedStyle, Sides } from './types.ts';

/** What has no box of its own in a table: its cells have the ground and the borders (CSS 2.1 §17.5.1, simplified). */
const withoutBox: readonly string[] = ['thead', 'tbody', 'tr'];

/** Properties that would do nothing where an element of a table has no box, and what they set. */
export function tableFault(
  { name }: DocumentElement,
  { padding, margin, border, backgroundColor, backgroundImage, opacity, width, height }: ComputedStyle,
): RegExp | undefined {
  if (!withoutBox.includes(name)) return undefined;
  const isSet = (sides: Sides<unknown>) =>
    Object.values(sides).some((value: unknown) => value !== 0 && value !== 'auto');
  if (backgroundColor !== undefined || backgroundImage !== undefined) return /^background/;
  if (opacity !== 1) return /^opacity$/;
  if (isSet(padding)) return /^padding/;
  if (isSet(margin)) return /^margin/;
  if (Object.values(border).some(({ width: thick }) => thick !== 0)) return /^border/;
  return width !== 'auto' || height !== 'auto' ? /^(?:width|height|inline-size|block-size)$/ : undefined;
}
