import type { NumberPair } from '../../content/index.ts';
import type { Place } from '../../diagnostics/index.ts';

/** What became of a row: a line of the manifest, which is the record of the campaign. */
export type Entry = MadeEntry | FailedEntry;

export interface MadeEntry {
  readonly outcome: 'made';
  /** Id of the campaign that it is of: two may have come into one folder. Written by whoever keeps the manifest. */
  readonly campaign?: string;
  readonly file: string;
  /** The row's. */
  readonly input: string;
  /** Of the PDF, hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  /** Every number that the file carries, proved, with how often it is printed. */
  readonly numbers: readonly (NumberPair & { readonly printings: number })[];
  /** `source`, `reviewed`, `machine-draft` …: the translation's state. */
  readonly translation: string;
  /** Sum of what its proof holds it to (`sumOfHeld`); absent in lines of versions that wrote none. */
  readonly held?: string;
  /** Codes of the warnings. */
  readonly warnings: readonly string[];
}

export interface FailedEntry {
  readonly outcome: 'failed';
  readonly campaign?: string;
  readonly file: string;
  readonly input: string;
  readonly problems: readonly {
    readonly code: string;
    readonly message: string;
    readonly hint?: string;
    readonly place?: Place;
  }[];
}
