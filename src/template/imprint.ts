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
 * would be another number. The guide's id is Latin letters as the rest of it: in the source's language it would be set in the
 * size of that, which is below the floor beside larger scripts.
 */
export function imprintHtml(guide: Guide, locale: Locale, discreet: boolean): string {
  const { id, version, date } = guide.data;
  const text = locale.word('imprint', {
    guide: discreet ? '' : `[${id}](lang:en)`,
    version,
    date,
    locale: locale.tag,
  });
  const line = inlineHtml(parseInline(text.trim()), { locale: locale.tag, helpline: () => '', numbers: [] });
  return `<bdi lang="en" dir="ltr">${line}</bdi>`;
}
