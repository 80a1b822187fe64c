import { nearness, shortestNear } from './nearness.ts';

/** Codes of emergencies and helplines that are known far beyond their country, and that no amount has by habit (as 100 has). */
export const publicCodes: ReadonlySet<string> = new Set([
  ...['000', '111', '112', '119', '911', '988', '999', '3114', '85258', '131114'],
  ...['116000', '116111', '116117', '116123', '686868', '741741', '838255'],
]);

/** True for a code that people of some country know by heart, and for a long one that is nearly such. */
export function isPublicCode(digits: string): boolean {
  if (publicCodes.has(digits)) return true;
  return (
    digits.length >= shortestNear && [...publicCodes].some((code) => nearness(digits, code) !== undefined)
  );
}
