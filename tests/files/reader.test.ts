import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isThere, listFolder, readBytes, readListed, readNamed, readText } from '../../src/files/index.ts';
import { folderOf, problemsOf } from './folder.ts';

const codes = (action: () => unknown) => problemsOf(action).map(({ code }) => code);

describe('the reader', () => {
  it('reads a file of its folder, whole', () => {
    const root = folderOf({ 'a/b.txt': 'caf\u00e9' });
    expect(readText(root, 'a/b.txt')).toBe('caf\u00e9');
    expect(readBytes(root, 'a/b.txt')).toEqual(Buffer.from('caf\u00e9'));
  });

  it.each(['NFC', 'NFD'] as const)(
    'finds a name that is on the disk in %s, however it is asked for',
    (form) => {
      const root = folderOf({ [`Über/caf\u00e9 \ud55c.txt`.normalize(form)]: 'x' });
      for (const asked of ['NFC', 'NFD'] as const) {
        const path = `Über/caf\u00e9 \ud55c.txt`.normalize(asked);
        expect(readText(root, path)).toBe('x');
        expect(isThere(root, path)).toBe(true);
      }
      expect(codes(() => readText(root, 'Über/cafe \ud55c.txt'))).toEqual(['FILE_NOT_FOUND']);
    },
  );

  it('takes the name as it is asked for where both are there, and none of two that might be meant', () => {
    const root = folderOf({ 'caf\u00e9': 'NFC', 'cafe\u0301': 'NFD', '\u1e69': 'a', 's\u0323\u0307': 'b' });
    expect(readText(root, 'caf\u00e9') + readText(root, 'cafe\u0301')).toBe('NFCNFD');
    expect(codes(() => readText(root, '\u1e63\u0307'))).toEqual(['FILE_NOT_FOUND']);
  });

  it('reads an empty file', () => expect(readText(folderOf({ a: '' }), 'a')).toBe(''));

  it.each(['../secret', 'in/../../secret', '/etc/hostname', '..'])('does not follow the path %s', (path) => {
    const above = folderOf({ secret: 's', 'root/in/a': '' });
    expect(codes(() => readText(join(above, 'root'), path))).toEqual(['PATH_OUTSIDE']);
  });

  it('does not say whether a file outside is there', () => {
    const above = folderOf({ secret: 's', 'root/a': '' });
    const said = (path: string) => problemsOf(() => readText(join(above, 'root'), path))[0]!.code;
    expect(said('../none')).toBe(said('../secret'));
    expect(isThere(join(above, 'root'), '../secret')).toBe(false);
  });

  it('takes names that only look as if they led out', () => {
    const root = folderOf({ '..a': 'x', '...': 'y' });
    expect(readText(root, '..a') + readText(root, '...')).toBe('xy');
  });

  it('refuses links that lead out, to files and through folders, and says where they were named', () => {
    const above = folderOf({ 'secret/key': 'SECRET', 'root/a': '' });
    const root = join(above, 'root');
    symlinkSync('../secret/key', join(root, 'file'));
    symlinkSync('../secret', join(root, 'folder'));
    symlinkSync('file', join(root, 'twice'));
    for (const path of ['file', 'folder/key', 'twice']) {
      const [told] = problemsOf(() => readText(root, path));
      expect(told).toMatchObject({ code: 'PATH_OUTSIDE', place: { file: join(root, path) } });
      expect(told!.message).not.toContain('SECRET');
    }
    expect(codes(() => listFolder(root, 'folder'))).toEqual(['PATH_OUTSIDE']);
  });

  it('does not take a neighbour whose name begins alike for its own', () => {
    const above = folderOf({ 'root-2/key': 'x', 'root/a': '' });
    symlinkSync('../root-2/key', join(above, 'root/key'));
    expect(codes(() => readText(join(above, 'root'), 'key'))).toEqual(['PATH_OUTSIDE']);
  });

  it('follows links that stay inside, and a root that is itself a link', () => {
    const above = folderOf({ 'root/in/a': 'inside' });
    symlinkSync('in/a', join(above, 'root/link'));
    symlinkSync('root', join(above, 'way'));
    expect(readText(join(above, 'root'), 'link')).toBe('inside');
    expect(readText(join(above, 'way'), 'link')).toBe('inside');
  });

  it('refuses what is no plain file, without waiting for it', async () => {
    const root = folderOf({ 'folder/a': '' });
    execFileSync('mkfifo', [join(root, 'pipe')]);
    const server = createServer().listen(join(root, 'socket'));
    await new Promise((done) => server.once('listening', done));
    try {
      for (const [path, what] of [
        ['folder', 'a folder'],
        ['pipe', 'a named pipe'],
        ['socket', 'a socket'],
      ] as const) {
        const [told] = problemsOf(() => readText(root, path));
        expect(told!.code).toBe('FILE_NOT_PLAIN');
        expect(told!.message).toContain(what);
        expect(codes(() => readNamed(join(root, path)))).toEqual(['FILE_NOT_PLAIN']);
      }
    } finally {
      server.close();
    }
    expect(codes(() => readNamed('/dev/zero'))).toEqual(['FILE_NOT_PLAIN']);
    expect(codes(() => readText('/dev', 'null'))).toEqual(['FILE_NOT_PLAIN']);
  });

  it('takes a file of exactly the size allowed, and none of one byte more', () => {
    const root = folderOf({ fits: 'x'.repeat(1000), large: 'x'.repeat(1001) });
    expect(readText(root, 'fits', 1000)).toHaveLength(1000);
    expect(codes(() => readText(root, 'large', 1000))).toEqual(['FILE_TOO_LARGE']);
    expect(problemsOf(() => readText(root, 'large', 1000))[0]!.message).toContain('1 kB');
  });

  it('allows texts 2 MB and other files 40 MiB where nothing else is said', () => {
    const root = folderOf({ text: 'x'.repeat(2_000_000), more: 'x'.repeat(2_000_001) });
    expect(readText(root, 'text')).toHaveLength(2_000_000);
    expect(codes(() => readText(root, 'more'))).toEqual(['FILE_TOO_LARGE']);
    expect(readBytes(root, 'more')).toHaveLength(2_000_001);
    writeFileSync(join(root, 'most'), new Uint8Array(40 * 1024 * 1024 + 1));
    expect(codes(() => readBytes(root, 'most'))).toEqual(['FILE_TOO_LARGE']);
  });

  it.runIf(process.platform === 'linux')('bounds a file that says it is empty and is not', () => {
    const [whole, size] = [readNamed('/proc/self/maps'), statSync('/proc/self/maps').size];
    expect(size).toBe(0);
    expect(whole.length).toBeGreaterThan(100);
    expect(codes(() => readNamed('/proc/self/maps', 100))).toEqual(['FILE_TOO_LARGE']);
  });

  it('says of what is not there, or leads in a circle, what the system says', () => {
    const root = folderOf({ file: '' });
    symlinkSync('loop', join(root, 'loop'));
    const said = (path: string) => problemsOf(() => readText(root, path))[0]!.message;
    expect(said('none')).toContain('There is no file');
    expect(said('file/none')).toContain('a file stands where a folder is meant');
    expect(said('loop')).toContain('in a circle');
    expect(said('x'.repeat(300))).toContain('too long');
    expect(codes(() => readText(root, 'a\0b'))).toEqual(['FILE_NOT_FOUND']);
    expect(codes(() => readText(join(root, 'none'), 'a'))).toEqual(['FILE_NOT_FOUND']);
  });

  it('names the place that named the file, where it is told', () => {
    const place = { file: 'template.hbs', line: 3 };
    expect(problemsOf(() => readBytes(folderOf(), 'a.svg', 10, place))[0]!.place).toEqual(place);
    expect(problemsOf(() => readBytes(folderOf({ a: 'xx' }), 'a', 1, place))[0]!.place).toEqual(place);
    expect(problemsOf(() => readBytes(folderOf(), '../a', 1, place))[0]!.place).toEqual(place);
  });

  it('reads what a person named wherever its links lead', () => {
    const root = folderOf({ 'a/file': 'x', 'b/other': '' });
    symlinkSync('../a/file', join(root, 'b/link'));
    expect(readNamed(join(root, 'b/link')).toString()).toBe('x');
    expect(codes(() => readNamed(join(root, 'none')))).toEqual(['FILE_NOT_FOUND']);
  });
});

describe('what is in a folder', () => {
  it('is listed by name with what it is, links followed, and without what is of the system and its tools', () => {
    const root = folderOf({ 'b.txt': '', 'a/x': '', '.hidden': '' });
    symlinkSync('b.txt', join(root, 'link'));
    symlinkSync('a', join(root, 'way'));
    symlinkSync('nowhere', join(root, 'lost'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    expect(listFolder(root).map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'a folder',
      'b.txt file',
      'link file',
      'lost other',
      'pipe other',
      'way folder',
    ]);
    expect(listFolder(root, 'a')).toEqual([{ name: 'x', kind: 'file', at: join(realpathSync(root), 'a/x') }]);
    expect(listFolder(root).flatMap(({ name, at }) => (at === undefined ? [] : [name]))).toEqual(['b.txt']);
  });

  it('is read as it is now, and not where a link took its place', () => {
    const [root, other] = [folderOf({ 'a.txt': 'a', 'b.txt': 'b' }), folderOf({ 'c.txt': 'c' })];
    symlinkSync('a.txt', join(root, 'inside'));
    symlinkSync(join(other, 'c.txt'), join(root, 'outside'));
    const read = (name: string) =>
      String(readListed(root, name, entries.find((entry) => entry.name === name)!));
    const entries = listFolder(root);
    expect(read('inside')).toBe('a');
    expect(codes(() => read('outside'))).toEqual(['PATH_OUTSIDE']);
    writeFileSync(join(root, 'a.txt'), 'changed');
    expect(read('a.txt')).toBe('changed');
    rmSync(join(root, 'b.txt'));
    expect(codes(() => read('b.txt'))).toEqual(['FILE_NOT_FOUND']);
    symlinkSync(join(other, 'c.txt'), join(root, 'b.txt'));
    expect(codes(() => read('b.txt'))).toEqual(['FILE_NOT_FOUND']);
    const layered = [other, root];
    const [first] = listFolder(layered);
    expect(String(readListed(layered, 'a.txt', first!))).toBe('changed');
  });

  it('is told not to be there, or to be no folder', () => {
    const root = folderOf({ file: '' });
    expect(codes(() => listFolder(root, 'none'))).toEqual(['FILE_NOT_FOUND']);
    expect(codes(() => listFolder(root, 'file'))).toEqual(['FILE_NOT_FOUND']);
    expect(codes(() => listFolder(join(root, 'none')))).toEqual(['FILE_NOT_FOUND']);
  });

  it('is there or not, as its own name says', () => {
    const root = folderOf({ file: '' });
    symlinkSync('nowhere', join(root, 'lost'));
    expect(['file', 'lost', 'none', 'file/none'].map((path) => isThere(root, path))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it.runIf(process.getuid?.() !== 0)('is told to be closed', () => {
    const root = folderOf({ 'a/b': '' });
    mkdirSync(join(root, 'shut'));
    chmodSync(join(root, 'shut'), 0);
    expect(problemsOf(() => listFolder(root, 'shut'))[0]!.message).toContain('no right');
    expect(readdirSync(root)).toContain('shut');
  });
});

describe('a file that is not there', () => {
  it.each([
    ['figures/week.svg', 'Figures/Week.SVG'],
    ['Figures\\Week.SVG', 'Figures/Week.SVG'],
    ['./FIGURES/week.svg', 'Figures/Week.SVG'],
  ])('is told with the one that another machine would have taken: %s', (path, near) => {
    const root = folderOf({ 'Figures/Week.SVG': '<svg/>' });
    expect(problemsOf(() => readBytes(root, path, 100))).toMatchObject([
      { code: 'FILE_NOT_FOUND', hint: expect.stringContaining(`Is it ${near}?`) },
    ]);
  });

  it.each(['figures/month.svg', 'a.txt', '..\\outside.txt'])('has no other one named: %s', (path) => {
    const root = folderOf({ 'Figures/Week.SVG': '<svg/>' });
    // Two that are alike: nobody knows which one is meant.
    writeFileSync(join(root, 'A.txt'), '');
    writeFileSync(join(root, 'a.TXT'), '');
    expect(problemsOf(() => readBytes(root, path, 100))).toMatchObject([
      { code: 'FILE_NOT_FOUND', hint: 'Check the path.' },
    ]);
  });
});
