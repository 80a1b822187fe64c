import { type Guide, loadedOf } from './content/index.ts';
import { netted, nettedLater, type PressError } from './diagnostics/index.ts';
import { type Folders, type Output, overShipped } from './press/index.ts';
import {
  type Claim,
  canonicalTag,
  exchangeOf,
  type FormatName,
  filled,
  importReturned,
  type LocaleStatus,
  readReturned,
  statusOf,
  writeExchange,
} from './translations/index.ts';

const localesOf = (folders: Partial<Folders>) => overShipped(folders).locales;

/**
 * How far a guide's translation is: what is missing, stale, broken or offered, and who reviewed it.
 * @throws PressError LOCALE_UNKNOWN, GUIDE_CHANGED, JSON_SYNTAX
 */
export function translationStatus(
  guide: Guide,
  locale: string,
  folders: Partial<Folders> = {},
): LocaleStatus {
  return netted(() => statusOf(loadedOf(guide).guide, canonicalTag(locale), localesOf(folders)));
}

/** A file for translators: its name, and its text or bytes. Nothing is written. @throws PressError LOCALE_UNKNOWN, USAGE */
export async function exportTranslation(
  guide: Guide,
  locale: string,
  format: FormatName,
  folders: Partial<Folders> = {},
): Promise<{ readonly name: string; readonly content: string | Uint8Array }> {
  return nettedLater(async () => {
    const exchange = exchangeOf(loadedOf(guide).guide, canonicalTag(locale), localesOf(folders));
    const { name, text } = await writeExchange(exchange, format);
    return { name, content: text };
  });
}

/** What taking a file in comes to: the files to write, and what changed. */
export interface TakenIn {
  readonly outputs: readonly Output[];
  readonly status: string;
  /** Keys whose translation changed. */
  readonly changed: readonly string[];
  /** With `partial`: what is wrong with the texts that stay as they were. */
  readonly left: PressError['problems'];
}

/**
 * Takes a file from a translator in, whole or not at all; with `partial` what is finished of it. Nothing is written: the
 * files that the translation becomes are given, beside the guide.
 * @throws PressError TRANSLATION_*, with all that is wrong
 */
export async function importTranslation(
  guide: Guide,
  locale: string,
  file: string,
  options: Claim & { readonly partial?: boolean; readonly folders?: Partial<Folders> } = {},
): Promise<TakenIn> {
  const { partial = false, folders = {}, ...claim } = options;
  return nettedLater(async () => {
    const returned = await readReturned(file);
    const known = loadedOf(guide).guide;
    const taken = importReturned(
      known,
      canonicalTag(locale),
      returned,
      claim,
      localesOf(folders),
      'guide',
      partial,
    );
    const { outputs, state, changed, left } = taken;
    return { outputs, status: state.status, changed, left };
  });
}

/** What was translated for other guides from the same sources, as files to write beside the guide. Nothing is written. */
export function fillTranslation(
  guide: Guide,
  locale: string,
  folders: Partial<Folders> = {},
): ReturnType<typeof filled> {
  return netted(() => filled(loadedOf(guide).guide, canonicalTag(locale), localesOf(folders)));
}
