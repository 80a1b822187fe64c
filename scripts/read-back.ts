import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { inspect, type Proof } from '../src/proof/index.ts';

/**
 * What other readers give back of finished files, against what their expectation says: shares of characters and words
 * that stand in the same order (longest common subsequence), invisible direction marks taken out.
 */
const readers: Record<string, (file: string, bytes: Uint8Array) => string | Promise<string>> = {
  'by structure': (_, bytes) => inspect(bytes).text,
  pdftotext: (file) =>
    execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 }),
  'pdf.js': async (_, bytes) => {
    const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    }
    return pages.join('\n');
  },
  PDFium: async (_, bytes) => {
    const library = await PDFiumLibrary.init();
    const document = await library.loadDocument(bytes);
    const text = [...document.pages()].map((page) => page.getText()).join('\n');
    document.destroy();
    library.destroy();
    return text;
  },
};

const clean = (text: string) =>
  text.replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\u034f]/g, '').normalize('NFC');

/** Length of the longest common subsequence. */
function common<T>(a: readonly T[], b: readonly T[]): number {
  let row = new Uint32Array(b.length + 1);
  for (const item of a) {
    const next = new Uint32Array(b.length + 1);
    for (let j = 1; j <= b.length; j++)
      next[j] = item === b[j - 1] ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!);
    row = next;
  }
  return row[b.length]!;
}

const percent = (found: number, all: number) => `${Math.floor((found / all) * 100)}`.padStart(3);

const names = Object.keys(readers);
process.stdout.write(
  `| file | ${names.map((name) => `${name}: characters (words) %`).join(' | ')} |\n|---|${names.map(() => '---').join('|')}|\n`,
);
for (const file of process.argv.slice(2)) {
  const { expectation } = JSON.parse(readFileSync(file.replace(/\.pdf$/, '.proof.json'), 'utf8')) as Proof;
  const texts = expectation!.texts.filter(({ alt }) => alt !== true).map(({ text }) => clean(text));
  const bytes = readFileSync(file);
  const cells: string[] = [];
  for (const read of Object.values(readers)) {
    const got = clean(await read(file, bytes));
    const letters = (text: string) => [...text.replace(/\s/g, '')];
    const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');
    const wanted = texts.join(' ');
    cells.push(
      `${percent(common(letters(wanted), letters(got)), letters(wanted).length)} (${percent(common(words(wanted), words(got)), words(wanted).length)})`,
    );
  }
  process.stdout.write(`| ${file.split('/').at(-1)} | ${cells.join(' | ')} |\n`);
}
