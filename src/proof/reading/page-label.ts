import { textOf } from '../file/object.ts';
import type { Document } from '../page/read.ts';

/** The names that pages have beside or before their numbers. */
export function pageNames(document: Document): readonly string[] {
  document.found.pageNames ??= readNames(document);
  return document.found.pageNames;
}

function readNames({ file, catalog }: Document): string[] {
  const ranges = file.get(file.dictionary(catalog.get('PageLabels'))?.get('Nums'));
  if (!Array.isArray(ranges)) return [];
  return ranges.flatMap((range) => textOf(file.get(file.dictionary(range)?.get('P'))) ?? []);
}

/** What a viewer calls a page (ISO 32000-1 12.4.2): its label where the file has labels, else its place from 1. */
export function pageLabel({ file, catalog }: Document, page: number): string {
  const ranges = file.get(file.dictionary(catalog.get('PageLabels'))?.get('Nums'));
  if (!Array.isArray(ranges)) return String(page + 1);
  for (let i = ranges.length - 2; i >= 0; i -= 2) {
    const first = file.get(ranges[i]);
    const range = file.dictionary(ranges[i + 1]);
    if (typeof first !== 'number' || first > page || range === undefined) continue;
    const start = range.get('St');
    const number =
      range.get('S') === '/D' ? String(page - first + (typeof start === 'number' ? start : 1)) : '';
    return `${textOf(file.get(range.get('P'))) ?? ''}${number}`;
  }
  return String(page + 1);
}
