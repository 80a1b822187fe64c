import { readFileSync, statSync } from 'node:fs';
import { fromDisk, noFile, type Place, PressError, problem } from '../diagnostics/index.ts';
import { jsonFault } from './json-fault.ts';

const largestFile = 2_000_000;
const deepest = 12;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** A JSON file of texts with the places of its keys. */
export interface JsonSource {
  readonly file: string;
  /** Leaves by dotted key. */
  readonly leaves: ReadonlyMap<string, unknown>;
  readonly value: Record<string, unknown>;
  place(key: string): Place;
}

/** @throws PressError FILE_NOT_FOUND, JSON_SYNTAX */
export function readJson(file: string): JsonSource {
  return parseJson(readText(file), file);
}

function readText(file: string): string {
  const stat = fromDisk(file, () => statSync(file));
  if (!stat.isFile()) throw noFile(file);
  if (stat.size > largestFile)
    throw new PressError([
      problem('FILE_NOT_FOUND', `${file} is larger than 2 MB.`, { file }, 'Is it a file of texts?'),
    ]);
  return fromDisk(file, () => readFileSync(file, 'utf8'));
}

/** The same of a text that was read already; a byte order mark before it is none of it. @throws PressError JSON_SYNTAX */
export function parseJson(read: string, file: string): JsonSource {
  const text = read.replace(/^\ufeff/, '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new PressError([
      problem(
        'JSON_SYNTAX',
        `The JSON does not parse: ${message}.`,
        { file, ...placeOf(text) },
        'Check commas and quotes.',
      ),
    ]);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PressError([
      problem('JSON_SYNTAX', 'The file does not hold an object.', { file, line: 1 }, 'Texts stand in { }.'),
    ]);
  const leaves = new Map<string, unknown>();
  collect(value as Record<string, unknown>, '', leaves, file);
  const lines = text.split('\n');
  return {
    file,
    leaves,
    value: value as Record<string, unknown>,
    place(key) {
      const line = lineOf(lines, key.split('.'));
      return line === undefined ? { file, key } : { file, key, line: line + 1, source: lines[line]! };
    },
  };
}

/** A file of texts that is not there yet. */
export function noJson(file: string): JsonSource {
  return { file, leaves: new Map(), value: {}, place: (key) => ({ file, key }) };
}

function collect(
  value: Record<string, unknown>,
  prefix: string,
  leaves: Map<string, unknown>,
  file: string,
  depth = 0,
): void {
  if (depth > deepest)
    throw new PressError([
      problem(
        'JSON_SYNTAX',
        `Texts are nested more than ${deepest} deep.`,
        { file },
        'Nest them as the keys of the source are.',
      ),
    ]);
  for (const [name, inner] of Object.entries(value)) {
    if (forbidden.has(name))
      throw new PressError([
        problem('JSON_SYNTAX', `The key "${name}" is not taken.`, { file }, 'Take it out of the file.'),
      ]);
    const key = prefix === '' ? name : `${prefix}.${name}`;
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner))
      collect(inner as Record<string, unknown>, key, leaves, file, depth + 1);
    else leaves.set(key, inner);
  }
}

function placeOf(text: string): Place {
  const before = text.slice(0, jsonFault(text));
  const line = before.split('\n').length;
  return { line, column: before.length - before.lastIndexOf('\n'), source: text.split('\n')[line - 1] ?? '' };
}

/** The line where a nested key stands: each part is looked for below the one before. */
function lineOf(lines: readonly string[], parts: readonly string[]): number | undefined {
  let line = 0;
  for (const part of parts) {
    const found = lines.findIndex((text, i) => i >= line && text.includes(`"${part}"`));
    if (found < 0) return undefined;
    line = found;
  }
  return line;
}
