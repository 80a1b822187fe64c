/** Grounds of boxes show the colours that Chromium's show, point by point: gradients, and where pictures of a ground lie. */
import { decode } from 'fast-png';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Color, inverted, mapPoint } from '../../../src/geometry/index.ts';
import type { Gradient, Layer, VectorPicture } from '../../../src/image/index.ts';
import { rectPath } from '../../../src/image/index.ts';
import { matrixOf } from '../../../src/layout/turn.ts';
import { type DisplayItem, type PathItem, paintPages } from '../../../src/paint/index.ts';
import { fillCovers, outlineOf } from '../../../src/paint/outline.ts';
import { shadesIn } from '../../../src/paint/shades.ts';
import { box, element, page, result } from '../../paint/fragments.ts';
import { styleOf } from '../../style/setting.ts';
import { chromiumPath, have } from '../../tools.ts';

/** Of the box, px and pt: one is drawn as large as the other. */
const [width, height] = [120, 60];
const quarters: readonly Color[] = [
  [200, 30, 30],
  [30, 160, 60],
  [40, 60, 200],
  [230, 190, 20],
];
/** Four quarters, each of a colour: 30 by 20. */
const tile: VectorPicture = {
  kind: 'vector',
  name: 'tile',
  width: 30,
  height: 20,
  shapes: quarters.map((fill, i) => ({
    path: rectPath((i % 2) * 15, Math.floor(i / 2) * 10, 15, 10),
    fill,
    rule: 'nonzero',
    stroke: undefined,
  })),
};
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20" viewBox="0 0 30 20">${quarters
  .map(
    (c, i) =>
      `<rect x="${(i % 2) * 15}" y="${Math.floor(i / 2) * 10}" width="15" height="10" fill="rgb(${c.join(' ')})"/>`,
  )
  .join('')}</svg>`;

/** Boxes in boxes, by their colours and opacities: the outer over a ground of two colours, or of one. */
const faint = [
  ['background: #204080; opacity: .4', ''],
  ['background: #204080; opacity: .6', 'background: #e0c080; opacity: .5'],
  ['opacity: .3', 'background: #e0c080'],
  ['border: 6px solid #b03060; background: #204080; opacity: 50%', 'background: #e0c080'],
] as const;
const [west, east] = ['#f0f0c0', '#40a060'] as const;

let browser: Browser;
let view: Page;
const chrome = have('chromium');
beforeAll(async () => {
  if (!chrome) return;
  browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--force-color-profile=srgb'],
  });
  view = await browser.newPage({ viewport: { width, height } });
});
afterAll(async () => {
  if (chrome) await browser.close();
});

/** What Chromium shows at a point, the page drawn once. */
async function theirs(css: string): Promise<(x: number, y: number) => Color> {
  const known = css.replaceAll('url(guide:tile.svg)', `url("data:image/svg+xml,${encodeURIComponent(svg)}")`);
  await view.setContent(
    `<style>* { margin: 0 } div { width: ${width}px; height: ${height}px; box-sizing: border-box; ${known} }</style><div></div>`,
  );
  const { data, channels } = decode(await view.screenshot());
  return (x, y) => {
    const at = (Math.floor(y) * width + Math.floor(x)) * channels;
    return [data[at]!, data[at + 1]!, data[at + 2]!];
  };
}

/** Boxes in each other, over two halves. */
async function theirsOf(
  outer: string,
  inner: string,
  behind: readonly [string, string],
): Promise<(x: number, y: number) => Color> {
  const half = (left: number, color: string) =>
    `<div style="position: absolute; left: ${left}px; top: 0; width: ${width / 2}px; height: ${height}px; background: ${color}"></div>`;
  await view.setContent(
    `<style>* { margin: 0; box-sizing: border-box }</style>${half(0, behind[0])}${half(width / 2, behind[1])}<div style="position: absolute; left: 10px; top: 10px; width: 100px; height: 40px; ${outer}"><div style="position: absolute; left: 20px; top: 10px; width: 50px; height: 15px; ${inner}"></div></div>`,
  );
  const { data, channels } = decode(await view.screenshot());
  return (x, y) => {
    const at = (Math.floor(y) * width + Math.floor(x)) * channels;
    return [data[at]!, data[at + 1]!, data[at + 2]!];
  };
}

function oursOf(
  outer: string,
  inner: string,
  behind: readonly [string, string],
): (x: number, y: number) => Color {
  const styled = (css: string) => styleOf(`#x { ${css.replace(/(\d)px/g, '$1pt')} }`, '<div id="x"></div>');
  const edge = outer.includes('border') ? 6 : 0;
  const inside = box([30 + edge, 20 + edge, 50, 15], styled(inner), [], { element: element('div') });
  const matrix = matrixOf(styled(outer), { x: 10, y: 10, width: 100, height: 40 });
  const [list] = paintPages(
    result(
      page([
        box([0, 0, width / 2, height], styled(`background: ${behind[0]}`)),
        box([width / 2, 0, width / 2, height], styled(`background: ${behind[1]}`)),
        box([10, 10, 100, 40], styled(outer), [inside], {
          element: element('div'),
          ...(matrix === undefined ? {} : { matrix }),
        }),
      ]),
    ),
  );
  return (x, y) => list!.items.reduce<Color>((below, item) => shownOver(item, x, y, below), [255, 255, 255]);
}

/** What is seen of an item over a colour. */
function shownOver(item: DisplayItem, x: number, y: number, below: Color): Color {
  if (item.kind === 'group') {
    const at = mapPoint(inverted(item.matrix)!, x, y);
    return item.items.reduce<Color>((on, each) => shownOver(each, at.x, at.y, on), below);
  }
  const layer =
    item.kind === 'picture' && item.picture.kind === 'vector' ? item.picture.layers?.[0] : undefined;
  if (item.kind !== 'picture' || layer?.kind !== 'group')
    return (item.kind === 'path' ? filledBy(item, x, y) : undefined) ?? below;
  return layerOver(layer, x - item.drawn.x, y - item.drawn.y, below);
}

function layerOver(layer: Layer, x: number, y: number, below: Color): Color {
  if (layer.kind === 'shape') return filledBy({ ...layer, fill: layer.fill!.of as Color }, x, y) ?? below;
  const seen = layer.layers.reduce<Color | undefined>((on, each) => {
    const shown = layerOver(each, x, y, on ?? nothing);
    return shown === nothing ? on : shown;
  }, undefined);
  if (seen === undefined) return below;
  return seen.map((part, i) => part * layer.opacity + below[i]! * (1 - layer.opacity)) as unknown as Color;
}

const nothing: Color = [-1, -1, -1];

function filledBy(
  { path, fill, rule }: Pick<PathItem, 'path' | 'fill' | 'rule'>,
  x: number,
  y: number,
): Color | undefined {
  return fill !== undefined && fillCovers(outlineOf(path), rule, x, y) ? fill : undefined;
}

/** What ours shows at a point. */
function ours(css: string): (x: number, y: number) => Color {
  // In the press a px is 3/4 pt: the box is measured in pt here.
  const style = styleOf(`#x { ${css.replace(/(\d)px/g, '$1pt')} }`);
  const [list] = paintPages(result(page([box([0, 0, width, height], style)])), () => tile);
  return (x, y) => list!.items.reduce<Color>((below, item) => shownBy(item, x, y) ?? below, [255, 255, 255]);
}

function shownBy(item: DisplayItem, x: number, y: number): Color | undefined {
  if (item.kind === 'path') {
    const { points } = item.path;
    const xs = points.filter((_, i) => i % 2 === 0);
    const ys = points.filter((_, i) => i % 2 === 1);
    if (item.rule === 'evenodd') return undefined;
    const isIn = x >= Math.min(...xs) && x <= Math.max(...xs) && y >= Math.min(...ys) && y <= Math.max(...ys);
    return isIn ? item.fill : undefined;
  }
  if (item.kind !== 'picture' || item.picture.kind !== 'vector') return undefined;
  const { clip, drawn, picture } = item;
  if (x < clip.x || x > clip.x + clip.width || y < clip.y || y > clip.y + clip.height) return undefined;
  const [u, v] = [
    ((x - drawn.x) / drawn.width) * picture.width,
    ((y - drawn.y) / drawn.height) * picture.height,
  ];
  const [layer] = picture.layers ?? [];
  if (layer?.kind === 'shape') {
    const e = 1e-6;
    return shadesIn(layer.fill!.of as Gradient, [u, v, u + e, v, u + e, v + e, u, v + e]).darkest;
  }
  const inside = u >= 0 && u <= picture.width && v >= 0 && v <= picture.height;
  return inside ? quarters[(u < 15 ? 0 : 1) + (v < 10 ? 0 : 2)] : undefined;
}

const gradients = [
  'linear-gradient(#102030, #e0c080)',
  'linear-gradient(to right, #102030, #e0c080)',
  'linear-gradient(to top left, #102030, #e0c080)',
  'linear-gradient(30deg, #102030, #b03060 40%, #e0c080)',
  'linear-gradient(-200grad, #102030 -20%, #e0c080 130%)',
  'linear-gradient(.1turn, #102030 20px, #b03060 20px 50%, #e0c080 0)',
  'linear-gradient(100deg, #102030, #b03060, #30b060, #e0c080)',
  'radial-gradient(#102030, #e0c080)',
  'radial-gradient(circle, #102030, #e0c080)',
  'radial-gradient(closest-side, #102030, #e0c080)',
  'radial-gradient(circle closest-corner at 20% 30%, #102030, #e0c080)',
  'radial-gradient(farthest-side at 10px 50px, #102030 30%, #e0c080 80%)',
  'radial-gradient(circle farthest-side at right top, #102030 -30%, #e0c080)',
  'radial-gradient(ellipse at -20px 30px, #102030, #e0c080)',
];
const placed = [
  'url(guide:tile.svg)',
  'url(guide:tile.svg) no-repeat',
  'url(guide:tile.svg) center no-repeat',
  'url(guide:tile.svg) right 10px repeat-y',
  'url(guide:tile.svg) 25% 100% / 45px auto repeat-x',
  'url(guide:tile.svg) center / contain no-repeat',
  'url(guide:tile.svg) center / cover',
  'url(guide:tile.svg) 7px 5px / 20% 50% #808080',
  'url(guide:tile.svg) -10px -5px / 40px',
];

describe.skipIf(!chrome)('grounds', () => {
  it.each([
    ...gradients.map((value) => `background: ${value}`),
    ...placed.map((value) => `background: ${value}`),
    `border: 6px solid #405060; background: ${gradients[2]}`,
    `border: 6px solid #405060; background: ${placed[1]}`,
  ])('%s', async (css) => {
    const [their, our] = [await theirs(css), ours(css)];
    const apart: string[] = [];
    for (let y = 8.5; y < height - 8; y += 7)
      for (let x = 8.5; x < width - 8; x += 9) {
        const [a, b] = [their(x, y), our(x, y)];
        // A step of the gradient in half a pixel, and the rounding of both; an edge between two colours is passed over.
        const isEdge = [0.8, -0.8].some((d) => far(our(x + d, y), b) > 60 || far(our(x, y + d), b) > 60);
        if (!isEdge && far(a, b) > 6) apart.push(`${x} ${y}: ${a} theirs, ${b.map(Math.round)} ours`);
      }
    expect(apart).toEqual([]);
  });
});

const turned = [
  'rotate(20deg)',
  'rotate(-.1turn); transform-origin: left bottom',
  'rotate(20deg) translate(10px, 20%); transform-origin: 0 0',
  'translate(10px, 20%) rotate(20deg); transform-origin: 0 0',
  'scale(.5, -1.2); transform-origin: 25% 75%',
  'translateX(-20px) scaleX(-1) rotate(9deg)',
  'scaleX(-1)',
];

describe.skipIf(!chrome)('what is turned', () => {
  it.each(turned)('%s', async (value) => {
    const outer = `background: #204080; transform: ${value}`;
    const inner = 'background: #e0c080';
    const [their, our] = [await theirsOf(outer, inner, [west, east]), oursOf(outer, inner, [west, east])];
    const apart: string[] = [];
    for (let y = 3.5; y < height; y += 5)
      for (let x = 3.5; x < width; x += 7) {
        const b = our(x, y);
        const isEdge = [1.2, -1.2].some((d) => far(our(x + d, y), b) + far(our(x, y + d), b) > 0);
        if (!isEdge && far(their(x, y), b) > 2) apart.push(`${x} ${y}: ${their(x, y)} theirs, ${b} ours`);
      }
    expect(apart).toEqual([]);
  });
});

describe.skipIf(!chrome)('what is faded', () => {
  it.each(
    faint.flatMap(([outer, inner]) => [
      [outer, inner, west, west] as const,
      ...(inner.includes('opacity') ? [] : [[outer, inner, west, east] as const]),
    ]),
  )('%s { %s } over %s and %s', async (outer, inner, left, right) => {
    const [their, our] = [await theirsOf(outer, inner, [left, right]), oursOf(outer, inner, [left, right])];
    const apart: string[] = [];
    for (let y = 3.5; y < height; y += 5)
      for (let x = 3.5; x < width; x += 7)
        if (far(their(x, y), our(x, y)) > 2)
          apart.push(`${x} ${y}: ${their(x, y)} theirs, ${our(x, y)} ours`);
    expect(apart).toEqual([]);
  });
});

const far = (a: Color, b: Color): number => Math.max(...a.map((part, i) => Math.abs(part - b[i]!)));
