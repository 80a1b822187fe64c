import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** The faces of Chinese, Japanese and Korean are a package of their own: who lacks it is told its name. */
describe('without the package of CJK fonts', () => {
  let copy: string;

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'helpline-press-'));
    mkdirSync(join(copy, 'node_modules'));
    for (const name of readdirSync(join(root, 'node_modules')))
      if (name !== 'helpline-press-cjk')
        symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
    for (const name of ['src', 'locales', 'templates', 'guides', 'fonts', 'package.json', 'tsconfig.json'])
      symlinkSync(join(root, name), join(copy, name));
  });

  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  const command = (...args: string[]) => {
    const cli = ['--import', 'tsx', '--preserve-symlinks', '--preserve-symlinks-main', 'src/cli.ts'];
    return spawnSync(process.execPath, [...cli, ...args], { cwd: copy, encoding: 'utf8' });
  };

  const print = (locale: string) => {
    const out = join(copy, 'out');
    const args = ['guides/heroin-detox', '--product', 'poster', '--locale', locale, '--out', out];
    return { ...command('print', ...args), out };
  };

  it('refuses a campaign that asks for Chinese before anything is made, at the place where it asks', () => {
    const folder = join(copy, 'campaign');
    mkdirSync(folder);
    const yaml = 'id: cjk\nguides: [heroin-detox]\nproducts: [poster]\nlocales: [es, zh-Hans, ko]\n';
    writeFileSync(join(folder, 'campaign.yaml'), yaml);
    const { status, stderr } = command('campaign', folder, '--dry-run');
    expect(stderr.match(/error FONT_PACKAGE_MISSING/g)).toHaveLength(2);
    expect(stderr).toContain('campaign.yaml:4:15');
    expect(stderr).toContain('except: [{ locale: zh-Hans }]');
    expect(status).toBe(1);
    writeFileSync(join(folder, 'campaign.yaml'), `${yaml}except: [{ locale: [zh-Hans, ko] }]\n`);
    expect(command('campaign', folder, '--dry-run').status).toBe(0);
  });

  it('refuses Japanese and names the package, and prints Spanish', () => {
    const { status, stderr, out } = print('ja');
    expect(stderr).toContain('error FONT_PACKAGE_MISSING');
    expect(stderr).toContain('npm install helpline-press-cjk');
    expect(stderr).not.toMatch(/^\s+at .*\.ts:\d/m);
    expect(status).toBe(1);
    expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
    expect(print('es').status).toBe(0);
  });
});
