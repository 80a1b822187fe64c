import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outputJsonSchema, projectJsonSchema } from '../../src/cli/index.ts';
import { jsonForms } from '../../src/cli/json-form.ts';
import { folderOf } from '../files/folder.ts';
import { command } from '../press/workshop.ts';

const root = resolve(import.meta.dirname, '../..');
const print = ['print', 'heroin-detox', '--product', 'poster'];

describe('what the command says to machines', () => {
  it('is a list of outcomes at the end, or a line a file as it is made', async () => {
    const out = folderOf();
    const whole = await command(...print, '--out', out, '--json');
    expect(jsonForms().print.parse(JSON.parse(whole.out))).toHaveLength(1);
    const lines = await command(
      ...print,
      '--locale',
      'en,es',
      '--for',
      'office',
      '--out',
      out,
      '--json-lines',
    );
    expect(lines.code).toBe(1);
    const parsed = lines.out
      .trimEnd()
      .split('\n')
      .map((line) => jsonForms().line.parse(JSON.parse(line)));
    expect(parsed.map(({ kind }) => kind)).toEqual(['file', 'file', 'ended']);
    expect(parsed).toMatchObject([
      { format: 1, proved: true, path: expect.stringContaining(out) },
      { format: 1, proved: false, problems: [{ code: 'TRANSLATION_DRAFT', severity: 'error' }] },
      { made: 1, failed: 1 },
    ]);
  });

  it.each([
    [['print', 'nowhere', '--json'], 1, 'FILE_NOT_FOUND'],
    [['print', 'nowhere', '--json-lines'], 1, 'FILE_NOT_FOUND'],
    [['print', 'heroin-detox', '--paper', 'a9', '--json'], 2, 'USAGE'],
    [['print', 'heroin-detox', '--papr', 'a4', '--json'], 2, 'USAGE'],
    [['list', 'everything', '--json'], 2, 'USAGE'],
    [['translations', 'status', 'nowhere', '--json'], 1, 'FILE_NOT_FOUND'],
    [['campaign', 'nowhere', '--json'], 1, 'FILE_NOT_FOUND'],
    [['proof', 'x.pdf', '--paper', 'a4', '--json'], 2, 'USAGE'],
  ])('is JSON where %j cannot begin', async (args, code, named) => {
    const said = await command(...args);
    expect(said.code).toBe(code);
    expect(jsonForms().failed.parse(JSON.parse(said.out)).problems[0]!.code).toBe(named);
  });

  it.each([
    ['docs/json.schema.json', outputJsonSchema],
    ['docs/project.schema.json', projectJsonSchema],
  ])('is written down in %s', (file, made) => {
    expect(readFileSync(join(root, file), 'utf8')).toBe(made());
  });
});

describe('what the command says to people', () => {
  it('is its version', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(await command('--version')).toMatchObject({
      code: 0,
      out: `helpline-press ${version}\n`,
      err: '',
    });
  });

  it('is nothing but what is wrong with --quiet', async () => {
    const out = folderOf();
    const well = await command(...print, '--locale', 'es', '--out', out, '--quiet');
    expect(well).toMatchObject({ code: 0, err: '' });
    expect(well.out).toContain('.pdf');
    const wrong = await command('--quiet', ...print, '--locale', 'es', '--for', 'office', '--out', out);
    expect(wrong.err).toContain('error TRANSLATION_DRAFT');
    expect(wrong.err).not.toMatch(/warning|\[1\/1\]/);
  });

  it('has colours where they are asked for, and nowhere else', async () => {
    expect((await command('print', 'nowhere', '--color', 'always')).err).toContain(
      '\x1b[1;31merror FILE_NOT_FOUND\x1b[0m',
    );
    for (const when of ['auto', 'never'])
      expect((await command('print', 'nowhere', '--color', when)).err).not.toContain('\x1b[');
  });

  it('names what is not made on a paper, where all products were asked for', async () => {
    const { code, err } = await command('print', 'heroin-detox', '--paper', 'letter,a2', '--out', folderOf());
    expect(code).toBe(0);
    expect(err).toContain('pamphlet-trifold is not made on a2: left out.');
    expect(err).not.toContain('poster is not made');
  });

  it.each(['products', 'locales', 'papers', 'editions', 'guides', 'themes', 'folds', 'faces', 'errors'])(
    'lists %s, to people and to machines alike',
    async (what) => {
      const [people, machines] = [await command('list', what), await command('list', what, '--json')];
      const names = Object.keys(JSON.parse(machines.out) as object);
      expect(names.length).toBeGreaterThan(0);
      expect(
        people.out
          .trimEnd()
          .split('\n')
          .map((line) => line.startsWith(names[0]!))[0],
      ).toBe(true);
      expect(people.out.trimEnd().split('\n')).toHaveLength(names.length);
    },
  );
});

describe("a project's file", () => {
  it('says what options are where nobody gives them, from where it lies', async () => {
    const { applyProject, readProject } = await import('../../src/cli/project.ts');
    const { Command } = await import('commander');
    const top = folderOf();
    writeFileSync(
      join(top, 'helpline-press.yaml'),
      'theme: mint\nlocale: [es, ar]\ntemplates: look\nout: made\n',
    );
    expect(readProject(join(top, 'helpline-press.yaml'), join(top, 'deep')).options).toEqual({
      theme: 'mint',
      locale: 'es,ar',
      templates: '../look',
      out: '../made',
    });
    const program = new Command('x').exitOverride();
    const seen: object[] = [];
    program.hook('preAction', (_, at) => {
      applyProject(at, top);
    });
    program
      .command('print')
      .option('--theme <name>', '', 'dawn')
      .option('--locale <tags>')
      .option('--paper <name>', '', 'letter')
      .option('--out <folder>', '', 'out')
      .action((options: object) => {
        seen.push(options);
      });
    program.parse(['print', '--locale', 'de'], { from: 'user' });
    expect(seen).toEqual([{ theme: 'mint', locale: 'de', paper: 'letter', out: 'made' }]);
  });

  it('is refused with what it says that there is not, all of it', async () => {
    const { readProject } = await import('../../src/cli/project.ts');
    const top = folderOf();
    const file = join(top, 'helpline-press.yaml');
    writeFileSync(file, 'them: mint\nduplex: middle\n');
    expect(() => readProject(file)).toThrow(/PROJECT_INVALID[\s\S]*PROJECT_INVALID/);
  });
});
