import * as z from 'zod';
import { displayForm } from './display.ts';
import type { Fields } from './fields.ts';
import {
  beside,
  body,
  id,
  image,
  maybe,
  maybeWhole,
  maySay,
  part,
  say,
  sayWords,
  shapeOf,
  source,
  things,
  value,
  whole,
} from './fields.ts';
import { dialForm } from './helpline.ts';
import { hostFault, hostOf } from './hosts.ts';
import { isCountry } from './national.ts';
import { type WordingName, weights, wordingRules } from './wording.ts';

const date = z.iso.date();
const country = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: 'a country is two capital letters (ISO 3166)', abort: true })
  .refine(isCountry, 'no country by ISO 3166: the United Kingdom is GB, Greece GR');
const tag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as th or zh-Hans (BCP 47)');
/** Of an address of the web or of mail. */
const isReadable = (address: string) => {
  const host = hostOf(address.includes('://') ? address : `mailto:${address}`);
  return host === undefined || hostFault(host) === undefined;
};
const unreadable = 'an address whose host is written with the letters that people type';
/** A page of the web; before an @ would stand a name and password, which look like another address or a number. */
const webAddress = z
  .url()
  .regex(
    /^https?:\/\/(?![^/?#]*@)/i,
    'an address of the web, https://…, without a name or password before an @',
  )
  .refine(isReadable, unreadable);
/** What no line divides: a name or a compound that the dictionaries of line breaking lack. */
const term = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(/^(?:[\u200c\u200d]|[^\p{C}*_<>[\]`\\])+$/u, 'a term is written as it is printed, without marks');

/** Products that leave out what is long (pamphlets, posters), and those that take a guide whole. */
export const forms = ['short', 'long'] as const;
export type Form = (typeof forms)[number];
const forForms = value(
  z
    .array(z.enum(forms))
    .min(1)
    .max(forms.length)
    .describe('Forms of products that it is for, where not for both')
    .optional(),
);

/** Lists in lists, three deep; an item's key is of the block and its own id, however deep it stands. */
const itemText = { text: body(whole('item of a list')) };
const innermost = maybe(beside(things('', itemText, 1, 20)));
const inner = maybe(beside(things('', { ...itemText, items: innermost }, 1, 20)));
/** Cells that one cell takes the place of, in a row or a column. */
const span = value(
  z.number().int().min(1).max(12).describe('Cells that it takes the place of, in this direction').optional(),
);

/**
 * What a block of a guide may be: for each kind its fields beside `id` and `kind`. Schema, keys of texts, notes for
 * translators and what a template sees are made from this table.
 */
export const blockFields = {
  paragraph: { text: body(whole('paragraph')) },
  callout: { text: body(whole('a short line that stands out')) },
  list: { items: things('', { ...itemText, items: inner }, 1, 20) },
  steps: { items: things('', { text: body(whole('one of the steps, in order')) }, 1, 20) },
  questions: {
    items: things(
      '',
      { question: say('a question'), answer: body(say('the answer to the question')) },
      1,
      20,
    ),
  },
  table: {
    caption: say('what a table is about, above it'),
    head: value(
      z
        .enum(['row', 'column', 'both'])
        .describe('What heads the others: the first row, the first cell of each row, or both'),
    ),
    rows: things(
      '',
      { cells: things('', { text: body(maybeWhole('cell of a table')), columns: span, rows: span }, 1, 12) },
      1,
      60,
    ),
  },
  finding: { text: body(whole('a finding, whose source is named below it')), source: source(id) },
  quote: {
    text: body(say('a quotation, said by someone', 'quoted')),
    cite: say('who said the quotation', 'quoted'),
    source: source(id.optional()),
  },
  figure: {
    image: image(z.string().min(1).max(200)),
    alt: say('says what a picture shows, read aloud to those who do not see it', 'alt'),
    caption: maySay('caption of a picture'),
  },
  definition: {
    term: say('the word that is explained', 'term'),
    text: body(say('explanation of a word')),
    source: source(id.optional()),
  },
} as const satisfies Record<string, Fields>;

type Kind = keyof typeof blockFields;

const blockOf = <K extends Kind>(kind: K) =>
  z.strictObject({
    id,
    kind: z.literal(kind),
    forms: forForms.schema,
    ...shapeOf<(typeof blockFields)[K]>(blockFields[kind]),
  });
type BlockSchema = { [K in Kind]: ReturnType<typeof blockOf<K>> }[Kind];

const block = z.discriminatedUnion(
  'kind',
  Object.keys(blockFields).map((kind) => blockOf(kind as Kind)) as unknown as [BlockSchema, ...BlockSchema[]],
);
const blocks = { is: 'blocks', schema: z.array(block).min(1).max(40) } as const;

/** Every text is searched for what is nearly a declared number: far more than a guide has. */
const mostNumbers = 50;

/** More helplines than these no page has room for. */
const mostHelplines = 12;

/** A number as people read it, and as phones dial it. */
const pair = {
  display: value(
    z
      .string()
      .trim()
      .regex(displayForm, 'only digits, spaces, ( ) + - . /, capitals with their digits, and ext.'),
  ),
  dial: value(
    z.string().regex(dialForm, 'an international number such as +18003151376 (;ext=5), or a short code'),
  ),
  country: value(country.optional()),
};
export const numberSchema = z.strictObject(shapeOf(pair));
const web = z
  .string()
  .max(300)
  .regex(/^https:\/\/[^\s\p{C}@/]+(?:[/?#][^\s\p{C}]*)?$/u, 'an https: address')
  .refine(isReadable, unreadable);
/** A word that is sent, in letters: digits beside a number would be read with it. */
const sent = z.string().regex(/^\p{L}{1,20}$/u, 'a word of letters, such as HOME');
const helplineFields = {
  ...pair,
  call: sayWords('Words above the helpline number'),
  answers: sayWords('Says who answers the helpline'),
  claims: maySay('What the helpline says of itself'),
  for: maySay('Who the helpline is for'),
  hours: maySay('When the helpline answers'),
  cost: maySay('What a call costs'),
  languages: maySay('Languages that the helpline speaks'),
  /** Messages: the number that takes them, and the word to begin with. */
  text: value(
    z
      .strictObject({ to: pair.display.schema, dial: pair.dial.schema.optional(), word: sent.optional() })
      .optional(),
  ),
  tty: value(z.strictObject(shapeOf(pair)).optional()),
  chat: value(web.optional(), 'template'),
  messenger: value(
    z.strictObject({ name: z.string().trim().min(2).max(30), address: web }).optional(),
    'template',
  ),
  email: value(z.email().max(100).refine(isReadable, unreadable).optional(), 'template'),
  web: value(web.optional(), 'template'),
};
const helpline = z.strictObject(shapeOf(helplineFields));

const publisherFields = {
  name: say('Name of who hands the piece out', 'name'),
  logo: image(z.string().min(1).max(200).optional()),
  address: maySay('Postal address of who hands the piece out', 'name'),
  web: value(
    z
      .url({ protocol: /^https$/, hostname: z.regexes.domain })
      .max(200)
      .refine(isReadable, unreadable)
      .optional(),
    'template',
  ),
  orderNumber: value(z.string().trim().min(1).max(40).describe('What to order it by').optional(), 'template'),
};
const reviewFields = {
  by: say('Who reviewed what the guide says', 'name'),
  on: value(date.describe('When it was reviewed'), 'template'),
  next: value(date.describe('When it is reviewed next').optional(), 'template'),
};

/** What the rules of language weigh, and the grades that sections keep to (Flesch–Kincaid). */
const weight = z.enum(weights).optional();
const grade = z.number().min(1).max(60).describe('A grade of Flesch and Kincaid').optional();
const lint = z.strictObject({
  wording: weight,
  ...(Object.fromEntries(Object.keys(wordingRules).map((name) => [name, weight])) as Record<
    WordingName,
    typeof weight
  >),
  readingLevel: weight,
  readingGoal: grade,
  readingLimit: grade,
});

const headed = { heading: say('heading'), blocks };

/** The fields of `guide.yaml`, in reading order. */
export const guideFields = {
  id: value(id),
  version: value(z.string().regex(/^\d+\.\d+\.\d+$/, 'a version has three numbers: 1.0.0')),
  date: value(date),
  locale: value(z.string().min(2).max(35)),
  country: value(country),
  /** Other countries that it is handed out in. */
  countries: value(
    z.array(country).min(1).max(10).describe('Other countries that it is handed out in').optional(),
  ),
  title: say('Title'),
  kicker: maySay('Short line above the title'),
  overview: maySay('Heading of the list of the sections'),
  helplines: {
    is: 'named',
    schema: z
      .strictObject({ main: helpline })
      .catchall(helpline)
      .refine(
        (helplines) => Object.keys(helplines).length <= mostHelplines,
        `at most ${mostHelplines} helplines`,
      ),
    fields: helplineFields as Fields,
    group: 'Helpline',
    isOptional: false,
  },
  /** Every other number that may be dialled. */
  numbers: {
    is: 'named',
    schema: z
      .record(id, numberSchema)
      .refine((numbers) => Object.keys(numbers).length <= mostNumbers, `at most ${mostNumbers} numbers`)
      .optional(),
    fields: pair as Fields,
    group: '',
    isOptional: true,
  },
  opening: maybe(part('Opening', headed)),
  sections: things(
    'Section #',
    { forms: forForms, line: body(say('its line, large and bold, understood alone')), blocks },
    1,
    12,
  ),
  closing: maybe(part('Closing', headed)),
  emergency: maybe(
    things('Emergency', { country: value(country), text: whole('What to do in an emergency') }, 0, 10),
  ),
  disclosure: part('Disclosure (legal text, exact)', {
    version: value(z.string().min(1).max(40)),
    ...headed,
  }),
  sources: things(
    'Sources',
    { name: whole('Name of a source', 'name'), address: value(webAddress.optional(), 'template') },
    0,
    60,
  ),
  publisher: maybe(part('Publisher', publisherFields)),
  review: maybe(part('Review', reviewFields)),
  lint: value(lint.describe('What the rules of language weigh').optional()),
  terms: value(z.record(tag, z.array(term).min(1).max(100)).optional()),
} as const satisfies Fields;

/** `guide.yaml`. `guides/guide.schema.json` is made from this. */
export const guideSchema = z.strictObject(shapeOf(guideFields));

/** The same, read-only all the way down. */
export type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

export type GuideData = DeepReadonly<z.infer<typeof guideSchema>>;
export type Block = DeepReadonly<z.infer<typeof block>>;
export type Helpline = DeepReadonly<z.infer<typeof helpline>>;

/** JSON Schema of `guide.yaml`, for editors. */
export function guideJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(guideSchema), null, 2)}\n`;
}
