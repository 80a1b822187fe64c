import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Guide } from '../content/index.ts';
import { fromDisk } from '../diagnostics/index.ts';

/** The three files of a guide's translation. */
export interface TranslationFiles {
  /** The guide's texts: the guide's own `locales/<tag>.json`, else `locales/<tag>/<guide>.json`. */
  readonly texts: string;
  /** What they were made from, and who reviewed them. */
  readonly state: string;
  /** The products' words. */
  readonly words: string;
}

/** Where the translation of a guide lives, or, when there is none, would be looked for last. */
export function translationFiles(tag: string, guide: Guide, folder: string): TranslationFiles {
  const own = join(guide.folder, 'locales', `${tag}.json`);
  return filesAt(existsSync(own) ? own : join(folder, tag, `${guide.data.id}.json`), tag, folder);
}

/**
 * Where a translation is to be written: where it lives; a first one beside the guide's other translations, and beside
 * the guide itself when it has none.
 */
export function newTranslationFiles(tag: string, guide: Guide, folder: string): TranslationFiles {
  const present = translationFiles(tag, guide, folder);
  const hasOwn = existsSync(join(guide.folder, 'locales'));
  const hasShared = localesIn(folder).some((other) =>
    existsSync(join(folder, other, `${guide.data.id}.json`)),
  );
  if (existsSync(present.texts) || (hasShared && !hasOwn)) return present;
  return filesAt(join(guide.folder, 'locales', `${tag}.json`), tag, folder);
}

/** Locales that a folder of translations has anything of, as its folders are named. @throws PressError FILE_NOT_FOUND */
export function localesIn(folder: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Locales that a guide brings translations for itself, as the files are named. @throws PressError FILE_NOT_FOUND */
export function ownLocales(guide: Guide): string[] {
  return entriesOf(join(guide.folder, 'locales'))
    .map(({ name }) => name)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.state.json'))
    .map((name) => name.replace(/\.json$/, ''))
    .sort();
}

/**
 * What is in a folder: nothing where there is none. Names that begin with a dot are of the system and its tools (`.git`,
 * `._es.json`) and are left out.
 */
function entriesOf(folder: string): Dirent[] {
  if (!existsSync(folder)) return [];
  return fromDisk(folder, () => readdirSync(folder, { withFileTypes: true })).filter(
    ({ name }) => !name.startsWith('.'),
  );
}

function filesAt(texts: string, tag: string, folder: string): TranslationFiles {
  return { texts, state: texts.replace(/\.json$/, '.state.json'), words: join(folder, tag, 'press.json') };
}
