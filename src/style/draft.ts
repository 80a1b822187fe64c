import { longhands } from './longhands.ts';
import type { Longhand } from './property.ts';
import type { ComputedStyle, Corners, Sides } from './types.ts';

/** A style being computed: fields are set in cascade order. */
export type Draft = {
  -readonly [K in keyof ComputedStyle]: ComputedStyle[K] extends Sides<infer T>
    ? MutableSides<T>
    : ComputedStyle[K] extends Corners<infer T>
      ? { -readonly [C in keyof Corners<T>]: T }
      : ComputedStyle[K];
};
type MutableSides<T> = { -readonly [K in keyof Sides<T>]: T };

const rows: readonly Longhand[] = Object.values(longhands);
const inheritedKeys = rows.filter(({ inherits }) => inherits).map(({ key }) => key);

/** The style where nothing is set. */
const initial = initialStyle();

function initialStyle(): Draft {
  const fields = new Map<string, unknown>();
  for (const { key, side, initial } of rows)
    fields.set(key, side === undefined ? initial : { ...(fields.get(key) as object), [side]: initial });
  // Made at once: an object that grows field by field is slow to copy and to read, in V8.
  return Object.fromEntries(fields) as unknown as Draft;
}

/** Initial values; what inherits comes from `parent` (CSS Cascade 4 §7). */
export function draftFrom(parent: ComputedStyle | undefined, rem: number): Draft {
  const { inset, margin, padding, border, borderRadius } = initial;
  const draft: Draft = {
    ...initial,
    inset: { ...inset },
    margin: { ...margin },
    padding: { ...padding },
    border: { ...border },
    borderRadius: { ...borderRadius },
    fontSize: rem,
  };
  if (parent !== undefined) for (const key of inheritedKeys) copy(parent, draft, key);
  return draft;
}

function copy<K extends keyof ComputedStyle>(from: ComputedStyle, to: Draft, key: K): void {
  (to as Pick<ComputedStyle, K>)[key] = from[key];
}
