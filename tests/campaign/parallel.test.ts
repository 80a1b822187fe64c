import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { mergeCampaign } from '../../src/campaign/index.ts';
import { campaignFolder, planIn } from './campaigns.ts';
import { scratch } from './rows.ts';
import { program } from './servers/found.ts';

const parallel = program('parallel');
const root = resolve(import.meta.dirname, '../..');

it.skipIf(parallel === undefined)(
  'GNU parallel makes a campaign in parts, by the recipe of docs/campaigns.md, and they make the whole',
  async () => {
    const folder = campaignFolder(3, { locales: ['en', 'es'] });
    const out = join(scratch(), 'out');
    const press = `${process.execPath} --import tsx src/cli.ts`;
    const recipe = `${press} campaign ${folder} --out ${out} --workers 0 --shard`;
    for (const [jobs, shard] of [
      ['1\n2\n', '{}/3'],
      ['3\n', '{}/3'],
    ] as const) {
      const { status, stderr } = spawnSync(parallel!, ['--will-cite', '-j2', `${recipe} ${shard}`], {
        cwd: root,
        input: jobs,
        encoding: 'utf8',
      });
      expect(status, stderr).toBe(0);
    }
    expect(await mergeCampaign(await planIn(folder), out)).toMatchObject({
      files: 6,
      manifests: 3,
      problems: [],
    });
  },
  120_000,
);
