import { join } from 'node:path';
import { type Guide, loadGuide } from '../content/index.ts';
import { harmless } from '../diagnostics/index.ts';
import { asTyped, type Root } from '../files/index.ts';
import { guideFolder, type Output, Press, type ReviewPaper, sourceDate, writeWhole } from '../press/index.ts';
import {
  adopted,
  type Claim,
  canonicalTag,
  checkClaim,
  checkTag,
  type Exchange,
  exchangeOf,
  type FormatName,
  filled,
  formatStatus,
  glossaryOf,
  importReturned,
  presentLocales,
  readReturned,
  reviewSheet,
  statusOf,
  strayEntries,
  targetLocales,
  writeExchange,
  writeGlossary,
} from '../translations/index.ts';
import { foldersOf } from './folders.ts';
import { type Streams, say } from './streams.ts';
import { tellAll } from './teller.ts';

interface LocaleFlags {
  /** Own folder of translations, over those of the package. */
  readonly locales?: string;
}

function localesFolder(flags: LocaleFlags): Root {
  return foldersOf(flags).locales;
}

/** Tags as the table of languages has them; those that it lacks can be translated into before they can be printed. */
const listed = (tags: string): string[] => [...new Set(tags.split(',').map((tag) => canonicalTag(tag)))];

export async function status(
  named: string,
  flags: LocaleFlags & { readonly locale: string; readonly json?: boolean },
  streams: Streams,
): Promise<number> {
  const guide = loadGuide(guideFolder(named));
  const folder = localesFolder(flags);
  const isAll = flags.locale === 'all';
  const tags = isAll
    ? [...new Set([...presentLocales(guide, folder), ...targetLocales(guide)])]
    : listed(flags.locale);
  for (const tag of tags) if (tag !== guide.data.locale) checkTag(tag, guide);
  const rows = tags.map((tag) => statusOf(guide, tag, folder));
  const strays = isAll ? strayEntries(guide, folder) : [];
  tellAll([...strays, ...rows.flatMap(({ problems }) => problems)], streams.err);
  const text = flags.json === true ? JSON.stringify(rows, null, 2) : rows.map(formatStatus).join('\n');
  streams.out.write(`${text}\n`);
  return rows.some(({ problems }) => problems.length > 0) ? 1 : 0;
}

interface DeskFlags extends LocaleFlags {
  readonly locale: string;
  readonly out: string;
}

/** A file for each of the locales that are asked for, all of them written together. */
async function writeEach(
  named: string,
  { out, ...flags }: DeskFlags,
  streams: Streams,
  made: (
    guide: Guide,
    exchange: Exchange,
  ) => Promise<{ readonly name: string; readonly text: string | Uint8Array }>,
): Promise<number> {
  const guide = loadGuide(guideFolder(named));
  const folder = localesFolder(flags);
  const tags = flags.locale === 'all' ? targetLocales(guide) : listed(flags.locale);
  const outputs: Output[] = [];
  for (const tag of tags) {
    const { name, text } = await made(guide, exchangeOf(guide, tag, folder));
    outputs.push({ path: join(out, name), content: text });
  }
  writeWhole(outputs);
  for (const { path } of outputs) streams.out.write(`${path}\n`);
  return 0;
}

export const exportFiles = (
  named: string,
  flags: DeskFlags & { readonly format: FormatName },
  streams: Streams,
) => writeEach(named, flags, streams, (_, exchange) => writeExchange(exchange, flags.format));

export const glossary = (named: string, flags: DeskFlags, streams: Streams) =>
  writeEach(named, flags, streams, async (guide, exchange) => ({
    name: `${exchange.guide}.${exchange.targetLanguage}.glossary.csv`,
    text: await writeGlossary(glossaryOf(guide, exchange)),
  }));

export async function importFile(
  named: string,
  file: string,
  flags: LocaleFlags & Claim & { readonly locale: string; readonly partial?: boolean },
  streams: Streams,
): Promise<number> {
  checkClaim(flags);
  const guide = loadGuide(guideFolder(named));
  const locale = canonicalTag(flags.locale);
  checkTag(locale, guide);
  const returned = await readReturned(file);
  const { outputs, state, changed, dropped, isKeyless, left } = importReturned(
    guide,
    locale,
    returned,
    flags,
    localesFolder(flags),
    flags.locales === undefined ? 'guide' : 'folder',
    flags.partial === true,
  );
  writeWhole(outputs);
  tellAll(left, streams.err);
  const count = `${changed.length} ${changed.length === 1 ? 'text' : 'texts'} changed`;
  say(streams, `${locale}: ${count}; the translation is now: ${state.status}.\n`);
  if (isKeyless) say(streams, 'The file has lost its keys: its texts were found by their sources.\n');
  if (left.length > 0) {
    const texts = new Set(left.map(({ place }) => place.key)).size;
    say(streams, `${texts} ${texts === 1 ? 'text is' : 'texts are'} left as before.\n`);
  }
  if (dropped.length > 0)
    say(streams, `Left out, because there is no such text any more: ${harmless(dropped.join(', '))}.\n`);
  for (const { path } of outputs) streams.out.write(`${path}\n`);
  return 0;
}

export async function fill(
  named: string,
  flags: LocaleFlags & { readonly locale: string },
  streams: Streams,
): Promise<number> {
  const guide = loadGuide(guideFolder(named));
  const folder = localesFolder(flags);
  const tags = flags.locale === 'all' ? targetLocales(guide) : listed(flags.locale);
  const found = tags.map((tag) => ({ tag, ...filled(guide, tag, folder) }));
  writeWhole(found.flatMap(({ outputs }) => outputs));
  for (const { tag, outputs, state, taken, open } of found) {
    const origins = [...new Set(taken.map(({ from }) => from.split(',', 1)[0]!))];
    const what =
      outputs.length === 0
        ? 'nothing more was translated elsewhere'
        : `${taken.length} ${taken.length === 1 ? 'text' : 'texts'} from ${origins.join(', ')}; the translation is now: ${state.status}`;
    say(streams, `${tag}: ${harmless(what)}${open === 0 ? '' : `; ${open} to be translated`}.\n`);
    for (const { path } of outputs) streams.out.write(`${path}\n`);
  }
  return 0;
}

export async function adopt(
  named: string,
  flags: LocaleFlags & Claim & { readonly locale: string },
  streams: Streams,
): Promise<number> {
  const locale = canonicalTag(flags.locale);
  const { outputs, state } = adopted(loadGuide(guideFolder(named)), locale, flags, localesFolder(flags));
  writeWhole(outputs);
  say(streams, `${locale}: made from the guide as it is now; the translation is: ${state.status}.\n`);
  for (const { path } of outputs) streams.out.write(`${path}\n`);
  return 0;
}

export async function review(
  named: string,
  flags: LocaleFlags & {
    readonly fonts?: string;
    readonly locale: string;
    readonly paper: ReviewPaper;
    readonly out: string;
  },
  streams: Streams,
): Promise<number> {
  const guide = loadGuide(guideFolder(named));
  const { name, bytes, warnings } = reviewSheet(
    guide,
    canonicalTag(flags.locale),
    flags.paper,
    new Press(foldersOf(flags)),
    sourceDate(process.env),
  );
  const path = join(asTyped(flags.out), name);
  writeWhole([{ path, content: bytes }]);
  tellAll(warnings, streams.err);
  streams.out.write(`${path}\n`);
  return 0;
}
