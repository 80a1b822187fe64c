import type { Place } from '../diagnostics/index.ts';
import type { ElementName } from './elements.ts';

/** Where a node came from: the template's file and line, and the content key its text came from. */
export type Origin = Pick<Place, 'file' | 'line' | 'column' | 'key'>;

export type Direction = 'ltr' | 'rtl';

/**
 * A helpline's number in a text, by the helpline's name. Where a number stands is known, never sought: a text node that
 * is one has `number`, an attribute that holds one has its parts in `numbers`. With `withNumbers()` the same nodes say
 * another number.
 */
export interface NumberPart {
  readonly number: string;
  readonly what: 'display' | 'dial';
}

/** The number of a page: `this` one, the `last` one, or the one that the element with an id (`#id`) begins on. */
export interface PagePart {
  readonly page: string;
}

/** A piece of a text: characters as they stand, or a number. */
export type TextPart = string | NumberPart | PagePart;

export interface DocumentElement {
  readonly kind: 'element';
  readonly name: ElementName;
  /** Attributes as written, without `id`, `class`, `lang`, `dir`, which have fields of their own. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Of the attributes that hold a helpline's number (`href`, `title`, `alt`): the parts that the value is made of. */
  readonly numbers?: Readonly<Record<string, readonly TextPart[]>>;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  /** BCP 47 tag in force here: own `lang` or inherited. */
  readonly lang: string;
  /** Direction in force here: own `dir` or inherited. */
  readonly dir: Direction;
  /** Which of the two the element itself sets, for attribute selectors. */
  readonly declares: { readonly lang: boolean; readonly dir: boolean };
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
  /** The helpline whose number, as it is shown, is the whole of this text. */
  readonly number?: string;
  /** The page whose number is the whole of this text, see {@link PagePart}: layout knows it. */
  readonly page?: string;
  readonly parent: DocumentElement;
  readonly origin: Origin;
  readonly index: number;
}

export type DocumentNode = DocumentElement | DocumentText;

/** What the nodes of a document say: as they were read, or with other numbers. */
export interface Wording {
  readonly text: (node: DocumentText) => string;
  /** Undefined where the element has no such attribute. */
  readonly attribute: (element: DocumentElement, name: string) => string | undefined;
}

/** A parsed document. `root` is the `html` element. */
export interface HtmlDocument {
  readonly root: DocumentElement;
  readonly body: DocumentElement;
  readonly title: string;
  readonly lang: string;
  readonly dir: Direction;
  /** Elements by `id`. */
  readonly ids: ReadonlyMap<string, DocumentElement>;
  readonly wording: Wording;
}
