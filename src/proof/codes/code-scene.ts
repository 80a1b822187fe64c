import { costs } from '../file/budget.ts';
import type { PdfFile } from '../file/file.ts';
import { inkedIn } from '../page/glyph.ts';
import { type Bounds, grown, intersect, multiply, touch } from '../page/matrix.ts';
import type { Group, Look, Painted, Piece, Run } from '../page/page-content.ts';
import type { HeldSamples } from '../page/samples.ts';
import type { Shading } from '../page/shading.ts';
import { Layers } from './layers.ts';
import { Raster } from './raster.ts';

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
  const shade = ({ toGradient, ...rest }: Shading): Shading => ({
    ...rest,
    toGradient: multiply([1, 0, 0, 1, left, top], toGradient),
  });
  // A group is known by what it is, not by what it is like.
  const groups = new Map<Group, Group>();
  const groupFrom = (group: Group): Group => {
    const known = groups.get(group) ?? { ...group, masks: group.masks.map(shade) };
    groups.set(group, known);
    return known;
  };
  const lookFrom = ({ shading, ...look }: Look): Look => ({
    ...look,
    ...(shading === undefined ? {} : { shading: shade(shading) }),
    masks: look.masks.map(shade),
    groups: look.groups.map(groupFrom),
    cuts: look.cuts.map((cut) => ({ ...cut, outlines: cut.outlines.map(shifted) })),
  });
  const drawn = pieces.map(({ painted }) => ({
    painted: painted
      .filter(({ bounds }) => touch(bounds, area))
      .map((item): Painted => {
        const clip = { bounds: moved(intersect(item.clip.bounds, reached)), turned: [] };
        const bounds = moved(intersect(item.bounds, reached));
        const isRectangle = item.kind === 'fill' && item.plain;
        const outlines = isRectangle ? [cornersOf(bounds)] : item.outlines.map(shifted);
        return {
          ...{ ...item, bounds, clip, outlines },
          ...(item.dashes === undefined ? {} : { dashes: item.dashes.map(shifted) }),
          ...(item.look === undefined ? {} : { look: lookFrom(item.look) }),
        };
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
  const raster = new Raster(area, scale, file.budget);
  file.budget.spend(raster.pixels.length / 4);
  const items: (Painted | Run)[] = pieces.flatMap(({ painted, runs }) => [
    ...painted.filter(({ bounds }) => touch(bounds, area)),
    ...runs.filter(({ ink }) => ink !== undefined && touch(ink, area)),
  ]);
  const layers = new Layers(raster, file.budget);
  for (const item of items.sort((a, b) => a.order - b.order)) {
    const clip = intersect(area, item.clip.bounds);
    if ('kind' in item && item.look !== undefined) {
      file.budget.spend(costs.point * pointsOf(item.dashes ?? item.outlines));
      layers.paint(item, item.look, clip);
      continue;
    }
    layers.end();
    if (!('kind' in item)) {
      for (const index of inkedIn(item)) raster.fill(outlinesOf(item, index), false, item.color, clip);
      continue;
    }
    const { kind, evenOdd, color, image, mask, bounds } = item;
    const outlines = item.dashes ?? item.outlines;
    file.budget.spend(costs.point * pointsOf(outlines));
    if (kind === 'fill') raster.fill(outlines, evenOdd, color!, clip);
    else if (kind === 'stroke') raster.stroke(outlines, item, color!, clip);
    else if (image !== undefined) {
      raster.image(outlines[0]!, pictures.of(image, mask), intersect(clip, bounds));
    }
  }
  layers.end();
  return raster;
}

const pointsOf = (outlines: readonly Float64Array[]): number =>
  outlines.reduce((sum, { length }) => sum + length, 0);

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
