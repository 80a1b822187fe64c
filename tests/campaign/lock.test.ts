/** One run writes to a folder, whatever the clocks of two machines say. */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isLocked, Lock, leftAt, takeAway } from '../../src/campaign/store/lock.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  path = join(folder, 'campaign.manifest.lock');
});
afterEach(() => {
  vi.useRealTimers();
});

/** A lock of another machine, written so many seconds ago by the clock of the disk. */
function ofAnother(secondsAgo: number): void {
  writeFileSync(path, 'elsewhere 5\n');
  const at = Date.now() / 1000 - secondsAgo;
  utimesSync(path, at, at);
}

it.each([
  [0, true],
  [50, true],
  [-50, true],
  [70, false],
  [-70, false],
  [-40_000_000, false],
])('of another machine, written %s s ago, is held: %s', (secondsAgo, isHeld) => {
  ofAnother(secondsAgo);
  expect(isLocked(path)).toBe(isHeld);
  if (isHeld) expect(() => new Lock(path)).toThrow('CAMPAIGN_RUNNING');
  else new Lock(path).release();
  expect(readdirSync(folder)).toEqual(isHeld ? ['campaign.manifest.lock'] : []);
});

it.each(['2001-01-01', '2101-01-01'])(
  'is held by another machine where the clock of this one says %s',
  (day) => {
    ofAnother(0);
    vi.useFakeTimers({ now: new Date(day), toFake: ['Date'] });
    expect(isLocked(path)).toBe(true);
    expect(() => new Lock(path)).toThrow('CAMPAIGN_RUNNING');
  },
);

it('that was left is taken over by one of two runs that find it at once, and what the first one holds stays', () => {
  ofAnother(70);
  const found = leftAt(path);
  if (found === undefined || found === 'held') throw new Error('it was left');
  // Between the second run's look and its hand the first one takes the lock over.
  const first = new Lock(path);
  expect(takeAway(path, found)).toBe(false);
  expect(isLocked(path)).toBe(true);
  expect(() => new Lock(path)).toThrow('CAMPAIGN_RUNNING');
  first.release();
  expect(readdirSync(folder)).toEqual([]);
  // One that went away meanwhile is in nobody's way.
  expect(takeAway(path, found)).toBe(true);
});

it('is written anew, and not where somebody else has it now', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const lock = new Lock(path);
  ofOld(path);
  vi.advanceTimersByTime(10_000);
  expect(Date.now() - statSync(path).mtimeMs).toBeLessThan(5_000);
  rmSync(path);
  ofAnother(30);
  vi.advanceTimersByTime(10_000);
  expect(Date.now() - statSync(path).mtimeMs).toBeGreaterThan(25_000);
  lock.release();
  expect(existsSync(path)).toBe(false);
});

function ofOld(file: string): void {
  utimesSync(file, 1, 1);
}
