import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measure } from '../../scripts/read-back/measure.ts';
import { type ReaderName, readers } from '../../scripts/read-back/readers.ts';
import { type Outcome, runJobs } from '../../src/cli/index.ts';
import { languageOf, publicLocales } from '../../src/locale/index.ts';
import { shippedFolders } from '../../src/press/index.ts';
import { type Expectation, inspect, type Proof, secondOpinion } from '../../src/proof/index.ts';
import { have, veraPdf } from '../tools.ts';
import { linksTo, readSpots, type Spot } from './ocr.ts';

const guide = resolve(import.meta.dirname, '../../guides/heroin-detox');
const silent = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/** Scripts without spaces between words: a reader may put one where a line ends. */
const spaceless = ['Thai', 'Laoo', 'Khmr', 'Mymr', 'Hans', 'Hant', 'Jpan'];

/** Shares of characters and of words that a reader must give back; docs/reading-back.md says why these. */
function leastRead(
  reader: ReaderName,
  { locale, product }: Pick<Expectation, 'locale' | 'product'>,
): readonly [characters: number, words: number] {
  const { script, direction } = languageOf(locale);
  if (reader === 'structure') return [1, 1];
  // "Alkohol- und": a hyphen that ends a line is taken for one that divides a word.
  if (locale === 'de' && product === 'handout' && /^(?:pdftotext|PDFium)$/.test(reader))
    return [0.999, 0.996];
  // Lines of Nastaliq are far apart: Poppler goes from panel to panel of a sheet, as over columns.
  if (locale === 'ur' && reader === 'pdftotext') return [0.98, 0.9];
  if (direction === 'rtl') return [0.99, 0.95];
  return [1, spaceless.includes(script) ? 0.98 : 1];
}

/** Handouts of each kind of writing: those of all locales are the sample's to print. */
const handouts = ['en', 'ar', 'ur', 'th', 'ja', 'de'];

/** Everything that the sample prints, and the posters that it leaves out, in English. */
describe('every file of the sample', () => {
  let folder: string;
  let outcomes: Outcome[];
  let files: string[];
  const expectations = new Map<string, Expectation>();

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'helpline-press-'));
    const streams = { out: silent(), err: silent() };
    const flags = { edition: 'standard', duplex: 'short', theme: 'dawn', allowDrafts: true, out: folder };
    outcomes = [
      ...runJobs(
        guide,
        {
          ...flags,
          product: 'pamphlet-trifold,poster',
          locale: 'all',
          paper: 'letter,a4',
          for: 'screen,office',
        },
        shippedFolders(),
        streams,
      ),
      ...runJobs(
        guide,
        { ...flags, product: 'handout', locale: handouts.join(), paper: 'letter,a5', for: 'screen,office' },
        shippedFolders(),
        streams,
      ),
      ...runJobs(
        guide,
        {
          ...flags,
          product: 'pamphlet-trifold',
          locale: 'en,ar',
          paper: 'letter',
          for: 'office',
          duplex: 'long',
        },
        shippedFolders(),
        streams,
      ),
      ...runJobs(
        guide,
        {
          ...flags,
          product: 'poster',
          locale: 'en,ar',
          paper: 'tabloid,a3,a2',
          orientation: 'landscape',
          for: 'screen',
        },
        shippedFolders(),
        streams,
      ),
      ...runJobs(
        guide,
        {
          ...flags,
          product: 'poster',
          locale: 'es,hi',
          paper: 'all',
          orientation: 'portrait',
          for: 'screen',
          qr: 'https://example.org/detox',
        },
        shippedFolders(),
        streams,
      ),
    ];
    files = readdirSync(folder)
      .filter((name) => name.endsWith('.pdf'))
      .map((name) => join(folder, name));
    for (const file of files) {
      const proof = JSON.parse(readFileSync(file.replace(/\.pdf$/, '.proof.json'), 'utf8')) as Proof;
      expectations.set(file, proof.expectation!);
    }
  }, 900_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is made and proved', () => {
    expect(outcomes.filter(({ proved }) => !proved)).toEqual([]);
    expect(files.length).toBe(publicLocales.length * 2 * 2 * 2 + handouts.length * 2 * 2 + 2 + 6 + 12);
  });

  it.skipIf(!have('veraPDF')).each(['ua1', '2a'] as const)(
    'passes veraPDF %s',
    (flavour) => {
      const verdicts = veraPdf(files, flavour);
      expect(verdicts.size).toBe(files.length);
      expect([...verdicts].filter(([, verdict]) => verdict !== 'PASS')).toEqual([]);
    },
    900_000,
  );

  /** Files of one paper: other papers have the same texts in other lines. */
  const onLetter = () => files.filter((name) => /\.letter\.standard\.(screen|office)\.pdf$/.test(name));

  it.for(Object.keys(readers) as ReaderName[])(
    'is read back whole by %s, in every language',
    { timeout: 900_000 },
    async (reader, { skip }) => {
      skip(reader === 'pdftotext' && !have('poppler'), 'poppler is not installed');
      const lost: string[] = [];
      for (const file of onLetter()) {
        const expectation = expectations.get(file)!;
        const { texts } = expectation;
        const wanted = texts.filter(({ alt }) => alt !== true).map(({ text }) => text);
        const { characters, words, faults } = measure(
          wanted,
          await readers[reader](file, readFileSync(file)),
        );
        const [least, leastWords] = leastRead(reader, expectation);
        if (characters.found < characters.all * least || words.found < words.all * leastWords)
          lost.push(`${file.split('/').at(-1)} ${JSON.stringify(faults[0]).slice(0, 300)}`);
      }
      expect(lost).toEqual([]);
    },
  );

  /** Of files, the spots in which OCR does not read the number, however it is asked: at sizes and layouts that it reads others in. */
  const unread = (spots: readonly Spot[], dpi: number) => {
    const tries = [
      ['block', dpi],
      ['scattered', dpi],
      ['block', dpi * 1.5],
      ['scattered', dpi * 0.67],
      ['block', dpi * 0.67],
      ['scattered', dpi * 1.2],
    ] as const;
    return tries.reduce<readonly Spot[]>((left, [layout, density]) => {
      const texts = left.length === 0 ? [] : readSpots(left, layout, density);
      return left.filter(({ file }, i) => !texts[i]!.includes(expectations.get(file)!.helpline.display));
    }, spots);
  };
  const told = ({ file, page, x, y }: Spot) => `${file.split('/').at(-1)} page ${page + 1}, ${x} ${y}`;

  it.skipIf(!have('poppler') || !have('tesseract'))(
    'shows the number to OCR wherever it can be dialled, on every page and panel',
    async () => {
      const looked = onLetter().filter(
        (name) =>
          !name.includes('.handout.') && (name.includes('.screen.') || /\.(en|es|ar|hi)\./.test(name)),
      );
      const spots: Record<'poster' | 'pamphlet-trifold', Spot[]> = { poster: [], 'pamphlet-trifold': [] };
      const bare: string[] = [];
      let areasLooked = 0;
      for (const file of looked) {
        const { sheets, helpline, product } = expectations.get(file)!;
        const links = await linksTo(file, helpline.uri);
        sheets.forEach(({ areas }, page) => {
          for (const area of areas) {
            areasLooked++;
            const inside = links.filter(
              (link) =>
                link.page === page &&
                link.x >= area.x - 1 &&
                link.y >= area.y - 1 &&
                link.x + link.width <= area.x + area.width + 1 &&
                link.y + link.height <= area.y + area.height + 1,
            );
            if (inside.length === 0) bare.push(`${file.split('/').at(-1)} ${area.page}`);
            // With what stands close by.
            spots[product as keyof typeof spots].push(
              ...inside.map((link) => ({
                ...link,
                x: link.x - link.height / 2,
                y: link.y - link.height / 4,
                width: link.width + link.height,
                height: link.height * 1.5,
              })),
            );
          }
        });
      }
      expect(areasLooked).toBe((publicLocales.length + 4) * (6 + 1));
      expect(bare).toEqual([]);
      expect(unread(spots.poster, 60).map(told)).toEqual([]);
      expect(unread(spots['pamphlet-trifold'], 150).map(told)).toEqual([]);
    },
    600_000,
  );

  it.skipIf(!have('poppler') || !have('tesseract'))(
    'shows the number to OCR among all that a page or panel says',
    () => {
      const whole = (product: string, locales: RegExp) =>
        onLetter()
          .filter((name) => name.includes(`.${product}.`) && name.includes('.screen.') && locales.test(name))
          .flatMap((file) =>
            expectations
              .get(file)!
              .sheets.flatMap(({ areas }, page) => areas.map((area) => ({ ...area, file, page }))),
          );
      expect(unread(whole('poster', /\.(en|ar|hi|th)\./), 60).map(told)).toEqual([]);
      expect(unread(whole('pamphlet-trifold', /\.(en|ar)\./), 150).map(told)).toEqual([]);
    },
    600_000,
  );

  it.each(['en', 'ar'])('has the structure of its golden in %s, handed out', async (locale) => {
    const file = files.find((name) => name.endsWith(`.handout.${locale}.letter.standard.screen.pdf`))!;
    const { tags, text } = inspect(readFileSync(file));
    await expect(tags).toMatchFileSnapshot(`golden/handout.${locale}.tags.txt`);
    await expect(text).toMatchFileSnapshot(`golden/handout.${locale}.text.txt`);
  });

  it.each(['pamphlet-trifold', 'poster', 'handout'])(
    'is heard as its golden says, as a %s in English and Arabic',
    async (product) => {
      for (const locale of ['en', 'ar']) {
        const file = files.find((name) =>
          name.endsWith(`heroin-detox.${product}.${locale}.letter.standard.screen.pdf`),
        )!;
        const { heard } = inspect(readFileSync(file));
        await expect(heard).toMatchFileSnapshot(`golden/${product}.${locale}.heard.txt`);
      }
    },
  );

  it('is read the same by pdf.js', async () => {
    for (const file of files.filter((name) => name.includes('.en.letter.'))) {
      const checks = await secondOpinion(readFileSync(file), expectations.get(file));
      expect(checks.filter(({ status }) => status !== 'passed')).toEqual([]);
    }
  });

  it.each(['en', 'es', 'ar', 'hi', 'ur', 'th', 'ja'])(
    'has the structure of its golden in %s',
    async (locale) => {
      for (const product of ['pamphlet-trifold', 'poster']) {
        const file = files.find((name) =>
          name.endsWith(`heroin-detox.${product}.${locale}.letter.standard.screen.pdf`),
        )!;
        const { tags, text } = inspect(readFileSync(file));
        await expect(tags).toMatchFileSnapshot(`golden/${product}.${locale}.tags.txt`);
        await expect(text).toMatchFileSnapshot(`golden/${product}.${locale}.text.txt`);
      }
    },
  );
});
