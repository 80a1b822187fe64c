import { createHash } from 'node:crypto';
import { PressError, problem } from '../diagnostics/index.ts';
import { batchesOf, plateOf } from './plan/batches.ts';
import type { Batch, Plan, Row } from './plan/row.ts';

/** One of the parts that a campaign is made in, each by itself. */
export interface Shard {
  /** From 1 to `count`. */
  readonly number: number;
  readonly count: number;
}

/** As many tasks as an array of AWS Batch may have. */
const mostShards = 10_000;

/** Where schedulers say which of their tasks this one is, and what they call the first. */
const schedulers = [
  { variable: 'JOB_COMPLETION_INDEX', first: 0 },
  { variable: 'AWS_BATCH_JOB_ARRAY_INDEX', first: 0, size: 'AWS_BATCH_JOB_ARRAY_SIZE' },
  { variable: 'SLURM_ARRAY_TASK_ID', first: 0 },
  { variable: 'PARALLEL_SEQ', first: 1 },
] as const;

/**
 * `3/8` is the third of eight, `8/8` the last. `env/8` takes the number from the scheduler's environment: of a Kubernetes
 * indexed job, an AWS Batch array and a Slurm array (`--array=0-7`), which count from 0, or GNU parallel, which counts
 * from 1. `env` alone takes the count from there too, where it stands there (AWS Batch).
 * @throws PressError USAGE
 */
export function parseShard(text: string, environment: NodeJS.ProcessEnv): Shard {
  const [, which, of] = /^(\d{1,6}|env)(?:\/(\d{1,6}))?$/.exec(text) ?? [];
  if (which === undefined || (of === undefined && which !== 'env'))
    throw usage(`--shard ${text} is no part of a whole.`, 'Write --shard 3/8, or --shard env/8.');
  const told = which === 'env' ? fromEnvironment(environment) : { number: Number(which), size: undefined };
  const count = of === undefined ? told.size : Number(of);
  if (count === undefined)
    throw usage(
      '--shard env does not know of how many: the environment does not say it.',
      'Write the count: --shard env/8.',
    );
  if (count < 1 || count > mostShards)
    throw usage(`--shard ${text} asks for ${count} parts.`, `1 to ${mostShards} are possible.`);
  if (told.number < 1 || told.number > count)
    throw usage(
      `--shard ${text} is number ${told.number} of ${count}.`,
      which === 'env'
        ? `Start ${count} tasks: those of Kubernetes, AWS Batch and Slurm (--array=0-${count - 1}) count from 0, jobs of GNU parallel from 1.`
        : `The parts are 1/${count} to ${count}/${count}.`,
    );
  return { number: told.number, count };
}

function fromEnvironment(environment: NodeJS.ProcessEnv): { number: number; size: number | undefined } {
  const present = schedulers.filter(({ variable }) => environment[variable] !== undefined);
  const names = present.map(({ variable }) => variable).join(' and ');
  const [scheduler] = present;
  if (scheduler === undefined)
    throw usage(
      `--shard env finds none of ${schedulers.map(({ variable }) => variable).join(', ')}.`,
      'Is it started by a scheduler, as an array? Else say which part it is: --shard 3/8.',
    );
  if (present.length > 1)
    throw usage(`--shard env finds ${names}.`, 'Say which part it is: --shard 3/8, or unset the other.');
  const value = environment[scheduler.variable]!;
  if (!/^\d{1,6}$/.test(value))
    throw usage(`${scheduler.variable} is no number.`, 'Say which part it is: --shard 3/8.');
  const size = 'size' in scheduler ? environment[scheduler.size] : undefined;
  return {
    number: Number(value) - scheduler.first + 1,
    size: size !== undefined && /^\d{1,6}$/.test(size) ? Number(size) : undefined,
  };
}

function usage(message: string, hint: string): PressError {
  return new PressError([problem('USAGE', message, {}, hint)]);
}

/**
 * What a row costs, in rows whose number is changed only: one that is laid out for its place, and, for the first of each
 * plate, setting it (measured: 4 to 7; 5 to 10, and 20 in a fresh process).
 */
export const costs = { patched: 1, set: 6, plate: 12 } as const;

/**
 * Batches of one part. Rows stand on a line: plates by the hash of what they are of, the rows of each by the hashes of
 * their places; the line is cut into lengths of one cost. So the parts cost the same, each sets hardly more plates than
 * its share, every machine cuts in the same places, and a place more or less moves few rows from part to part.
 */
export function batchesOfShard(batches: readonly Batch[], { number, count }: Shard): Batch[] {
  const part = partsOf(batches, count);
  return batchesOf(batches.flatMap(({ rows }) => rows.filter((row) => part.get(row.file) === number)));
}

/** Of which part each file is, from 1. */
export function partsOf(batches: readonly Batch[], count: number): Map<string, number> {
  const line = [...platesOf(batches)].sort(([a], [b]) => (a < b ? -1 : 1));
  const total = line.reduce((sum, [, rows]) => sum + rows.reduce((all, { cost }) => all + cost, 0), 0);
  const parts = new Map<string, number>();
  let at = 0;
  for (const [, rows] of line)
    for (const { row, cost } of rows) {
      // The middle of a row decides: it is below the total, whatever rounding does.
      parts.set(row.file, Math.floor(((at + cost / 2) * count) / total) + 1);
      at += cost;
    }
  return parts;
}

/** Names of the manifests of parts: `campaign.3-of-8.manifest`, in a bucket with more after the count. */
export const shardManifest = /^campaign\.(\d+)-of-(\d+)\./;

/** A part as a plan of its own, and what a run of it is told beside. */
export function partOf(
  plan: Plan,
  shard: Shard,
): { plan: Plan; manifest: string; whole: ReadonlySet<string> } {
  const whole = new Set(plan.batches.flatMap(({ rows }) => rows.map(({ file }) => file)));
  const manifest = `campaign.${shard.number}-of-${shard.count}.manifest`;
  return { plan: { ...plan, batches: batchesOfShard(plan.batches, shard) }, manifest, whole };
}

interface Weighed {
  readonly row: Row;
  readonly cost: number;
}

/** Rows of each plate, in the order in which they are cut, by the hash of the plate. */
function platesOf(batches: readonly Batch[]): Map<string, readonly Weighed[]> {
  const plates = new Map<string, { readonly kind: Batch['kind']; readonly rows: Row[] }>();
  for (const { kind, rows } of batches)
    for (const row of rows) {
      const key = hash(plateOf(row));
      const plate = plates.get(key);
      if (plate === undefined) plates.set(key, { kind, rows: [row] });
      else plate.rows.push(row);
    }
  const weighed = new Map<string, readonly Weighed[]>();
  for (const [key, { kind, rows }] of plates) {
    const keyed = rows.map((row) => ({ row, key: `${hash(row.place?.id ?? '')} ${row.file}` }));
    keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
    weighed.set(
      key,
      keyed.map(({ row }, i) => ({ row, cost: costs[kind] + (i === 0 ? costs.plate : 0) })),
    );
  }
  return weighed;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
