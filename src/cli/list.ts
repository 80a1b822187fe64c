import { languages } from '../locale/index.ts';
import { editions, type Folders, listThemes } from '../press/index.ts';
import { allPapers, listProducts, loadProduct } from '../product/index.ts';
import type { Streams } from './streams.ts';

/** What can be listed, each as rows of a name and what it is. */
const lists: Readonly<Record<string, (folders: Folders) => [string, string][]>> = {
  products: ({ templates }) => listProducts(templates).map((id) => [id, loadProduct(id, templates).name]),
  locales: () => Object.entries(languages).map(([tag, { name }]) => [tag, name]),
  papers: ({ templates }) =>
    Object.entries(allPapers(templates)).map(([name, { width, height }]) => [
      name,
      `${width.toFixed(0)} × ${height.toFixed(0)} pt`,
    ]),
  themes: ({ templates }) => listThemes(templates),
  editions: () => Object.entries(editions),
};

export const listed = Object.keys(lists);

export function list(what: string, json: boolean, folders: Folders, streams: Streams): void {
  const rows = lists[what]!(folders);
  if (json) streams.out.write(`${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`);
  else for (const [name, about] of rows) streams.out.write(`${name.padEnd(18)}${about}\n`);
}
