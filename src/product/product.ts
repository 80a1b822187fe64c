import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { fromDisk, PressError, type Problem, problem, suggest } from '../diagnostics/index.ts';
import { folds } from './folds.ts';
import { papers } from './papers.ts';

const points = z.number().positive().max(2000);
const paper = z.enum(Object.keys(papers) as [string, ...string[]]);
const orientation = z.enum(['landscape', 'portrait']);

const flowing = z.strictObject({
  flow: z.string().regex(/^[a-z][a-z0-9-]*$/),
  most: z.number().int().min(1).max(500),
});

const productSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  papers: z.array(paper).min(1),
  fold: z.enum(Object.keys(folds) as [string, ...string[]]).optional(),
  orientations: z.array(orientation).min(1).optional(),
  /** Their names; or as many of one name, numbered, as the guide needs. */
  pages: z.union([z.array(z.string()).min(1), flowing]).optional(),
  fit: z.strictObject({
    min: points,
    max: points,
    step: points.default(0.25),
    air: z.number().min(0.2).max(1).default(1),
  }),
  carries: z.array(z.string()).min(1),
  /** Texts that the product leaves out by design: patterns as in `carries`, which goes before. */
  leaves: z.array(z.string()).default([]),
  floors: z.strictObject({ text: points, body: points, disclosure: points.min(9) }),
  helpline: z.strictObject({ loud: z.array(z.string()).min(1), minSize: points }),
  /** Pages that have a QR code. */
  qr: z.array(z.string()).default([]),
});

type ProductData = z.infer<typeof productSchema>;
export type Product = ProductData & { readonly folder: string };

const fieldNames: readonly string[] = [
  ...Object.keys(productSchema.shape),
  ...Object.values(productSchema.shape).flatMap((field) =>
    'shape' in field ? Object.keys(field.shape) : [],
  ),
];

/** @throws PressError FILE_NOT_FOUND, TEMPLATE_NOT_FOUND, YAML_SYNTAX, PRODUCT_INVALID: all that are found. */
export function loadProduct(id: string, templatesFolder: string): Product {
  const known = listProducts(templatesFolder);
  if (!known.includes(id))
    throw new PressError([
      problem(
        'TEMPLATE_NOT_FOUND',
        `There is no product "${id}".`,
        { file: templatesFolder },
        suggest(id, known),
      ),
    ]);
  const folder = join(templatesFolder, id);
  const file = join(folder, 'product.yaml');
  const text = fromDisk(file, () => readFileSync(file, 'utf8'));
  const kept = products.get(file);
  if (kept?.text === text) return kept.product;
  const product = parseProduct(text, file, folder);
  if (products.size > 100) products.clear();
  products.set(file, { text, product });
  return product;
}

/** Products by file, as long as the text stays the same. */
const products = new Map<string, { readonly text: string; readonly product: Product }>();

function parseProduct(text: string, file: string, folder: string): Product {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, logLevel: 'silent' });
  const lines = text.split('\n');
  const place = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { file, line, column: col, source: lines[line - 1] ?? '' };
  };
  if (document.errors.length > 0)
    throw new PressError(
      document.errors.map((error) =>
        problem('YAML_SYNTAX', `The YAML does not parse: ${error.code}.`, place(error.pos[0])),
      ),
    );
  let alias: number | undefined;
  visit(document, {
    Alias(_, node) {
      alias = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  if (alias !== undefined)
    throw new PressError([
      problem('YAML_SYNTAX', 'A product.yaml takes no aliases.', place(alias), 'Write the value out.'),
    ]);
  const parsed = productSchema.safeParse(document.toJS());
  if (!parsed.success)
    throw new PressError(
      parsed.error.issues.map((issue) => {
        const first = issue.code === 'unrecognized_keys' ? issue.keys[0] : issue.path[0];
        const pair = isMap(document.contents)
          ? document.contents.items.find((item) => isScalar(item.key) && item.key.value === first)
          : undefined;
        const offset = isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0;
        return problem(
          'PRODUCT_INVALID',
          `${issue.path.map(String).join('.') || 'The product'}: ${issue.message}.`,
          place(offset),
          issue.code === 'unrecognized_keys'
            ? suggest(String(first), fieldNames)
            : 'docs/templates.md lists the fields of product.yaml.',
        );
      }),
    );
  const problems = contradictions(parsed.data, file);
  if (problems.length > 0) throw new PressError(problems);
  return { ...parsed.data, folder };
}

/** Fields that are right by themselves, and wrong together. */
function contradictions({ fold, pages, fit, floors, helpline, qr }: ProductData, file: string): Problem[] {
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
      'fit.min is the smallest size of body text: at least floors.body.',
    );
  const names = pageNames({ fold, pages });
  for (const name of helpline.loud)
    if (!names.includes(name))
      refuse(`There is no page "${name}" for a loud helpline.`, suggest(name, names));
  for (const name of qr)
    if (!names.includes(name)) refuse(`There is no page "${name}" for a QR code.`, suggest(name, names));
  return problems;
}

/** Names of the pages that a product always has. */
function pageNames({ fold, pages }: Pick<ProductData, 'fold' | 'pages'>): readonly string[] {
  if (fold !== undefined) return folds[fold]!.sides.flat();
  if (pages === undefined) return [];
  return 'flow' in pages ? [`${pages.flow}-1`] : pages;
}

/** Ids of the products in a folder of templates. @throws PressError FILE_NOT_FOUND when it is no folder */
export function listProducts(templatesFolder: string): string[] {
  if (!existsSync(templatesFolder)) return [];
  return fromDisk(templatesFolder, () => readdirSync(templatesFolder))
    .filter((name) => existsSync(join(templatesFolder, name, 'product.yaml')))
    .sort();
}
