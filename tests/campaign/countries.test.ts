/** Places of several countries in one campaign: each number is dialled as people of its own do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runPlan, verifyCampaign } from '../../src/campaign/index.ts';
import { planIn } from './campaigns.ts';
import { folderWith } from './folder.ts';
import { scratch } from './rows.ts';

const top = scratch();

it('a number that no numbering plan has is printed where its row says who called it and when', async () => {
  const planned = (confirmed: string, number = '80 00 12 87', dial = '') =>
    planIn(
      folderWith({
        'campaign.yaml':
          'id: called\nguides: [heroin-detox]\nproducts: [poster]\nlocales: [en]\nplaces: { file: places.csv, country: BF }\n',
        'places.csv': `id,helpline,dial,confirmed\na,${number},${dial},${confirmed}\nb,25 50 80 64,,\n`,
      }),
    );
  for (const confirmed of ['', 'Ana López', '"Ana López, 2026-02-30"', '"Ana López, yesterday"'])
    await expect(planned(confirmed)).rejects.toMatchObject({
      problems: [
        {
          code: 'PLACE_NUMBER_INVALID',
          place: { line: 2, column: 2 },
          hint: expect.stringContaining(
            'write who and when into a column "confirmed": Ana López, 2026-11-23',
          ),
        },
      ],
    });
  // Of what is too long or too short for the country nobody reached anybody.
  await expect(planned('"Ana López, 2026-11-23"', '80 00 12 8')).rejects.toMatchObject({
    problems: [{ code: 'PLACE_NUMBER_INVALID', hint: expect.stringContaining('Write all of its digits') }],
  });
  for (const dial of ['', '+22680001287']) {
    const plan = await planned('"Ana López, 2026-11-23"', '80 00 12 87', dial);
    expect(plan.problems).toEqual([]);
    const called = { by: 'Ana López', on: '2026-11-23' };
    expect(
      plan.batches.flatMap(({ rows }) => rows.map(({ place }) => place?.helpline)).map((n) => n?.called),
    ).toEqual([called, undefined]);
    const out = join(top, `called${dial}`);
    expect(await runPlan(plan, { out, workers: 0 })).toMatchObject({ made: 2, failed: [] });
    expect(await verifyCampaign({ out, plan, workers: 0 })).toMatchObject({ proved: 2, problems: [] });
    const record = (id: string) =>
      JSON.parse(readFileSync(join(out, `en/poster/${id}.heroin-detox.letter.screen.proof.json`), 'utf8'))
        .expectation;
    expect(record('a').called).toEqual([{ display: '80 00 12 87', ...called }]);
    expect(record('b').called).toBeUndefined();
  }
});

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
