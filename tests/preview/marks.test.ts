import { describe, expect, it } from 'vitest';
import type { SheetAnatomy } from '../../src/press/index.ts';
import { marksOf } from '../../src/preview/marks.ts';

const rect = (x: number, y: number) => ({ x, y, width: 10, height: 5 });
const baseline = { x1: 0, y1: 0, x2: 0, y2: 0 };
const file = 'templates/poster/template.hbs';
const sheets: SheetAnatomy[] = [
  {
    name: 'outside',
    width: 200,
    height: 100,
    pages: [
      { name: 'cover', trim: { x: 0, y: 0, width: 100, height: 100 } },
      { name: 'back', trim: { x: 100, y: 0, width: 100, height: 100 } },
    ],
    folds: [],
    boxes: [
      { element: 'h1', page: 'cover', rect: rect(1, 1), place: { file, line: 3, column: 5 } },
      { element: 'p', page: 'cover', rect: rect(2, 2), place: { file, line: 3, column: 9 } },
      { element: 'p', page: 'back', rect: rect(102, 2), place: { file, line: 3, column: 9 } },
    ],
    lines: [
      { page: 'cover', rect: rect(4, 10), baseline, places: [{ key: 'title' }] },
      { page: 'cover', rect: rect(4, 16), baseline, places: [{ key: 'kicker' }, { key: 'title' }] },
      { page: 'back', rect: rect(104, 10), baseline, places: [{ key: 'title' }] },
    ],
  },
];
const at = (place: Parameters<typeof marksOf>[0]) => marksOf(place, sheets).map((mark) => mark.rect);

describe('the marks of a problem', () => {
  it('are around the lines that say its text, on the page that it names', () => {
    expect(at({ key: 'title', page: 'cover' })).toEqual([{ x: 4, y: 10, width: 10, height: 11 }]);
    expect(at({ key: 'title', page: 'back' })).toEqual([rect(104, 10)]);
    expect(at({ key: 'title' })).toEqual([{ x: 4, y: 10, width: 110, height: 11 }]);
    expect(at({ key: 'titles' })).toEqual([]);
  });

  it('are the boxes of its line, those of its column where there are such', () => {
    expect(at({ file, line: 3, column: 9 })).toEqual([rect(2, 2), rect(102, 2)]);
    expect(at({ file, line: 3, column: 9, page: 'back' })).toEqual([rect(102, 2)]);
    expect(at({ file, line: 3, column: 1 })).toHaveLength(3);
    expect(at({ file: 'another', line: 3, column: 9 })).toEqual([]);
    expect(at({ file, line: 4 })).toEqual([]);
  });

  it('are its page where nothing else is known, and nothing where that is not', () => {
    expect(at({ page: 'back', key: 'nowhere', file, line: 99 })).toEqual([
      { x: 100, y: 0, width: 100, height: 100 },
    ]);
    expect(at({ page: 'inside-1' })).toEqual([]);
    expect(at({})).toEqual([]);
  });
});
