import type { Place } from '../diagnostics/index.ts';
import { type Rect, union } from '../geometry/index.ts';
import type { SheetAnatomy } from '../press/index.ts';

/** Where a problem is on a sheet. */
export interface Mark {
  /** Index of the sheet. */
  readonly sheet: number;
  /** pt from the sheet's top left, y down. */
  readonly rect: Rect;
}

/** Marks of one problem, at most. */
const most = 12;

/**
 * Where a problem is: the lines that say the text of its key; else the boxes of the element of its line; else the page that
 * it names. Nothing where it says none of them.
 */
export function marksOf(place: Place, sheets: readonly SheetAnatomy[]): Mark[] {
  const onPage = (page: string) => place.page === undefined || place.page === page;
  const found = [byKey, byLine, byPage].map((find) =>
    sheets.flatMap((sheet, index) => find(place, sheet, onPage).map((rect) => ({ sheet: index, rect }))),
  );
  return (found.find((marks) => marks.length > 0) ?? []).slice(0, most);
}

type Find = (place: Place, sheet: SheetAnatomy, onPage: (page: string) => boolean) => readonly Rect[];

const byKey: Find = ({ key }, { lines }, onPage) => {
  if (key === undefined) return [];
  const rects = lines.flatMap(({ page, places, rect }) =>
    onPage(page) && places.some((place) => place.key === key) ? [rect] : [],
  );
  return rects.length === 0 ? [] : [rects.reduce(union)];
};

const byLine: Find = ({ file, line, column }, { boxes }, onPage) => {
  if (file === undefined || line === undefined) return [];
  const here = boxes.filter(({ page, place }) => onPage(page) && place.file === file && place.line === line);
  const exact = here.filter(({ place }) => place.column === column);
  return (exact.length > 0 ? exact : here).map(({ rect }) => rect);
};

const byPage: Find = ({ page }, { pages }) =>
  pages.flatMap(({ name, trim }) => (name === page ? [trim] : []));
