import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Proof } from '../../src/proof/index.ts';

const root = resolve(import.meta.dirname, '../..');

/** docs/locales.md promises it: one row in the table, two JSON files, a word on what they were made from, and the language prints. */
describe('adding a locale', () => {
  let copy: string;

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'helpline-press-'));
    for (const folder of ['src', 'locales', 'templates', 'guides'])
      cpSync(join(root, folder), join(copy, folder), { recursive: true });
    for (const name of ['fonts', 'node_modules', 'package.json', 'tsconfig.json'])
      symlinkSync(join(root, name), join(copy, name));
  });

  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  const run = (...args: string[]) =>
    execFileSync(process.execPath, ['--import', 'tsx', join(copy, 'src/cli.ts'), ...args], {
      cwd: copy,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  it('takes one row in the table and two JSON files', () => {
    const table = join(copy, 'src/locale/languages.ts');
    const row = "  ca: { name: 'Català', ...latin },\n";
    const before = readFileSync(table, 'utf8');
    writeFileSync(table, before.replace("  es: { name: 'Español'", `${row}  es: { name: 'Español'`));
    expect(readFileSync(table, 'utf8').length - before.length).toBe(row.length);
    for (const name of ['heroin-detox.json', 'press.json'])
      cpSync(join(root, 'locales/es', name), join(copy, 'locales/ca', name));

    expect(run('list', 'locales')).toMatch(/^ca\s+Català/m);
    const products = ['--product', 'pamphlet-trifold,poster'];
    const print = ['print', 'guides/heroin-detox', ...products, '--locale', 'ca', '--out', 'out'];
    expect(() => run(...print)).toThrow(/TRANSLATION_STALE[\s\S]*translations adopt/);
    run('translations', 'adopt', 'guides/heroin-detox', '--locale', 'ca', '--status', 'machine-draft');
    run(...print);
    for (const product of ['pamphlet-trifold', 'poster']) {
      const file = join(copy, `out/heroin-detox.${product}.ca.letter.standard.screen.proof.json`);
      const proof = JSON.parse(readFileSync(file, 'utf8')) as Proof;
      expect(proof.passed).toBe(true);
      expect(proof.expectation?.locale).toBe('ca');
      expect(proof.notices.join()).toMatch(/machine draft/);
    }
    // Nobody reviewed it yet: not for handing out.
    expect(() =>
      run('print', 'guides/heroin-detox', '--locale', 'ca', '--for', 'office', '--out', 'out'),
    ).toThrow(/TRANSLATION_DRAFT/);
  });
});
