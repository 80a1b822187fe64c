import { describe, expect, it } from 'vitest';
import type { Color } from '../../src/geometry/index.ts';
import { type Gradient, type Layer, rectPath } from '../../src/image/index.ts';
import { gradientOver } from '../../src/paint/gradient.ts';
import { checkPages, contrast, paintPages } from '../../src/paint/index.ts';
import { onlyGradient, shadesIn } from '../../src/paint/shades.ts';
import { box, element, lines, page, result, sides, text } from './fragments.ts';

const [red, green, blue, white]: Color[] = [
  [200, 0, 0],
  [0, 200, 0],
  [0, 0, 200],
  [255, 255, 255],
];
type Stops = Parameters<typeof gradientOver>[0] & { kind: 'linear' };
const linear = (to: number | readonly [number, number], ...stops: Stops['stops'][number][]): Stops => ({
  kind: 'linear',
  to,
  stops,
});
const stop = (color: Color | undefined, at?: number) => ({
  color: color!,
  at: at === undefined ? undefined : { percent: at },
});
const over = (gradient: Stops, rect = { x: 10, y: 20, width: 100, height: 40 }) => {
  const made = gradientOver(gradient, rect) as Gradient;
  const round = (value: number) => Math.round(value * 1e6) / 1e6;
  return {
    line: made.coordinates.map(round),
    stops: made.stops.map(({ offset, color }) => [round(offset), color]),
  };
};

describe('the stops of a gradient', () => {
  it('share out the room between those that have a place', () => {
    expect(
      over(linear(90, stop(red, 0), stop(green), stop(blue), stop(white), stop(red, 80), stop(blue))).stops,
    ).toEqual([
      [0, red],
      [0.2, green],
      [0.4, blue],
      [0.6, white],
      [0.8, red],
      [1, blue],
    ]);
  });

  it('lie on the line of their direction, through the middle of the box', () => {
    const two = [stop(red), stop(blue)] as const;
    expect(over(linear(90, ...two)).line).toEqual([10, 40, 110, 40]);
    expect(over(linear(180, ...two)).line).toEqual([60, 20, 60, 60]);
    expect(over(linear(0, ...two)).line).toEqual([60, 60, 60, 20]);
    expect(over(linear([-1, 0], ...two)).line).toEqual([110, 40, 10, 40]);
    const [x1, y1, x2, y2] = over(linear([1, 1], ...two)).line as [number, number, number, number];
    expect([(x1 + x2) / 2, (y1 + y2) / 2]).toEqual([60, 40]);
    // At right angles to the other diagonal.
    expect((x2 - x1) * 100 - (y2 - y1) * 40).toBeCloseTo(0, 3);
  });

  it('are carried on to the ends, where they begin later or end sooner', () => {
    expect(over(linear(90, stop(red, 25), stop(blue, 75)))).toEqual({
      line: [10, 40, 110, 40],
      stops: [
        [0, red],
        [0.25, red],
        [0.75, blue],
        [1, blue],
      ],
    });
    expect(over(linear(90, stop(red, -50), stop(blue, 150)))).toEqual({
      line: [-40, 40, 160, 40],
      stops: [
        [0, red],
        [1, blue],
      ],
    });
  });

  it('that meet at an end have the first colour before it and the last behind it', () => {
    expect(over(linear(90, stop(red, 0), stop(green, 0), stop(blue, 100), stop(white, 100)))).toEqual({
      line: [-40, 40, 160, 40],
      stops: [
        [0, red],
        [0.25, red],
        [0.25, green],
        [0.75, blue],
        [0.75, white],
        [1, white],
      ],
    });
  });
});

describe('a gradient on a box', () => {
  it('is a picture of the size of the box, drawn in its own coordinates', () => {
    const [item] = paintPages(
      result(page([box([30, 50, 100, 40], { backgroundImage: linear(90, stop(red), stop(blue)) })])),
    )[0]!.items;
    if (item?.kind !== 'picture' || item.picture.kind !== 'vector') throw new Error('it paints a picture');
    expect(item.drawn).toEqual({ x: 30, y: 50, width: 100, height: 40 });
    expect(item.clip).toEqual(item.drawn);
    const { width, height, shapes, layers } = item.picture;
    expect([width, height]).toEqual([100, 40]);
    for (const { path } of [...shapes, ...(layers ?? [])] as { path: { points: Float64Array } }[])
      expect([...path.points]).toEqual([0, 0, 100, 0, 100, 40, 0, 40]);
    const [layer] = layers!;
    const fill = (layer as unknown as { fill: { of: Gradient } }).fill.of;
    const [a, b, c, d, e, f] = fill.matrix;
    const [x1, y1, x2, y2] = fill.coordinates as [number, number, number, number];
    const moved = (x: number, y: number) =>
      [a * x + c * y + e, b * x + d * y + f].map((v) => Math.round(v * 1e6) / 1e6);
    expect([moved(x1, y1), moved(x2, y2)]).toEqual([
      [0, 20],
      [100, 20],
    ]);
  });
});

it('a gradient on a box whose edges are rounded to one line paints nothing', () => {
  const kinds = (width: number, height: number) =>
    paintPages(
      result(page([box([30, 50, width, height], { backgroundImage: linear(90, stop(red), stop(blue)) })])),
    )[0]!.items.map(({ kind }) => kind);
  expect(kinds(0.004, 40)).toEqual([]);
  expect(kinds(40, 0.004)).toEqual([]);
  expect(kinds(0.006, 40)).toEqual(['picture']);
});

describe('what is painted beside or over another thing', () => {
  const p = element('p');
  const turned = box(
    [40, 100, 100, 20],
    {},
    lines([{ node: text('Up', p), content: 'Up', style: { color: [0, 0, 0] } }], { x: 42, y: 102 }),
    { rotate: 90, element: p },
  );
  const over = (rect: readonly [number, number, number, number], rotate: number) =>
    checkPages(
      paintPages(
        result(
          page([
            turned,
            box(rect, { position: 'absolute' }, [
              box(rect, { backgroundColor: white! }, [], { rotate, element: p }),
            ]),
          ]),
        ),
      ),
    ).map(({ code }) => code);

  it('is turned with its box: a bar that would lie over a text does not, and the other way round', () => {
    // The text is near (98, 65). A bar across it, turned about its middle, stands far from it.
    expect(over([0, 62, 110, 8], 90)).not.toContain('TEXT_COVERED');
    expect(over([0, 62, 110, 8], 180)).toContain('TEXT_COVERED');
    // An upright bar beside it, turned, lies over it.
    expect(over([60, 10, 8, 110], 90)).toContain('TEXT_COVERED');
    expect(over([60, 10, 8, 110], 180)).not.toContain('TEXT_COVERED');
  });

  it('is a header in the upper half of the page, a footer in the lower', () => {
    const band = (y: number) =>
      paintPages(
        result(
          page([
            box([0, y, 240, 20], { backgroundColor: red!, position: { running: 'band' } }, [], {
              role: 'running',
            }),
          ]),
        ),
      )[0]!.items.map((item) => ('owner' in item ? item.owner : undefined))[0];
    // The page is 300 high: the middle of a band of 20 is at y + 10.
    expect(band(139)).toMatchObject({ type: 'Pagination', subtype: 'Header' });
    expect(band(140)).toMatchObject({ type: 'Pagination', subtype: 'Footer' });
  });

  it('has square inner corners where a border is wider than they are round', () => {
    const border = sides({ width: 12, style: 'solid', color: red! } as const);
    const round = { borderRadius: { startStart: 8, startEnd: 8, endEnd: 8, endStart: 8 } };
    const [ring] = paintPages(result(page([box([10, 20, 100, 60], { border, ...round })])))[0]!.items;
    if (ring?.kind !== 'path') throw new Error('it paints a ring');
    const inner = [...ring.path.points].slice(ring.path.points.length / 2);
    for (let i = 0; i < inner.length; i += 2) {
      expect([22, 98]).toContain(inner[i]);
      expect([32, 68]).toContain(inner[i + 1]);
    }
  });

  it('has corners of shares of both sides, made smaller by the side that is too short', () => {
    const share = { percent: 80 };
    const [item] = paintPages(
      result(
        page([
          box([0, 0, 200, 50], {
            backgroundColor: red!,
            borderRadius: { startStart: share, startEnd: share, endEnd: 0, endStart: 0 },
          }),
        ]),
      ),
    )[0]!.items;
    if (item?.kind !== 'path') throw new Error('it paints a path');
    const points = [...item.path.points];
    // 160 and 160 on 200 wide: five eighths of them, and of the 40 that they are high.
    expect(points.slice(0, 4)).toEqual([100, 0, 100, 0]);
    expect(points.slice(8, 10)).toEqual([200, 25]);
    expect(points.slice(26, 28)).toEqual([0, 25]);
  });
});

it('corners are made smaller by whichever side is too short for them', () => {
  const share = { percent: 80 };
  const none = { startStart: 0, startEnd: 0, endEnd: 0, endStart: 0 };
  const pointsOf = (corners: object, width: number, height: number) => {
    const style = { backgroundColor: red!, borderRadius: { ...none, ...corners } };
    const [item] = paintPages(result(page([box([0, 0, width, height], style)])))[0]!.items;
    const points = item?.kind === 'path' ? [...item.path.points] : [];
    return Array.from({ length: points.length / 2 }, (_, i) => `${points[2 * i]} ${points[2 * i + 1]}`);
  };
  // 160 and 160 on 200: five eighths of them, and of the 40 across.
  for (const [corners, width, height, ends] of [
    [{ startStart: share, startEnd: share }, 200, 50, ['100 0', '0 25', '200 25']],
    [{ endStart: share, endEnd: share }, 200, 50, ['100 50', '0 25', '200 25']],
    [{ startStart: share, endStart: share }, 50, 200, ['0 100', '25 0', '25 200']],
    [{ startEnd: share, endEnd: share }, 50, 200, ['50 100', '25 0', '25 200']],
  ] as const)
    expect(pointsOf(corners, width, height)).toEqual(expect.arrayContaining([...ends]));
});

describe('the gradient that a drawing is', () => {
  const path = rectPath(0, 0, 10, 10);
  const fill = { of: gradientOver(linear(90, stop(red), stop(blue)), { x: 0, y: 0, width: 9, height: 9 }) };
  const shape = (more: object = {}) =>
    ({
      kind: 'shape',
      path,
      rule: 'nonzero',
      fill: { ...fill, opacity: 1 },
      stroke: undefined,
      ...more,
    }) as Layer;

  it('is that of one whole shape, and of nothing else', () => {
    expect(onlyGradient([shape()])).toBe(fill.of);
    const faint = { ...(fill.of as Gradient), stops: [{ offset: 0, color: red!, opacity: 0.9 }] };
    for (const layers of [
      [],
      [shape(), shape()],
      [shape({ stroke: {} })],
      [shape({ fill: undefined })],
      [shape({ fill: { of: red, opacity: 1 } })],
      [shape({ fill: { ...fill, opacity: 0.9 } })],
      [shape({ fill: { of: faint, opacity: 1 } })],
    ])
      expect(onlyGradient(layers)).toBeUndefined();
  });
});

describe('the shades of a gradient in an area', () => {
  const black: Color = [0, 0, 0];
  const made = (
    kind: Gradient['kind'],
    coordinates: readonly number[],
    matrix: Gradient['matrix'] = [1, 0, 0, 1, 0, 0],
  ): Gradient => ({
    kind,
    coordinates,
    matrix,
    stops: [
      { offset: 0, color: black, opacity: 1 },
      { offset: 1, color: [200, 100, 40], opacity: 1 },
    ],
  });
  const shades = (gradient: Gradient, ...area: readonly number[]) => {
    const { darkest, lightest } = shadesIn(gradient, area);
    return [darkest, lightest].map((color) => color.map(Math.round));
  };

  it('are those from its nearest to its farthest corner along a line', () => {
    const along = made('linear', [10, 0, 110, 0]);
    expect(shades(along, 35, 5, 60, 5, 60, 9, 35, 9)).toEqual([
      [50, 25, 10],
      [100, 50, 20],
    ]);
    expect(shades(along, -50, 5, 0, 5, 0, 9)).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(shades(along, 120, 5, 150, 5, 150, 9)).toEqual([
      [200, 100, 40],
      [200, 100, 40],
    ]);
    const down = made('linear', [0, 0, 0, 100], [1, 0, 0, 2, 0, 30]);
    expect(shades(down, 5, 80, 9, 80, 9, 130, 5, 130)).toEqual([
      [50, 25, 10],
      [100, 50, 20],
    ]);
  });

  it('are dark within, where two lighter colours blend', () => {
    const between: Gradient = {
      ...made('linear', [0, 0, 100, 0]),
      stops: [
        { offset: 0, color: [255, 100, 100], opacity: 1 },
        { offset: 1, color: [0, 190, 190], opacity: 1 },
      ],
    };
    const { darkest, lightest } = shadesIn(between, [0, 0, 100, 0, 100, 9, 0, 9]);
    expect(lightest).toEqual([0, 190, 190]);
    const blends = Array.from({ length: 1001 }, (_, i): Color => {
      const [a, b] = between.stops.map(({ color }) => color) as [Color, Color];
      const part = (at: 0 | 1 | 2) => a[at] + ((b[at] - a[at]) * i) / 1000;
      return [part(0), part(1), part(2)];
    });
    const least = Math.min(...blends.map((color) => contrast(color, black)));
    expect(least).toBeLessThan(contrast([255, 100, 100], black) - 1);
    expect(contrast(darkest, black)).toBeCloseTo(least, 3);
  });

  it('are those from its nearest point to its farthest corner around a middle', () => {
    const around = made('radial', [0, 0, 0, 0, 0, 100], [1, 0, 0, 1, 50, 50]);
    // Beside the middle: its edge is 25 from it, its corners farther.
    const [near, far] = shades(around, 75, 25, 80, 25, 80, 75, 75, 75);
    expect(near).toEqual([50, 25, 10]);
    expect(far![0]).toBe(Math.round(2 * Math.hypot(30, 25)));
    // Around the middle: from the very middle on.
    expect(shades(around, 40, 40, 60, 40, 60, 60, 40, 60)[0]).toEqual([0, 0, 0]);
    expect(shades(around, 160, 50, 170, 50, 170, 60)).toEqual([
      [200, 100, 40],
      [200, 100, 40],
    ]);
  });

  it.each([
    ['beside the middle, to the right', [20, 0, 0, 0, 0, 100]],
    ['beside the middle, below', [0, 20, 0, 0, 0, 100]],
    ['that is wide', [0, 0, 20, 0, 0, 100]],
  ])('may be all of them around a focus %s', (_, coordinates) => {
    expect(shades(made('radial', coordinates), 160, 50, 170, 50, 170, 60)).toEqual([
      [0, 0, 0],
      [200, 100, 40],
    ]);
  });
});
