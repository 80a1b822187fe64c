import { join } from 'node:path';
import { loadGuide } from '../content/index.ts';
import { mostTold, PressError, type Problem, problem, problemsOf, suggest } from '../diagnostics/index.ts';
import type { Purpose } from '../imposition/index.ts';
import { publicLocales } from '../locale/index.ts';
import {
  type Edition,
  editions,
  type Folders,
  fileName,
  guideFolder,
  isSameSetting,
  type Job,
  type Plate,
  Press,
  type PrintedBundle,
  qrOf,
  removeFiles,
  sourceDate,
  writeWhole,
} from '../press/index.ts';
import { allPapers, listProducts, loadProduct } from '../product/index.ts';
import type { PageReader } from '../raster/index.ts';
import { jsonFormat } from './json-form.ts';
import { choosePieces } from './locales.ts';
import { picturesLeft, picturesOf, readerFor, usualDpi } from './pictures.ts';
import { Progress, type Streams, say } from './streams.ts';
import { Teller } from './teller.ts';

/** Options of `print`, as given. */
export interface PrintFlags {
  readonly product: string;
  readonly locale?: string;
  readonly paper: string;
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

/** What became of one job. */
export interface Outcome {
  readonly name: string;
  readonly path?: string;
  /** Paths of the pictures of its pages. */
  readonly pictures?: readonly string[];
  readonly pages?: number;
  readonly size?: number;
  readonly milliseconds: number;
  readonly proved: boolean;
  readonly problems: readonly Problem[];
}

/** Splits `a,b` and `all`. @throws PressError USAGE for names that do not exist. */
export function choose(value: string, known: readonly string[], what: string): string[] {
  if (value === 'all') return [...known];
  const names = value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const wrong = names.find((name) => !known.includes(name));
  if (wrong !== undefined || names.length === 0)
    throw new PressError([
      problem('USAGE', `There is no ${what} "${wrong ?? value}".`, {}, suggest(wrong ?? value, known)),
    ]);
  return [...new Set(names)];
}

/** The papers, or editions, of those asked for that a product is made in, of `all` its own; where both are named, those named. */
function madeOf<Name extends string>(
  product: string,
  what: 'papers' | 'editions',
  wanted: readonly Name[],
  isNamed: boolean,
  folders: Folders,
): readonly Name[] {
  if (isNamed) return wanted;
  try {
    const made: readonly string[] = loadProduct(product, folders.templates)[what];
    return wanted.filter((name) => made.includes(name));
  } catch {
    // What is wrong with the product is told where it is printed.
    return wanted;
  }
}

/** A job, and the other language of a piece in two. */
export type PieceJob = Job & { readonly other?: string };

/** The jobs that the flags ask for, those of one layout next to each other. */
export function jobsOf(flags: PrintFlags, sourceLocale: string, folders: Folders): PieceJob[] {
  const products = choose(flags.product, listProducts(folders.templates), 'product');
  const pieces =
    flags.locale === 'all'
      ? publicLocales.map((locale) => [locale])
      : choosePieces(flags.locale ?? sourceLocale);
  const sizes = choose(flags.paper, Object.keys(allPapers(folders.templates)), 'paper');
  const purposes = choose(flags.for, ['screen', 'office'], 'purpose') as Purpose[];
  const kinds = choose(flags.edition, Object.keys(editions), 'edition') as Edition[];
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
    papers: madeOf(product, 'papers', sizes, isNamed(flags.paper), folders),
    editions: madeOf(product, 'editions', kinds, isNamed(flags.edition), folders),
  }));
  const none = made.every((of) => of.papers.length * of.editions.length === 0);
  return pieces.flatMap(([locale, other]) =>
    made.flatMap((of) =>
      (none ? sizes : of.papers).flatMap((paper) =>
        (none ? kinds : of.editions).flatMap((edition) =>
          purposes.map(
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

/** Papers that were named, and that a product of all is not made on: nothing is printed of it there, which is said. */
function leftOut(
  flags: PrintFlags,
  jobs: readonly PieceJob[],
  folders: Folders,
): { readonly product: string; readonly papers: readonly string[] }[] {
  if (flags.product !== 'all' || flags.paper === 'all') return [];
  const asked = choose(flags.paper, Object.keys(allPapers(folders.templates)), 'paper');
  return listProducts(folders.templates).flatMap((product) => {
    const made = new Set(jobs.flatMap((job) => (job.product === product ? [job.paper] : [])));
    const papers = asked.filter((paper) => !made.has(paper));
    return papers.length === 0 ? [] : [{ product, papers }];
  });
}

/** A piece in two languages: the one, then the other; of one side each, the front and the back of a sheet. */
function printBoth(press: Press, plates: readonly Plate[], job: Job, name: string): PrintedBundle {
  return press.bundle(
    plates.map((plate) => ({ plate, impression: job })),
    { name, title: press.titleOf(plates[0]!), backToBack: true },
  );
}

/**
 * Runs jobs one after the other; each writes its file and proof, or nothing.
 * @param reader draws the pages of each file beside it; undefined: no pictures are made
 */
export function runJobs(
  named: string,
  flags: PrintFlags,
  folders: Folders,
  streams: Streams,
  reader?: PageReader,
): Outcome[] {
  const guide = loadGuide(guideFolder(named));
  const jobs = jobsOf({ ...flags, qr: qrOf(flags.qr, guide) }, guide.data.locale, folders);
  for (const { product, papers } of leftOut(flags, jobs, folders))
    say(streams, `${product} is not made on ${papers.join(' or ')}: left out.\n`);
  const press = new Press(folders);
  let plate: Plate | undefined;
  const plateOf = (job: Job): Plate => {
    if (plate === undefined || !isSameSetting(plate.setting, job)) {
      plate = undefined;
      plate = press.plate(guide, job);
    }
    return plate;
  };
  const made = ({ other, ...job }: PieceJob): Outcome => {
    const locale = other === undefined ? job.locale : `${job.locale}+${other}`;
    const name = fileName(guide.data.id, { ...job, locale });
    const start = performance.now();
    try {
      const { bytes, proof, warnings } =
        other === undefined
          ? press.print(plateOf(job), job)
          : printBoth(press, [plateOf(job), press.plate(guide, { ...job, locale: other })], job, name);
      const path = join(flags.out, name);
      const pictures =
        reader === undefined ? [] : picturesOf({ path, bytes, proof }, reader, flags.dpi ?? usualDpi);
      writeWhole([
        ...pictures,
        { path: path.replace(/\.pdf$/, '.proof.json'), content: `${JSON.stringify(proof, null, 2)}\n` },
        { path, content: bytes },
      ]);
      removeFiles(picturesLeft(path, pictures.length));
      const expected = proof.bundle?.pieces.map(({ expectation }) => expectation) ?? [proof.expectation];
      const pages = expected.reduce((sum, each) => sum + (each?.sheets.length ?? 0), 0);
      return {
        name,
        path,
        ...(reader === undefined ? {} : { pictures: pictures.map((picture) => picture.path) }),
        pages,
        size: bytes.length,
        milliseconds: performance.now() - start,
        proved: proof.passed,
        problems: warnings,
      };
    } catch (error) {
      const problems = problemsOf(error);
      return { name, milliseconds: performance.now() - start, proved: false, problems };
    }
  };
  const progress = new Progress(streams.err, jobs.length);
  const outcomes = jobs.map((job): Outcome => {
    const outcome = made(job);
    if (flags.jsonLines === true) writeLine({ kind: 'file', ...bounded(outcome) }, streams);
    progress.step(outcome.name);
    return outcome;
  });
  progress.end();
  return outcomes;
}

/** What is in the way of files comes first, so that it is told before there is too much to tell. */
function tellOutcomes(outcomes: readonly Outcome[], streams: Streams): void {
  const teller = new Teller(streams.err);
  for (const { name, path, problems } of outcomes) {
    if (path !== undefined) continue;
    streams.err.write(`\n${name} was not made:\n`);
    if (teller.tell(problems) === 0) streams.err.write('  for what was told above\n');
  }
  for (const { path, problems } of outcomes) if (path !== undefined) teller.tell(problems);
  teller.end();
}

/** No more problems than can be read. */
const bounded = (outcome: Outcome): Outcome => ({
  ...outcome,
  problems: outcome.problems.slice(0, mostTold),
});

function writeLine(event: object, streams: Streams): void {
  streams.out.write(`${JSON.stringify({ format: jsonFormat, ...event })}\n`);
}

/** Runs `print` and reports; the exit code: 0 when every file was made, else 1. */
export async function print(
  named: string,
  flags: PrintFlags,
  folders: Folders,
  streams: Streams,
): Promise<number> {
  // Before anything is printed: who asks for pictures and has no reader is told at once.
  const reader = await readerFor(flags);
  const outcomes = runJobs(named, flags, folders, streams, reader);
  const failed = outcomes.filter(({ path }) => path === undefined).length;
  if (flags.jsonLines === true) {
    writeLine({ kind: 'ended', made: outcomes.length - failed, failed }, streams);
  } else if (flags.json === true) {
    streams.out.write(`${JSON.stringify(outcomes.map(bounded), null, 2)}\n`);
  } else {
    tellOutcomes(outcomes, streams);
    for (const { path, pictures = [] } of outcomes)
      for (const made of path === undefined ? [] : [path, ...pictures]) streams.out.write(`${made}\n`);
  }
  return failed === 0 ? 0 : 1;
}
