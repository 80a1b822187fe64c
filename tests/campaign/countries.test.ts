/** Places of several countries in one campaign: each number is dialled as people of its own do. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runPlan, verifyCampaign } from '../../src/campaign/index.ts';
import { planIn } from './campaigns.ts';
import { folderWith } from './folder.ts';
import { scratch } from './rows.ts';

const top = scratch();

it.each([
  ['the guide’s', '', 'a,800 911 2000,MX\nb,202 555 0101,\nc,800 911 2001,MX\nd,202 555 0102,\n'],
  ['another', ', country: MX', 'a,800 911 2000,\nb,202 555 0101,US\nc,800 911 2001,\nd,202 555 0102,US\n'],
])('each number is printed as of its country, where that of the places is %s', async (_, said, rows) => {
  const folder = folderWith({
    'campaign.yaml': `id: mixed\nguides: [heroin-detox]\nproducts: [poster]\nlocales: [en]\nplaces: { file: places.csv${said} }\n`,
    'places.csv': `id,helpline,country\n${rows}`,
  });
  const plan = await planIn(folder);
  const out = join(top, said === '' ? 'own' : 'other');
  expect(await runPlan(plan, { out, workers: 0 })).toMatchObject({ made: 4, failed: [] });
  expect(await verifyCampaign({ out, plan, workers: 0 })).toMatchObject({ proved: 4, problems: [] });
});
