import { join, relative } from 'node:path';
import type { Guide } from '../content/index.ts';
import {
  type FolderEntry,
  isThere,
  type JsonSource,
  layersOf,
  layerWith,
  listFolder,
  pathIn,
  type Root,
  readJson,
  type Stock,
} from '../files/index.ts';
import { publicLocales } from './language.ts';
import { renamedTranslation } from './memory.ts';

/** The three files of a guide's translation. */
export interface TranslationFiles {
  /** Folder that the texts and their state lie in: the guide's, or that of all translations. */
  readonly root: string;
  /** The guide's texts: the guide's own `locales/<tag>.json`, else `locales/<tag>/<guide>.json`. */
  readonly texts: string;
  /** What they were made from, and who reviewed them. */
  readonly state: string;
  /** The products' words: where they are, or would be. */
  readonly words: string;
  /** Another guide that the translation was made for, whose texts are for the most part the same. */
  readonly from?: string;
}

/** A guide's own words of the products, for one language: laid over those of all guides. */
export function ownWordsFile(tag: string): string {
  return join('locales', `press.${tag}.json`);
}

/** What a guide says of the products' words in its own language. */
export function wordsStateFile(tag: string): string {
  return join('locales', `press.${tag}.state.json`);
}

/** A guide's own words of the products with their state, as far as there are any. */
export function ownWords(tag: string, { folder }: Guide): { root: string; path: string; name: string }[] {
  return [ownWordsFile(tag), wordsStateFile(tag)]
    .filter((path) => isThere(folder, path))
    .map((path) => ({ root: folder, path, name: relative('locales', path) }));
}

/** True when a file that lies in a folder is there. */
export function isAt(root: string, file: string): boolean {
  return isThere(root, relative(root, file));
}

/** A file that lies in a folder, as `stock` keeps it. @throws PressError JSON_SYNTAX, and what the reader throws */
export function readAt(root: string, file: string, stock?: Stock): JsonSource {
  return readJson(root, relative(root, file), stock);
}

/**
 * Where the translation of a guide lives: beside it, or under its id; else under that of the guide that it was made from.
 * Where there is none, where it would be looked for.
 */
export function translationFiles(tag: string, guide: Guide, locales: Root, stock?: Stock): TranslationFiles {
  const words = pathIn(locales, join(tag, 'press.json'));
  const own = join('locales', `${tag}.json`);
  if (isThere(guide.folder, own)) return filesAt(guide.folder, own, words);
  const shared = join(tag, `${guide.data.id}.json`);
  const isShared = [shared, shared.replace(/\.json$/, '.state.json')].some((path) => isThere(locales, path));
  const known =
    isShared || tag === guide.data.locale ? undefined : renamedTranslation(tag, guide, locales, stock);
  if (known !== undefined) return { ...filesAt(known.root, known.path, words), from: known.guide };
  return filesAt(layerWith(locales, shared), shared, words);
}

/** The languages that anybody can print in which a guide is written, or its translation is begun. */
export function begunLocales(guide: Guide, locales: Root, stock?: Stock): string[] {
  return publicLocales.filter((tag) => {
    if (tag === guide.data.locale) return true;
    const { root, texts } = translationFiles(tag, guide, locales, stock);
    return isAt(root, texts);
  });
}

/**
 * Where a translation is to be written: beside the guide, its words of the products too; or in the uppermost folder of
 * translations, where that is the caller's own. A first translation goes beside the guide's others even then, and beside
 * the guide itself when it has none.
 */
export function newTranslationFiles(
  tag: string,
  guide: Guide,
  locales: Root,
  where: 'guide' | 'folder',
): TranslationFiles {
  const own = filesAt(guide.folder, join('locales', `${tag}.json`), join(guide.folder, ownWordsFile(tag)));
  if (where === 'guide') return own;
  const folder = layersOf(locales)[0]!;
  const words = join(folder, tag, 'press.json');
  const shared = join(tag, `${guide.data.id}.json`);
  const isShared = isThere(folder, shared);
  const hasShared = localesIn(folder).some((other) => isThere(folder, join(other, `${guide.data.id}.json`)));
  const hasOwn = isThere(guide.folder, 'locales');
  const isOwn = isThere(guide.folder, join('locales', `${tag}.json`));
  if (!isOwn && (isShared || (hasShared && !hasOwn))) return filesAt(folder, shared, words);
  return { ...own, words };
}

/** Locales that a folder of translations has anything of, as its folders are named. @throws PressError FILE_NOT_FOUND */
export function localesIn(locales: Root): string[] {
  return entriesOf(locales, '')
    .filter(({ kind }) => kind === 'folder')
    .map(({ name }) => name);
}

/** Locales that a guide brings translations for itself, as the files are named. @throws PressError FILE_NOT_FOUND */
export function ownLocales(guide: Guide): string[] {
  return entriesOf(guide.folder, 'locales')
    .map(({ name }) => name)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.state.json') && !name.startsWith('press.'))
    .map((name) => name.replace(/\.json$/, ''));
}

/** What is in a folder: nothing where there is none. */
function entriesOf(root: Root, path: string): FolderEntry[] {
  return isThere(root, path) ? listFolder(root, path) : [];
}

function filesAt(root: string, path: string, words: string): TranslationFiles {
  const texts = join(root, path);
  return {
    root,
    texts,
    state: texts.replace(/\.json$/, '.state.json'),
    words,
  };
}
