import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { campaignFolder } from '../campaign/campaigns.ts';
import { command } from '../press/workshop.ts';

vi.mock('pdfjs-dist/legacy/build/pdf.mjs', () => {
  throw new Error('it is an optional peer, and not installed');
});

const campaign = campaignFolder(1);

it('a campaign without the second reader is whole, and says on the command and on the paper that nobody looked', async () => {
  const top = mkdtempSync(join(tmpdir(), 'second-'));
  try {
    const { code, err } = await command('campaign', campaign, '--out', join(top, 'out'), '--workers', '0');
    expect(err).toContain('No second reader looked at the files: npm install pdfjs-dist.');
    expect(err).not.toContain('wrong');
    expect(code).toBe(0);
    const { secondReader } = JSON.parse(readFileSync(join(top, 'out/campaign.proof.json'), 'utf8'));
    expect(secondReader[0]).toMatchObject({ passed: false, checked: false });
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
});
