import * as z from 'zod';
import { papers } from '../product/index.ts';
import { columnNames } from './places/columns.ts';

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
  guide: oneOrMore(path).optional(),
  product: oneOrMore(name).optional(),
  locale: oneOrMore(name).optional(),
  paper: oneOrMore(name).optional(),
  orientation: oneOrMore(name).optional(),
  edition: oneOrMore(name).optional(),
  theme: oneOrMore(name).optional(),
  purpose: oneOrMore(name).optional(),
  place: oneOrMore(name).optional(),
  columns: z.record(z.string().min(1).max(200), oneOrMore(cell)).optional(),
};
export const selectionSchema = z.strictObject(selection);
const copies = z.number().int().min(1).max(bounds.copies);

const columns = z.strictObject(
  Object.fromEntries(
    Object.entries(columnNames).map(([field, about]) => [
      field,
      z.string().trim().min(1).max(200).describe(about).optional(),
    ]),
  ) as { [K in keyof typeof columnNames]: z.ZodOptional<z.ZodString> },
);

const country = z.string().regex(/^[A-Z]{2}$/, 'a country is two capital letters (ISO 3166)');
const tag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as th or zh-Hans (BCP 47)');

const placesSchema = z.strictObject({
  file: path.describe('A CSV or XLSX file, below the folder of the campaign'),
  sheet: z.string().min(1).max(100).describe('Name of the sheet of an XLSX file; else its first').optional(),
  encoding: z.enum(['utf-8', 'windows-1252']).describe('Of a CSV file').default('utf-8'),
  separator: z.enum(['auto', ',', ';', 'tab']).describe('Of a CSV file').default('auto'),
  columns: columns.describe('Header of the column of each field, in any language').default({}),
  country: country.describe("Country of the numbers, where no column says it; else the guide's").optional(),
  language: tag.describe('Language of names and addresses').optional(),
});

/** `campaign.yaml`. `campaigns/campaign.schema.json` is made from this. */
export const campaignSchema = z.strictObject({
  $schema: z.string().max(300).optional(),
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id is lower case words joined by hyphens')
    .max(60),
  guides: z.array(path).min(1).max(50),
  products: some(name).default('all'),
  locales: some(z.string().min(1).max(60)).optional(),
  papers: z
    .array(z.enum(Object.keys(papers) as [string, ...string[]]))
    .min(1)
    .default(['letter']),
  orientations: z
    .array(z.enum(['landscape', 'portrait']))
    .min(1)
    .optional(),
  editions: z
    .array(z.enum(['standard']))
    .min(1)
    .default(['standard']),
  themes: z.array(name).min(1).max(20).default(['dawn']),
  purposes: z
    .array(z.enum(['screen', 'office']))
    .min(1)
    .default(['screen']),
  duplex: z.enum(['short', 'long']).default('short'),
  qr: z.string().max(300).optional(),
  allowDrafts: z.boolean().default(false),
  places: placesSchema.optional(),
  only: z.array(selectionSchema).min(1).max(1000).optional(),
  except: z.array(selectionSchema).min(1).max(1000).optional(),
  quantities: z
    .array(z.strictObject({ ...selection, copies }))
    .max(1000)
    .optional(),
  name: z.string().min(1).max(300).default('{locale}/{product}/{place}.{guide}.{paper}.{purpose}.pdf'),
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
