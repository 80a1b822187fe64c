import type Handlebars from 'handlebars';
import { escapeInline, parseInline } from '../content/index.ts';
import { PressError, problem } from '../diagnostics/index.ts';
import { pageMark } from '../document/index.ts';
import { divide } from './divided.ts';
import { Plain, plainOf } from './plain.ts';
import { helplineHtml, textHtml } from './text-html.ts';
import { isText, type TextRef } from './text-ref.ts';
import type { Rendering } from './types.ts';

type Options = Handlebars.HelperOptions;

/** A helper: how it may be called, what it gives, what it does. */
export interface Helper {
  /** How it stands in a template, and what it gives: docs/reference.md says both. */
  readonly call: string;
  readonly about: string;
  readonly least: number;
  readonly most: number;
  /** Takes named arguments, of any names. */
  readonly named?: true;
  /** `html` stands between tags, `plain` in an attribute too; a `condition` or a `list` is an argument; a `block` has content. */
  readonly gives: 'html' | 'plain' | 'condition' | 'list' | 'block';
  readonly run: (this: unknown, rendering: Rendering, args: readonly unknown[], options: Options) => unknown;
}

/** A text that is printed. */
function textOf({ said }: Rendering, value: unknown, helper: string): TextRef {
  if (isText(value)) {
    said?.add(value.key);
    return value;
  }
  throw new PressError([
    problem(
      'TEMPLATE_KEY_UNKNOWN',
      `{{${helper}}} wants a text of the guide, and got ${JSON.stringify(value) ?? 'nothing'}.`,
      {},
      'Texts are title, sections[].line, blocks[].text and so on.',
    ),
  ]);
}

/** One of the products' words with its values: texts of the guide are put in as the locale has them, marks and all. */
function wordOf(rendering: Rendering, key: unknown, { hash }: Options): string {
  const { locale, sayings } = rendering;
  const named = Object.entries(hash as Record<string, unknown>);
  const values = named.map(([name, value]) => [
    name,
    isText(value) ? locale.text(textOf(rendering, value, 'word').key) : inlineValue(name, value),
  ]);
  const make = () => locale.word(String(key), Object.fromEntries(values));
  return values.length === 0 ? (sayings?.word(String(key), make) ?? make()) : make();
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

/** The whole vocabulary of templates. Arguments are never undefined: that is refused before. */
export const helpers: Readonly<Record<string, Helper>> = {
  say: {
    call: '{{say text}}',
    about: 'a text of the guide in the locale, its marks as HTML',
    least: 1,
    most: 1,
    gives: 'html',
    run(rendering, [text]) {
      const { key } = textOf(rendering, text, 'say');
      return textHtml(rendering, key, rendering.locale.text(key));
    },
  },
  plain: {
    call: '{{plain text}}',
    about: 'the same without marks, for attributes',
    least: 1,
    most: 1,
    gives: 'plain',
    run: (rendering, [text]) =>
      plainOf(parseInline(rendering.locale.text(textOf(rendering, text, 'plain').key))),
  },
  word: {
    call: '{{word "who" name=value}}',
    about: 'a word of the products, or of this one, its marks as HTML',
    least: 1,
    most: 1,
    named: true,
    gives: 'html',
    run: (rendering, [key], options) =>
      textHtml(rendering, `press:${String(key)}`, wordOf(rendering, key, options)),
  },
  wordPlain: {
    call: '{{wordPlain "source" name=value}}',
    about: 'the same without marks, for attributes',
    least: 1,
    most: 1,
    named: true,
    gives: 'plain',
    run: (rendering, [key], options) => plainOf(parseInline(wordOf(rendering, key, options))),
  },
  helpline: {
    call: '{{helpline "main"}}',
    about:
      'the number, isolated, linked to the dialler; "main.text" to messages, "main.tty"; the main one where none is named',
    least: 0,
    most: 1,
    gives: 'html',
    run: (rendering, [name = 'main']) => ({ html: helplineHtml(rendering, String(name)) }),
  },
  /** The number of the page that it stands on, how many pages there are, on which page an element with an id begins. */
  page: {
    call: '{{page}}',
    about: 'the number of the page that it stands on',
    least: 0,
    most: 0,
    gives: 'html',
    run: () => ({ html: pageMark('this') }),
  },
  pages: {
    call: '{{pages}}',
    about: 'how many pages there are',
    least: 0,
    most: 0,
    gives: 'html',
    run: () => ({ html: pageMark('last') }),
  },
  pageOf: {
    call: '{{pageOf "part-" id}}',
    about: 'on which page the element with that id begins',
    least: 1,
    most: 2,
    gives: 'html',
    run: (_, parts) => ({ html: pageMark(`#${parts.join('')}`) }),
  },
  is: {
    call: '(is a b)',
    about: 'both are the same',
    least: 2,
    most: 2,
    gives: 'condition',
    run: (_, [a, b]) => compared(a) === compared(b),
  },
  has: {
    call: '(has this "source")',
    about: 'there is a field of that name',
    least: 2,
    most: 2,
    gives: 'condition',
    run(_, [object, name]) {
      const known = compared(object);
      return typeof known === 'object' && known !== null && Object.hasOwn(known, String(compared(name)));
    },
  },
  not: {
    call: '(not a)',
    about: 'it is not so',
    least: 1,
    most: 1,
    gives: 'condition',
    run: (_, [value]) => !compared(value),
  },
  and: {
    call: '(and a b …)',
    about: 'all are so',
    least: 1,
    most: 20,
    gives: 'condition',
    run: (_, values) => values.map(compared).every(Boolean),
  },
  or: {
    call: '(or a b …)',
    about: 'one of them is so',
    least: 1,
    most: 20,
    gives: 'condition',
    run: (_, values) => values.map(compared).some(Boolean),
  },
  distribute: {
    call: '(distribute sections 3)',
    about: 'a list in that many groups of about equal height',
    least: 2,
    most: 2,
    gives: 'list',
    run(rendering, [items, count]) {
      if (Array.isArray(items) && typeof count === 'number' && groups.test(String(count))) {
        const divided = divide(items, count, rendering);
        rendering.divided?.push({ items, groups: divided });
        return divided;
      }
      throw new PressError([
        problem('TEMPLATE_SYNTAX', '{{distribute}} wants a list and a count from 1 to 20.'),
      ]);
    },
  },
  if: {
    call: '{{#if a}}…{{else}}…{{/if}}',
    about: 'what stands in it, where it is so; an empty list is not',
    least: 1,
    most: 1,
    gives: 'block',
    run(_, [value], options) {
      return { html: truth(value) ? options.fn(this) : options.inverse(this) };
    },
  },
  unless: {
    call: '{{#unless a}}…{{/unless}}',
    about: 'what stands in it, where it is not so',
    least: 1,
    most: 1,
    gives: 'block',
    run(_, [value], options) {
      return { html: truth(value) ? options.inverse(this) : options.fn(this) };
    },
  },
  each: {
    call: '{{#each list}}…{{/each}}',
    about: 'what stands in it for each of a list; @index, @first, @last',
    least: 1,
    most: 1,
    gives: 'block',
    run(_, [items], options) {
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
  },
};

/** How many groups a list may be divided into. */
const groups = /^(?:[1-9]|1\d|20)$/;
