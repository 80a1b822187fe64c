/** Pictures as grounds of boxes: how large a tile is, where the tiles stand, and what is seen of them. */
import { describe, expect, it } from 'vitest';
import { PressError } from '../../src/diagnostics/index.ts';
import type { Rect } from '../../src/geometry/index.ts';
import { type Picture, rectPath, type VectorPicture } from '../../src/image/index.ts';
import { type PictureItem, paintPages } from '../../src/paint/index.ts';
import { box, element, page, result, sides } from './fragments.ts';

type Style = NonNullable<Parameters<typeof box>[1]>;

const drawing = (width: number, height: number, more: Partial<VectorPicture> = {}): VectorPicture => ({
  kind: 'vector',
  name: 'pattern.svg',
  width,
  height,
  shapes: [{ path: rectPath(0, 0, width, height), fill: [0, 0, 0], rule: 'nonzero', stroke: undefined }],
  ...more,
});

/** What is painted on a box of 100 × 60 at (20, 30), unless another is said. */
function tiles(picture: Picture, style: Style, rect = [20, 30, 100, 60] as const): PictureItem[] {
  const asked: string[] = [];
  const ground = box(
    rect,
    { backgroundImage: { kind: 'picture', source: 'guide:pattern.svg' }, ...style },
    [],
    { element: element('div') },
  );
  const [painted] = paintPages(result(page([ground])), (source) => {
    asked.push(source);
    return picture;
  });
  const items = painted!.items as PictureItem[];
  if (items.length > 0) expect(asked).toEqual(['guide:pattern.svg']);
  return items;
}

const rect = ({ x, y, width, height }: Rect) => [x, y, width, height];
const drawn = (...args: Parameters<typeof tiles>) => tiles(...args).map((item) => rect(item.drawn));
const once = { backgroundRepeat: 'no-repeat' } as const;

describe('the size of a tile', () => {
  const picture = drawing(20, 10);

  it.each([
    ['its own', ['auto', 'auto'], [20, 10]],
    ['a width, and as high as that makes it', [40, 'auto'], [40, 20]],
    ['a height, and as wide as that makes it', ['auto', 30], [60, 30]],
    ['both, whatever its own ratio', [30, 40], [30, 40]],
    ['shares of the width and of the height', [{ percent: 50 }, { percent: 25 }], [50, 15]],
    ['a share of the width', [{ percent: 10 }, 'auto'], [10, 5]],
    ['a share of the height', ['auto', { percent: 10 }], [12, 6]],
    ['all of the box', 'cover', [120, 60]],
    ['within the box', 'contain', [100, 50]],
  ] as const)('is %s', (_, backgroundSize, [width, height]) => {
    const [item, ...more] = tiles(picture, { backgroundSize, ...once });
    expect(more).toEqual([]);
    const shown = drawing(20, 10, { aspect: { fit: 'none', align: [0, 0] } });
    const [stretched] = tiles(shown, { backgroundSize, ...once });
    expect([stretched!.drawn.width, stretched!.drawn.height]).toEqual([width, height]);
    // A drawing keeps its own ratio within its tile.
    const scale = Math.min(width / 20, height / 10);
    expect([item!.drawn.width, item!.drawn.height]).toEqual([20 * scale, 10 * scale]);
  });

  it('is measured within the border: the padding box', () => {
    const border = {
      ...sides({ width: 5, style: 'solid', color: [0, 0, 0] } as const),
      inlineStart: { width: 15, style: 'solid', color: [0, 0, 0] } as const,
    };
    const [item] = tiles(picture, { border, backgroundSize: [{ percent: 50 }, 'auto'], ...once });
    expect(rect(item!.drawn)).toEqual([35, 35, 40, 20]);
  });

  it('without an extent paints nothing', () => {
    expect(tiles(picture, { backgroundSize: [0, 5] })).toEqual([]);
    expect(tiles(picture, { backgroundSize: [5, 0] })).toEqual([]);
    expect(tiles(picture, {}, [20, 30, 0, 60] as never)).toEqual([]);
    expect(tiles(picture, {}, [20, 30, 100, 0] as never)).toEqual([]);
    // Rounded to hundredths of a point it has none.
    expect(tiles(picture, {}, [20, 30, 0.004, 60] as never)).toEqual([]);
    expect(tiles(picture, {}, [20, 30, 100, 0.004] as never)).toEqual([]);
  });
});

describe('the place of a tile', () => {
  const at = (backgroundPosition: Style['backgroundPosition']) =>
    drawn(drawing(20, 10), { backgroundPosition: backgroundPosition!, ...once })[0];

  it('is a length from the corner, or a share of the room that is left', () => {
    expect(at([7, 9])).toEqual([27, 39, 20, 10]);
    expect(at([{ percent: 50 }, { percent: 100 }])).toEqual([60, 80, 20, 10]);
    expect(at([{ percent: 100 }, { percent: 50 }])).toEqual([100, 55, 20, 10]);
  });

  it('of a drawing lies in its tile as the drawing says, in the middle where it says nothing', () => {
    const style = { backgroundSize: [40, 40], ...once } as const;
    expect(drawn(drawing(20, 10), style)).toEqual([[20, 40, 40, 20]]);
    expect(drawn(drawing(20, 10, { aspect: { fit: 'meet', align: [0, 1] } }), style)).toEqual([
      [20, 50, 40, 20],
    ]);
    expect(drawn(drawing(10, 20, { aspect: { fit: 'meet', align: [1, 0] } }), style)).toEqual([
      [40, 30, 20, 40],
    ]);
    expect(tiles(drawing(20, 10), style)[0]!.clip).toEqual({ x: 20, y: 30, width: 40, height: 40 });
  });

  it('of a photograph is all of the tile, of whatever ratio', () => {
    const photo: Picture = {
      kind: 'raster',
      name: 'p.png',
      width: 4,
      height: 2,
      format: 'png',
      components: 3,
      data: new Uint8Array(24),
    };
    expect(drawn(photo, { backgroundSize: [40, 40], ...once })).toEqual([[20, 30, 40, 40]]);
  });
});

describe('tiles', () => {
  const picture = drawing(40, 25);
  const columns = (style: Style) => [
    ...new Set(tiles(picture, style).map(({ drawn: { x, y } }) => `${x} ${y}`)),
  ];

  it('stand side by side over all of the box, cut off at its edges', () => {
    expect(columns({})).toEqual([
      '20 30',
      '60 30',
      '100 30',
      '20 55',
      '60 55',
      '100 55',
      '20 80',
      '60 80',
      '100 80',
    ]);
    expect(tiles(picture, {}).map(({ clip }) => rect(clip))).toEqual([
      [20, 30, 40, 25],
      [60, 30, 40, 25],
      [100, 30, 20, 25],
      [20, 55, 40, 25],
      [60, 55, 40, 25],
      [100, 55, 20, 25],
      [20, 80, 40, 10],
      [60, 80, 40, 10],
      [100, 80, 20, 10],
    ]);
  });

  it('go both ways from where the first is put', () => {
    const moved = { backgroundPosition: [30, -10] as const };
    expect(columns({ ...moved, backgroundRepeat: 'repeat-x' })).toEqual(['10 20', '50 20', '90 20']);
    expect(columns({ ...moved, backgroundRepeat: 'repeat-y' })).toEqual(['50 20', '50 45', '50 70']);
    expect(columns({ ...moved, backgroundRepeat: 'no-repeat' })).toEqual(['50 20']);
    expect(columns({ backgroundPosition: [90, 5], backgroundRepeat: 'repeat-x' })).toEqual([
      '-10 35',
      '30 35',
      '70 35',
      '110 35',
    ]);
  });

  it('are as many as fit where they fit to a hair', () => {
    expect(tiles(drawing(25, 20), {}).length).toBe(4 * 3);
    expect(tiles(drawing(100 / 7, 60), {}).length).toBe(7);
    expect(tiles(drawing(100, 60 / 7), {}).length).toBe(7);
  });

  it('that lie beside the box are not painted', () => {
    expect(columns({ backgroundPosition: [100, 0], ...once })).toEqual([]);
    expect(columns({ backgroundPosition: [0, 60], ...once })).toEqual([]);
    expect(columns({ backgroundPosition: [-40, 0], ...once })).toEqual([]);
    expect(columns({ backgroundPosition: [99, 59], ...once })).toEqual(['119 89']);
  });

  it('lie under the border too, from the padding box on', () => {
    const border = sides({ width: 10, style: 'dashed', color: [0, 0, 0] } as const);
    const items = tiles(picture, { border, backgroundRepeat: 'repeat-x' });
    expect(items.filter(({ kind }) => kind === 'picture').map(({ clip }) => rect(clip))).toEqual([
      [20, 40, 10, 25],
      [30, 40, 40, 25],
      [70, 40, 40, 25],
      [110, 40, 10, 25],
    ]);
  });

  it('are the ground of their box, not turned over, and over its colour', () => {
    const ground = box(
      [20, 30, 40, 25],
      { backgroundColor: [255, 0, 0], backgroundImage: { kind: 'picture', source: 'guide:pattern.svg' } },
      [],
      { element: element('div') },
    );
    const { items } = paintPages(result(page([ground])), () => picture)[0]!;
    expect(items).toMatchObject([
      { kind: 'path', fill: [255, 0, 0] },
      {
        kind: 'picture',
        picture,
        flipped: false,
        owner: { kind: 'artifact', type: 'Background' },
        origin: ground.element!.origin,
      },
    ]);
  });

  it('are 400 at most: along a row, down a column, and in all', () => {
    const count = (width: number, height: number, style: Style = {}) => {
      try {
        return tiles(drawing(width, height), style, [0, 0, 200, 200] as never).length;
      } catch (error) {
        if (!(error instanceof PressError)) throw error;
        return error.problems.map(({ code, message, place }) => ({ code, message, place }));
      }
    };
    expect(count(10, 10)).toBe(400);
    expect(count(0.5, 200)).toBe(400);
    expect(count(200, 0.5)).toBe(400);
    const refused = (times: number) => [
      {
        code: 'CSS_VALUE_INVALID',
        message: `The background picture would stand ${times} times on one box; the limit is 400.`,
        place: { file: 'test.hbs', line: expect.any(Number) },
      },
    ];
    expect(count(200 / 401, 200)).toEqual(refused(401));
    expect(count(200, 200 / 401)).toEqual(refused(401));
    expect(count(10, 200 / 21)).toEqual(refused(420));
    // A strip that is not repeated the other way.
    expect(count(0.5, 0.5, { backgroundRepeat: 'repeat-x' })).toBe(400);
    expect(count(0.5, 0.5, { backgroundRepeat: 'repeat-y' })).toBe(400);
  });
});
