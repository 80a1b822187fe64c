import type { CssNode } from 'css-tree';
import type { Place } from '../diagnostics/index.ts';

/** One declaration of a rule. */
export interface StyleDeclaration {
  readonly property: string;
  /** Nodes without white space; `undefined` while the value holds `var()`. */
  readonly nodes: readonly CssNode[] | undefined;
  /** The value as written. */
  readonly text: string;
  readonly place: Place;
}
