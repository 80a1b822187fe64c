import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Guide, loadGuide, plainText } from '../src/content/index.ts';
import { parseInline } from '../src/content/inline.ts';
import { impose } from '../src/imposition/index.ts';
import { loadLocale } from '../src/locale/index.ts';
import { writePdf } from '../src/pdf/index.ts';
import { expect } from '../src/press/expectation.ts';
import { defaultJob, type Job, prepare, printJob, shippedFolders } from '../src/press/index.ts';
import { metadataOf } from '../src/press/metadata.ts';
import { prove } from '../src/proof/index.ts';
import { setParagraphMemo } from '../src/text/index.ts';
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

const job = (locale: string): Job => ({ ...defaultJob, product: 'pamphlet-trifold', locale });

/** The steps of a job one by one, so that each can be timed and the proof left out. */
function pamphlet(locale: string, proved: boolean, times?: Map<string, number>): Uint8Array {
  const timed = <T>(step: string, work: () => T): T => {
    const start = performance.now();
    const result = work();
    times?.set(step, (times.get(step) ?? 0) + performance.now() - start);
    return result;
  };
  const guide = withNewNumber();
  const prepared = timed('prepare: template, document, style, layout, paint, checks', () =>
    prepare(guide, job(locale), folders),
  );
  const { pages, plan, document, product } = prepared;
  const direction = locale === 'ar' ? 'rtl' : 'ltr';
  const imposed = timed('impose', () => impose(pages, plan, 'screen', { direction, duplex: 'short' }));
  const expectation = timed('expect', () =>
    expect(guide, prepared.locale, product, job(locale), imposed, prepared.imprint),
  );
  const bytes = timed('write the PDF', () =>
    writePdf({ document, imposed, metadata: metadataOf(expectation) }),
  );
  if (proved) timed('prove', () => prove(bytes, expectation));
  return bytes;
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

const typst = new Typst(folders.fonts);
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

const inTurn = (work: (tag: (typeof locales)[number]) => void) => {
  let turn = 0;
  return () => work(locales[turn++ % locales.length]!);
};

say(
  `Node ${process.versions.node}; ${rounds} rounds; tri-fold pamphlet of six tagged pages; Typst: the same text, four plain pages`,
);
table('English, documents that differ in their number', {
  'Typst, plain guide': () => typstGuide('en'),
  'pamphlet, no proof': () => pamphlet('en', false),
  'pamphlet, proved': () => pamphlet('en', true),
});
table('Four languages in turn', {
  'Typst, plain guide': inTurn(typstGuide),
  'pamphlet, no proof': inTurn((tag) => pamphlet(tag, false)),
  'pamphlet, proved': inTurn((tag) => pamphlet(tag, true)),
});
setParagraphMemo(false);
table('English, paragraph memo off', {
  'Typst, plain guide': () => typstGuide('en'),
  'pamphlet, no proof': () => pamphlet('en', false),
});
setParagraphMemo(true);

const steps = new Map<string, number>();
for (let i = 0; i < 10; i++) pamphlet('en', true);
for (let i = 0; i < rounds; i++) pamphlet('en', true, steps);
say('\nWhere the time goes (English, proved, ms a document)\n');
say('| step | ms |\n|---|---|');
for (const [step, ms] of steps) say(`| ${step} | ${(ms / rounds).toFixed(1)} |`);

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
  spawnSync(process.execPath, [
    join(root, 'dist/cli.js'),
    'print',
    join(root, 'guides/heroin-detox'),
    '--product',
    'poster',
    '--out',
    out,
  ]);
  return performance.now() - start;
});
rmSync(out, { recursive: true });
say(`\nThe command, from start to the end of its first file (a poster): ${median(starts).toFixed(0)} ms`);
