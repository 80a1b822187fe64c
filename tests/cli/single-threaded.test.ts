/** A command that began anew is one process to whoever started it: it ends as asked, once, and never without the first. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';

const script = resolve(import.meta.dirname, 'begun-anew.ts');

/** Starts it, and waits until it says which process works. */
async function start() {
  const first = spawn(process.execPath, ['--import', 'tsx', script, 'one', 'two'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  let said = '';
  first.stdout!.on('data', (data) => {
    said += data;
  });
  const ended = once(first, 'close') as Promise<[number | null, string | null]>;
  while (!said.includes('\n')) await setTimeout(20);
  const [pid, flag, args] = said.trim().split(' ');
  return {
    first: first as ChildProcess & { pid: number },
    second: Number(pid),
    flag,
    args,
    ended,
    said: () => said,
  };
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe.skipIf(process.platform === 'win32')('a command that began anew', () => {
  it('has the arguments of the first, and Node the flag', async () => {
    const { first, second, flag, args, ended } = await start();
    expect([flag, args]).toEqual(['--single-threaded', 'one,two']);
    expect(second).not.toBe(first.pid);
    first.kill('SIGTERM');
    await ended;
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends as it ends by itself when it is asked by %s',
    async (signal) => {
      const { first, second, ended, said } = await start();
      first.kill(signal);
      expect(await ended).toEqual([7, null]);
      expect(said()).toContain('asked');
      expect(isAlive(second)).toBe(false);
    },
  );

  it('ends what is in hand where its terminal is closed, which tells both, and dies of that as it is wont', async () => {
    const { first, second, ended, said } = await start();
    process.kill(-first.pid, 'SIGHUP');
    expect(await ended).toEqual([null, 'SIGHUP']);
    expect(said().match(/asked/g)).toHaveLength(1);
    expect(isAlive(second)).toBe(false);
  });

  it('takes a Ctrl-C of the terminal, which reaches both, as one', async () => {
    const { first, ended, said } = await start();
    process.kill(-first.pid, 'SIGINT');
    expect(await ended).toEqual([7, null]);
    expect(said().match(/asked/g)).toHaveLength(1);
  });

  it('ends at once when it is asked twice', async () => {
    const { first, ended } = await start();
    first.kill('SIGINT');
    await setTimeout(100);
    first.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
  });

  it('is gone where the first is killed', async () => {
    const { first, second, ended } = await start();
    first.kill('SIGKILL');
    await ended;
    for (let i = 0; i < 200 && isAlive(second); i++) await setTimeout(20);
    expect(isAlive(second)).toBe(false);
  });

  it('is told as killed where it is', async () => {
    const { second, ended } = await start();
    process.kill(second, 'SIGKILL');
    expect(await ended).toEqual([137, null]);
  });
});
