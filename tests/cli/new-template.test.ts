import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtCommand } from '../built.ts';
import { command } from '../press/workshop.ts';

const guide = resolve(import.meta.dirname, '../../guides/heroin-detox');

describe('new template', () => {
  let folder: string;
  let templates: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'project-'));
    templates = join(folder, 'templates');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes a product that is listed, and prints at once, proved, from left and from right, without a warning of its own', async () => {
    const made = await command('new', 'template', 'market-flyer', '--templates', templates);
    expect(made.code).toBe(0);
    expect(made.err).toContain(`--templates ${templates} --product market-flyer`);
    expect(made.out.trim().split('\n').sort()).toEqual(
      ['product.yaml', 'style.css', 'template.hbs'].map((file) => join(templates, 'market-flyer', file)),
    );
    expect((await command('list', 'products', '--templates', templates)).out).toMatch(
      /^market-flyer +Market flyer$/m,
    );
    const out = join(folder, 'out');
    const printed = await command(
      ...['print', guide, '--templates', templates, '--product', 'market-flyer', '--out', out],
      ...['--locale', 'en,ar,th', '--paper', 'all', '--for', 'screen,office', '--allow-drafts'],
    );
    expect(printed.code).toBe(0);
    expect(readdirSync(out).filter((name) => name.endsWith('.pdf'))).toHaveLength(18);
    // Letters that reach far above and below their lines, and the imprint without a mark of its own around it.
    const template = join(templates, 'market-flyer/template.hbs');
    const bare = readFileSync(template, 'utf8').replace(/<bdi [^>]+>(\{\{imprint\}\})<\/bdi>/, '$1');
    expect(bare).not.toContain('<bdi');
    writeFileSync(template, bare);
    const tall = await command(
      ...[
        'print',
        guide,
        '--templates',
        templates,
        '--product',
        'market-flyer',
        '--out',
        join(folder, 'tall'),
      ],
      ...['--locale', 'ur,my,ar', '--allow-drafts'],
    );
    expect(tall.err.match(/^error .*/gm)).toBeNull();
    expect(tall.code).toBe(0);
    expect(printed.err.match(/^warning \w+/gm)?.filter((line) => !/READING|DRAFT/.test(line))).toEqual([]);
  });

  it.each(['Flyer', '-flyer', 'a/b', '..', '', 'flyer.x', 'poster', 'partials', 'starter'])(
    'takes the name "%s" for wrong usage, and writes nothing',
    async (name) => {
      expect((await command('new', 'template', '--templates', templates, '--', name)).code).toBe(2);
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('is found where it lies, by who prints it without saying so', async () => {
    await command('new', 'template', 'market-flyer', '--templates', templates);
    const print = (product: string) =>
      spawnSync(process.execPath, [builtCommand(), 'print', guide, '--product', product], {
        cwd: folder,
        encoding: 'utf8',
      }).stderr;
    expect(print('market-flyer')).toContain(
      'There is no product "market-flyer".\n  hint: It lies in templates/, which is not asked for: --templates templates.',
    );
    expect(print('market-flier')).not.toContain('--templates');
  });

  it('leaves what is there as it is', async () => {
    mkdirSync(join(templates, 'flyer'), { recursive: true });
    const { code, err } = await command('new', 'template', 'flyer', '--templates', templates);
    expect(code).toBe(2);
    expect(err).toContain('already');
    expect(readdirSync(join(templates, 'flyer'))).toEqual([]);
  });
});
