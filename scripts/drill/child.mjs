/**
 * One run of a campaign in a process of its own, to be killed: `node scripts/drill/child.mjs <campaign> <out> <workers>
 * [<shard>/<count>]`. Each thing that happens is a line of JSON; the exit code is 0 where every file is there.
 */
import { join, resolve } from 'node:path';

const dist = join(resolve(import.meta.dirname, '../..'), 'dist/campaign/index.js');
const { batchesOfShard, loadCampaign, planOf, runPlan } = await import(dist);
const [campaign, out, workers, shard] = process.argv.slice(2);
const say = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);

try {
  const plan = await planOf(loadCampaign(campaign));
  const [number, count] = (shard ?? '').split('/').map(Number);
  const part =
    shard === undefined
      ? { plan, options: {} }
      : {
          plan: { ...plan, batches: batchesOfShard(plan.batches, { number, count }) },
          options: {
            manifest: `campaign.${number}-of-${count}.manifest`,
            whole: new Set(plan.batches.flatMap(({ rows }) => rows.map(({ file }) => file))),
          },
        };
  const result = await runPlan(part.plan, {
    out,
    workers: Number(workers),
    onProgress: ({ kind, done }) => say({ kind, done }),
    ...part.options,
  });
  say({ kind: 'ended', made: result.made, kept: result.kept, failed: result.failed.length });
  process.exitCode = result.failed.length === 0 ? 0 : 1;
} catch (error) {
  say({ kind: 'refused', problems: error.problems ?? [{ code: 'UNCAUGHT', message: String(error.stack) }] });
  process.exitCode = 1;
}
