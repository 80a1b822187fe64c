import { createHash } from 'node:crypto';
import type { NumberPair } from '../../content/index.ts';
import type { Problem } from '../../diagnostics/index.ts';
import type { Impression, Setting } from '../../press/index.ts';
import type { SaidIn } from './said.ts';

/**
 * What a place (a row of the spreadsheet) brings to a guide. Only values, no functions: it crosses threads and queues.
 * What is undefined stays as the guide has it.
 */
export interface PlaceValues {
  /** The place's own id, of letters, digits and hyphens: part of the files' names. */
  readonly id: string;
  /** The number of the guide's main helpline. */
  readonly helpline?: NumberPair;
  readonly publisher?: {
    readonly name?: string;
    readonly address?: string;
    readonly web?: string;
    /** Below the campaign's folder. */
    readonly logo?: string;
    /** What name and address are in (BCP 47); the guide's own language, where nothing is said. */
    readonly language?: string;
    /** Words of name and address with a number that nobody dials, as they stand there. */
    readonly undialled?: readonly string[];
  };
}

/** One file that a campaign makes. Only values; equal rows are equal files. */
export interface Row {
  /** Below the campaign's output, with `/`, ending in `.pdf`. Its name in everything: no two rows have the same. */
  readonly file: string;
  /** SHA-256, hex, of all that the file is made of: guide, translation, words, template, faces, place, job, version. */
  readonly input: string;
  /** The guide as the campaign names it, the same on every machine: `PlaceGuides` finds and loads it. */
  readonly guide: string;
  readonly setting: Setting;
  readonly impression: Impression;
  /** Undefined: a campaign without places prints the guide as it is. */
  readonly place: PlaceValues | undefined;
  /** How many the print shop is asked for. */
  readonly quantity: number;
  /** Where the place stands in its spreadsheet, for what is told of it. */
  readonly source?: { readonly file: string; readonly line: number };
}

/**
 * Rows that share a plate: same guide, same setting, and nothing of their own but the number (`patched`), or something that
 * is laid out anew for each place (`set`). What a worker takes at a time.
 */
export interface Batch {
  /** SHA-256, hex, of its rows' inputs. */
  readonly id: string;
  readonly kind: 'patched' | 'set';
  readonly rows: readonly Row[];
}

/** Everything that a campaign makes, in the order in which it is said. */
export interface Plan {
  /** The campaign's id. */
  readonly id: string;
  /** Folder of the campaign, absolute: where its guides and logos are looked for. */
  readonly folder: string;
  readonly batches: readonly Batch[];
  readonly totals: Totals;
  /** What each guide declares that may be dialled, by the name that rows have for it; the main helpline first. */
  readonly numbers: Readonly<Record<string, readonly NumberPair[]>>;
  /** What it was made of, to be looked at again when its files are made. */
  readonly said?: readonly SaidIn[];
  /** Warnings: nothing is refused for them. */
  readonly problems: readonly Problem[];
}

export interface Totals {
  readonly files: number;
  /** Files that differ from another one in their number only, or are the first of those. */
  readonly patched: number;
  /** Files that are laid out for their place. */
  readonly set: number;
  readonly places: number;
  /** Copies that the print shop is asked for. */
  readonly copies: number;
  /** Different numbers to call. */
  readonly numbers: number;
  /** Files by what they are of. */
  readonly by: {
    readonly [field in 'guide' | 'locale' | 'product' | 'paper' | 'purpose']: Readonly<
      Record<string, number>
    >;
  };
}

/** SHA-256, hex, of the names and inputs of rows: equal on two machines where these would make the same files. */
export function hashOfRows(rows: Iterable<Row>): string {
  const hash = createHash('sha256');
  for (const { file, input } of rows) hash.update(`${file}\n${input}\n`);
  return hash.digest('hex');
}

/** The rows of a plan, in its order. */
export function rowsOf({ batches }: Pick<Plan, 'batches'>): Row[] {
  return batches.flatMap(({ rows }) => rows);
}
