import { addressesOf, type Fields, guideFields, numbersReached } from '../content/index.ts';
import { escapeHtml } from './html.ts';
import { helplineHtml, textHtml } from './text-html.ts';
import type { Rendering } from './types.ts';

/** What `{{…}}` prints as it is. */
export interface Html {
  readonly html: string;
}

/** One way to reach a helpline beside calling it, in a line. */
export interface WayView {
  readonly kind: 'text' | 'tty' | 'messenger' | 'chat' | 'email' | 'web';
  readonly line: Html;
}

/** Fields of a helpline that are values, and no texts. */
export const helplineTexts: Fields = Object.fromEntries(
  Object.entries(guideFields.helplines.fields).filter(([, { is }]) => is === 'text'),
);

/** The ways to reach a helpline, each in the words of the page: what is written to by a message first, what is read last. */
export function waysOf(rendering: Rendering, name: string): readonly WayView[] {
  const { guide, locale } = rendering;
  const numbers = numbersReached(guide.data, name).map(({ kind, word, values }) => ({
    kind,
    line: textHtml(rendering, `press:${word}`, locale.word(word, values)),
  }));
  const addresses = addressesOf(guide.data.helplines[name]!).map(({ kind, href, shown }) => ({
    kind,
    line: { html: linkHtml(`helplines.${name}.${kind}`, href, shown, guide.data.locale) },
  }));
  return [...numbers, ...addresses];
}

/** The number of a helpline as it is printed. */
export function numberView(rendering: Rendering, name: string): Html {
  return { html: helplineHtml(rendering, name) };
}

/** What is written before an address: the name of a messenger. */
const named = /^(.*: )(\S+)$/u;
const otherLetter = /(?!\p{Script=Latin})\p{L}/u;

/**
 * Addresses run from left to right, and are of no language but that of their letters (UAX #9); the name of a messenger in other
 * letters is in the guide's own language.
 */
function linkHtml(key: string, href: string, shown: string, locale: string): string {
  const isolated = (text: string) => `<bdi lang="en" dir="ltr">${escapeHtml(text)}</bdi>`;
  const [, name, address] = named.exec(shown) ?? [];
  const html =
    name !== undefined && otherLetter.test(name)
      ? `<bdi lang="${locale}">${escapeHtml(name)}${isolated(address!)}</bdi>`
      : isolated(shown);
  return `<!--key:${key}--><a href="${escapeHtml(href)}">${html}</a><!--/key-->`;
}
