import type { Folders } from './job.ts';

/** The steps of a job that can be watched. */
export type Step =
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
}
