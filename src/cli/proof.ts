import { basename, dirname } from 'node:path';
import { type Guide, loadGuide } from '../content/index.ts';
import { harmless, PressError, type Problem, problem, problemsOf } from '../diagnostics/index.ts';
import { asTyped, isThere, readNamed } from '../files/index.ts';
import {
  expectAgain,
  expectBothAgain,
  expectBundleAgain,
  type Folders,
  guideFolder,
  Press,
} from '../press/index.ts';
import {
  type BundleExpectation,
  type Expectation,
  formatProof,
  type Inspection,
  type PrintRecord,
  type Proof,
  parseRecord,
  type Verdict,
} from '../proof/index.ts';
import { Bounded } from './bounded.ts';
import { type JobFlags, jobOfBoth, jobOfFile, jobsOfBundle } from './proof-job.ts';
import type { Answer } from './proof-task.ts';
import type { Streams } from './streams.ts';
import { tellAll } from './teller.ts';

export interface ProofFlags extends JobFlags {
  /** Folder of the guide that the files are proved against. */
  readonly guide?: string;
  readonly templates?: string;
  readonly locales?: string;
  readonly fonts?: string;
  readonly json?: boolean;
  readonly secondOpinion?: boolean;
}

/** Bytes of the largest file, and of the largest record, that is opened. */
const [largestFile, largestRecord] = [200_000_000, 50_000_000] as const;

/** Exit codes from the least bad to the worst: that of several files is the worst of them. */
const exits: ReadonlyMap<Verdict, number> = new Map([
  ['proved', 0],
  ['not checked', 3],
  ['not proved', 1],
]);
const byBadness = [...exits.keys()];
const worst = (a: Verdict, b: Verdict) => byBadness[Math.max(byBadness.indexOf(a), byBadness.indexOf(b))]!;

/** What became of one file. */
type Result = { readonly file: string } & (
  | { readonly proof: Proof }
  | { readonly problems: readonly Problem[] }
);

/**
 * Runs `proof`. The exit code: 0 when every file is proved, 3 when nothing is wrong with what could be looked at but one
 * had nothing to be checked against, 1 when one is not proved.
 */
export async function proof(
  files: readonly string[],
  flags: ProofFlags,
  folders: Folders,
  streams: Streams,
): Promise<number> {
  if (flags.guide === undefined) refuseIdle(flags);
  const guide = flags.guide === undefined ? undefined : loadGuide(guideFolder(flags.guide));
  const again = guide === undefined ? undefined : { guide, press: new Press(folders) };
  const bounded = new Bounded();
  const results: Result[] = [];
  try {
    for (const file of files) {
      const result = await proveFile(file, flags, again, bounded);
      results.push(result);
      if ('problems' in result) tellAll(result.problems, streams.err);
      else if (flags.json !== true) {
        const lines = `${file}: ${formatProof(result.proof)}`.split('\n');
        streams.out.write(`${lines.map(harmless).join('\n')}\n`);
        if (again !== undefined && isOnlyPrintedOtherwise(result.proof)) streams.err.write(printedHow);
      }
    }
  } finally {
    await bounded.close();
    again?.press.close();
  }
  if (flags.json === true) streams.out.write(`${JSON.stringify(results, null, 2)}\n`);
  const verdicts = results.map((result) => ('proof' in result ? result.proof.verdict : 'not proved'));
  return exits.get(verdicts.reduce(worst, 'proved'))!;
}

/** What somebody may have forgotten to say, where nothing else is wrong with a file. */
const printedHow =
  'Only its looks or its date are other than the guide makes them. Was it printed with --theme, --templates, --locales or --fonts, or with SOURCE_DATE_EPOCH? Give the same here. Until it is proved, do not hand it out.\n';

const isOnlyPrintedOtherwise = ({ verdict, checks }: Proof) =>
  verdict === 'not proved' &&
  checks.every(({ code, status }) => status !== 'failed' || code === 'PRINTED_OTHER');

/** Options that say what a file is printed from anew. */
const ofGuide = [
  'product',
  'locale',
  'paper',
  'orientation',
  'edition',
  'for',
  'duplex',
  'qr',
  'theme',
  'templates',
  'locales',
  'fonts',
] as const;

/** @throws PressError USAGE for options that nothing is done with, which would seem to have been checked */
function refuseIdle(flags: ProofFlags): void {
  const idle = ofGuide.filter((name) => flags[name] !== undefined).map((name) => `--${name}`);
  if (idle.length === 0) return;
  throw new PressError([
    problem(
      'USAGE',
      `Without --guide a file is held to the record beside it, and ${idle.join(' and ')} would be looked at by nobody.`,
      {},
      'Give --guide too, or leave the options out.',
    ),
  ]);
}

/** Every fault of one file is its own: the next is looked at all the same. */
async function proveFile(
  file: string,
  flags: ProofFlags,
  again: { readonly guide: Guide; readonly press: Press } | undefined,
  bounded: Bounded,
): Promise<Result> {
  try {
    const bytes = readNamed(file, largestFile);
    const record = recordOf(file);
    let expectation: Expectation | BundleExpectation | undefined;
    if (again !== undefined) {
      const inspection = part(await bounded.run({ kind: 'inspect', bytes }), 'inspection');
      expectation = expectedBy(again, file, inspection, record, flags);
    }
    const secondOpinion = flags.secondOpinion === true;
    const answer = await bounded.run({ kind: 'prove', bytes, expectation, record, secondOpinion });
    return { file, proof: part(answer, 'proof') };
  } catch (error) {
    return { file, problems: problemsOf(error).map((p) => ({ ...p, place: { file, ...p.place } })) };
  }
}

/** What a guide asks of a file. @throws PressError USAGE for a bundle that is no piece in two languages, without its record: it names its pieces */
function expectedBy(
  { guide, press }: { readonly guide: Guide; readonly press: Press },
  file: string,
  inspection: Inspection,
  record: PrintRecord | undefined,
  flags: JobFlags,
): Expectation | BundleExpectation {
  if (inspection.metadata.record.bundle === undefined)
    return expectAgain(guide, jobOfFile(file, inspection, flags, press.folders), press);
  if (record === undefined || !('pieces' in record.expectation)) {
    const both = jobOfBoth(file, inspection, flags, press.folders);
    if (both !== undefined) return expectBothAgain(guide, both.job, both.other, press);
    throw new PressError([
      problem(
        'USAGE',
        `${file} has several pieces: which they are its record says, and that is not beside it.`,
        { file },
        'Put the .proof.json of that name beside it.',
      ),
    ]);
  }
  const jobs = jobsOfBundle(record.expectation, inspection, flags, press.folders);
  return expectBundleAgain(guide, record.expectation, jobs, press, inspection.isTwoSided);
}

/** What was asked for. @throws PressError with the problems that came instead */
function part<K extends 'inspection' | 'proof'>(
  answer: Answer,
  name: K,
): Extract<Answer, Record<K, unknown>>[K] {
  if ('problems' in answer) throw new PressError(answer.problems);
  return (answer as Extract<Answer, Record<K, unknown>>)[name];
}

/**
 * The record beside a file, if there is one.
 * @throws PressError JSON_SYNTAX, EXPECTATION_INVALID, and all that reading throws
 */
function recordOf(file: string): PrintRecord | undefined {
  const beside = asTyped(file).replace(/\.pdf$/i, '.proof.json');
  if (!/\.pdf$/i.test(file) || !isThere(dirname(beside), basename(beside))) return undefined;
  const text = readNamed(beside, largestRecord).toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new PressError([
      problem(
        'JSON_SYNTAX',
        `${beside} is not a proof.`,
        { file: beside },
        'Print the file again, or move the .proof.json away.',
      ),
    ]);
  }
  return parseRecord(value, beside);
}
