import type Handlebars from 'handlebars';
import { escapeInline, type Guide, parseInline, plainText } from '../content/index.ts';
import { PressError, problem, suggest } from '../diagnostics/index.ts';
import type { Locale } from '../locale/index.ts';
import { escapeHtml, type InlineContext, inlineHtml } from './html.ts';
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
  const helpline = Object.hasOwn(guide.data.helplines, name) ? guide.data.helplines[name] : undefined;
  if (helpline === undefined)
    throw new PressError([
      problem(
        'TEMPLATE_KEY_UNKNOWN',
        `There is no helpline "${name}".`,
        {},
        suggest(name, Object.keys(guide.data.helplines)),
      ),
    ]);
  const title = escapeHtml(locale.word('call', { number: helpline.display }));
  return `<a href="tel:${escapeHtml(helpline.dial)}" title="${title}"><bdi class="tel" dir="ltr">${escapeHtml(helpline.display)}</bdi></a>`;
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
      isText(value) ? locale.text(value.key) : escapeInline(plainValue(name, value)),
    ]),
  );
}

function plainValue(name: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
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

/** The helpers, all of them. Arguments are never undefined: that is refused before. */
export const helpers: Readonly<Record<string, Helper>> = {
  say: (rendering, [text]) => {
    const { key } = textOf(text, 'say');
    const nodes = parseInline(rendering.locale.text(key));
    return { html: markKey(key, inlineHtml(nodes, inlineContext(rendering))) };
  },
  plain: ({ guide, locale }, [text]) => plainText(parseInline(locale.text(textOf(text, 'plain').key)), guide),
  word: (rendering, [key], { hash }) => {
    const nodes = parseInline(rendering.locale.word(String(key), wordValues(rendering, hash)));
    return { html: markKey(`press:${String(key)}`, inlineHtml(nodes, inlineContext(rendering))) };
  },
  wordPlain: (rendering, [key], { hash }) =>
    plainText(parseInline(rendering.locale.word(String(key), wordValues(rendering, hash))), rendering.guide),
  helpline: (rendering, [name = 'main']) => ({ html: helplineHtml(rendering, String(name)) }),
  is: (_, [a, b]) => a === b,
  has: (_, [object, name]) =>
    typeof object === 'object' && object !== null && Object.hasOwn(object, String(name)),
  not: (_, [value]) => !value,
  and: (_, values) => values.every(Boolean),
  or: (_, values) => values.some(Boolean),
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
    const truth = Array.isArray(value) ? value.length > 0 : Boolean(value);
    return { html: truth ? options.fn(this) : options.inverse(this) };
  },
  unless(_, [value], options) {
    const truth = Array.isArray(value) ? value.length > 0 : Boolean(value);
    return { html: truth ? options.inverse(this) : options.fn(this) };
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
