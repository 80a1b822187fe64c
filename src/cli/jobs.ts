import { join } from 'node:path';
import type { Guide } from '../content/index.ts';
import { PressError, problem, suggest } from '../diagnostics/index.ts';
import { isThere } from '../files/index.ts';
import type { Purpose } from '../imposition/index.ts';
import { publicLocales } from '../locale/index.ts';
import {
  defaultJob,
  type Edition,
  editions,
  hasDisclosureFor,
  type Job,
  type Press,
  sourceDate,
} from '../press/index.ts';
import {
  allPapers,
  listProducts,
  type Product,
  papers,
  readableProduct,
  takesTwoLanguages,
  usualPaper,
} from '../product/index.ts';
import { choosePieces } from './locales.ts';

/** Options of `print`, as given. */
export interface PrintFlags {
  readonly product: string;
  readonly locale?: string;
  /** Undefined: letter, or the first that a product is made on. */
  readonly paper?: string;
  readonly orientation?: string;
  readonly edition: string;
  readonly for: string;
  readonly duplex: string;
  readonly qr?: string | undefined;
  readonly theme: string;
  readonly out: string;
  readonly allowDrafts?: boolean;
  /** Pictures of the pages beside each file, at so many pixels an inch. */
  readonly png?: boolean;
  readonly dpi?: number;
  readonly json?: boolean;
  /** Each outcome as a line of JSON, when it is there. */
  readonly jsonLines?: boolean;
}

/** Where products are, and what is kept of those that were read. */
type Known = Pick<Press, 'folders' | 'stock'> & {
  /** What is printed; undefined: not known. */
  readonly guide?: Pick<Guide, 'data'>;
  /** What all locales are: those in which the guide is begun. Undefined: all that there are. */
  readonly begun?: readonly string[];
};

/**
 * Splits `a,b` and `all`.
 * @param hintFor what is advised for a name that does not exist, before what it is like
 * @throws PressError USAGE for names that do not exist
 */
export function choose(
  value: string,
  known: readonly string[],
  what: string,
  hintFor: (name: string) => string | undefined = () => undefined,
): string[] {
  if (value === 'all') return [...known];
  const names = value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const wrong = names.find((name) => !known.includes(name));
  if (wrong !== undefined || names.length === 0) {
    const name = wrong ?? value;
    const hint = hintFor(name) ?? suggest(name, known);
    throw new PressError([problem('USAGE', `There is no ${what} "${name}".`, {}, hint)]);
  }
  return [...new Set(names)];
}

/** The papers, or editions, of those asked for that a product is made in, of `all` its own; where both are named, those named. */
function madeOf<Name extends string>(
  product: string,
  what: 'papers' | 'editions',
  wanted: readonly Name[],
  isNamed: boolean,
  { folders, stock }: Known,
): readonly Name[] {
  if (isNamed) return wanted;
  const made: readonly string[] | undefined = readableProduct(product, folders.templates, stock)?.[what];
  return made === undefined ? wanted : wanted.filter((name) => made.includes(name));
}

/** The paper of a product where none is asked for. */
function usualOf(product: string, { folders, stock }: Known): string[] {
  const read = readableProduct(product, folders.templates, stock);
  return [read === undefined ? defaultJob.paper : usualPaper(read)];
}

/** Whether a product does something; one that cannot be read is taken for one that does, until it is printed. */
function does(what: (product: Product) => boolean, product: string, { folders, stock }: Known): boolean {
  const read = readableProduct(product, folders.templates, stock);
  return read === undefined || what(read);
}

/** A product that lies in the folder which `new template` makes, and which was not named. */
const inFolderBeside = (name: string): string | undefined =>
  /^[\w-]+$/.test(name) && isThere('templates', join(name, 'product.yaml'))
    ? 'It lies in templates/, which is not asked for: --templates templates.'
    : undefined;

/** The products that are asked for: of all, those that the guide has the disclosure for. */
function productsAsked({ product }: PrintFlags, known: Known): string[] {
  const chosen = choose(product, listProducts(known.folders.templates), 'product', inFolderBeside);
  const { guide } = known;
  if (product !== 'all' || guide === undefined) return chosen;
  return chosen.filter((id) => does((each) => hasDisclosureFor(guide, each), id, known));
}

/** Of all editions that of short sentences is not asked for where the guide has none. */
function lacksEasy({ edition }: PrintFlags, { guide }: Known): boolean {
  return edition === 'all' && guide !== undefined && guide.data.easy === undefined;
}

function editionsAsked(flags: PrintFlags, known: Known): Edition[] {
  const chosen = choose(flags.edition, Object.keys(editions), 'edition') as Edition[];
  return lacksEasy(flags, known) ? chosen.filter((name) => name !== 'easy-read') : chosen;
}

/** The papers that are asked for: products are read for those of their own only where one is none of the table. */
function papersAsked(paper: string, { folders, stock }: Known): string[] {
  const ofTable = Object.keys(papers);
  const isOfTable = paper.split(',').every((name) => ofTable.includes(name.trim()));
  return choose(paper, isOfTable ? ofTable : Object.keys(allPapers(folders.templates, stock)), 'paper');
}

const allPurposes: readonly Purpose[] = ['screen', 'office'];

/** A job, and the other language of a piece in two. */
export type PieceJob = Job & { readonly other?: string };

/**
 * The jobs that the flags ask for, those of one layout next to each other.
 * @throws PressError USAGE for what does not exist
 */
export function jobsOf(flags: PrintFlags, sourceLocale: string, known: Known): PieceJob[] {
  const products = productsAsked(flags, known);
  const pieces =
    flags.locale === 'all'
      ? (known.begun ?? publicLocales).map((locale) => [locale])
      : choosePieces(flags.locale ?? sourceLocale);
  const sizes = flags.paper === undefined ? undefined : papersAsked(flags.paper, known);
  const purposes = choose(flags.for, allPurposes, 'purpose') as Purpose[];
  const kinds = editionsAsked(flags, known);
  const [duplex] = choose(flags.duplex, ['short', 'long'], 'duplex edge') as ['short' | 'long'];
  const orientation =
    flags.orientation === undefined
      ? undefined
      : (choose(flags.orientation, ['landscape', 'portrait'], 'orientation')[0] as Job['orientation']);
  const common = {
    duplex,
    orientation,
    qr: flags.qr,
    theme: flags.theme,
    allowDrafts: flags.allowDrafts === true,
    date: sourceDate(process.env),
  };
  const isNamed = (value: string) => value !== 'all' && flags.product !== 'all';
  const made = products.map((product) => ({
    product,
    papers:
      sizes === undefined
        ? usualOf(product, known)
        : madeOf(product, 'papers', sizes, isNamed(flags.paper!), known),
    editions: madeOf(product, 'editions', kinds, isNamed(flags.edition), known),
    takesTwo: flags.product !== 'all' || does(takesTwoLanguages, product, known),
  }));
  const none = made.every((of) => of.papers.length * of.editions.length === 0);
  return pieces.flatMap(([locale, other]) =>
    made.flatMap((of) =>
      (none ? (sizes ?? of.papers) : of.papers).flatMap((paper) =>
        (none ? kinds : of.editions).flatMap((edition) =>
          purposes
            .filter((purpose) => other === undefined || purpose === 'screen' || of.takesTwo)
            .map(
              (purpose): PieceJob => ({
                ...common,
                product: of.product,
                locale: locale!,
                ...(other === undefined ? {} : { other }),
                paper,
                edition,
                purpose,
                duplex: purpose === 'screen' ? 'short' : duplex,
              }),
            ),
        ),
      ),
    ),
  );
}

/**
 * What is not printed of all products, a line each: what is not made on a paper that was named, has no side on paper for
 * the other of two languages, or prints a form of the disclosure that the guide has not; and an edition that it has no words for,
 * and languages that it is not translated to.
 */
export function leftOut(flags: PrintFlags, jobs: readonly PieceJob[], known: Known): string[] {
  const easy = lacksEasy(flags, known)
    ? ['The guide has no short sentences (easy): easy-read is left out.']
    : [];
  const count = publicLocales.length - (known.begun?.length ?? publicLocales.length);
  const others =
    flags.locale === 'all' && count > 0
      ? [`${count} languages have no translation of the guide (translations status): left out.`]
      : [];
  if (flags.product !== 'all') return [...easy, ...others];
  const asked = flags.paper === undefined || flags.paper === 'all' ? [] : papersAsked(flags.paper, known);
  const printed = productsAsked(flags, known);
  const isForTwo = flags.locale?.includes('+') === true && flags.for !== 'screen';
  const lines = listProducts(known.folders.templates).flatMap((product) => {
    const made = new Set(jobs.flatMap((job) => (job.product === product ? [job.paper] : [])));
    const papers = asked.filter((paper) => !made.has(paper));
    if (!printed.includes(product))
      return [`${product} prints a short form of the disclosure, and the guide declares none: left out.`];
    if (isForTwo && !does(takesTwoLanguages, product, known))
      return [`${product} has no side on paper for another language: left out in two.`];
    return papers.length === 0 ? [] : [`${product} is not made on ${papers.join(' or ')}: left out.`];
  });
  return [...easy, ...others, ...lines];
}
