import type { Returned } from './returned.ts';
import type { Unit } from './unit.ts';

/**
 * A file that lost its keys on its way through other formats, with those of the texts whose sources it has: of several
 * with one source each in its turn. Undefined where the file has a key of ours, or a source of ours it has not.
 */
export function keyedBySource(returned: Returned, units: readonly Unit[]): Returned | undefined {
  const known = new Set(units.map(({ key }) => key));
  if (returned.entries.length === 0 || returned.entries.some(({ key }) => known.has(key))) return undefined;
  const bySource = new Map<string, string[]>();
  for (const { key, source } of units) bySource.set(source, [...(bySource.get(source) ?? []), key]);
  const entries = returned.entries.map((entry) => ({
    ...entry,
    key: bySource.get(entry.source)?.shift() ?? entry.key,
  }));
  return entries.some(({ key }) => known.has(key)) ? { ...returned, entries } : undefined;
}
