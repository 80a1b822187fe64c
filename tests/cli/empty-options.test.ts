/** A variable of the shell that is not set is an empty text: nothing is written where one stands, and nothing read there. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { campaignFolder } from '../campaign/campaigns.ts';
import { command } from '../press/workshop.ts';

const top = mkdtempSync(join(tmpdir(), 'empty-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const campaign = campaignFolder(1);

it.each([
  [['campaign', campaign, '--out', ''], '--out'],
  [['campaign', 'merge', campaign, '--out', ''], '--out'],
  [['campaign', campaign, '--dry-run', '--guides', ''], '--guides'],
  [['print', 'guides/heroin-detox', '--out='], '--out'],
  [['print', 'guides/heroin-detox', '--templates', '', '--locale', ''], '--templates'],
  [['campaign', ''], 'An argument'],
] as const)('%j is wrong usage, and is told', async (args, what) => {
  const before = readdirSync('.');
  const { code, err } = await command(...args);
  expect([code, err]).toEqual([2, expect.stringContaining(`${what} is empty.`)]);
  expect(readdirSync('.')).toEqual(before);
});

it('a worker does not wait for jobs below a folder that is not there', async () => {
  const { code, err } = await command(
    'worker',
    '--queue',
    'redis://127.0.0.1:1',
    '--root',
    join(top, 'nope'),
  );
  expect([code, err]).toEqual([1, expect.stringContaining('FILE_NOT_FOUND')]);
});

it('a campaign that was not made has no proof: the folder may be mistyped', async () => {
  const out = join(top, 'mistyped');
  const { code, err } = await command('campaign', 'proof', campaign, '--out', out);
  expect([code, err]).toEqual([1, expect.stringContaining('CAMPAIGN_OPEN')]);
  expect(readdirSync(top)).not.toContain('mistyped');
});
