import { readDisplay } from './display.ts';
import { nationalForms } from './national.ts';
import type { NumberPair } from './number-pair.ts';

/** A number that somebody wrote, understood as one of a country. */
export interface WrittenNumber extends NumberPair {
  /** As it is dialled there, where the 0 before it was lost: `0800 1111` of `8001111`. */
  readonly withZero?: string;
}

/** Up to here digits are a short code, which nothing divides. */
const longestCode = 6;

/**
 * The number that people of a country wrote, with what phones dial for it; undefined where it is none there. Digits that
 * nothing divides are grouped as another number is, where they are as many, else as people of the country write them.
 * @param like how a number of as many digits is grouped: `800-315-1376`
 * @param wasCalled somebody did: it is as long as numbers there are, and may be in no range that is known
 */
export function numberWritten(
  written: string,
  country: string,
  like = '',
  wasCalled = false,
): WrittenNumber | undefined {
  const shown = readDisplay(written);
  if ('fault' in shown) return undefined;
  const { digits, isInternational, extension } = shown;
  if (/^[*#]/.test(digits)) return { display: written, dial: digits };
  if (digits.length <= longestCode && !isInternational)
    return extension === undefined && digits.length >= 2 ? { display: written, dial: digits } : undefined;
  const forms = nationalForms(isInternational ? `+${digits}` : digits, [country], wasCalled);
  if (forms === undefined) return undefined;
  const dial = extension === undefined ? forms.dial : `${forms.dial};ext=${extension}`;
  const [national] = forms.written();
  // Where the 0 may be left out, as of mobiles in India, it is not lost.
  const lacksZero =
    !isInternational && !forms.digits.includes(digits) && national!.replace(/\D/g, '') === `0${digits}`;
  const display = /^\+?\d+$/.test(written)
    ? (grouped(digits, like) ??
      (forms.digits.includes(forms.significant) ? grouped(forms.significant, like) : undefined) ??
      national!)
    : written;
  return lacksZero ? { display: national!, dial, withZero: national! } : { display, dial };
}

/** Digits divided as another number is. */
function grouped(digits: string, like: string): string | undefined {
  if (!/^[\d ().-]+$/.test(like) || like.replace(/\D/g, '').length !== digits.length) return undefined;
  let next = 0;
  return like.replace(/\d/g, () => digits[next++]!);
}
