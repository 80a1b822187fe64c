import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Guide, loadGuide, parseInline, plainText } from '../src/content/index.ts';
import { loadLocale } from '../src/locale/index.ts';
import { defaultJob, type Job, Press, type Step, shippedFolders } from '../src/press/index.ts';
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

/** Time of each step of the jobs since they were last forgotten, ms. */
const steps = new Map<Step, number>();
const press = new Press(folders, {
  watch(step, work) {
    const start = performance.now();
    const result = work();
    steps.set(step, (steps.get(step) ?? 0) + performance.now() - start);
    return result;
  },
});

function pamphlet(tag: Tag): void {
  press.run(withNewNumber(), job(tag));
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
    'pamphlet, proved': () => pamphlet(tag),
  });
for (let i = 0; i < 10; i++) pamphlet('en');
steps.clear();
for (let i = 0; i < rounds; i++) pamphlet('en');
say('\nWhere the time goes (English, proved, ms a document)\n');
say('| step | ms |\n|---|---|');
for (const [step, ms] of steps) say(`| ${step} | ${(ms / rounds).toFixed(1)} |`);

const many = quick ? 200 : 2000;
say(`\nMemory over ${many} documents that differ in their number, four languages in turn (MiB)\n`);
say('| after | resident | heap used |\n|---|---|---|');
for (let i = 1; i <= many; i++) {
  press.run(withNewNumber(), job(locales[i % 4]!));
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
