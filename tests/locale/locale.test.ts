import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import {
  languageOf,
  languages,
  loadLocale,
  nearestLanguage,
  numberFamily,
  sourceHash,
} from '../../src/locale/index.ts';
import { changed, problemsOf, whole } from '../content/folder.ts';

const root = join(import.meta.dirname, '../..');
const shipped = join(root, 'locales');
const detox = loadGuide(join(root, 'guides/heroin-detox'));

/** The shipped locales, in which one file is changed. */
function locales(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'locales-'));
  cpSync(shipped, folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  return folder;
}
const replaced = (file: string, from: string, to: string) =>
  locales(file, (text) => {
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    return text.replace(from, () => to);
  });

describe('a locale', () => {
  it.each(Object.keys(languages))('%s has every text of the shipped guide and of the products', (tag) => {
    const locale = loadLocale(tag, detox, shipped);
    for (const key of detox.texts.keys()) expect(locale.text(key)).not.toBe('');
    expect(locale.word('call', { number: '800-315-1376' })).toContain('800-315-1376');
    expect(locale.translation.status).toBe(tag === 'en' ? 'source' : 'machine-draft');
  });

  it('takes its source texts from the guide itself, as they are', () => {
    const locale = loadLocale('en', detox, shipped);
    for (const [key, { text }] of detox.texts) expect(locale.text(key)).toBe(text);
  });

  it('gives any text back untouched: nothing in it is interpolated or nested', () => {
    const texts = fc.string({
      unit: fc.constantFrom('{{', '}}', '$t(', 'title', ')', 'a', ' ', ',', ':', '.', '_'),
      minLength: 1,
    });
    fc.assert(
      fc.property(texts, (text) => {
        const guide = {
          ...detox,
          texts: new Map([...detox.texts, ['title', { ...detox.texts.get('title')!, text }]]),
        };
        expect(loadLocale('en', guide, shipped).text('title')).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  it('puts values into words as they are', () => {
    const word = loadLocale('en', detox, shipped).word('source', { name: '{{x}} $t(who) <b>' });
    expect(word).toBe('Source: {{x}} $t(who) <b>');
  });

  it.each([
    ['a word that is not there', 'whoo', {}, 'TRANSLATION_MISSING', 'Did you mean "who"?'],
    ['a group of words', 'where', {}, 'TRANSLATION_MISSING', undefined],
    ['a word without its value', 'call', {}, 'TEMPLATE_KEY_UNKNOWN', undefined],
    ['a word that reaches into objects', '__proto__', {}, 'TRANSLATION_MISSING', undefined],
    ['a word that reaches into objects', 'constructor.name', {}, 'TRANSLATION_MISSING', undefined],
  ] as const)('refuses %s', (_, key, values, code, hint) => {
    const problems = problemsOf(() => loadLocale('en', detox, shipped).word(key, values));
    expect(problems.map((p) => p.code)).toEqual([code]);
    if (hint !== undefined) expect(problems[0]!.hint).toBe(hint);
  });

  it('refuses a text that the guide does not have', () => {
    expect(problemsOf(() => loadLocale('en', detox, shipped).text('titel'))[0]).toMatchObject({
      code: 'CONTENT_KEY_UNKNOWN',
      hint: 'Did you mean "title"?',
    });
  });

  it('is known, or refused with the nearest', () => {
    expect(problemsOf(() => loadLocale('spansh', detox, shipped))[0]).toMatchObject({
      code: 'LOCALE_UNKNOWN',
      hint: 'Did you mean "es" (Español)?',
    });
    for (const tag of ['__proto__', 'constructor', '../en', ''])
      expect(problemsOf(() => loadLocale(tag, detox, shipped))[0]?.code).toBe('LOCALE_UNKNOWN');
  });

  it("prefers the guide's own translation", () => {
    const folder = changed();
    mkdirSync(join(folder, 'locales'));
    const guide = loadGuide(folder);
    const keys = Object.fromEntries([...guide.texts].map(([key, { text }]) => [key, sourceHash(text)]));
    const state = { status: 'reviewed', reviewed: { by: 'A. Person', on: '2026-01-31' }, keys };
    writeFileSync(join(folder, 'locales/es.state.json'), JSON.stringify(state));
    writeFileSync(
      join(folder, 'locales/es.json'),
      JSON.stringify(Object.fromEntries([...guide.texts].map(([key, { text }]) => [key, `¡${text}`]))),
    );
    const locale = loadLocale('es', guide, shipped);
    expect(locale.translation).toEqual({
      status: 'reviewed',
      reviewedBy: 'A. Person',
      reviewedOn: '2026-01-31',
    });
    expect(locale.text('closing.bye')).toBe('¡Go well.');
  });

  it('says by which name the table has the language of a guide', () => {
    for (const named of ['en-US', 'english']) {
      const guide = loadGuide(changed(['locale: en', `locale: ${named}`]));
      const [told] = problemsOf(() => loadLocale('en', guide, shipped));
      expect(told).toMatchObject({ code: 'LOCALE_UNKNOWN', hint: 'Write locale: en.' });
      expect(told?.place).toMatchObject({ key: 'locale', line: 4 });
    }
  });

  it('says which translation is missing', () => {
    expect(problemsOf(() => loadLocale('es', loadGuide(whole), shipped)).map(({ code }) => code)).toEqual([
      'FILE_NOT_FOUND',
    ]);
  });
});

describe('a translation that is wrong is refused with code and line', () => {
  const es = 'es/heroin-detox.json';
  const cases: [what: string, file: string, from: string, to: string, code: string][] = [
    ['an empty text', es, '"El apoyo es clave."', '""', 'TRANSLATION_MISSING'],
    ['a text that is a list', es, '"El apoyo es clave."', '["a"]', 'TRANSLATION_MISSING'],
    ['an unknown key', es, '"kicker": ', '"kikcer": "x", "kicker": ', 'TRANSLATION_UNKNOWN'],
    ['a text without its bold', es, '**Personas de su lado.**', 'Personas de su lado.', 'TRANSLATION_BROKEN'],
    ['a text with another link', es, 'tel:911', 'tel:112', 'TRANSLATION_BROKEN'],
    [
      'a text with a phone number of its own',
      es,
      'El apoyo es clave.',
      'Llame al 888-555-0100.',
      'TRANSLATION_BROKEN',
    ],
    [
      'a number in the digits of another script',
      es,
      'El apoyo es clave.',
      '٨٨٨٥٥٥٠١٠٠',
      'TRANSLATION_BROKEN',
    ],
    ['a placeholder of its own', es, 'El apoyo es clave.', 'El apoyo {{x}} es clave.', 'TRANSLATION_BROKEN'],
    ['a mark that is not taken', es, 'El apoyo es clave.', 'El `apoyo` es clave.', 'TRANSLATION_BROKEN'],
    ['HTML', es, 'El apoyo es clave.', 'El <b>apoyo</b> es clave.', 'TRANSLATION_BROKEN'],
    ['a word of the products left out', 'es/press.json', '"who": ', '"whoo": ', 'TRANSLATION_MISSING'],
    [
      'a word of the products without its value',
      'es/press.json',
      'Llame al {{number}}',
      'Llame al',
      'TRANSLATION_BROKEN',
    ],
    ['JSON with a comma too many', 'es/press.json', '"who": ', ', "who": ', 'JSON_SYNTAX'],
    [
      'JSON that reaches into objects',
      'es/press.json',
      '"who": ',
      '"__proto__": {"a": "b"}, "who": ',
      'JSON_SYNTAX',
    ],
    ['a state that is none', 'es/heroin-detox.state.json', 'machine-draft', 'done', 'TRANSLATION_BROKEN'],
    [
      'a review that nobody signed',
      'es/heroin-detox.state.json',
      'machine-draft',
      'reviewed',
      'TRANSLATION_BROKEN',
    ],
  ];
  it.each(cases)('%s', (_, file, from, to, code) => {
    const problems = problemsOf(() => loadLocale('es', detox, replaced(file, from, to)));
    expect(problems.map((p) => p.code)).toContain(code);
    expect(problems[0]!.place.file).toContain(file);
    const line = readFileSync(join(shipped, file), 'utf8').split(from)[0]!.split('\n').length;
    if (!file.includes('.state.') && !to.includes('__proto__') && code !== 'TRANSLATION_MISSING')
      expect(problems.find((p) => p.code === code)!.place.line).toBe(line);
  });

  it('stale: the source changed after it was translated', () => {
    const guide = {
      ...detox,
      texts: new Map([...detox.texts, ['title', { ...detox.texts.get('title')!, text: 'Another title' }]]),
    };
    expect(
      problemsOf(() => loadLocale('es', guide, shipped)).map(({ code, place }) => `${code} ${place.key}`),
    ).toEqual(['TRANSLATION_STALE title']);
  });

  it('of a guide that has none of its own is told where its own file is to be, and how to begin it', () => {
    // Made for the guide that ships: nobody mends that guide's file for another one.
    const own = {
      ...detox,
      folder: 'guides/mine',
      data: { ...detox.data, id: 'mine' },
      texts: new Map([...detox.texts, ['title', { ...detox.texts.get('title')!, text: 'Another title' }]]),
    };
    const [told, ...others] = problemsOf(() => loadLocale('es', own, shipped));
    expect(others).toEqual([]);
    expect(told!.place).toEqual({ file: join('guides/mine/locales', 'es.json'), key: 'title', locale: 'es' });
    expect(told!.hint).toContain(
      'what fits of heroin-detox: helpline-press translations fill guides/mine --locale es',
    );
    expect(told!.hint).toContain('Another title');
  });

  it('without a state, which is said once, beside what else is wrong', () => {
    const folder = replaced(es, '"El apoyo es clave."', '""');
    rmSync(join(folder, 'es/heroin-detox.state.json'));
    const problems = problemsOf(() => loadLocale('es', detox, folder));
    expect(problems.map(({ code, place }) => [code, place.key === undefined])).toEqual([
      ['TRANSLATION_STALE', true],
      ['TRANSLATION_MISSING', false],
    ]);
  });

  it('by the words of its own language, where it is made longer or mirrored for developers', () => {
    const codes = (guide: typeof detox, folder: string) =>
      problemsOf(() => loadLocale('en-XA', guide, folder)).map(({ code }) => code);
    const nested = replaced('en/press.json', '"who": "', '"who": "$t(draft) ');
    expect(codes(detox, nested)).toEqual(['TRANSLATION_BROKEN']);
    const spanish = loadGuide(changed(['locale: en', 'locale: es']));
    expect(codes(spanish, shipped)).toEqual([]);
    expect(codes(spanish, replaced('es/press.json', '"who": ', '"whoo": '))).toContain('TRANSLATION_MISSING');
  });

  it('lists all problems at once', () => {
    const folder = locales(es, () => '{"title": "x"}');
    const problems = problemsOf(() => loadLocale('es', detox, folder));
    expect(problems.filter(({ code }) => code === 'TRANSLATION_MISSING')).toHaveLength(detox.texts.size - 1);
  });

  it('deeply nested, or huge', () => {
    const deep = locales(es, () => `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`);
    expect(problemsOf(() => loadLocale('es', detox, deep)).map(({ code }) => code)).toEqual(['JSON_SYNTAX']);
    const huge = locales(es, () => `{"title": "${'x'.repeat(2_100_000)}"}`);
    expect(problemsOf(() => loadLocale('es', detox, huge))).toHaveLength(1);
  });
});

describe('the table of languages', () => {
  it('names only font files that are there', () => {
    const rows = Object.values(languages).flatMap(({ text, display }) => [text, display]);
    for (const family of [...rows, numberFamily])
      for (const file of [...family.regular, ...family.bold])
        expect(
          existsSync(join(root, file.startsWith('cjk:') ? `packages/cjk/${file.slice(4)}` : `fonts/${file}`)),
          file,
        ).toBe(true);
  });

  it('agrees with Unicode about scripts', () => {
    for (const [tag, row] of Object.entries(languages))
      expect(row.script).toBe(new Intl.Locale(tag).maximize().script);
  });

  it('sets a phrase of any language', () => {
    expect(nearestLanguage('es-MX')).toBe(languageOf('es'));
    expect(nearestLanguage('fa').direction).toBe('rtl');
    expect(nearestLanguage('mr')).toBe(languageOf('hi'));
    expect(nearestLanguage('yi')).toBe(languageOf('he'));
    expect(nearestLanguage('pa-Arab').script).toBe('Arab');
    expect(nearestLanguage('zh')).toBe(languageOf('zh-Hans'));
    expect(nearestLanguage('zh-TW')).toBe(languageOf('zh-Hant'));
  });

  it.each([
    ['ff-Adlm', 'rtl'],
    ['mid', 'rtl'],
    ['nqo', 'rtl'],
    ['rhg-Rohg', 'rtl'],
    ['syr', 'rtl'],
    ['dv', 'rtl'],
    ['chr', 'ltr'],
    ['ff', 'ltr'],
    ['rhg-Latn', 'ltr'],
  ])('sets a phrase in %s, whose script may be no row’s, in its direction: %s', (tag, direction) => {
    expect(nearestLanguage(tag).direction).toBe(direction);
  });

  it.each(Object.entries(languages))(
    'sets %s about as large as the others, and no line in another',
    (tag, row) => {
      // Nastaliq slopes down over each word, most where it is large.
      const [widest, more] = tag === 'ur' ? [2.1, 0.1] : [1.75, 0];
      for (const { size, leading } of [row.text, row.display]) {
        expect(size).toBeGreaterThan(0.8);
        expect(size).toBeLessThanOrEqual(1.05);
        expect(leading).toBeGreaterThanOrEqual(1.1);
        expect(leading).toBeLessThanOrEqual(widest);
      }
      // A headline is shorter than a paragraph: its lines stand no further apart.
      expect(row.display.leading).toBeLessThanOrEqual(row.text.leading + more);
      expect(row.display.size).toBeLessThanOrEqual(row.text.size);
    },
  );

  it('keeps words of Thai whole that the dictionary would divide', () => {
    const divided = new Intl.Segmenter('th', { granularity: 'word' });
    const { whole: kept = [] } = languageOf('th').breaking;
    expect(kept).toContain('ทางเลือก');
    expect(kept.filter((each) => [...divided.segment(each)].length < 2)).toEqual([]);
  });

  it('keeps words of Burmese whole', () => {
    expect(languageOf('my').breaking.whole).toContain('ကုသ');
  });
});
