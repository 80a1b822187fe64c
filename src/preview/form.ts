import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { loadGuide } from '../content/index.ts';
import { PressError, problem } from '../diagnostics/index.ts';
import { editYaml, isWithin, listFolder, parseYaml, readText, type YamlEdit } from '../files/index.ts';
import { languages } from '../locale/index.ts';
import { shippedGuides } from '../press/index.ts';
import type { History } from './history.ts';

/** What the form asks for, and where it stands in `guide.yaml`. */
const fields = {
  display: ['helplines', 'main', 'display'],
  dial: ['helplines', 'main', 'dial'],
  name: ['publisher', 'name'],
  address: ['publisher', 'address'],
  web: ['publisher', 'web'],
  logo: ['publisher', 'logo'],
} as const satisfies Readonly<Record<string, YamlEdit['path']>>;

type Field = keyof typeof fields;
const names = Object.keys(fields) as Field[];

/** The form as it is sent to the page. */
export interface Form {
  /** Of the guide's text that the values were read from. */
  readonly hash: string;
  readonly values: Readonly<Record<Field, string>>;
  /** Content keys of the fields, by which problems name them. */
  readonly keys: Readonly<Record<Field, string>>;
  /** Pictures in the guide's folder, for the logo. */
  readonly pictures: readonly string[];
  /** Of the texts. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** It ships with the package, where nothing is written: a copy of it is changed. */
  readonly isShipped: boolean;
  /** What undoing would change back. */
  readonly undoes: string | undefined;
}

const text = z.string().max(300);
const sent = z.strictObject({
  hash: z.string().max(100),
  values: z.strictObject(Object.fromEntries(names.map((name) => [name, text])) as Record<Field, typeof text>),
});

/** @throws PressError where the guide's file cannot be read or does not parse */
export function formOf(folder: string, history: History): Form {
  const source = readText(folder, 'guide.yaml');
  const { value } = parseYaml(source, join(folder, 'guide.yaml'));
  const language = at(value, ['locale']) || 'en';
  return {
    hash: hashOf(source),
    values: each((path) => at(value, path)),
    keys: each((path) => path.join('.')),
    pictures: picturesIn(folder),
    language,
    direction: languages[language]?.direction ?? 'ltr',
    isShipped: isShipped(folder),
    undoes: history.last,
  };
}

/**
 * Writes what the form says into `guide.yaml`: only what differs, and only what is a guide then.
 * @throws PressError USAGE for what is no form, or of a guide that was changed meanwhile; all that loading throws
 */
export function submitForm(folder: string, body: unknown, history: History): object {
  const { success, data } = sent.safeParse(body);
  if (!success) throw usage('This is no form of the page.');
  refuseShipped(folder);
  const file = join(folder, 'guide.yaml');
  const source = readText(folder, 'guide.yaml');
  if (hashOf(source) !== data.hash)
    throw usage('The guide was changed elsewhere meanwhile: the form shows now what it says.');
  const { value } = parseYaml(source, file);
  const edits = names.flatMap((name): YamlEdit[] => {
    const [path, wanted] = [fields[name], data.values[name].trim()];
    return wanted === at(value, path).trim() ? [] : [{ path, value: wanted === '' ? undefined : wanted }];
  });
  if (edits.length === 0) return {};
  const edited = editYaml(source, edits, file);
  loadGuide(folder, edited);
  history.write(file, edited);
  return {};
}

const isShipped = (folder: string) => isWithin(shippedGuides(), resolve(folder));

/** @throws PressError USAGE for a guide that ships with the package, where nothing is written */
export function refuseShipped(folder: string): void {
  if (isShipped(folder)) throw usage('This guide ships with the package: change a copy of it.');
}

const usage = (message: string) => new PressError([problem('USAGE', message)]);

const hashOf = (source: string) => createHash('sha256').update(source).digest('base64url');

function each<T>(of: (path: YamlEdit['path']) => T): Record<Field, T> {
  return Object.fromEntries(names.map((name) => [name, of([...fields[name]])])) as Record<Field, T>;
}

/** The text at a path; nothing where there is none. */
function at(value: unknown, path: readonly string[]): string {
  const found = path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name)
        ? (inner as Readonly<Record<string, unknown>>)[name]
        : undefined,
    value,
  );
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

/** Pictures are looked for in the guide's folder and one level below. */
function picturesIn(folder: string): string[] {
  const isPicture = (name: string) => /\.(svg|png|jpe?g)$/i.test(name);
  const names = (path: string) =>
    listFolder(folder, path).flatMap((entry) =>
      entry.kind === 'file' && isPicture(entry.name) ? [join(path, entry.name)] : [],
    );
  const below = listFolder(folder).flatMap(({ name, kind }) => (kind === 'folder' ? names(name) : []));
  return [...names(''), ...below].slice(0, 200);
}
