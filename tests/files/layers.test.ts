import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isThere, listFolder, pathIn, readBytes, readJson, readText } from '../../src/files/index.ts';
import { folderOf, problemsOf } from './folder.ts';

describe('a root of several folders', () => {
  function layers() {
    const upper = folderOf({ 'a.txt': 'upper a', 'p/one.txt': 'upper one', 'x.json': '{"x":"upper"}' });
    const lower = folderOf({ 'a.txt': 'lower a', 'b.txt': 'lower b', 'p/two.txt': 'lower two' });
    return { upper, lower, root: [upper, lower] };
  }

  it('reads each file from the uppermost folder that has it', () => {
    const { upper, lower, root } = layers();
    expect(readText(root, 'a.txt')).toBe('upper a');
    expect(readText(root, 'b.txt')).toBe('lower b');
    expect(readBytes(root, 'p/two.txt').toString()).toBe('lower two');
    expect(readText([lower, upper], 'a.txt')).toBe('lower a');
    expect(readJson(root, 'x.json')).toMatchObject({ file: join(upper, 'x.json'), value: { x: 'upper' } });
  });

  it('says where a path is, and of one that is nowhere where it would be looked for first', () => {
    const { upper, lower, root } = layers();
    expect(pathIn(root, 'b.txt')).toBe(join(lower, 'b.txt'));
    expect(pathIn(root, 'none.txt')).toBe(join(upper, 'none.txt'));
    expect(pathIn(lower, 'none.txt')).toBe(join(lower, 'none.txt'));
    expect([isThere(root, 'b.txt'), isThere(root, 'none.txt')]).toEqual([true, false]);
    expect(problemsOf(() => readText(root, 'none.txt'))[0]).toMatchObject({
      code: 'FILE_NOT_FOUND',
      place: { file: join(upper, 'none.txt') },
    });
  });

  it('lists what is in any of its folders, each name once', () => {
    const { root } = layers();
    expect(listFolder(root).map(({ name }) => name)).toEqual(['a.txt', 'b.txt', 'p', 'x.json']);
    expect(listFolder(root, 'p').map(({ name }) => name)).toEqual(['one.txt', 'two.txt']);
    expect(problemsOf(() => listFolder(root, 'q'))[0]?.code).toBe('FILE_NOT_FOUND');
  });

  it('takes nothing from a lower folder in place of what may not be read in an upper one', () => {
    const { upper, lower } = layers();
    const outside = folderOf({ 'secret.txt': 'secret' });
    const linked = folderOf({});
    symlinkSync(join(outside, 'secret.txt'), join(linked, 'b.txt'));
    mkdirSync(join(linked, 'a.txt'));
    expect(problemsOf(() => readText([linked, lower], 'b.txt'))[0]?.code).toBe('PATH_OUTSIDE');
    expect(problemsOf(() => readText([linked, lower], 'a.txt'))[0]?.code).toBe('FILE_NOT_PLAIN');
    expect(problemsOf(() => readText([upper, lower], '../x'))[0]?.code).toBe('PATH_OUTSIDE');
  });
});
