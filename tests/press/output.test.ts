import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeWhole } from '../../src/press/index.ts';
import { problemsOf } from '../content/folder.ts';

vi.mock('node:fs', async (actual) => {
  const fs = await actual<typeof import('node:fs')>();
  return { ...fs, renameSync: vi.fn(fs.renameSync), linkSync: vi.fn(fs.linkSync) };
});

describe('files that belong together', () => {
  let folder: string;
  const at = (...names: string[]) => join(folder, ...names);
  const contents = () =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(at(name), 'utf8')]));
  const outputs = (...names: string[]) => names.map((name) => ({ path: at(name), content: 'new' }));
  /** As of a file that is mounted, or cannot be changed. */
  const stuck = (target: string) => {
    const { renameSync: rename } = vi.mocked({ renameSync });
    const actual = rename.getMockImplementation()!;
    rename.mockImplementation((from, to) => {
      if (to === target && String(from).endsWith('.part')) throw new Error('EBUSY: resource busy or locked');
      actual(from, to);
    });
    return () => rename.mockImplementation(actual);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'whole-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are written, over earlier ones too, with nothing beside them', () => {
    writeFileSync(at('a'), 'old');
    writeWhole(outputs('a', 'b'));
    expect(contents()).toEqual({ a: 'new', b: 'new' });
  });

  it('are refused before the first is written where a folder has the name of one', () => {
    writeFileSync(at('a'), 'old');
    mkdirSync(at('b'));
    const [found] = problemsOf(() => writeWhole(outputs('a', 'b')));
    expect(found).toMatchObject({ code: 'OUTPUT_UNWRITABLE', place: { file: at('b') } });
    expect(found!.message).toContain('a folder has that name');
    expect(readdirSync(folder)).toEqual(['a', 'b']);
    expect(readFileSync(at('a'), 'utf8')).toBe('old');
  });

  it.each([
    ['there are second names', false],
    ['the disk knows no second names', true],
  ])('stay as they were when the last cannot be renamed: %s', (_, noLinks) => {
    writeFileSync(at('a'), 'old a');
    symlinkSync('a', at('link'));
    writeFileSync(at('z'), 'old z');
    const before = contents();
    const free = stuck(at('z'));
    if (noLinks)
      vi.mocked(linkSync).mockImplementation(() => {
        throw new Error('EPERM: operation not permitted');
      });
    const problems = problemsOf(() => writeWhole(outputs('a', 'first', 'link', 'z')));
    free();
    vi.mocked(linkSync).mockReset();
    expect(problems).toMatchObject([{ code: 'OUTPUT_UNWRITABLE', place: { file: at('z') } }]);
    expect(problems[0]!.message).toContain('EBUSY');
    expect(contents()).toEqual(before);
    expect(readlinkSync(at('link'))).toBe('a');
  });

  it('are still there under another name, which is told, where they cannot be put back', () => {
    writeFileSync(at('a'), 'old');
    const { renameSync: rename } = vi.mocked({ renameSync });
    rename.mockImplementationOnce(rename.getMockImplementation()!).mockImplementation(() => {
      throw new Error('EIO: i/o error');
    });
    const [found] = problemsOf(() => writeWhole(outputs('a', 'b')));
    rename.mockReset();
    const [, backup] = /a is now (\S+)\.$/.exec(found!.hint!) ?? [];
    expect(readFileSync(backup!, 'utf8')).toBe('old');
  });

  it('stay as they were when a name is too long for the disk, and no folder is left that was made for them', () => {
    writeFileSync(at('a'), 'old');
    const long = at('made', 'deep', 'x'.repeat(300));
    const [found] = problemsOf(() =>
      writeWhole([...outputs('a', join('made', 'b')), { path: long, content: '' }]),
    );
    expect(found!.code).toBe('OUTPUT_UNWRITABLE');
    expect(contents()).toEqual({ a: 'old' });
  });

  it('leave a folder that was there before', () => {
    mkdirSync(at('there'));
    problemsOf(() => writeWhole(outputs(join('there', 'x'.repeat(300)))));
    expect(readdirSync(folder)).toEqual(['there']);
  });

  it('are told of with a hint that is right whatever writes them', () => {
    mkdirSync(at('b'));
    const [found] = problemsOf(() => writeWhole(outputs('b')));
    expect(found!.hint).toContain('nothing is in its way');
    expect(found!.hint).not.toContain('--out');
  });
});
