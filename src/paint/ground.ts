import { PressError, problem } from '../diagnostics/index.ts';
import type { Origin } from '../document/index.ts';
import { intersects, type Rect, sharedRect } from '../geometry/index.ts';
import { makePath, type PathData, type Picture, rectPath, type VectorPicture } from '../image/index.ts';
import { type BoxFragment, fitted, naturalSize, resolve } from '../layout/index.ts';
import { gradientOver, nameOf } from './gradient.ts';
import type { Owner, PathItem, PictureItem } from './types.ts';

/** Times that a picture is repeated on one box, at most: smaller ones are a pattern that is one drawing. */
const mostTiles = 400;

type Style = BoxFragment['style'];
type Length = Style['backgroundPosition'][0];
type Frame = readonly [left: number, top: number, right: number, bottom: number];

/** Where a ground lies. */
interface Place {
  /** The outline of the border box. */
  readonly path: PathData;
  readonly frame: Frame;
  /** The padding box, which images are placed in. */
  readonly padding: Rect;
  readonly owner: Owner;
}

/** The picture that a style names. @throws PressError */
export type PictureOf = (source: string, place: Origin) => Picture;

/** The image of a box's ground, over its colour (CSS Backgrounds 3 §2.11). @throws PressError CSS_VALUE_INVALID */
export function paintImage(
  box: BoxFragment,
  place: Place,
  pictureOf: PictureOf,
): readonly (PathItem | PictureItem)[] {
  const { backgroundImage: image } = box.style;
  const [left, top, right, bottom] = place.frame;
  if (image === undefined || right <= left || bottom <= top) return [];
  if (image.kind === 'picture') return tiles(box, place, pictureOf(image.source, box.element?.origin ?? {}));
  const { frame, padding, path, owner } = place;
  const fill = gradientOver(image, padding);
  if (!('kind' in fill)) return [{ kind: 'path', owner, path, fill, rule: 'nonzero', stroke: undefined }];
  const [width, height] = [right - left, bottom - top];
  const [a, b, c, d, e, f] = fill.matrix;
  const own: VectorPicture = {
    kind: 'vector',
    name: nameOf(image),
    width,
    height,
    shapes: [
      {
        path: moved(path, frame),
        fill: fill.stops[0]!.color,
        rule: 'nonzero',
        stroke: undefined,
        mixed: true,
      },
    ],
    layers: [
      {
        kind: 'shape',
        path: moved(path, frame),
        rule: 'nonzero',
        fill: { of: { ...fill, matrix: [a, b, c, d, e - left, f - top] }, opacity: 1 },
        stroke: undefined,
      },
    ],
  };
  const drawn = { x: left, y: top, width, height };
  return [{ kind: 'picture', owner, picture: own, drawn, clip: drawn, flipped: false }];
}

function moved({ verbs, points }: PathData, [left, top]: Frame): PathData {
  return makePath(
    verbs,
    Array.from(points, (value, i) => value - (i % 2 === 0 ? left : top)),
  );
}

function tiles(box: BoxFragment, { frame, padding, owner }: Place, picture: Picture): PictureItem[] {
  const { backgroundPosition, backgroundRepeat } = box.style;
  const size = tileSize(box.style, padding, picture);
  if (!(size.width > 0.01 && size.height > 0.01)) return [];
  const x = padding.x + resolve(backgroundPosition[0], padding.width - size.width);
  const y = padding.y + resolve(backgroundPosition[1], padding.height - size.height);
  const [left, top, right, bottom] = frame;
  const clip: Rect = { x: left, y: top, width: right - left, height: bottom - top };
  const starts = (from: number, step: number, low: number, high: number, repeats: boolean): number[] => {
    if (!repeats) return [from];
    const first = from - Math.ceil((from - low) / step - 1e-6) * step;
    const count = Math.ceil((high - first) / step - 1e-6);
    if (count > mostTiles) throw tooMany(box, count);
    return Array.from({ length: count }, (_, i) => first + i * step);
  };
  const across = starts(x, size.width, left, right, /^repeat(?:-x)?$/.test(backgroundRepeat));
  const down = starts(y, size.height, top, bottom, /^repeat(?:-y)?$/.test(backgroundRepeat));
  if (across.length * down.length > mostTiles) throw tooMany(box, across.length * down.length);
  return down.flatMap((tileY) =>
    across.flatMap((tileX) => {
      const tile = { x: tileX, y: tileY, ...size };
      if (!intersects(tile, clip)) return [];
      const inner =
        picture.kind === 'vector' ? fitted(size, picture, picture.aspect ?? middle) : { x: 0, y: 0, ...size };
      const drawn = { ...inner, x: tileX + inner.x, y: tileY + inner.y };
      return [
        { kind: 'picture' as const, owner, picture, drawn, clip: sharedRect(tile, clip), flipped: false },
      ];
    }),
  );
}

const middle = { fit: 'meet', align: [0.5, 0.5] } as const;

function tileSize({ backgroundSize: size }: Style, box: Rect, picture: Picture) {
  const natural = naturalSize(picture);
  if (size === 'cover' || size === 'contain') {
    const { width, height } = fitted(box, natural, { ...middle, fit: size === 'cover' ? 'slice' : 'meet' });
    return { width, height };
  }
  const [w, h] = size;
  const of = (length: Length | 'auto', room: number): number | undefined =>
    length === 'auto' ? undefined : resolve(length, room);
  const [width, height] = [of(w, box.width), of(h, box.height)];
  const ratio = natural.width / natural.height;
  if (width !== undefined && height !== undefined) return { width, height };
  if (width !== undefined) return { width, height: width / ratio };
  return height === undefined ? natural : { width: height * ratio, height };
}

function tooMany({ element }: BoxFragment, count: number): PressError {
  return new PressError([
    problem(
      'CSS_VALUE_INVALID',
      `The background picture would stand ${count} times on one box; the limit is ${mostTiles}.`,
      element?.origin ?? {},
      'Make the picture larger, or draw the pattern as one picture.',
    ),
  ]);
}

/** The path of an upright frame. */
export const framePath = ([left, top, right, bottom]: Frame): PathData =>
  rectPath(left, top, right - left, bottom - top);
