import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { defaultJob, Press } from '../../src/press/index.ts';
import { builtCommand } from '../built.ts';

const root = resolve(import.meta.dirname, '../..');
const guide = join(root, 'guides/heroin-detox');

describe('the built package', () => {
  const out = mkdtempSync(join(tmpdir(), 'built-'));
  beforeAll(() => {
    builtCommand();
  }, 120_000);
  afterAll(() => rmSync(out, { recursive: true }));

  it('prints what the modules print, byte for byte', () => {
    execFileSync(process.execPath, [
      join(root, 'dist/cli.js'),
      'print',
      guide,
      '--product',
      'poster',
      '--out',
      out,
    ]);
    const { name, bytes } = new Press().run(loadGuide(guide), {
      ...defaultJob,
      product: 'poster',
      locale: 'en',
    });
    expect(readFileSync(join(out, name)).equals(bytes)).toBe(true);
  });

  it('has the doors of the library', async () => {
    const [built, source] = await Promise.all([
      import(join(root, 'dist/index.js')) as Promise<object>,
      import('../../src/index.ts'),
    ]);
    expect(Object.keys(built).sort()).toEqual(Object.keys(source).sort());
  });

  it('is imported without being loaded, and its classes are those of what is loaded', () => {
    const script = `import fs from 'node:fs';
      const { readFileSync } = fs;
      const read = [];
      fs.readFileSync = (file, ...rest) => (read.push(String(file)), readFileSync(file, ...rest));
      const { listProducts, loadGuide, Press, PressError } = await import('./dist/index.js');
      const before = read.length;
      listProducts();
      let error;
      try { loadGuide('nowhere'); } catch (thrown) { error = thrown; }
      class Own extends Press { own() { return 1; } }
      const [press, own] = [new Press(), new Own()];
      console.log(JSON.stringify({
        before,
        after: read.some((file) => file.endsWith('bundle.cjs')),
        error: error instanceof PressError && error.constructor === PressError,
        press: press instanceof Press && !(press instanceof Own),
        own: own instanceof Press && own instanceof Own && own.own() === 1 && own.folders !== undefined,
      }));`;
    const args = ['--input-type=module', '-e', script];
    const said = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    expect(JSON.parse(said)).toEqual({ before: 0, after: true, error: true, press: true, own: true });
  });

  it('loads what only some commands use: code that V8 kept has no way of its own to do so', () => {
    const folder = mkdtempSync(join(tmpdir(), 'exchange-'));
    execFileSync(process.execPath, [
      join(root, 'dist/cli.js'),
      ...['translations', 'export', guide, '--locale', 'es', '--format', 'po', '--out', folder],
    ]);
    expect(readdirSync(folder)).toEqual(['heroin-detox.es.po']);
    rmSync(folder, { recursive: true });
  });

  it('draws pictures by the reader that is installed, and serves the preview’s page from where it lies', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
    const poster = ['--product', 'poster', '--png', '--dpi', '24', '--out', folder];
    execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'print', guide, ...poster]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.1.png'))).toHaveLength(1);
    rmSync(folder, { recursive: true });
    const preview = spawn(process.execPath, [join(root, 'dist/cli.js'), 'preview', guide]);
    try {
      const address = await new Promise<string>((done, fail) => {
        preview.stdout.on('data', (said: Buffer) => done(said.toString('utf8').trim()));
        preview.on('exit', () => fail(new Error('The preview ended.')));
      });
      expect(await (await fetch(address)).text()).toContain('<title>Preview</title>');
      expect((await fetch(`${address}assets/main.js`)).status).toBe(200);
      expect(await (await fetch(`${address}choices`)).json()).toMatchObject({ drawing: 'server' });
    } finally {
      preview.kill();
    }
  });

  it('makes the files of a campaign in threads that run it too', () => {
    const folder = mkdtempSync(join(tmpdir(), 'campaign-'));
    const yaml = 'id: two\nguides: [heroin-detox]\nproducts: [poster]\nplaces: { file: places.csv }\n';
    writeFileSync(join(folder, 'campaign.yaml'), yaml);
    writeFileSync(join(folder, 'places.csv'), 'id,helpline\nnorth,202-555-0101\nsouth,202-555-0102\n');
    const args = ['campaign', folder, '--out', join(folder, 'out'), '--workers', '2', '--json'];
    const said = execFileSync(process.execPath, [join(root, 'dist/cli.js'), ...args], { encoding: 'utf8' });
    const lines = said.trimEnd().split('\n');
    const ended = lines
      .map((line) => JSON.parse(line) as { kind: string })
      .find(({ kind }) => kind === 'ended');
    expect(ended).toMatchObject({ made: 2, failed: [] });
    rmSync(folder, { recursive: true });
  });

  it('finds the packages of a queue where they are installed', () => {
    for (const address of ['redis://127.0.0.1:1', 'postgres://127.0.0.1:1/x']) {
      const args = [join(root, 'dist/cli.js'), 'worker', '--queue', address];
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      expect(status).toBe(1);
      expect(stderr).toContain('QUEUE_UNREACHABLE');
    }
  });

  it('runs the code that was kept', () => {
    const source = readFileSync(join(root, 'dist/bundle.cjs'), 'latin1');
    expect(/^[\0-\x7f]*$/.test(source)).toBe(true);
    // In a process of its own: another test may have set flags of V8, for which the code was not made.
    const script = `const { readFileSync } = require('node:fs');
      const { Script } = require('node:vm');
      const source = readFileSync('dist/bundle.cjs', 'latin1');
      const cachedData = readFileSync('dist/bundle.cache');
      process.stdout.write(String(new Script(source, { cachedData }).cachedDataRejected));`;
    const rejected = execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' });
    expect(rejected).toBe('false');
  });
});
