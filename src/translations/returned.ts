import { existsSync, readFileSync, statSync } from 'node:fs';
import { PressError, problem } from '../diagnostics/index.ts';

/** One text as it came back from a translator. */
export interface Entry {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  /** The file still says that the translation was made from an older source (fuzzy, needs review, stale). */
  readonly marked: boolean;
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
 * The text of a file: UTF-8, at most 2 MB, with nothing in it that reaches into objects.
 * @throws PressError FILE_NOT_FOUND, TRANSLATION_FILE_INVALID
 */
export function readText(file: string): string {
  if (!existsSync(file) || !statSync(file).isFile())
    throw new PressError([
      problem('FILE_NOT_FOUND', `There is no file ${file}.`, { file }, 'Check the path.'),
    ]);
  if (statSync(file).size > largestFile)
    throw invalid(file, 'The file is larger than 2 MB.', 'Send one guide in one language.');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch {
    throw invalid(
      file,
      'The file is not in UTF-8.',
      'Save it anew as UTF-8; in Excel: Save as, “CSV UTF-8 (comma delimited)”.',
    );
  }
  // Joined as readers of PO join them: a name in two strings is one name.
  if (text.replace(/["'\s\\]/g, '').includes('__proto__'))
    throw invalid(file, '"__proto__" is not taken.', 'Take it out.', lineIn(text, text.indexOf('__proto__')));
  return text.replaceAll('\r\n', '\n');
}

/** `TRANSLATION_FILE_INVALID` */
export function invalid(file: string, message: string, hint: string, line?: number): PressError {
  const place = line === undefined ? { file } : { file, line };
  return new PressError([problem('TRANSLATION_FILE_INVALID', message, place, hint)]);
}

/** 1-based line of an offset; undefined: there is none. */
export function lineIn(text: string, offset: number): number | undefined {
  return offset < 0 ? undefined : text.slice(0, offset).split('\n').length;
}

/** Lines of a text by offset: made once, then found by halving. */
export function lineFinder(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
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
