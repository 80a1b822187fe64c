import { join, relative } from 'node:path';
import type { Guide } from '../content/index.ts';
import {
  type FolderEntry,
  isThere,
  type JsonSource,
  listFolder,
  readJson,
  type Stock,
} from '../files/index.ts';

/** The three files of a guide's translation. */
export interface TranslationFiles {
  /** Folder that the texts and their state lie in: the guide's, or that of all translations. */
  readonly root: string;
  /** The guide's texts: the guide's own `locales/<tag>.json`, else `locales/<tag>/<guide>.json`. */
  readonly texts: string;
  /** What they were made from, and who reviewed them. */
  readonly state: string;
  /** The products' words. */
  readonly words: string;
}

/** True when a file that lies in a folder is there. */
export function isAt(root: string, file: string): boolean {
  return isThere(root, relative(root, file));
}

/** A file that lies in a folder, as `stock` keeps it. @throws PressError JSON_SYNTAX, and what the reader throws */
export function readAt(root: string, file: string, stock?: Stock): JsonSource {
  return readJson(root, relative(root, file), stock);
}

/** Where the translation of a guide lives, or, when there is none, would be looked for last. */
export function translationFiles(tag: string, guide: Guide, folder: string): TranslationFiles {
  const own = join('locales', `${tag}.json`);
  return isThere(guide.folder, own)
    ? filesAt(guide.folder, own, tag, folder)
    : filesAt(folder, join(tag, `${guide.data.id}.json`), tag, folder);
}

/**
 * Where a translation is to be written: where it lives; a first one beside the guide's other translations, and beside
 * the guide itself when it has none.
 */
export function newTranslationFiles(tag: string, guide: Guide, folder: string): TranslationFiles {
  const present = translationFiles(tag, guide, folder);
  const hasOwn = isThere(guide.folder, 'locales');
  const hasShared = localesIn(folder).some((other) => isThere(folder, join(other, `${guide.data.id}.json`)));
  if (isAt(present.root, present.texts) || (hasShared && !hasOwn)) return present;
  return filesAt(guide.folder, join('locales', `${tag}.json`), tag, folder);
}

/** Locales that a folder of translations has anything of, as its folders are named. @throws PressError FILE_NOT_FOUND */
export function localesIn(folder: string): string[] {
  return entriesOf(folder, '')
    .filter(({ kind }) => kind === 'folder')
    .map(({ name }) => name);
}

/** Locales that a guide brings translations for itself, as the files are named. @throws PressError FILE_NOT_FOUND */
export function ownLocales(guide: Guide): string[] {
  return entriesOf(guide.folder, 'locales')
    .map(({ name }) => name)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.state.json'))
    .map((name) => name.replace(/\.json$/, ''));
}

/**
 * What is in a folder: nothing where there is none. Names that begin with a dot are of the system and its tools (`.git`,
 * `._es.json`) and are left out.
 */
function entriesOf(root: string, path: string): FolderEntry[] {
  if (!isThere(root, path)) return [];
  return listFolder(root, path).filter(({ name }) => !name.startsWith('.'));
}

function filesAt(root: string, path: string, tag: string, folder: string): TranslationFiles {
  const texts = join(root, path);
  return {
    root,
    texts,
    state: texts.replace(/\.json$/, '.state.json'),
    words: join(folder, tag, 'press.json'),
  };
}
