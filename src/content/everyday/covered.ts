import { Lettered } from '../../letters/index.ts';
import { everydayMark } from '../digits/marks.ts';
import { remembered } from '../inline/remembered.ts';
import { asksBefore, asksRight, isDialledYear } from '../sentences/asked.ts';
import { saysItIsLine } from '../sentences/named-lines.ts';
import { everydayForms } from './forms.ts';
import { looseLabels } from './names.ts';

/** An address of the web or of mail: it is opened, not dialled. */
export const address =
  /(?:(?<![\w.+%-])[\w.+%-]{1,64}@)?(?:https?:\/\/)?(?<host>(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})(?::\d{1,5})?(?<path>[/?#][^\s<>]*)?/giu;
/** Its host has a letter of these after a full stop. */
export const mayBeAddress = /\.[a-z\u017f\u212a]/i;
/** A host with so many digits may be a number with an ending. */
const mostInHost = 6;
/** As numbers are written in North America, with the area: no amount and no name of a book is written so. */
const asDialled = new Lettered(
  String.raw`(?<![\p{L}\d])(?:1[-. ])?[2-9]\d\d( ?[-. /] ?)[2-9]\d\d\1\d{4}(?![\p{L}\d])|(?<![\p{L}\d])0800[- ]\d{3,4}(?:[- ]\d{2,4})?(?![\p{L}\d])`,
  'u',
);
/** A sign that says what an amount is. */
const plainUnit = new Lettered(String.raw`[%‰°\p{Sc}]$`, 'u');
/** Years that numbers which cost nothing begin with: 1800-2000. */
const freeOfCharge = /^1[89]00 ?-/;
/** What a number of an order stands after: the call stands before that. */
const label = new RegExp(`${looseLabels}[.:#]{0,2} ?$`, 'iu');

const covered = (found: string) => everydayMark.repeat(found.length);

function addressCovered(whole: string, ...groups: readonly unknown[]): string {
  const { host, path = '' } = groups.at(-1) as { host: string; path?: string };
  const name = host.slice(0, host.lastIndexOf('.'));
  // D.Lgs. is what laws are called in Italian; 988.call is the end of a sentence, and the next one.
  const isMarked = /^https?:|@/i.test(whole);
  if (!(isMarked || /[a-z]/i.test(name)) || /^(?:d\.lgs|p\.iva)$/i.test(host)) return whole;
  if (name.replace(/\D/g, '').length <= mostInHost) return covered(whole);
  return whole.slice(0, whole.length - path.length) + covered(path);
}

/** A text as its digits are read, with everyday numbers covered. */
export const coverEveryday = remembered((text): string => {
  let rest = mayBeAddress.test(text) ? text.replace(address, addressCovered) : text;
  // Each form has a digit.
  if (!/\d/.test(rest)) return rest;
  for (const { form, is, isPlain, isYear, isRound } of everydayForms) {
    if (!form.mayBeIn(rest)) continue;
    rest = rest.replace(form.whole(rest), (found, ...groups) => {
      if (is?.(found) === false || asDialled.test(found)) return found;
      const at = groups.find((group): group is number => typeof group === 'number')!;
      if ((isPlain && !freeOfCharge.test(found)) || plainUnit.test(found)) return covered(found);
      const [before, after] = [rest.slice(0, at).replace(label, ''), rest.slice(at + found.length)];
      const isCalled = isYear
        ? isDialledYear(before, after) || saysItIsLine(before, after)
        : asksBefore(before) || (isRound && asksRight(after));
      return isCalled ? found : covered(found);
    });
  }
  return rest;
});
