import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkTranslations } from '../../scripts/check-translations.ts';
import { loadGuide } from '../../src/content/index.ts';
import { builtCommand } from '../built.ts';
import { command } from '../press/workshop.ts';
import { type Desk, detox, openDesk, root } from '../translations/desk.ts';

/** Texts of the shipped guide. */
const total = loadGuide(detox).texts.size;

describe('the command translations', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
  });
  afterEach(() => desk.clear());
  const check = () => {
    const lines: string[] = [];
    const code = checkTranslations(join(root, 'guides'), desk.locales, (line) => lines.push(line));
    return { code, text: lines.join('\n') };
  };

  it('says how far each locale is', async () => {
    const { code, out } = await desk.translations('status', detox, '--locale', 'en,es');
    expect(code).toBe(0);
    expect(out).toMatch(/^en +(\d+) of \1 texts, (\d+) of \2 words +the source \(English\)$/m);
    expect(out).toMatch(
      /^es +(\d+) of \1 texts, (\d+) of \2 words +machine-draft, not reviewed \(Español\)$/m,
    );
  });

  it('says of all locales of the table, begun or not', async () => {
    const { out } = await desk.translations('status', detox);
    for (const tag of ['en', 'es', 'ar', 'hi']) expect(out).toMatch(new RegExp(`^${tag} `, 'm'));
    expect(out).not.toContain('en-XA');
  });

  it('lists what is missing, stale, broken and unknown, by key', async () => {
    const file = join(desk.locales, 'es/heroin-detox.json');
    desk.edit(file, '"Cinco cosas que ayudan"', '""');
    desk.edit(file, 'Dese tiempo.', 'Dese tiempo. 800-555-0199');
    desk.edit(file, '"kicker"', '"kick": "x",\n  "kicker"');
    desk.edit(join(desk.locales, 'es/heroin-detox.state.json'), /("title": ")[0-9a-f]+/, '"title": "0');
    desk.edit(join(desk.locales, 'es/press.json'), '"¿Quién contesta?"', '""');
    const { code, out } = await desk.translations('status', detox, '--locale', 'es');
    expect(code).toBe(0);
    expect(out).toContain(`${total - 3} of ${total} texts`);
    expect(out).toContain('\n    missing 2: guide:kicker, press:who\n');
    expect(out).toContain('\n    stale 1: guide:title\n');
    expect(out).toContain('\n    broken 1: guide:sections.time.line\n');
    expect(out).toContain('\n    unknown 1: guide:kick\n');
    const [row] = JSON.parse((await desk.translations('status', detox, '--locale', 'es', '--json')).out);
    expect(row).toMatchObject({
      locale: 'es',
      status: 'machine-draft',
      texts: { complete: total - 3, total, missing: ['kicker'], stale: ['title'], unknown: ['kick'] },
      words: { missing: ['who'], stale: [] },
      problems: [],
    });
    const { code: failed, text } = check();
    expect(failed).toBe(1);
    expect(text).toContain(`heroin-detox es       ${total - 3} of ${total} texts`);
  });

  it('says of a file that cannot be read, and does not export it as empty', async () => {
    writeFileSync(join(desk.locales, 'es/heroin-detox.json'), '{"title": ');
    const { code, err } = await desk.translations('status', detox, '--locale', 'es');
    expect(code).toBe(1);
    expect(err).toContain('error JSON_SYNTAX');
    const out = join(desk.folder, 'sent');
    const sent = await desk.translations('export', detox, '--locale', 'es', '--format', 'po', '--out', out);
    expect(sent.code).toBe(1);
    expect(existsSync(out)).toBe(false);
    expect(check().code).toBe(1);
  });

  it('says of a translation whose state is missing', async () => {
    writeFileSync(join(desk.locales, 'es/heroin-detox.state.json'), '{"status": "reviewed"}');
    const { code, err, out } = await desk.translations('status', detox, '--locale', 'es');
    expect(code).toBe(1);
    expect(err).toContain('The state must be');
    expect(out).toContain(`stale ${total}: `);
    expect(out).toContain(`and ${total - 12} more (--json lists all)`);
  });

  it('lists the good rows, and warns of what lies among them and is no language; dots are skipped', async () => {
    const own = join(desk.folder, 'guide');
    cpSync(detox, own, { recursive: true });
    mkdirSync(join(own, 'locales'));
    for (const name of ['notes.json', '._es.json']) writeFileSync(join(own, 'locales', name), '{}');
    const without = await desk.translations('status', detox);
    for (const name of ['old', '.git', '__MACOSX', 'ES', 'en-XA']) mkdirSync(join(desk.locales, name));
    const { code, out, err } = await desk.translations('status', own);
    expect(code).toBe(without.code);
    expect(out).toBe(without.out);
    expect(err.match(/^ {2}at .*$/gm)).toEqual([
      ...['ES', '__MACOSX', 'en-XA', 'old'].map((name) => `  at ${join(desk.locales, name)}`),
      `  at ${join(own, 'locales/notes.json')}`,
    ]);
    expect(err.match(/^warning LOCALE_UNKNOWN: /gm)).toHaveLength(5);
    expect(err).toContain('Did you mean "es"?');
    expect(err).not.toContain('error');
    expect((await desk.translations('status', own, '--locale', 'old')).code).toBe(1);
    expect((await desk.translations('status', own, '--locale', 'es')).err).toBe('');
    // What ships holds nothing else: there it might be a language that is named wrong.
    expect(check()).toMatchObject({ code: 1, text: expect.stringContaining('"ES" is not a language tag') });
  });

  it.each([
    [
      'a file as the folder of translations',
      'locales cannot be read: a file stands where a folder is meant',
      (locales: string) => {
        rmSync(locales, { recursive: true });
        writeFileSync(locales, '');
      },
    ],
    [
      'English words in a circle of links',
      'press.json cannot be read: its links lead in a circle',
      (locales: string) => {
        rmSync(join(locales, 'en/press.json'));
        symlinkSync('press.json', join(locales, 'en/press.json'));
      },
    ],
    [
      'a folder as the English words',
      'press.json is no file, but a folder',
      (locales: string) => {
        rmSync(join(locales, 'en/press.json'));
        mkdirSync(join(locales, 'en/press.json'));
      },
    ],
    [
      "a file as the folder of the guide's own translations",
      'guide/locales cannot be read: a file stands where a folder is meant',
      (_: string, guide: string) => writeFileSync(join(guide, 'locales'), ''),
    ],
  ])('says of %s what is wrong, where, and what to do', async (_, said, how) => {
    const own = join(desk.folder, 'guide');
    cpSync(detox, own, { recursive: true });
    how(desk.locales, own);
    const { code, err, out } = await desk.translations('status', own);
    expect(code).toBe(1);
    expect(err).toMatch(/^error FILE_NOT_(?:FOUND|PLAIN): /m);
    expect(err).toContain(said);
    expect(err).toContain('\n  at /');
    expect(err).toContain('\n  hint: ');
    expect(out).toBe('');
  });

  it.for([
    ['en/press.json', 'press.json'],
    ['.', 'locales'],
    ['es/heroin-detox.json', 'heroin-detox.json'],
  ])('says that there is no right to read %s', ([path, name], { skip }) => {
    const closed = join(desk.locales, path!);
    chmodSync(desk.folder, 0o755);
    chmodSync(closed, 0);
    const args = [builtCommand(), 'translations', 'status', detox, '--locales', desk.locales];
    // Root may read all: it asks as nobody.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const options = { cwd: root, encoding: 'utf8', ...nobody } as const;
    const reach = `for (const path of ${JSON.stringify([args[0], desk.folder])}) require('fs').accessSync(path, 4)`;
    const reaches = spawnSync(process.execPath, ['-e', reach], options).status === 0;
    const { status, stderr } = spawnSync(process.execPath, args, options);
    chmodSync(closed, 0o755);
    skip(!reaches, 'This folder, or Node itself, is not to be read by others than root.');
    expect(stderr).toContain(`${name} cannot be read: there is no right to read it.`);
    expect(stderr).toContain('\n  hint: ');
    expect(stderr).not.toMatch(/\n\s+at .*:\d+:\d+\)?$/m);
    expect(status).toBe(1);
  });

  it('says nothing when whoever reads it goes away', () => {
    const line = '"$0" "$1" translations status "$2" --json | true; echo "$PIPESTATUS"';
    const { stdout, stderr } = spawnSync('bash', ['-c', line, process.execPath, builtCommand(), detox], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout).toBe('0\n');
  });

  it('shows no key, name or language of a file as the terminal would take it', async () => {
    desk.edit(join(desk.locales, 'es/heroin-detox.json'), '"kicker"', '"\\u001b[2J": "x",\n  "kicker"');
    const state = join(desk.locales, 'es/heroin-detox.state.json');
    const reviewed = { by: '\u001b[31mAna\n', on: '2026-12-01' };
    writeFileSync(
      state,
      JSON.stringify({ ...JSON.parse(readFileSync(state, 'utf8')), status: 'reviewed', reviewed }),
    );
    const { out } = await desk.translations('status', detox, '--locale', 'es');
    expect(out).toContain('unknown 1: guide:\\u001b[2J\n');
    expect(out).toContain('reviewed by \\u001b[31mAna  on 2026-12-01');
    const file = await desk.send('es', 'json');
    const { err } = await desk.take('es', file);
    expect(err).toContain('\\u001b[2J');
    expect(out + err).not.toContain('\u001b');
  });

  it('names who reviewed a translation, and when', async () => {
    const file = await desk.send('ar', 'xliff');
    await desk.take('ar', file, '--status', 'reviewed', '--by', 'Huda Saleh', '--on', '2026-12-01');
    const { out } = await desk.translations('status', detox, '--locale', 'ar');
    expect(out).toContain('reviewed by Huda Saleh on 2026-12-01');
  });

  it('exports one file a locale', async () => {
    const out = join(desk.folder, 'sent');
    const { code } = await desk.translations(
      ...['export', detox, '--locale', 'es,ar', '--format', 'xliff', '--out', out],
    );
    expect(code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['heroin-detox.ar.xlf', 'heroin-detox.es.xlf']);
    expect(readFileSync(join(out, 'heroin-detox.ar.xlf'), 'utf8')).toContain('target-language="ar"');
  });

  it('exports all locales that were asked for, or none', async () => {
    const out = join(desk.folder, 'sent');
    mkdirSync(join(out, 'heroin-detox.es.po'), { recursive: true });
    const flags = ['export', detox, '--locale', 'ar,es,hi', '--format', 'po'];
    const refused = await desk.translations(...flags, '--out', out);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('error OUTPUT_UNWRITABLE');
    expect(refused.out).toBe('');
    expect(readdirSync(out)).toEqual(['heroin-detox.es.po']);
  });

  it.each([
    [['export', '--locale', 'es', '--format', 'docx'], 'xliff, po, csv, xlsx, json'],
    [['export', '--locale', 'es'], '--format'],
    [['export', '--format', 'po'], '--locale'],
    [['export', '--locale', 'en', '--format', 'po'], 'en is the language that the guide is written in'],
    [['import', 'x.po', '--locale', 'es', '--status', 'reviewed'], 'Say who reviewed'],
    [
      ['import', 'x.po', '--locale', 'es', '--status', 'reviewed', '--by', ' ', '--on', '2026-02-30'],
      '--on is a day',
    ],
    [['import', 'x.po', '--locale', 'es', '--by', 'A', '--on', '2026-12-01'], 'belong to --status reviewed'],
    [['import', 'x.po', '--locale', 'es', '--status', 'perfect'], 'human-draft'],
    [['import', 'x.po', '--locale', 'en'], 'en is the language'],
    [[], 'status'],
  ])('says what is wrong with %j and exits with 2', async ([what, ...flags], said) => {
    const { code, err, out } = await command(
      ...['translations', ...(what === undefined ? [] : [what, detox])],
      ...flags,
    );
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(out).toBe('');
  });

  it('says when a locale is no language', async () => {
    for (const tag of ['xx', 'nonesuch', '../es', '__proto__', 'en-XA']) {
      const { code, err } = await desk.translations('export', detox, '--locale', tag, '--format', 'po');
      expect(code, tag).toBe(1);
      expect(err).toContain('error LOCALE_UNKNOWN');
    }
  });

  it('takes a language that has no row in the table yet', async () => {
    const file = await desk.send('cy', 'csv');
    expect(readFileSync(file, 'utf8')).toContain('file:languages,en,cy,');
  });
});

describe('check:translations', () => {
  it('is a script of package.json, run in CI before the tests', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(scripts['check:translations']).toContain('scripts/check-translations.ts');
    const ci = readFileSync(join(root, '.ci/run'), 'utf8');
    expect(ci.indexOf('npm run check:translations')).toBeGreaterThan(0);
    expect(ci.indexOf('npm run check:translations')).toBeLessThan(ci.indexOf('npm test'));
  });
});
