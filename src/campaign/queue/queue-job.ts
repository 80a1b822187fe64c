import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { layersOf, type Root } from '../../files/index.ts';
import { shippedFolders } from '../../press/index.ts';
import type { PlanOptions } from '../plan/plan.ts';
import { type Batch, hashOfRows, type Plan, type Row, rowsOf } from '../plan/row.ts';

const path = z.string().min(1).max(4096);
const options = z.strictObject({
  guides: path.optional(),
  date: z.string().max(40).optional(),
  templates: z.array(path).max(20).optional(),
  locales: z.array(path).max(20).optional(),
  fonts: z.array(path).max(20).optional(),
});

/**
 * What a worker is asked for: rows of a plan that it makes itself, from the same files. Numbers and names of places never
 * pass through the queue.
 */
const schema = z.strictObject({
  /** The campaign's file, absolute, the same on every machine. */
  campaign: path,
  options,
  /** A folder, absolute, or `s3://…`. */
  out: path,
  /** {@link planHash} of the plan that the rows are of. */
  plan: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.enum(['patched', 'set']),
  /** First and last of each run of rows, counted through the plan's batches. */
  rows: z
    .array(z.tuple([z.int().min(0), z.int().min(0)]))
    .min(1)
    .max(1000),
  /** It was given before, and some of it may be made. */
  again: z.boolean(),
});

/** What a plan is made with beside the campaign, as another machine can use it. Folders are absolute. */
export interface JobOptions {
  readonly guides?: string;
  readonly date?: string;
  /** Of layers, the uppermost first; {@link shipped} stands for those that each machine has with the press. */
  readonly templates?: readonly string[];
  /** The same of translations and words. */
  readonly locales?: readonly string[];
  /** The same of faces. */
  readonly fonts?: readonly string[];
}
const shipped = 'shipped';
export type JobData = Omit<z.infer<typeof schema>, 'options'> & { readonly options: JobOptions };

/** Undefined: it is none of this version of the press. */
export function parseJob(data: unknown): JobData | undefined {
  const parsed = schema.safeParse(data);
  const isRight = parsed.success && parsed.data.rows.every(([first, last]) => first <= last);
  return isRight ? (parsed.data as JobData) : undefined;
}

/** @param options with folders that are absolute, or those of the press */
export function jobOptionsOf({ guides, date, folders = {} }: PlanOptions): JobOptions {
  const own = shippedFolders();
  const templates = saidLayers(folders.templates, own.templates);
  const locales = saidLayers(folders.locales, own.locales);
  const fonts = saidLayers(folders.fonts, own.fonts);
  return {
    ...(guides === undefined ? {} : { guides }),
    ...(date === undefined ? {} : { date }),
    ...(templates === undefined ? {} : { templates }),
    ...(locales === undefined ? {} : { locales }),
    ...(fonts === undefined ? {} : { fonts }),
  };
}

/** Undefined: those of the press alone. */
function saidLayers(root: Root | undefined, own: string): readonly string[] | undefined {
  if (root === undefined) return undefined;
  const layers = layersOf(root).map((layer) => (layer === own ? shipped : layer));
  return layers.length === 1 && layers[0] === shipped ? undefined : layers;
}

/** The folders of the machines that a job names, whatever is looked for in them. */
export function foldersIn({ guides, templates = [], locales = [], fonts = [] }: JobOptions): string[] {
  const layers = [...templates, ...locales, ...fonts].filter((path) => path !== shipped);
  return guides === undefined ? layers : [guides, ...layers];
}

/** The same for the machine that this runs on. */
export function planOptionsOf({ templates, locales, fonts, ...options }: JobOptions): PlanOptions {
  const own = shippedFolders();
  const here = (layers: readonly string[], ours: string) =>
    layers.map((layer) => (layer === shipped ? ours : layer));
  const folders = {
    ...(templates === undefined ? {} : { templates: here(templates, own.templates) }),
    ...(locales === undefined ? {} : { locales: here(locales, own.locales) }),
    ...(fonts === undefined ? {} : { fonts: here(fonts, own.fonts) }),
  };
  return { ...options, folders };
}

/** The hash of all rows of a plan. */
export function planHash(plan: Plan): string {
  return hashOfRows(rowsOf(plan));
}

/** Runs of successive numbers, first and last of each. */
export function runsOf(numbers: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

/** The rows of a job; undefined: the plan has none of them. */
export function rowsOfJob(runs: JobData['rows'], rows: readonly Row[]): Row[] | undefined {
  if (runs.some(([, last]) => last >= rows.length)) return undefined;
  return runs.flatMap(([first, last]) => rows.slice(first, last + 1));
}

/** What all jobs of one run have in common. */
export type JobSource = Pick<JobData, 'campaign' | 'options' | 'out' | 'plan'>;

/**
 * Id of a job: of the plan, of where its files go, and of what its rows are made of, so that the same work is there once
 * and other work never has its name. BullMQ takes no colon in it, and no number alone.
 */
export function jobId({ campaign, options, out, plan }: JobSource, rows: Batch['rows']): string {
  const hash = createHash('sha256').update(`${JSON.stringify([campaign, options, out])}\n`);
  for (const { file, input } of rows) hash.update(`${file}\n${input}\n`);
  return `${plan.slice(0, 12)}-${hash.digest('hex').slice(0, 32)}`;
}

/**
 * Whether a job is one that nobody can do any more, as whoever runs a campaign knows: of a run into the same folder, or of
 * the same campaign, from before its files changed. Every worker would end of it.
 */
export function isLeftBehind(data: unknown, own: JobSource): boolean {
  const { campaign, options, out, plan } = (data ?? {}) as Partial<JobSource>;
  if (plan === own.plan) return false;
  return out === own.out || (campaign === own.campaign && isDeepStrictEqual(options, own.options));
}

/** Whether a job says what it is for, in this version of the press or another: one that does not is nobody's. */
export function isAsked(data: unknown): boolean {
  const { campaign, out, plan } = (data ?? {}) as Partial<JobSource>;
  return [campaign, out, plan].every((said) => typeof said === 'string' && said !== '');
}
