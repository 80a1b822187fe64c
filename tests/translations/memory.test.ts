import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { loadLocale, publicLocales } from '../../src/locale/index.ts';
import { defaultJob as job, Press, shippedFolders } from '../../src/press/index.ts';
import { exchangeOf, filled, importReturned, statusOf } from '../../src/translations/index.ts';
import { folderOf, problemsOf } from '../files/folder.ts';

const detox = resolve(import.meta.dirname, '../../guides/heroin-detox');
const shipped = shippedFolders().locales;

/** A copy of the shipped guide with another id, and its texts changed. */
function copied(...changes: readonly (readonly [from: string | RegExp, to: string])[]) {
  const at = folderOf();
  cpSync(detox, at, { recursive: true });
  const file = join(at, 'guide.yaml');
  let text = readFileSync(file, 'utf8').replace(/^id: .*$/m, 'id: county');
  for (const [from, to] of changes) {
    const next = text.replace(from, () => to);
    if (next === text) throw new Error(`The guide does not hold ${String(from)}`);
    text = next;
  }
  writeFileSync(file, text);
  return loadGuide(at);
}

const title = [/^title: .*$/m, 'title: What helps in the first week'] as const;

/** A file from a translator: the units as they are sent, changed. */
function back(
  guide: ReturnType<typeof loadGuide>,
  changes: Record<string, { target?: string; marked?: boolean }>,
) {
  const { units, targetLanguage } = exchangeOf(guide, 'es', shipped);
  const entries = units.map(({ key, source, target }) => ({
    key,
    source,
    target,
    marked: undefined,
    ...changes[key],
  }));
  return { file: 'back.json', text: '', language: targetLanguage, entries } as never;
}

describe('a guide that was made from another', () => {
  it('keeps all its translations when its id changes, as what they are', () => {
    const [own, original] = [copied(), loadGuide(detox)];
    for (const tag of publicLocales.filter((each) => each !== 'en')) {
      const [now, then] = [loadLocale(tag, own, shipped), loadLocale(tag, original, shipped)];
      expect(now.translation).toEqual({ ...then.translation, from: 'heroin-detox' });
      for (const key of own.texts.keys()) expect(now.text(key)).toBe(then.text(key));
    }
  });

  it('is printed with them, and whose they are is said', () => {
    const guide = copied();
    const { warnings, proof } = new Press().run(guide, { ...job, product: 'poster', locale: 'es' });
    expect(warnings.filter(({ code }) => code === 'TRANSLATION_BORROWED')).toHaveLength(1);
    const mark = 'Borrador de traducción, aún sin revisar';
    expect(proof.expectation?.translation).toEqual({ status: 'machine-draft', mark });
  });

  it('is not printed with a text whose source changed', () => {
    const guide = copied(title);
    expect(problemsOf(() => loadLocale('es', guide, shipped))).toMatchObject([
      { code: 'TRANSLATION_STALE', place: { key: 'title' } },
    ]);
    expect(statusOf(guide, 'es', shipped)).toMatchObject({
      from: 'heroin-detox',
      texts: { stale: ['title'] },
    });
  });

  it('takes nothing of a guide that it shares less than half of its texts with', () => {
    const yaml = readFileSync(join(detox, 'guide.yaml'), 'utf8');
    const ids = [...yaml.matchAll(/^ {2}- id: (\S+)\n {4}line:/gm)].map(([, id]) => id!);
    const guide = copied(
      ...ids.map((id) => [`  - id: ${id}\n    line:`, `  - id: ${id}-x\n    line:`] as const),
      [/^easy:\n(?: .*\n)*/m, ''],
    );
    const { from, offered, texts } = statusOf(guide, 'es', shipped);
    expect(from).toBeUndefined();
    expect(Object.keys(offered)).toHaveLength(texts.total);
    expect(problemsOf(() => loadLocale('es', guide, shipped))).toMatchObject([{ code: 'FILE_NOT_FOUND' }]);
  });

  it('is not given the translation of another guide where it has one of its own, whole or not', () => {
    const guide = copied();
    mkdirSync(join(guide.folder, 'locales'));
    writeFileSync(join(guide.folder, 'locales/es.json'), '{}');
    writeFileSync(join(guide.folder, 'locales/es.state.json'), '{"status": "human-draft", "keys": {}}');
    const codes = new Set(problemsOf(() => loadLocale('es', guide, shipped)).map(({ code }) => code));
    expect([...codes]).toEqual(['TRANSLATION_MISSING']);
  });
});

describe('a text that was translated elsewhere', () => {
  /** The section that says where to go is another's now: its texts have other keys. */
  const moved = () => copied([/^ {2}- id: center$/m, '  - id: place']);

  it('is offered in what translators get, with where it is from', () => {
    const offered = exchangeOf(moved(), 'es', shipped).units.filter(({ state }) => state === 'offered');
    expect(offered.map(({ key }) => key)).toContain('guide:sections.place.line');
    for (const { note, target } of offered) {
      expect(target).not.toBe('');
      expect(note).toMatch(/ Translated for: heroin-detox, sections\.center\./);
    }
  });

  it('is not taken where nobody says that it fits', () => {
    const guide = moved();
    const whole = problemsOf(() => importReturned(guide, 'es', back(guide, {}), {}, shipped, 'guide'));
    expect(whole.length).toBeGreaterThan(0);
    expect(
      whole.every(({ code, message }) => code === 'TRANSLATION_STALE' && message.includes('offered')),
    ).toBe(true);
    const says = Object.fromEntries(
      exchangeOf(guide, 'es', shipped).units.map(({ key }) => [key, { marked: false }]),
    );
    const { changed, state } = importReturned(guide, 'es', back(guide, says), {}, shipped, 'guide');
    expect(changed).toContain('guide:sections.place.line');
    expect(state.status).toBe('machine-draft');
  });

  it('is taken as a draft by translations fill, which says what it took', () => {
    const guide = moved();
    const { outputs, taken, open, state } = filled(guide, 'es', shipped);
    expect(state.status).toBe('machine-draft');
    expect(open).toBe(0);
    expect(taken).toContainEqual({ key: 'sections.place.line', from: 'heroin-detox, sections.center.line' });
    mkdirSync(join(guide.folder, 'locales'));
    for (const { path, content } of outputs) writeFileSync(path, content);
    expect(loadLocale('es', guide, shipped).translation).toMatchObject({ status: 'machine-draft' });
    expect(filled(guide, 'es', shipped).outputs).toEqual([]);
    expect(existsSync(join(shipped, 'es/county.json'))).toBe(false);
  });
});

describe('a file that is half done', () => {
  it('is refused whole, and with --partial what is finished is taken and the rest told and left', () => {
    const guide = copied(title, [/^kicker: .*$/m, 'kicker: Five things to do']);
    const changes = {
      'guide:title': { target: 'Lo que ayuda en la primera semana', marked: false },
      'guide:kicker': { target: '' },
    };
    expect(
      problemsOf(() => importReturned(guide, 'es', back(guide, changes), {}, shipped, 'guide')),
    ).toHaveLength(1);
    const { outputs, changed, left } = importReturned(
      guide,
      'es',
      back(guide, changes),
      {},
      shipped,
      'guide',
      true,
    );
    expect(changed).toEqual(['guide:title']);
    expect(left).toMatchObject([
      { severity: 'warning', code: 'TRANSLATION_MISSING', place: { key: 'guide:kicker' } },
    ]);
    mkdirSync(join(guide.folder, 'locales'));
    for (const { path, content } of outputs) writeFileSync(path, content);
    expect(statusOf(guide, 'es', shipped).texts).toMatchObject({ missing: [], stale: ['kicker'] });
    // The earlier translation of what is left is still there, for who goes on.
    expect(exchangeOf(guide, 'es', shipped).units.find(({ key }) => key === 'guide:kicker')).toMatchObject({
      target: 'Cinco cosas que ayudan',
      state: 'stale',
    });
  });

  it('is not reviewed', () => {
    const guide = copied(title);
    const claim = { status: 'reviewed', by: 'A. Person', on: '2026-11-26' } as const;
    expect(
      problemsOf(() => importReturned(guide, 'es', back(guide, {}), claim, shipped, 'guide', true)),
    ).toMatchObject([{ code: 'USAGE' }]);
  });
});
