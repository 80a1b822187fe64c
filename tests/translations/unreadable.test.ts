import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { readReturned } from '../../src/translations/index.ts';

// Rights on files do not bind every user that runs tests: the answer of the system is played.
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const openSync = (...call: Parameters<typeof fs.openSync>) => {
    if (String(call[0]).endsWith('locked.po')) throw Object.assign(new Error('no'), { code: 'EACCES' });
    return fs.openSync(...call);
  };
  return { ...fs, openSync };
});

it('a file that may not be read is told as such, and not as one in a wrong encoding', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'locked-'));
  const file = join(folder, 'locked.po');
  writeFileSync(file, '');
  await expect(readReturned(file)).rejects.toThrow(/^FILE_NOT_FOUND: .*cannot be read/);
  rmSync(folder, { recursive: true });
});
