import * as z from 'zod';
import { isReadable, unnamed, unreadable, webAddress, withoutUser } from './address-schema.ts';
import { type block, blocks, forForms, oneDanger } from './block-schema.ts';
import type { Fields } from './fields.ts';
import {
  about,
  body,
  id,
  image,
  maybe,
  maySay,
  name,
  part,
  say,
  shapeOf,
  things,
  value,
  whole,
} from './fields.ts';
import { country, helpline, helplineFields, mainHelpline, numberSchema, pair } from './helpline-schema.ts';
import { lint } from './lint-schema.ts';

const date = z.iso.date();
/** Every text is searched for what is nearly a declared number: far more than a guide has. */
const mostNumbers = 50;

/** More helplines than these no page has room for. */
const mostHelplines = 12;

const tag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as th or zh-Hans (BCP 47)');
/** What no line divides: a name or a compound that the dictionaries of line breaking lack. */
const term = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(/^(?:[\u200c\u200d]|[^\p{C}*_<>[\]`\\])+$/u, 'a term is written as it is printed, without marks');

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
      .regex(withoutUser, unnamed)
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
      .strictObject({ main: mainHelpline })
      .catchall(helpline)
      .refine(
        (helplines) => Object.keys(helplines).length <= mostHelplines,
        `at most ${mostHelplines} helplines`,
      )
      .superRefine((helplines, context) => {
        for (const key of Object.keys(helplines)) {
          const message = name.safeParse(key).error?.issues[0]?.message;
          if (message !== undefined) context.addIssue({ code: 'custom', path: [key], message });
        }
      })
      .describe('The helplines; main is printed on every page'),
    fields: helplineFields as Fields,
    group: 'Helpline',
    isOptional: false,
  },
  /** Every other number that may be dialled. */
  numbers: {
    is: 'named',
    schema: z
      .record(name, numberSchema)
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
