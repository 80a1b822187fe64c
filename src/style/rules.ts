import type { CssNode } from 'css-tree';
import type { Place } from '../diagnostics/index.ts';
import type { CompiledSelector } from './selector.ts';
import type { MarginBox } from './types.ts';

/** One declaration of a rule. */
export interface StyleDeclaration {
  readonly property: string;
  /** Nodes without white space; `undefined` while the value holds `var()`. */
  readonly nodes: readonly CssNode[] | undefined;
  /** The value as written. */
  readonly text: string;
  readonly place: Place;
}

export interface StyleRule {
  readonly selector: CompiledSelector;
  readonly declarations: readonly StyleDeclaration[];
}

/** An `@page` rule as written (CSS Paged Media 3 §4). */
export interface PageRule {
  /** Empty: all pages. */
  readonly name: string;
  readonly declarations: readonly StyleDeclaration[];
  readonly marginBoxes: readonly MarginBox[];
}

/** A style sheet, parsed and found to be in the vocabulary. */
export interface StyleSheet {
  readonly file: string;
  readonly rules: readonly StyleRule[];
  readonly pages: readonly PageRule[];
}
