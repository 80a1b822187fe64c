import { PressError, problem } from '../diagnostics/index.ts';
import type { Purpose } from '../imposition/index.ts';
import { defaultJob, editions, type Folders, type Job, sourceDate } from '../press/index.ts';
import { allPapers, liesOneWay, listProducts, loadProduct } from '../product/index.ts';
import type { BundleExpectation, Inspection } from '../proof/index.ts';
import { choose } from './jobs.ts';
import { chooseLocales, choosePieces } from './locales.ts';

/** Options of `proof` that say which job a file is of, where neither the file nor its name does. */
export interface JobFlags {
  readonly product?: string;
  readonly locale?: string;
  readonly paper?: string;
  readonly orientation?: string;
  readonly edition?: string;
  readonly for?: string;
  readonly duplex?: string;
  readonly theme?: string;
  readonly qr?: string;
}

/** The parts of a file's name: `<guide>.<product>.<locale>.<paper>.<edition>.<purpose>.pdf` */
const nameParts =
  /([^/\\.]+)\.(?<product>[^.]+)\.(?<locale>[^.]+)\.(?<paper>[^.]+?)(?:-(?<orientation>landscape|portrait))?\.(?<edition>[^.]+)\.(?<for>[^.-]+)(?:-(?<duplex>[^.]+))?\.pdf$/i;

/**
 * The job that a file is of, by what the options say, else what the file says of itself, else its name. Whether it is one
 * of that job is for the proof to say.
 * @throws PressError USAGE for what is not said or does not exist
 */
export function jobOfFile(file: string, inspection: Inspection, flags: JobFlags, folders: Folders): Job {
  const { record } = inspection.metadata;
  const named: Readonly<Record<string, string | undefined>> = nameParts.exec(file)?.groups ?? {};
  const known: Readonly<Record<string, readonly string[]>> = {
    product: listProducts(folders.templates),
    paper: Object.keys(allPapers(folders.templates)),
    orientation: ['landscape', 'portrait'],
    edition: Object.keys(editions),
    for: ['screen', 'office', 'press'],
    duplex: ['short', 'long'],
  };
  const pick = (name: keyof JobFlags, said: string | undefined): string => {
    const value = flags[name] ?? said ?? named[name];
    if (value === undefined)
      throw new PressError([
        problem('USAGE', `${file} does not say its ${name}.`, { file }, `Give it: --${name} <name>.`),
      ]);
    const [one] = name === 'locale' ? chooseLocales(value) : choose(value, known[name]!, name);
    return one!;
  };
  const product = pick('product', record.product);
  const [first] = inspection.sizes;
  const way = first !== undefined && first.width > first.height ? 'landscape' : 'portrait';
  // What is folded, bound or cut is made one way only, and its pages on screen lie another.
  const isFixed = liesOneWay(loadProduct(product, folders.templates));
  return {
    ...defaultJob,
    product,
    locale: pick('locale', record.locale),
    paper: pick('paper', record.paper),
    orientation: isFixed ? undefined : (pick('orientation', way) as Job['orientation']),
    edition: pick('edition', record.edition) as Job['edition'],
    purpose: pick('for', record.purpose) as Purpose,
    duplex: pick('duplex', inspection.duplex) as Job['duplex'],
    qr: flags.qr,
    theme: flags.theme ?? defaultJob.theme,
    date: sourceDate(process.env),
  };
}

/**
 * The job that the file of a piece in two languages is of, and the second of them; undefined for another bundle: what of
 * its pieces the file says does not make it anew.
 */
export function jobOfBoth(
  file: string,
  inspection: Inspection,
  { locale, ...flags }: JobFlags,
  folders: Folders,
): { readonly job: Job; readonly other: string } | undefined {
  const { record } = inspection.metadata;
  const { product, paper, edition, purpose } = record;
  // What is the same for both is said once.
  const isOneSetting = ![product, paper, edition, purpose].some((fact) => fact?.includes('\n'));
  if (record.bundle !== '2' || !isOneSetting || record.locale === undefined) return undefined;
  const [asked, ...more] = choosePieces(locale ?? record.locale.replace('\n', '+'));
  if (asked?.length !== 2 || more.length > 0) return undefined;
  const [first, other] = asked as [string, string];
  return { job: jobOfFile(file, inspection, { ...flags, locale: first }, folders), other };
}

/** The jobs of a bundle's pieces, by its record, and by the options that no file says. */
export function jobsOfBundle(
  { pieces }: BundleExpectation,
  inspection: Pick<Inspection, 'duplex'>,
  { qr, theme = defaultJob.theme }: JobFlags,
  folders: Folders,
): Job[] {
  const date = sourceDate(process.env);
  return pieces.map(({ expectation }) => {
    const { product, locale, paper, edition, purpose, sheets } = expectation;
    const [first] = sheets;
    const isFixed = liesOneWay(loadProduct(product, folders.templates));
    return {
      ...defaultJob,
      product,
      locale,
      paper,
      orientation: isFixed ? undefined : first!.width > first!.height ? 'landscape' : 'portrait',
      edition: edition as Job['edition'],
      purpose: purpose as Purpose,
      duplex: purpose === 'office' ? inspection.duplex : defaultJob.duplex,
      qr,
      theme,
      date,
    };
  });
}
