import { extname } from 'node:path';
import { PressError, problem, throwIfErrors } from '../diagnostics/index.ts';
import { writingFault } from '../files/index.ts';
import { readCsv, writeCsv } from './csv.ts';
import { readJsonFile, writeJson } from './json.ts';
import { canonicalTag } from './locales.ts';
import { readPo, writePo } from './po.ts';
import { brief, keyFinder, type Returned, readText } from './returned.ts';
import type { Exchange } from './unit.ts';
import { writeXliff } from './xliff.ts';
import { readXliff } from './xliff-read.ts';
import { readXlsx, writeXlsx } from './xlsx.ts';

interface Format {
  /** The first is the one that is written. */
  readonly extensions: readonly string[];
  readonly write: (exchange: Exchange) => Promise<string | Uint8Array>;
  /** Reads the file of that name. @throws PressError */
  readonly read: (file: string) => Returned | Promise<Returned>;
}

const ofText = (read: (text: string, file: string) => Returned | Promise<Returned>) => (file: string) =>
  read(readText(file), file);

/** The formats that translators' tools read; each loads its library when it is used. */
const formats = {
  xliff: {
    extensions: ['.xlf', '.xliff'],
    write: writeXliff,
    read: ofText(readXliff),
  },
  po: {
    extensions: ['.po'],
    write: writePo,
    read: ofText(readPo),
  },
  csv: {
    extensions: ['.csv'],
    write: writeCsv,
    read: ofText(readCsv),
  },
  xlsx: {
    extensions: ['.xlsx'],
    write: writeXlsx,
    read: readXlsx,
  },
  json: {
    extensions: ['.json'],
    write: writeJson,
    read: ofText(readJsonFile),
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
type Written<F extends FormatName> = Awaited<ReturnType<(typeof formats)[F]['write']>>;
export const formatNames = Object.keys(formats) as FormatName[];

/** A file for a translator: name, and text or bytes. */
export async function writeExchange<F extends FormatName>(
  exchange: Exchange,
  format: F,
): Promise<{ readonly name: string; readonly text: Written<F> }> {
  const { extensions, write } = formats[format];
  return {
    name: `${exchange.guide}.${exchange.targetLanguage}${extensions[0]}`,
    text: (await write(exchange)) as Written<F>,
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
        'Import a file that ends in .xlsx, .xlf, .xliff, .po, .csv or .json.',
      ),
    ]);
  const returned = await format.read(file);
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
