import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { loadLocale, localesIn } from '../../src/locale/index.ts';
import {
  type Exchange,
  exchangeOf,
  formatNames,
  importReturned,
  readReturned,
  writeExchange,
} from '../../src/translations/index.ts';
import { whole } from '../content/folder.ts';
import { type Desk, detox, formats, openDesk, root } from './desk.ts';

const guide = loadGuide(detox);
const translated = localesIn(join(root, 'locales')).filter((tag) =>
  existsSync(join(root, 'locales', tag, 'heroin-detox.json')),
);

describe('a translation that goes out and comes back', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
  });
  afterEach(() => desk.clear());

  it.each(formats)('gives the same files byte for byte, in every shipped locale, as %s', async (format) => {
    const before = desk.files();
    expect(translated).toEqual(expect.arrayContaining(['ar', 'es', 'hi']));
    for (const tag of translated) {
      const { code, err } = await desk.take(tag, await desk.send(tag, format));
      expect(err).toBe(`${tag}: 0 texts changed; the translation is now: machine-draft.\n`);
      expect(code).toBe(0);
    }
    expect(desk.files()).toEqual(before);
  });

  it.each(formats)('begins a guide that has no translation yet, as %s', async (format) => {
    const own = join(desk.folder, 'other');
    cpSync(whole, own, { recursive: true });
    const other = loadGuide(own);
    const flags = ['--locale', 'sw', '--format', format, '--out', join(desk.folder, 'sent')];
    const { out } = await desk.translations('export', own, ...flags);
    const file = out.trim();
    const empty = await desk.translations('import', own, file, '--locale', 'sw');
    expect(empty.code).toBe(1);
    expect(empty.err.match(/error TRANSLATION_MISSING/g)).toHaveLength(other.texts.size);
    expect(existsSync(join(own, 'locales'))).toBe(false);
    const exchange = exchangeOf(other, 'sw', desk.locales);
    // Any text keeps to itself: as far as marks and numbers go the source is nearly a translation.
    const units = exchange.units.map((unit) => ({ ...unit, target: `~${unit.source}` }));
    writeFileSync(file, (await writeExchange({ ...exchange, units }, format)).text);
    const { code, err } = await desk.translations('import', own, file, '--locale', 'sw');
    expect(err).toContain('the translation is now: human-draft');
    expect(code).toBe(0);
    const locale = loadLocale('sw', other, desk.locales);
    expect(locale.text('title')).toBe(`~${other.data.title}`);
    expect(locale.translation).toEqual({ status: 'human-draft', unsure: true });
    expect(locale.word('who')).toBe('~Who answers?');
  });

  it.each(formats)('marks what is missing and what is stale, as %s', async (format) => {
    const file = join(desk.locales, 'es/heroin-detox.json');
    const state = join(desk.locales, 'es/heroin-detox.state.json');
    desk.edit(file, '"Cinco cosas que ayudan"', '""');
    desk.edit(state, /("title": ")[0-9a-f]+/, '"title": "0123456789abcdef');
    const sent = readFileSync(await desk.send('es', format), 'utf8');
    const marks = {
      xliff: [
        /id="guide:kicker"[\s\S]*?<target state="needs-translation"><\/target>/,
        /id="guide:title"[\s\S]*?<target state="needs-review-translation">Lo que/,
        /id="guide:overview"[\s\S]*?<target state="translated">Cinco/,
      ],
      po: [
        /msgctxt "guide:kicker"\nmsgid "Five things that help"\nmsgstr ""/,
        /earlier source is not known[^\n]*\n#, fuzzy\nmsgctxt "guide:title"/,
      ],
      csv: [/guide:kicker,Five things that help,,missing,/, /guide:title,[^\r]*,stale,/],
      json: [/"guide:kicker",\s+"source": "[^"]+",\s+"target": "",\s+"state": "missing"/, /"state": "stale"/],
    }[format];
    for (const mark of marks) expect(sent).toMatch(mark);
  });

  it('is read as what it was made from an older source until somebody looks at it', async () => {
    const state = join(desk.locales, 'es/heroin-detox.state.json');
    const fresh = readFileSync(state, 'utf8');
    desk.edit(state, /("title": ")[0-9a-f]+/, '"title": "0123456789abcdef');
    const stale = desk.files();
    for (const [format, mark, done] of [
      ['xliff', 'needs-review-translation', 'translated'],
      ['po', '#, fuzzy\n', ''],
      ['csv', ',stale,', ',translated,'],
      ['json', '"stale"', '"translated"'],
    ] as const) {
      const file = await desk.send('es', format);
      const untouched = await desk.take('es', file);
      expect(untouched.code).toBe(1);
      expect(untouched.err).toContain('error TRANSLATION_STALE: "guide:title" is still marked');
      expect(desk.files()).toEqual(stale);
      desk.edit(file, mark, done);
      expect((await desk.take('es', file)).code).toBe(0);
      expect(readFileSync(state, 'utf8')).toBe(fresh);
      desk.edit(state, /("title": ")[0-9a-f]+/, '"title": "0123456789abcdef');
    }
  });

  it("goes into the guide's own folder where its translations live", async () => {
    const own = mkdtempSync(join(tmpdir(), 'own-'));
    cpSync(detox, own, { recursive: true });
    mkdirSync(join(own, 'locales'));
    for (const ending of ['json', 'state.json'])
      renameSync(join(desk.locales, `es/heroin-detox.${ending}`), join(own, `locales/es.${ending}`));
    const before = readFileSync(join(own, 'locales/es.json'), 'utf8');
    const out = join(desk.folder, 'sent');
    await desk.translations('export', own, '--locale', 'es', '--format', 'csv', '--out', out);
    const file = join(out, 'heroin-detox.es.csv');
    desk.edit(file, 'Cinco cosas que ayudan', 'Cinco cosas que le ayudan');
    const { code, out: written } = await desk.translations('import', own, file, '--locale', 'es');
    expect(code).toBe(0);
    expect(written).toContain(join(own, 'locales/es.json'));
    expect(readFileSync(join(own, 'locales/es.json'), 'utf8')).toBe(
      before.replace('Cinco cosas que ayudan', 'Cinco cosas que le ayudan'),
    );
    expect(existsSync(join(desk.locales, 'es/heroin-detox.json'))).toBe(false);
    rmSync(own, { recursive: true });
  });

  it('is reviewed when it is said so, and not any more when it changes', async () => {
    const file = await desk.send('es', 'po');
    const signed = await desk.take(
      'es',
      file,
      '--status',
      'reviewed',
      '--by',
      'Ana Ruiz',
      '--on',
      '2026-12-01',
    );
    expect(signed.code).toBe(0);
    expect(loadLocale('es', guide, desk.locales).translation).toEqual({
      status: 'reviewed',
      reviewedBy: 'Ana Ruiz',
      reviewedOn: '2026-12-01',
    });
    expect((await desk.take('es', file)).err).toContain('is now: reviewed');
    desk.edit(file, 'Cinco cosas que ayudan', 'Cinco cosas útiles');
    expect((await desk.take('es', file)).err).toContain(
      '1 text changed; the translation is now: human-draft',
    );
    expect((await desk.take('es', file, '--status', 'machine-draft')).err).toContain('machine-draft');
  });

  it('leaves out, and says so, what the guide has no more', async () => {
    const before = desk.files();
    desk.edit(join(desk.locales, 'es/heroin-detox.json'), '"kicker"', '"kick": "x",\n  "kicker"');
    const { code, err } = await desk.take('es', await desk.send('es', 'xliff'));
    expect(code).toBe(0);
    expect(err).toContain('there is no such text any more: kick.');
    expect(desk.files()).toEqual(before);
  });

  it('is read from XLIFF that a tool divided into segments, with its own additions', async () => {
    const before = desk.files();
    const file = await desk.send('es', 'xliff');
    desk.edit(
      file,
      'Es difícil, y la desintoxicación de heroína más que ninguna. Saber lo que viene ayuda.</target>',
      '<mrk mtype="seg" mid="1">Es difícil, y la desintoxicación de heroína más que ninguna.</mrk> ' +
        '<mrk mtype="seg" mid="2">Saber lo que viene ayuda.</mrk></target>' +
        '<alt-trans><target state="needs-review-translation">x</target></alt-trans>',
    );
    expect((await desk.take('es', file)).err).toContain('es: 0 texts changed');
    expect(desk.files()).toEqual(before);
  });

  it('keeps its texts in CSV as spreadsheets save it: semicolons, quotes, CRLF', async () => {
    const { default: papa } = await import('papaparse');
    const before = desk.files();
    const file = await desk.send('hi', 'csv');
    const rows = papa.parse<string[]>(readFileSync(file, 'utf8').slice(1)).data;
    for (const settings of [{ delimiter: ';' }, { delimiter: '\t' }, { quotes: true, newline: '\n' }]) {
      writeFileSync(file, papa.unparse(rows, settings));
      expect((await desk.take('hi', file)).err).toContain('0 texts changed');
    }
    expect(desk.files()).toEqual(before);
  });

  it('gives no cell of CSV that a spreadsheet would run, and gets each back', async () => {
    const { default: papa } = await import('papaparse');
    const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', "'=1", "''@x", "'quoted'", '=HYPERLINK("x")'];
    const exchange = exchangeOf(guide, 'es', desk.locales);
    const units = exchange.units.map((unit, i) => ({ ...unit, target: dangerous[i] ?? unit.target }));
    const { text } = await writeExchange({ ...exchange, units }, 'csv');
    for (const cell of papa.parse<string[]>(text).data.flat()) expect(cell).not.toMatch(/^[=+\-@\t]/);
    const file = join(desk.folder, 'x.csv');
    writeFileSync(file, text);
    const { entries } = await readReturned(file);
    expect(entries.map(({ target }) => target)).toEqual(units.map(({ target }) => target));
  });

  it.each(formatNames.filter((name) => name !== 'xlsx'))(
    'keeps any text with marks, as %s',
    async (format) => {
      const folder = mkdtempSync(join(tmpdir(), 'any-'));
      const piece = fc.oneof(
        fc.constantFrom(
          ...[
            '**',
            '*',
            '[a](lang:en)',
            '[911](tel:911)',
            '<helpline:main>',
            '{{name}}',
            '&amp;',
            '&lt;',
            '&#65;',
          ],
          ...[
            '"',
            "'",
            '<',
            '>',
            '&',
            ']]>',
            '<!--',
            '\\',
            '\\n',
            '\n',
            '\t',
            ',',
            ';',
            '#',
            '=',
            '+',
            '-',
            '@',
            '%s',
          ],
          ...['msgid "x"', '#, fuzzy', '\u202f', '\u2028', 'مرحبا', 'हिन्दी', '👩‍⚕️', '\ufeff', '\u00a0', ' '],
        ),
        fc.string({ unit: 'grapheme', maxLength: 6 }).filter((text) => !/\p{Cc}/u.test(text)),
      );
      const text = fc
        .array(piece, { minLength: 1, maxLength: 8 })
        .map((pieces) => `x${pieces.join('')}x`)
        .filter((whole) => whole.isWellFormed() && !/[\ufffe\uffff]/.test(whole));
      const padded = fc.tuple(
        fc.constantFrom('', ' ', '=', '-', "'", '\t'),
        text,
        fc.constantFrom('', ' ', '\n'),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(padded, { minLength: 1, maxLength: 5 }), async (texts) => {
          const exchange: Exchange = {
            guide: 'g',
            version: '1.0.0',
            sourceLanguage: 'en',
            targetLanguage: 'pt-BR',
            numbers: [],
            units: texts.map(([before, whole, after], i) => ({
              key: `guide:a.b-${i}`,
              source: `${i} ${whole}`,
              target: `${before}${whole}${after}`,
              state: 'translated',
              note: whole.replace(/[\n\u2028]/g, ' '),
              optional: false,
            })),
          };
          const { name, text: written } = await writeExchange(exchange, format);
          const file = join(folder, name);
          writeFileSync(file, written);
          const { language, entries } = await readReturned(file);
          expect(language?.replace('_', '-')).toBe('pt-BR');
          expect(entries).toEqual(
            exchange.units.map(({ key, source, target }) => ({ key, source, target, marked: false })),
          );
        }),
        { numRuns: 150 },
      );
      rmSync(folder, { recursive: true });
    },
  );

  it('asks for the plural forms of its language', async () => {
    const words = join(desk.locales, 'en/press.json');
    writeFileSync(
      words,
      JSON.stringify({
        ...JSON.parse(readFileSync(words, 'utf8')),
        day_one: '{{count}} day',
        day_other: '{{count}} days',
      }),
    );
    const keys = (tag: string) =>
      exchangeOf(guide, tag, desk.locales).units.flatMap(({ key, optional }) =>
        key.startsWith('press:day') ? [`${key.slice(6)}${optional ? '?' : ''}`] : [],
      );
    expect(keys('ar')).toEqual(['day_one', 'day_other', 'day_zero?', 'day_two?', 'day_few?', 'day_many?']);
    expect(keys('es')).toEqual(['day_one', 'day_other', 'day_many?']);
    const exchange = exchangeOf(guide, 'es', desk.locales);
    const file = join(desk.folder, 'x.json');
    const units = exchange.units.map((unit) => ({ ...unit, target: unit.target || `~${unit.source}` }));
    const kept = units.filter(({ key }) => key !== 'press:day_many');
    writeFileSync(file, (await writeExchange({ ...exchange, units: kept }, 'json')).text);
    const { outputs } = importReturned(guide, 'es', await readReturned(file), {}, desk.locales);
    expect(JSON.parse(outputs.at(-1)!.content)).toMatchObject({ day_one: '~{{count}} day' });
  });
});
