/** What follows a run: the campaign's proof, bundles and archives where they are asked for. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { campaignFolder } from '../campaign/campaigns.ts';
import { folderWith } from '../campaign/folder.ts';
import { command } from '../press/workshop.ts';

const top = mkdtempSync(join(tmpdir(), 'campaign-desk-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const campaign = campaignFolder(2);
const args = (out: string) => [campaign, '--out', join(top, out), '--workers', '0'];

describe('campaign', () => {
  it('ends with its proof, and with the bundles that are asked for, which are proved from their records', async () => {
    const { code, out } = await command('campaign', ...args('a'), '--bundle', 'locale');
    expect(code).toBe(0);
    const names = out.trim().split('\n');
    expect(names).toEqual(
      expect.arrayContaining([
        'campaign.proof.json',
        'campaign.numbers.csv',
        'campaign.report.pdf',
        'campaign.contact.en.pdf',
        'bundles/locale/en.screen.pdf',
      ]),
    );
    for (const name of names) expect(existsSync(join(top, 'a', name)), name).toBe(true);
    const report = JSON.parse(readFileSync(join(top, 'a/campaign.proof.json'), 'utf8'));
    expect(report).toMatchObject({ format: 1, totals: { planned: 2, made: 2, failed: 0, open: 0 } });
    expect(report.secondReader).toEqual([expect.objectContaining({ passed: true })]);
    const proof = await command('proof', join(top, 'a/bundles/locale/en.screen.pdf'), '--second-opinion');
    expect(proof.code).toBe(0);
    expect(proof.out).toContain('BUNDLE_DIVIDED');
  });

  it('makes no proof where none is wanted, and an archive of all', async () => {
    const { code, out } = await command('campaign', ...args('b'), '--no-proof', '--zip');
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toEqual([expect.stringMatching(/^[a-z-]+\.zip$/)]);
    expect(existsSync(join(top, 'b/campaign.proof.json'))).toBe(false);
  });

  it('knows what a bundle can be of, before anything is made', async () => {
    const { code, err } = await command('campaign', ...args('c'), '--bundle', 'plaice');
    expect(code).toBe(2);
    expect(err).toContain('Did you mean "place"?');
    expect(existsSync(join(top, 'c'))).toBe(false);
  });
});

it('makes nothing where papers of another campaign are in the way, and is told so first', async () => {
  const out = join(top, 'other');
  expect((await command('campaign', ...args('other'))).code).toBe(0);
  const name = "name: 'x/{place}.pdf'";
  const folder = folderWith({
    'campaign.yaml': `id: schools\nguides: [heroin-detox]\nproducts: [poster]\nlocales: [en]\n${name}\n`,
  });
  const other = (...more: string[]) => command('campaign', folder, '--out', out, '--workers', '0', ...more);
  const refused = { code: 1, err: expect.stringMatching(/^error CAMPAIGN_OTHER: campaign\./m) };
  expect(await other()).toMatchObject(refused);
  expect(await other('--no-proof', '--bundle', 'locale')).toMatchObject(refused);
  expect(existsSync(join(out, 'x'))).toBe(false);
  expect((await other('--no-proof')).code).toBe(0);
  expect(existsSync(join(out, 'x/all.pdf'))).toBe(true);
});

it('bundles no shard, and makes no proof of one', async () => {
  const refused = await command('campaign', ...args('e'), '--shard', '1/2', '--zip');
  expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('Merge the shards') });
  expect((await command('campaign', ...args('e'), '--shard', '1/2')).code).toBe(0);
  expect(existsSync(join(top, 'e/campaign.proof.json'))).toBe(false);
});

it('tells papers that were made when a part of the files was there: they lack numbers that somebody is to call', async () => {
  const lacking =
    /CAMPAIGN_OUTDATED: campaign\.numbers\.csv was made when other files of the campaign were there/;
  for (const shard of ['1/2', '2/2']) {
    expect((await command('campaign', ...args('f'), '--shard', shard)).code).toBe(0);
    if (shard === '1/2') await command('campaign', 'proof', ...args('f'));
  }
  expect((await command('campaign', 'verify', ...args('f'))).err).toMatch(lacking);
  expect((await command('campaign', ...args('f'), '--no-proof')).err).toMatch(lacking);
  expect((await command('campaign', 'proof', ...args('f'))).err).not.toMatch(lacking);
  expect((await command('campaign', 'verify', ...args('f'))).code).toBe(0);
});

describe('campaign proof', () => {
  it('is made anew of what is there, and tells a file that another reader finds wrong', async () => {
    await command('campaign', ...args('d'), '--no-proof');
    const right = await command('campaign', 'proof', ...args('d'), '--json');
    expect(right.code).toBe(0);
    expect(JSON.parse(right.out)).toMatchObject({ kind: 'desk' });
    const { secondReader } = JSON.parse(readFileSync(join(top, 'd/campaign.proof.json'), 'utf8'));
    const path = join(top, 'd', secondReader[0].file);
    writeFileSync(path, Buffer.alloc(statSync(path).size));
    const wrong = await command('campaign', 'proof', ...args('d'));
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('The second reader found');
    writeFileSync(path, 'of another size');
    const lost = await command('campaign', 'proof', ...args('d'));
    expect(lost.code).toBe(1);
    expect(lost.err).toContain('CAMPAIGN_FILE_CHANGED');
  });
});
