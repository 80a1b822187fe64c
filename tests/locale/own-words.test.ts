import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { loadLocale } from '../../src/locale/index.ts';
import { problemsOf } from '../content/folder.ts';

const root = join(import.meta.dirname, '../..');
const guide = loadGuide(join(root, 'guides/heroin-detox'));
const locales = join(root, 'locales');
const english = { cut: 'Cut here', who: 'Who is there?', where: { side: 'Beside {{thing}}' } };

/** A locale with words of a product: texts by file name. */
function localeWith(tag: string, files: Readonly<Record<string, unknown>>) {
  const folder = mkdtempSync(join(tmpdir(), 'words-'));
  mkdirSync(join(folder, 'p/words'), { recursive: true });
  for (const [name, value] of Object.entries(files))
    writeFileSync(join(folder, 'p/words', name), typeof value === 'string' ? value : JSON.stringify(value));
  return loadLocale(tag, guide, locales, [{ root: folder, path: 'p/words' }]);
}
const said = (tag: string, files: Readonly<Record<string, unknown>>) =>
  problemsOf(() => localeWith(tag, files)).map(({ code, place }) => [code, place.key ?? place.file]);

describe('words of a product’s own', () => {
  it('are laid over the shipped ones, key by key', () => {
    const locale = localeWith('en', { 'en.json': english });
    expect(locale.word('cut')).toBe('Cut here');
    expect(locale.word('who')).toBe('Who is there?');
    expect(locale.word('where.side', { thing: 'it' })).toBe('Beside it');
    expect(locale.word('where.back')).toBe('See the back');
    expect(locale.words()).toContain('Cut here');
    expect(locale.words()).not.toContain('Who answers?');
  });

  it('may be written out, as well as in groups, but not both', () => {
    const flat = {
      cut: 'Cut here',
      'where.side': 'Beside {{thing}}',
      'where.back': 'Turn over',
      'way.text': 'Write to {{to}}',
    };
    const locale = localeWith('en', { 'en.json': flat });
    expect(locale.word('where.side', { thing: 'it' })).toBe('Beside it');
    expect(locale.word('where.back')).toBe('Turn over');
    expect(locale.word('way.text', { to: 'us' })).toBe('Write to us');
    expect(said('en', { 'en.json': { ...english, 'where.side': 'Near {{thing}}' } })).toEqual([
      ['JSON_SYNTAX', 'where.side'],
    ]);
  });

  it('are those of the locale', () => {
    const spanish = { cut: 'Corte aquí', who: '¿Quién es?', where: { side: 'Junto a {{thing}}' } };
    const locale = localeWith('es', { 'en.json': english, 'es.json': spanish });
    expect(locale.word('cut')).toBe('Corte aquí');
    expect(locale.word('call', { number: '–' })).toBe('Llame al –');
  });

  it('are lengthened with the rest in a pseudo-locale', () => {
    const word = localeWith('en-XA', { 'en.json': english }).word('cut');
    expect(word.length).toBeGreaterThan('Cut here'.length);
  });

  it.each(['', ' ', '.', '→', '24', 'x', '?x.'])('may not point to the disclosure by “%s”', (who) => {
    expect(said('en', { 'en.json': { ...english, who } })).toEqual([['TRANSLATION_BROKEN', 'who']]);
    expect(problemsOf(() => localeWith('en', { 'en.json': { ...english, who } }))[0]!.hint).toBe(
      'It points to the disclosure beside each number: Who answers?',
    );
  });

  it.each(['', '…'])('nor in another language by “%s”', (who) => {
    const spanish = { cut: 'Corte aquí', who, where: { side: 'Junto a {{thing}}' } };
    expect(said('es', { 'en.json': english, 'es.json': spanish }).map(([, key]) => key)).toEqual(['who']);
  });

  const days = { ...english, day_one: '{{count}} day', day_other: '{{count}} days' };
  const arabic = (day_few: string, day_two = 'يومان') => ({
    ...{ cut: 'قص هنا', who: 'من هناك؟', where: { side: 'بجانب {{thing}}' } },
    ...{ day_one: '{{count}} يوم', day_two, day_few, day_other: '{{count}} يوم' },
  });

  it.each([
    ['{{count}} أيام', []],
    ['اتصل على 800-555-0199 خلال {{count}} أيام', ['TRANSLATION_BROKEN']],
    ['{{number}} أيام', ['TRANSLATION_BROKEN']],
    [' ', ['TRANSLATION_MISSING']],
  ])('have plural forms that English lacks looked at as all others: “%s”', (few, told) => {
    const files = { 'en.json': days, 'ar.json': arabic(few) };
    expect(said('ar', files)).toEqual(told.map((code) => [code, 'day_few']));
  });

  it('may say how many by a plural form alone', () => {
    const files = { 'en.json': days, 'ar.json': arabic('{{count}} أيام', 'يومان') };
    expect(said('ar', files)).toEqual([]);
  });

  it.each([
    ['', ['TRANSLATION_MISSING', 'cut']],
    [' ', ['TRANSLATION_MISSING', 'cut']],
    ['$t(who)', ['TRANSLATION_BROKEN', 'cut']],
  ])('may not be “%s”', (cut, told) => {
    expect(said('en', { 'en.json': { ...english, cut } })).toEqual([told]);
  });

  it.each(['', '→', 'x', '$t(draft)'])('nor may a folder of words point to it by “%s”', (who) => {
    const folder = mkdtempSync(join(tmpdir(), 'words-'));
    mkdirSync(join(folder, 'en'));
    writeFileSync(join(folder, 'en/press.json'), JSON.stringify({ who }));
    const told = problemsOf(() => loadLocale('en', guide, [folder, locales]));
    expect(told.map(({ code, place }) => [code, place.key])).toEqual([['TRANSLATION_BROKEN', 'who']]);
  });

  it('must be whole where there are none but the guide’s own', () => {
    const words = JSON.parse(readFileSync(join(locales, 'es/press.json'), 'utf8')) as object;
    const found = (own: object | undefined, shared?: object) => {
      const folder = mkdtempSync(join(tmpdir(), 'words-'));
      cpSync(join(locales, 'en'), join(folder, 'en'), { recursive: true });
      cpSync(join(locales, 'es'), join(folder, 'es'), { recursive: true });
      rmSync(join(folder, 'es/press.json'));
      if (shared !== undefined) writeFileSync(join(folder, 'es/press.json'), JSON.stringify(shared));
      const at = mkdtempSync(join(tmpdir(), 'guide-'));
      cpSync(guide.folder, at, { recursive: true });
      mkdirSync(join(at, 'locales'), { recursive: true });
      if (own !== undefined) writeFileSync(join(at, 'locales/press.es.json'), JSON.stringify(own));
      const problems = problemsOf(() => loadLocale('es', loadGuide(at), folder));
      return [...new Set(problems.map(({ code }) => code))];
    };
    expect(found(words)).toEqual([]);
    expect(found({ who: '¿Quién contesta?' })).toEqual(['TRANSLATION_MISSING']);
    expect(found(undefined)).toEqual(['FILE_NOT_FOUND']);
    expect(found(undefined, {})).toEqual(['TRANSLATION_MISSING']);
  });

  it.each(['xy', 'x y', 'Who?', '谁接听？', 'من يجيب؟'])('may point to it by “%s”', (who) => {
    expect(said('en', { 'en.json': { ...english, who } })).toEqual([]);
  });

  it('lie over those of the products that it is like, the nearest first', () => {
    const folder = mkdtempSync(join(tmpdir(), 'words-'));
    const bring = (product: string, words: unknown) => {
      mkdirSync(join(folder, product), { recursive: true });
      writeFileSync(join(folder, product, 'en.json'), JSON.stringify(words));
    };
    bring('like', { cut: 'Cut there', who: 'Who is there?', new: { one: 'One' } });
    bring('own', { cut: 'Cut here' });
    const locale = loadLocale(
      'en',
      guide,
      locales,
      ['own', 'none', 'like'].map((path) => ({ root: folder, path })),
    );
    expect([locale.word('cut'), locale.word('who'), locale.word('new.one')]).toEqual([
      'Cut here',
      'Who is there?',
      'One',
    ]);
  });

  it('need not be there', () => {
    const none = [{ root: mkdtempSync(join(tmpdir(), 'words-')), path: 'p/words' }];
    expect(loadLocale('en', guide, locales, none).word('who')).toBe('Who answers?');
  });

  it.each([
    ['no file of the locale', {}, [['TRANSLATION_MISSING', expect.stringMatching(/es\.json$/)]]],
    [
      'a key that is missing',
      { 'es.json': { cut: 'Corte', where: { side: 'Junto a {{thing}}' } } },
      [['TRANSLATION_MISSING', 'who']],
    ],
    [
      'a key that English has not',
      { 'es.json': { cut: 'Corte', who: '¿Quién?', where: { side: 'Junto a {{thing}}' }, kut: 'Corte' } },
      [['TRANSLATION_UNKNOWN', 'kut']],
    ],
    [
      'a value that is lost',
      { 'es.json': { cut: 'Corte', who: '¿Quién?', where: { side: 'Al lado' } } },
      [['TRANSLATION_BROKEN', 'where.side']],
    ],
    ['a file that does not parse', { 'es.json': '{' }, [['JSON_SYNTAX', expect.stringMatching(/es\.json$/)]]],
  ])('are refused with %s', (_, files, wanted) => {
    expect(said('es', { 'en.json': english, ...files })).toEqual(wanted);
  });

  it('are refused without English ones, which all are held to', () => {
    expect(said('es', { 'es.json': english })).toEqual([
      ['FILE_NOT_FOUND', expect.stringMatching(/en\.json$/)],
    ]);
  });

  it('say no number that the guide does not declare', () => {
    expect(said('en', { 'en.json': { cut: 'Call 800-315-1377' } })[0]).toEqual(['NUMBER_NEAR_MISS', 'cut']);
    expect(said('en', { 'en.json': { cut: 'Call 800-315-1376' } })).toEqual([]);
  });
});
