import { readDisplay } from './display.ts';
import type { NumberPair } from './helpline.ts';
import { nationalForms } from './national.ts';

/** From here on digits without anything between them are not read as a number by people. */
const longestUngrouped = 6;

/**
 * The number that people of a country wrote, with what phones dial for it; undefined where it is none there. Digits that
 * nothing divides are grouped as another number is, where they are as many, else as people of the country write them.
 * @param like how a number of as many digits is grouped: `800-315-1376`
 */
export function numberWritten(written: string, country: string, like = ''): NumberPair | undefined {
  const shown = readDisplay(written);
  if ('fault' in shown) return undefined;
  const { digits, isInternational, extension } = shown;
  const isShort = digits.length <= longestUngrouped && !isInternational;
  if (isShort)
    return extension === undefined && digits.length >= 3 ? { display: written, dial: digits } : undefined;
  const forms = nationalForms(isInternational ? `+${digits}` : digits, [country]);
  if (forms === undefined) return undefined;
  const dial = extension === undefined ? forms.dial : `${forms.dial};ext=${extension}`;
  if (!/^\d+$/.test(written)) return { display: written, dial };
  return { display: grouped(digits, like) ?? forms.written[0]!, dial };
}

function grouped(digits: string, like: string): string | undefined {
  if (!/^[\d ().-]+$/.test(like) || like.replace(/\D/g, '').length !== digits.length) return undefined;
  let next = 0;
  return like.replace(/\d/g, () => digits[next++]!);
}
