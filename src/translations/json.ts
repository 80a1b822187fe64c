import { parseJson } from '../locale/index.ts';
import { type Entry, invalid, type Returned } from './returned.ts';
import type { Exchange } from './unit.ts';

const fields: readonly string[] = ['key', 'source', 'target', 'state', 'note'];

/** The texts as JSON. */
export async function writeJson(exchange: Exchange): Promise<string> {
  const units = exchange.units.map(({ key, source, target, state, note }) => ({
    key,
    source,
    target,
    state,
    note,
  }));
  return `${JSON.stringify({ ...exchange, units }, null, 2)}\n`;
}

/** @throws PressError JSON_SYNTAX, TRANSLATION_FILE_INVALID */
export async function readJsonFile(text: string, file: string): Promise<Returned> {
  const { value } = parseJson(text.replace(/^\uFEFF/, ''), file);
  const { units, targetLanguage } = value;
  if (!Array.isArray(units))
    throw invalid(file, 'The file has no list of units.', '{"targetLanguage": "es", "units": [{"key": …}]}');
  return {
    file,
    language: typeof targetLanguage === 'string' ? targetLanguage : undefined,
    entries: units.map((unit, i) => entryOf(unit, i, file)),
    text,
  };
}

function entryOf(unit: unknown, index: number, file: string): Entry {
  const refuse = (why: string) =>
    invalid(
      file,
      `Unit ${index + 1} ${why}.`,
      'A unit has key, source, target, state and note, all strings.',
    );
  if (typeof unit !== 'object' || unit === null) throw refuse('is not an object');
  const unknown = Object.entries(unit).find(
    ([name, value]) => !fields.includes(name) || typeof value !== 'string',
  );
  if (unknown !== undefined) throw refuse(`has "${unknown[0]}", which is unknown or not a string`);
  const { key, source, target, state } = unit as Partial<Record<string, string>>;
  if (key === undefined || source === undefined || target === undefined)
    throw refuse('lacks its key, its source or its target');
  return { key, source, target, marked: state === 'stale' };
}
