import { join } from 'node:path';
import * as z from 'zod';
import { type Form, forms } from '../content/index.ts';
import { mostTold, PressError, type Problem, problem, suggest } from '../diagnostics/index.ts';
import {
  isThere,
  layersOf,
  listFolder,
  parseYaml,
  pathIn,
  type Root,
  readText,
  Stock,
} from '../files/index.ts';
import { editionNames, usualEditions } from './editions.ts';
import { least, raisedFloors } from './floors.ts';
import { foldFaults, foldSchema, ownFoldSchema } from './fold-schema.ts';
import { type Fold, folds } from './folds.ts';
import { ownPaperSchema, ownPapersOf, paperFaults, paperName, paperSchema } from './paper-schema.ts';
import { lengthPattern, type Paper, papers, pointsOf } from './papers.ts';
import { sheetFaults, sheetSchema } from './sheet.ts';
import { tilesFaults, tilesSchema } from './tiles.ts';

const points = z.number().positive().max(2000);
const orientation = z.enum(['landscape', 'portrait']);

const flowing = z.strictObject({
  flow: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .describe('Name of the pages, which are numbered: page'),
  most: z.number().int().min(1).max(500).describe('Pages that it has at most'),
});

/** `product.yaml`. `templates/product.schema.json` is made from this. */
export const productSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .describe('Name of the product, that of its folder'),
  name: z.string().min(1).describe('What it is, for people: helpline-press list products'),
  like: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
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

type ProductData = z.infer<typeof productSchema>;
export type Product = Omit<ProductData, 'papers' | 'fold'> & {
  /** Names of its papers. */
  readonly papers: readonly string[];
  /** Sizes of those that are its own. */
  readonly ownPapers: Readonly<Record<string, Paper>>;
  readonly fold?: Fold | undefined;
  readonly file: string;
  readonly form: Form;
  /** Warnings of floors that it sets too low. */
  readonly raised: readonly Problem[];
};

const fieldNames: readonly string[] = [
  ...Object.keys(productSchema.shape),
  ...Object.values(productSchema.shape).flatMap((field) =>
    'shape' in field ? Object.keys(field.shape) : [],
  ),
  ...Object.keys(ownFoldSchema.shape),
  ...Object.keys(ownPaperSchema.shape),
];

/**
 * @param stock where what was made of the file is kept
 * @throws PressError TEMPLATE_NOT_FOUND, YAML_SYNTAX, PRODUCT_INVALID with all that are found, and what the reader throws
 */
export function loadProduct(id: string, templates: Root, stock: Stock = new Stock(0)): Product {
  const known = listProducts(templates);
  if (!known.includes(id))
    throw new PressError([
      problem(
        'TEMPLATE_NOT_FOUND',
        `There is no product "${id}".`,
        { file: layersOf(templates)[0]! },
        suggest(id, known),
      ),
    ]);
  const path = join(id, 'product.yaml');
  const [file, text] = [pathIn(templates, path), readText(templates, path)];
  const product = stock.of('product', [file, text], () => parseProduct(text, file));
  if (product.like !== undefined && (product.like === id || !known.includes(product.like)))
    throw new PressError([
      problem(
        'PRODUCT_INVALID',
        `like: there is no other product "${product.like}".`,
        { file },
        suggest(
          product.like,
          known.filter((name) => name !== id),
        ),
      ),
    ]);
  return product;
}

function parseProduct(text: string, file: string): Product {
  const source = parseYaml(text, file);
  const parsed = productSchema.safeParse(source.value);
  if (!parsed.success)
    throw new PressError(
      parsed.error.issues.flatMap((issue) => {
        const field = issue.path.map(String).join('.') || 'The product';
        if (issue.code !== 'unrecognized_keys') {
          const hint = 'docs/templates.md lists the fields of product.yaml.';
          return [problem('PRODUCT_INVALID', `${field}: ${issue.message}.`, source.place(issue.path), hint)];
        }
        return issue.keys.slice(0, mostTold).map((key) => {
          const place = source.place([...issue.path, key]);
          return problem(
            'PRODUCT_INVALID',
            `${field}: there is no "${key}".`,
            place,
            suggest(key, fieldNames),
          );
        });
      }),
    );
  const { fold: saidFold, papers: saidPapers, ...said } = parsed.data;
  const wrong = [...paperFaults(saidPapers, source.place), ...foldFaults(saidFold, source.place)];
  if (wrong.length > 0) throw new PressError(wrong);
  const fold = typeof saidFold === 'string' ? folds[saidFold] : saidFold;
  const { pages, sheet } = said;
  const flows = pages !== undefined && 'flow' in pages;
  const isHeld = fold !== undefined || flows || sheet !== undefined;
  const { product, raised } = raisedFloors(said, isHeld, source.place);
  const made = saidPapers.map(paperName);
  const sizes = { ...papers, ...ownPapersOf(saidPapers) };
  const bySize = new Map(made.map((name) => [name, sizes[name]!]));
  const problems = [
    ...contradictions({ ...product, fold }, file),
    ...sheetFaults(product, bySize, file),
    ...tilesFaults(product, bySize, file),
  ];
  if (problems.length > 0) throw new PressError(problems);
  return {
    ...product,
    ...(fold === undefined ? {} : { fold }),
    papers: made,
    ownPapers: ownPapersOf(saidPapers),
    form: product.form ?? (flows ? 'long' : 'short'),
    file,
    raised,
  };
}

/** Fields that are right by themselves, and wrong together. */
function contradictions(
  {
    fold,
    pages,
    fit,
    floors,
    helpline,
    qr,
    binding,
    orientations,
    disclosure,
  }: Omit<ProductData, 'papers' | 'fold'> & Pick<Product, 'fold'>,
  file: string,
): Problem[] {
  const problems: Problem[] = [];
  const refuse = (message: string, hint: string) =>
    problems.push(problem('PRODUCT_INVALID', message, { file }, hint));
  if ((fold === undefined) === (pages === undefined))
    refuse('A product has either a fold or pages.', 'fold: tri-fold, or pages: [poster].');
  if (fit.min > fit.max)
    refuse(
      `The fitting range ends below its start: ${fit.min} to ${fit.max}.`,
      'fit: { min: 11.5, max: 13 }.',
    );
  if (fit.min < floors.body)
    refuse(
      `Copyfitting may go down to ${fit.min} pt, and the floor of body text is ${floors.body} pt.`,
      `fit.min is the smallest size of body text: at least floors.body, and ${least.hand} pt in the hand, ${least.wall} pt on a wall (docs/promises.md).`,
    );
  if (binding !== undefined && (pages === undefined || !('flow' in pages)))
    refuse('What is bound has pages that flow.', 'pages: { flow: page, most: 32 }.');
  if (binding !== undefined && orientations !== undefined)
    refuse('Each page of what is bound is half of a lying sheet.', 'Take orientations out.');
  if (disclosure === 'short' && qr.length === 0)
    refuse('Beside a short disclosure stands a code that opens the whole.', 'qr: [back].');
  const names = pageNames({ fold, pages });
  for (const name of helpline.loud)
    if (!names.includes(name))
      refuse(`There is no page "${name}" for a loud helpline.`, suggest(name, names));
  for (const name of qr)
    if (!names.includes(name)) refuse(`There is no page "${name}" for a QR code.`, suggest(name, names));
  return problems;
}

/** Names of the pages that a product always has. */
function pageNames({ fold, pages }: Pick<Product, 'fold' | 'pages'>): readonly string[] {
  if (fold !== undefined) return fold.reading;
  if (pages === undefined) return [];
  return 'flow' in pages ? [`${pages.flow}-1`] : pages;
}

/** Ids of the products in a folder of templates. @throws PressError FILE_NOT_FOUND when it is no folder */
export function listProducts(templates: Root): string[] {
  if (!isThere(templates, '')) return [];
  return listFolder(templates)
    .filter(({ name, kind }) => kind === 'folder' && isThere(templates, join(name, 'product.yaml')))
    .map(({ name }) => name);
}

/** JSON Schema of `product.yaml`, for editors. */
export function productJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(productSchema, { io: 'input' }), null, 2)}\n`;
}
