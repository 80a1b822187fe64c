import * as z from 'zod';
import { isCountry } from '../../content/index.ts';
import { editionNames, papers } from '../../product/index.ts';
import { columnNames } from './column-names.ts';

/** Bounds of a campaign: far more than one has, and few enough that they are told before anything takes long. */
export const bounds = {
  /** Rows of a spreadsheet. */
  places: 100_000,
  /** Files of a plan. */
  files: 1_000_000,
  /** Bytes of a spreadsheet. */
  spreadsheet: 20_000_000,
  /** Copies that a row asks the print shop for. */
  copies: 10_000_000,
} as const;

const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/, 'a name of letters, digits, - and _');
const path = z.string().min(1).max(300);
/** One value, or a list of them. */
const some = <S extends z.ZodType<string>>(one: S) =>
  z.union([z.array(one).min(1).max(1000), z.literal('all')]);
const cell = z.string().max(300);
const oneOrMore = <S extends z.ZodType<string>>(one: S) => z.union([one, z.array(one).min(1).max(10_000)]);

/** Which files: those of which every field that is named has one of its values. */
const selection = {
  guide: oneOrMore(path).describe('Of these guides').optional(),
  product: oneOrMore(name).describe('Of these products').optional(),
  locale: oneOrMore(name).describe('In these languages').optional(),
  paper: oneOrMore(name).describe('On these papers').optional(),
  orientation: oneOrMore(name).describe('Lying or standing').optional(),
  edition: oneOrMore(name).describe('In these editions').optional(),
  theme: oneOrMore(name).describe('In these themes').optional(),
  purpose: oneOrMore(name).describe('For these purposes').optional(),
  place: oneOrMore(name).describe('Of these places, by their id').optional(),
  columns: z
    .record(z.string().min(1).max(200), oneOrMore(cell))
    .describe('Of places that have one of these values in a column of the spreadsheet')
    .optional(),
};
export const selectionSchema = z.strictObject(selection);
const copies = z
  .number()
  .int()
  .min(1)
  .max(bounds.copies)
  .describe('Copies that the print shop makes of each');

const columns = z.strictObject(
  Object.fromEntries(
    Object.entries(columnNames).map(([field, about]) => [
      field,
      z.string().trim().min(1).max(200).describe(about).optional(),
    ]),
  ) as { [K in keyof typeof columnNames]: z.ZodOptional<z.ZodString> },
);

const country = z
  .string()
  .regex(/^[A-Z]{2}$/, {
    error: 'a country is two capital letters (ISO 3166): the United Kingdom is GB, Greece GR',
    abort: true,
  })
  .refine(isCountry, 'no country by ISO 3166: the United Kingdom is GB, Greece GR');
/** BCP 47, as far as it is looked at: names may be in languages that no guide is printed in. */
export const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const tag = z.string().regex(languageTag, 'a language tag such as th or zh-Hans (BCP 47)');

const placesSchema = z.strictObject({
  file: path.describe('A CSV or XLSX file, below the folder of the campaign'),
  sheet: z.string().min(1).max(100).describe('Name of the sheet of an XLSX file; else its first').optional(),
  encoding: z.enum(['utf-8', 'windows-1252']).describe('Of a CSV file').default('utf-8'),
  separator: z.enum(['auto', ',', ';', 'tab']).describe('Of a CSV file').default('auto'),
  columns: columns.describe('Header of the column of each field, in any language').default({}),
  country: country.describe("Country of the numbers, where no column says it; else the guide's").optional(),
  language: tag.describe('Language of names and addresses, where no column says it').optional(),
});

/** `campaign.yaml`. `campaigns/campaign.schema.json` is made from this. */
export const campaignSchema = z.strictObject({
  $schema: z.string().max(300).describe('Where the schema is, for editors').optional(),
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id is lower case words joined by hyphens')
    .max(60)
    .describe('Name of the campaign: lower case words joined by hyphens'),
  guides: z.array(path).min(1).max(50).describe('Folders of guides, or names of guides that ship'),
  products: some(name).describe('Products that are made, or all').default('all'),
  locales: some(z.string().min(1).max(60))
    .describe("Languages, or all that each guide is begun in; else the guide's own, or what a column says")
    .optional(),
  papers: z
    // Of the table, or a product's own.
    .array(z.union([z.enum(Object.keys(papers) as [string, ...string[]]), name]))
    .min(1)
    .describe('Papers: helpline-press list papers')
    .default(['letter']),
  orientations: z
    .array(z.enum(['landscape', 'portrait']))
    .min(1)
    .describe('Lying or standing, of products that are made in both')
    .optional(),
  editions: z
    .array(z.enum(editionNames))
    .min(1)
    .describe('Editions: helpline-press list editions')
    .default(['standard']),
  themes: z.array(name).min(1).max(20).describe('Themes: helpline-press list themes').default(['dawn']),
  purposes: z
    .array(z.enum(['screen', 'office']))
    .min(1)
    .describe('For reading on a screen, or for an office printer')
    .default(['screen']),
  duplex: z.enum(['short', 'long']).describe('Edge that the printer turns the paper over').default('short'),
  qr: z.string().max(300).describe('What QR codes open; else they dial the helpline').optional(),
  allowDrafts: z
    .boolean()
    .describe('Print translations that no person reviewed for handing out')
    .default(false),
  places: placesSchema.describe('The spreadsheet of places, each with its own number').optional(),
  only: z.array(selectionSchema).min(1).max(1000).describe('Of all files only these').optional(),
  except: z.array(selectionSchema).min(1).max(1000).describe('All files but these').optional(),
  quantities: z
    .array(z.strictObject({ ...selection, copies }))
    .max(1000)
    .describe('How many copies the print shop makes, the first that fits')
    .optional(),
  name: z
    .string()
    .min(1)
    .max(300)
    .describe('Name of each file, with its folders; what stands in { } is put in')
    .default('{locale}/{product}/{place}.{guide}.{paper}.{purpose}.pdf'),
  confirmed: z
    .array(z.string().min(3).max(40))
    .max(10_000)
    .describe('Numbers that are right although they look wrong: somebody called them')
    .optional(),
});

/** Names of the fields, for hints. */
export const selectionFields = Object.keys(selection);
export const placesFields = Object.keys(placesSchema.shape);

export type CampaignData = z.infer<typeof campaignSchema>;
export type Selection = z.infer<typeof selectionSchema>;

/** JSON Schema of `campaign.yaml`, for editors. */
export function campaignJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(campaignSchema, { io: 'input' }), null, 2)}\n`;
}
