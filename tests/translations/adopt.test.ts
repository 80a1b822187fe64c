import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { loadLocale, sourceHash } from '../../src/locale/index.ts';
import { statusOf } from '../../src/translations/index.ts';
import { problemsOf } from '../content/folder.ts';
import { type Desk, detox, openDesk } from './desk.ts';

const guide = loadGuide(detox);

describe('a translation without its state', () => {
  let desk: Desk;
  let state: string;
  beforeEach(() => {
    desk = openDesk();
    state = join(desk.locales, 'es/heroin-detox.state.json');
    rmSync(state);
  });
  afterEach(() => desk.clear());
  const adopt = (...flags: string[]) => desk.translations('adopt', detox, '--locale', 'es', ...flags);

  it('is stale where it is printed, where it is counted and where it comes back unchanged', async () => {
    const refused = problemsOf(() => loadLocale('es', guide, desk.locales));
    expect(refused.map(({ code, place }) => [code, place.file])).toEqual([['TRANSLATION_STALE', state]]);
    expect(refused[0]!.hint).toContain('translations adopt');

    const { status, texts, problems } = statusOf(guide, 'es', desk.locales);
    expect(status).toBe('none');
    expect(texts.stale).toEqual([...guide.texts.keys()]);
    expect(problems.map(({ code }) => code)).toEqual(['TRANSLATION_STALE']);

    const { code, err } = await desk.take('es', await desk.send('es', 'json'));
    expect(code).toBe(1);
    expect(err.match(/error TRANSLATION_STALE/g)).toHaveLength(guide.texts.size);
  });

  it('tells what else is wrong with it, in print as in the count', () => {
    desk.edit(join(desk.locales, 'es/heroin-detox.json'), '"El apoyo es clave."', '"Llame al 12."');
    expect(problemsOf(() => loadLocale('es', guide, desk.locales)).map(({ code }) => code)).toEqual([
      'TRANSLATION_STALE',
      'TRANSLATION_BROKEN',
    ]);
    expect(statusOf(guide, 'es', desk.locales).texts.broken).toHaveLength(1);
  });

  it.each(['machine-draft', 'human-draft'])('is adopted as a %s, and prints', async (status) => {
    const { code, out, err } = await adopt('--status', status);
    expect(err).toContain(`the translation is: ${status}`);
    expect([code, out.trim()]).toEqual([0, state]);
    const written = JSON.parse(readFileSync(state, 'utf8')) as { keys: Record<string, string> };
    expect(written).toMatchObject({ status, reviewed: null });
    expect(Object.keys(written.keys)).toEqual([...guide.texts.keys()]);
    expect(written.keys.title).toBe(sourceHash(guide.data.title));
    expect(loadLocale('es', guide, desk.locales).translation).toEqual({ status });
    expect(statusOf(guide, 'es', desk.locales).texts.complete).toBe(guide.texts.size);
  });

  it('is adopted as reviewed by the one who signed', async () => {
    expect((await adopt('--status', 'reviewed')).code).toBe(2);
    expect(existsSync(state)).toBe(false);
    const signed = ['--status', 'reviewed', '--by', 'Ana Ruiz', '--on', '2026-12-01'];
    expect((await adopt(...signed)).code).toBe(0);
    expect(loadLocale('es', guide, desk.locales).translation).toEqual({
      status: 'reviewed',
      reviewedBy: 'Ana Ruiz',
      reviewedOn: '2026-12-01',
    });
  });

  it.each([
    ['heroin-detox.json', '"El apoyo es clave."', '""', 'TRANSLATION_MISSING'],
    ['heroin-detox.json', '"El apoyo es clave."', '"Llame al 12."', 'TRANSLATION_BROKEN'],
    ['heroin-detox.json', '"kicker": ', '"kikcer": "x", "kicker": ', 'TRANSLATION_UNKNOWN'],
    ['press.json', '"who": ', '"whoo": ', 'TRANSLATION_UNKNOWN'],
    ['heroin-detox.json', '"kicker": ', '"kicker" ', 'JSON_SYNTAX'],
  ])('is not adopted where %s is wrong: %s', async (file, from, to, wrong) => {
    desk.edit(join(desk.locales, 'es', file), from, to);
    const { code, err } = await adopt('--status', 'human-draft');
    expect(code).toBe(1);
    expect(err).toContain(`error ${wrong}`);
    expect(err).not.toContain('TRANSLATION_STALE');
    expect(existsSync(state)).toBe(false);
  });

  it('is not adopted where there is none', async () => {
    const { code, err } = await desk.translations(
      ...['adopt', detox, '--locale', 'cy', '--status', 'human-draft'],
    );
    expect(code).toBe(1);
    expect(err).toContain('error FILE_NOT_FOUND');
  });

  it('is not adopted twice, nor where something in it is stale', async () => {
    writeFileSync(state, '{"status": "human-draft", "keys": {}}');
    const { code, err } = await adopt('--status', 'human-draft');
    expect(code).toBe(2);
    expect(err).toContain('The translation into es has a state');
    expect(readFileSync(state, 'utf8')).toBe('{"status": "human-draft", "keys": {}}');
  });

  it('cannot be the guide’s own language', async () => {
    const { err } = await desk.translations('adopt', detox, '--locale', 'en', '--status', 'human-draft');
    expect(err).toContain('is the language that the guide is written in');
  });
});
