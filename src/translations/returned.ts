import { PressError, type Problem, problem } from '../diagnostics/index.ts';
import { decodeText, readNamed } from '../files/index.ts';
import type { UnitState } from './unit.ts';

/** One text as it came back from a translator. */
export interface Entry {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  /** The file says that the translation is not finished (fuzzy, needs-…, stale); undefined: it does not say. */
  readonly marked: boolean | undefined;
}

/** A file as it came back from a translator. */
export interface Returned {
  readonly file: string;
  /** Target language, as the file names it; undefined: it names none. */
  readonly language: string | undefined;
  readonly entries: readonly Entry[];
  /** The file's text, for the places of problems. */
  readonly text: string;
}

const largestFile = 2_000_000;

/**
 * The text of a file that a person named: UTF-8, at most 2 MB, with nothing in it that reaches into objects.
 * @throws PressError TRANSLATION_FILE_INVALID, and what the reader throws
 */
export function readText(file: string): string {
  const text = decodeText(readNamed(file, largestFile), file);
  // Joined as readers of PO join them: a name in two strings is one name.
  if (text.replace(/["'\s\\]/g, '').includes('__proto__'))
    throw invalid(file, '"__proto__" is not taken.', 'Take it out.', lineIn(text, text.indexOf('__proto__')));
  return text.replaceAll('\r\n', '\n');
}

/** A problem that does not keep the others from being found. */
export function fault(file: string, message: string, hint: string, line?: number): Problem {
  return problem('TRANSLATION_FILE_INVALID', message, line === undefined ? { file } : { file, line }, hint);
}

/** A problem that ends the reading. */
export function invalid(file: string, message: string, hint: string, line?: number): PressError {
  return new PressError([fault(file, message, hint, line)]);
}

const longestQuote = 200;

/** A key or a text of a file as a message quotes it: any file may be wrong, a message stays one to be read. */
export function brief(text: string): string {
  return text.length <= longestQuote ? text : `${text.slice(0, longestQuote).toWellFormed()}…`;
}

const unfinished: Readonly<Record<UnitState, boolean>> = {
  missing: true,
  stale: true,
  broken: true,
  offered: true,
  translated: false,
  reviewed: false,
};

/** What a word for the state of a unit says of {@link Entry.marked}; other words than ours say nothing. */
export function markedBy(word: string): boolean | undefined {
  const state = word.trim().toLowerCase();
  return Object.hasOwn(unfinished, state) ? unfinished[state as UnitState] : undefined;
}

/** 1-based line of an offset; undefined: there is none. */
export function lineIn(text: string, offset: number): number | undefined {
  return offset < 0 ? undefined : text.slice(0, offset).split('\n').length;
}

/** Lines of a text by offset: made once, then found by halving. */
export function lineFinder(text: string): (offset: number) => number {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at);
  return (offset) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

/** Where keys stand in a file, whatever its format: each format writes a key whole. */
export function keyFinder(text: string): (key: string) => number | undefined {
  const lineAt = lineFinder(text);
  const first = new Map<string, number>();
  for (const { 0: word, index } of text.matchAll(/[\w:.-]+/g)) if (!first.has(word)) first.set(word, index);
  return (key) => {
    const offset = first.get(key);
    return offset === undefined ? undefined : lineAt(offset);
  };
}
