import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkTranslations } from '../../scripts/check-translations.ts';
import { command } from '../press/workshop.ts';
import { type Desk, detox, openDesk, root } from '../translations/desk.ts';

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
    expect(out).toMatch(/^en +50 of 50 texts, (\d+) of \1 words +the source \(English\)$/m);
    expect(out).toMatch(/^es +50 of 50 texts, (\d+) of \1 words +machine-draft, not reviewed \(Español\)$/m);
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
    expect(out).toContain('47 of 50 texts');
    expect(out).toContain('\n    missing 2: guide:kicker, press:who\n');
    expect(out).toContain('\n    stale 1: guide:title\n');
    expect(out).toContain('\n    broken 1: guide:sections.time.line\n');
    expect(out).toContain('\n    unknown 1: guide:kick\n');
    const [row] = JSON.parse((await desk.translations('status', detox, '--locale', 'es', '--json')).out);
    expect(row).toMatchObject({
      locale: 'es',
      status: 'machine-draft',
      texts: { complete: 47, total: 50, missing: ['kicker'], stale: ['title'], unknown: ['kick'] },
      words: { missing: ['who'], stale: [] },
      problems: [],
    });
    const { code: failed, text } = check();
    expect(failed).toBe(1);
    expect(text).toContain('heroin-detox es       47 of 50 texts');
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
    expect(out).toContain('stale 50: ');
    expect(out).toContain('and 38 more (--json lists all)');
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

  it.each([
    [['export', '--locale', 'es', '--format', 'docx'], 'xliff, po, csv, json'],
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
    for (const tag of ['xx', 'español', '../es', '__proto__', 'en-XA']) {
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
