import { resolve } from 'node:path';
import { Option } from 'commander';
import { asTyped } from '../files/index.ts';
import { type Folders, overShipped } from '../press/index.ts';

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
 * The shipped folders, with those that are named over them.
 * @throws PressError FILE_* for what is no folder
 */
export function foldersOf({ templates, locales, fonts }: FolderFlags): Folders {
  const named = (folder: string | undefined) => (folder === undefined ? undefined : resolve(asTyped(folder)));
  return overShipped({ templates: named(templates), locales: named(locales), fonts: named(fonts) });
}
