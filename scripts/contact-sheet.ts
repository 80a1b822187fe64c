import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodePng, type PageReader } from '../src/raster/index.ts';

/** One printed file, for the contact sheet. */
export interface Printed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** Of pages on the sheet: a Letter page is 420 pixels high. */
const dpi = 38;

/** Writes `index.html` with a picture of every page of every file into `folder`; returns how many pages there are. */
export function writeContactSheet(files: readonly Printed[], folder: string, reader: PageReader): number {
  mkdirSync(join(folder, 'pages'), { recursive: true });
  let pages = 0;
  const sections = files.map((file) => {
    const images: string[] = [];
    for (const picture of reader.draw(file.bytes, dpi)) {
      const number = images.length + 1;
      const path = `pages/${file.name.replace(/\.pdf$/, '')}.${number}.png`;
      writeFileSync(join(folder, path), encodePng(picture));
      images.push(
        `<img src="${escapeHtml(path)}" alt="${escapeHtml(file.name)}, page ${number}" loading="lazy">`,
      );
    }
    pages += images.length;
    const name = escapeHtml(file.name);
    return `<section><h2><a href="${name}">${name}</a></h2><div>${images.join('')}</div></section>`;
  });
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>helpline-press: contact sheet</title><style>
body{font:16px/1.5 system-ui,sans-serif;margin:2rem;background:#eee;color:#122c3a}h2{font-size:1rem;margin:2rem 0 .5rem}
div{display:flex;flex-wrap:wrap;gap:8px;align-items:flex-start}img{background:#fff;box-shadow:0 1px 4px #0004}
</style></head><body><h1>Contact sheet</h1>${sections.join('\n')}</body></html>\n`,
  );
  return pages;
}
