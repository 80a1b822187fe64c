import { createRequire } from 'node:module';
import type { Helpline } from './schema.ts';

/** Numbers that are dialled as they are; the library calls them invalid. */
const shortCodes: ReadonlySet<string> = new Set([
  ...['000', '100', '108', '110', '111', '112', '113', '114', '115', '116', '117', '118', '119', '116123'],
  ...['211', '311', '911', '988', '999', '3114', '13114'],
]);
/** Loads the library when it is first needed: it takes 80 ms. */
const require = createRequire(import.meta.url);

/** What is wrong with a helpline's number, as the end of a sentence; undefined when it is right. */
export function helplineFault({ display, dial }: Pick<Helpline, 'display' | 'dial'>): string | undefined {
  const shown = display.replace(/\D/g, '');
  const dialled = dial.replace(/\D/g, '');
  if (shown === '' || !dialled.endsWith(shown))
    return `the display ${display} is not the end of the number dialled, ${dial}`;
  if (!dial.startsWith('+'))
    return shortCodes.has(dialled)
      ? undefined
      : `${dial} is neither an international number nor a known short code`;
  if (dialled.length - shown.length > 3)
    return `the display ${display} leaves out more than the country code of ${dial}`;
  const { isValidPhoneNumber } = require('libphonenumber-js/min') as typeof import('libphonenumber-js/min');
  return isValidPhoneNumber(dial) ? undefined : `${dial} is not a valid number`;
}
