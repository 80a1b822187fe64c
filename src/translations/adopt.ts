import { join } from 'node:path';
import type { Guide } from '../content/index.ts';
import { PressError, problem, throwIfErrors } from '../diagnostics/index.ts';
import type { Root } from '../files/index.ts';
import { isAt, survey, translationFiles, wordsHash, wordsLanguage, wordsStateFile } from '../locale/index.ts';
import { type Claim, checkClaim, claimed, type Imported, json, stateFile } from './import.ts';
import { checkTag } from './locales.ts';

/**
 * The state of a translation that was made by hand, as the caller claims it: that its texts were made from the sources as
 * they are now. Nothing is written here.
 * @throws PressError USAGE where it has a state already; LOCALE_UNKNOWN, FILE_NOT_FOUND, JSON_SYNTAX, TRANSLATION_*: all
 * that are found
 */
export function adopted(
  guide: Guide,
  tag: string,
  claim: Claim,
  locales: Root,
): Pick<Imported, 'outputs' | 'state'> {
  checkClaim(claim);
  if (tag === guide.data.locale && tag !== wordsLanguage) return adoptedWords(guide, claim, locales);
  checkTag(tag, guide);
  const files = translationFiles(tag, guide, locales);
  if (!isAt(files.root, files.texts))
    throw new PressError([
      problem(
        'FILE_NOT_FOUND',
        `There is no file ${files.texts}.`,
        { file: files.texts, locale: tag },
        'Begin with translations export, and take the file in with translations import.',
      ),
    ]);
  if (isAt(files.root, files.state))
    throw new PressError([
      problem(
        'USAGE',
        `The translation into ${tag} has a state: ${files.state}.`,
        { file: files.state, locale: tag },
        'What is stale in it goes to a translator: translations export, then import.',
      ),
    ]);
  const found = survey(tag, guide, locales);
  throwIfErrors(found.unreadable);
  throwIfErrors(
    [...found.textProblems, ...found.wordProblems].filter(({ code }) => code !== 'TRANSLATION_STALE'),
  );
  const state = claimed(claim);
  return {
    outputs: [{ path: files.state, content: json(stateFile(guide, state, found.words.leaves)) }],
    state,
  };
}

/** The state of the products' words in the guide's own language, which nobody translates with the guide. */
function adoptedWords(guide: Guide, claim: Claim, locales: Root): Pick<Imported, 'outputs' | 'state'> {
  const tag = guide.data.locale;
  const found = survey(tag, guide, locales);
  throwIfErrors([...found.unreadable, ...found.wordProblems]);
  const state = claimed(claim);
  const { status, reviewedBy, reviewedOn } = state;
  const content = {
    status,
    ...(reviewedBy === undefined ? {} : { reviewed: { by: reviewedBy, on: reviewedOn } }),
    words: wordsHash(found.words.leaves),
  };
  return { outputs: [{ path: join(guide.folder, wordsStateFile(tag)), content: json(content) }], state };
}
