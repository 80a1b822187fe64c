import { PressError, problem, schemaFault, throwIfErrors, valueAt } from '../diagnostics/index.ts';
import { checkFile } from '../files/index.ts';
import { dividedNumbers, neighboursIn } from './divided-numbers.ts';
import { deepFreeze } from './frozen.ts';
import { numeralFaults, numeralsOf } from './guide-numbers.ts';
import { escapeInline } from './inline/inline.ts';
import { type Guide, keep, loadedOf } from './loaded.ts';
import { declaredNumbers } from './numbers/declared.ts';
import { guideFields } from './schema/schema.ts';
import { collectTexts } from './texts.ts';

/** Who hands a piece out, as said from elsewhere than the guide. What is undefined stays as the guide has it. */
export interface GivenPublisher {
  readonly name?: string | undefined;
  readonly address?: string | undefined;
  readonly web?: string | undefined;
  /** A picture that lies in a folder. */
  readonly logo?: { readonly folder: string; readonly path: string } | undefined;
  /** What name and address are in (BCP 47): they are not translated. The guide's own language, where nothing is said. */
  readonly language?: string | undefined;
  /** Words of name and address with a number that nobody dials, as they stand there: “School 912”. */
  readonly undialled?: readonly string[] | undefined;
}

/**
 * The same guide, handed out by another publisher: checked as when it is loaded. Its name and address are said as they
 * are, without marks, in every locale.
 * @throws PressError CONTENT_INVALID, NUMBER_*, FILE_NOT_FOUND, FILE_NOT_PLAIN, PATH_OUTSIDE, GUIDE_CHANGED
 */
export function withPublisher(guide: Guide, given: GivenPublisher): Guide {
  const { guide: known, numerals: before } = loadedOf(guide);
  const place = { file: known.file, key: 'publisher' };
  const { logo, language = known.data.locale, undialled } = given;
  if (logo !== undefined) checkFile(logo.folder, logo.path, { ...place, key: 'publisher.logo' });
  const texts = Object.fromEntries(
    (['name', 'address'] as const).flatMap((field) => {
      const text = given[field];
      return text === undefined ? [] : [[field, escapeInline(text)]];
    }),
  );
  const said = {
    ...known.data.publisher,
    ...texts,
    ...(given.web === undefined ? {} : { web: given.web }),
    ...(logo === undefined ? {} : { logo: `logo:${logo.path}` }),
  };
  const parsed = guideFields.publisher.schema.safeParse(said);
  if (!parsed.success)
    throw new PressError(
      parsed.error.issues.map((issue) => {
        const key = `publisher.${issue.path.map(String).join('.')}`;
        const fault = schemaFault(issue, valueAt(issue.path, said));
        return problem('CONTENT_INVALID', `${key}: ${fault}.`, { ...place, key });
      }),
    );
  const data = Object.freeze({ ...known.data, publisher: deepFreeze(parsed.data!) });
  const collected = collectTexts(data);
  for (const [key, text] of collected) {
    const field = key.replace('publisher.', '');
    if (key.startsWith('publisher.') && Object.hasOwn(texts, field))
      collected.set(key, { ...text, language });
    else if (known.texts.get(key)?.language !== undefined) collected.set(key, known.texts.get(key)!);
  }
  const isGiven = ({ key }: { readonly key: string }) => Object.hasOwn(texts, key.replace('publisher.', ''));
  const own = numeralsOf({ publisher: data.publisher }).map((numeral) =>
    undialled !== undefined && isGiven(numeral) ? { ...numeral, undialled } : numeral,
  );
  const numerals = [...before.filter(({ key }) => !key.startsWith('publisher.')), ...own];
  const neighbours = neighboursIn(data, numerals);
  const declared = declaredNumbers(data);
  throwIfErrors([
    ...numeralFaults(own, declared, known.place),
    ...dividedNumbers(
      neighbours.filter(({ texts }) => texts.some((one) => own.includes(one))),
      declared,
      known.place,
    ),
  ]);
  const changed: Guide = Object.freeze({
    ...known,
    data,
    texts: collected,
    ...(logo === undefined ? {} : { logo: Object.freeze({ src: `logo:${logo.path}`, ...logo }) }),
  });
  return keep({ guide: changed, numerals, neighbours });
}
