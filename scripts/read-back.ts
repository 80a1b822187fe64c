/**
 * What readers give back of finished files, against what their expectation says.
 *
 *   npx tsx scripts/read-back.ts [--faults] [--search] out/*.pdf
 *
 * `--faults` shows what did not come back whole; `--search` gives the shares of words and of pairs of words that a search
 * in the reader's text finds.
 */
import { readFileSync } from 'node:fs';
import type { Proof } from '../src/proof/index.ts';
import { measure, type Share, searchable } from './read-back/measure.ts';
import { readers } from './read-back/readers.ts';

const percent = ({ found, all }: Share) => {
  const share = Math.floor((found / all) * 1000) / 10;
  return share === 100 ? '100' : share.toFixed(1);
};

const names = Object.keys(readers);
const search = process.argv.includes('--search');
const showFaults = process.argv.includes('--faults');
process.stdout.write(
  `${search ? 'Words (pairs of words) found by a search' : 'Characters (words)'}, per cent.\n\n| file | ${names.join(' | ')} |\n|---|${names.map(() => '---').join('|')}|\n`,
);
for (const file of process.argv.slice(2).filter((name) => name.endsWith('.pdf'))) {
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
