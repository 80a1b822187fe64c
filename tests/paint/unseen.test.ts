import { describe, expect, it } from 'vitest';
import type { Rect } from '../../src/geometry/index.ts';
import { type RasterPicture, rectPath, type VectorPicture } from '../../src/image/index.ts';
import { checkPages, paintPages } from '../../src/paint/index.ts';
import { box, element, lines, page, pictureFragment, result, text } from './fragments.ts';

const red = {
  path: rectPath(0, 0, 100, 100),
  fill: [170, 0, 0],
  rule: 'nonzero',
  stroke: undefined,
} as const;
const drawing = (...shapes: VectorPicture['shapes']): VectorPicture => ({
  kind: 'vector',
  name: 'v.svg',
  width: 100,
  height: 100,
  shapes,
});
const photo = (alpha?: Uint8Array): RasterPicture => ({
  kind: 'raster',
  name: 'p.png',
  width: 2,
  height: 1,
  format: 'png',
  data: new Uint8Array(6),
  components: 3,
  ...(alpha === undefined ? {} : { alpha }),
});
const place: Rect = { x: 20, y: 100, width: 60, height: 60 };
const shown = (picture: VectorPicture | RasterPicture, rect = place, alt = 'x') =>
  pictureFragment(element('img', { alt }), picture, rect);
const words = lines([{ node: text('help', element('p')), content: 'help' }]);
const messages = (...fragments: Parameters<typeof page>[0][]) =>
  checkPages(paintPages(result(page([words, ...fragments].flat()))))
    .filter(({ code }) => code === 'IMAGE_UNSEEN')
    .map(({ message }) => message);

describe('a picture that is read out is seen', () => {
  const white = [255, 255, 255] as const;

  it.each<[string, Rect, string | undefined]>([
    ['on the page', place, undefined],
    ['half beyond its edge', { ...place, x: -30 }, undefined],
    ['all but 5 pt beyond its edge', { ...place, x: -55 }, 'beyond its page'],
    ['far beyond it', { ...place, y: 5000 }, 'beyond its page'],
  ])('%s', (_, rect, said) => {
    expect(messages([shown(drawing(red), rect)])).toEqual(
      said === undefined ? [] : [expect.stringContaining(said)],
    );
    expect(messages([shown(drawing(red), rect, '')])).toEqual([]);
  });

  it('and nothing that is painted later hides all of it', () => {
    const ground = (rect: [number, number, number, number]) => box(rect, { backgroundColor: white });
    expect(messages([shown(drawing(red)), ground([10, 90, 80, 80])])).toEqual([
      expect.stringMatching(/^v\.svg lies under what is painted later \(A ground/),
    ]);
    expect(messages([shown(drawing(red)), ground([10, 90, 60, 80])])).toEqual([]);
    expect(messages([ground([10, 90, 80, 80]), shown(drawing(red))])).toEqual([]);
    expect(messages([shown(drawing(red)), shown(photo(), place, '')])).toHaveLength(1);
    expect(messages([shown(drawing(red)), shown(photo(Uint8Array.of(255, 9)), place, '')])).toEqual([]);
  });

  it('and it paints something', () => {
    expect(messages([shown(drawing())])).toEqual([expect.stringContaining('v.svg paints nothing')]);
    expect(messages([shown(photo(new Uint8Array(2)))])).toEqual([
      expect.stringContaining('p.png paints nothing'),
    ]);
    expect(messages([shown(photo(Uint8Array.of(0, 1)))])).toEqual([]);
    expect(messages([shown(drawing(), place, '')])).toEqual([]);
  });
});
