import { describe, expect, it } from 'vitest';
import type { DocumentText } from '../../src/document/index.ts';
import type { Color } from '../../src/geometry/index.ts';
import { union } from '../../src/geometry/index.ts';
import { polyPath, rectPath, type VectorPicture } from '../../src/image/index.ts';
import {
  checkContrast,
  checkPages,
  type DisplayItem,
  itemText,
  type PathItem,
  paintPages,
  type TextItem,
} from '../../src/paint/index.ts';
import { clusterBoxes, coreBox, glyphInks, inkBounds } from '../../src/paint/ink.ts';
import { paintLine } from '../../src/paint/line.ts';
import { roundedPath } from '../../src/paint/rounded.ts';
import { colorAt } from '../../src/paint/seen.ts';
import { surfaceOf } from '../../src/paint/surface.ts';
import { box, element, lines, page, pictureFragment, result, sides, text } from './fragments.ts';

const red: Color = [255, 0, 0];
const blue: Color = [0, 0, 255];
const black: Color = [0, 0, 0];
const white: Color = [255, 255, 255];
const everywhere = { x: -1e4, y: -1e4, width: 2e4, height: 2e4 };
const line = (width: number, style: 'solid' | 'dashed' | 'none', color: Color) => ({ width, style, color });
const paint = (...args: Parameters<typeof page>) => paintPages(result(page(...args)))[0]!;
const pathsOf = (...args: Parameters<typeof page>) =>
  paint(...args).items.filter((item): item is PathItem => item.kind === 'path');
const textsOf = (items: readonly DisplayItem[]): TextItem[] =>
  items.flatMap((item) => (item.kind === 'group' ? textsOf(item.items) : item.kind === 'text' ? [item] : []));
const points = ({ path }: PathItem) => [...path.points];

describe('borders of a box', () => {
  it('are dashed along the middle of each edge, within the box', () => {
    const painted = pathsOf([box([10, 20, 100, 60], { border: sides(line(4, 'dashed', red)) })]);
    const expected = {
      top: [10, 22, 110, 22],
      right: [108, 20, 108, 80],
      bottom: [10, 78, 110, 78],
      left: [12, 20, 12, 80],
    };
    expect(painted.map(points).sort()).toEqual(Object.values(expected).sort());
    for (const { stroke, fill } of painted) {
      expect(stroke).toMatchObject({ width: 4, color: red });
      expect(fill).toBeUndefined();
    }
  });

  it('are not there without a style, and not without a width', () => {
    const shown = { blockStart: line(2, 'solid', red), inlineStart: line(2, 'solid', red) };
    const rest = { blockEnd: line(9, 'none', red), inlineEnd: line(0, 'solid', red) };
    expect(pathsOf([box([0, 0, 20, 10], { border: { ...shown, ...rest } })]).map(points)).toEqual([
      [0, 0, 20, 0, 20, 2, 0, 2, 0, 0, 2, 0, 2, 10, 0, 10],
    ]);
    expect(pathsOf([box([0, 0, 20, 10], { border: sides(line(9, 'none', red)) })])).toEqual([]);
    expect(pathsOf([box([0, 0, 20, 10], { border: sides(line(0, 'dashed', red)) })])).toEqual([]);
  });

  it('that are solid end where those that are dashed lie', () => {
    const border = { ...sides(line(2, 'solid', red)), blockEnd: line(4, 'dashed', red) };
    const [solid, dashed] = pathsOf([box([0, 0, 20, 10], { border })]);
    expect(points(solid!)).toEqual([
      ...[0, 0, 20, 0, 20, 2, 0, 2],
      ...[18, 0, 20, 0, 20, 10, 18, 10],
      ...[0, 0, 2, 0, 2, 10, 0, 10],
    ]);
    expect(points(dashed!)).toEqual([0, 8, 20, 8]);
    const one = { ...sides(line(4, 'dashed', red)), blockStart: line(2, 'solid', red) };
    expect(points(pathsOf([box([0, 0, 20, 10], { border: one })])[0]!)).toEqual([0, 0, 20, 0, 20, 2, 0, 2]);
  });

  it('of a round box are a ring within it; one that leaves no inside is all border', () => {
    const round = (radius: number) => ({
      borderRadius: { startStart: radius, startEnd: radius, endEnd: radius, endStart: radius },
    });
    const ring = (width: number, height: number, border: number) =>
      pathsOf([box([10, 20, width, height], { border: sides(line(border, 'solid', red)), ...round(8) })])[0]!;
    const xs = (item: PathItem) => points(item).filter((_, i) => i % 2 === 0);
    const ys = (item: PathItem) => points(item).filter((_, i) => i % 2 === 1);
    const inner = ring(100, 60, 5);
    expect(inner.rule).toBe('evenodd');
    const half = inner.path.points.length / 2;
    const inside = points(inner).slice(half);
    const [insideX, insideY] = [0, 1].map((odd) => inside.filter((_, i) => i % 2 === odd));
    expect([Math.min(...insideX!), Math.max(...insideX!)]).toEqual([15, 105]);
    expect([Math.min(...insideY!), Math.max(...insideY!)]).toEqual([25, 75]);
    expect([
      Math.min(...xs(inner)),
      Math.max(...xs(inner)),
      Math.min(...ys(inner)),
      Math.max(...ys(inner)),
    ]).toEqual([10, 110, 20, 80]);
    for (const full of [ring(10, 60, 5), ring(60, 10, 5), ring(60, 8, 5)]) {
      expect(full.rule).toBe('nonzero');
      expect(full.path.verbs).toBe('MLCLCLCLCZ');
    }
    expect(ring(10.1, 60, 5).path.verbs).toBe('MLCLCLCLCZ'.repeat(2));
  });
});

describe('a rectangle with round corners', () => {
  const radii = [
    [1, 2],
    [3, 4],
    [5, 6],
    [7, 8],
  ] as const;

  it('has each corner where its two radii say', () => {
    const { points: all } = roundedPath([{ frame: [100, 200, 150, 260], radii }]);
    const k = 1 - (4 / 3) * Math.tan(Math.PI / 8);
    const expected = [
      ...[101, 200, 147, 200, 150 - 3 * k, 200, 150, 200 + 4 * k, 150, 204],
      ...[150, 254, 150, 260 - 6 * k, 150 - 5 * k, 260, 145, 260],
      ...[107, 260, 100 + 7 * k, 260, 100, 260 - 8 * k, 100, 252],
      ...[100, 202, 100, 200 + 2 * k, 100 + k, 200, 101, 200],
    ];
    expect(all.length).toBe(expected.length);
    for (const [i, value] of expected.entries()) expect(all[i], String(i)).toBeCloseTo(value, 9);
  });

  it.each([
    // Two corners at a side that is too short: all are as much smaller.
    ['at the top', [60, 60, 0, 0], [100, 400], 5 / 6],
    ['at the bottom', [0, 0, 60, 60], [100, 400], 5 / 6],
    ['on the right', [0, 60, 60, 0], [400, 100], 5 / 6],
    ['on the left', [60, 0, 0, 60], [400, 100], 5 / 6],
    ['nowhere', [50, 50, 50, 50], [100, 100], 1],
  ] as const)('has corners that fit: too large %s', (_, [a, b, c, d], [width, height], scale) => {
    const [item] = pathsOf([
      box([0, 0, width, height], {
        backgroundColor: red,
        borderRadius: { startStart: a, startEnd: b, endEnd: c, endStart: d },
      }),
    ]);
    const p = points(item!);
    expect([p[0], width - p[2]!, width - p[16]!, p[18]].map((x) => Math.round(x! * 1e6) / 1e6)).toEqual(
      [a, b, c, d].map((radius) => Math.round(radius * scale * 1e6) / 1e6),
    );
  });
});

describe('the text of a message', () => {
  const said = (content: string) =>
    itemText({ paragraph: { text: content }, start: 0, end: content.length } as TextItem);
  it('has 60 characters at most', () => {
    expect(said('a'.repeat(60))).toBe('a'.repeat(60));
    expect(said('a'.repeat(61))).toBe(`${'a'.repeat(60)}…`);
    expect(said(' a \u200f\n b ')).toBe('a b');
  });
});

describe('the colour of a drawing at a point', () => {
  const picture = (more: object): VectorPicture => ({
    kind: 'vector',
    name: 'a.svg',
    width: 10,
    height: 10,
    shapes: [
      { path: rectPath(0, 0, 8, 8), fill: red, rule: 'nonzero', stroke: undefined },
      { path: rectPath(4, 4, 4, 4), fill: blue, rule: 'nonzero', stroke: undefined, ...more },
    ],
  });
  const clip = (x: number) => ({ path: rectPath(x, 0, 3, 10), rule: 'nonzero' as const });

  it('is that of the last shape that is filled there, and not cut off', () => {
    expect(colorAt(picture({}), 5, 5)).toBe(blue);
    expect(colorAt(picture({}), 1, 1)).toBe(red);
    expect(colorAt(picture({}), 9, 9)).toBeUndefined();
    expect(colorAt(picture({ fill: undefined }), 5, 5)).toBe(red);
    expect(colorAt(picture({ clips: [clip(3)] }), 5, 5)).toBe(blue);
    expect(colorAt(picture({ clips: [clip(6)] }), 5, 5)).toBe(red);
    expect(colorAt(picture({ clips: [clip(3), clip(6)] }), 5, 5)).toBe(red);
  });
});

describe('a picture on the page', () => {
  const drawn = { x: 20, y: 20, width: 40, height: 40 };
  const image = element('img', { alt: 'x' });
  const raster = { kind: 'raster', name: 'p.jpg' } as unknown as VectorPicture;
  const surface = (picture: VectorPicture, rect = { x: 0, y: 0, width: 100, height: 100 }, flipped = false) =>
    surfaceOf(
      paint([pictureFragment(image, picture, rect, { drawn, flipped })]).items.find(
        (item) => item.kind === 'picture',
      ) as Parameters<typeof surfaceOf>[0],
      [],
    );
  const seen = ({ at }: ReturnType<typeof surface>, ...all: readonly (readonly [number, number])[]) =>
    all.map(([x, y]) => at({ x, y }) ?? 'none');

  it('is a photograph only where it is drawn', () => {
    const photo = surface(raster);
    expect(seen(photo, [20, 40], [60, 40], [40, 20], [40, 60])).toEqual(Array(4).fill('photo'));
    expect(seen(photo, [19.9, 40], [60.1, 40], [40, 19.9], [40, 60.1])).toEqual(Array(4).fill('none'));
  });

  it('shows nothing beyond what it is cut to, on each side', () => {
    const photo = surface(raster, { x: 30, y: 30, width: 20, height: 20 });
    expect(seen(photo, [30, 40], [50, 40], [40, 30], [40, 50])).toEqual(Array(4).fill('photo'));
    expect(seen(photo, [29.9, 40], [50.1, 40], [40, 29.9], [40, 50.1])).toEqual(Array(4).fill('none'));
  });

  it('shows its shapes where they are drawn, the other way round where it is flipped', () => {
    const picture: VectorPicture = {
      kind: 'vector',
      name: 'a.svg',
      width: 10,
      height: 10,
      shapes: [{ path: rectPath(0, 0, 3, 10), fill: red, rule: 'nonzero', stroke: undefined }],
    };
    expect(seen(surface(picture), [25, 40], [55, 40])).toEqual([red, 'none']);
    expect(seen(surface(picture, undefined, true), [25, 40], [55, 40])).toEqual(['none', red]);
  });
});

describe('ground that is not a rectangle', () => {
  const p = element('p');
  const word = (x: number, y: number, color: Color) =>
    lines([{ node: text('il', p), content: 'il', style: { color } }], { x, y });

  it('is not under text that lies in the corner of a mitre, which another edge paints', () => {
    // The mitre of the upper left corner: black above it, white below.
    const border = {
      ...sides(line(0, 'none', black)),
      blockStart: line(100, 'solid', black),
      inlineStart: line(100, 'solid', white),
    };
    const on = (x: number, y: number, color: Color) =>
      checkContrast(paintPages(result(page([box([0, 0, 240, 300], { border }), ...word(x, y, color)])))).map(
        ({ code }) => code,
      );
    expect(on(60, 10, white)).toEqual([]);
    expect(on(60, 10, black)).toEqual(['CONTRAST_LOW']);
    expect(on(10, 60, black)).toEqual([]);
    expect(on(10, 60, white)).toEqual(['CONTRAST_LOW']);
  });
});

describe('ink of a text', () => {
  const item = (content: string, direction: 'ltr' | 'rtl' = 'ltr') => {
    const p = element('p', { dir: direction });
    const set = lines([{ node: text(content, p), content }], { x: 20, y: 20, direction });
    return textsOf(paint(set).items)[0]!;
  };

  it.each([
    ['letters with marks beside them', 'A\u0301a\u0327o\u0302'],
    ['Arabic with its vowels', '\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f\u064c'],
    ['words', 'Offjg, (Yes)'],
  ])('is around that of all its glyphs: %s', (_, content) => {
    const one = item(content);
    const around = glyphInks(one, everywhere)
      .map(({ box }) => box)
      .reduce(union);
    const bounds = inkBounds(one)!;
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(bounds[side], side).toBeCloseTo(around[side], 6);
  });

  it('of a letter and its marks is one box, in either direction', () => {
    const arabic = item('\u0628\u064e\u062f\u064f', 'rtl');
    expect(glyphInks(arabic, everywhere).length).toBeGreaterThan(2);
    expect(clusterBoxes(arabic, everywhere).length).toBe(2);
    expect(clusterBoxes(item('abc'), everywhere).length).toBe(3);
  });
});

describe('a text that is turned', () => {
  const p = element('p');
  const turned = (color: Color) =>
    box(
      [40, 100, 100, 20],
      {},
      lines([{ node: text('Up', p), content: 'Up', style: { color } }], { x: 42, y: 102 }),
      { rotate: 90, element: p },
    );
  // About (90, 110): what stood at (42, 102) is at (98, 62) and below.
  const ground = (x: number, y: number, width: number, height: number, color: Color) =>
    box([x, y, width, height], { backgroundColor: color });

  it('has the contrast of the ground that it comes to lie on', () => {
    const codes = (...children: Parameters<typeof page>[0]) =>
      checkContrast(paintPages(result(page(children)))).map(({ code }) => code);
    expect(codes(ground(80, 55, 25, 60, black), turned(white))).toEqual([]);
    expect(codes(ground(40, 100, 30, 20, black), turned(white))).toEqual(['CONTRAST_LOW']);
  });

  it('is covered by what is painted there, and by a turned ground only where that comes to lie', () => {
    const over = (rect: readonly [number, number, number, number], rotate?: number) =>
      checkPages(
        paintPages(
          result(
            page([
              turned(black),
              box(rect, { position: 'absolute' }, [
                box(rect, { backgroundColor: white }, [], {
                  ...(rotate !== undefined && { rotate }),
                  element: p,
                }),
              ]),
            ]),
          ),
        ),
      ).map(({ code }) => code);
    expect(over([80, 55, 25, 60])).toContain('TEXT_COVERED');
    expect(over([40, 100, 30, 20])).not.toContain('TEXT_COVERED');
    // 60 by 25 about the same middle, turned to 25 by 60.
    expect(over([62.5, 72.5, 60, 25], 90)).toContain('TEXT_COVERED');
    expect(over([22.5, 102.5, 60, 25], 90)).not.toContain('TEXT_COVERED');
  });
});

describe('a painted shape', () => {
  const owner = { kind: 'artifact', type: 'Layout' } as const;
  const surface = (...corners: number[]) =>
    surfaceOf(
      { kind: 'path', owner, path: polyPath(corners, true), fill: red, rule: 'nonzero', stroke: undefined },
      [],
    );

  it('shows one colour all over its bounds where it is an upright rectangle: each edge is', () => {
    expect(surface(0, 0, 10, 0, 10, 5, 0, 5).plain).toBe(true);
    expect(surface(0, 1, 10, 0, 10, 5, 0, 5).plain).toBe(false);
    expect(surface(0, 0, 10, 0, 9, 5, 0, 5).plain).toBe(false);
    expect(surface(0, 0, 10, 0, 10, 5, 0, 4).plain).toBe(false);
    expect(surface(0, 0, 10, 0, 10, 5, 1, 5).plain).toBe(false);
    // The mitred edge of a border, and a lozenge.
    expect(surface(0, 0, 10, 0, 8, 2, 2, 2).plain).toBe(false);
    expect(surface(5, 0, 10, 5, 5, 10, 0, 5).plain).toBe(false);
  });
});

describe('where a text is read', () => {
  const set = (content: string) => {
    const p = element('p');
    const [item] = textsOf(paint(lines([{ node: text(content, p), content, size: 10 }])).items);
    return { item: item!, core: coreBox(item!) };
  };

  it('is from above its small letters to below them; of digits hardly below their line', () => {
    for (const [content, below] of [
      ['800-315-1376', 0.02],
      ['911', 0.02],
      ['1-800-FLOWERS', 0.02],
      ['help', 0.2],
      ['911 help', 0.2],
    ] as const) {
      const { item, core } = set(content);
      expect([core.x, core.width]).toEqual([item.rect.x, item.rect.width]);
      expect(core.y).toBeCloseTo(item.baseline - 7, 9);
      expect(core.height, content).toBeCloseTo((0.7 + below) * 10, 9);
    }
  });
});

describe('an underline', () => {
  it('leaves as much room as it is thick on both sides of what reaches into it, and ends with its words', () => {
    const p = element('p');
    const { items } = paint(
      lines([{ node: text('apa', p), content: 'apa', size: 20, style: { textDecoration: 'underline' } }]),
    );
    const [item] = textsOf(items);
    const bars = items.filter((each): each is PathItem => each.kind === 'path').map(points);
    expect(bars).toHaveLength(2);
    const [[left, top, until, , , bottom], [from, , right]] = bars as [number[], number[]];
    const thick = bottom! - top!;
    const p2 = clusterBoxes(item!, { x: left!, y: top!, width: right! - left!, height: thick });
    expect(p2).toHaveLength(1);
    expect(left).toBeCloseTo(item!.rect.x, 1);
    expect(right).toBeCloseTo(item!.rect.x + item!.rect.width, 1);
    expect(until).toBeCloseTo(p2[0]!.x - thick, 1);
    expect(from).toBeCloseTo(p2[0]!.x + p2[0]!.width + thick, 1);
  });

  it('is as low and as thick as the largest of the letters over it asks', () => {
    const p = element('p');
    const two = lines([
      {
        node: text('nnn\u0627\u0627', p),
        content: 'nnn\u0627\u0627',
        style: { textDecoration: 'underline' },
      },
    ]);
    const sized = (sizes: readonly number[]) =>
      two.map((one) => {
        const runs = one.line.runs.map((run, i) => ({ ...run, size: sizes[i]! }));
        expect(runs).toHaveLength(2);
        return { ...one, line: { ...one.line, width: one.line.width, runs } };
      });
    for (const sizes of [
      [20, 10],
      [10, 20],
    ])
      for (const { path } of pathsOf(sized(sizes))) {
        expect(path.points[1]).toBeCloseTo(two[0]!.baseline + 2, 9);
        expect(path.points[5]! - path.points[1]!).toBeCloseTo(1.1, 9);
      }
    expect(pathsOf(sized([10, 20])).length).toBeGreaterThan(0);
  });
});

describe('the number of a page in a band', () => {
  const p = element('p');
  const around = { kind: 'artifact', type: 'Page' } as const;
  const ownersOf = (...nodes: DocumentText[]) =>
    lines(nodes.map((node) => ({ node, content: node.text }))).flatMap((one) =>
      paintLine(one, around, 0).map(({ owner }) => owner),
    );
  const number = { ...text('7', p), page: 'number' } as DocumentText;

  it('makes its line a piece by itself: what stands above or below is no part of it', () => {
    expect(ownersOf(text('Call', p)).every((owner) => owner === around)).toBe(true);
    const [first, second, ...more] = ownersOf(text('Page ', p), number);
    expect(more).toEqual([]);
    expect(first).toEqual(around);
    expect(first).toBe(second);
    expect(first).not.toBe(around);
  });
});
