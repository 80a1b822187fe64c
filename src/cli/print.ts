import { join } from 'node:path';
import { loadGuide } from '../content/index.ts';
import {
  type Lint,
  mostTold,
  type Problem,
  problemsOf,
  throwIfErrors,
  weighed,
} from '../diagnostics/index.ts';
import { asTyped } from '../files/index.ts';
import { begunLocales } from '../locale/index.ts';
import {
  type Folders,
  fileName,
  guideFolder,
  isSameSetting,
  type Job,
  type Plate,
  Press,
  printBoth,
  qrOf,
  removeFiles,
  writeWhole,
} from '../press/index.ts';
import type { PageReader } from '../raster/index.ts';
import { jobsOf, leftOut, type PieceJob, type PrintFlags } from './jobs.ts';
import { jsonFormat } from './json-form.ts';
import { picturesLeft, picturesOf, readerFor, usualDpi } from './pictures.ts';
import { Progress, type Streams, say } from './streams.ts';
import { Teller } from './teller.ts';

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

/**
 * Runs jobs one after the other; each writes its file and proof, or nothing.
 * @param reader draws the pages of each file beside it; undefined: no pictures are made
 * @param lint what warnings weigh: a file with one that is an error is not made
 */
export function runJobs(
  named: string,
  flags: PrintFlags,
  folders: Folders,
  streams: Streams,
  reader?: PageReader,
  lint: Lint = {},
): Outcome[] {
  const guide = loadGuide(guideFolder(named));
  const press = new Press(folders);
  const { stock } = press;
  const begun = flags.locale === 'all' ? begunLocales(guide, folders.locales, stock) : undefined;
  const known = { folders, stock, guide, ...(begun && { begun }) };
  const jobs = jobsOf({ ...flags, qr: qrOf(flags.qr, guide) }, guide.data.locale, known);
  for (const line of leftOut(flags, jobs, known)) say(streams, `${line}\n`);
  let plate: Plate | undefined;
  const plateOf = (job: Job): Plate => {
    if (plate === undefined || !isSameSetting(plate.setting, job)) {
      plate = undefined;
      plate = press.plate(guide, job);
    }
    return plate;
  };
  let pair: { readonly plates: readonly [Plate, Plate]; readonly other: string } | undefined;
  const pairOf = (job: Job, other: string): readonly [Plate, Plate] => {
    if (pair === undefined || pair.other !== other || !isSameSetting(pair.plates[0].setting, job)) {
      pair = undefined;
      pair = { plates: press.pair(guide, job, other), other };
    }
    return pair.plates;
  };
  const made = ({ other, ...job }: PieceJob): Outcome => {
    const locale = other === undefined ? job.locale : `${job.locale}+${other}`;
    const name = fileName(guide.data.id, { ...job, locale }, job);
    const start = process.uptime();
    try {
      const { bytes, proof, warnings } =
        other === undefined
          ? press.print(plateOf(job), job)
          : printBoth(press, pairOf(job, other), job, name);
      const told = weighed(warnings, lint);
      throwIfErrors(told);
      const path = join(asTyped(flags.out), name);
      const pictures =
        reader === undefined ? [] : picturesOf({ path, bytes, proof }, reader, flags.dpi ?? usualDpi);
      writeWhole([
        ...pictures,
        { path: path.replace(/\.pdf$/, '.proof.json'), content: `${JSON.stringify(proof, null, 2)}\n` },
        { path, content: bytes },
      ]);
      removeFiles(picturesLeft(path, pictures.length));
      const pages = proof.bundle?.printed?.pages.length ?? proof.expectation?.sheets.length ?? 0;
      return {
        name,
        path,
        ...(reader === undefined ? {} : { pictures: pictures.map((picture) => picture.path) }),
        pages,
        size: bytes.length,
        milliseconds: (process.uptime() - start) * 1000,
        proved: proof.passed,
        problems: told,
      };
    } catch (error) {
      const problems = problemsOf(error);
      return { name, milliseconds: (process.uptime() - start) * 1000, proved: false, problems };
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
  lint: Lint = {},
): Promise<number> {
  // Before anything is printed: who asks for pictures and has no reader is told at once.
  const reader = await readerFor(flags);
  const outcomes = runJobs(named, flags, folders, streams, reader, lint);
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
