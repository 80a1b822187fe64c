import type { CssNode } from 'css-tree';
import { identifier, one, ValueFault } from './nodes.ts';
import type { ComputedStyle, Corners, Sides } from './types.ts';
import type { ValueContext } from './values.ts';

export type Side = keyof Sides<unknown>;
export type Corner = keyof Corners<unknown>;

/** What a declaration's value is when it is computed. @throws ValueFault */
export type Parse<T> = (nodes: readonly CssNode[], context: ValueContext) => T;

/** One row of the vocabulary: a property that sets one field of a style, or one side of it. */
export interface Longhand {
  readonly key: keyof ComputedStyle;
  readonly side?: Side | Corner;
  readonly initial: unknown;
  readonly inherits: boolean;
  readonly parse: Parse<unknown>;
}

/** A property that each element has for itself. */
export function own<K extends keyof ComputedStyle>(
  key: K,
  initial: ComputedStyle[K],
  parse: Parse<ComputedStyle[K]>,
): Longhand & { readonly key: K } {
  return { key, initial, inherits: false, parse };
}

/** A property that an element has of its parent, unless it is set (CSS Cascade 4 §7.2). */
export function inherited<K extends keyof ComputedStyle>(
  key: K,
  initial: ComputedStyle[K],
  parse: Parse<ComputedStyle[K]>,
): Longhand & { readonly key: K } {
  return { key, initial, inherits: true, parse };
}

/** One of a few words, each with what it means. */
export function keyword<T>(values: Readonly<Record<string, T>>): Parse<T> {
  return (nodes) => {
    const name = identifier(one(nodes));
    if (name === undefined || !Object.hasOwn(values, name))
      throw new ValueFault(`one of ${Object.keys(values).join(', ')} is wanted`);
    return values[name]!;
  };
}

/** Words that mean themselves. */
export function words<const T extends string>(...names: T[]): Record<T, T> {
  return Object.fromEntries(names.map((name) => [name, name])) as Record<T, T>;
}
