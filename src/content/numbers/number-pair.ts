import { readDisplay } from './display.ts';
import { nationalForms } from './national.ts';

/** A number as people read it and as phones dial it. */
export interface NumberPair {
  readonly display: string;
  /** `+18003151376`, with an extension `+18003151376;ext=5` (RFC 3966); or a short code: `911`, `*4141`, `#8000`. */
  readonly dial: string;
  /** ISO 3166 code of the country in which it is dialled as `display` has it: the guide's, where nothing is said. */
  readonly country?: string | undefined;
  /** Who called it and when: it is right although no numbering plan has it. */
  readonly called?: { readonly by: string; readonly on: string } | undefined;
}

/** `dial`: an international number, with its extension, or a short code. */
export const dialForm = /^(?:\+[0-9]{5,15}(?:;ext=[0-9]{1,7})?|[0-9]{2,15}|[*#][0-9]{2,6})$/;
const shortCode = /^[*#]?\d{2,6}$/;
/** Numbers that are the same in all areas of Canada, and are dialled without one, nor from elsewhere: 310-6789. */
const withoutArea = /^(?:\+1)?(310\d{4})$/;

/** What is wrong with a number, as the end of a sentence, and what would help. */
export interface NumberFault {
  readonly what: string;
  readonly hint: string;
  /** True where the number is right, and dialled so elsewhere than where the guide is read. */
  readonly isAbroad?: true;
}

const usual =
  'dial is the whole number as phones dial it; display is the same number as people of the country read it.';

/**
 * Numbers that are right, by what that depends on: a campaign asks once for each product and language of a place. Right or
 * not is a matter of these texts and of the numbering plans alone.
 */
const right = new Set<string>();
const mostRight = 4096;

/**
 * What is wrong with a number; undefined when it is right. What is shown is what is dialled: all of it, or as people dial it
 * within one of `countries` (ISO 3166), by the numbering plans that libphonenumber has.
 */
export function helplineFault(
  { display, dial, called }: NumberPair,
  countries: readonly string[],
): NumberFault | undefined {
  const key = JSON.stringify([display, dial, countries, called !== undefined]);
  if (right.has(key)) return undefined;
  const fault = faultOf(display, dial, countries, called !== undefined);
  if (fault !== undefined) return fault;
  if (right.size === mostRight) right.clear();
  right.add(key);
  return undefined;
}

function faultOf(
  display: string,
  dial: string,
  countries: readonly string[],
  wasCalled: boolean,
): NumberFault | undefined {
  const shown = readDisplay(display);
  if ('fault' in shown) return { what: shown.fault, hint: shown.hint ?? usual };
  if (!dial.startsWith('+')) return shortFault(display, shown, dial, countries);
  const local = withoutArea.exec(dial)?.[1];
  if (local !== undefined)
    return {
      what: `${dial} reaches nobody: 310 is no area`,
      hint: `In Canada it is dialled as it is: dial: "${local}".`,
    };
  const [whole, extension] = dial.split(';ext=') as [string, string | undefined];
  const number = nationalForms(whole, countries, wasCalled);
  if (number === undefined)
    return {
      what: `${dial} is not a valid number`,
      hint:
        !wasCalled && nationalForms(whole, countries, true) !== undefined
          ? 'No numbering plan has it. If somebody called it and reached whom it is for, say so beside it: called: { by: <name>, on: <day> }.'
          : 'dial begins with + and the code of a country.',
    };
  if (shown.extension !== extension)
    return {
      what: `the display ${display} and ${dial} have not the same extension`,
      hint: 'An extension stands in both: display: 800-315-1376 ext. 5, dial: "+18003151376;ext=5".',
    };
  const all = whole.slice(1);
  if (shown.isInternational ? shown.digits === all : number.digits.includes(shown.digits)) return undefined;
  const written = `Write ${number.written().join(' or ')}`;
  if (shown.digits === all || number.abroad.includes(shown.digits)) {
    const isAbroad = number.abroad.includes(shown.digits) && !number.isAnother(shown.digits);
    return {
      what: `${display} is not what people in ${countries.join(' or ')} dial for ${dial}`,
      hint: `${written}; of a number that is dialled so in another country, say so by its country: ISO 3166, two letters.`,
      ...(isAbroad ? { isAbroad } : {}),
    };
  }
  if (number.significant === shown.digits)
    return { what: `the display ${display} lacks the digits that are dialled first`, hint: `${written}.` };
  const leftOut = all.slice(0, all.length - shown.digits.length);
  return {
    what: all.endsWith(shown.digits)
      ? `the display ${display} leaves out ${leftOut}, and the country code of ${dial} is ${number.callingCode}`
      : `the display ${display} is not the number dialled, ${dial}`,
    hint: `${usual} For ${dial}: ${number.written().join(' or ')}.`,
  };
}

function shortFault(
  display: string,
  shown: { readonly digits: string; readonly extension: string | undefined },
  dial: string,
  countries: readonly string[],
): NumberFault | undefined {
  const isCode = shortCode.test(dial) || (countries.includes('CA') && withoutArea.test(dial));
  // Two digits with something between are not what a link of a code shows.
  const isWhole = dial.length > 2 || display === dial;
  if (isCode && isWhole && shown.digits === dial && shown.extension === undefined) return undefined;
  if (isCode) return { what: `the display ${display} has not the digits of ${dial}`, hint: usual };
  const meant = nationalForms(dial, countries);
  return {
    what: `${dial} is neither an international number nor a short code of 2 to 6 digits`,
    hint:
      meant === undefined || withoutArea.test(dial)
        ? 'dial begins with + and the code of a country, or is a short code.'
        : `Write dial: "${meant.dial}".`,
  };
}
