import { costs } from './budget.ts';
import { shapeOf } from './drawing.ts';
import type { PdfFile } from './file.ts';
import { inkedIn } from './glyph.ts';
import { type Bounds, grown, intersect, touch } from './matrix.ts';
import type { Painted, Piece, Run } from './page-content.ts';
import { Raster } from './raster.ts';
import type { HeldSamples } from './samples.ts';

/** What is painted. */
export type Drawn = Pick<Piece, 'painted' | 'runs'>;

/** What reaches into an area, the area's left top at the origin: wherever on a page the same is drawn, it is the same. */
export interface Scene {
  readonly bounds: Bounds;
  readonly drawn: readonly Drawn[];
}

/** Parts of a pt that places of a scene are rounded to: less than one that a code's smallest module has hundreds of. */
const parts = 1000;
/** What a rectangle reaches beyond an area is not seen, pt. */
const beyond = 1;

/** Things stand as they are where something is typed: what has glyphs of its own is not moved. */
export function sceneOf(pieces: readonly Drawn[], area: Bounds): Scene {
  const [left, top, right, bottom] = area;
  if (pieces.some(({ runs }) => runs.length > 0)) return { bounds: area, drawn: pieces };
  const round = (value: number) => Math.round(value * parts) / parts;
  const moved = (bounds: Bounds): Bounds => [
    round(bounds[0] - left),
    round(bounds[1] - top),
    round(bounds[2] - left),
    round(bounds[3] - top),
  ];
  const shifted = (points: Float64Array) =>
    points.map((value, i) => round(value - (i % 2 === 0 ? left : top)));
  const reached = grown(area, beyond);
  const drawn = pieces.map(({ painted }) => ({
    painted: painted
      .filter(({ bounds }) => touch(bounds, area))
      .map((item): Painted => {
        const { cut: _, ...rest } = item;
        const clip = { bounds: moved(intersect(item.clip.bounds, reached)), turned: [] };
        const bounds = moved(intersect(item.bounds, reached));
        const isRectangle = item.kind === 'fill' && item.plain && item.cut === undefined;
        const outlines = isRectangle ? [cornersOf(bounds)] : shapeOf(item).map(shifted);
        return { ...rest, bounds, clip, outlines };
      }),
    runs: [],
  }));
  return { bounds: [0, 0, round(right - left), round(bottom - top)], drawn };
}

const cornersOf = ([left, top, right, bottom]: Bounds) =>
  Float64Array.of(left, top, right, top, right, bottom, left, bottom);

/** Paints all that reaches into an area, in order. */
export function paint(
  file: PdfFile,
  pieces: readonly Drawn[],
  area: Bounds,
  scale: number,
  pictures: HeldSamples,
): Raster {
  const raster = new Raster(area, scale);
  file.budget.spend(raster.pixels.length / 4);
  const items: (Painted | Run)[] = pieces.flatMap(({ painted, runs }) => [
    ...painted.filter(({ bounds }) => touch(bounds, area)),
    ...runs.filter(({ ink }) => ink !== undefined && touch(ink, area)),
  ]);
  for (const item of items.sort((a, b) => a.order - b.order)) {
    const clip = intersect(area, item.clip.bounds);
    if (!('kind' in item)) {
      for (const index of inkedIn(item)) raster.fill(outlinesOf(item, index), false, item.color, clip);
      continue;
    }
    const { kind, evenOdd, color = item.mean, reach, image, mask, bounds } = item;
    const outlines = shapeOf(item);
    file.budget.spend(costs.point * outlines.reduce((sum, { length }) => sum + length, 0));
    if (kind === 'fill') raster.fill(outlines, evenOdd, color!, clip);
    else if (kind === 'stroke') raster.stroke(outlines, reach, color!, clip);
    else if (image !== undefined) {
      raster.image(outlines[0]!, pictures.of(image, mask), intersect(clip, bounds));
    }
  }
  return raster;
}

/** The ink of a glyph on the page. */
function outlinesOf({ font, glyphs, size, dx, dy }: Run, index: number): number[][] {
  const [x, y] = [glyphs.xs[index]!, glyphs.ys[index]!];
  return font.polygons(glyphs.codes[index]!).map((points) => {
    const out: number[] = [];
    for (let i = 0; i < points.length; i += 2) {
      const [along, up] = [points[i]! * size, points[i + 1]! * size];
      out.push(x + dx * along + dy * up, y + dy * along - dx * up);
    }
    return out;
  });
}
