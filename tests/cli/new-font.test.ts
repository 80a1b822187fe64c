import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { licence, ownFace } from '../../scripts/own-face.ts';
import { Inputs } from '../../src/campaign/plan/inputs.ts';
import { jobOptionsOf, planOptionsOf } from '../../src/campaign/queue/queue-job.ts';
import { readProject } from '../../src/cli/project.ts';
import { loadGuide } from '../../src/content/index.ts';
import { defaultJob, overShipped, shippedFolders } from '../../src/press/index.ts';
import { settingOf } from '../../src/press/job.ts';
import { folderOf } from '../files/folder.ts';
import { command } from '../press/workshop.ts';

const guide = resolve(import.meta.dirname, '../../guides/heroin-detox');

/** A project with two font files and a text of their licence. */
const project = () =>
  folderOf({ 'A.ttf': ownFace('Regular'), 'A-Bold.ttf': ownFace('Bold'), 'OFL.txt': licence });

async function made(folder: string, ...more: string[]) {
  const files = ['A.ttf', 'A-Bold.ttf'].map((name) => join(folder, name));
  const fonts = join(folder, 'fonts');
  return command('new', 'font', ...files, '--licence', join(folder, 'OFL.txt'), '--fonts', fonts, ...more);
}

describe('new font', () => {
  it('keeps a face with its licence and a manifest, and says which languages it sets and who sets digits', async () => {
    const folder = project();
    const { code, out, err } = await made(folder);
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toEqual(
      ['A.ttf', 'A-Bold.ttf', 'OFL.txt']
        .map((name) => join(folder, 'fonts/door-sign', name))
        .concat(join(folder, 'fonts/manifest.json')),
    );
    expect(err).toMatch(/^Door Sign sets \d+ languages: en, es, /);
    expect(err).toContain('always set in the face of the press');
    const { fonts } = JSON.parse(readFileSync(join(folder, 'fonts/manifest.json'), 'utf8'));
    expect(fonts[0]).toMatchObject({ family: 'Door Sign', weight: 400, license: 'door-sign/OFL.txt' });
    expect(fonts[0].locales).not.toContain('ar');
    expect(readdirSync(shippedFolders().fonts)).not.toContain('door-sign');
  });

  it('is listed, printed with and proved against its guide, and only with it', async () => {
    const folder = project();
    await made(folder, '--for', 'display');
    const [fonts, out] = [join(folder, 'fonts'), join(folder, 'out')];
    expect((await command('list', 'faces', '--fonts', fonts)).out).toMatch(
      /^Door Sign +.*; yours, for display in en, /m,
    );
    const printed = await command('print', guide, '--product', 'poster', '--fonts', fonts, '--out', out);
    expect(printed.code).toBe(0);
    const file = printed.out.trim();
    expect((await command('proof', file, '--guide', guide, '--fonts', fonts)).code).toBe(0);
    const without = await command('proof', file, '--guide', guide);
    expect(without.code).toBe(1);
    expect((await command('proof', file, '--fonts', fonts)).err).toContain(
      '--fonts would be looked at by nobody',
    );
  });

  it('adds to a manifest that is there, and does not write over a family', async () => {
    const folder = project();
    await made(folder);
    const again = await made(folder);
    expect(again.code).toBe(2);
    expect(again.err).toContain('door-sign already');
    const more = folderOf({
      'B.ttf': ownFace('Bold', { name: ['FairSign', 'Fair Sign'] }),
      'OFL.txt': licence,
    });
    const fonts = join(folder, 'fonts');
    const added = await command(
      ...['new', 'font', join(more, 'B.ttf'), '--licence', join(more, 'OFL.txt'), '--fonts', fonts],
    );
    expect(added.err).toContain('There is no regular file');
    const { fonts: rows } = JSON.parse(readFileSync(join(fonts, 'manifest.json'), 'utf8'));
    expect(rows.map(({ family }: { family: string }) => family)).toEqual([
      'Door Sign',
      'Door Sign',
      'Fair Sign',
    ]);
  });

  it('refuses files of two families, and what is no font, and writes nothing', async () => {
    const folder = folderOf({
      'A.ttf': ownFace(),
      'B.ttf': ownFace('Bold', { name: ['FairSign', 'Fair Sign'] }),
      'C.ttf': 'no font',
      'OFL.txt': licence,
    });
    const run = (...names: string[]) =>
      command(
        ...['new', 'font', ...names.map((name) => join(folder, name))],
        ...['--licence', join(folder, 'OFL.txt'), '--fonts', join(folder, 'fonts')],
      );
    expect((await run('A.ttf', 'B.ttf')).err).toContain('several families: Door Sign, Fair Sign');
    expect((await run('C.ttf')).err).toContain('FONT_INVALID');
    expect((await run('D.ttf')).code).toBe(1);
    expect(existsSync(join(folder, 'fonts'))).toBe(false);
  });
});

describe('own faces of a project', () => {
  it("are named in the project's file, from where it lies", () => {
    const folder = folderOf({ 'helpline-press.yaml': 'fonts: faces\n' });
    expect(readProject(join(folder, 'helpline-press.yaml'), join(folder, 'sub')).options).toEqual({
      fonts: '../faces',
    });
  });

  it('are an input of a campaign, and known to workers of other machines', async () => {
    const folder = project();
    await made(folder);
    const fonts = [join(folder, 'fonts'), shippedFolders().fonts];
    const of = (more: object) =>
      new Inputs(overShipped(more), folder).of({
        guide: loadGuide(guide),
        setting: settingOf({ ...defaultJob, product: 'poster', locale: 'en' }),
        impression: { purpose: 'screen', duplex: 'short', allowDrafts: false, date: undefined },
        place: undefined,
      });
    expect(of({ fonts })).not.toBe(of({}));
    expect(of({ fonts: fonts[0] })).toBe(of({ fonts }));
    const told = jobOptionsOf({ folders: { fonts } });
    expect(told.fonts).toEqual([fonts[0], 'shipped']);
    expect(planOptionsOf(told).folders?.fonts).toEqual(fonts);
  });
});
