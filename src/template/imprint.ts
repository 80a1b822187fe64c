import { type Guide, parseInline } from '../content/index.ts';
import type { Locale } from '../locale/index.ts';
import { inlineHtml } from './html.ts';

/** The line by which old stock can be recalled; a discreet one does not name the guide. */
export function imprintOf(guide: Guide, locale: Locale, discreet = false): string {
  const { id, version, date } = guide.data;
  return locale.word('imprint', { guide: discreet ? '' : id, version, date, locale: locale.tag }).trim();
}

/**
 * The imprint on the page, isolated: from left to right in every language, for a day and a version read the other way
 * would be another number. The guide's id is written in the source's script, whatever the locale's is.
 */
export function imprintHtml(guide: Guide, locale: Locale, discreet: boolean): string {
  const { id, version, date, locale: language } = guide.data;
  const text = locale.word('imprint', {
    guide: discreet ? '' : `[${id}](lang:${language})`,
    version,
    date,
    locale: locale.tag,
  });
  const line = inlineHtml(parseInline(text.trim()), { locale: locale.tag, helpline: () => '', numbers: [] });
  return `<bdi lang="en" dir="ltr">${line}</bdi>`;
}
