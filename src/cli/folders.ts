import { resolve } from 'node:path';
import { Option } from 'commander';
import { listFolder } from '../files/index.ts';
import { type Folders, shippedFolders } from '../press/index.ts';

/** Folders that a person names, to lie over the shipped ones. */
export interface FolderFlags {
  readonly templates?: string | undefined;
  readonly locales?: string | undefined;
  readonly fonts?: string | undefined;
}

const about = {
  templates: 'own templates, over the shipped ones',
  locales: 'own translations and words, over the shipped ones',
  fonts: 'own faces, over the shipped ones: helpline-press new font',
} as const;

/** The option of a folder that is laid over the shipped one. */
export const ownFolder = (name: keyof typeof about): Option => new Option(`--${name} <folder>`, about[name]);

/**
 * The shipped folders, with those that are named over them: what they lack, a partial, a theme, a word, is the shipped.
 * @throws PressError FILE_NOT_FOUND for what is no folder
 */
export function foldersOf({ templates, locales, fonts }: FolderFlags): Folders {
  const shipped = shippedFolders();
  const over = (named: string | undefined, below: string) => {
    if (named === undefined) return below;
    const own = resolve(named);
    listFolder(own);
    return own === resolve(below) ? own : [own, below];
  };
  return {
    ...shipped,
    templates: over(templates, shipped.templates),
    locales: over(locales, shipped.locales),
    fonts: over(fonts, shipped.fonts),
  };
}
