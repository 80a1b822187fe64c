import { execFileSync } from 'node:child_process';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { Document } from 'mupdf';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { inspect } from '../../src/proof/index.ts';

/** Gives the text of a finished file as one reader has it; a new line where the reader sees one. */
export type Reader = (file: string, bytes: Uint8Array) => Promise<string>;

/** The text items of pdf.js, of which its viewer makes elements for screen readers, each with the line's end after it. */
export async function itemsOf(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const all: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    // As its viewer asks: otherwise it writes some letters of Lao, Thai and others in two.
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    const texts = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''));
    all.push(...texts, ...(number < document.numPages ? ['\n'] : []));
  }
  await task.destroy();
  return all;
}

let pdfium: Promise<PDFiumLibrary> | undefined;

/** Text by structure (our own reader), and the engines of the viewers that people have. */
export const readers = {
  structure: async (_, bytes) => inspect(bytes).text,
  pdftotext: async (file) =>
    execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 }),
  MuPDF: async (_, bytes) => {
    const document = Document.openDocument(bytes, 'application/pdf');
    const pages: string[] = [];
    for (let number = 0; number < document.countPages(); number++) {
      const page = document.loadPage(number);
      const text = page.toStructuredText('preserve-whitespace');
      pages.push(text.asText());
      text.destroy();
      page.destroy();
    }
    document.destroy();
    return pages.join('\n');
  },
  PDFium: async (_, bytes) => {
    pdfium ??= PDFiumLibrary.init();
    const document = await (await pdfium).loadDocument(bytes);
    const text = [...document.pages()].map((page) => page.getText()).join('\n');
    document.destroy();
    return text;
  },
  'pdf.js': async (_, bytes) => (await itemsOf(bytes)).join(''),
} as const satisfies Record<string, Reader>;

export type ReaderName = keyof typeof readers;
