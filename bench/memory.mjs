/**
 * Memory of a process that prints documents which differ in their number, four languages in turn, from the built
 * package, with the flags of V8 that `helpline-press campaign` sets: `node bench/memory.mjs 2000`; as Node has them:
 * `node bench/memory.mjs 2000 --plain`.
 */
import { join, resolve } from 'node:path';
import { keepHeapFlat } from '../dist/campaign/make/flat-heap.js';
import { loadGuide, Press } from '../dist/index.js';

if (!process.argv.includes('--plain')) keepHeapFlat();
const root = resolve(import.meta.dirname, '..');
const guide = loadGuide(join(root, 'guides/heroin-detox'));
const press = new Press();
const locales = ['en', 'es', 'ar', 'hi'];
const many = Number(process.argv[2] ?? 2000);
const plates = locales.map((locale) =>
  press.plate(guide, {
    product: 'pamphlet-trifold',
    locale,
    paper: 'letter',
    orientation: undefined,
    edition: 'standard',
    theme: 'dawn',
    qr: undefined,
  }),
);
const impression = { purpose: 'screen', duplex: 'short', allowDrafts: false, date: undefined };
console.log('| documents | resident | heap used |\n|---|---|---|');
for (let i = 1; i <= many; i++) {
  const serial = 1000 + (i % 8999);
  const plate = press.withNumber(plates[i % 4], { display: `800-315-${serial}`, dial: `+1800315${serial}` });
  if (!press.print(plate, impression).proof.passed) throw new Error('a file was not proved');
  if (i % (many / 8) !== 0) continue;
  const { rss, heapUsed } = process.memoryUsage();
  console.log(`| ${i} | ${(rss / 1048576).toFixed(0)} | ${(heapUsed / 1048576).toFixed(0)} |`);
}
