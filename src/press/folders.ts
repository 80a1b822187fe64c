import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  PressError,
  type Problem,
  problem,
  problemsOf,
  suggest,
  throwIfErrors,
} from '../diagnostics/index.ts';
import { asTyped, isThere, layersOf, listFolder, type Root } from '../files/index.ts';
import type { Folders } from './job.ts';

const root = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** The templates, translations and fonts that come with the package. */
export function shippedFolders(): { readonly [name in keyof Folders]: string } {
  return { templates: root('templates'), locales: root('locales'), fonts: root('fonts') };
}

/**
 * Own folders over the shipped ones: what they lack, a partial, a theme, a word, is the shipped; digits are drawn by no other face.
 * @throws PressError FILE_* for own ones that are not there: what lies below them would be printed in their place
 */
export function overShipped(own: { readonly [name in keyof Folders]?: Root | undefined }): Folders {
  const shipped = shippedFolders();
  const missing: Problem[] = [];
  const over = (name: keyof Folders) => {
    const layers = layersOf(own[name] ?? []).filter((layer) => resolve(layer) !== shipped[name]);
    for (const layer of layers)
      try {
        listFolder(layer);
      } catch (error) {
        missing.push(...problemsOf(error));
      }
    return layers.length === 0 ? shipped[name] : [...layers, shipped[name]];
  };
  const folders = { templates: over('templates'), locales: over('locales'), fonts: over('fonts') };
  throwIfErrors(missing);
  return folders;
}

/** The guides that come with the package. */
export function shippedGuides(): string {
  return root('guides');
}

/** The campaigns that come with the package: a sample, and one to begin with. */
export function shippedCampaigns(): string {
  return root('campaigns');
}

/** The folder of a guide that is named: a folder that has one, else one that ships. @throws PressError FILE_NOT_FOUND */
export function guideFolder(typed: string): string {
  const named = asTyped(typed);
  if (isThere(named, '') || /[\\/]/.test(named)) return named;
  const shipped = listFolder(shippedGuides()).flatMap(({ name, kind }) => (kind === 'folder' ? [name] : []));
  if (shipped.includes(named)) return join(shippedGuides(), named);
  throw new PressError([
    problem(
      'FILE_NOT_FOUND',
      `There is no folder ${named}, and no guide of that name ships.`,
      { file: named },
      suggest(named, shipped),
    ),
  ]);
}
