import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { command } from '../press/workshop.ts';

export const root = resolve(import.meta.dirname, '../..');
export const detox = join(root, 'guides/heroin-detox');
/** Formats with what their files end in. */
export const formats = [
  ['xliff', 'xlf'],
  ['po', 'po'],
  ['csv', 'csv'],
  ['json', 'json'],
] as const;

/** A copy of the shipped translations, for files that go out and come back. */
export interface Desk {
  readonly folder: string;
  readonly locales: string;
  /** Exports the shipped guide; gives the file's path. */
  readonly send: (locale: string, format: string) => Promise<string>;
  /** Changes a file that was sent: fails when the text is not in it. */
  readonly edit: (file: string, from: string | RegExp, to: string) => void;
  readonly take: (locale: string, file: string, ...flags: string[]) => ReturnType<typeof command>;
  readonly translations: (...args: string[]) => ReturnType<typeof command>;
  /** Every file of the translations with its content. */
  readonly files: () => Record<string, string>;
  readonly clear: () => void;
}

export function openDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const locales = join(folder, 'locales');
  cpSync(join(root, 'locales'), locales, { recursive: true });
  const translations: Desk['translations'] = (...args) =>
    command('translations', ...args, '--locales', locales);
  return {
    folder,
    locales,
    translations,
    async send(locale, format) {
      const out = join(folder, 'sent');
      mkdirSync(out, { recursive: true });
      const {
        code,
        out: path,
        err,
      } = await translations(...['export', detox, '--locale', locale, '--format', format, '--out', out]);
      if (code !== 0) throw new Error(err);
      return path.trim();
    },
    edit(file, from, to) {
      const text = readFileSync(file, 'utf8');
      const changed = text.replace(from, () => to);
      if (changed === text) throw new Error(`${file} does not hold ${String(from)}`);
      writeFileSync(file, changed);
    },
    take: (locale, file, ...flags) => translations('import', detox, file, '--locale', locale, ...flags),
    files: () =>
      Object.fromEntries(
        filesIn(locales).map((file) => [relative(locales, file), readFileSync(file, 'utf8')]),
      ),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]));
}
