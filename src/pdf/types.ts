import type { HtmlDocument } from '../document/index.ts';
import type { Imposed } from '../imposition/index.ts';

/** What the file says of itself (XMP and the Info dictionary). */
export interface Metadata {
  readonly title: string;
  /** BCP 47 tag of the document. */
  readonly language: string;
  /** ISO 8601, second precision, `Z`. Never the clock. */
  readonly date: string;
  /** `helpline-press 0.1.0`. */
  readonly producer: string;
  /** Own XMP properties (namespace `https://helpline-press.org/ns/1.0/`, prefix `hp`): name to text. */
  readonly properties: Readonly<Record<string, string>>;
}

export interface PdfInput {
  readonly document: HtmlDocument;
  readonly imposed: Imposed;
  readonly metadata: Metadata;
  /** What viewers call each sheet; undefined: by its number, among those without a name. */
  readonly pageNames?: readonly (string | undefined)[];
  /** Numbers as they are shown, which every text beside the pages shows in order too. */
  readonly numbers?: readonly string[];
}

/** A piece of a bundle. */
export interface PdfPiece extends Pick<PdfInput, 'document' | 'imposed' | 'numbers'> {
  /** What its bookmark says. */
  readonly label: string;
}

/** Several pieces that are one file. All have the purpose of the first, and are turned as it is. */
export interface PdfBundle {
  readonly metadata: Metadata;
  readonly pieces: readonly PdfPiece[];
  /** All stand on the same sheets, each in places of its own; absent: one after the other. */
  readonly isShared?: boolean;
}
