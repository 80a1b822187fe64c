import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { isEntry, readManifest, runPlan } from '../../src/campaign/index.ts';
import { campaignFolder, planIn, rowsOf } from './campaigns.ts';
import { scratch } from './rows.ts';

const top = scratch();
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Runs the campaign in a process that is killed (SIGKILL) when it has said so many lines. Gives how many it said. */
function killedAfter(lines: number, campaign: string, out: string): Promise<number> {
  const script = join(import.meta.dirname, 'killed-run.ts');
  const child = spawn(process.execPath, ['--import', loader, script, campaign, out], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString().split('\n').length - 1;
    if (said >= lines) child.kill('SIGKILL');
  });
  return new Promise((resolve) => child.on('close', () => resolve(said)));
}

function filesIn(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
  return new Map(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path): [string, string] => [
        relative(folder, path),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ])
      .filter(([name]) => !name.startsWith('campaign.')),
  );
}

it('ends byte-equal to an undisturbed run, with each file recorded once, after it was killed again and again', async () => {
  // Files are recorded 64 at a time: a run that is killed when it has said so leaves many to be made.
  const campaign = campaignFolder(250);
  const plan = await planIn(campaign);
  const whole = join(top, 'whole');
  await runPlan(plan, { out: whole, workers: 0 });
  const expected = filesIn(whole);

  const out = join(top, 'killed');
  mkdirSync(out);
  // At once when it has begun, and in the midst of its files.
  for (const lines of [1, 12, 9]) {
    await killedAfter(lines, campaign, out);
    // Whatever stands there by its name is whole.
    for (const [name, hash] of filesIn(out))
      if (!name.includes('.campaign.')) expect(hash, name).toBe(expected.get(name));
  }
  const last = await runPlan(plan, { out, workers: 0 });
  expect(last.kept).toBeGreaterThan(0);
  expect(last.made).toBeGreaterThan(0);
  expect(filesIn(out)).toEqual(expected);
  const recorded: string[] = [];
  for await (const one of readManifest(join(out, 'campaign.manifest'))) {
    expect(isEntry(one)).toBe(true);
    if (isEntry(one)) recorded.push(one.file);
  }
  expect(recorded.toSorted()).toEqual(
    rowsOf(plan)
      .map(({ file }) => file)
      .toSorted(),
  );
}, 300_000);
