import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Outcome, runJobs } from '../src/cli/index.ts';
import { loadGuide } from '../src/content/index.ts';
import { formatProblem, PressError } from '../src/diagnostics/index.ts';
import { hasDisclosureFor, shippedFolders } from '../src/press/index.ts';
import { listProducts, loadProduct, type Product, sizeOf } from '../src/product/index.ts';
import { encodePng, openReader, type PageReader } from '../src/raster/index.ts';
import { have, veraPdf } from '../tests/tools.ts';
import { writeContactSheet } from './contact-sheet.ts';
import { strip } from './gallery/strip.ts';

/**
 * Prints the shipped guide as every product in every edition, in languages of six kinds of writing, on a paper of the
 * Americas and one of ISO 216, for screen and office: `npm run gallery`. Every file is proved, and checked by veraPDF where it is
 * installed. Ends with a contact sheet of all; `--docs` draws the pictures of docs/gallery.md and writes the page.
 */
const { values } = parseArgs({
  options: {
    product: { type: 'string', default: 'all' },
    edition: { type: 'string', default: 'all' },
    locale: { type: 'string', default: 'en,es,ar,hi,th,ja' },
    theme: { type: 'string', default: 'dawn' },
    out: { type: 'string', default: 'out/gallery' },
    docs: { type: 'boolean', default: false },
  },
});
const root = resolve(import.meta.dirname, '..');
const guide = join(root, 'guides/heroin-detox');
const folders = shippedFolders();

/** ISO 216 and ISO 269; all else is of the Americas. */
const iso = /^(?:[abc]\d|dl)$/;

/** The first paper of each world. */
const papersOf = (product: Product, edition: string): string[] => {
  // Large print is for large papers: a poster in it does not go onto a sheet of letters.
  const area = (paper: string): number => {
    const size = sizeOf(product, paper);
    return size === undefined ? 0 : size.width * size.height;
  };
  const papers = edition.startsWith('large-print')
    ? [...product.papers].sort((one, other) => area(other) - area(one))
    : product.papers;
  return [papers.find((paper) => !iso.test(paper)), papers.find((paper) => iso.test(paper))].filter(
    (paper) => paper !== undefined,
  );
};

const editionsOf = ({ editions }: Product): readonly string[] =>
  editions.filter((edition) => values.edition === 'all' || values.edition.split(',').includes(edition));

/** The shipped guide declares no short form of its disclosure: what prints that is shown of one that does. */
const ofShort = join(root, 'tests/guides/after-birth');
const shipped = loadGuide(guide);
const guideFor = (product: Product): string => (hasDisclosureFor(shipped, product) ? guide : ofShort);

function printAll(): readonly (Outcome & { readonly product: string; readonly edition: string })[] {
  const asked = values.product === 'all' ? listProducts(folders.templates) : values.product.split(',');
  return asked.flatMap((id) => {
    const product = loadProduct(id, folders.templates);
    return editionsOf(product).flatMap((edition) =>
      runJobs(
        guideFor(product),
        {
          product: id,
          edition,
          locale: guideFor(product) === guide ? values.locale : 'en',
          paper: papersOf(product, edition).join(),
          for: 'screen,office',
          duplex: 'short',
          theme: values.theme,
          // The translations are drafts, said to be drafts on every page.
          allowDrafts: true,
          out: values.out,
        },
        folders,
        { out: process.stdout, err: process.stderr },
      ).map((outcome) => ({ ...outcome, product: id, edition })),
    );
  });
}

/** What veraPDF finds wrong, of PDF/UA-1 and PDF/A-2a. */
function failuresOf(paths: readonly string[]): string[] {
  if (!have('veraPDF')) return [];
  return (['ua1', '2a'] as const).flatMap((flavour) =>
    [
      ...veraPdf(
        paths.map((path) => resolve(path)),
        flavour,
      ),
    ]
      .filter(([, verdict]) => verdict !== 'PASS')
      .map(([file, verdict]) => `${flavour} ${file}: ${verdict}`),
  );
}

/** docs/gallery.md, and a picture of each product: its first two languages on its first paper. */
function writeDocs(made: ReturnType<typeof printAll>, reader: PageReader): void {
  const folder = join(root, 'docs/gallery');
  mkdirSync(folder, { recursive: true });
  const languages = [values.locale.split(',')[0], 'ar'];
  const parts = [...new Set(made.map(({ product }) => product))].map((id) => {
    const product = loadProduct(id, folders.templates);
    const shown = languages.flatMap((language) =>
      made
        .filter(
          ({ name, edition }) =>
            edition === 'standard' &&
            name.startsWith(`${basename(guideFor(product))}.${id}.${language}.`) &&
            name.endsWith('.screen.pdf'),
        )
        .slice(0, 1),
    );
    writeFileSync(
      join(folder, `${id}.png`),
      encodePng(
        strip(
          shown.map(({ path }) => readFileSync(path!)),
          reader,
          6,
        ),
      ),
    );
    return `## ${product.name}\n\n\`--product ${id}\`, papers ${product.papers.join(', ')}; editions ${product.editions.join(', ')}.${guideFor(product) === guide ? '' : ' Of a guide that declares a [short form](guides.md#a-short-form-of-the-disclosure).'}\n\n![${product.name}: its pages in English${guideFor(product) === guide ? ', and in Arabic' : ''}](gallery/${id}.png)\n`;
  });
  writeFileSync(
    join(root, 'docs/gallery.md'),
    `# Gallery\n\nEvery product that ships, of the guide that ships where it can be. \`npm run gallery -- --docs\` makes this page; \`npm run gallery\` prints all of\nthem in six languages, in every edition, on papers of both worlds, proves them, and ends with a contact sheet.\n\n${parts.join('\n')}`,
  );
}

try {
  const outcomes = printAll();
  const made = outcomes.filter(({ path }) => path !== undefined);
  for (const { name, path, problems } of outcomes) {
    if (path !== undefined) continue;
    process.stderr.write(`\n${name} was not made:\n`);
    for (const found of problems) process.stderr.write(`${formatProblem(found)}\n`);
  }
  const failures = failuresOf(made.map(({ path }) => path!));
  for (const failure of failures) process.stderr.write(`${failure}\n`);
  const reader = await openReader();
  const files = made.map(({ name, path }) => ({ name, bytes: readFileSync(path!) }));
  const pages = writeContactSheet(files, values.out, reader);
  if (values.docs) writeDocs(made, reader);
  const refused = outcomes.length - made.length;
  process.stdout.write(
    `${made.length} files proved, ${pages} pages; ${refused} refused; ${failures.length} that veraPDF fails: ${join(values.out, 'index.html')}\n`,
  );
  process.exitCode = refused + failures.length === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof PressError)) throw error;
  for (const found of error.problems) process.stderr.write(`${formatProblem(found)}\n`);
  process.exitCode = 1;
}
