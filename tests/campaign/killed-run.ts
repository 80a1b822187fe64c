/** A run of a campaign in this thread, in a process of its own, to be killed: `<campaign> <out>`. A line for each file. */
import { loadCampaign, planOf, runPlan } from '../../src/campaign/index.ts';

const [campaign, out] = process.argv.slice(2) as [string, string];
await runPlan(await planOf(loadCampaign(campaign)), {
  out,
  workers: 0,
  onProgress: ({ kind }) => process.stdout.write(`${kind}\n`),
});
