import { describe, expect, it } from 'vitest';
import type { PressError } from '../../src/diagnostics/index.ts';
import { fromDisk } from '../../src/files/from-disk.ts';

describe('what the system does not give', () => {
  it.each([
    ['ENOENT', 'There is no file a/b.'],
    ['EACCES', 'a/b cannot be read: there is no right to read it.'],
    ['ENOTDIR', 'a/b cannot be read: a file stands where a folder is meant.'],
    ['EISDIR', 'a/b cannot be read: it is no file, but a folder.'],
    ['EIO', 'a/b cannot be read: the system says EIO.'],
  ])('%s is a problem with its path and what to do', (code, message) => {
    const read = () => {
      throw Object.assign(new Error('raw'), { code });
    };
    try {
      fromDisk('a/b', read);
      expect.unreachable();
    } catch (error) {
      const [found] = (error as PressError).problems;
      expect(found).toMatchObject({ code: 'FILE_NOT_FOUND', message, place: { file: 'a/b' } });
      expect(found!.hint).toMatch(/\.$/);
    }
  });
});
