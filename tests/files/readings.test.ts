import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isThere, listFolder, Readings, readBytes } from '../../src/files/index.ts';
import { scratch } from '../campaign/rows.ts';

const top = scratch();
mkdirSync(join(top, 'folder'));
const write = (text: string) => writeFileSync(join(top, 'folder/a.txt'), text);

it('tells a path of which two things were read, and nothing of one that is read again', () => {
  const readings = new Readings();
  const read = () => readings.during(() => [readBytes(top, 'folder/a.txt'), listFolder(top, 'folder')]);
  write('one');
  read();
  write('one');
  read();
  write('two');
  // What others read in between is none of its business.
  readBytes(top, 'folder/a.txt');
  write('one');
  read();
  expect(readings.changed).toBeUndefined();
  write('two');
  read();
  write('one');
  read();
  expect(readings.changed).toContain('a.txt');
});

it('tells what came and went', () => {
  const [listed, asked] = [new Readings(), new Readings()];
  write('one');
  listed.during(() => listFolder(top, 'folder'));
  asked.during(() => isThere(top, 'folder/a.txt'));
  rmSync(join(top, 'folder/a.txt'));
  listed.during(() => listFolder(top, 'folder'));
  asked.during(() => isThere(top, 'folder/a.txt'));
  expect(listed.changed).toContain('folder');
  expect(asked.changed).toContain('a.txt');
});
