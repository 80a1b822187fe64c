import { join } from 'node:path';
import { PressError, problem } from '../diagnostics/index.ts';
import { isThere, listFolder, readText } from '../files/index.ts';
import { shippedFolders } from '../press/index.ts';

/** A file to write, by its path. */
interface NewFile {
  readonly path: string;
  readonly content: string;
}

const nameForm = /^[a-z][a-z0-9-]{0,59}$/;

/**
 * The files of a product to begin with, which prints as it is: one page, with all that a product must carry.
 * @param name the product's id, and its folder's name
 * @param templates folder of own templates; it may not be there yet
 * @throws PressError USAGE for a name that is none or is taken
 */
export function newTemplate(name: string, templates: string): NewFile[] {
  if (!nameForm.test(name))
    throw usage(
      `"${name.slice(0, 80)}" cannot be the name of a product.`,
      'Small Latin letters, digits and hyphens: market-flyer.',
    );
  const shipped = shippedFolders().templates;
  if (isThere(shipped, name))
    throw usage(
      `"${name}" is the name of a folder that ships: yours would lie over it.`,
      'Choose another name.',
    );
  if (isThere(templates, name))
    throw usage(`There is a ${join(templates, name)} already.`, 'Choose another name, or move it away.');
  const starter = join(shipped, 'starter', 'product');
  return listFolder(starter).map(({ name: file }) => {
    const text = readText(starter, file);
    return { path: join(templates, name, file), content: file === 'product.yaml' ? named(text, name) : text };
  });
}

/** `market-flyer` is called "Market flyer". */
function named(yaml: string, id: string): string {
  const words = id.replaceAll('-', ' ').trim();
  return yaml
    .replace(/^id: .*$/m, () => `id: ${id}`)
    .replace(/^name: .*$/m, () => `name: ${JSON.stringify(words[0]!.toUpperCase() + words.slice(1))}`);
}

const usage = (message: string, hint: string) => new PressError([problem('USAGE', message, {}, hint)]);
