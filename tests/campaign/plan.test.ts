import { expect, it } from 'vitest';
import { loadCampaign, PlaceGuides, planOf } from '../../src/campaign/index.ts';
import { Press } from '../../src/press/index.ts';
import { folderWith } from './folder.ts';

const campaign = `id: clinics
guides: [heroin-detox]
products: [poster]
locales: [en, es]
purposes: [screen]
places: { file: places.csv }
`;
const places = 'id,helpline,name\nnorth,202-555-0101,\nsouth,202-555-0102,\neast,202-555-0103,East Clinic\n';

it('groups rows that differ in their number only, and sets those with a publisher', async () => {
  const folder = folderWith({ 'campaign.yaml': campaign, 'places.csv': places });
  const plan = await planOf(loadCampaign(folder));
  expect(plan.batches.map(({ kind, rows }) => [kind, rows.map(({ file }) => file)])).toEqual([
    [
      'patched',
      ['en/poster/north.heroin-detox.letter.screen.pdf', 'en/poster/south.heroin-detox.letter.screen.pdf'],
    ],
    ['set', ['en/poster/east.heroin-detox.letter.screen.pdf']],
    [
      'patched',
      ['es/poster/north.heroin-detox.letter.screen.pdf', 'es/poster/south.heroin-detox.letter.screen.pdf'],
    ],
    ['set', ['es/poster/east.heroin-detox.letter.screen.pdf']],
  ]);
  expect(plan.totals).toMatchObject({ files: 6, patched: 4, set: 2, places: 3, copies: 6, numbers: 3 });
});

it('gives the guide of each row with its number and publisher, and it prints', async () => {
  const folder = folderWith({ 'campaign.yaml': campaign, 'places.csv': places });
  const plan = await planOf(loadCampaign(folder));
  const guides = new PlaceGuides({ campaign: plan.folder });
  const press = new Press();
  for (const batch of plan.batches)
    for (const row of batch.rows) {
      const { proof, bytes } = press.run(guides.of(row), { ...row.setting, ...row.impression });
      expect(proof.passed, row.file).toBe(true);
      expect(bytes.length).toBeGreaterThan(1000);
    }
  press.close();
});

it('leaves out of all products what prints a form of the disclosure that a guide has not, and says so; one that is named is tried', async () => {
  const all = campaign.replace('[poster]', 'all').replace(/^places:.*\n/m, '');
  const plan = await planOf(loadCampaign(folderWith({ 'campaign.yaml': all })));
  const made = new Set(plan.batches.flatMap(({ rows }) => rows.map(({ setting }) => setting.product)));
  expect(made).toContain('wallet-card');
  expect(made).not.toContain('wallet-card-flat');
  const told = plan.problems.filter(({ code }) => code === 'DISCLOSURE_SHORT_MISSING');
  expect(told.map(({ severity, place }) => [severity, place.product])).toEqual([
    ['warning', 'wallet-card-flat'],
  ]);
  const named = all.replace('products: all', 'products: [wallet-card-flat]');
  const tried = await planOf(loadCampaign(folderWith({ 'campaign.yaml': named })));
  expect(tried.totals.files).toBe(2);
});
