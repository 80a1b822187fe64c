/** What an edition asks of lines and colours: pens that are wide enough, colours that it does without. */
import { describe, expect, it } from 'vitest';
import type { Color } from '../../src/geometry/index.ts';
import { type Layer, polyPath, rectPath, type Stroke, type VectorPicture } from '../../src/image/index.ts';
import type { FamilySetting, LanguageSetting } from '../../src/layout/index.ts';
import type { DisplayItem, DisplayList, PathItem, PictureItem } from '../../src/paint/index.ts';
import { colorProblems, enlarged } from '../../src/press/edition.ts';
import { fileName, isSameSetting, settingOf, sourceDate } from '../../src/press/job.ts';
import { lineProblems, withPens } from '../../src/press/pens.ts';
import { type Edition, editions } from '../../src/product/index.ts';

const [black, white, red, gray]: Color[] = [
  [0, 0, 0],
  [255, 255, 255],
  [255, 0, 0],
  [90, 90, 90],
];
const owner = { kind: 'artifact', type: 'Background' } as const;
const page = (...items: readonly unknown[]): DisplayList =>
  ({ page: 'cover', index: 0, width: 200, height: 200, bleed: 0, items, links: [], places: [] }) as never;
const stroke = (width: number, color: Color = black!): Stroke => ({
  color,
  width,
  cap: 'butt',
  join: 'miter',
  dash: [],
});
const path = (more: Partial<PathItem>): PathItem => ({
  kind: 'path',
  owner,
  path: rectPath(10, 10, 100, 20),
  fill: black!,
  rule: 'nonzero',
  stroke: undefined,
  ...more,
});
const drawing = (width: number, more: Partial<VectorPicture> = {}): VectorPicture => ({
  kind: 'vector',
  name: 'd.svg',
  width: 100,
  height: 100,
  shapes: [
    { path: polyPath([0, 0, 9, 9], false), fill: undefined, rule: 'nonzero', stroke: stroke(width) },
    { path: rectPath(0, 0, 9, 9), fill: black!, rule: 'nonzero', stroke: undefined },
  ],
  ...more,
});
/** Drawn into so many points: a unit is a hundredth of them. */
const shown = (picture: VectorPicture, width = 100, height = width): PictureItem => ({
  kind: 'picture',
  owner,
  picture,
  drawn: { x: 0, y: 0, width, height },
  clip: { x: 0, y: 0, width, height },
  flipped: false,
});
const turned = (scale: number, ...items: DisplayItem[]): DisplayItem => ({
  kind: 'group',
  matrix: [0, scale, -scale, 0, 50, 0],
  items,
});
const pens = (item: DisplayItem, thinnest = 0.75) => withPens([page(item)], { thinnest })[0]!.items[0]!;
const widths = (item: DisplayItem, thinnest?: number): unknown => {
  const of = pens(item, thinnest) as PictureItem;
  return (of.picture as VectorPicture).shapes.map(({ stroke: pen }) => pen?.width);
};

describe('lines of drawings', () => {
  it('are as wide as an edition asks for, in the size that they are drawn in', () => {
    expect(widths(shown(drawing(0.5)))).toEqual([0.75, undefined]);
    expect(widths(shown(drawing(0.5), 50))).toEqual([1.5, undefined]);
    expect(widths(shown(drawing(1), 200, 50))).toEqual([1.5, undefined]);
    expect(widths(shown(drawing(2), 50, 200))).toEqual([2, undefined]);
  });

  it('stay as they are where they are wide enough, and in codes, and where no edition asks', () => {
    for (const item of [
      shown(drawing(0.75)),
      shown(drawing(0.1, { code: 'tel:911' })),
      shown({ kind: 'raster' } as never),
      path({}),
    ])
      expect(pens(item)).toBe(item);
    const pages = [page(shown(drawing(0.1)))];
    expect(withPens(pages, {})).toBe(pages);
    expect(withPens(pages, { thinnest: 0 })).toBe(pages);
  });

  it('are wide in what is turned, in layers and groups of them; one picture of one size is one', () => {
    const layer: Layer = {
      kind: 'shape',
      path: rectPath(0, 0, 9, 9),
      rule: 'nonzero',
      fill: undefined,
      stroke: { paint: { of: black!, opacity: 1 }, width: 0.2, cap: 'butt', join: 'miter', dash: [] },
    };
    const picture = drawing(0.5, {
      layers: [
        layer,
        { kind: 'group', opacity: 0.5, clips: [], layers: [layer, { ...layer, stroke: undefined }] },
      ],
    });
    const group = pens(turned(1, shown(picture), shown(picture), shown(picture, 50))) as unknown as {
      items: PictureItem[];
    };
    const [a, b, c] = group.items.map((item) => item.picture as VectorPicture);
    expect(a).toBe(b);
    expect(c).not.toBe(a);
    expect(a!.layers).toMatchObject([
      { stroke: { width: 0.75 } },
      { layers: [{ stroke: { width: 0.75 } }, { stroke: undefined }] },
    ]);
    expect(pens(shown(drawing(0.5)))).not.toHaveProperty('picture.layers');
  });

  it('under words grow down; what a box says, other shapes and strokes stay', () => {
    const rule = (height: number, more: Partial<PathItem> = {}) =>
      pens(path({ path: rectPath(10, 10, 100, height), ...more })) as PathItem;
    expect([...rule(0.5).path.points]).toEqual([10, 10, 110, 10, 110, 10.75, 10, 10.75]);
    expect([...rule(0.75).path.points]).toEqual([10, 10, 110, 10, 110, 10.75, 10, 10.75]);
    expect([...rule(0.8).path.points][5]).toBe(10.8);
    expect([...rule(0.5, { origin: {} }).path.points][5]).toBe(10.5);
    expect([...rule(0.5, { stroke: stroke(1) }).path.points][5]).toBe(10.5);
    const other = path({ path: polyPath([10, 10, 110, 10, 110, 10.5, 10, 10.5], false) });
    expect(pens(other)).toBe(other);
  });
});

describe('borders and bars', () => {
  const asks = { ...editions.standard, thinnest: 0.75 } as Edition;
  const told = (...items: DisplayItem[]) =>
    lineProblems(asks, 'dark', [page(...items)]).map(({ code, message, place }) => [
      code,
      message,
      place.page,
    ]);
  const boxed = (more: Partial<PathItem>) => path({ origin: { file: 'a' }, ...more });
  const line = (width: string) => `cover: a line is ${width} pt wide; the edition "dark" asks for 0.75 pt.`;

  it('are told where they are thinner than an edition asks for: near misses on both sides', () => {
    expect(told(boxed({ fill: undefined, stroke: stroke(0.72) }))).toEqual([
      ['EDITION_LINE', line('0.72'), 'cover'],
    ]);
    expect(told(boxed({ fill: undefined, stroke: stroke(0.74) }))).toEqual([]);
    expect(told(boxed({ path: rectPath(0, 0, 100, 0.5) }))).toEqual([
      ['EDITION_LINE', line('0.50'), 'cover'],
    ]);
    expect(told(boxed({ path: rectPath(0, 0, 0.5, 100) }))).toHaveLength(1);
    expect(told(boxed({ path: rectPath(0, 0, 0.75, 100) }))).toEqual([]);
  });

  it('are told with what to do', () => {
    const [thin] = lineProblems(asks, 'dark', [page(boxed({ path: rectPath(0, 0, 9, 0.1) }))]);
    expect(thin!.hint).toBe('Draw it wider within @media (docs/templates.md, Editions).');
    const [colored] = colorProblems({ ...editions.standard, colors: 'gray' } as Edition, 'g', [
      page(path({ fill: red! })),
    ]);
    expect(colored).toMatchObject({ code: 'EDITION_COLOR', place: { page: 'cover' } });
    expect(colored!.hint).toMatch(/^Take the colour from a token of the theme/);
  });

  it('are told by the thinnest of a page, as small as it is turned to, and by nothing else', () => {
    expect(told(boxed({ path: rectPath(0, 0, 9, 0.5) }), boxed({ path: rectPath(0, 0, 9, 0.3) }))).toEqual([
      ['EDITION_LINE', line('0.30'), 'cover'],
    ]);
    expect(told(turned(0.5, boxed({ path: rectPath(0, 0, 9, 1) })))).toEqual([
      ['EDITION_LINE', line('0.50'), 'cover'],
    ]);
    expect(told(path({ path: rectPath(0, 0, 9, 0.1) }))).toEqual([]);
    expect(told(boxed({ path: polyPath([0, 0, 9, 0.1, 9, 0], true) }))).toEqual([]);
    expect(lineProblems(editions.standard, 's', [page(boxed({ stroke: stroke(0.01) }))])).toEqual([]);
  });
});

describe('an edition without colours', () => {
  const told = (colors: 'gray' | 'black-white' | undefined, ...items: unknown[]) =>
    colorProblems({ ...editions.standard, colors } as Edition, 'plain', [page(...items)]).map(
      ({ message }) => message,
    );
  const text = (color: Color) => ({ kind: 'text', color, owner, runs: [] });
  const said = (kind: string, rgb: string) =>
    `cover: the edition "plain" is ${kind}, and rgb(${rgb}) is painted.`;

  it('has none in texts, fills, strokes and drawings: the first of a page is told', () => {
    expect(told('gray', text(black!), path({}), shown(drawing(1)))).toEqual([]);
    expect(told('gray', text(red!), text([0, 0, 255]))).toEqual([said('gray', '255, 0, 0')]);
    expect(told('gray', path({ fill: red! }))).toHaveLength(1);
    expect(told('gray', path({ fill: undefined, stroke: stroke(1, red!) }))).toHaveLength(1);
    expect(told('gray', turned(1, path({ fill: red! })))).toHaveLength(1);
    const [shape] = drawing(1).shapes;
    expect(told('gray', shown(drawing(1, { shapes: [{ ...shape!, fill: red! }] })))).toHaveLength(1);
    expect(told('gray', shown({ kind: 'raster' } as never))).toEqual([]);
    expect(told(undefined, path({ fill: red! }))).toEqual([]);
  });

  it.each<[Color, boolean, boolean]>([
    [black!, true, true],
    [white!, true, true],
    [gray!, true, false],
    [[1, 1, 1], true, false],
    [[254, 254, 254], true, false],
    [[90, 90, 91], false, false],
    [[91, 90, 90], false, false],
    [[90, 91, 90], false, false],
  ])('may paint %j: in gray %s, in black and white %s', (color, inGray, inBlack) => {
    expect(told('gray', path({ fill: color })).length === 0).toBe(inGray);
    expect(told('black-white', path({ fill: color })).length === 0).toBe(inBlack);
  });

  it('shows nothing between black and white, and no colours that blend', () => {
    const layer = (more: object): Layer =>
      ({
        kind: 'shape',
        path: rectPath(0, 0, 9, 9),
        rule: 'nonzero',
        fill: undefined,
        stroke: undefined,
        ...more,
      }) as never;
    const gradient = (...colors: Color[]) => ({
      of: {
        kind: 'linear',
        coordinates: [0, 0, 1, 0],
        matrix: [1, 0, 0, 1, 0, 0],
        stops: colors.map((color, i) => ({ offset: i, color, opacity: 1 })),
      },
      opacity: 1,
    });
    const seen = (colors: 'gray' | 'black-white', ...layers: Layer[]) =>
      told(colors, shown(drawing(1, { shapes: [], layers }))).length;
    const faint = layer({ fill: { of: black, opacity: 0.5 } });
    const full = layer({ fill: { of: black, opacity: 1 } });
    const blend = layer({ fill: gradient(black!, white!) });
    const colored = layer({ stroke: { paint: gradient(black!, red!), width: 1 } });
    const group = (opacity: number, ...layers: Layer[]): Layer => ({
      kind: 'group',
      opacity,
      clips: [],
      layers,
    });
    expect([full, faint, blend, colored].map((each) => seen('black-white', each))).toEqual([0, 1, 1, 1]);
    expect([full, faint, blend, colored].map((each) => seen('gray', each))).toEqual([0, 0, 0, 1]);
    expect(
      [group(1, full), group(0.9, full), group(1, faint)].map((each) => seen('black-white', each)),
    ).toEqual([0, 1, 1]);
    expect(seen('gray', group(0.9, colored))).toBe(1);
  });
});

describe('a language in large print', () => {
  const family = (size: number, more: Partial<FamilySetting> = {}): FamilySetting => ({
    size,
    leading: 1.2,
    regular: ['r'] as never,
    bold: ['b'] as never,
    ...more,
  });
  const setting = (text: number, display: number): LanguageSetting =>
    ({
      language: 'hi',
      families: { text: family(text), display: family(display), number: family(1) },
    }) as never;
  const sizes = (text: number, display: number) => {
    const { families } = enlarged(setting(text, display));
    return [families.text.size, families.display.size, families.number.size];
  };

  it('is as much larger as its smaller family is small, and never smaller', () => {
    expect(sizes(0.5, 0.8)).toEqual([1, 1.6, 1]);
    expect(sizes(0.8, 0.5)).toEqual([1.6, 1, 1]);
    expect(sizes(1, 1.2)).toEqual([1, 1.2, 1]);
    expect(sizes(1.1, 1.2)).toEqual([1.1, 1.2, 1]);
  });

  it('keeps its faces, its leading and its digits, and is made once', () => {
    const digits = { regular: 'd', bold: 'D' } as never;
    const given = {
      ...setting(0.5, 0.8),
      families: { ...setting(0.5, 0.8).families, text: family(0.5, { digits }) },
    };
    const made = enlarged(given);
    expect(enlarged(given)).toBe(made);
    expect(made.families.text).toMatchObject({ leading: 1.2, regular: ['r'], bold: ['b'], digits });
    expect(made.families.display).not.toHaveProperty('digits');
  });
});

describe('a job', () => {
  const job = {
    product: 'poster',
    locale: 'es',
    paper: 'a3',
    orientation: undefined,
    edition: 'standard',
    theme: 'dawn',
    qr: undefined,
    purpose: 'screen',
    duplex: 'short',
    allowDrafts: false,
    date: undefined,
  } as const;

  it('names its file by what it is; how it lies and is turned only where that was asked for', () => {
    expect(fileName('rest', job, job)).toBe('rest.poster.es.a3.standard.screen.pdf');
    expect(fileName('rest', { ...job, orientation: 'portrait' }, job)).toBe(
      'rest.poster.es.a3-portrait.standard.screen.pdf',
    );
    expect(fileName('rest', job, { ...job, purpose: 'office', duplex: 'long' })).toBe(
      'rest.poster.es.a3.standard.office-long.pdf',
    );
  });

  it('has a setting, which decides the layout, and nothing else of it', () => {
    const { purpose: _, duplex: __, allowDrafts: ___, date: ____, ...setting } = job;
    expect(settingOf(job)).toEqual(setting);
    expect(isSameSetting(job, { ...job })).toBe(true);
    for (const other of [
      { product: 'handout' },
      { locale: 'en' },
      { paper: 'a4' },
      { orientation: 'portrait' },
      { edition: 'large-print' },
      { theme: 'dusk' },
      { qr: 'tel:911' },
    ] as const)
      expect(isSameSetting(job, { ...job, ...other }), JSON.stringify(other)).toBe(false);
  });

  it('has the date that the environment names', () => {
    const date = (epoch: string | undefined) => sourceDate({ SOURCE_DATE_EPOCH: epoch });
    expect(date('0')).toBe('1970-01-01T00:00:00Z');
    expect(date('1764115200')).toBe('2025-11-26T00:00:00Z');
    expect(date('99999999999')).toBe('5138-11-16T09:46:39Z');
    for (const none of [undefined, '']) expect(date(none)).toBeUndefined();
    for (const wrong of ['-1', '1.5', 'now', '100000000000', ' 0'])
      expect(() => date(wrong), wrong).toThrow(/SOURCE_DATE_EPOCH is .* no count of seconds/);
  });
});
