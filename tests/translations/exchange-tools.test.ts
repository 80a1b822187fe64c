import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { shippedFolders } from '../../src/press/index.ts';
import { pieces } from '../../src/translations/codes.ts';
import { exchangeOf, glossaryOf, readReturned, writeExchange } from '../../src/translations/index.ts';
import { zipped } from '../campaign/zipped.ts';
import { folderOf } from '../files/folder.ts';
import { have } from '../tools.ts';
import { type Desk, detox, openDesk } from './desk.ts';

const guide = loadGuide(detox);
const locales = shippedFolders().locales;
const unchanged = (tag: string) => `${tag}: 0 texts changed; the translation is now: machine-draft.\n`;

/** What a file of one format holds of a translation. */
async function written(tag: string, format: 'xlsx' | 'xliff') {
  const exchange = exchangeOf(guide, tag, locales);
  const { name, text } = await writeExchange(exchange, format);
  const file = join(folderOf(), name);
  writeFileSync(file, text);
  return { file, exchange };
}

describe('codes of a text, which tools keep as they are', () => {
  it.each([
    [
      '**In danger? Call [911](tel:911).** Not here.',
      '<1:**>In danger? Call [2:[911](tel:911)].</1:**> Not here.',
    ],
    [
      '[our *page*](https://a.org/(x) "a.org") and <helpline:main>',
      '<1:[>our <2:*>page</2:*></1:](https://a.org/(x) "a.org")> and [3:<helpline:main>]',
    ],
    ['{{ count }} of {{total}}', '[1:{{ count }}] of [2:{{total}}]'],
    ['5 * 4, \\*x\\*, a**b', '5 * 4, \\*x\\*, a**b'],
    ['*a **b* c**', '<1:*>a **b</1:*> c**'],
    ['Dial 800-315-1376, not 1800-315-13760', 'Dial [1:800-315-1376], not 1800-315-13760'],
  ])('of %j are %j', (text, shown) => {
    const found = pieces(text, ['800-315-1376']);
    expect(found.map((piece) => piece.text).join('')).toBe(text);
    const names = { bpt: ['<', '>'], ept: ['</', '>'], ph: ['[', ']'] } as const;
    const drawn = found.map((piece) =>
      piece.is === 'words'
        ? piece.text
        : `${names[piece.is][0]}${piece.id}:${piece.text}${names[piece.is][1]}`,
    );
    expect(drawn.join('')).toBe(shown);
  });

  it('have in a translation the ids of the source, in whatever order they stand', () => {
    const source = pieces('{{a}} and {{b}} and **c**', []);
    const target = pieces('**c**, {{b}}, {{a}}, {{d}}', [], source);
    const ids = target.flatMap((piece) => (piece.is === 'words' ? [] : [`${piece.text}${piece.id}`]));
    expect(ids).toEqual(['**3', '**3', '{{b}}2', '{{a}}1', '{{d}}4']);
  });
});

describe('a translation that goes through other programs', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
  });
  afterEach(() => desk.clear());

  it.runIf(have('soffice'))(
    'comes back whole as XLSX that LibreOffice saved',
    async () => {
      for (const tag of ['ar', 'th']) {
        const { file } = await written(tag, 'xlsx');
        const out = folderOf();
        execFileSync('soffice', ['--headless', '--convert-to', 'xlsx', '--outdir', out, file], {
          stdio: 'ignore',
        });
        const { code, err } = await desk.take(tag, join(out, `heroin-detox.${tag}.xlsx`));
        expect(err).toBe(unchanged(tag));
        expect(code).toBe(0);
      }
    },
    120_000,
  );

  it.runIf(have('translateToolkit'))(
    'comes back whole as XLIFF that was made PO, finished there, and made XLIFF',
    async () => {
      const { file } = await written('ar', 'xliff');
      const [po, back] = [`${file}.po`, file.replace('.xlf', '.back.xlf')];
      execFileSync('xliff2po', [file, po], { stdio: 'ignore' });
      // What the toolkit reads of a text is the text, codes and all.
      expect(readFileSync(po, 'utf8')).toContain('[911](tel:911)');
      execFileSync('po2xliff', [po, back], { stdio: 'ignore' });
      const unfinished = await desk.take('ar', back);
      expect(unfinished.code).toBe(1);
      expect(unfinished.err).toContain('is marked as not finished');
      const finished = readFileSync(po, 'utf8')
        .replaceAll('#, fuzzy\n', '')
        .replace('"MIME-Version', '"Language: ar\\n"\n"MIME-Version');
      writeFileSync(po, finished);
      execFileSync('po2xliff', [po, back], { stdio: 'ignore' });
      const { code, err } = await desk.take('ar', back);
      expect(err).toBe(
        `${unchanged('ar')}The file has lost its keys: its texts were found by their sources.\n`,
      );
      expect(code).toBe(0);
    },
    60_000,
  );
});

describe('a workbook for translators', () => {
  it('comes back as it is, spaces, lines and what looks like a formula included', async () => {
    const { exchange } = await written('es', 'xlsx');
    const dangerous = ['=1+1', '-1', '@x', ' x ', 'a\nb', "'q'", '12', '{{name}} **x**'];
    const units = exchange.units.map((unit, i) => ({ ...unit, target: dangerous[i] ?? unit.target }));
    const file = join(folderOf(), 'x.xlsx');
    writeFileSync(file, (await writeExchange({ ...exchange, units }, 'xlsx')).text);
    const { entries, language } = await readReturned(file);
    expect(language).toBe('es');
    expect(entries.map(({ key, source, target }) => ({ key, source, target }))).toEqual(
      units.map(({ key, source, target }) => ({ key, source, target })),
    );
  });

  it('is the same bytes each time', async () => {
    const [one, two] = [await written('es', 'xlsx'), await written('es', 'xlsx')];
    expect(readFileSync(one.file).equals(readFileSync(two.file))).toBe(true);
  });

  it.each([
    [
      'that is a bomb',
      () => zipped([{ name: 'xl/workbook.xml', content: Buffer.alloc(101_000_000) }]),
      'more than 100 MB',
    ],
    ['that is none', () => Buffer.from('key,source,target'), 'no workbook'],
  ])('is refused %s', async (_, bytes, said) => {
    const file = join(folderOf(), 'x.xlsx');
    writeFileSync(file, bytes());
    await expect(readReturned(file)).rejects.toThrow(said);
  });

  it('names the row of what is a formula, and of what is wrong', async () => {
    const desk = openDesk();
    const { exchange } = await written('es', 'xlsx');
    const rows = exchange.units.map(({ key, source, target }) => [key, source, target]);
    const file = join(folderOf(), 'x.xlsx');
    const save = async (cells: (string | null)[][], formula?: [string, { formula: string }]) =>
      writeFileSync(
        file,
        await writeXlsx({
          sheets: [
            {
              name: 'es',
              rows: [['key', 'source', 'target'], ['file:languages', 'en', 'es'], ...cells],
              ...(formula === undefined ? {} : { cells: new Map([formula]) }),
            },
          ],
        }),
      );
    await save(rows.map((row, i) => (i === 3 ? [row[0]!, row[1]!, null] : row)));
    const empty = await desk.take('es', file);
    expect(empty.err).toContain(
      `error TRANSLATION_MISSING: "${rows[3]![0]}" is not translated.\n  at ${file}:6`,
    );
    await save(rows, ['4,2', { formula: 'SUM(A1:A2)' }]);
    const summed = await desk.take('es', file);
    expect(summed.code).toBe(1);
    expect(summed.err).toContain(`at ${file}:5`);
    desk.clear();
  });
});

it.each(['es_ES', 'es-419', 'es-MX', 'Spanish'])('takes a file that says %s for Spanish', async (tag) => {
  const desk = openDesk();
  const file = await desk.send('es', 'po');
  desk.edit(file, 'Language: es', `Language: ${tag}`);
  expect((await desk.take('es-US', file)).err).toBe(unchanged('es'));
  desk.clear();
});

it('lists what must be said alike in a glossary', () => {
  const terms = glossaryOf(guide, exchangeOf(guide, 'es', locales));
  const of = (term: string) => terms.find((each) => each.term === term)?.translation;
  expect(of('Withdrawal')).toBe('Síndrome de abstinencia');
  expect(of('Recovery Helpline')).toBe('Recovery Helpline');
  expect(new Set(terms.map(({ term }) => term)).size).toBe(terms.length);
});

it('writes nothing of a glossary or a workbook but where it is told to', async () => {
  const desk = openDesk();
  const out = join(desk.folder, 'out');
  mkdirSync(out);
  cpSync(detox, join(desk.folder, 'g'), { recursive: true });
  const made = await desk.translations('glossary', join(desk.folder, 'g'), '--locale', 'es,ar', '--out', out);
  expect(made.out.trim().split('\n')).toEqual(
    ['es', 'ar'].map((tag) => join(out, `heroin-detox.${tag}.glossary.csv`)),
  );
  desk.clear();
});
