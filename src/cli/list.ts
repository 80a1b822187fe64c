import { loadGuide } from '../content/index.ts';
import { catalogue } from '../diagnostics/index.ts';
import { listFolder, readJson } from '../files/index.ts';
import { languages } from '../locale/index.ts';
import {
  dividedFonts,
  editions,
  type Folders,
  guideFolder,
  listThemes,
  readOwnFaces,
  shippedGuides,
} from '../press/index.ts';
import { allPapers, folds, listProducts, loadProduct } from '../product/index.ts';
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
  guides: () =>
    listFolder(shippedGuides())
      .filter(({ kind }) => kind === 'folder')
      .map(({ name }) => [name, plainOf(loadGuide(guideFolder(name)).data.title)]),
  folds: () =>
    Object.entries(folds).map(([name, { outside, inside }]) => [
      name,
      [outside, inside].map((side) => side.map((row) => row.join(' ')).join(' / ')).join(' | '),
    ]),
  faces: ({ fonts }) => {
    const { shipped, own } = dividedFonts(fonts);
    const ours = readJson(shipped, 'manifest.json').value.fonts as readonly Listed[];
    const listed = [...own.flatMap((folder): Listed[] => readOwnFaces(folder)), ...ours];
    const families = new Map<string, Listed[]>();
    for (const face of listed) families.set(face.family, [...(families.get(face.family) ?? []), face]);
    return [...families].map(([family, faces]) => [
      family,
      `${[...new Set(faces.flatMap(({ scripts }) => scripts))].join(', ')}; ${faces.map(({ weight }) => weight).join(', ')}${useOf(faces[0]!)}`,
    ]);
  },
  errors: () => Object.entries(catalogue),
};

/** A face of the manifest. */
interface Listed {
  readonly family: string;
  readonly weight: number;
  readonly scripts: readonly string[];
  /** Of own faces. */
  readonly uses?: readonly string[];
  readonly locales?: readonly string[];
}

const useOf = ({ uses, locales }: Listed) =>
  uses === undefined ? '' : `; yours, for ${uses.join(' and ')} in ${locales?.join(', ')}`;

const plainOf = (text: string) => text.replace(/[*_]/g, '');

export const listed = Object.keys(lists);

export function list(what: string, json: boolean, folders: Folders, streams: Streams): void {
  const rows = lists[what]!(folders);
  if (json) streams.out.write(`${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`);
  else {
    const width = Math.max(17, ...rows.map(([name]) => name.length)) + 1;
    for (const [name, about] of rows) streams.out.write(`${name.padEnd(width)}${about}\n`);
  }
}
