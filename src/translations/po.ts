import { type Entry, invalid, lineIn, type Returned } from './returned.ts';
import type { Exchange, UnitState } from './unit.ts';

const remarks: Partial<Record<UnitState, string>> = {
  stale: 'The source changed after this was translated. The earlier source is not known: compare whole.',
  broken: 'This translation lost or changed something that must stay.',
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

/** @throws PressError TRANSLATION_FILE_INVALID */
export async function readPo(text: string, file: string): Promise<Returned> {
  const { po } = await import('gettext-parser');
  let table: ReturnType<typeof po.parse>;
  try {
    table = po.parse(text, { validation: true });
  } catch (error) {
    const message = error instanceof Error ? error.message.replace('Error parsing PO data: ', '') : '';
    const line = Number(/at line (\d+)/.exec(message)?.[1]);
    throw invalid(
      file,
      `The file is not PO: ${message.split('.')[0]}.`,
      'Send back the file that was exported, saved by your tool.',
      Number.isNaN(line) ? undefined : line,
    );
  }
  const messages = Object.values(table.translations).flatMap((context) => Object.values(context));
  const loose = messages.find(({ msgctxt, msgid }) => msgctxt === undefined && msgid !== '');
  if (loose !== undefined)
    throw invalid(
      file,
      `"${loose.msgid.slice(0, 40)}" has no msgctxt.`,
      'Keep the msgctxt lines: they say which text is meant.',
      lineIn(text, text.indexOf(loose.msgid)),
    );
  const own = messages.filter(({ msgctxt }) => msgctxt !== undefined);
  const contexts = [...text.matchAll(/^[ \t]*msgctxt\b[ \t]*(?:"(.*)")?/gim)];
  if (contexts.length !== own.length) {
    const last = new Map(contexts.map((context) => [context[1], context]));
    const doubled = contexts.find((context) => last.get(context[1]) !== context);
    throw invalid(
      file,
      doubled === undefined ? 'The file has texts that cannot be read.' : `"${doubled[1]}" is there twice.`,
      'Each msgctxt stands once in a file.',
      lineIn(text, doubled?.index ?? -1),
    );
  }
  // Half a file has no headers, whatever the types say.
  const headers: Readonly<Record<string, string>> | undefined = table.headers;
  const language = headers?.Language ?? headers?.language;
  return {
    file,
    language: language === undefined || language === '' ? undefined : language,
    entries: own.map(
      ({ msgctxt, msgid, msgstr, comments }): Entry => ({
        key: msgctxt!,
        source: msgid,
        target: msgstr?.[0] ?? '',
        marked: /\bfuzzy\b/.test(comments?.flag ?? ''),
      }),
    ),
    text,
  };
}
