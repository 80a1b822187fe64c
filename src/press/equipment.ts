import type { Stock } from '../files/index.ts';
import type { WrittenFiles } from '../pdf/index.ts';
import type { Kept } from '../proof/index.ts';
import type { Typesetter } from '../text/index.ts';
import type { Folders } from './job.ts';
import type { Precedents } from './precedents.ts';
import type { LanguageSettings } from './settings.ts';

/** The steps of a job that can be watched. */
export type Step =
  | 'number'
  | 'locale'
  | 'template'
  | 'document'
  | 'style and layout'
  | 'paint'
  | 'checks'
  | 'impose'
  | 'expect'
  | 'write'
  | 'prove';

/** Runs one step of a job; a benchmark puts a clock around it. */
export type Watch = <T>(step: Step, work: () => T) => T;

/** What a press owns and lends to each job: it outlives them all. */
export interface Equipment {
  readonly folders: Folders;
  readonly watch: Watch;
  /** Shapes paragraphs, and remembers them. */
  readonly typesetter: Typesetter;
  /** What layout must know of languages, faces and all. */
  readonly languages: LanguageSettings;
  /** Formes keep where their boxes were laid out, for who looks at them. */
  readonly keepsLayout: boolean;
  /** What was made of files. */
  readonly stock: Stock;
  /** Documents that were laid out; undefined: nothing is kept. */
  readonly precedents: Precedents | undefined;
  /** What the proof keeps of files that it read; undefined: nothing. */
  readonly proofs: Kept | undefined;
  /** What was written last; undefined: nothing is kept. */
  readonly written: WrittenFiles | undefined;
}
