import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { planHash } from '../../src/campaign/queue/queue-job.ts';
import { openSite } from '../../src/campaign/queue/queue-site.ts';
import { planIn } from './campaigns.ts';
import { folderWith } from './folder.ts';

it('a worker whose folder lacks a logo says which one, and makes nothing', async () => {
  const files = {
    'campaign.yaml': 'id: a\nguides: [heroin-detox]\nproducts: [poster]\nplaces: { file: places.csv }\n',
    'places.csv': 'id,helpline,name,logo\nnorth,202-555-0101,Clinic North,north.svg\n',
  };
  const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0H9V9"/></svg>';
  const plan = await planIn(folderWith({ ...files, 'north.svg': logo }));
  const campaign = folderWith(files);
  const job = { plan: planHash(plan), campaign, out: join(campaign, 'out'), options: {} };
  await expect(openSite(job as never, dirname(campaign), 0)).rejects.toMatchObject({
    problems: [
      {
        code: 'QUEUE_OTHER_FILES',
        message: expect.stringMatching(/PLACE_LOGO_INVALID There is no file .*north\.svg\.$/),
      },
    ],
  });
  await expect(openSite(job as never, dirname(campaign), 0)).rejects.not.toMatchObject({
    problems: [{ message: expect.stringMatching(/\.\.$/) }],
  });
});
