import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listProducts, loadProduct } from '../../src/product/index.ts';
import { builtCommand } from '../built.ts';

const root = resolve(import.meta.dirname, '../..');

/** What of each kind there is: every product in one language, and a fold, a wall and what flows in languages of other scripts. */
const kinds = [
  ['all', 'en'],
  ['pamphlet-trifold,poster,handout', 'ar,hi'],
] as const;

/** Prints jobs in processes of their own; gives the files' bytes by name. */
function printed(
  folder: string,
  environment: Record<string, string>,
  jobs: readonly (readonly [product: string, locale: string])[] = kinds,
): Map<string, Buffer> {
  cpSync(join(root, 'guides'), join(folder, 'guides'), { recursive: true });
  const cli = builtCommand();
  for (const [product, locale] of jobs) {
    const flags = ['--product', product, '--locale', locale, '--paper', 'letter', '--for', 'screen,office'];
    const args = [cli, 'print', 'guides/heroin-detox', ...flags];
    const run = spawnSync(process.execPath, [...args, '--allow-drafts', '--out', 'made'], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...environment },
    });
    if (run.status !== 0) throw new Error(run.stderr);
  }
  const names = readdirSync(join(folder, 'made')).sort();
  return new Map(names.map((name) => [name, readFileSync(join(folder, 'made', name))]));
}

describe('the same input', () => {
  const folders: string[] = [];
  const folder = () => {
    const path = mkdtempSync(join(tmpdir(), `folder-${'x'.repeat(folders.length * 7)}-`));
    folders.push(path);
    return path;
  };
  let first: Map<string, Buffer>;
  beforeAll(() => {
    first = printed(folder(), { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' });
  });
  afterAll(() => {
    for (const path of folders) rmSync(path, { recursive: true, force: true });
  });

  it('gives the same bytes in another folder, time zone and language, file by file', () => {
    const second = printed(folder(), { TZ: 'America/St_Johns', LANG: 'de_DE.UTF-8', LC_ALL: 'C' });
    const templates = join(root, 'templates');
    const whole = listProducts(templates).filter((id) => loadProduct(id, templates).disclosure === 'whole');
    expect(first.size).toBe((whole.length + 3 * 2) * 2 * 2);
    expect([...second.keys()]).toEqual([...first.keys()]);
    const different = [...first].filter(([name, bytes]) => !bytes.equals(second.get(name)!));
    expect(different.map(([name]) => name)).toEqual([]);
  });

  it('is dated by SOURCE_DATE_EPOCH when that is given', () => {
    const second = printed(folder(), { SOURCE_DATE_EPOCH: '1700000000' }, [['poster', 'en']]);
    const name = 'heroin-detox.poster.en.letter.standard.screen.pdf';
    expect(first.get(name)!.toString('latin1')).toContain('2026-11-23T00:00:00Z');
    expect(second.get(name)!.toString('latin1')).toContain('2023-11-14T22:13:20Z');
  });
});
