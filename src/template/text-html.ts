import {
  addressOf,
  declaredNumbers,
  escapeInline,
  type Guide,
  helplineNumbers,
  type InlineNode,
  mayHoldDigits,
  parseInline,
  plainText,
  remembered,
  rememberedPair,
  withAddresses,
} from '../content/index.ts';
import { PressError, problem, suggest } from '../diagnostics/index.ts';
import { numberMark } from '../document/index.ts';
import type { Locale } from '../locale/index.ts';
import { escapeHtml, helplineDisplay, inlineHtml } from './html.ts';
import { wordWithNumber } from './plain.ts';
import type { Rendering } from './types.ts';

/** Latin digits in a left-to-right isolate, linked to the dialler (UAX #9: elsewhere the digits would turn round). */
export function helplineHtml(rendering: Rendering, name: string): string {
  const make = () => newHelplineHtml(rendering, name);
  return rendering.sayings?.helpline(name, make) ?? make();
}

function newHelplineHtml({ guide, locale }: Rendering, name: string): string {
  const numbers = helplineNumbers(guide.data);
  if (!Object.hasOwn(numbers, name))
    throw new PressError([
      problem(
        'TEMPLATE_KEY_UNKNOWN',
        `There is no helpline "${name}".`,
        {},
        suggest(name, Object.keys(numbers)),
      ),
    ]);
  const number = numbers[name]!;
  const title = wordWithNumber(locale, number.way === 'text' ? 'way.textOnly' : 'call', name).toHTML();
  const scheme = addressOf({ ...number, dial: '' });
  return `<a href="${scheme}${numberMark(name, 'dial')}" title="${title}">${helplineDisplay(name)}</a>`;
}

/** A number that is no guide's, for a working paper: linked to the dialler, as `helplineHtml`. `name` is the document's. */
export function numberView(name: string, title: string): { readonly html: string } {
  const says = escapeHtml(title);
  return {
    html: `<a href="tel:${numberMark(name, 'dial')}" title="${says} ${numberMark(name, 'display')}">${helplineDisplay(name)}</a>`,
  };
}

/** A text as HTML: its marks become elements, its key is remembered. */
export function textHtml(rendering: Rendering, key: string, text: string): { readonly html: string } {
  const make = () => newTextHtml(rendering, key, text);
  return rendering.sayings?.text(key, text, make) ?? make();
}

function newTextHtml(rendering: Rendering, key: string, text: string): { readonly html: string } {
  const { links, locale } = rendering;
  const html = mayShowNumber(text)
    ? inlineHtml(linked(text, links), {
        locale: locale.tag,
        helpline: (name) => helplineHtml(rendering, name),
        numbers: declaredNumbers(rendering.guide.data),
        call: (nodes) => callOf(rendering, nodes),
      })
    : quietHtml(`${links} ${locale.tag}`, text);
  return { html: `<!--key:${key}-->${html}<!--/key-->` };
}

/** False for a text that is the same with all numbers: it has no digit, and names no helpline. */
const mayShowNumber = remembered((text) => mayHoldDigits(text) || text.includes('helpline:'));

/** HTML of such a text, by how its links are said and the language of the page: the same in every document. */
const quietHtml = rememberedPair((page, text): string => {
  const [links, locale] = page.split(' ') as [Rendering['links'], string];
  return inlineHtml(linked(text, links), { locale, helpline: () => '', numbers: [] });
});

function linked(text: string, links: Rendering['links']): readonly InlineNode[] {
  const nodes = parseInline(text);
  return links === 'words' ? nodes : withAddresses(nodes);
}

/** Heard by itself, a number that is no helpline's says nothing of what it does. */
function callOf({ guide, locale }: Rendering, nodes: readonly InlineNode[]): string | undefined {
  const shown = plainText(nodes, guide);
  const isOwn = Object.values(guide.data.numbers ?? {}).some(({ display }) => display === shown);
  if (!isOwn) return undefined;
  return plainText(parseInline(locale.word('call', { number: escapeInline(shown) })), guide);
}

/** A text in the words of another locale than the page's, for a working paper: a value that a template prints. */
export function textView(guide: Guide, locale: Locale, key: string, text: string): { readonly html: string } {
  return textHtml({ guide, locale, links: 'words' }, key, text);
}
