/** Whoever corrects a sheet while its campaign runs is told that the files are of what it said before. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runPlan } from '../../src/campaign/index.ts';
import type { Problem } from '../../src/diagnostics/index.ts';
import { campaignFolder, planIn } from './campaigns.ts';
import { folderWith } from './folder.ts';

async function run(folder: string, out: string, meanwhile: () => void = () => {}) {
  const told: Problem[] = [];
  const result = await runPlan(await planIn(folder), {
    out,
    workers: 0,
    onWarning: (each) => told.push(each),
    onProgress: ({ kind }) => kind === 'begun' && meanwhile(),
  });
  return { made: result.made, told: told.map(({ code, place }) => [code, place.file]) };
}

it('a number that is corrected while a campaign runs is told, and made by the next run', async () => {
  const [folder, out] = [campaignFolder(2), folderWith({})];
  const sheet = join(folder, 'places.csv');
  const before = readFileSync(sheet, 'utf8');
  const correct = () => writeFileSync(sheet, before.replace('202-555-1001', '202-555-2001'));
  expect(await run(folder, out, correct)).toEqual({
    made: 2,
    told: [['CAMPAIGN_CHANGED', 'places.csv']],
  });
  expect(await run(folder, out)).toEqual({ made: 1, told: [] });
});

it('so is the file of the campaign, and a sheet that is taken away', async () => {
  const [folder, out] = [campaignFolder(1), folderWith({})];
  const campaign = join(folder, 'campaign.yaml');
  const change = () => {
    writeFileSync(campaign, `${readFileSync(campaign, 'utf8')}# more\n`);
    rmSync(join(folder, 'places.csv'));
  };
  expect((await run(folder, out, change)).told).toEqual([
    ['CAMPAIGN_CHANGED', 'campaign.yaml'],
    ['CAMPAIGN_CHANGED', 'places.csv'],
  ]);
});
