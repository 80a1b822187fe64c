import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { campaignFolder } from '../campaign/campaigns.ts';
import { command } from '../press/workshop.ts';

const top = mkdtempSync(join(tmpdir(), 'parts-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const folder = campaignFolder(4);
const out = join(top, 'out');
const campaign = (...more: string[]) => command('campaign', folder, '--out', out, '--workers', '0', ...more);
const merge = (...more: string[]) => command('campaign', 'merge', folder, '--out', out, ...more);

describe('a campaign in parts', () => {
  it('is merged when all parts are there, and not before', async () => {
    expect((await campaign('--shard', '1/2')).code).toBe(0);
    expect(readdirSync(out).filter((name) => name.endsWith('.manifest'))).toEqual([
      'campaign.1-of-2.manifest',
    ]);
    const half = await merge();
    expect(half.code).toBe(1);
    expect(half.err).toContain('CAMPAIGN_OPEN');
    expect(half.err).toContain('--shard 2/2');
    expect(half.out).toContain('do not make the whole');
    expect(existsSync(join(out, 'campaign.manifest'))).toBe(false);
    expect((await campaign('--shard', '2/2')).code).toBe(0);
    const whole = await merge('--json');
    expect(whole.code).toBe(0);
    expect(JSON.parse(whole.out)).toMatchObject({
      format: 1,
      files: 4,
      manifests: 2,
      twice: 0,
      problems: [],
    });
    expect((await merge()).out).toContain('All 4 files are there');
  });

  it('is told what is wrong with how it is asked for', async () => {
    for (const more of [
      ['--shard', '3/2'],
      ['--shard', 'env/2'],
      ['--shard', '1/2', '--queue', 'redis://127.0.0.1:1'],
    ]) {
      const refused = await campaign(...more);
      expect(refused.code).toBe(2);
      expect(refused.err).toContain('USAGE');
    }
  });
});

describe('a queue', () => {
  it.each([
    ['QUEUE_ADDRESS', 'http://x:hidden@y'],
    ['QUEUE_UNREACHABLE', 'redis://:hidden@127.0.0.1:1'],
    ['QUEUE_UNREACHABLE', 'postgres://me:hidden@127.0.0.1:1/x'],
  ])('that is of no use is told of with %s, by the campaign and by a worker', async (code, address) => {
    for (const refused of [
      await campaign('--queue', address),
      await command('worker', '--queue', address, '--root', top),
    ]) {
      expect(refused.code).toBe(1);
      expect(refused.err).toContain(code);
      expect(refused.err + refused.out).not.toContain('hidden');
    }
  });

  it('has workers of a number of threads', async () => {
    for (const more of [
      ['--workers', 'x'],
      ['--workers', '257'],
      ['--idle', '-1'],
    ])
      expect((await command('worker', '--queue', 'redis://127.0.0.1:1', ...more)).code).toBe(2);
  });
});
