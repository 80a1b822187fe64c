import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Guide, loadGuide, parseInline, plainText } from '../src/content/index.ts';
import { type DocumentElement, parseDocument } from '../src/document/index.ts';
import type { Picture } from '../src/image/index.ts';
import { impose } from '../src/imposition/index.ts';
import { fit } from '../src/layout/index.ts';
import { languageOf, loadLocale } from '../src/locale/index.ts';
import { checkContrast, checkPages, checkSizes, paintPages } from '../src/paint/index.ts';
import { writePdf } from '../src/pdf/index.ts';
import { expect } from '../src/press/expectation.ts';
import { defaultJob, type Job, prepare, printJob, shippedFolders } from '../src/press/index.ts';
import { metadataOf } from '../src/press/metadata.ts';
import { pictureOf } from '../src/press/pictures.ts';
import { settingsFor, typesetter } from '../src/press/standing.ts';
import { loadProduct, pagesOf } from '../src/product/index.ts';
import { prove } from '../src/proof/index.ts';
import { parseStyleSheet, styleDocument } from '../src/style/index.ts';
import { compileTemplate } from '../src/template/index.ts';
import { type PlainGuide, Typst } from './typst.ts';

/**
 * The benchmark: one process, warm fonts, documents that differ in their number, side by side with Typst in interleaved
 * rounds. Ratios are what counts; no time is asserted. `npm run bench -- --quick` for a short run.
 */
const root = resolve(import.meta.dirname, '..');
const folders = shippedFolders();
const source = loadGuide(join(root, 'guides/heroin-detox'));
const quick = process.argv.includes('--quick');
const rounds = quick ? 10 : 40;
const locales = ['en', 'es', 'ar', 'hi'] as const;
const fonts = {
  en: 'Atkinson Hyperlegible Next',
  es: 'Atkinson Hyperlegible Next',
  ar: 'Noto Naskh Arabic',
  hi: 'Noto Sans Devanagari',
};

let serial = 1000;

/** The guide with a number that no document before had. */
function withNewNumber(): Guide {
  serial = serial >= 9998 ? 1000 : serial + 1;
  const main = { ...source.data.helplines.main, display: `800-315-${serial}`, dial: `+1800315${serial}` };
  return { ...source, data: { ...source.data, helplines: { ...source.data.helplines, main } } };
}

type Tag = (typeof locales)[number];
const job = (locale: Tag): Job => ({ ...defaultJob, product: 'pamphlet-trifold', locale });

/** Times a step, adds it to what was measured before, and gives its result. */
function timed<T>(times: Map<string, number> | undefined, step: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  times?.set(step, (times.get(step) ?? 0) + performance.now() - start);
  return result;
}

/** The steps of a job one by one, as `press` takes them, so that each can be timed and the proof left out. */
function pamphlet(tag: Tag, proved: boolean, times?: Map<string, number>): void {
  const guide = withNewNumber();
  const prepared = timed(times, 'all up to painted and checked pages', () =>
    prepare(guide, job(tag), folders),
  );
  const { pages, plan, document, product, locale, imprint } = prepared;
  const { direction } = languageOf(tag);
  const imposed = timed(times, 'impose', () => impose(pages, plan, 'screen', { direction, duplex: 'short' }));
  const expectation = timed(times, 'expect', () =>
    expect(guide, locale, product, job(tag), imposed, imprint),
  );
  const metadata = metadataOf(expectation);
  const bytes = timed(times, 'write the PDF', () => writePdf({ document, imposed, metadata }));
  if (proved && !timed(times, 'prove', () => prove(bytes, expectation)).passed)
    throw new Error('a file was not proved');
}

/** The first step divided: what `prepare` does, room by room. Gives how many layouts copyfitting took. */
function divided(times: Map<string, number>): number {
  const guide = withNewNumber();
  const product = loadProduct('pamphlet-trifold', folders.templates);
  const { pages, sheet, orientation } = pagesOf(product, 'letter', undefined);
  const locale = timed(times, 'locale', () => loadLocale('en', guide, folders.locales));
  const template = compileTemplate(product.folder, folders.templates, 'dawn');
  const paper = { name: 'letter', ...sheet, orientation };
  const facts = { product: product.id, edition: 'standard', paper, qr: undefined };
  const html = timed(times, 'template', () => template.render(guide, locale, facts));
  const place = { file: template.file, origins: template.origins };
  const document = timed(times, 'document', () => parseDocument(html, place));
  const sheets = template.css.map(({ file, text }) => parseStyleSheet(text, file));
  const pictures = new Map<DocumentElement, Picture>();
  const settings = new Map(locales.map((tag) => [tag as string, settingsFor(folders.fonts).of(tag)]));
  const from = { guide: guide.folder, template: folders.templates, dial: 'tel:+1' };
  const picture = (element: DocumentElement) => {
    const found = pictures.get(element) ?? pictureOf(element, from);
    pictures.set(element, found);
    return found;
  };
  let layouts = 0;
  const styleAt = (rem: number) => {
    layouts++;
    return styleDocument(document, sheets, rem);
  };
  const input = { typesetter, language: (tag: string) => settings.get(tag)!, pages, picture };
  const { result } = timed(times, 'style and layout, copyfitted', () => fit(styleAt, input, product.fit));
  const painted = timed(times, 'paint', () => paintPages(result));
  timed(times, 'checks before writing', () => [
    checkContrast(painted),
    checkSizes(painted, () => 9),
    checkPages(painted),
  ]);
  return layouts;
}

function plainGuide(tag: keyof typeof fonts): PlainGuide {
  const locale = loadLocale(tag, source, folders.locales);
  const blocks = [...source.texts.keys()]
    .filter((key) => !/\.(alt|term)$|^sources/.test(key))
    .map((key) => {
      const text = plainText(parseInline(locale.text(key)), source);
      return /^title$|\.(line|heading)$/.test(key) ? `= ${text}` : text;
    });
  const direction = tag === 'ar' ? 'rtl' : 'ltr';
  return { language: tag, direction, font: fonts[tag], title: locale.text('title'), blocks, number: '' };
}

const typst = new Typst([folders.fonts]);
const plain = new Map(locales.map((tag) => [tag, plainGuide(tag)]));

function typstGuide(tag: keyof typeof fonts): Uint8Array {
  serial++;
  return typst.pdf({ ...plain.get(tag)!, number: `800-315-${serial}` });
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;

/** Runs the works in turn, round after round; gives each one's median in ms. */
function sideBySide(works: Record<string, () => void>): Map<string, number> {
  const times = new Map(Object.keys(works).map((name) => [name, [] as number[]]));
  for (let round = -3; round < rounds; round++)
    for (const [name, work] of Object.entries(works)) {
      const start = performance.now();
      work();
      if (round >= 0) times.get(name)!.push(performance.now() - start);
    }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}

const say = (text: string) => process.stdout.write(`${text}\n`);

function table(title: string, works: Record<string, () => void>): void {
  const results = sideBySide(works);
  const peer = [...results].find(([name]) => name.startsWith('Typst'))![1];
  say(`\n${title}\n`);
  say('| | ms a document | against Typst |\n|---|---|---|');
  for (const [name, ms] of results) say(`| ${name} | ${ms.toFixed(1)} | ${(ms / peer).toFixed(2)}× |`);
}

say(
  `Node ${process.versions.node}; ${rounds} rounds; tri-fold pamphlet of six tagged pages; Typst: the same text, four plain pages`,
);
for (const tag of locales)
  table(`${tag}: documents that differ in their number`, {
    'Typst, plain guide': () => typstGuide(tag),
    'pamphlet, no proof': () => pamphlet(tag, false),
    'pamphlet, proved': () => pamphlet(tag, true),
  });

const steps = new Map<string, number>();
for (let i = 0; i < 10; i++) pamphlet('en', true);
for (let i = 0; i < rounds; i++) pamphlet('en', true, steps);
say('\nWhere the time goes (English, proved, ms a document)\n');
say('| step | ms |\n|---|---|');
for (const [step, ms] of steps) say(`| ${step} | ${(ms / rounds).toFixed(1)} |`);

const inside = new Map<string, number>();
let layouts = 0;
for (let i = 0; i < 10; i++) divided(new Map());
for (let i = 0; i < rounds; i++) layouts += divided(inside);
say(`\nThe first step, room by room (${(layouts / rounds).toFixed(1)} layouts a document)\n`);
say('| step | ms |\n|---|---|');
for (const [step, ms] of inside) say(`| ${step} | ${(ms / rounds).toFixed(1)} |`);

const many = quick ? 200 : 2000;
say(`\nMemory over ${many} documents that differ in their number, four languages in turn (MiB)\n`);
say('| after | resident | heap used |\n|---|---|---|');
for (let i = 1; i <= many; i++) {
  printJob(withNewNumber(), job(locales[i % 4]!), folders);
  if (i % (many / 4) !== 0) continue;
  const { rss, heapUsed } = process.memoryUsage();
  say(`| ${i} | ${(rss / 1048576).toFixed(0)} | ${(heapUsed / 1048576).toFixed(0)} |`);
}

const out = mkdtempSync(join(tmpdir(), 'bench-'));
const starts = Array.from({ length: quick ? 3 : 9 }, () => {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [
    join(root, 'dist/cli.js'),
    'print',
    join(root, 'guides/heroin-detox'),
    '--product',
    'poster',
    '--out',
    out,
  ]);
  if (status !== 0) throw new Error('the command failed');
  return performance.now() - start;
});
rmSync(out, { recursive: true });
say(`\nThe command, from start to the end of its first file (a poster): ${median(starts).toFixed(0)} ms`);
