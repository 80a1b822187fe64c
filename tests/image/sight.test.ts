import { expect, it } from 'vitest';
import { decodePicture, sightOf } from '../../src/image/index.ts';
import { pngFile } from './png-file.ts';

const drawing = (inside: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40">${inside}</svg>`);
const alphaPixels = (...pixels: readonly (readonly number[])[]) =>
  pngFile({
    width: pixels.length,
    height: 1,
    depth: 8,
    colorType: 6,
    rows: Uint8Array.from([0, ...pixels.flat()]),
  });
const pixels = (...values: readonly number[]) =>
  pngFile({
    width: values.length / 3,
    height: 1,
    depth: 8,
    colorType: 2,
    rows: Uint8Array.from([0, ...values]),
  });

it.each([
  ['pixels that are transparent', alphaPixels([10, 90, 140, 0], [0, 0, 0, 3]), 'nothing'],
  ['white on transparent pixels', alphaPixels([0, 0, 0, 0], [255, 255, 255, 255]), 'white'],
  ['a veil that nobody sees', alphaPixels([0, 0, 0, 12]), 'white'],
  ['one pixel of a colour', alphaPixels([0, 0, 0, 0], [10, 90, 140, 255]), 'colours'],
  ['white pixels', pixels(255, 255, 255, 240, 240, 240), 'white'],
  ['yellow pixels', pixels(255, 255, 0), 'colours'],
  ['no shape', drawing(''), 'nothing'],
  ['a shape without paint', drawing('<circle cx="20" cy="20" r="10" fill="none"/>'), 'nothing'],
  ['a shape beside the canvas', drawing('<circle cx="500" cy="20" r="10" fill="red"/>'), 'nothing'],
  [
    'a line whose half is on the canvas',
    drawing('<path d="M-1 0V40" stroke="red" stroke-width="4"/>'),
    'colours',
  ],
  ['white shapes', drawing('<circle cx="20" cy="20" r="10" fill="#fff" stroke="white"/>'), 'white'],
  ['white on red', drawing('<path d="M0 0H9V9" fill="#b00"/><path d="M0 0H5V5" fill="#fff"/>'), 'colours'],
] as const)('of %s is seen on paper: %s', (_, bytes, sight) => {
  expect(sightOf(decodePicture(bytes, 'a'))).toBe(sight);
});

it('a photograph is white where its pixels are', () => {
  const jpeg = { kind: 'raster', name: 'a', width: 1, height: 1, format: 'jpeg', components: 3 } as const;
  const picture = { ...jpeg, data: new Uint8Array() };
  expect(sightOf(picture, Uint8Array.of(250, 255, 255))).toBe('white');
  expect(sightOf(picture, Uint8Array.of(250, 90, 255))).toBe('colours');
  expect(sightOf(picture)).toBe('colours');
});
