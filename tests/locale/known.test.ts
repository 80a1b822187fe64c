/** What is known of translations from the files that lie about, and of times of day. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Guide } from '../../src/content/index.ts';
import { newTranslationFiles } from '../../src/locale/files.ts';
import { askedLocale, localesIn, offersFor, ownLocales, sourceHash } from '../../src/locale/index.ts';
import { renamedTranslation } from '../../src/locale/memory.ts';
import { longer } from '../../src/locale/pseudo.ts';
import { numbersAdded } from '../../src/locale/quantities/numbers.ts';
import { withoutTimesOf } from '../../src/locale/ways/clock.ts';
import { readWords, wordsStatus } from '../../src/locale/words.ts';
import { problemsOf } from '../content/folder.ts';

/** A folder with JSON files. */
function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'known-'));
  for (const [path, value] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof value === 'string' ? value : JSON.stringify(value));
  }
  return folder;
}

const guideOf = (texts: Readonly<Record<string, string>>, own: Readonly<Record<string, unknown>> = {}) =>
  ({
    folder: folderOf(own),
    data: {
      id: 'mine',
      locale: 'en',
      helplines: { main: { display: '202-555-0143', dial: '+12025550143' } },
    },
    texts: new Map(Object.entries(texts).map(([key, text]) => [key, { key, text }])),
  }) as unknown as Guide;
const state = (sources: Readonly<Record<string, string>>, status = 'machine-draft') => ({
  status,
  keys: Object.fromEntries(Object.entries(sources).map(([key, text]) => [key, sourceHash(text)])),
});

describe('a source text', () => {
  it('is known by the first 16 digits of its SHA-256', () => {
    const whole = createHash('sha256').update('Call now', 'utf8').digest('hex');
    expect(sourceHash('Call now')).toBe(whole.slice(0, 16));
    expect(sourceHash('Call now')).toHaveLength(16);
  });
});

describe('what was translated already', () => {
  const sources = { a: 'One', b: 'Two', c: 'Three', d: 'Four' };

  it('is offered by its source, whatever guide and key it was translated for', () => {
    const locales = folderOf({
      'es/other.json': { x: 'Uno', y: ' ', z: 'Tres' },
      'es/other.state.json': state({ x: 'One', y: 'Two', z: 'Thrice' }, 'reviewed'),
    });
    expect([...offersFor('es', guideOf(sources), locales)]).toEqual([
      ['a', { target: 'Uno', status: 'reviewed', from: 'other, x' }],
    ]);
    expect(offersFor('fr', guideOf(sources), locales).size).toBe(0);
    expect(offersFor('es', guideOf(sources), folderOf({})).size).toBe(0);
  });

  it("is taken from the guide's own translation before another's, from the upper folder before the lower", () => {
    const file = (word: string) => ({ x: word });
    const upper = folderOf({ 'es/other.json': file('upper'), 'es/other.state.json': state({ x: 'One' }) });
    const lower = folderOf({
      'es/another.json': file('lower'),
      'es/another.state.json': state({ x: 'One' }),
    });
    const target = (guide: Guide, ...roots: string[]) => offersFor('es', guide, roots).get('a')?.target;
    expect(target(guideOf(sources), upper, lower)).toBe('upper');
    expect(target(guideOf(sources), lower, upper)).toBe('lower');
    const own = guideOf(sources, {
      'locales/es.json': file('own'),
      'locales/es.state.json': state({ x: 'One' }),
    });
    expect(target(own, upper, lower)).toBe('own');
    const shared = folderOf({ 'es/mine.json': file('shared'), 'es/mine.state.json': state({ x: 'One' }) });
    expect(target(guideOf(sources), upper, shared)).toBe('shared');
  });

  it('is not taken from words, hidden files, and files without a state or with a broken one', () => {
    const locales = folderOf({
      'es/press.json': { x: 'Uno' },
      'es/press.state.json': state({ x: 'One' }),
      'es/.hidden.json': { x: 'Uno' },
      'es/.hidden.state.json': state({ x: 'One' }),
      'es/stateless.json': { x: 'Uno' },
      'es/broken.json': '{"x": ',
      'es/broken.state.json': state({ x: 'One' }),
      'es/unsure.json': { x: 'Uno' },
      'es/unsure.state.json': { ...state({ x: 'One' }), status: 'perfect' },
      'es/odd.json': { x: 7 },
      'es/odd.state.json': state({ x: 'One' }),
    });
    expect(offersFor('es', guideOf(sources), locales).size).toBe(0);
  });

  const renamed = (made: Readonly<Record<string, string>>) => {
    const locales = folderOf({
      'es/first.json': { a: 'Uno' },
      'es/first.state.json': state({ a: 'One' }),
      'es/other.json': { a: 'Uno', b: 'Dos' },
      'es/other.state.json': state(made),
    });
    return renamedTranslation('es', guideOf(sources), locales)?.guide;
  };

  it('is the translation of this guide under another name, where half of its texts are the same', () => {
    expect(renamed({ a: 'One', b: 'Two' })).toBe('other');
    expect(renamed({ a: 'One', b: 'Two', c: 'Three' })).toBe('other');
    expect(renamed({ a: 'One', b: 'Too' })).toBeUndefined();
    // By their keys: the same sources in other places are another guide.
    expect(renamed({ b: 'One', a: 'Two', c: 'Four', d: 'Three' })).toBeUndefined();
    // Two of five are less than half.
    const locales = folderOf({
      'es/other.json': { a: 'Uno', b: 'Dos' },
      'es/other.state.json': state({ a: 'One', b: 'Two' }),
    });
    expect(renamedTranslation('es', guideOf({ ...sources, e: 'Five' }), locales)).toBeUndefined();
  });
});

describe('the locales of a folder', () => {
  it('are its folders, and the files of a guide that are translations', () => {
    const locales = folderOf({
      'es/press.json': {},
      'fr/press.json': {},
      '.git/a.json': {},
      'note.json': {},
    });
    expect(localesIn(locales)).toEqual(['es', 'fr']);
    const own = guideOf(
      {},
      {
        'locales/es.json': {},
        'locales/es.state.json': {},
        'locales/press.es.json': {},
        'locales/._fr.json': {},
        'locales/readme.md': '',
      },
    );
    expect(ownLocales(own)).toEqual(['es']);
    expect(ownLocales(guideOf({}))).toEqual([]);
    expect(localesIn(join(locales, 'nowhere'))).toEqual([]);
  });
});

describe('a new translation', () => {
  const placed = (
    own: Readonly<Record<string, unknown>>,
    shared: Readonly<Record<string, unknown>>,
    where: 'guide' | 'folder' = 'folder',
  ) => {
    const [guide, folder] = [guideOf({}, own), folderOf({ 'en/press.json': {}, ...shared })];
    const { texts, state: made, words } = newTranslationFiles('fr', guide, folder, where);
    const named = (path: string) => path.replace(guide.folder, 'GUIDE').replace(folder, 'FOLDER');
    return [texts, made, words].map(named);
  };
  const beside = (words: string) => ['GUIDE/locales/fr.json', 'GUIDE/locales/fr.state.json', words];
  const inFolder = ['FOLDER/fr/mine.json', 'FOLDER/fr/mine.state.json', 'FOLDER/fr/press.json'];

  it.each([
    ['where the guide has none yet', {}, {}, beside('FOLDER/fr/press.json')],
    ['where another guide has some there', {}, { 'es/other.json': {} }, beside('FOLDER/fr/press.json')],
    [
      'where the guide has others of its own, whatever lies in the folder',
      { 'locales/es.json': {} },
      { 'es/mine.json': {} },
      beside('FOLDER/fr/press.json'),
    ],
    [
      'where it has this one',
      { 'locales/fr.json': {} },
      { 'fr/mine.json': {} },
      beside('FOLDER/fr/press.json'),
    ],
  ] as const)('goes beside the guide %s', (_, own, shared, files) => {
    expect(placed(own, shared)).toEqual(files);
    expect(placed(own, shared, 'guide')).toEqual(beside('GUIDE/locales/press.fr.json'));
  });

  it.each([
    ['where the others of the guide are', {}, { 'es/mine.json': {} }],
    ['where it is already', { 'locales/es.json': {} }, { 'fr/mine.json': {} }],
  ] as const)('goes into the folder %s', (_, own, shared) => {
    expect(placed(own, shared)).toEqual(inFolder);
    expect(placed(own, shared, 'guide')).toEqual(beside('GUIDE/locales/press.fr.json'));
  });
});

describe('the words of products', () => {
  const english = folderOf({ 'en/press.json': { who: 'Who?' } });
  const status = (own: Readonly<Record<string, unknown>>, ...roots: string[]) => {
    const guide = guideOf({}, own);
    return wordsStatus('es', guide, roots, readWords('es', guide, roots));
  };
  const with_ = (value: string, more?: object) =>
    folderOf({
      'es/press.json': { who: value },
      ...(more === undefined ? {} : { 'es/press.state.json': more }),
    });

  it('are those of the lowest folder, with those of upper ones and of the guide over them', () => {
    const lower = folderOf({ 'es/press.json': { a: 'lower', b: 'lower', c: 'lower' } });
    const upper = folderOf({ 'es/press.json': { a: 'upper', b: 'upper' } });
    const words = readWords('es', guideOf({}, { 'locales/press.es.json': { a: 'own' } }), [upper, lower]);
    expect(Object.fromEntries(words.leaves)).toEqual({ a: 'own', b: 'upper', c: 'lower' });
    const own = readWords('es', guideOf({}, { 'locales/press.es.json': { a: 'own' } }), [english]);
    expect(Object.fromEntries(own.leaves)).toEqual({ a: 'own' });
    expect(problemsOf(() => readWords('es', guideOf({}), [english]))).toMatchObject([
      { code: 'FILE_NOT_FOUND', place: { file: expect.stringMatching(/es\/press\.json$/) } },
    ]);
  });

  it('are as sure as the uppermost file says, a draft where none does', () => {
    expect(status({}, with_('¿Quién?'))).toBe('machine-draft');
    expect(status({}, with_('¿Quién?', { status: 'human-draft' }))).toBe('human-draft');
    expect(status({}, with_('¿Quién?', { status: 'reviewed', words: 'other' }))).toBe('human-draft');
    const both = [with_('a', { status: 'human-draft' }), with_('b', { status: 'machine-draft' })] as const;
    expect(status({}, ...both)).toBe('human-draft');
    expect(status({}, both[1], both[0])).toBe('machine-draft');
    expect(status({ 'locales/press.es.state.json': { status: 'human-draft' } }, both[1])).toBe('human-draft');
    const guide = guideOf({});
    expect(wordsStatus('en', guide, english, readWords('en', guide, english))).toBe('source');
  });
});

describe('times of day', () => {
  it.each([
    ['from 6 p.m.', '18 Uhr', '  Uhr'],
    ['from 6 p.m.', '6 Uhr', '  Uhr'],
    ['from 6 a.m.', '18 Uhr', '18 Uhr'],
    ['from 6 a.m.', '6 Uhr', '  Uhr'],
    ['at 6:30 p.m.', '18:30', ' '],
    ['at 6:30 p.m.', '18:31', '18:31'],
    ['12 a.m.', '0:00', ' '],
    ['12 a.m.', '12:00', '12:00'],
    ['12 p.m.', '12:00', ' '],
    ['12:59 p.m.', '12:59', ' '],
    ['1 p.m.', '13:00', ' '],
    ['at 12:30 p.m.', '午後0:30', '午後 '],
    ['at 12:30 p.m.', '0:30', '0:30'],
    ['at 18:30', '6:30', ' '],
    ['at 13:30', '1:30', ' '],
    ['at 23:59', '11:59', ' '],
    ['8:15 – 10 a.m.', '8:15–10', ' – '],
    ['11 – 1 p.m.', '11 und 13', '  und  '],
    ['11 – 1 p.m.', '23', '23'],
    ['6 people', '18', '18'],
  ])('of %j are taken out of %j', (source, translated, left) => {
    const found = withoutTimesOf(source, translated);
    if (/\d/.test(left)) expect(found).toBe(translated);
    else expect(found).not.toMatch(/\d/);
  });
});

describe('a number that a translation adds', () => {
  it('is one that the source has not', () => {
    expect(numbersAdded('5 of 7 and 9', '5')).toEqual(['7', '9']);
    expect(numbersAdded('5 of 7', '7 of 5')).toEqual([]);
  });
});

describe('the locale that is asked for', () => {
  it('is the first row in the language and script that a tag most likely means', () => {
    expect(askedLocale('zh', ['zh-Hant', 'zh-Hans'])).toEqual({ tag: 'zh-Hans' });
    expect(askedLocale('zh-TW', ['zh-Hans', 'zh-Hant'])).toEqual({ tag: 'zh-Hant' });
    expect(askedLocale('pt', ['pt-BR', 'es'])).toEqual({ tag: 'pt-BR' });
    expect(askedLocale('es-MX', ['en', 'es'])).toEqual({ tag: 'es' });
  });
});

describe('a longer text', () => {
  it('has an accent on each letter that has one, and a third of them twice', () => {
    expect(longer('abc')).toBe('àƀçç');
    expect(longer('az AZ')).toBe('àž ÀÀŽ');
    expect(longer('zzzzzzzzzzzzzzzzzzzz')).toHaveLength(26);
    expect(longer('1, 2!')).toBe('1, 2!');
    expect(longer('a {{abc}} [b](https://abc) <abc>')).toBe('à {{abc}} [ƀ](https://abc) <abc>');
  });
});
