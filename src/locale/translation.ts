import { declaredNumbers, digitsToReadIn, type Guide, isBlank, parseInline } from '../content/index.ts';
import { PressError, type Problem, problem, suggest } from '../diagnostics/index.ts';
import type { JsonSource, Stock } from '../files/index.ts';
import { faultOfText } from './broken.ts';
import { wrongBeside } from './faults/beside-numbers.ts';
import { isAt, readAt, type TranslationFiles } from './files.ts';
import { sourceHash, type TranslationStatus, translationStatuses } from './made-from.ts';

/** State of a translation, from the file beside it; the guide's own language is the source. */
export interface TranslationState {
  readonly status: 'source' | TranslationStatus;
  readonly reviewedBy?: string;
  readonly reviewedOn?: string;
  /** A draft into a language in which drafts are less sure (`languages.ts`). */
  readonly unsure?: true;
  /** The guide that it was made for, where that is another one with the same texts. */
  readonly from?: string;
}

/** The {@link sourceHash} of all words of the products: those that stood beside a translation when it was signed. */
export function wordsHash(words: ReadonlyMap<string, unknown>): string {
  return sourceHash(JSON.stringify([...words.keys()].sort().map((key) => [key, words.get(key)])));
}

/**
 * Reads the state and the hashes beside a translation. A review holds for the words of the products that were reviewed
 * with it: with other `words` it is a person's draft again. A translation without a state is stale: nobody knows what
 * its texts were made from.
 * @throws PressError TRANSLATION_STALE, TRANSLATION_BROKEN, JSON_SYNTAX, FILE_NOT_FOUND
 */
export function readState(
  { root, state: file }: Pick<TranslationFiles, 'root' | 'state'>,
  words: ReadonlyMap<string, unknown>,
  stock?: Stock,
): { state: TranslationState; hashes: ReadonlyMap<string, string> } {
  if (!isAt(root, file))
    throw new PressError([
      problem(
        'TRANSLATION_STALE',
        `Nobody knows which source the translation was made from: ${file} is missing.`,
        { file },
        'When it was held against the source as it is now: helpline-press translations adopt <guide> --locale <tag> --status human-draft.',
      ),
    ]);
  const { value } = readAt(root, file, stock);
  const status = translationStatuses.find((s) => s === value.status);
  const reviewed = value.reviewed as { by?: unknown; on?: unknown } | null | undefined;
  const signed = typeof reviewed?.by === 'string' && typeof reviewed.on === 'string';
  if (status === undefined || (status === 'reviewed' && !signed))
    throw new PressError([
      problem(
        'TRANSLATION_BROKEN',
        'The state must be machine-draft, human-draft, or reviewed with by and on.',
        { file },
        '{"status": "reviewed", "reviewed": {"by": "…", "on": "2026-11-23"}, "keys": {…}}',
      ),
    ]);
  const hashes = hashesIn(value);
  if (status !== 'reviewed') return { state: { status }, hashes };
  if (value.words !== undefined && value.words !== wordsHash(words))
    return { state: { status: 'human-draft' }, hashes };
  return { state: { status, reviewedBy: String(reviewed?.by), reviewedOn: String(reviewed?.on) }, hashes };
}

/** By the state that they are in: one that a stock keeps is asked for its hashes once. */
const hashesOf = new WeakMap<object, ReadonlyMap<string, string>>();

function hashesIn(state: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  let hashes = hashesOf.get(state);
  if (hashes === undefined) {
    const keys = Object.entries((state.keys ?? {}) as Record<string, unknown>);
    hashes = new Map(keys.map(([key, hash]): [string, string] => [key, String(hash)]));
    hashesOf.set(state, hashes);
  }
  return hashes;
}

/** Everything that is wrong with a translation of a guide; what has no hash, or another, is stale. */
export function checkTranslation(
  guide: Guide,
  tag: string,
  source: JsonSource,
  hashes: ReadonlyMap<string, string>,
): Problem[] {
  const declared = declaredNumbers(guide.data);
  const place = (key: string) => ({ ...source.place(key), locale: tag });
  const wrongWith = (key: string): Problem[] => {
    const of = guide.texts.get(key);
    if (of === undefined)
      return [
        problem(
          'TRANSLATION_UNKNOWN',
          `"${key}" is not a text of the guide.`,
          place(key),
          suggest(key, [...guide.texts.keys()]),
        ),
      ];
    const { text, language } = of;
    if (language !== undefined) return [];
    const translated = source.leaves.get(key);
    if (typeof translated !== 'string' || isBlank(translated))
      return [
        problem(
          'TRANSLATION_MISSING',
          `"${key}" has no text in ${tag}.`,
          place(key),
          `Translate: ${text.slice(0, 80)}`,
        ),
      ];
    const problems: Problem[] = [];
    if (hashes.get(key) !== sourceHash(text))
      problems.push(
        problem(
          'TRANSLATION_STALE',
          hashes.has(key)
            ? `The source of "${key}" changed after it was translated into ${tag}.`
            : `Nobody knows what "${key}" in ${tag} was translated from: it was put into the file by hand.`,
          place(key),
          hashes.has(key)
            ? `Translate anew, by translations export and import: ${text.slice(0, 80)}`
            : `By translations export and import, with its mark taken off where it says the source: ${text.slice(0, 80)}`,
        ),
      );
    const fault = faultOfText(text, guide.data.locale, translated, tag, declared, key);
    if (fault !== undefined)
      problems.push(
        problem(
          'TRANSLATION_BROKEN',
          `"${key}" in ${tag} ${fault}.`,
          place(key),
          `The source is: ${text.slice(0, 100)}`,
        ),
      );
    return problems;
  };
  const digitsOf = (key: string): number => {
    const translated = source.leaves.get(key);
    const isTranslated = typeof translated === 'string' && guide.texts.get(key)?.language === undefined;
    return isTranslated ? digitsToReadIn(parseInline(translated)) : 0;
  };
  const keys = () => new Set([...guide.texts.keys(), ...source.leaves.keys()]);
  const heldTo = [guide.texts, guide.data.locale, tag, hashes];
  return wrongBeside(source, heldTo, declared, { keys, wrongWith, digitsOf });
}
