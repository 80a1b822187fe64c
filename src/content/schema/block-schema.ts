import * as z from 'zod';
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
  say,
  shapeOf,
  source,
  things,
  value,
  whole,
} from './fields.ts';

/** Products that leave out what is long (pamphlets, posters), and those that take a guide whole. */
export const forms = ['short', 'long'] as const;
export type Form = (typeof forms)[number];
export const forForms = value(
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
const blockKinds: Readonly<Record<Kind, string>> = {
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

export const block = z.discriminatedUnion(
  'kind',
  Object.keys(blockFields).map((kind) => blockOf(kind as Kind)) as unknown as [BlockSchema, ...BlockSchema[]],
);
/** Where everything is loud nothing is heard. */
export const oneDanger = (list: readonly { readonly danger?: true | undefined }[]) =>
  list.filter(({ danger }) => danger === true).length <= 1;
export const blocks = {
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
