import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFolder, readBytes } from '../files/index.ts';

/** A file of the page. */
export interface Asset {
  readonly type: string;
  readonly read: () => Uint8Array;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** The files of the page by their names: only what is in this list is ever given out. */
export function pageAssets(): Map<string, Asset> {
  const folder = fileURLToPath(new URL('../../preview', import.meta.url));
  return new Map(
    listFolder(folder).flatMap(({ name, kind }) => {
      const type = types[name.split('.').at(-1)!];
      return kind === 'file' && type !== undefined ? [[name, asset(type, folder, name)] as const] : [];
    }),
  );
}

/** pdf.js, which draws in the page where there is no reader on the server; empty: it is not installed either. */
export function pdfjsAssets(): Map<string, Asset> {
  try {
    const root = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
    const names = ['pdf.min.mjs', 'pdf.worker.min.mjs'];
    return new Map(names.map((name) => [`pdfjs/${name}`, asset(types.mjs!, join(root, 'build'), name)]));
  } catch {
    return new Map();
  }
}

const asset = (type: string, folder: string, name: string): Asset => ({
  type,
  read: () => readBytes(folder, name),
});
