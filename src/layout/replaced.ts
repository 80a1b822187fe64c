import type { DocumentElement } from '../document/index.ts';
import type { Rect } from '../geometry/index.ts';
import type { Aspect, Picture } from '../image/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import type { Context, PictureBox, Room } from './box.ts';
import { clamp, directionAround, frame, margins, resolveDefinite } from './lengths.ts';

/** Raster pictures without a size are printed at this density; vector units are pt. */
const naturalDensity = 300;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Size and drawing of an `img` (CSS 2.1 §10.3.2, CSS Images 3 §5.5). The box is the content box. */
export function layoutPicture(context: Context, element: DocumentElement, room: Room): PictureBox {
  const style = context.styled.style(element);
  const picture = context.input.picture(element);
  const natural = naturalSize(picture);
  const edges = frame(style, room.width, element.dir);
  const outer = margins(style, room.width, directionAround(element));
  let width = resolveDefinite(style.width, room.width);
  let height = resolveDefinite(style.height, room.height);
  if (width !== undefined && typeof style.width !== 'number')
    width = Math.max(0, width - edges.left - edges.right);
  if (height !== undefined && typeof style.height !== 'number')
    height = Math.max(0, height - edges.top - edges.bottom - outer.top - outer.bottom);
  // A flex item is as wide as its line makes it.
  if (room.isCell === true && room.fill !== undefined)
    width = Math.max(0, room.fill - edges.left - edges.right);
  const size = usedSize(width, height, natural, limitsOf(style, room));
  return {
    kind: 'picture',
    element,
    style,
    x: edges.left,
    y: edges.top,
    ...size,
    drawn: drawnIn(size, picture, natural, style),
    flipped: style.transform.kind === 'flip',
    picture,
    part: undefined,
  };
}

/** The size that a picture has where nobody says one, pt. */
export function naturalSize(picture: Picture): Size {
  if (picture.kind === 'vector') return picture.natural ?? picture;
  const unit = 72 / naturalDensity;
  return { width: picture.width * unit, height: picture.height * unit };
}

/** Whether two pictures ask for the same room, and are drawn alike in it. */
export function areAsLarge(a: Picture, b: Picture): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || a.width !== b.width || a.height !== b.height) return false;
  if (a.kind === 'raster' || b.kind === 'raster') return true;
  const [one, other] = [a.aspect ?? centred, b.aspect ?? centred];
  return (
    a.natural?.width === b.natural?.width &&
    a.natural?.height === b.natural?.height &&
    one.fit === other.fit &&
    one.align[0] === other.align[0] &&
    one.align[1] === other.align[1]
  );
}

interface Limits {
  readonly minWidth: number;
  readonly maxWidth: number;
  readonly minHeight: number;
  readonly maxHeight: number;
}

/** A minimum wins over a maximum (CSS 2.1 §10.4). */
function limitsOf(style: ComputedStyle, room: Room): Limits {
  const minWidth = resolveDefinite(style.minWidth, room.width) ?? 0;
  const minHeight = resolveDefinite(style.minHeight, room.height) ?? 0;
  return {
    minWidth,
    maxWidth: Math.max(minWidth, resolveDefinite(style.maxWidth, room.width) ?? Number.POSITIVE_INFINITY),
    minHeight,
    maxHeight: Math.max(minHeight, resolveDefinite(style.maxHeight, room.height) ?? Number.POSITIVE_INFINITY),
  };
}

/**
 * The used size: where a side is `auto` the ratio is kept, whatever the limits make of the other (CSS 2.1 §10.4 does so
 * where both are).
 */
function usedSize(
  width: number | undefined,
  height: number | undefined,
  natural: Size,
  limits: Limits,
): Size {
  const { minWidth, maxWidth, minHeight, maxHeight } = limits;
  const ratio = natural.width / natural.height;
  if (width !== undefined && height !== undefined)
    return { width: clamp(width, minWidth, maxWidth), height: clamp(height, minHeight, maxHeight) };
  if (width !== undefined) width = clamp(width, minWidth, maxWidth);
  else if (height !== undefined) width = clamp(height, minHeight, maxHeight) * ratio;
  else width = natural.width;
  // Of limits that no size of this ratio keeps the minimum wins.
  const least = Math.max(minWidth, minHeight * ratio);
  const most = Math.min(maxWidth, maxHeight * ratio);
  width = Math.max(Math.min(width, most), least);
  return { width, height: width / ratio };
}

/** The rectangle that the whole picture is drawn into, which may be larger than its box. */
function drawnIn(box: Size, picture: Picture, natural: Size, style: ComputedStyle): Rect {
  const { objectFit, objectPosition } = style;
  if (objectFit === 'contain' || objectFit === 'cover') {
    const fit = objectFit === 'cover' ? 'slice' : 'meet';
    const within = fitted(box, natural, { fit, align: objectPosition });
    if (picture.kind === 'raster') return within;
    const drawn = fitted(within, picture, picture.aspect ?? centred);
    return { ...drawn, x: within.x + drawn.x, y: within.y + drawn.y };
  }
  if (picture.kind === 'vector') return fitted(box, picture, picture.aspect ?? centred);
  return objectFit === 'fill' ? { x: 0, y: 0, ...box } : fitted(box, natural, centred);
}

const centred: Aspect = { fit: 'meet', align: [0.5, 0.5] };

/** What a picture takes up of a box that it keeps its ratio in, from the box's corner. */
export function fitted({ width, height }: Size, natural: Size, { fit, align: [x, y] }: Aspect): Rect {
  if (fit === 'none') return { x: 0, y: 0, width, height };
  const scales = [width / natural.width, height / natural.height];
  const scale = fit === 'meet' ? Math.min(...scales) : Math.max(...scales);
  const drawn = { width: natural.width * scale, height: natural.height * scale };
  return { x: (width - drawn.width) * x, y: (height - drawn.height) * y, ...drawn };
}
