/** A page as a picture, and as it lies on its sheet: shapes that can be counted. */
import { describe, expect, it } from 'vitest';
import type { Color, Matrix } from '../../src/geometry/index.ts';
import { type Layer, type Picture, rectPath, type VectorPicture } from '../../src/image/index.ts';
import type { Imposed } from '../../src/imposition/index.ts';
import type { PageFragment } from '../../src/layout/index.ts';
import type { DisplayItem, DisplayList, PictureItem, TextItem } from '../../src/paint/index.ts';
import { paintPages } from '../../src/paint/index.ts';
import { anatomyOf } from '../../src/press/anatomy.ts';
import { pictureOfPage } from '../../src/press/page-picture.ts';
import { element, lines, page as pageOf, result, text } from '../paint/fragments.ts';

const bar: Color = [150, 160, 166];
const owner = { kind: 'artifact', type: 'Layout' } as const;
const p = element('p');
function textItem(content: string, more: Partial<TextItem> = {}): TextItem {
  const set = lines([{ node: text(content, p), content, size: 20, style: { color: [1, 2, 3] } }], {
    x: 30,
    y: 40,
  });
  const item = paintPages(result(pageOf(set)))[0]!.items.find((each) => each.kind === 'text') as TextItem;
  return { ...item, ...more };
}
const list = (...items: DisplayItem[]): DisplayList =>
  ({ page: 'cover', index: 0, width: 200, height: 100, bleed: 3, items, links: [], places: [] }) as never;
/** What is drawn of items, above the white of the paper. */
function drawn(...items: DisplayItem[]): Layer[] {
  const picture = pictureOfPage(list(...items), 'small');
  expect(picture).toMatchObject({ kind: 'vector', name: 'small', width: 200, height: 100 });
  expect(picture.shapes).toEqual([
    {
      path: rectPath(0, 0, 200, 100),
      fill: [255, 255, 255],
      rule: 'nonzero',
      stroke: undefined,
      mixed: true,
    },
  ]);
  const [sheet] = picture.layers as Extract<Layer, { kind: 'group' }>[];
  expect(sheet).toMatchObject({ opacity: 1, clips: [{ path: rectPath(0, 0, 200, 100), rule: 'nonzero' }] });
  const [paper, ...rest] = sheet!.layers;
  expect(paper).toMatchObject({ fill: { of: [255, 255, 255], opacity: 1 }, path: rectPath(0, 0, 200, 100) });
  return rest;
}
type ShapeLayer = Extract<Layer, { kind: 'shape' }>;
const box = (layer: Layer | undefined) => {
  const { points } = (layer as ShapeLayer).path;
  const [xs, ys] = [0, 1].map((odd) => [...points].filter((_, i) => i % 2 === odd));
  return [Math.min(...xs!), Math.min(...ys!), Math.max(...xs!), Math.max(...ys!)];
};
const fillOf = (layer: Layer | undefined) => (layer as ShapeLayer).fill?.of;
const turned = (matrix: Matrix, ...items: DisplayItem[]): DisplayItem => ({ kind: 'group', matrix, items });

describe('a page as a picture', () => {
  it('has texts as the outlines of their letters, where they stand, in one shape and their colour', () => {
    const item = textItem('Hi');
    const [shape, ...more] = drawn(item);
    expect(more).toEqual([]);
    expect(fillOf(shape)).toEqual([1, 2, 3]);
    const [left, top, right, bottom] = box(shape) as [number, number, number, number];
    expect(left).toBeGreaterThan(30);
    expect(right).toBeLessThan(30 + item.rect.width);
    expect(bottom).toBeCloseTo(item.baseline, 0);
    expect(item.baseline - top).toBeGreaterThan(0.6 * 20);
    // An H, and an i with its dot.
    expect((shape as ShapeLayer).path.verbs.match(/M/g)).toHaveLength(3);
    expect(drawn(textItem('\u00a0'))).toEqual([]);
    expect(drawn({ ...item, runs: item.runs.map((run) => ({ ...run, face: undefined })) } as never)).toEqual(
      [],
    );
  });

  it('has a line that nobody could read at that size as a bar, and one a little larger by its letters', () => {
    const sized = (size: number, content = 'Hi') => {
      const item = textItem(content);
      return drawn({ ...item, runs: item.runs.map((run) => ({ ...run, size })) });
    };
    const [small] = sized(4.6);
    expect(fillOf(small)).toEqual(bar);
    expect((small as ShapeLayer).path.verbs).toBe('MLLLZ');
    expect(fillOf(sized(4.8)[0])).toEqual([1, 2, 3]);
    expect(sized(4.6, '\u00a0')).toEqual([]);
  });

  it('has letters one after the other, moved as they are set', () => {
    const [a] = drawn(textItem('H'));
    const [b] = drawn(textItem('HH'));
    const [[left, , right], [from, , to]] = [box(a), box(b)] as [number[], number[]];
    expect(from).toBe(left);
    expect(to! - right!).toBeCloseTo(textItem('HH').rect.width / 2, 1);
    const item = textItem('H');
    const moved = item.runs.map((run) => ({
      ...run,
      glyphs: { ...run.glyphs, dx: Float64Array.of(100), dy: Float64Array.of(200) },
    }));
    const [shape] = drawn({ ...item, runs: moved } as never);
    const scale = 20 / item.runs[0]!.face!.unitsPerEm;
    expect(box(shape)[0]! - left!).toBeCloseTo(100 * scale, 6);
    expect(box(a)[1]! - box(shape)[1]!).toBeCloseTo(200 * scale, 6);
  });

  it('has each run of a line where it begins', () => {
    const item = textItem('H');
    const [run] = item.runs;
    const [a] = drawn(item);
    const [both] = drawn({
      ...item,
      runs: [
        { ...run!, x: 7 },
        { ...run!, x: 40 },
      ],
    });
    expect(box(both)[0]).toBeCloseTo(box(a)[0]! - run!.x + 7, 6);
    expect(box(both)[2]).toBeCloseTo(box(a)[2]! - run!.x + 40, 6);
  });

  it('has a bar as high as capitals for what could be dialled, and for a number whatever it says', () => {
    const item = textItem('Call 911 now');
    const [shape] = drawn(item);
    expect(fillOf(shape)).toEqual(bar);
    const [left, top, right, bottom] = box(shape) as [number, number, number, number];
    expect(left).toBeCloseTo(item.x + item.runs[0]!.x, 9);
    expect(right).toBeCloseTo(item.x + Math.max(...item.runs.map((run) => run.x + run.width)), 9);
    expect([item.baseline - top, bottom]).toEqual([expect.closeTo(14, 9), item.baseline]);
    expect(fillOf(drawn(textItem('now', { number: 'main' }))[0])).toEqual(bar);
    expect(fillOf(drawn(textItem('in 12 days'))[0])).toEqual([1, 2, 3]);
    // Of a paragraph only what the item shows of it.
    expect(fillOf(drawn({ ...item, end: 4 })[0])).toEqual([1, 2, 3]);
    const none = box(drawn({ ...item, runs: [] })[0]);
    expect(none[2]! - none[0]!).toBe(0);
    expect(none[3]! - none[1]!).toBe(0);
  });

  const item = (picture: Picture, more: Partial<PictureItem> = {}): PictureItem => ({
    kind: 'picture',
    owner,
    picture,
    drawn: { x: 10, y: 20, width: 40, height: 30 },
    clip: { x: 12, y: 22, width: 30, height: 20 },
    flipped: false,
    ...more,
  });
  const drawing = (more: Partial<VectorPicture> = {}): VectorPicture => ({
    kind: 'vector',
    name: 'd',
    width: 10,
    height: 10,
    shapes: [{ path: rectPath(0, 0, 5, 10), fill: [9, 9, 9], rule: 'nonzero', stroke: undefined }],
    ...more,
  });

  it('has drawings cut off where they are, in their layers or their shapes', () => {
    const [group] = drawn(item(drawing())) as Extract<Layer, { kind: 'group' }>[];
    expect(group).toMatchObject({
      kind: 'group',
      opacity: 1,
      clips: [{ path: rectPath(12, 22, 30, 20), rule: 'nonzero' }],
    });
    expect(box(group!.layers[0])).toEqual([10, 20, 30, 50]);
    const [flipped] = drawn(item(drawing(), { flipped: true })) as Extract<Layer, { kind: 'group' }>[];
    expect(box(flipped!.layers[0])).toEqual([30, 20, 50, 50]);
    const layer: Layer = {
      kind: 'shape',
      path: rectPath(0, 0, 10, 5),
      rule: 'nonzero',
      fill: { of: [8, 8, 8], opacity: 0.5 },
      stroke: undefined,
    };
    const [layered] = drawn(item(drawing({ layers: [layer] }))) as Extract<Layer, { kind: 'group' }>[];
    expect(layered!.layers).toMatchObject([{ fill: { of: [8, 8, 8], opacity: 0.5 } }]);
    expect(box(layered!.layers[0])).toEqual([10, 20, 50, 35]);
  });

  it('has a bar for a photograph, and an empty square for a code', () => {
    const photo = {
      kind: 'raster',
      name: 'p',
      width: 4,
      height: 3,
      format: 'png',
      components: 3,
      data: new Uint8Array(36),
    } as const;
    const [group] = drawn(item(photo)) as Extract<Layer, { kind: 'group' }>[];
    expect(group!.layers).toHaveLength(1);
    expect([fillOf(group!.layers[0]), box(group!.layers[0])]).toEqual([bar, [10, 20, 50, 50]]);
    const [code] = drawn(item(drawing({ code: 'tel:911' }))) as Extract<Layer, { kind: 'group' }>[];
    expect([fillOf(code!.layers[0]), box(code!.layers[0])]).toEqual([
      [225, 229, 231],
      [10, 20, 50, 50],
    ]);
  });

  it('has what is turned where it is turned to, as deep as it stands', () => {
    const path: DisplayItem = {
      kind: 'path',
      owner,
      path: rectPath(10, 20, 5, 6),
      fill: [7, 7, 7],
      rule: 'nonzero',
      stroke: undefined,
    };
    expect(box(drawn(path)[0])).toEqual([10, 20, 15, 26]);
    const quarter: Matrix = [0, 1, -1, 0, 100, 0];
    expect(box(drawn(turned(quarter, path))[0])).toEqual([74, 10, 80, 15]);
    expect(box(drawn(turned([1, 0, 0, 1, 5, 5], turned(quarter, path)))[0])).toEqual([79, 15, 85, 20]);
    expect(box(drawn(turned(quarter, textItem('Call 911')))[0])[0]).toBeCloseTo(
      100 - textItem('x').baseline,
      6,
    );
    const [group] = drawn(turned(quarter, item(drawing()))) as Extract<Layer, { kind: 'group' }>[];
    expect(box(group!.layers[0])).toEqual([50, 10, 80, 30]);
  });
});

describe('the anatomy of a sheet', () => {
  const place = (name: string, x: number, y: number, width: number, height: number, index = 0) => ({
    page: { page: name, index, width, height, items: [] },
    x,
    y,
    rotate: 0,
    clip: false,
  });
  const sheet = (...placements: object[]): Imposed =>
    ({ sheets: [{ name: 'front', width: 200, height: 100, placements }], purpose: 'office' }) as never;
  const folds = (...placements: object[]) =>
    anatomyOf(sheet(...placements), [])[0]!.folds.map(({ x1, y1, x2, y2 }) => [x1, y1, x2, y2]);

  it('has a fold where an edge of one page is one of another, as far as both have it', () => {
    expect(folds(place('a', 0, 0, 50, 100), place('b', 50, 0, 50, 100))).toEqual([[50, 0, 50, 100]]);
    expect(folds(place('b', 50, 20, 50, 100), place('a', 0, 0, 50, 100))).toEqual([[50, 20, 50, 100]]);
    expect(folds(place('a', 0, 0, 50, 40), place('b', 10, 40, 50, 60))).toEqual([[10, 40, 50, 40]]);
  });

  it('has none where they miss each other, by more than rounding', () => {
    expect(folds(place('a', 0, 0, 50, 100), place('b', 50.04, 0, 50, 100))).toHaveLength(1);
    expect(folds(place('a', 0, 0, 50, 100), place('b', 50.06, 0, 50, 100))).toEqual([]);
    expect(folds(place('a', 0, 0, 50, 40), place('b', 0, 40.06, 50, 40))).toEqual([]);
    // Corner to corner they share no edge.
    expect(folds(place('a', 0, 0, 50, 40), place('b', 50, 40, 50, 40))).toEqual([]);
    expect(folds(place('a', 0, 0, 50, 40))).toEqual([]);
  });

  it('has the boxes and lines of its pages where they lie on it, with what they are', () => {
    const set = lines([{ node: text('Hello', p), content: 'Hello', size: 10 }], { x: 5, y: 6 });
    const child = {
      kind: 'box',
      element: undefined,
      rect: { x: 1, y: 2, width: 20, height: 30 },
      children: set,
    };
    const fragment = {
      kind: 'box',
      element: Object.assign(element('div'), { classes: ['card', 'loud'] }),
      rect: { x: 2, y: 3, width: 40, height: 50 },
      children: [
        child,
        { kind: 'picture', element: element('img'), rect: { x: 4, y: 5, width: 6, height: 7 } },
      ],
    };
    const laid = [{ ...pageOf([]), index: 3, children: [fragment] }] as unknown as PageFragment[];
    const [found] = anatomyOf(sheet(place('inside', 60, 10, 50, 60, 3)), laid);
    expect(found!.boxes.map(({ element: name, page, rect }) => [name, page, rect])).toEqual([
      ['div.card.loud', 'inside', { x: 62, y: 13, width: 40, height: 50 }],
      ['img', 'inside', { x: 64, y: 15, width: 6, height: 7 }],
    ]);
    expect(found!.lines).toHaveLength(1);
    const [line] = found!.lines;
    expect(line!.rect).toMatchObject({ x: 65, y: 16 });
    expect(line!.baseline).toMatchObject({ x1: 65, y1: 10 + set[0]!.baseline, y2: 10 + set[0]!.baseline });
    expect(line!.baseline.x2).toBeCloseTo(65 + set[0]!.rect.width, 9);
    expect(line!.places).toEqual([set[0]!.pieces[0]!.node.origin]);
  });
});
