import { basename, join, relative, resolve } from 'node:path';
import { fieldsOf, type Guide, idFrom, loadGuide, taught } from '../content/index.ts';
import { problem, throwIfErrors } from '../diagnostics/index.ts';
import { isThere, type Root, readBytes, readText } from '../files/index.ts';
import { ownWords, translationFiles } from '../locale/index.ts';
import { guideFolder, type Output, schemaAddress, shippedGuides } from '../press/index.ts';
import { targetLocales } from './locales.ts';

/** A guide to begin with: its files, and the languages that it has translations for. */
export interface NewGuide {
  readonly files: readonly Output[];
  readonly locales: readonly string[];
}

/**
 * The files of a guide that is made from another and prints as it is: its texts with an id of their own and with what the
 * schema says of them, its pictures, its translations as what they are.
 * @param from a folder with a guide, or the name of one that ships
 * @param tags languages to take translations of; undefined: all that there are
 * @throws PressError USAGE where something of that name is there already, FILE_NOT_FOUND for a guide that is none, and what
 * loading it throws
 */
export function newGuide(
  folder: string,
  from: string,
  tags: readonly string[] | undefined,
  locales: Root,
): NewGuide {
  const origin = loadGuide(guideFolder(from));
  const { address, copies } = schemaAddress(folder, shippedGuides(), 'guide.schema.json');
  const yaml = begun(readText(origin.folder, 'guide.yaml'), folder, address);
  const pictures = fieldsOf(origin.data).flatMap(({ field, value }) =>
    field.is === 'image' ? [String(value)] : [],
  );
  const found = (tags ?? targetLocales(origin)).map((tag) => ({
    tag,
    files: translationOf(tag, origin, locales),
  }));
  const missing = tags === undefined ? [] : found.filter(({ files }) => files.length === 0);
  throwIfErrors(
    missing.map(({ tag }) =>
      problem(
        'FILE_NOT_FOUND',
        `${origin.data.id} has no translation into ${tag}.`,
        { locale: tag },
        'Leave it out; translations export makes files for translators.',
      ),
    ),
  );
  const files: Output[] = [
    { path: join(folder, 'guide.yaml'), content: yaml },
    ...copies,
    ...[...new Set(pictures)].map((path) => ({
      path: join(folder, path),
      content: readBytes(origin.folder, path),
    })),
    ...found.flatMap((each) =>
      each.files.map(({ name, content }) => ({ path: join(folder, 'locales', name), content })),
    ),
  ];
  const taken = files.filter(({ path }) => isThere(folder, relative(folder, path)));
  throwIfErrors(
    taken.map(({ path }) =>
      problem('USAGE', `There is a ${path} already.`, { file: path }, 'Name a folder that is not there yet.'),
    ),
  );
  return { files, locales: found.flatMap(({ tag, files: its }) => (its.length > 0 ? [tag] : [])) };
}

/** The YAML of the new guide: its id, where its schema is, what to do next, and what each field is. */
function begun(yaml: string, folder: string, schema: string): string {
  const id = idFrom(basename(resolve(folder)), 'my-guide');
  const rest = yaml.replace(/^(?:#.*\n|\s*\n)*/, '').replace(/^id: .*$/m, () => `id: ${id}`);
  return `# yaml-language-server: $schema=${schema}
# Change what is said below, your helpline first, and print it:
#   helpline-press print ${basename(resolve(folder))}
# Texts may hold **bold words**, [a link](https://example.org) and <helpline:main>, which prints the number.
${taught(rest)}`;
}

/** The files of a translation as they lie, under the names that they have beside a guide. */
function translationOf(tag: string, guide: Guide, locales: Root): { name: string; content: Buffer }[] {
  const { root, texts, state } = translationFiles(tag, guide, locales);
  const given = [
    { root, path: relative(root, texts), name: `${tag}.json` },
    { root, path: relative(root, state), name: `${tag}.state.json` },
  ];
  if (!given.every(({ path }) => isThere(root, path))) return [];
  return [...given, ...ownWords(tag, guide)].map(({ name, ...at }) => ({
    name,
    content: readBytes(at.root, at.path),
  }));
}
