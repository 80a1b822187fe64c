import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { print } from '../../src/cli/print.ts';
import { applyProject } from '../../src/cli/project.ts';
import {
  catalogue,
  type Lint,
  problem,
  warning,
  warningCodes,
  weighed,
} from '../../src/diagnostics/index.ts';
import { shippedFolders } from '../../src/press/index.ts';
import { folderOf, problemsOf } from '../files/folder.ts';

const guide = resolve(import.meta.dirname, '../../guides/heroin-detox');

/** The shipped guide, which has one warning: of its reading level. */
async function printed(lint: Lint) {
  const out = join(folderOf(), 'out');
  let said = '';
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      said += chunk.toString();
      done();
    },
  });
  const flags = {
    product: 'poster',
    paper: 'letter',
    edition: 'standard',
    for: 'screen',
    duplex: 'short',
    theme: 'dawn',
    out,
  };
  const code = await print(guide, flags, shippedFolders(), { out: stream, err: stream }, lint);
  return { code, said, files: existsSync(out) ? readdirSync(out).length : 0 };
}

describe('lint in the project', () => {
  it('makes a warning an error, for which no file is made', async () => {
    const { code, said, files } = await printed({ READING_LEVEL: 'error' });
    expect([code, files]).toEqual([1, 0]);
    expect(said).toContain('error READING_LEVEL');
  });

  it('of one code leaves the others as they are, and what is named goes before all', async () => {
    expect(await printed({ WORDING: 'error', PAGE_SPARSE: 'error' })).toMatchObject({ code: 0, files: 2 });
    expect(await printed({ all: 'error', READING_LEVEL: 'warning' })).toMatchObject({ code: 0, files: 2 });
  });

  it('makes no error less, and no other warning more', () => {
    const problems = [problem('WORDING', 'x'), warning('CAMPAIGN_LEFT', 'y'), warning('WORDING', 'z')];
    const severities = (lint: Lint) => weighed(problems, lint).map(({ severity }) => severity);
    expect(severities({ WORDING: 'warning' })).toEqual(['error', 'warning', 'warning']);
    expect(severities({ all: 'error' })).toEqual(['error', 'warning', 'error']);
    expect(severities({})).toEqual(['error', 'warning', 'warning']);
  });

  it('is read from the nearest project file, and refused for what is no warning, with its place', () => {
    const top = folderOf({
      'helpline-press.yaml': 'lint:\n  all: error\n  PAGE_SPARSE: warning\n',
      'deep/a.txt': '',
    });
    expect(applyProject(new Command('print'), join(top, 'deep'))).toEqual({
      all: 'error',
      PAGE_SPARSE: 'warning',
    });
    expect(applyProject(new Command('print'), folderOf())).toEqual({});
    const wrong = folderOf({
      'helpline-press.yaml': 'lint:\n  HELPLINE_WRONG: warning\n  WORDNG: error\n  WORDING: off\n',
    });
    const told = problemsOf(() => applyProject(new Command('print'), wrong));
    expect(told.map(({ message, place }) => `${place.line} ${message}`).sort()).toEqual([
      '2 "HELPLINE_WRONG" is always an error.',
      '3 "WORDNG" is nothing that helpline-press.yaml says.',
      expect.stringMatching(/^4 lint\.WORDING: /),
    ]);
    expect(told.find(({ message }) => message.includes('WORDNG'))!.hint).toContain('WORDING');
  });

  it('knows codes that there are', () => {
    for (const code of warningCodes) expect(Object.hasOwn(catalogue, code)).toBe(true);
  });
});
