import * as z from 'zod';
import { forms } from '../content/index.ts';
import { editionNames, usualEditions } from './editions.ts';
import { foldSchema } from './fold-schema.ts';
import { paperSchema } from './paper-schema.ts';
import { lengthPattern, pointsOf } from './papers.ts';
import { sheetSchema } from './sheet.ts';
import { tilesSchema } from './tiles.ts';

/** Of a product and of a page. */
const namePattern = /^[a-z][a-z0-9-]*$/;
const nameForm = 'a name is lower case letters, digits and hyphens, a letter first';
const points = z.number().positive().max(2000);
const orientation = z.enum(['landscape', 'portrait']);

const flowing = z.strictObject({
  flow: z.string().regex(namePattern, nameForm).describe('Name of the pages, which are numbered: page'),
  most: z.number().int().min(1).max(500).describe('Pages that it has at most'),
});

/** `product.yaml`. `templates/product.schema.json` is made from this. */
export const productSchema = z.strictObject({
  id: z.string().regex(namePattern, nameForm).describe('Name of the product, that of its folder'),
  name: z.string().min(1).describe('What it is, for people: helpline-press list products'),
  like: z
    .string()
    .regex(namePattern, nameForm)
    .describe(
      'The product whose style sheet lies under its own, and whose template it takes where it has none',
    )
    .optional(),
  papers: z
    .array(paperSchema)
    .min(1)
    .max(40)
    .describe('Papers that it is made on: names of the table, or its own by width and height'),
  fold: foldSchema
    .describe(
      'How it is folded: a name of the table, or a fold of its own. Its pages are the panels of the fold',
    )
    .optional(),
  binding: z
    .strictObject({
      kind: z.enum(['saddle']).describe('Sheets laid into each other, folded once, stitched in the fold'),
      leaf: z
        .string()
        .regex(lengthPattern, 'a length with its unit, as 0.1mm')
        .transform((text) => pointsOf(text)!)
        .describe(
          'Thickness of a leaf, with its unit, for those who trim: inner pages lie nearer to the fold by it',
        )
        .prefault('0pt'),
      facing: z
        .boolean()
        .describe(
          'In two languages they face each other: its template begins a page where turns and spare say so',
        )
        .default(false),
    })
    .describe('How its pages, which flow, are bound: each is half of the paper')
    .optional(),
  orientations: z
    .array(orientation)
    .min(1)
    .describe('Lying or standing; the first where nothing is said')
    .optional(),
  pages: z
    .union([z.array(z.string()).min(1), flowing])
    .describe('Names of its pages, where it is not folded; or pages of one name, as many as the guide needs')
    .optional(),
  sheet: sheetSchema
    .describe('Pieces that are cut out of a sheet: their sides, and how they lie on each paper')
    .optional(),
  tiles: tilesSchema
    .describe('For office its page is printed on several sheets, which are glued together')
    .optional(),
  discreet: z
    .boolean()
    .describe('People carry it about them: its imprint does not name the guide')
    .default(false),
  fit: z
    .strictObject({
      min: points.describe('Smallest size of body text, pt'),
      max: points.describe('Largest size of body text, pt'),
      step: points.describe('Steps between them, pt').default(0.25),
      air: z
        .number()
        .min(0.2)
        .max(1)
        .describe('Part of its air that it may come down to, env(air)')
        .default(1),
      room: z
        .number()
        .min(0)
        .max(1)
        .describe('How far pages that hold little may grow, env(room)')
        .default(0),
    })
    .describe('The range that body text is fitted in'),
  carries: z
    .array(z.string())
    .min(1)
    .describe('Keys of the texts that it prints, in the order in which they are read; * stands for any id'),
  leastSections: z
    .number()
    .int()
    .min(1)
    .max(12)
    .describe('So many sections fill it: with fewer a page would be blank')
    .default(1),
  leaves: z
    .array(z.string())
    .describe('Keys of texts that it leaves out by design; what carries names goes before')
    .default([]),
  floors: z
    .strictObject({
      text: points.describe('Of any text'),
      body: points.describe('Of what readers come for'),
      disclosure: points.describe('Of the disclosure'),
    })
    .describe('Smallest sizes of texts, pt'),
  helpline: z
    .strictObject({
      loud: z.array(z.string()).min(1).describe('Pages that print the number large, as content'),
      minSize: points.describe('Smallest size of the number there, pt'),
    })
    .describe('Where the helpline is loud, and how large it is there'),
  editions: z
    .array(z.enum(editionNames))
    .min(1)
    .describe('Editions that it is made in: helpline-press list editions')
    .default([...usualEditions]),
  form: z
    .enum(forms)
    .describe('A short product leaves out what a guide says is for long ones; one that flows is long')
    .optional(),
  links: z
    .enum(['words', 'addresses'])
    .describe(
      'Whether a link says its address after its words, as it must where it is to be followed on paper',
    )
    .default('words'),
  disclosure: z
    .enum(['whole', 'short'])
    .describe(
      'Which form of the disclosure it prints: the whole, or the short form that a guide declares with the address of the whole',
    )
    .default('whole'),
  contents: z
    .number()
    .int()
    .min(2)
    .max(100)
    .describe('From so many pages on, templates see contents')
    .optional(),
  qr: z.array(z.string()).describe('Pages that have a QR code').default([]),
});

export type ProductData = z.infer<typeof productSchema>;

/** JSON Schema of `product.yaml`, for editors. */
export function productJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(productSchema, { io: 'input' }), null, 2)}\n`;
}
