/** Text on a gradient is held to the worst colour that may be under its glyphs. */
import { describe, expect, it } from 'vitest';
import { inverse, type Matrix, multiply } from '../../src/proof/page/matrix.ts';
import { extremesIn, isWhole, type Shading } from '../../src/proof/page/shading.ts';

const [black, white] = [
  [0, 0, 0],
  [255, 255, 255],
] as const;
type Color = readonly [number, number, number];
const lightness = ([r, g, b]: Color) => r + g + b;
const identity: Matrix = [1, 0, 0, 1, 0, 0];
const axial = (toPage: Matrix, ...stops: readonly (readonly [number, Color])[]): Shading => ({
  kind: 'axial',
  coordinates: [0, 0, 100, 0],
  stops: stops.map(([offset, color]) => ({ offset, color })),
  toGradient: inverse(multiply(identity, toPage))!,
});
const radial = (coordinates: readonly number[]): Shading => ({
  kind: 'radial',
  coordinates,
  stops: [
    { offset: 0, color: black },
    { offset: 1, color: white },
  ],
  toGradient: identity,
});
const box = (left: number, top: number, right: number, bottom: number) => [
  left,
  top,
  right,
  top,
  right,
  bottom,
  left,
  bottom,
];
const shades = (shading: Shading, corners: readonly number[]) =>
  extremesIn(shading, corners, lightness).map((color) => Math.round(color[0]));

describe('what a gradient shows in an area', () => {
  const plain = axial(identity, [0, black], [1, white]);

  it('is between the least and the most of its corners', () => {
    expect(shades(plain, box(20, 0, 40, 9))).toEqual([51, 102]);
    expect(shades(plain, box(-20, 0, 40, 9))).toEqual([0, 102]);
    expect(shades(plain, box(80, 0, 140, 9))).toEqual([204, 255]);
    expect(shades(plain, box(140, 0, 150, 9))).toEqual([255, 255]);
  });

  it('is found where the gradient is turned and stretched', () => {
    expect(shades(axial([0, 2, -2, 0, 0, 0], [0, black], [1, white]), box(-10, 40, 10, 80))).toEqual([
      51, 102,
    ]);
  });

  it('has both colours where two stops meet, and only one beside them', () => {
    const meeting = axial(identity, [0, black], [0.5, black], [0.5, white], [1, white]);
    expect(shades(meeting, box(40, 0, 60, 9))).toEqual([0, 255]);
    expect(shades(meeting, box(40, 0, 49, 9))).toEqual([0, 0]);
    expect(shades(meeting, box(51, 0, 60, 9))).toEqual([255, 255]);
  });

  it('has what is darkest between two stops', () => {
    const [darkest] = extremesIn(
      axial(identity, [0, [255, 0, 0]], [1, [0, 255, 255]]),
      box(0, 0, 100, 9),
      ([r, g, b]) => r * r + g * g + b * b,
    );
    expect(darkest.map(Math.round)).toEqual([170, 85, 85]);
  });

  it('of a round one grows from the point of it that is nearest', () => {
    const round = radial([0, 0, 0, 0, 0, 100]);
    expect(shades(round, box(-5, -5, 30, 40))).toEqual([0, 128]);
    expect(shades(round, box(30, 0, 60, 80))).toEqual([77, 255]);
    expect(shades(round, box(30, -10, 60, 10))[0]).toBe(77);
  });

  it('of a round one whose circles are not about one point may be all of it', () => {
    const aside = radial([50, 0, 0, 0, 0, 100]);
    expect(isWhole(aside)).toBe(false);
    expect(shades(aside, box(90, 0, 91, 1))).toEqual([0, 255]);
    expect([
      isWhole(plain),
      isWhole(radial([0, 0, 0, 0, 0, 9])),
      isWhole(radial([0, 0, 5, 0, 0, 9])),
    ]).toEqual([true, true, false]);
  });
});
