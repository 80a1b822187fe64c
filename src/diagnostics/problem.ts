import type { Code } from './catalogue.ts';

/** Where a problem lies. Every field is optional: a problem says as much as it knows. */
export interface Place {
  /** Path of the file as the user gave it. */
  file?: string;
  /** 1-based line in `file`. */
  line?: number;
  /** 1-based column in `file`. */
  column?: number;
  /** The text of that line, for the code frame. */
  source?: string;
  /** Content key (`center.line`) or path in the guide (`sections[0].blocks[2].text`). */
  key?: string;
  /** BCP 47 tag of the locale being printed. */
  locale?: string;
  /** Id of the product being printed. */
  product?: string;
  /** Name of the page (panel) or sheet. */
  page?: string;
}

/** Problems that are told at once: who mends a hundred sees the others then. */
export const mostTold = 100;

export type Severity = 'error' | 'warning';

/** One thing that is wrong, with what to do about it. Plain data. */
export interface Problem {
  code: Code;
  severity: Severity;
  /** One sentence: what is wrong, with the values that matter. */
  message: string;
  place: Place;
  /** One sentence: what to do. */
  hint?: string;
}

/** An error-severity problem. */
export function problem(code: Code, message: string, place: Place = {}, hint?: string): Problem {
  return { code, severity: 'error', message, place, ...(hint === undefined ? {} : { hint }) };
}

/** A warning: told, but nothing is refused for it. */
export function warning(code: Code, message: string, place: Place = {}, hint?: string): Problem {
  return { ...problem(code, message, place, hint), severity: 'warning' };
}

/** The one error class of the library: carries every problem found, not just the first. */
export class PressError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((p) => `${p.code}: ${p.message}`).join('\n'));
    this.name = 'PressError';
    this.problems = problems;
  }

  /** The error as plain data, which passes a worker's door and JSON whole: {@link PressError.from} makes it an error again. */
  toJSON(): { readonly name: 'PressError'; readonly problems: readonly Problem[] } {
    return { name: 'PressError', problems: this.problems };
  }

  /** The error that {@link PressError.toJSON} was made of, or that another copy of the library threw; undefined for anything else. */
  static from(value: unknown): PressError | undefined {
    if (value instanceof PressError) return value;
    if (typeof value !== 'object' || value === null) return undefined;
    const { name, problems } = value as { readonly name?: unknown; readonly problems?: unknown };
    const isProblem = (each: unknown) =>
      typeof each === 'object' && each !== null && 'code' in each && 'message' in each && 'place' in each;
    if (name !== 'PressError' || !Array.isArray(problems) || !problems.every(isProblem)) return undefined;
    return new PressError(problems as unknown as readonly Problem[]);
  }
}

/** Throws a {@link PressError} when any of the problems is an error; warnings alone pass. */
export function throwIfErrors(problems: readonly Problem[]): void {
  if (problems.some((p) => p.severity === 'error')) throw new PressError(problems);
}
