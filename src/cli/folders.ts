import { resolve } from 'node:path';
import { listFolder } from '../files/index.ts';
import { type Folders, shippedFolders } from '../press/index.ts';

/**
 * The shipped folders, with those that are named over them: what they lack, a partial, a theme, a drawing, is the shipped.
 * @throws PressError FILE_NOT_FOUND for what is no folder
 */
export function foldersOf({ templates }: { readonly templates?: string | undefined }): Folders {
  const shipped = shippedFolders();
  if (templates === undefined) return shipped;
  const own = resolve(templates);
  listFolder(own);
  return { ...shipped, templates: [own, shipped.templates] };
}
