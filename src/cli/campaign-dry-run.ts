import { type Estimate, estimateOf, type Plan, type PlanOptions } from '../campaign/index.ts';
import { harmless, mostTold } from '../diagnostics/index.ts';
import { Progress, type Streams } from './streams.ts';
import { Teller } from './teller.ts';

/** Says what a campaign would make, and what it would cost; nothing is written. The exit code: 1 where it would fail. */
export async function dryRun(
  plan: Plan,
  options: PlanOptions & { readonly workers?: number | undefined },
  json: boolean,
  streams: Streams,
): Promise<number> {
  const { workers, ...rest } = options;
  let progress: Progress | undefined;
  const estimate = await estimateOf(plan, {
    ...rest,
    ...(workers === undefined ? {} : { workers }),
    onProgress: (file, of) => {
      progress ??= streams.err.isTTY === true ? new Progress(streams.err, of) : undefined;
      progress?.step(file);
    },
  });
  progress?.end();
  const { id, totals, batches, problems } = plan;
  if (json) {
    const said = { id, totals, batches: batches.length, estimate, problems };
    streams.out.write(`${JSON.stringify(said, null, 2)}\n`);
  } else {
    const teller = new Teller(streams.err);
    for (const file of estimate.failed.slice(0, mostTold)) streams.err.write(`${file} cannot be made.\n`);
    teller.tell(estimate.problems);
    teller.tell(problems);
    teller.end();
    streams.out.write(`${linesOf(plan, estimate).map(harmless).join('\n')}\n`);
  }
  return estimate.problems.length > 0 ? 1 : 0;
}

const count = (value: number) => value.toLocaleString('en-US');
const counted = (value: number, one: string) => `${count(value)} ${one}${value === 1 ? '' : 's'}`;

function triedOf({ tried, untried, failed }: Estimate): string {
  const made = failed.length === 0 ? 'can be made' : `${count(failed.length)} of them cannot be made`;
  const left = untried === 0 ? '' : ` There are ${count(untried)} more of such, and none of them was tried.`;
  return `Tried in each product, language, paper and the like, with the longest names: ${counted(tried, 'file')}, ${made}.${left}`;
}

function linesOf({ id, totals, batches }: Plan, estimate: Estimate): string[] {
  const { seconds, workers, bytes, samples } = estimate;
  const { files, patched, set, places, copies, numbers, by } = totals;
  const kinds = batches.filter(({ kind }) => kind === 'patched');
  const plates = new Set(kinds.map(({ rows: [row] }) => JSON.stringify([row!.guide, row!.setting]))).size;
  const of = (field: keyof typeof by) =>
    `  ${field.padEnd(8)} ${Object.entries(by[field])
      .map(([name, each]) => `${name} ${count(each)}`)
      .join(', ')}`;
  return [
    `${id}: ${counted(files, 'file')}${places === 0 ? '' : ` of ${counted(places, 'place')}`}, with ${counted(numbers, 'number')} to call.`,
    ...(['guide', 'locale', 'product', 'paper', 'purpose'] as const).map(of),
    ...(copies > files ? [`  copies   ${count(copies)}`] : []),
    ...(patched === 0
      ? []
      : [`${counted(patched, 'file')} laid out ${count(plates)} times in all, with another number in each.`]),
    ...(set === 0
      ? []
      : [`${counted(set, 'file')} laid out anew: name, address, pages or logo are of the place.`]),
    ...(samples.length === 0
      ? []
      : [
          `About ${timeOf(seconds)} with ${counted(workers, 'worker')}, and ${sizeOf(bytes)} with the proofs. Tried just now: ${samples
            .map(
              ({ product, kind, next }) =>
                `${product} ${kind === 'set' ? 'laid out anew' : 'with another number'} ${next.toFixed(0)} ms`,
            )
            .join(', ')}.`,
        ]),
    triedOf(estimate),
    'Nothing was written.',
  ];
}

function timeOf(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

function sizeOf(bytes: number): string {
  return bytes < 1e9 ? `${Math.max(1, Math.round(bytes / 1e6))} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
