import { PressError, problem, suggest, throwIfErrors } from '../diagnostics/index.ts';
import { declaredNumbers, numberProblems } from './declared.ts';
import type { Guide } from './guide.ts';
import type { NumberPair } from './helpline.ts';
import { numberSchema } from './schema.ts';

/**
 * The same guide with another number for one of its helplines: checked as when it is loaded, and cheap, so that ten
 * thousand of them can be made. Its texts are those of `guide`.
 * @throws PressError HELPLINE_INVALID, USAGE
 */
export function withHelpline(guide: Guide, name: string, number: NumberPair): Guide {
  const { helplines } = guide.data;
  const helpline = Object.hasOwn(helplines, name) ? helplines[name] : undefined;
  const place = { file: guide.file, key: `helplines.${name}` };
  const refuse = (what: string, hint?: string) =>
    new PressError([problem('HELPLINE_INVALID', what, place, hint)]);
  if (helpline === undefined)
    throw refuse(`There is no helpline "${name}".`, suggest(name, Object.keys(helplines)));
  const parsed = numberSchema.safeParse(number);
  if (!parsed.success) throw refuse(`The helpline "${name}": ${parsed.error.issues[0]!.message}.`);
  const { display, dial } = parsed.data;
  const data = Object.freeze({
    ...guide.data,
    helplines: Object.freeze({ ...helplines, [name]: Object.freeze({ ...helpline, display, dial }) }),
  });
  const others = declaredNumbers(guide.data).filter((other) => other.name !== name);
  throwIfErrors(numberProblems({ name, kind: 'helpline', display, dial }, others, place));
  return Object.freeze({ ...guide, data });
}
