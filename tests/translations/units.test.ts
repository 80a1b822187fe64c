/** What a translator gets: each text with what is known of its translation. */
import { describe, expect, it } from 'vitest';
import { exchangeOf, type Unit } from '../../src/translations/index.ts';
import { problemsOf } from '../files/folder.ts';
import { filesOf, type Given, localesWith, said, smallGuide } from './small.ts';

const reviewed = { status: 'reviewed', reviewed: { by: 'Ana Ruiz', on: '2026-01-31' } } as const;

function units(given: Given = {}, tag = 'es'): ReadonlyMap<string, Unit> {
  const guide = smallGuide();
  const exchange = exchangeOf(guide, tag, localesWith(filesOf(guide, tag, given)));
  return new Map(exchange.units.map((unit) => [unit.key, unit]));
}
const state = (given: Given, key: string) => {
  const { target, state } = units(given).get(key)!;
  return [state, target];
};

describe('what a translator gets', () => {
  it('says what guide it is of, in which languages, and what may be dialled', () => {
    const guide = smallGuide();
    const { units, numbers, ...rest } = exchangeOf(guide, 'es', localesWith(filesOf(guide, 'es')));
    expect(rest).toEqual({
      guide: 'whole',
      version: '1.2.3',
      sourceLanguage: 'en',
      targetLanguage: 'es',
    });
    expect(numbers.map(({ display }) => display)).toEqual(['800-315-1376', '988', '911']);
    expect(units.map(({ key }) => key)).toEqual([
      ...[...guide.texts.keys()].map((key) => `guide:${key}`),
      ...['who', 'call', 'art.door', 'code.pageAlt', 'day_one', 'day_other', 'day_many'].map(
        (key) => `press:${key}`,
      ),
    ]);
  });

  it('has no words of the products where they are English, as the guide’s own are asked for in another', () => {
    const guide = smallGuide(['locale: en', 'locale: es']);
    const { units } = exchangeOf(guide, 'en', localesWith());
    expect(units.filter(({ key }) => key.startsWith('press:'))).toEqual([]);
    expect(units).toHaveLength(guide.texts.size);
  });

  it('is not given for the guide’s own language, for none, or where a file cannot be read', () => {
    const guide = smallGuide();
    const codes = (tag: string, files: Record<string, string> = {}) =>
      problemsOf(() => exchangeOf(guide, tag, localesWith(files))).map(({ code }) => code);
    expect(codes('en')).toEqual(['USAGE']);
    expect(codes('nolanguage')).toEqual(['LOCALE_UNKNOWN']);
    expect(codes('es', { 'es/whole.json': '{', 'es/press.json': '{' })).toEqual([
      'JSON_SYNTAX',
      'JSON_SYNTAX',
    ]);
  });
});

describe('a text is sent', () => {
  it('as translated, or as reviewed where the translation is', () => {
    expect(state({}, 'guide:kicker')).toEqual(['translated', said('A guide for tests')]);
    expect(state({}, 'press:who')).toEqual(['translated', '¿Quién?']);
    expect(state({ state: reviewed }, 'guide:kicker')[0]).toBe('reviewed');
    expect(state({ state: reviewed, stale: ['title'] }, 'guide:title')[0]).toBe('stale');
  });

  it.each(['', ' ', undefined])('as missing where it is %j', (target) => {
    expect(state({ texts: { kicker: target } }, 'guide:kicker')).toEqual(['missing', '']);
    expect(state({ words: { who: target } }, 'press:who')).toEqual(['missing', '']);
  });

  it.each([
    ['a control character', 'a\u0001b'],
    ['a tab that is no tab', 'a\u000bb'],
    ['an escape', 'a\u001bb'],
    ['a deleted one', 'a\u007fb'],
    ['one of the second half', 'a\u009fb'],
    ['what XML cannot hold', 'a\uffffb'],
  ])('as missing where it has %s', (_, target) => {
    expect(state({ texts: { kicker: target } }, 'guide:kicker')).toEqual(['missing', '']);
  });

  it('with a tab or a line end as it is', () => {
    for (const target of ['a\tb', 'a\nb'])
      expect(state({ texts: { kicker: target } }, 'guide:kicker')[1]).toBe(target);
  });

  it('as stale where its source changed, whatever else it lost; as broken where it lost something', () => {
    expect(state({ stale: ['kicker'] }, 'guide:kicker')).toEqual(['stale', said('A guide for tests')]);
    const lost = { 'emergency.us': 'Llame.' };
    expect(state({ texts: lost }, 'guide:emergency.us')).toEqual(['broken', 'Llame.']);
    expect(state({ texts: lost, stale: ['emergency.us'] }, 'guide:emergency.us')[0]).toBe('stale');
    expect(state({ words: { call: 'Llame' } }, 'press:call')).toEqual(['broken', 'Llame']);
    // Only the one that it is said of.
    expect(state({ texts: lost, stale: ['kicker'] }, 'guide:title')[0]).toBe('translated');
  });

  it('with a note of what it is, and whose translation it is', () => {
    const guide = smallGuide([/^id: .*$/m, 'id: county']);
    const locales = localesWith(filesOf(guide, 'es', { id: 'whole', texts: { kicker: undefined } }));
    const { units } = exchangeOf(guide, 'es', locales);
    const of = (key: string) => units.find((unit) => unit.key === key)!;
    expect(of('guide:title').note).toBe('Title. Translated for: whole.');
    expect(of('guide:kicker').note).toBe('Short line above the title.');
    expect(of('press:who').note).toBe('Words of the products: the same in every guide.');
  });
});

describe('a text that was translated for another place', () => {
  const offered = (given: Given) => {
    const guide = smallGuide();
    const other = filesOf(guide, 'es', { id: 'other', texts: { kicker: 'Otra guía' } });
    const { units } = exchangeOf(guide, 'es', localesWith(other, filesOf(guide, 'es', given)));
    return units.find(({ key }) => key === 'guide:kicker')!;
  };

  it('is offered where there is none, or one from an older source', () => {
    const found = {
      key: 'guide:kicker',
      source: 'A guide for tests',
      target: 'Otra guía',
      state: 'offered',
      note: 'Short line above the title. Translated for: other, kicker.',
      optional: false,
    };
    expect(offered({ texts: { kicker: undefined } })).toEqual(found);
  });

  it('is not offered where it lost something itself: the next that holds is', () => {
    const guide = smallGuide();
    const of = (id: string, kicker: string) => filesOf(guide, 'es', { id, texts: { kicker } });
    const found = (...files: Record<string, string>[]) => {
      const own = filesOf(guide, 'es', { texts: { kicker: undefined } });
      const { units } = exchangeOf(guide, 'es', localesWith(...files, own));
      const { state, target } = units.find(({ key }) => key === 'guide:kicker')!;
      return [state, target];
    };
    expect(found(of('a', 'Llame al 12'))).toEqual(['missing', '']);
    expect(found(of('a', 'a\u0001b'))).toEqual(['missing', '']);
    expect(found(of('a', 'Llame al 12'), of('b', 'Otra guía'))).toEqual(['offered', 'Otra guía']);
    expect(found(of('a', 'Una guía'), of('b', 'Otra guía'))).toEqual(['offered', 'Una guía']);
    expect(found(of('a', ' '), of('b', 'Otra guía'))).toEqual(['offered', 'Otra guía']);
  });

  it('is not offered where there is a sound one, or one that is broken', () => {
    expect(offered({})).toMatchObject({ state: 'translated', target: said('A guide for tests') });
    expect(offered({ texts: { kicker: 'Guía 12' } })).toMatchObject({ state: 'broken', target: 'Guía 12' });
  });
});

describe('words by number', () => {
  const forms = (tag: string, given: Given = {}) =>
    [...units(given, tag).values()].flatMap(({ key, optional, source }) =>
      key.startsWith('press:day') ? [`${key.slice(10)}${optional ? '?' : ''} ${source}`] : [],
    );

  it('are those of English, and after the last those that the language has', () => {
    expect(forms('de')).toEqual(['one {{count}} day', 'other {{count}} days']);
    expect(forms('ru')).toEqual([
      'one {{count}} day',
      'other {{count}} days',
      'few? {{count}} days',
      'many? {{count}} days',
    ]);
    expect(forms('ar')).toEqual([
      'one {{count}} day',
      'other {{count}} days',
      'zero? {{count}} days',
      'two? {{count}} days',
      'few? {{count}} days',
      'many? {{count}} days',
    ]);
  });

  it('are those too that a translation has', () => {
    expect(forms('de', { words: { day_two: '{{count}} Tage' } })).toEqual([
      'one {{count}} day',
      'other {{count}} days',
      'two? {{count}} days',
    ]);
  });
});
