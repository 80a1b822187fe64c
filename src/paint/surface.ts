import {
  type Color,
  contains,
  grown,
  intersects,
  isConvex,
  type Point,
  type Polygon,
  type Rect,
} from '../geometry/index.ts';
import type { Shape, VectorPicture } from '../image/index.ts';
import { boundsOf, type Cover, coverOf } from './meeting.ts';
import { fillCovers, outlineOf, strokeCovers } from './outline.ts';
import { onlyGradient, type Shades, shadesIn } from './shades.ts';
import { fromPage, rectToPage, type Turn } from './turn.ts';
import type { PathItem, PictureItem } from './types.ts';

/** What a point shows: a colour, or a raster picture, which may be any colour. */
export type Shown = Color | 'photo';

/** A painted path or picture, to be asked what it shows at a point of the page. */
export interface Surface {
  /** On the page. */
  readonly bounds: Rect;
  /** True when it shows one colour all over its bounds. */
  readonly plain: boolean;
  /** True for one outline without a bay, filled and not stroked: nothing is drawn in it, or cut out of it. */
  readonly whole: boolean;
  /** Of one gradient: what it shows in a convex area of the page, and whether it is all over that; undefined: nothing. */
  readonly shades?: (area: Polygon) => (Shades & { readonly isWhole: boolean }) | undefined;
  /** Undefined where it paints nothing. */
  at(point: Point): Shown | undefined;
  /** How it covers a convex area of the page; `all`: with one colour, or a photograph. */
  cover(area: Polygon): Cover;
}

export function surfaceOf(item: PathItem | PictureItem, turns: readonly Turn[]): Surface {
  return item.kind === 'path' ? pathSurface(item, turns) : pictureSurface(item, turns);
}

function pathSurface(item: PathItem, turns: readonly Turn[]): Surface {
  const { left, top, right, bottom } = outlineOf(item.path);
  const edge = (item.stroke?.width ?? 0) / 2;
  const bounds = grown({ x: left, y: top, width: right - left, height: bottom - top }, edge);
  const plain = turns.length === 0 && item.stroke === undefined && item.fill !== undefined && isRect(item);
  const { polygons } = outlineOf(item.path);
  return {
    bounds: rectToPage(bounds, turns),
    plain,
    whole: item.stroke === undefined && polygons.length === 1 && isConvex(polygons[0]!),
    at: (point) => {
      const { x, y } = fromPage(point, turns);
      return shapeAt(item, x, y);
    },
    cover: (area) => {
      if (!plain) return coverOf(item, inside(area, turns));
      const box = boundsOf(area);
      return contains(bounds, box) ? 'all' : intersects(bounds, box) ? 'part' : 'none';
    },
  };
}

/** The stroke lies over the fill. */
function shapeAt({ path, fill, rule, stroke }: Shape, x: number, y: number): Color | undefined {
  const outline = outlineOf(path);
  if (stroke !== undefined && strokeCovers(outline, stroke.width, x, y)) return stroke.color;
  return fill !== undefined && fillCovers(outline, rule, x, y) ? fill : undefined;
}

function isWithin(clips: Shape['clips'], x: number, y: number): boolean {
  return clips?.every(({ path, rule }) => fillCovers(outlineOf(path), rule, x, y)) ?? true;
}

function isRect({ path: { verbs, points } }: PathItem): boolean {
  if (verbs !== 'MLLLZ') return false;
  const [x1, y1, x2, y2, x3, y3, x4, y4] = points;
  return y1 === y2 && x2 === x3 && y3 === y4 && x4 === x1;
}

/** An area of the page in the coordinates of the innermost turned group. */
function inside(area: Polygon, turns: readonly Turn[]): Polygon {
  return turns.length === 0 ? area : mapped(area, (point) => fromPage(point, turns));
}

function mapped(area: Polygon, map: (point: Point) => Point): Polygon {
  const out: number[] = [];
  for (let i = 0; i < area.length; i += 2) {
    const { x, y } = map({ x: area[i]!, y: area[i + 1]! });
    out.push(x, y);
  }
  return out;
}

function pictureSurface({ picture, drawn, clip, flipped }: PictureItem, turns: readonly Turn[]): Surface {
  const across = (x: number): number => (x - drawn.x) / drawn.width;
  const down = (y: number): number => (y - drawn.y) / drawn.height;
  const scaledTo = (area: Polygon): Polygon =>
    mapped(area, ({ x, y }) => ({
      x: (flipped ? 1 - across(x) : across(x)) * picture.width,
      y: down(y) * picture.height,
    }));
  const gradient = picture.kind === 'vector' ? onlyGradient(picture.layers ?? []) : undefined;
  return {
    bounds: rectToPage(clip, turns),
    plain: false,
    whole: false,
    ...(gradient === undefined
      ? {}
      : {
          shades: (area: Polygon) => {
            const within = inside(area, turns);
            if (!intersects(clip, boundsOf(within))) return undefined;
            const scaled = scaledTo(within);
            const covers = (picture as VectorPicture).shapes.map((shape) => coverOf(shape, scaled));
            if (covers.every((cover) => cover === 'none')) return undefined;
            return {
              ...shadesIn(gradient, scaled),
              isWhole: contains(clip, boundsOf(within)) && covers.includes('all'),
            };
          },
        }),
    at: (point) => {
      const { x, y } = fromPage(point, turns);
      if (x < clip.x || x > clip.x + clip.width || y < clip.y || y > clip.y + clip.height) return undefined;
      const [px, py] = [across(x), down(y)];
      if (picture.kind === 'raster') return px >= 0 && px <= 1 && py >= 0 && py <= 1 ? 'photo' : undefined;
      const u = (flipped ? 1 - px : px) * picture.width;
      for (let i = picture.shapes.length - 1; i >= 0; i--) {
        const shape = picture.shapes[i]!;
        const v = py * picture.height;
        const color = shapeAt(shape, u, v);
        if (color === undefined || !isWithin(shape.clips, u, v)) continue;
        return shape.mixed === true ? 'photo' : color;
      }
      return undefined;
    },
    cover: (area) => {
      const within = inside(area, turns);
      const box = boundsOf(within);
      if (!intersects(clip, box)) return 'none';
      const whole = contains(clip, box);
      if (picture.kind === 'raster') {
        if (!intersects(drawn, box)) return 'none';
        // What shows through is no ground.
        return whole && contains(drawn, box) && picture.alpha === undefined ? 'all' : 'part';
      }
      const scaled = scaledTo(within);
      for (let i = picture.shapes.length - 1; i >= 0; i--) {
        const shape = picture.shapes[i]!;
        const cover = coverOf(shape, scaled);
        // What is cut off, or seen through, is no ground; it is taken to be where it might be.
        const isGround = whole && shape.mixed !== true && shape.clips === undefined;
        if (cover !== 'none') return cover === 'all' && isGround ? 'all' : 'part';
      }
      return 'none';
    },
  };
}
