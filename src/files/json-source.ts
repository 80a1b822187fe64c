import {
  type Code,
  mostTold,
  type Place,
  PressError,
  type Problem,
  problem,
  throwIfErrors,
} from '../diagnostics/index.ts';
import { jsonFault } from './json-fault.ts';
import { jsonPlaces } from './json-places.ts';
import type { Root } from './layers.ts';
import { pathIn, readText } from './reader.ts';
import { Stock } from './stock.ts';
import { writingFault } from './writing.ts';

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** A JSON file that holds an object, with the places of its keys. */
export interface JsonSource {
  readonly file: string;
  /** Leaves by dotted key; a list is one. */
  readonly leaves: ReadonlyMap<string, unknown>;
  readonly value: Record<string, unknown>;
  /** What is wrong with the file though it parses: names that stand twice, or are not taken. */
  readonly problems: readonly Problem[];
  place(key: string): Place;
}

/**
 * A JSON file: read each time, and parsed when what `stock` keeps is of other bytes.
 * @throws PressError JSON_SYNTAX with all that is found, and what `readText` throws
 */
export function readJson(root: Root, path: string, stock: Stock = new Stock(0)): JsonSource {
  const [text, file] = [readText(root, path), pathIn(root, path)];
  const source = stock.of('json', [file, text], () => parseJson(text, file));
  throwIfErrors(source.problems);
  return source;
}

/**
 * The same of a text that was read already; what else is wrong is told beside its values.
 * @throws PressError JSON_SYNTAX when it does not parse, or is deeper or longer than any file of ours
 */
export function parseJson(text: string, file: string): JsonSource {
  const at = placesIn(text, file);
  const refuse = (message: string, offset: number | undefined, hint: string) =>
    problem('JSON_SYNTAX', message, at(offset), hint);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new PressError([
      refuse(`The JSON does not parse: ${message}.`, jsonFault(text), 'Check commas and quotes.'),
    ]);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PressError([refuse('The file does not hold an object.', 0, 'Texts stand in { }.')]);
  const { doubled, offsets, limit } = jsonPlaces(text);
  if (limit !== undefined)
    throw new PressError([refuse(limit.message, limit.offset, 'Write the file out plainly.')]);
  const problems = doubled.map(({ name, offset }) =>
    refuse(`"${name.slice(0, 200)}" is there twice in one place.`, offset, 'Keep the one that is right.'),
  );
  const leaves = new Map<string, unknown>();
  collect(value as Record<string, unknown>, '', leaves, (code, message, key) => {
    const place = { ...at(offsets.get(key)), key };
    problems.push(problem(code, message, place, 'Take it out of the file.'));
  });
  return {
    file,
    leaves,
    value: value as Record<string, unknown>,
    problems: problems.slice(0, mostTold),
    place(key) {
      const { line, source } = at(offsets.get(key));
      return line === undefined ? { file, key } : { file, key, line, source: source! };
    },
  };
}

/** A file of texts that is not there yet. */
export function noJson(file: string): JsonSource {
  return { file, leaves: new Map(), value: {}, problems: [], place: (key) => ({ file, key }) };
}

/** Every leaf by its key, and what no file of ours holds. */
function collect(
  value: Record<string, unknown>,
  prefix: string,
  leaves: Map<string, unknown>,
  refuse: (code: Code, message: string, key: string) => void,
): void {
  for (const [name, inner] of Object.entries(value)) {
    const key = prefix === '' ? name : `${prefix}.${name}`;
    if (forbidden.has(name)) refuse('JSON_SYNTAX', `The key "${name}" is not taken.`, key);
    else if (typeof inner === 'object' && inner !== null && !Array.isArray(inner))
      collect(inner as Record<string, unknown>, key, leaves, refuse);
    else {
      const fault = typeof inner === 'string' ? writingFault(inner) : undefined;
      if (leaves.has(key))
        refuse('JSON_SYNTAX', `"${key}" is there twice: within a group, and written out.`, key);
      else if (fault === undefined) leaves.set(key, inner);
      else refuse('TEXT_UNNATURAL', `The text ${fault}.`, key);
    }
  }
}

/** Places by offset; lines are counted when first asked for. */
function placesIn(text: string, file: string): (offset: number | undefined) => Place {
  let starts: number[] | undefined;
  return (offset) => {
    if (offset === undefined) return { file };
    if (starts === undefined) {
      starts = [0];
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    }
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    const [start, end] = [starts[low]!, (starts[low + 1] ?? text.length + 1) - 1];
    return { file, line: low + 1, column: offset - start + 1, source: text.slice(start, end) };
  };
}
