import * as z from 'zod';
import { displayForm } from './display.ts';
import type { Fields } from './fields.ts';
import {
  about,
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
const below = 'Items below this item, three deep at most';
const innermost = maybe(about(below, beside(things('', itemText, 1, 20))));
const inner = maybe(about(below, beside(things('', { ...itemText, items: innermost }, 1, 20))));
/** Cells that one cell takes the place of, in a row or a column. */
const span = value(
  z.number().int().min(1).max(12).describe('Cells that it takes the place of, in this direction').optional(),
);

const ofSources = 'Id of the source that it is taken from, one of sources';

/**
 * What a block of a guide may be: for each kind its fields beside `id` and `kind`. Schema, keys of texts, notes for
 * translators and what a template sees are made from this table.
 */
export const blockFields = {
  paragraph: {
    text: body(whole('paragraph')),
    danger: value(
      z
        .literal(true)
        .describe(
          'It saves lives: printed as a wall, with the number to call in danger; one of a part at most',
        )
        .optional(),
      'template',
    ),
  },
  callout: { text: body(whole('a short line that stands out')) },
  list: {
    items: about('The items of the list, in any order', things('', { ...itemText, items: inner }, 1, 20)),
  },
  steps: {
    items: about(
      'The steps, in order',
      things('', { text: body(whole('one of the steps, in order')) }, 1, 20),
    ),
  },
  questions: {
    items: about(
      'The questions with their answers',
      things('', { question: say('a question'), answer: body(say('the answer to the question')) }, 1, 20),
    ),
  },
  table: {
    caption: say('what a table is about, above it'),
    head: value(
      z
        .enum(['row', 'column', 'both'])
        .describe('What heads the others: the first row, the first cell of each row, or both'),
    ),
    rows: about(
      'Rows of the table, from the top',
      things(
        '',
        {
          cells: about(
            'Cells of the row, in reading order',
            things('', { text: body(maybeWhole('cell of a table')), columns: span, rows: span }, 1, 12),
          ),
        },
        1,
        60,
      ),
    ),
  },
  finding: {
    text: body(whole('a finding, whose source is named below it')),
    source: source(id.describe(ofSources)),
  },
  quote: {
    text: body(say('a quotation, said by someone', 'quoted')),
    cite: say('who said the quotation', 'quoted'),
    source: source(id.describe(ofSources).optional()),
  },
  figure: {
    image: image(z.string().min(1).max(200).describe('Path of an SVG, PNG or JPEG in the guide’s folder')),
    alt: say('says what a picture shows, read aloud to those who do not see it', 'alt'),
    caption: maySay('caption of a picture'),
  },
  definition: {
    term: say('the word that is explained', 'term'),
    text: body(say('explanation of a word')),
    source: source(id.describe(ofSources).optional()),
  },
} as const satisfies Record<string, Fields>;

type Kind = keyof typeof blockFields;

/** What each kind of block is for. */
export const blockKinds: Readonly<Record<Kind, string>> = {
  paragraph: 'A paragraph of text',
  callout: 'A short line that stands out',
  list: 'A list with marks',
  steps: 'A numbered list: what to do first, second, third',
  questions: 'Questions with their answers',
  table: 'A table with a caption and heads',
  finding: 'What research found, with its source',
  quote: 'What somebody said, with who said it',
  figure: 'A picture with its alternative text',
  definition: 'A word and what it means',
};

const blockOf = <K extends Kind>(kind: K) =>
  z.strictObject({
    id,
    kind: z.literal(kind).describe(blockKinds[kind]),
    forms: forForms.schema,
    ...shapeOf<(typeof blockFields)[K]>(blockFields[kind]),
  });
type BlockSchema = { [K in Kind]: ReturnType<typeof blockOf<K>> }[Kind];

const block = z.discriminatedUnion(
  'kind',
  Object.keys(blockFields).map((kind) => blockOf(kind as Kind)) as unknown as [BlockSchema, ...BlockSchema[]],
);
/** Where everything is loud nothing is heard. */
const oneDanger = (list: readonly { readonly danger?: true | undefined }[]) =>
  list.filter(({ danger }) => danger === true).length <= 1;
const blocks = {
  is: 'blocks',
  schema: z
    .array(block)
    .min(1)
    .max(40)
    .describe('What it says, block by block; kind says what a block is')
    .refine(
      (list) => oneDanger(list as readonly { readonly danger?: true }[]),
      'of the blocks of one part, one is marked as danger at most',
    ),
} as const;

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
      .regex(displayForm, 'only digits, spaces, ( ) + - . /, capitals with their digits, and ext.')
      .describe('The number as people read it, in quotes: "800-315-1376"'),
  ),
  dial: value(
    z
      .string()
      .regex(dialForm, 'an international number such as +18003151376 (;ext=5), or a short code')
      .describe('The number as phones dial it, in quotes: "+18003151376", or a short code: "988"'),
  ),
  country: value(country.describe('Country of the number, where it is not that of the guide').optional()),
};
export const numberSchema = z.strictObject(shapeOf(pair));
const web = z
  .string()
  .max(300)
  .regex(/^https:\/\/[^\s\p{C}@/]+(?:[/?#][^\s\p{C}]*)?$/u, 'an https: address')
  .refine(isReadable, unreadable);
/** A word that is sent, in letters: digits beside a number would be read with it. */
const sent = z
  .string()
  .regex(/^\p{L}{1,20}$/u, 'a word of letters, such as HOME')
  .describe('The word to begin the message with');
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
      .describe('How to reach it by text messages')
      .optional(),
  ),
  tty: value(
    z
      .strictObject(shapeOf(pair))
      .describe('Its number for teletypewriters (TTY), for deaf callers')
      .optional(),
  ),
  chat: value(web.describe('Address of its chat').optional(), 'template'),
  messenger: value(
    z
      .strictObject({
        name: z.string().trim().min(2).max(30).describe('Name of the messenger, such as WhatsApp'),
        address: web.describe('Address that opens it'),
      })
      .describe('How to reach it by a messenger')
      .optional(),
    'template',
  ),
  email: value(
    z.email().max(100).refine(isReadable, unreadable).describe('Its mail address').optional(),
    'template',
  ),
  web: value(web.describe('Its page').optional(), 'template'),
};
const helpline = z.strictObject(shapeOf(helplineFields)).describe('A helpline');

const publisherFields = {
  name: say('Name of who hands the piece out', 'name'),
  logo: image(
    z
      .string()
      .min(1)
      .max(200)
      .describe('Path of its logo, an SVG, PNG or JPEG in the guide’s folder')
      .optional(),
  ),
  address: maySay('Postal address of who hands the piece out', 'name'),
  web: value(
    z
      .url({ protocol: /^https$/, hostname: z.regexes.domain })
      .max(200)
      .refine(isReadable, unreadable)
      .describe('Its page, https://…')
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
const weigh = (what: string) => z.enum(weights).describe(`How much it weighs that ${what}`).optional();
const grade = z.number().min(1).max(60).describe('A grade of Flesch and Kincaid').optional();
const lint = z.strictObject({
  wording: weigh('a text has a word that stigmatizes'),
  ...(Object.fromEntries(
    Object.keys(wordingRules).map((name) => [name, weigh(`a text says “${name}” of people or what they do`)]),
  ) as Record<WordingName, ReturnType<typeof weigh>>),
  readingLevel: weigh('a section is hard to read'),
  readingGoal: grade,
  readingLimit: grade,
});

/** Places of a product that a guide may fill with a picture of its choice. */
export const sceneSlots = ['cover', 'ground', 'closing', 'poster'] as const;
export type SceneSlot = (typeof sceneSlots)[number];
const sceneFields = {
  image: image(z.string().min(1).max(200).describe('Path of an SVG, PNG or JPEG in the guide’s folder')),
  alt: say('says what a picture shows, read aloud to those who do not see it', 'alt'),
};
/** A scene of the stock by its name, or a picture of the guide's own. */
const needed = (where: string) => ({
  ...part('', sceneFields),
  schema: z
    .union(
      [id, z.strictObject(shapeOf(sceneFields))],
      'a scene of the stock by its name, or { image: …, alt: … }',
    )
    .describe(`${where}: a scene of the stock by its name, or a picture of yours`),
});
const scene = (where: string) => maybe(needed(where));
const scenes = about(
  'Pictures of the pages, where they are not the usual ones',
  part('Pictures', {
    cover: scene('On the cover of a pamphlet'),
    ground: scene('Inside a pamphlet, on the band'),
    closing: scene('Beside the last words'),
    poster: scene('On a poster'),
  }),
);

const sentences = things(
  'Easy to read',
  {
    heading: maySay('heading, easy to read, above sentences with pictures'),
    picture: needed('Beside the sentence'),
    text: body(whole('one short sentence, easy to read, beside a picture')),
    danger: value(
      z
        .literal(true)
        .describe('It saves lives: printed as a wall, with the number to call in danger; one of them at most')
        .optional(),
      'template',
    ),
  },
  1,
  40,
);

const headed = { heading: say('heading'), blocks };

/** The fields of `guide.yaml`, in reading order. */
export const guideFields = {
  id: value(
    id.describe(
      'Name of the guide, the first part of the names of its files: lower case words joined by hyphens',
    ),
  ),
  version: value(
    z
      .string()
      .regex(/^\d+\.\d+\.\d+$/, 'a version has three numbers: 1.0.0')
      .describe('Version of the texts, printed small so that old stock can be recalled: 1.0.0'),
  ),
  date: value(date.describe('Day of the version, printed beside it: 2026-11-23')),
  locale: value(z.string().min(2).max(35).describe('Language that the guide is written in: en, es, zh-Hans')),
  country: value(country.describe('Country that it is handed out in, two capital letters (ISO 3166): US')),
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
      )
      .describe('The helplines; main is printed on every page'),
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
      .describe('Every other number that may be dialled, each by a name of yours: no other number is printed')
      .optional(),
    fields: pair as Fields,
    group: '',
    isOptional: true,
  },
  opening: maybe(about('What comes before the sections', part('Opening', headed))),
  sections: about(
    'What the guide says, point by point; three to six suit the pamphlet',
    things(
      'Section #',
      { forms: forForms, line: body(say('its line, large and bold, understood alone')), blocks },
      1,
      12,
    ),
  ),
  closing: maybe(about('What comes after the sections', part('Closing', headed))),
  emergency: maybe(
    about(
      'What to do in an emergency, by country',
      things(
        'Emergency',
        {
          country: value(country.describe('Country that it is for')),
          text: whole('What to do in an emergency'),
        },
        0,
        10,
      ),
    ),
  ),
  disclosure: about(
    'Who answers the helpline and who pays for it: legal text, printed whole in every product',
    part('Disclosure (legal text, exact)', {
      version: value(z.string().min(1).max(40).describe('Version of the legal text, by day or number')),
      ...headed,
      short: maybe(
        about(
          'Its short form, where the law of the sender allows one on what has no room for the whole, and where the whole is read',
          part('Disclosure, short form (legal text, exact)', {
            text: say('the short form of the disclosure, by itself on what has no room for the whole'),
            address: value(
              webAddress
                .regex(/^https:/i, 'an address that begins with https://')
                .describe('Where the whole disclosure is read'),
              'template',
            ),
          }),
        ),
      ),
    }),
  ),
  sources: about(
    'Where its findings are from; empty where it has none: []',
    things(
      'Sources',
      {
        name: whole('Name of a source', 'name'),
        address: value(webAddress.describe('Where the source is read').optional(), 'template'),
      },
      0,
      60,
    ),
  ),
  publisher: maybe(about('Who hands the piece out', part('Publisher', publisherFields))),
  review: maybe(about('Who reviewed what the guide says', part('Review', reviewFields))),
  easy: about(
    'What it says, in short sentences with a picture beside each: the edition easy-read',
    maybe({
      ...sentences,
      schema: sentences.schema.refine(oneDanger, 'one sentence is marked as danger at most'),
    }),
  ),
  scenes: maybe(scenes),
  lint: value(lint.describe('What the rules of language weigh').optional()),
  terms: value(
    z
      .record(tag, z.array(term).min(1).max(100))
      .describe('Names and compounds that no line divides, by language: th: […]')
      .optional(),
  ),
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
