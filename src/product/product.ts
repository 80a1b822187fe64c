import { join } from 'node:path';
import type { Form } from '../content/index.ts';
import {
  meantIssues,
  mostTold,
  PressError,
  type Problem,
  problem,
  schemaFault,
  suggest,
  valueAt,
} from '../diagnostics/index.ts';
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
import { least, raisedFloors } from './floors.ts';
import { foldFaults, ownFoldSchema } from './fold-schema.ts';
import { type Fold, folds } from './folds.ts';
import { ownPaperSchema, ownPapersOf, paperFaults, paperName } from './paper-schema.ts';
import { type Paper, papers } from './papers.ts';
import { type ProductData, productSchema } from './product-schema.ts';
import { sheetFaults } from './sheet.ts';
import { tilesFaults } from './tiles.ts';

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
  if (!isProduct(id, templates))
    throw new PressError([
      problem(
        'TEMPLATE_NOT_FOUND',
        `There is no product "${id}".`,
        { file: layersOf(templates)[0]! },
        suggest(id, listProducts(templates)),
      ),
    ]);
  const product = parsedProduct(id, templates, stock);
  likesOf(product, templates, stock);
  return product;
}

function parsedProduct(id: string, templates: Root, stock: Stock): Product {
  const path = join(id, 'product.yaml');
  const [file, text] = [pathIn(templates, path), readText(templates, path)];
  // A folder that was copied to begin another product has the id of the first: it is what it is called by.
  return stock.of('product', [file, text], () => ({ ...parseProduct(text, file), id }));
}

/**
 * The products that one is like, the nearest first: that, the one which that is like, and so on.
 * @throws PressError PRODUCT_INVALID where there is none, or one is like itself in the end
 */
export function likesOf(product: Product, templates: Root, stock: Stock = new Stock(0)): readonly string[] {
  const likes: string[] = [];
  for (let last = product; last.like !== undefined; last = parsedProduct(last.like, templates, stock)) {
    const { id, like } = last;
    const file = pathIn(templates, join(id, 'product.yaml'));
    if (like === id || !isProduct(like, templates))
      throw new PressError([
        problem(
          'PRODUCT_INVALID',
          `like: there is no other product "${like}".`,
          { file },
          suggest(
            like,
            listProducts(templates).filter((name) => name !== id),
          ),
        ),
      ]);
    if (like === product.id || likes.includes(like))
      throw new PressError([
        problem(
          'PRODUCT_INVALID',
          `like: "${id}" is like "${like}", which is like "${id}".`,
          { file },
          'One of them has a template and a style of its own, and is like none.',
        ),
      ]);
    likes.push(like);
  }
  return likes;
}

function parseProduct(text: string, file: string): Product {
  const source = parseYaml(text, file);
  const parsed = productSchema.safeParse(source.value);
  if (!parsed.success)
    throw new PressError(
      parsed.error.issues.flatMap(meantIssues).flatMap((issue) => {
        const field = issue.path.map(String).join('.') || 'The product';
        if (issue.code !== 'unrecognized_keys') {
          const value = valueAt(issue.path, source.value);
          const like = valueAt(['like'], source.value);
          const hint =
            value === undefined && typeof like === 'string'
              ? `like takes the template and the style of another product, and nothing else: copy ${field} from the product.yaml of ${like.slice(0, 60)}.`
              : 'docs/templates.md lists the fields of product.yaml.';
          const fault = schemaFault(issue, value);
          return [problem('PRODUCT_INVALID', `${field}: ${fault}.`, source.place(issue.path), hint)];
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
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined && fold === undefined)
    refuse(`pages: ${twice} stands there twice.`, 'Each page has a name of its own.');
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

/** Whether a folder of templates has a product of that id, as its folder is spelled. @throws PressError as `listProducts` */
function isProduct(id: string, templates: Root): boolean {
  return (
    isThere(templates, '') &&
    listFolder(templates).some(({ name, kind }) => name === id && kind === 'folder') &&
    isThere(templates, join(id, 'product.yaml'))
  );
}

/** Ids of the products in a folder of templates. @throws PressError FILE_NOT_FOUND when it is no folder */
export function listProducts(templates: Root): string[] {
  if (!isThere(templates, '')) return [];
  return listFolder(templates)
    .filter(({ name, kind }) => kind === 'folder' && isThere(templates, join(name, 'product.yaml')))
    .map(({ name }) => name);
}

/** A product, where it can be read: what is wrong with one is told where it is printed. */
export function readableProduct(id: string, templates: Root, stock?: Stock): Product | undefined {
  try {
    return loadProduct(id, templates, stock);
  } catch (error) {
    if (error instanceof PressError) return undefined;
    throw error;
  }
}
