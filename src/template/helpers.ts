import type Handlebars from 'handlebars';
import { escapeInline, type Guide, parseInline } from '../content/index.ts';
import { PressError, problem, suggest } from '../diagnostics/index.ts';
import { numberMark } from '../document/index.ts';
import type { Locale } from '../locale/index.ts';
import { type InlineContext, inlineHtml } from './html.ts';
import { Plain, plainOf, wordWithNumber } from './plain.ts';
import type { TextRef } from './view.ts';

/** What the helpers of one rendering work on. */
export interface Rendering {
  readonly guide: Guide;
  readonly locale: Locale;
}

type Options = Handlebars.HelperOptions;
type Helper = (this: unknown, rendering: Rendering, args: readonly unknown[], options: Options) => unknown;

const isText = (value: unknown): value is TextRef =>
  typeof value === 'object' && value !== null && typeof (value as TextRef).key === 'string';

function textOf(value: unknown, helper: string): TextRef {
  if (isText(value)) return value;
  throw new PressError([
    problem(
      'TEMPLATE_KEY_UNKNOWN',
      `{{${helper}}} wants a text of the guide, and got ${JSON.stringify(value) ?? 'nothing'}.`,
      {},
      'Texts are title, sections[].line, blocks[].text and so on.',
    ),
  ]);
}

function inlineContext(rendering: Rendering): InlineContext {
  return { locale: rendering.locale.tag, helpline: (name) => helplineHtml(rendering, name) };
}

/** Latin digits in a left-to-right isolate, linked to the dialler (UAX #9: elsewhere the digits would turn round). */
function helplineHtml({ guide, locale }: Rendering, name: string): string {
  if (!Object.hasOwn(guide.data.helplines, name))
    throw new PressError([
      problem(
        'TEMPLATE_KEY_UNKNOWN',
        `There is no helpline "${name}".`,
        {},
        suggest(name, Object.keys(guide.data.helplines)),
      ),
    ]);
  const title = wordWithNumber(locale, 'call', name).toHTML();
  return `<a href="tel:${numberMark(name, 'dial')}" title="${title}"><bdi class="tel" dir="ltr">${numberMark(name, 'display')}</bdi></a>`;
}

/** A text in the words of another locale than the page's, for a working paper: a value that a template prints. */
export function textView(guide: Guide, locale: Locale, key: string, text: string): { readonly html: string } {
  return { html: markKey(key, inlineHtml(parseInline(text), inlineContext({ guide, locale }))) };
}

/** Values for interpolation: texts of the guide become the words of the locale, marks and all. */
function wordValues({ locale }: Rendering, hash: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(hash).map(([name, value]) => [
      name,
      isText(value) ? locale.text(value.key) : inlineValue(name, value),
    ]),
  );
}

function inlineValue(name: string, value: unknown): string {
  if (value instanceof Plain) return value.toInline();
  if (typeof value === 'string' || typeof value === 'number') return escapeInline(String(value));
  throw new PressError([
    problem(
      'TEMPLATE_KEY_UNKNOWN',
      `The value "${name}" cannot be printed.`,
      {},
      'Values are texts of the guide, strings and numbers.',
    ),
  ]);
}

function markKey(key: string, html: string): string {
  return `<!--key:${key}-->${html}<!--/key-->`;
}

/** Splits a list into `count` runs whose longest is as short as can be: dynamic programming over the cuts. */
function distribute<T>(items: readonly T[], count: number, weight: (item: T) => number): T[][] {
  const sums = [0];
  for (const item of items) sums.push(sums.at(-1)! + weight(item));
  const best: { cost: number; cut: number }[][] = [];
  for (let group = 0; group <= count; group++) {
    best.push([]);
    for (let end = 0; end <= items.length; end++) {
      let choice = { cost: group === 0 && end === 0 ? 0 : Number.POSITIVE_INFINITY, cut: 0 };
      for (let cut = 0; group > 0 && cut <= end; cut++) {
        const cost = Math.max(best[group - 1]![cut]!.cost, sums[end]! - sums[cut]!);
        if (cost < choice.cost) choice = { cost, cut };
      }
      best[group]!.push(choice);
    }
  }
  const groups: T[][] = [];
  for (let group = count, end = items.length; group > 0; group--) {
    const { cut } = best[group]![end]!;
    groups.unshift(items.slice(cut, end));
    end = cut;
  }
  return groups;
}

/** Length of all texts of the locale below a view. */
function textLength(value: unknown, locale: Locale): number {
  if (isText(value)) return locale.text(value.key).length + 20;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item, locale), 0);
  if (typeof value === 'object' && value !== null)
    return Object.values(value).reduce<number>((sum, item) => sum + textLength(item, locale), 0);
  return 0;
}

/** A value that a condition may look at: what is printed could hold the helpline's number. @throws PressError */
function compared(value: unknown): unknown {
  const prints = typeof value === 'object' && value !== null && ('html' in value || 'toHTML' in value);
  if (!prints) return value;
  throw new PressError([
    problem(
      'TEMPLATE_SYNTAX',
      'A condition looks at a value that prints and does not compare: no page may be one for one number and another for the next.',
      {},
      'Compare names and facts: kind, edition, paper.name, locale.tag; ask (has this "…") for what may be absent.',
    ),
  ]);
}

/** Truth as Handlebars has it: an empty list is none. */
function truth(value: unknown): boolean {
  const known = compared(value);
  return Array.isArray(known) ? known.length > 0 : Boolean(known);
}

/** The helpers, all of them. Arguments are never undefined: that is refused before. */
export const helpers: Readonly<Record<string, Helper>> = {
  say: (rendering, [text]) => {
    const { key } = textOf(text, 'say');
    const nodes = parseInline(rendering.locale.text(key));
    return { html: markKey(key, inlineHtml(nodes, inlineContext(rendering))) };
  },
  plain: ({ locale }, [text]) => plainOf(parseInline(locale.text(textOf(text, 'plain').key))),
  word: (rendering, [key], { hash }) => {
    const nodes = parseInline(rendering.locale.word(String(key), wordValues(rendering, hash)));
    return { html: markKey(`press:${String(key)}`, inlineHtml(nodes, inlineContext(rendering))) };
  },
  wordPlain: (rendering, [key], { hash }) =>
    plainOf(parseInline(rendering.locale.word(String(key), wordValues(rendering, hash)))),
  helpline: (rendering, [name = 'main']) => ({ html: helplineHtml(rendering, String(name)) }),
  is: (_, [a, b]) => compared(a) === compared(b),
  has: (_, [object, name]) => {
    const known = compared(object);
    return typeof known === 'object' && known !== null && Object.hasOwn(known, String(compared(name)));
  },
  not: (_, [value]) => !compared(value),
  and: (_, values) => values.map(compared).every(Boolean),
  or: (_, values) => values.map(compared).some(Boolean),
  distribute: ({ locale }, [items, count]) => {
    if (
      !Array.isArray(items) ||
      typeof count !== 'number' ||
      !Number.isInteger(count) ||
      count < 1 ||
      count > 20
    )
      throw new PressError([
        problem('TEMPLATE_SYNTAX', '{{distribute}} wants a list and a count from 1 to 20.'),
      ]);
    return distribute(items, count, (item) => textLength(item, locale));
  },
  if(_, [value], options) {
    return { html: truth(value) ? options.fn(this) : options.inverse(this) };
  },
  unless(_, [value], options) {
    return { html: truth(value) ? options.inverse(this) : options.fn(this) };
  },
  each(_, [items], options) {
    if (!Array.isArray(items))
      throw new PressError([
        problem(
          'TEMPLATE_KEY_UNKNOWN',
          '{{#each}} wants a list.',
          {},
          'Lists are sections, blocks, items, emergency.',
        ),
      ]);
    const out = items.map((item, index) =>
      options.fn(item, {
        data: { ...options.data, index, first: index === 0, last: index === items.length - 1 },
      }),
    );
    return { html: out.join('') };
  },
};
