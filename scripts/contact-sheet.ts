import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFiumLibrary as PDFium, type PDFiumLibrary } from '@hyzyla/pdfium';
import { encode } from 'fast-png';

/** One printed file, for the contact sheet. */
export interface Printed {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly language: string;
}

interface PagePicture {
  readonly file: string;
  readonly path: string;
  readonly number: number;
}

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

async function drawPages(library: PDFiumLibrary, file: Printed, folder: string): Promise<PagePicture[]> {
  const document = await library.loadDocument(file.bytes);
  const pictures: PagePicture[] = [];
  for (const page of document.pages()) {
    const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
    const image = await page.render({ scale: 420 / Math.max(width, height), render: 'bitmap' });
    const path = `pages/${file.name.replace(/\.pdf$/, '')}.${page.number + 1}.png`;
    const png = encode({
      width: image.width,
      height: image.height,
      data: bgraToRgb(image.data),
      channels: 3,
    });
    writeFileSync(join(folder, path), png);
    pictures.push({ file: file.name, path, number: page.number + 1 });
  }
  document.destroy();
  return pictures;
}

function bgraToRgb(bgra: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((bgra.length / 4) * 3);
  for (let i = 0, o = 0; i < bgra.length; i += 4, o += 3) {
    rgb[o] = bgra[i + 2]!;
    rgb[o + 1] = bgra[i + 1]!;
    rgb[o + 2] = bgra[i]!;
  }
  return rgb;
}

/** Writes `index.html` with a picture of every page of every file into `folder`; drawn by PDFium. */
export async function writeContactSheet(files: readonly Printed[], folder: string): Promise<number> {
  mkdirSync(join(folder, 'pages'), { recursive: true });
  const library = await PDFium.init();
  const sections: string[] = [];
  let pages = 0;
  for (const file of files) {
    const pictures = await drawPages(library, file, folder);
    pages += pictures.length;
    const images = pictures.map(
      (p) => `<img src="${escapeHtml(p.path)}" alt="${escapeHtml(p.file)}, page ${p.number}" loading="lazy">`,
    );
    sections.push(
      `<section><h2><a href="${escapeHtml(file.name)}">${escapeHtml(file.name)}</a></h2><div>${images.join('')}</div></section>`,
    );
  }
  library.destroy();
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>helpline-press: contact sheet</title><style>
body{font:16px/1.5 system-ui,sans-serif;margin:2rem;background:#eee;color:#122c3a}h2{font-size:1rem;margin:2rem 0 .5rem}
div{display:flex;flex-wrap:wrap;gap:8px;align-items:flex-start}img{background:#fff;box-shadow:0 1px 4px #0004}
</style></head><body><h1>Contact sheet</h1>${sections.join('\n')}</body></html>\n`,
  );
  return pages;
}
