import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { PressError, problem, suggest } from '../diagnostics/index.ts';
import { folds } from './folds.ts';
import { papers } from './papers.ts';

const points = z.number().positive().max(2000);
const paper = z.enum(Object.keys(papers) as [string, ...string[]]);
const orientation = z.enum(['landscape', 'portrait']);

const productSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  papers: z.array(paper).min(1),
  fold: z.enum(Object.keys(folds) as [string, ...string[]]).optional(),
  orientations: z.array(orientation).min(1).optional(),
  pages: z.array(z.string()).min(1).optional(),
  fit: z.strictObject({ min: points, max: points, step: points.default(0.25) }),
  carries: z.array(z.string()).min(1),
  floors: z.strictObject({ text: points, body: points, disclosure: points.min(9) }),
  helpline: z.strictObject({ loud: z.array(z.string()).min(1), minSize: points }),
});

export type Product = z.infer<typeof productSchema> & { readonly folder: string };

/** @throws PressError TEMPLATE_NOT_FOUND, YAML_SYNTAX, PRODUCT_INVALID: all that are found. */
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
  const text = readFileSync(file, 'utf8');
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
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
  const parsed = productSchema.safeParse(document.toJS({ maxAliasCount: 0 }));
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
          'docs/templates.md lists the fields of product.yaml.',
        );
      }),
    );
  if ((parsed.data.fold === undefined) === (parsed.data.pages === undefined))
    throw new PressError([
      problem(
        'PRODUCT_INVALID',
        'A product has either a fold or pages.',
        { file },
        'fold: tri-fold, or pages: [poster].',
      ),
    ]);
  return { ...parsed.data, folder };
}

/** Ids of the products in a folder of templates. */
export function listProducts(templatesFolder: string): string[] {
  if (!existsSync(templatesFolder)) return [];
  return readdirSync(templatesFolder)
    .filter((name) => existsSync(join(templatesFolder, name, 'product.yaml')))
    .sort();
}
