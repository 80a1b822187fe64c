import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Watched } from '../../src/files/index.ts';

describe('watched folders', () => {
  let root: string;
  const at = (...names: string[]) => join(root, ...names);
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'watched-'));
    mkdirSync(at('locales'));
    writeFileSync(at('guide.yaml'), 'id: a');
    writeFileSync(at('locales/es.json'), '{}');
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });
  /** What is told once nothing moves any more. */
  const settled = (watched: Watched) => [watched.look(), watched.look()].flat();

  it('tell once what changed, came and went, after it has come to rest', () => {
    const watched = new Watched([root]);
    expect(settled(watched)).toEqual([]);
    writeFileSync(at('guide.yaml'), 'id: b2');
    expect(watched.look()).toEqual([]);
    writeFileSync(at('guide.yaml'), 'id: b22');
    expect(watched.look()).toEqual([]);
    expect(watched.look()).toEqual([at('guide.yaml')]);
    expect(watched.look()).toEqual([]);
    rmSync(at('locales/es.json'));
    writeFileSync(at('locales/ar.json'), '{}');
    expect(settled(watched).sort()).toEqual([at('locales/ar.json'), at('locales/es.json')]);
  });

  it('go by contents: what was touched, or written as it was, has not changed', () => {
    const watched = new Watched([root]);
    utimesSync(at('guide.yaml'), 1, 1);
    expect(settled(watched)).toEqual([]);
    // As editors save: a new file takes the place of the old one.
    writeFileSync(at('.guide.tmp'), 'id: a');
    renameSync(at('.guide.tmp'), at('guide.yaml'));
    expect(settled(watched)).toEqual([]);
  });

  it('leave out what the press writes, what tools keep, and what links lead to outside', () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    symlinkSync(outside, at('linked'));
    const watched = new Watched([root]);
    mkdirSync(at('.git'));
    mkdirSync(at('node_modules'));
    for (const name of ['a.pdf', 'a.proof.json', '.git/x', 'node_modules/x', 'guide.yaml~', 'linked/x'])
      writeFileSync(at(name), 'x');
    expect(settled(watched)).toEqual([]);
    rmSync(outside, { recursive: true });
  });

  it('may be gone, and come back', () => {
    const watched = new Watched([root, join(root, 'nowhere')]);
    renameSync(root, `${root}-away`);
    expect(settled(watched)).toHaveLength(2);
    renameSync(`${root}-away`, root);
    expect(settled(watched)).toHaveLength(2);
  });
});
