import { numberWritten, publicCodes } from '../../content/index.ts';

/** Hours at the end of a cell, behind a space or in brackets: 24/7, 7/24, 9-17, (0-24). */
const hours = /[ (](?:24 ?[/x-] ?7|7 ?[/x-] ?24|([01]?\d|2[0-4])-(1[2-9]|2[0-4]))\)?$/;

/**
 * What stands in a cell beside a number, as the end of a sentence, with the number; undefined: nothing. In countries whose
 * numbers have no one length the digits of hours, or of a second number, are read as more of the first.
 */
export function moreThanNumber(
  written: string,
  country: string,
): { readonly what: string; readonly number: string } | undefined {
  const open = hours.exec(written);
  // The desk of an office is behind a hyphen too: 12 34 12-0, 12 34 22-15.
  const isFromTo = open?.[1] === undefined || Number(open[1]) < Number(open[2]);
  const alone = written.slice(0, open?.index ?? 0).trim();
  if (open !== null && isFromTo && numberWritten(alone, country) !== undefined)
    return { what: `hours behind a number: ${open[0].trim()}`, number: alone };
  const [first = '', second = '', third] = written.split('/').map((part) => part.trim());
  const isTwo = third === undefined && isWhole(first, country) && isWhole(second, country);
  return isTwo ? { what: `two numbers: ${first} and ${second}`, number: first } : undefined;
}

/** A number of its own, and no part of one: in full, or a code that people know. */
function isWhole(written: string, country: string): boolean {
  const { dial } = numberWritten(written, country) ?? {};
  return dial !== undefined && (dial.startsWith('+') || publicCodes.has(dial));
}
