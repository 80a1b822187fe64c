import { describe, expect, it } from 'vitest';
import type { Color } from '../../src/geometry/index.ts';
import type { Gradient } from '../../src/image/index.ts';
import { gradientOver } from '../../src/paint/gradient.ts';
import { checkContrast, checkPages, type PathItem, paintPages } from '../../src/paint/index.ts';
import { shadesIn } from '../../src/paint/shades.ts';
import type { CssGradient } from '../../src/style/index.ts';
import { box, element, lines, page, result, text } from './fragments.ts';

const [black, white, red, blue]: Color[] = [
  [0, 0, 0],
  [255, 255, 255],
  [255, 0, 0],
  [0, 0, 255],
];
const area = { x: 0, y: 0, width: 100, height: 40 };
const linear = (
  to: number | readonly [number, number],
  ...stops: (Color | [Color, number])[]
): CssGradient => ({
  kind: 'linear',
  to,
  stops: stops.map((stop) =>
    stop.length === 2 ? { color: stop[0], at: { percent: stop[1] } } : { color: stop, at: undefined },
  ),
});
const radial = (more: Partial<Extract<CssGradient, { kind: 'radial' }>> = {}): CssGradient => ({
  kind: 'radial',
  shape: 'circle',
  extent: 'closest-side',
  at: [{ percent: 50 }, { percent: 50 }],
  stops: linear(0, black!, white!).stops,
  ...more,
});
const at = (gradient: CssGradient, x: number, y: number): readonly number[] => {
  const made = gradientOver(gradient, area) as Gradient;
  const e = 1e-6;
  return shadesIn(made, [x, y, x + e, y, x + e, y + e, x, y + e]).darkest.map(Math.round);
};

describe('gradients (CSS Images 3 §3)', () => {
  it('go from side to side', () => {
    expect(at(linear([1, 0], black!, white!), 25, 10)).toEqual([64, 64, 64]);
    expect(at(linear(180, black!, white!), 60, 30)).toEqual([191, 191, 191]);
    expect(at(linear(0, black!, white!), 60, 30)).toEqual([64, 64, 64]);
  });

  it('to a corner have one colour along the line between the two beside it', () => {
    const diagonal = linear([1, 1], black!, [254, 254, 254]);
    expect(at(diagonal, 100, 0)).toEqual([127, 127, 127]);
    expect(at(diagonal, 0, 40)).toEqual([127, 127, 127]);
    expect(at(diagonal, 0, 0)).toEqual([0, 0, 0]);
    expect(at(diagonal, 100, 40)).toEqual([254, 254, 254]);
  });

  it('keep the colours of their ends beyond them, and change at once where two stops meet', () => {
    const three = linear([1, 0], [red!, 20], [black!, 20], [blue!, 60], [white!, 60]);
    expect(at(three, 19, 0)).toEqual([255, 0, 0]);
    expect(at(three, 21, 0)[0]).toBeLessThan(6);
    expect(at(three, 59, 0)[2]).toBeGreaterThan(240);
    expect(at(three, 61, 0)).toEqual([255, 255, 255]);
  });

  it('share out what stands between, and no stop goes back', () => {
    expect(at(linear([1, 0], black!, red!, red!, white!), 50, 0)).toEqual([255, 0, 0]);
    expect(at(linear([1, 0], [black!, 50], [white!, 10]), 49, 0)).toEqual([0, 0, 0]);
    expect(at(linear([1, 0], [black!, 50], [white!, 10]), 51, 0)).toEqual([255, 255, 255]);
  });

  it('grow from a point to a side or a corner', () => {
    expect(at(radial(), 60, 20)).toEqual([128, 128, 128]);
    expect(at(radial({ shape: 'ellipse' }), 75, 20)).toEqual([128, 128, 128]);
    expect(at(radial({ extent: 'farthest-corner' }), 0, 0)).toEqual([255, 255, 255]);
    expect(at(radial({ extent: 'farthest-corner', shape: 'ellipse' }), 0, 0)).toEqual([255, 255, 255]);
  });

  it('begin within: what is before the middle is cut off', () => {
    expect(at(radial({ stops: linear(0, [black!, -100], [white!, 100]).stops }), 50, 20)).toEqual([
      128, 128, 128,
    ]);
  });

  it('are one colour where they have no extent, or one', () => {
    expect(gradientOver(radial({ at: [0, 0] }), area)).toBe(white);
    expect(gradientOver(linear(0, red!, red!), area)).toBe(red);
  });
});

const p = element('p');
const word = (color: Color) =>
  lines([{ node: text('words', p), content: 'words', size: 12, style: { color } }], { x: 45, y: 30 });
const ground = (backgroundImage: CssGradient, radius = 0) =>
  box([20, 20, 100, 60], {
    backgroundImage,
    borderRadius: { startStart: radius, startEnd: radius, endEnd: radius, endStart: radius },
  });
const codes = (...children: Parameters<typeof page>[0][number][]) =>
  checkContrast(paintPages(result(page(children)))).map(({ code, message }) => [code, message]);

describe('text on a gradient', () => {
  it('is held to the worst colour under it, not to those elsewhere', () => {
    // White from the middle of the box on; the word ends before it.
    const half = linear([1, 0], [black!, 62], [white!, 62]);
    expect(codes(ground(half), ...word(white!))).toEqual([]);
    const sooner = linear([1, 0], [black!, 30], [white!, 30]);
    expect(codes(ground(sooner), ...word(white!))).toMatchObject([
      ['CONTRAST_LOW', expect.stringMatching(/1\.00:1/)],
    ]);
  });

  it('needs 7:1 at its worst: near misses on both sides', () => {
    // #595959 has 7.0:1 with white, #5A5A5A 6.9:1.
    expect(codes(ground(linear(0, black!, [0x59, 0x59, 0x59])), ...word(white!))).toEqual([]);
    expect(
      codes(ground(linear([1, 0], [black!, 0], [[0x5a, 0x5a, 0x5a], 20])), ...word(white!)),
    ).toHaveLength(1);
  });

  it('sees the dark that lies between two lighter colours', () => {
    const ends: readonly Color[] = [
      [255, 100, 100],
      [0, 190, 190],
    ];
    // 7.3:1 and 9.1:1 with black; the gray between them has 6.4:1.
    for (const backgroundColor of ends)
      expect(codes(box([20, 20, 100, 60], { backgroundColor }), ...word(black!))).toEqual([]);
    expect(codes(ground(linear([1, 0], ...ends)), ...word(black!))).toHaveLength(1);
  });

  it('may be on a card that hides it, of any shape', () => {
    const loud = linear([1, 0], black!, white!);
    const card = (radius: number) =>
      box([40, 25, 60, 40], {
        backgroundColor: white!,
        borderRadius: { startStart: radius, startEnd: radius, endEnd: radius, endStart: radius },
      });
    expect(codes(ground(loud), ...word(black!))).toHaveLength(1);
    expect(codes(ground(loud), card(0), ...word(black!))).toEqual([]);
    expect(codes(ground(loud), card(4), ...word(black!))).toEqual([]);
  });

  it('that lies over another hides it', () => {
    const [loud, quiet] = [linear([1, 0], black!, white!), linear([1, 0], white!, [240, 240, 240])];
    expect(codes(ground(loud, 4), ground(quiet, 4), ...word(black!))).toEqual([]);
    expect(codes(ground(quiet, 4), ground(loud, 4), ...word(black!))).toHaveLength(1);
  });

  it('that lies over text covers it', () => {
    const [first] = paintPages(result(page([...word(black!), ground(linear(0, black!, white!))])));
    expect(checkPages([first!]).map(({ code }) => code)).toContain('TEXT_COVERED');
  });

  it('is no ground for a number, not even a faint one', () => {
    const faint = linear([1, 0], white!, [254, 254, 254]);
    const [first] = paintPages(result(page([ground(faint), ...word(black!)])));
    expect(checkPages([first!], new Set(['words'])).map(({ code }) => code)).toEqual(['HELPLINE_COVERED']);
    const [card] = paintPages(
      result(page([ground(faint), box([30, 22, 80, 50], { backgroundColor: white! }), ...word(black!)])),
    );
    expect(checkPages([card!], new Set(['words']))).toEqual([]);
  });
});

describe('a gradient', () => {
  it('is painted over no colour that nobody would see, as an artifact', () => {
    const [first] = paintPages(
      result(
        page([box([20, 20, 100, 60], { backgroundColor: red!, backgroundImage: linear(0, black!, white!) })]),
      ),
    );
    expect(first!.items.map(({ kind }) => kind)).toEqual(['picture']);
    expect(first!.items[0]).toMatchObject({ owner: { kind: 'artifact', type: 'Background' } });
  });

  it('of one colour is a plain ground', () => {
    const [first] = paintPages(result(page([ground(linear(0, red!, red!))])));
    expect(first!.items[0]).toMatchObject({ kind: 'path', fill: red } satisfies Partial<PathItem>);
  });
});
