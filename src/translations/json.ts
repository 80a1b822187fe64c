import { throwIfErrors } from '../diagnostics/index.ts';
import { parseJson } from '../files/index.ts';
import { brief, type Entry, fault, invalid, markedBy, type Returned } from './returned.ts';
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

/** @throws PressError JSON_SYNTAX, TRANSLATION_FILE_INVALID: all that is found */
export async function readJsonFile(text: string, file: string): Promise<Returned> {
  const { value, place, problems: faults } = parseJson(text, file);
  const problems = [...faults];
  const { units, targetLanguage } = value;
  if (!Array.isArray(units))
    throw invalid(file, 'The file has no list of units.', '{"targetLanguage": "es", "units": [{"key": …}]}');
  const entries = units.flatMap((unit: unknown, i) => {
    const entry = entryOf(unit);
    if (typeof entry !== 'string') return [entry];
    problems.push(
      fault(
        file,
        `Unit ${i + 1} ${entry}.`,
        'A unit has key, source, target, state and note, all strings.',
        place(`units.${i}`).line,
      ),
    );
    return [];
  });
  throwIfErrors(problems.toSorted((a, b) => a.place.line! - b.place.line!));
  return {
    file,
    language: typeof targetLanguage === 'string' ? targetLanguage : undefined,
    entries,
    text,
  };
}

/** What a unit says, or what is wrong with it. */
function entryOf(unit: unknown): Entry | string {
  if (typeof unit !== 'object' || unit === null || Array.isArray(unit)) return 'is not an object';
  const unknown = Object.entries(unit).find(
    ([name, value]) => !fields.includes(name) || typeof value !== 'string',
  );
  if (unknown !== undefined) return `has "${brief(unknown[0])}", which is unknown or not a string`;
  const { key, source, target, state } = unit as Partial<Record<string, string>>;
  if (key === undefined || source === undefined || target === undefined)
    return 'lacks its key, its source or its target';
  return { key, source, target, marked: markedBy(state ?? '') };
}
