import { extname } from 'node:path';
import { PressError, problem, throwIfErrors } from '../diagnostics/index.ts';
import { writingFault } from '../files/index.ts';
import { canonicalTag } from './locales.ts';
import { brief, keyFinder, type Returned, readText } from './returned.ts';
import type { Exchange } from './unit.ts';

interface Format {
  /** The first is the one that is written. */
  readonly extensions: readonly string[];
  readonly write: (exchange: Exchange) => Promise<string>;
  readonly read: (text: string, file: string) => Promise<Returned>;
}

/** The formats that translators' tools read; each loads its library when it is used. */
const formats = {
  xliff: {
    extensions: ['.xlf', '.xliff'],
    write: async (exchange) => (await import('./xliff.ts')).writeXliff(exchange),
    read: async (text, file) => (await import('./xliff-read.ts')).readXliff(text, file),
  },
  po: {
    extensions: ['.po'],
    write: async (exchange) => (await import('./po.ts')).writePo(exchange),
    read: async (text, file) => (await import('./po.ts')).readPo(text, file),
  },
  csv: {
    extensions: ['.csv'],
    write: async (exchange) => (await import('./csv.ts')).writeCsv(exchange),
    read: async (text, file) => (await import('./csv.ts')).readCsv(text, file),
  },
  json: {
    extensions: ['.json'],
    write: async (exchange) => (await import('./json.ts')).writeJson(exchange),
    read: async (text, file) => (await import('./json.ts')).readJsonFile(text, file),
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
export const formatNames = Object.keys(formats) as FormatName[];

/** A file for a translator: name and text. */
export async function writeExchange(
  exchange: Exchange,
  format: FormatName,
): Promise<{ readonly name: string; readonly text: string }> {
  const { extensions, write } = formats[format];
  return {
    name: `${exchange.guide}.${exchange.targetLanguage}${extensions[0]}`,
    text: await write(exchange),
  };
}

/**
 * A file that came back, read by what its name ends in.
 * @throws PressError USAGE for other endings; FILE_NOT_FOUND, JSON_SYNTAX, TRANSLATION_FILE_INVALID
 */
export async function readReturned(file: string): Promise<Returned> {
  const ending = extname(file).toLowerCase();
  const format: Format | undefined = Object.values(formats).find(({ extensions }) =>
    extensions.some((extension) => extension === ending),
  );
  if (format === undefined)
    throw new PressError([
      problem(
        'USAGE',
        `"${ending}" is not the ending of a file of translations.`,
        { file },
        'Import a file that ends in .xlf, .xliff, .po, .csv or .json.',
      ),
    ]);
  const returned = await format.read(readText(file), file);
  const lineOf = keyFinder(returned.text);
  throwIfErrors(
    returned.entries.flatMap(({ key, target }) => {
      const fault = writingFault(target);
      if (fault === undefined) return [];
      const line = lineOf(key);
      const place = { file, key: brief(key), ...(line === undefined ? {} : { line }) };
      return [problem('TEXT_UNNATURAL', `The translation ${fault}.`, place, 'Is it the right file?')];
    }),
  );
  const { language = '' } = returned;
  return { ...returned, language: language.trim() === '' ? undefined : brief(canonicalTag(language)) };
}
