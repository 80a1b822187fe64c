/**
 * What readers give back of finished files, against what their expectation says.
 *
 *   npx tsx scripts/read-back.ts [--faults] [--search | --items] [out/*.pdf]
 *
 * Without files, the shipped guide is printed in every locale, all products, on Letter, for screen and office. `--faults`
 * shows what did not come back whole; `--search` gives the shares of words and of pairs of words that a search in the
 * reader's text finds; `--items` gives how many characters pdf.js hands over at a time.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { runJobs } from '../src/cli/index.ts';
import { shippedFolders } from '../src/press/index.ts';
import type { Proof } from '../src/proof/index.ts';
import { measure, type Share, searchable } from './read-back/measure.ts';
import { itemsOf, readers } from './read-back/readers.ts';

const percent = ({ found, all }: Share) => {
  const share = Math.floor((found / all) * 1000) / 10;
  return share === 100 ? '100' : share.toFixed(1);
};

/** Characters that are seen: no white space, and nothing that steers. */
const lettersIn = (text: string) => [...text.replace(/[\s\p{Cf}\u034f]/gu, '')].length;

/** The shipped guide in every locale, in a folder that is removed at the end. */
function printAll(): string[] {
  const out = mkdtempSync(join(tmpdir(), 'helpline-press-'));
  process.on('exit', () => rmSync(out, { recursive: true, force: true }));
  const silent = () => new Writable({ write: (_chunk, _encoding, done) => done() });
  const flags = { edition: 'standard', duplex: 'short', theme: 'dawn', allowDrafts: true, out };
  return runJobs(
    resolve(import.meta.dirname, '../guides/heroin-detox'),
    { ...flags, product: 'all', locale: 'all', paper: 'letter', for: 'screen,office' },
    shippedFolders(),
    { out: silent(), err: silent() },
  ).flatMap(({ path }) => path ?? []);
}

const given = process.argv.slice(2).filter((name) => name.endsWith('.pdf'));
const search = process.argv.includes('--search');
const asItems = process.argv.includes('--items');
const names = asItems ? ['items', 'of one character', 'characters per item'] : Object.keys(readers);
const showFaults = process.argv.includes('--faults');
process.stdout.write(
  `${asItems ? 'Text items of pdf.js' : search ? 'Words (pairs of words) found by a search, per cent' : 'Characters (words), per cent'}.\n\n| file | ${names.join(' | ')} |\n|---|${names.map(() => '---').join('|')}|\n`,
);
for (const file of given.length > 0 ? given : printAll()) {
  if (asItems) {
    const items = (await itemsOf(readFileSync(file))).map(lettersIn).filter((letters) => letters > 0);
    const all = items.reduce((sum, letters) => sum + letters, 0);
    const single = items.filter((letters) => letters === 1).length;
    process.stdout.write(
      `| ${file.split('/').at(-1)} | ${items.length} | ${single} | ${(all / items.length).toFixed(1)} |\n`,
    );
    continue;
  }
  const { expectation } = JSON.parse(readFileSync(file.replace(/\.pdf$/, '.proof.json'), 'utf8')) as Proof;
  const texts = expectation!.texts.filter(({ alt }) => alt !== true).map(({ text }) => text);
  const bytes = readFileSync(file);
  const cells: string[] = [];
  const faults: string[] = [];
  for (const [name, read] of Object.entries(readers)) {
    const reading = await read(file, bytes);
    if (search) {
      const { words, phrases } = searchable(texts, reading);
      cells.push(`${percent(words)} (${percent(phrases)})`);
      continue;
    }
    const { characters, words, faults: found } = measure(texts, reading);
    cells.push(`${percent(characters)} (${percent(words)})`);
    for (const { wanted, got } of found)
      faults.push(`  ${name}: ${JSON.stringify(wanted)}\n    got ${JSON.stringify(got.slice(0, 400))}\n`);
  }
  process.stdout.write(`| ${file.split('/').at(-1)} | ${cells.join(' | ')} |\n`);
  if (showFaults) process.stdout.write(faults.join(''));
}
