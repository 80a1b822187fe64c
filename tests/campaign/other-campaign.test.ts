import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Plan, readManifest, runPlan, verifyCampaign } from '../../src/campaign/index.ts';
import type { Problem } from '../../src/diagnostics/index.ts';
import { planIn } from './campaigns.ts';
import { folderWith } from './folder.ts';
import { pressFilesIn } from './made.ts';

const campaign = (id: string, csv: string) =>
  planIn(
    folderWith({
      'campaign.yaml': `id: ${id}\nguides: [heroin-detox]\nproducts: [poster]\nlocales: [en]\nplaces: { file: places.csv }\n`,
      'places.csv': `id,helpline\n${csv}`,
    }),
  );
const [north, south, all] = await Promise.all([
  campaign('clinics', 'north,202-555-0101\nsouth,202-555-0102\n'),
  campaign('schools', 'east,202-555-0103\n'),
  campaign('schools', 'south,202-555-0199\neast,202-555-0103\n'),
]);
const told: Problem[] = [];
const run = (plan: Plan, out: string) => {
  told.length = 0;
  return runPlan(plan, { out, workers: 0, onWarning: (each) => told.push(each) });
};

it('a campaign does not put its files in the place of those of another one', async () => {
  const out = folderWith({});
  await run(north, out);
  const before = pressFilesIn(out);
  await expect(run(all, out)).rejects.toMatchObject({
    problems: [{ code: 'CAMPAIGN_OTHER', place: { file: 'en/poster/south.heroin-detox.letter.screen.pdf' } }],
  });
  expect(pressFilesIn(out)).toEqual(before);
});

it('what another campaign made beside is told as its own, and not as left over', async () => {
  const out = folderWith({});
  await run(north, out);
  expect(told).toEqual([]);
  expect(await run(south, out)).toMatchObject({ made: 1, left: [] });
  expect(told).toMatchObject([{ code: 'CAMPAIGN_OTHER', severity: 'warning' }]);
  expect(await run(north, out)).toMatchObject({ made: 0, kept: 2, left: [] });
  const { problems } = await verifyCampaign({ out, plan: north, workers: 0 });
  expect(problems).toMatchObject([{ code: 'CAMPAIGN_OTHER', severity: 'warning' }]);
});

it('a campaign goes on where lines do not say which one they are of: an earlier version wrote them', async () => {
  const out = folderWith({});
  const path = join(out, 'campaign.manifest');
  await run(north, out);
  const lines: string[] = [];
  for await (const one of readManifest(path)) lines.push(JSON.stringify({ ...one, campaign: undefined }));
  const sum = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);
  expect(readFileSync(path, 'utf8')).toContain('"campaign":"clinics"');
  writeFileSync(path, lines.map((text) => `${sum(text)} ${text}\n`).join(''));
  expect(await run(all, out)).toMatchObject({ made: 2, left: [expect.stringContaining('north')] });
  expect(told).toEqual([]);
});
