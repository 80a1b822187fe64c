import type { Place } from '../diagnostics/index.ts';
import type { ElementName } from './elements.ts';

/** Where a node came from: the template's file and line, and the content key its text came from. */
export type Origin = Pick<Place, 'file' | 'line' | 'column' | 'key'>;

export type Direction = 'ltr' | 'rtl';

export interface DocumentElement {
  readonly kind: 'element';
  readonly name: ElementName;
  /** Attributes as written, without `id`, `class`, `lang`, `dir`, which have fields of their own. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  /** BCP 47 tag in force here: own `lang` or inherited. */
  readonly lang: string;
  /** Direction in force here: own `dir` or inherited. */
  readonly dir: Direction;
  /** Which of the two the element itself sets, for attribute selectors. */
  readonly declares?: { readonly lang: boolean; readonly dir: boolean };
  /** True where the element itself sets `dir`, or is `bdi`: its text is isolated (UAX #9). */
  readonly isolates: boolean;
  readonly parent: DocumentElement | undefined;
  readonly children: DocumentNode[];
  readonly origin: Origin;
  /** Position in document order, from 0. */
  readonly index: number;
}

export interface DocumentText {
  readonly kind: 'text';
  /** As written after character references are resolved; white space not yet collapsed. */
  readonly text: string;
  readonly parent: DocumentElement;
  readonly origin: Origin;
  readonly index: number;
}

export type DocumentNode = DocumentElement | DocumentText;

/** A parsed document. `root` is the `html` element. */
export interface HtmlDocument {
  readonly root: DocumentElement;
  readonly body: DocumentElement;
  readonly title: string;
  readonly lang: string;
  readonly dir: Direction;
  /** Elements by `id`. */
  readonly ids: ReadonlyMap<string, DocumentElement>;
}
