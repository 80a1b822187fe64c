import type { NumberPair } from '../../content/index.ts';
import type { RowReader } from './row-reader.ts';

/** Who called the number and on which day, where the row says both: `Ana López, 2026-11-23`. */
export function calledBy(row: RowReader): NumberPair['called'] {
  const [, by = '', on = ''] = /^(.*?)[\s,;(]+(\d{4}-\d\d-\d\d)\)?$/.exec(row.text('confirmed') ?? '') ?? [];
  const isDay = new Date(`${on}T00:00:00Z`).toJSON()?.startsWith(on) === true;
  return on !== '' && isDay && by.length <= 80 && /\p{L}.*\p{L}/su.test(by) ? { by, on } : undefined;
}
