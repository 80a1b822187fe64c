import { type Color, grown, type Point, type Rect } from '../geometry/index.ts';
import type { Shape } from '../image/index.ts';
import { fillCovers, outlineOf, strokeCovers } from './outline.ts';
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
  /** Undefined where it paints nothing. */
  at(point: Point): Shown | undefined;
}

export function surfaceOf(item: PathItem | PictureItem, turns: readonly Turn[]): Surface {
  return item.kind === 'path' ? pathSurface(item, turns) : pictureSurface(item, turns);
}

function pathSurface(item: PathItem, turns: readonly Turn[]): Surface {
  const { left, top, right, bottom } = outlineOf(item.path);
  const edge = (item.stroke?.width ?? 0) / 2;
  const bounds = grown({ x: left, y: top, width: right - left, height: bottom - top }, edge);
  const plain = turns.length === 0 && item.stroke === undefined && item.fill !== undefined && isRect(item);
  return {
    bounds: rectToPage(bounds, turns),
    plain,
    at: (point) => {
      const { x, y } = fromPage(point, turns);
      return shapeAt(item, x, y);
    },
  };
}

/** The stroke lies over the fill. */
function shapeAt({ path, fill, rule, stroke }: Shape, x: number, y: number): Color | undefined {
  const outline = outlineOf(path);
  if (stroke !== undefined && strokeCovers(outline, stroke.width, x, y)) return stroke.color;
  return fill !== undefined && fillCovers(outline, rule, x, y) ? fill : undefined;
}

function isRect({ path: { verbs, points } }: PathItem): boolean {
  if (verbs !== 'MLLLZ') return false;
  const [x1, y1, x2, y2, x3, y3, x4, y4] = points;
  return y1 === y2 && x2 === x3 && y3 === y4 && x4 === x1;
}

function pictureSurface({ picture, drawn, clip, flipped }: PictureItem, turns: readonly Turn[]): Surface {
  return {
    bounds: rectToPage(clip, turns),
    plain: false,
    at: (point) => {
      const { x, y } = fromPage(point, turns);
      if (x < clip.x || x > clip.x + clip.width || y < clip.y || y > clip.y + clip.height) return undefined;
      const across = (x - drawn.x) / drawn.width;
      const down = (y - drawn.y) / drawn.height;
      if (picture.kind === 'raster')
        return across >= 0 && across <= 1 && down >= 0 && down <= 1 ? 'photo' : undefined;
      const px = (flipped ? 1 - across : across) * picture.width;
      for (let i = picture.shapes.length - 1; i >= 0; i--) {
        const color = shapeAt(picture.shapes[i]!, px, down * picture.height);
        if (color !== undefined) return color;
      }
      return undefined;
    },
  };
}
