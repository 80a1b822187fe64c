import type { Code } from '../../diagnostics/index.ts';
import type { Check } from '../types.ts';

/** A line of the proof: failed when anything is wrong, or when there was nothing to look at. */
export function verdict(code: Code, wrong: readonly string[], looked: number, passed: string): Check {
  if (wrong.length > 0) {
    const more = wrong.length > 4 ? ` (and ${wrong.length - 4} more)` : '';
    return { code, status: 'failed', detail: `${wrong.slice(0, 4).join('; ')}${more}` };
  }
  if (looked === 0) return { code, status: 'failed', detail: 'There was nothing to look at.' };
  return { code, status: 'passed', detail: passed };
}

export function notChecked(code: Code): Check {
  return { code, status: 'not-checked', detail: 'No expectation was given.' };
}

/** `1 page`, `6 pages`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
