import { availableParallelism } from 'node:os';
import type { Code, Problem } from '../../diagnostics/index.ts';
import { PlaceGuides } from '../plan/place-guides.ts';
import type { PlanOptions } from '../plan/plan.ts';
import type { Batch, Plan } from '../plan/row.ts';
import { type Bench, Benches, openBench } from './bench.ts';
import { Plates } from './plates.ts';
import { trialsOf } from './trials.ts';
import { makeBatch } from './work.ts';

/** What some files cost that were made to know it. */
export interface Sample {
  readonly kind: Batch['kind'];
  readonly product: string;
  readonly file: string;
  /** Milliseconds of the first file of a batch, and of each that follows. */
  readonly first: number;
  readonly next: number;
  /** Bytes of a file and its proof. */
  readonly bytes: number;
}

/** What a campaign costs, by what files of it cost that were made in memory. */
export interface Estimate {
  /** On all workers together. */
  readonly seconds: number;
  readonly workers: number;
  /** Of all files and their proofs. */
  readonly bytes: number;
  readonly samples: readonly Sample[];
  /** Files that were laid out: the ones with the longest names, of each product in each language and the like. */
  readonly tried: number;
  /** Products in a language and the like of which none was, for there are too many. */
  readonly untried: number;
  /** Those of them that cannot be made. */
  readonly failed: readonly string[];
  /** Why. */
  readonly problems: readonly Problem[];
}

/** Files of a batch that are made to know what it costs. */
const mostMade = 4;

/**
 * Makes some files of each kind and product, twice, the second time to measure, and of each that is laid out otherwise those
 * that are the first to have no room: nothing is written.
 */
export async function estimateOf(
  plan: Plan,
  {
    folders = {},
    guides,
    workers = availableParallelism(),
    onProgress = () => {},
  }: PlanOptions & {
    readonly workers?: number;
    /** Is told before each file that is tried. */
    readonly onProgress?: (file: string, of: number) => void;
  } = {},
): Promise<Estimate> {
  const chosen = new Map<string, Batch>();
  for (const batch of plan.batches) {
    const known = chosen.get(keyOf(batch));
    if (known === undefined || known.rows.length < batch.rows.length) chosen.set(keyOf(batch), batch);
  }
  const bench = openBench({ campaign: plan.folder, guides, folders });
  const loaded = new PlaceGuides({ campaign: plan.folder, guides });
  const samples = new Map<string, Sample>();
  const found = new Map<string, readonly Problem[]>();
  const measure = ({ rows, ...batch }: Batch) =>
    measured(
      { ...batch, rows: rows.slice(0, mostMade) },
      { ...bench, plates: new Plates(bench.press, (row) => loaded.of(row)) },
    );
  try {
    for (const [key, batch] of chosen) {
      const { failed } = await measure(batch);
      for (const [file, problems] of failed) found.set(file, problems);
      if (failed.size > 0) chosen.delete(key);
    }
    // The first time everything is read, and the program itself is slow.
    for (const [key, batch] of chosen) samples.set(key, (await measure(batch)).sample);
  } finally {
    bench.press.close();
  }
  const trials = trialsOf(plan);
  const benches = new Benches({ campaign: plan.folder, guides, folders });
  try {
    for (const batch of trials.batches) {
      onProgress(batch.rows[0]!.file, trials.batches.length);
      const { failed } = await measured(batch, benches.of(batch));
      for (const [file, problems] of failed) found.set(file, problems);
    }
  } finally {
    benches.close();
  }
  let [milliseconds, bytes] = [0, 0];
  for (const batch of plan.batches) {
    const sample = samples.get(keyOf(batch));
    if (sample === undefined) continue;
    milliseconds += sample.first + (batch.rows.length - 1) * sample.next;
    bytes += batch.rows.length * sample.bytes;
  }
  return {
    seconds: milliseconds / 1000 / workers,
    workers,
    bytes,
    samples: [...samples.values()],
    tried: trials.batches.length,
    untried: trials.left,
    failed: [...found.keys()],
    problems: [...found.values()].flat(),
  };
}

const keyOf = ({ kind, rows }: Batch) => `${kind} ${rows[0]!.setting.product}`;

interface Measured {
  readonly sample: Sample;
  /** Files that cannot be made, and why. */
  readonly failed: ReadonlyMap<string, readonly Problem[]>;
}

async function measured(batch: Batch, bench: Bench): Promise<Measured> {
  const times: number[] = [];
  const failed = new Map<string, readonly Problem[]>();
  let bytes = 0;
  let since = performance.now();
  for await (const { entry, files } of makeBatch(batch, bench)) {
    times.push(performance.now() - since);
    bytes += files.reduce((sum, { content }) => sum + content.length, 0);
    if (entry.outcome === 'failed')
      failed.set(
        entry.file,
        entry.problems.map((each) => ({ place: {}, ...each, code: each.code as Code, severity: 'error' })),
      );
    since = performance.now();
  }
  const [first, ...others] = times as [number, ...number[]];
  const next = others.length === 0 ? first : others.reduce((sum, time) => sum + time, 0) / others.length;
  const { file, setting } = batch.rows[0]!;
  return {
    sample: { kind: batch.kind, product: setting.product, file, first, next, bytes: bytes / times.length },
    failed,
  };
}
