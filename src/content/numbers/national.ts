import { createRequire } from 'node:module';
import type { CountryCode } from 'libphonenumber-js/min';

/** Loads the library when it is first needed: it takes 80 ms. */
const require = createRequire(import.meta.url);

/** Code, the same for all: asking Node for it again takes longer than what is asked of it. */
let loaded: typeof import('libphonenumber-js/min') | undefined;

function phones(): typeof import('libphonenumber-js/min') {
  loaded ??= require('libphonenumber-js/min') as typeof import('libphonenumber-js/min');
  return loaded;
}

/** A number as it is dialled in some countries. */
export interface NationalForms {
  /** In full: `+448001111`. */
  readonly dial: string;
  readonly callingCode: string;
  /** Digits without the country's code and without what is dialled before it within the country. */
  readonly significant: string;
  /** Digits that people of these countries dial for it. */
  readonly digits: readonly string[];
  /** Digits that people of its own country dial, where it is none of these. */
  readonly abroad: readonly string[];
  /** Digits that would dial another number in one of the countries. */
  isAnother(digits: string): boolean;
  /** As it is written for them, for hints. */
  written(): readonly string[];
}

/** True for the code of a country (ISO 3166-1) that has telephone numbers. */
export function isCountry(code: string): boolean {
  return phones().isSupportedCountry(code as CountryCode);
}

/** What is dialled from abroad before the numbers of a country, without the +. */
export function callingCodeOf(country: string): string {
  return phones().getCountryCallingCode(country as CountryCode);
}

let detailed: typeof import('libphonenumber-js/max') | undefined;

/**
 * Whether a number is in one of the ranges that its country gives out to somebody. Plans lag behind: one that is in none may be right,
 * and is worth a look. What it is read by elsewhere knows the lengths and first digits of a country alone.
 */
export function isGivenOut(dial: string): boolean {
  detailed ??= require('libphonenumber-js/max') as typeof import('libphonenumber-js/max');
  return detailed.parsePhoneNumberFromString(dial)?.isValid() === true;
}

/** True where a 0 is dialled before a number within a country: it is taken off. */
function readsNought(significant: string, country: CountryCode | undefined): boolean {
  return phones().parsePhoneNumberFromString(`0${significant}`, country)?.nationalNumber === significant;
}

/** Digits of an area's code of the North American Numbering Plan. */
const areaCode = 3;

const digitsOf = (text: string) => text.replace(/\D/g, '');

/**
 * A number in the forms of numbering plans; undefined where it is no valid one. One that was called may be in none of their ranges,
 * which lag behind those that are given out: it is of one of `countries`, and as long as numbers there are.
 */
export function nationalForms(
  dial: string,
  countries: readonly string[],
  wasCalled = false,
): NationalForms | undefined {
  const library = phones();
  const known = countries.filter((country): country is CountryCode =>
    library.isSupportedCountry(country as CountryCode),
  );
  const home = known[0];
  const number = library.parsePhoneNumberFromString(dial, home);
  const callingCode = number?.countryCallingCode;
  const own = known.find((country) => library.getCountryCallingCode(country) === callingCode);
  const isHome = own !== undefined;
  const isRight = number?.isValid() === true || (wasCalled && isHome && number?.isPossible() === true);
  if (number === undefined || callingCode === undefined || !isRight) return undefined;
  const significant = number.nationalNumber;
  const written = number.formatNational();
  const forms = new Set([digitsOf(written)]);
  // Where nothing is dialled first, nothing can be left out.
  if (!forms.has(significant)) forms.add(digitsOf(number.formatNational({ nationalPrefix: false })));
  // In North America both are dialled; so may both be where the library knows no format.
  if (callingCode === '1') forms.add(`1${significant}`);
  else if (written === significant && (number.isValid() || readsNought(significant, own)))
    forms.add(`0${significant}`);
  // A form within which the number itself is changed is written in full.
  const shown = [...forms].filter((form) => form.endsWith(significant));
  // Where all of a country of North America's plan has one area's code, it is left out: 800-4321 in Trinidad.
  const local = significant.slice(areaCode);
  if (
    callingCode === '1' &&
    known.some((country) => library.parsePhoneNumberFromString(local, country)?.number === number.number)
  )
    shown.push(local);
  return {
    dial: number.number,
    callingCode,
    significant,
    digits: isHome ? shown : [],
    abroad: isHome ? [] : shown,
    isAnother: (digits) =>
      known.some((country) => library.parsePhoneNumberFromString(digits, country)?.isValid() === true),
    written: () => [
      ...(isHome && shown.includes(digitsOf(written)) ? [written] : []),
      number.formatInternational(),
    ],
  };
}
