import type { DocumentElement } from '../document/index.ts';
import type { ComputedStyle, Sides } from './types.ts';

/** What has no box of its own in a table: its cells have the borders, and its ground where they have none (CSS 2.1 §17.5.1). */
const withoutBox: readonly string[] = ['thead', 'tbody', 'tfoot', 'tr', 'colgroup', 'col'];
/** Those that say how wide their cells are. */
const columns: readonly string[] = ['colgroup', 'col'];

/** Properties that would do nothing where an element of a table has no box, and what they set. */
export function tableFault(
  { name }: DocumentElement,
  { padding, margin, border, backgroundImage, opacity, width, height }: ComputedStyle,
): RegExp | undefined {
  if (!withoutBox.includes(name)) return undefined;
  const isSet = (sides: Sides<unknown>) =>
    Object.values(sides).some((value: unknown) => value !== 0 && value !== 'auto');
  if (backgroundImage !== undefined) return /^background(?:$|-image)/;
  if (opacity !== 1) return /^opacity$/;
  if (isSet(padding)) return /^padding/;
  if (isSet(margin)) return /^margin/;
  if (Object.values(border).some(({ width: thick }) => thick !== 0)) return /^border/;
  if (height !== 'auto') return /^(?:height|block-size)$/;
  return width !== 'auto' && !columns.includes(name) ? /^(?:width|inline-size)$/ : undefined;
}
