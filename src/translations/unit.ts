import { type DeclaredNumber, declaredNumbers, type Guide } from '../content/index.ts';
import { type Problem, throwIfErrors } from '../diagnostics/index.ts';
import type { Root } from '../files/index.ts';
import { type Offer, offersFor, type Survey, survey, wordsLanguage } from '../locale/index.ts';
import { checkTag } from './locales.ts';
import { textNote, wordNote } from './note.ts';

/**
 * How far the translation of one text is. `stale`: its source changed after it was translated. `offered`: the same source
 * was translated elsewhere, and somebody must say that it fits here.
 */
export type UnitState = 'missing' | 'stale' | 'broken' | 'offered' | 'translated' | 'reviewed';

/** One text with its translation, as it goes to a translator. */
export interface Unit {
  /** `guide:` and the key of a text of the guide, or `press:` and the key of a word of the products. */
  readonly key: string;
  readonly source: string;
  /** Empty where there is none. */
  readonly target: string;
  readonly state: UnitState;
  /** What the text is, where it stands, and what must stay in it. */
  readonly note: string;
  /** A plural form that the language may not need. */
  readonly optional: boolean;
}

/** All that a translator gets of a guide in one locale. */
export interface Exchange {
  readonly guide: string;
  readonly version: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** The numbers that the guide declares. */
  readonly numbers: readonly DeclaredNumber[];
  /** The guide's texts in reading order, then the products' words. */
  readonly units: readonly Unit[];
}

/** Characters that a text may not hold, and that XML cannot. */
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/;

/**
 * The texts of a guide and the products' words with what there is of their translation.
 * @throws PressError USAGE for the guide's own locale; LOCALE_UNKNOWN; FILE_NOT_FOUND, JSON_SYNTAX when a file that is
 * there cannot be read: exporting it as empty would lose what is in it
 */
export function exchangeOf(guide: Guide, tag: string, locales: Root): Exchange {
  checkTag(tag, guide);
  const found = survey(tag, guide, locales);
  throwIfErrors(found.unreadable);
  return exchangeFrom(guide, found, locales);
}

/** The same from a survey that was made already. */
export function exchangeFrom(guide: Guide, found: Survey, locales: Root): Exchange {
  const { data } = guide;
  const offers = offersFor(found.tag, guide, locales);
  return {
    guide: data.id,
    version: data.version,
    sourceLanguage: data.locale,
    targetLanguage: found.tag,
    numbers: declaredNumbers(data),
    units: [...textUnits(guide, found, offers), ...wordUnits(found)],
  };
}

function textUnits(guide: Guide, found: Survey, offers: ReadonlyMap<string, Offer>): Unit[] {
  const faults = faultsOf(found.textProblems);
  return [...guide.texts].flatMap(([key, { text, language }]): Unit[] => {
    // What is said as it is in every language nobody translates.
    if (language !== undefined) return [];
    const known = translationOf(key, found.texts.leaves.get(key), faults, found);
    const offer = known.state === 'missing' || known.state === 'stale' ? offers.get(key) : undefined;
    const { from } = found.state ?? {};
    const made = offer?.from ?? (known.target === '' ? undefined : from);
    return [
      {
        key: `guide:${key}`,
        source: text,
        ...(offer === undefined ? known : { target: offer.target, state: 'offered' }),
        note: made === undefined ? textNote(guide, key) : `${textNote(guide, key)} Translated for: ${made}.`,
        optional: false,
      },
    ];
  });
}

function wordUnits(found: Survey): Unit[] {
  if (found.tag === wordsLanguage) return [];
  const faults = faultsOf(found.wordProblems);
  return wordKeys(found).map(({ key, english }) => {
    const source = String(found.english.leaves.get(english));
    return {
      key: `press:${key}`,
      source,
      ...translationOf(key, found.words.leaves.get(key), faults, found),
      note: wordNote(key, source),
      optional: !found.english.leaves.has(key),
    };
  });
}

/** The keys of the products' words: the English ones, each `_other` followed by the plural forms of the language. */
function wordKeys({ tag, english, words }: Survey): { key: string; english: string }[] {
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  return [...english.leaves.keys()].flatMap((key) => {
    if (!key.endsWith('_other')) return [{ key, english: key }];
    const forms = ['zero', 'one', 'two', 'few', 'many'].map((form) => ({
      form,
      key: key.replace(/other$/, form),
    }));
    const wanted = forms.filter(
      (form) =>
        !english.leaves.has(form.key) &&
        (words.leaves.has(form.key) || pluralCategories.some((category) => category === form.form)),
    );
    return [key, ...wanted.map((form) => form.key)].map((each) => ({ key: each, english: key }));
  });
}

const stateOf: Partial<Record<Problem['code'], UnitState>> = {
  TRANSLATION_MISSING: 'missing',
  TRANSLATION_STALE: 'stale',
  TRANSLATION_BROKEN: 'broken',
};

/** The worst that is known of each text: what is stale must be looked at whole, whatever else it lost. */
function faultsOf(problems: Survey['textProblems']): ReadonlyMap<string, UnitState> {
  const faults = new Map<string, UnitState>();
  for (const { code, place } of problems) {
    const state = stateOf[code];
    if (state !== undefined && place.key !== undefined && faults.get(place.key) !== 'stale')
      faults.set(place.key, state);
  }
  return faults;
}

function translationOf(
  key: string,
  value: unknown,
  faults: ReadonlyMap<string, UnitState>,
  { state }: Survey,
): { readonly target: string; readonly state: UnitState } {
  const target = typeof value === 'string' && !controls.test(value) ? value : '';
  if (target.trim() === '') return { target: '', state: 'missing' };
  const sound = state?.status === 'reviewed' ? 'reviewed' : 'translated';
  return { target, state: faults.get(key) ?? sound };
}
