import { type Problem, throwIfErrors } from '../diagnostics/index.ts';
import { type PoEntry, poEntries } from './po-entries.ts';
import { brief, type Entry, fault, invalid, lineFinder, lineIn, type Returned } from './returned.ts';
import type { Exchange, UnitState } from './unit.ts';

const remarks: Partial<Record<UnitState, string>> = {
  stale: 'The source changed after this was translated. The earlier source is not known: compare whole.',
  broken: 'This translation lost or changed something that must stay.',
  offered: 'The same source was translated elsewhere: does that fit here?',
};

/** The texts as gettext PO: the key is the context, what needs work is fuzzy. */
export async function writePo(exchange: Exchange): Promise<string> {
  const { po } = await import('gettext-parser');
  const translations = Object.fromEntries(
    exchange.units.map(({ key, source, target, state, note }) => {
      const remark = remarks[state];
      const comments = {
        extracted: remark === undefined ? note : `${note}\n${remark}`,
        ...(remark === undefined ? {} : { flag: 'fuzzy' }),
      };
      return [key, { [source]: { msgctxt: key, msgid: source, msgstr: [target], comments } }];
    }),
  );
  const headers = {
    'Project-Id-Version': `${exchange.guide} ${exchange.version}`,
    Language: exchange.targetLanguage.replaceAll('-', '_'),
    'X-Source-Language': exchange.sourceLanguage.replaceAll('-', '_'),
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
  };
  return po.compile({ charset: 'utf-8', headers, translations }, { foldLength: 0 }).toString('utf8');
}

/** @throws PressError TRANSLATION_FILE_INVALID: all that is found */
export async function readPo(text: string, file: string): Promise<Returned> {
  const found = poEntries(text);
  if (typeof found === 'number')
    throw invalid(
      file,
      'The file is not PO from this line on.',
      'Send back the file that was exported, saved by your tool. A quotation mark in a text is written \\".',
      lineIn(text, found),
    );
  throwIfErrors(entryProblems(found, text, file));
  const { po } = await import('gettext-parser');
  function parsed(): ReturnType<typeof po.parse> {
    try {
      return po.parse(text);
    } catch {
      throw invalid(
        file,
        'The file is no PO that can be read.',
        'Send back the file that was exported, saved by your tool.',
      );
    }
  }
  const table = parsed();
  const messages = Object.values(table.translations).flatMap((context) => Object.values(context));
  // Half a file has no headers, whatever the types say.
  const headers: Readonly<Record<string, string>> | undefined = table.headers;
  return {
    file,
    language: headers?.Language ?? headers?.language,
    entries: messages.flatMap(({ msgctxt, msgid, msgstr, comments }): Entry[] =>
      msgctxt === undefined
        ? []
        : [{ key: msgctxt, source: msgid, target: msgstr[0] ?? '', marked: isFuzzy(comments?.flag) }],
    ),
    text,
  };
}

function isFuzzy(flags = ''): boolean {
  return flags.split(/[\s,]+/).includes('fuzzy');
}

const msgstrs = 'Each text has one msgstr.';

/** What is wrong with entries that `gettext-parser` would not tell of, or not where, or only of the first. */
function entryProblems(entries: readonly PoEntry[], text: string, file: string): Problem[] {
  const lineAt = lineFinder(text);
  const seen = new Map<string | undefined, number>();
  return entries.flatMap(({ offset, obsolete, context, id, plural, translations }) => {
    const line = lineAt(offset);
    const isHeader = context === undefined && id === '';
    const name = isHeader ? 'The header' : `"${brief(context ?? id ?? '')}"`;
    const refuse = (what: string, hint: string) => [fault(file, `${name} ${what}.`, hint, line)];
    // Nobody reads it; only its size is bounded, as `gettext-parser` takes the square of the number for it.
    if (obsolete && id === undefined)
      return refuse('is out of use, and has no msgid', 'Take out the lines that begin with #~.');
    if (obsolete) return translations > 10 ? refuse('has more than ten translations (msgstr)', msgstrs) : [];
    if (id === undefined) return refuse('has no msgid', 'Keep the msgid lines: they are the source.');
    if (context === undefined && !isHeader)
      return refuse('has no msgctxt', 'Keep the msgctxt lines: they say which text is meant.');
    const first = seen.get(context);
    seen.set(context, first ?? line);
    if (first !== undefined)
      return refuse(`is there twice, first in line ${first}`, 'Each msgctxt stands once in a file.');
    if (plural)
      return refuse(
        'has plural forms (msgid_plural), which no text of ours has',
        'Write one msgid and one msgstr.',
      );
    if (translations === 0) return refuse('has no translation (msgstr)', msgstrs);
    if (translations > 1) return refuse('has more than one translation (msgstr)', msgstrs);
    return [];
  });
}
