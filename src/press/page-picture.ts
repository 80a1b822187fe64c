import { type Color, type Matrix, multiply, type Rect } from '../geometry/index.ts';
import {
  type Clip,
  type Layer,
  layersOf,
  makePath,
  mappedLayer,
  type Paint,
  type PathData,
  type Picture,
  placeOf,
  polyPath,
  rectPath,
  type Shape,
  transformPath,
  type VectorPicture,
} from '../image/index.ts';
import type { DisplayItem, DisplayList, PictureItem, TextItem } from '../paint/index.ts';
import { type GlyphRun, glyphOutline } from '../text/index.ts';

/** Stands for what a small picture does not show: numbers, codes, photographs. */
const bar: Color = [150, 160, 166];

/**
 * Letters of less than this share of a page's longer side cannot be read on a contact sheet, where that is some 170 pt: 4 pt.
 * In small they look like codes, which are sought in every drawing: four pages of them were too much work to prove.
 */
const smallest = 4 / 170;

/** Digits that could be dialled; the numeral of an item is none. */
const number = /(?:\p{Nd}[^\p{L}\p{Nd}]{0,3}){3,}/u;

/**
 * A page as a picture for a contact sheet, drawn from what is printed: letters as their outlines, so that it holds no text.
 * What could not be proved at that size is not shown: a line with a number is a bar, as are photographs and lines that nobody
 * could read, and a QR code is an empty square.
 */
export function pictureOfPage(page: DisplayList, name: string): VectorPicture {
  const layers: Layer[] = [filled(rectPath(0, 0, page.width, page.height), [255, 255, 255])];
  const { width, height } = page;
  const least = smallest * Math.max(width, height);
  for (const item of page.items) add(item, [1, 0, 0, 1, 0, 0], layers, least);
  const sheet: Layer = {
    kind: 'group',
    opacity: 1,
    clips: [{ path: rectPath(0, 0, width, height), rule: 'nonzero' }],
    layers,
  };
  // Of its colours only the paper is told: what is read stands beside the picture, and never on it.
  const paper: Shape = {
    path: rectPath(0, 0, width, height),
    fill: [255, 255, 255],
    rule: 'nonzero',
    stroke: undefined,
    mixed: true,
  };
  return { kind: 'vector', name, width, height, shapes: [paper], layers: [sheet] };
}

/** @param least size of the smallest letters that are drawn */
function add(item: DisplayItem, matrix: Matrix, layers: Layer[], least: number): void {
  if (item.kind === 'group') {
    const inner = multiply(matrix, item.matrix);
    for (const each of item.items) add(each, inner, layers, least);
  } else if (item.kind === 'text') addText(item, matrix, layers, least);
  else if (item.kind === 'picture') addPicture(item, matrix, layers);
  else layers.push(...layersOf([{ ...item }], matrix));
}

function addText(item: TextItem, matrix: Matrix, layers: Layer[], least: number): void {
  const { paragraph, start, end, runs, color } = item;
  const text = paragraph.text.slice(start, end);
  const isTooSmall = text.trim() !== '' && runs.every(({ size }) => size < least);
  if (isTooSmall || item.number !== undefined || number.test(text)) {
    layers.push(filled(transformPath(barOf(item), matrix), bar));
    return;
  }
  const polygons = runs.flatMap((run) => outlinesOf(run, item, matrix));
  if (polygons.length > 0) layers.push(filled(joined(polygons), color));
}

/** As high as capitals are. */
function barOf({ x, baseline, runs }: TextItem): PathData {
  const left = runs.reduce((least, run) => Math.min(least, run.x), Number.POSITIVE_INFINITY);
  const right = runs.reduce((most, run) => Math.max(most, run.x + run.width), 0);
  const size = runs.reduce((most, run) => Math.max(most, run.size), 0);
  return rectPath(x + Math.min(left, right), baseline - 0.7 * size, Math.max(0, right - left), 0.7 * size);
}

function outlinesOf(
  { face, size, glyphs, x: from }: GlyphRun,
  { x, baseline }: TextItem,
  m: Matrix,
): PathData[] {
  if (face === undefined) return [];
  const scale = size / face.unitsPerEm;
  let at = x + from;
  const polygons: PathData[] = [];
  for (let g = 0; g < glyphs.length; g++) {
    const [left, base] = [at + glyphs.dx[g]! * scale, baseline - glyphs.dy[g]! * scale];
    for (const polygon of glyphOutline(face, glyphs.ids[g]!)?.polygons ?? [])
      polygons.push(transformPath(polyPath(polygon, true), multiply(m, [scale, 0, 0, -scale, left, base])));
    at += glyphs.advances[g]! * scale;
  }
  return polygons;
}

function addPicture({ picture, drawn, clip, flipped }: PictureItem, matrix: Matrix, layers: Layer[]): void {
  const clips: Clip[] = [{ path: transformPath(rectOf(clip), matrix), rule: 'nonzero' }];
  const inner = multiply(matrix, placeOf(picture, drawn, flipped));
  layers.push({ kind: 'group', opacity: 1, clips, layers: drawingOf(picture, inner) });
}

function drawingOf(picture: Picture, matrix: Matrix): readonly Layer[] {
  const all = rectPath(0, 0, picture.width, picture.height);
  if (picture.kind === 'raster') return [filled(transformPath(all, matrix), bar)];
  if (picture.code !== undefined) return [filled(transformPath(all, matrix), [225, 229, 231])];
  return picture.layers === undefined
    ? layersOf(picture.shapes, matrix)
    : picture.layers.map((layer) => mappedLayer(layer, matrix));
}

const opaque = (color: Color | undefined): Paint | undefined =>
  color === undefined ? undefined : { of: color, opacity: 1 };

const filled = (path: PathData, color: Color): Layer => ({
  kind: 'shape',
  path,
  rule: 'nonzero',
  fill: opaque(color),
  stroke: undefined,
});

const rectOf = ({ x, y, width, height }: Rect) => rectPath(x, y, width, height);

/** Paths as one. */
function joined(paths: readonly PathData[]): PathData {
  return makePath(
    paths.map(({ verbs }) => verbs).join(''),
    paths.flatMap((path) => [...path.points]),
  );
}
