/** Where a gradient begins and ends, and what its stops are: by the numbers that go into the file. */
import { describe, expect, it } from 'vitest';
import { type Color, mapPoint } from '../../src/geometry/index.ts';
import type { Gradient } from '../../src/image/index.ts';
import { gradientOver, nameOf } from '../../src/paint/gradient.ts';
import type { CssGradient } from '../../src/style/index.ts';

const [red, green, blue, white]: Color[] = [
  [200, 0, 0],
  [0, 200, 0],
  [0, 0, 200],
  [255, 255, 255],
];
type Linear = Extract<CssGradient, { kind: 'linear' }>;
type Radial = Extract<CssGradient, { kind: 'radial' }>;
type Stop = CssGradient['stops'][number];

const share = (color: Color | undefined, percent: number): Stop => ({ color: color!, at: { percent } });
const length = (color: Color | undefined, at: number): Stop => ({ color: color!, at });
const free = (color: Color | undefined): Stop => ({ color: color!, at: undefined });
const two = [free(red), free(blue)];
const linear = (to: Linear['to'], stops: readonly Stop[] = two): Linear => ({ kind: 'linear', to, stops });
const radial = (more: Partial<Radial> = {}): Radial => ({
  kind: 'radial',
  shape: 'circle',
  extent: 'closest-side',
  at: [{ percent: 50 }, { percent: 50 }],
  stops: two,
  ...more,
});

const area = { x: 10, y: 20, width: 100, height: 40 };
const round = (value: number) => Math.round(value * 1e4) / 1e4 + 0;
const over = (gradient: CssGradient, rect = area) => gradientOver(gradient, rect) as Gradient;
const stopsOf = (gradient: CssGradient, rect = area) =>
  over(gradient, rect).stops.map(({ offset, color, opacity }) => {
    expect(opacity).toBe(1);
    return [round(offset), color];
  });
const line = (gradient: CssGradient, rect = area) => over(gradient, rect).coordinates.map(round);

describe('the line of a gradient', () => {
  it.each([
    // As long as what a corner of the box is away along it: |w·sin a| + |h·cos a| (CSS Images 3 §3.1).
    [30, 50 + 40 * Math.cos(Math.PI / 6)],
    [135, 140 * Math.SQRT1_2],
    [-90, 100],
    [200, 100 * Math.sin(Math.PI / 9) + 40 * Math.cos(Math.PI / 9)],
  ])('at %i degrees is through the middle and %f long', (degrees, long) => {
    const [x1, y1, x2, y2] = line(linear(degrees)) as [number, number, number, number];
    const [dx, dy] = [Math.sin((degrees * Math.PI) / 180), -Math.cos((degrees * Math.PI) / 180)];
    expect([x1, y1]).toEqual([round(60 - (dx * long) / 2), round(40 - (dy * long) / 2)]);
    expect([x2, y2]).toEqual([round(60 + (dx * long) / 2), round(40 + (dy * long) / 2)]);
  });

  it.each([
    [[1, 1], 1, 1],
    [[-1, 1], -1, 1],
    [[1, -1], 1, -1],
    [[-1, -1], -1, -1],
  ] as const)('to a corner %j ends where that corner is seen from it', (to, across, down) => {
    const [x1, y1, x2, y2] = line(linear(to)) as [number, number, number, number];
    const [dx, dy] = [x2 - x1, y2 - y1];
    expect([Math.sign(dx), Math.sign(dy)]).toEqual([across, down]);
    // The corner and the end lie at right angles to the line.
    const corner = [60 + 50 * across, 40 + 20 * down] as const;
    expect((corner[0] - x2) * dx + (corner[1] - y2) * dy).toBeCloseTo(0, 1);
    // The two other corners lie at right angles to its middle.
    expect(50 * across * dx - 20 * down * dy).toBeCloseTo(0, 1);
  });

  it('over a box without an extent is still one', () => {
    const none = { x: 10, y: 20, width: 0, height: 0 };
    expect(line(linear(90), none)).toEqual([10, 20, 10, 20]);
    expect(line(linear([1, 1]), none)).toEqual([10, 20, 10, 20]);
    expect(stopsOf(linear(90, [length(red, 5), length(blue, 9)]), none)).toEqual([
      [0, red],
      [0.3333, red],
      [0.3333, blue],
      [1, blue],
    ]);
  });
});

describe('a stop', () => {
  it('stands at a length along the line, or at a share of it', () => {
    const said = linear(90, [share(red, 0), length(green, 30), share(blue, 100)]);
    expect(stopsOf(said)).toEqual([
      [0, red],
      [0.3, green],
      [1, blue],
    ]);
    expect(stopsOf({ ...said, to: 180 })).toEqual([
      [0, red],
      [0.75, green],
      [1, blue],
    ]);
  });

  it('never stands before the one before it, not even where one between says nothing', () => {
    expect(
      stopsOf(linear(90, [share(red, 0), share(green, 60), free(white), share(blue, 40), share(red, 100)])),
    ).toEqual([
      [0, red],
      [0.6, green],
      [0.6, white],
      [0.6, blue],
      [1, red],
    ]);
  });

  it('without a place is shared out between the two next to it that have one, where they are', () => {
    expect(
      stopsOf(
        linear(90, [
          share(red, 0),
          free(green),
          share(blue, 20),
          free(white),
          free(red),
          free(green),
          share(blue, 100),
        ]),
      ),
    ).toEqual([
      [0, red],
      [0.1, green],
      [0.2, blue],
      [0.4, white],
      [0.6, red],
      [0.8, green],
      [1, blue],
    ]);
  });

  it('that is the first begins, that is the last ends, where nothing else is said', () => {
    expect(stopsOf(linear(90, [free(red), share(green, 30), free(blue)]))).toEqual([
      [0, red],
      [0.3, green],
      [1, blue],
    ]);
  });

  it('at an end where no two meet is that end', () => {
    expect(line(linear(90, [share(red, 0), share(blue, 100)]))).toEqual([10, 40, 110, 40]);
    expect(line(linear(90, [share(red, 0), share(green, 0), share(blue, 100)]))).toEqual([-40, 40, 110, 40]);
    expect(line(linear(90, [share(red, 0), share(green, 100), share(blue, 100)]))).toEqual([10, 40, 160, 40]);
    // Within, where two meet goes on as the first and the last do.
    expect(line(linear(90, [share(red, 1), share(green, 1), share(blue, 99), share(white, 99)]))).toEqual([
      10, 40, 110, 40,
    ]);
  });

  it('differs from the others: one colour in all of them is no gradient', () => {
    expect(gradientOver(linear(90, [free(red), free(red), free(red)]), area)).toEqual(red);
    for (const stops of [
      [free(red), free(red), free(blue)],
      [free(red), free(blue), free(red)],
      [free(blue), free(red), free(red)],
    ])
      expect(gradientOver(linear(90, stops), area)).toMatchObject({ kind: 'linear' });
  });
});

/** The middle of a radial gradient, and how far it reaches to the right and down. */
const reach = (gradient: Radial, rect = area) => {
  const { kind, coordinates, matrix } = over(gradient, rect);
  const [x0, y0, r0, x1, y1, r1] = coordinates as [number, number, number, number, number, number];
  expect([kind, x0, y0, r0, x1, y1]).toEqual(['radial', 0, 0, 0, 0, 0]);
  const middle = mapPoint(matrix, 0, 0);
  const right = mapPoint(matrix, r1, 0);
  const down = mapPoint(matrix, 0, r1);
  expect([right.y, down.x]).toEqual([middle.y, middle.x]);
  return [middle.x, middle.y, right.x - middle.x, down.y - middle.y].map(round);
};

describe('a radial gradient (CSS Images 3 §3.2.1)', () => {
  // The middle is 30 from the left, 70 from the right, 10 from the top and 30 from the bottom.
  const at = [30, { percent: 25 }] as const;

  it.each([
    ['circle', 'closest-side', 10, 10],
    ['circle', 'farthest-side', 70, 70],
    ['circle', 'closest-corner', Math.hypot(30, 10), Math.hypot(30, 10)],
    ['circle', 'farthest-corner', Math.hypot(70, 30), Math.hypot(70, 30)],
    ['ellipse', 'closest-side', 30, 10],
    ['ellipse', 'farthest-side', 70, 30],
    ['ellipse', 'closest-corner', 30 * Math.SQRT2, 10 * Math.SQRT2],
    ['ellipse', 'farthest-corner', 70 * Math.SQRT2, 30 * Math.SQRT2],
  ] as const)('as a %s to the %s is %f wide and %f high', (shape, extent, rx, ry) => {
    expect(reach(radial({ shape, extent, at }))).toEqual([40, 30, round(rx), round(ry)]);
  });

  it('with its middle beside the box reaches as far from there', () => {
    const outside = [-20, { percent: 200 }] as const;
    expect(reach(radial({ extent: 'closest-side', shape: 'ellipse', at: outside }))).toEqual([
      -10, 100, 20, 40,
    ]);
    expect(reach(radial({ extent: 'farthest-side', shape: 'ellipse', at: outside }))).toEqual([
      -10, 100, 120, 80,
    ]);
  });

  it('that is flat either way has its last colour all over', () => {
    for (const at of [
      [0, { percent: 50 }],
      [{ percent: 50 }, 0],
    ] as const)
      expect(gradientOver(radial({ shape: 'ellipse', at }), area)).toEqual(blue);
    expect(gradientOver(radial({ shape: 'ellipse', at: [1e-5, 1e-5] }), area)).toMatchObject({
      kind: 'radial',
    });
  });

  it('has its stops by the radius to the right, and begins in the middle', () => {
    const gradient = radial({
      shape: 'ellipse',
      extent: 'farthest-side',
      at,
      stops: [length(red, 14), share(blue, 60)],
    });
    expect(stopsOf(gradient)).toEqual([
      [0, red],
      [0.2, red],
      [0.6, blue],
      [1, blue],
    ]);
    expect(reach(gradient)).toEqual([40, 30, 70, 30]);
  });

  it('goes on beyond its extent where its last stop does', () => {
    const gradient = radial({ stops: [share(red, 0), share(green, 50), share(blue, 200)] });
    expect(reach(gradient)).toEqual([60, 40, 40, 40]);
    expect(stopsOf(gradient)).toEqual([
      [0, red],
      [0.25, green],
      [1, blue],
    ]);
  });

  it('is cut off in the middle: with the colour that it has come to there', () => {
    const stops = [share(red, -150), share([10, 100, 40], -50), share([110, 0, 240], 50), share(white, 100)];
    expect(stopsOf(radial({ stops }))).toEqual([
      [0, [60, 50, 140]],
      [0.5, [110, 0, 240]],
      [1, white],
    ]);
    // A third of the way from one to the next.
    expect(stopsOf(radial({ stops: [share([0, 30, 90], -50), share([90, 0, 0], 100)] }))[0]).toEqual([
      0,
      [30, 20, 60],
    ]);
    // All of it lies before: its last colour.
    expect(gradientOver(radial({ stops: [share(red, -90), share(blue, -10)] }), area)).toEqual(blue);
  });
});

it('a gradient is called by what it is, a picture by where it lies', () => {
  expect(nameOf(linear(0))).toBe('linear-gradient()');
  expect(nameOf(radial())).toBe('radial-gradient()');
  expect(nameOf({ kind: 'picture', source: 'guide:a.png' })).toBe('guide:a.png');
});
