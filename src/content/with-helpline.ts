import { PressError, type Problem, problem, suggest, throwIfErrors } from '../diagnostics/index.ts';
import { dividedNumbers } from './divided-numbers.ts';
import { numeralFaults } from './guide-numbers.ts';
import { type Guide, keep, loadedOf } from './loaded.ts';
import { countriesOf, declaredNumbers, numberProblems } from './numbers/declared.ts';
import { digitsShown } from './numbers/display.ts';
import type { NumberPair } from './numbers/number-pair.ts';
import { numberSchema } from './schema/helpline-schema.ts';

/**
 * The same guide with another number for one of its helplines: checked as when it is loaded, and cheap, so that ten
 * thousand of them can be made. Texts are looked at again only where they name or print a number, or hold so many digits
 * that they could be near the new one.
 * @throws PressError HELPLINE_INVALID, NUMBER_*, LINK_DIALS_OTHER, GUIDE_CHANGED
 */
export function withHelpline(guide: Guide, name: string, number: NumberPair): Guide {
  const { guide: known, numerals, neighbours } = loadedOf(guide);
  const { helplines } = known.data;
  const helpline = Object.hasOwn(helplines, name) ? helplines[name] : undefined;
  const place = { file: known.file, key: `helplines.${name}` };
  const refuse = (what: string, hint?: string) =>
    new PressError([problem('HELPLINE_INVALID', what, place, hint)]);
  if (helpline === undefined)
    throw refuse(`There is no helpline "${String(name)}".`, suggest(String(name), Object.keys(helplines)));
  const parsed = numberSchema.safeParse(number);
  if (!parsed.success) throw refuse(`The helpline "${name}": ${parsed.error.issues[0]!.message}.`);
  // Who called the former number did not call this one.
  const { display, dial, country = helpline.country, called } = parsed.data;
  const data = Object.freeze({
    ...known.data,
    helplines: Object.freeze({
      ...helplines,
      [name]: Object.freeze({ ...helpline, display, dial, country, called }),
    }),
  });
  const declared = declaredNumbers(data);
  const others = declared.filter((other) => other.name !== name);
  const fewest = Math.min(...[helpline, parsed.data].map((pair) => digitsShown(pair.display).length)) - 1;
  const concerned = numerals.filter(({ digits, names }) => names.includes(name) || digits >= fewest);
  const beside = neighbours.filter(
    ({ texts }) => texts.reduce((sum, { digits }) => sum + digits, 0) >= fewest,
  );
  const wrong = concerned.flatMap((numeral): Problem[] => {
    const faults = numeralFaults([numeral], declared, known.place);
    if (faults.length === 0) return faults;
    // What was right with the former number has it typed, and that is nobody's any more.
    const former = declaredNumbers(known.data).filter((pair) => pair.name === name);
    if (numeralFaults([numeral], [...declared, ...former], known.place).length > 0) return faults;
    const hint = `Write <helpline:${name}> there, which prints the number that takes the place of ${helpline.display}.`;
    return faults.map((fault) => ({ ...fault, hint }));
  });
  throwIfErrors([
    ...numberProblems(
      { name, kind: 'helpline', display, dial, country, called },
      others,
      countriesOf(data),
      place,
    ),
    ...wrong,
    ...dividedNumbers(beside, declared, known.place),
  ]);
  return keep({ guide: Object.freeze({ ...known, data }), numerals, neighbours });
}
