import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGuide, taught } from '../../src/content/index.ts';
import { publicLocales } from '../../src/locale/index.ts';
import { schemaAddress, shippedGuides } from '../../src/press/index.ts';
import { folderOf } from '../files/folder.ts';
import { command } from '../press/workshop.ts';

/** Where it is made: nothing but a folder that is there. */
const place = (name = 'County Help 2') => join(folderOf(), name);

describe('new guide', () => {
  it('makes a guide that prints at once, in its languages, with its pictures', async () => {
    const folder = place();
    const made = await command('new', 'guide', folder);
    expect(made.code).toBe(0);
    expect(made.out.trim().split('\n')).toContain(join(folder, 'guide.yaml'));
    const [guide, shipped] = [loadGuide(folder), loadGuide(join(shippedGuides(), 'heroin-detox'))];
    expect(guide.data).toEqual({ ...shipped.data, id: 'county-help-2' });
    const tags = readdirSync(join(folder, 'locales')).filter((name) => /^[\w-]+\.json$/.test(name));
    expect(tags).toHaveLength(publicLocales.length - 1);
    const out = join(folder, 'out');
    const printed = await command('print', folder, '--product', 'poster', '--locale', 'en,es', '--out', out);
    expect(printed.code).toBe(0);
    expect(printed.err).not.toContain('BORROWED');
    expect(readdirSync(out).filter((name) => name.endsWith('.pdf'))).toHaveLength(2);
  });

  it('names a schema that is there, in the package or in a copy beside it', async () => {
    const folder = place();
    await command('new', 'guide', folder, '--locale', 'none');
    const first = readFileSync(join(folder, 'guide.yaml'), 'utf8').split('\n')[0]!;
    const schema = join(folder, first.split('$schema=')[1]!);
    expect(readFileSync(schema)).toEqual(readFileSync(join(shippedGuides(), 'guide.schema.json')));
    expect(existsSync(join(folder, 'locales'))).toBe(false);
    // Installed in a project, the package moves with it.
    const root = '/p/node_modules/helpline-press/guides/';
    expect(schemaAddress('/p/guides/mine', root, 'guide.schema.json')).toEqual({
      address: '../../node_modules/helpline-press/guides/guide.schema.json',
      copies: [],
    });
    expect(() => schemaAddress('/pp/mine', root, 'guide.schema.json')).toThrow('FILE_NOT_FOUND');
  });

  it('takes along the languages that are named, by any of their names, and says which there are not', async () => {
    const folder = place();
    const { err } = await command('new', 'guide', folder, '--locale', 'spanish,zh');
    expect(err).toContain('--locale es,zh-Hans');
    expect(readdirSync(join(folder, 'locales')).sort()).toEqual([
      'es.json',
      'es.state.json',
      'zh-Hans.json',
      'zh-Hans.state.json',
    ]);
    const other = place('other');
    const lacking = await command(
      'new',
      'guide',
      other,
      '--from',
      folder,
      '--locale',
      'es,vi',
      '--locales',
      folder,
    );
    expect(lacking.code).toBe(0);
    expect((await command('new', 'guide', place(), '--from', 'heroine-detox')).err).toContain('heroin-detox');
    expect((await command('new', 'guide', place(), '--locale', 'xx')).code).toBe(2);
  });

  it('writes over nothing', async () => {
    const folder = place();
    await command('new', 'guide', folder, '--locale', 'es');
    const before = readFileSync(join(folder, 'guide.yaml'));
    const again = await command('new', 'guide', folder);
    expect(again.code).toBe(2);
    expect(again.err).toContain('guide.yaml already');
    expect(readdirSync(join(folder, 'locales'))).toHaveLength(2);
    expect(readFileSync(join(folder, 'guide.yaml'))).toEqual(before);
  });

  it('says of each field what it is, once, and changes no value', () => {
    const yaml = readFileSync(join(shippedGuides(), 'heroin-detox/guide.yaml'), 'utf8');
    const said = taught(yaml);
    expect(said.split('\n').filter((line) => !line.includes('#'))).toEqual(
      yaml.split('\n').filter((line) => !line.includes('#')),
    );
    expect(said).toContain('    # The number as people read it, in quotes: "800-315-1376"\n    display: ');
    const comments = said.match(/^\s*#.*$/gm)!.map((line) => line.trim());
    expect(new Set(comments).size).toBe(comments.length);
    expect(taught(said)).toBe(said);
  });

  it('has its guides printed by name, wherever one is', async () => {
    const out = folderOf();
    expect((await command('print', 'heroin-detox', '--product', 'poster', '--out', out)).code).toBe(0);
    const wrong = await command('print', 'heroin-detx', '--out', out);
    expect(wrong.err).toContain('Did you mean "heroin-detox"?');
  });
});
