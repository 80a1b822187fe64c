import type { DocumentElement } from '../document/index.ts';
import type { Rect } from '../geometry/index.ts';
import type { Context, PictureBox, Room } from './box.ts';
import { clamp, directionAround, frame, margins, resolve, resolveDefinite } from './lengths.ts';

/** Raster pictures without a size are printed at this density; vector units are pt. */
const naturalDensity = 300;

/** Size and drawing of an `img` (CSS 2.1 §10.3.2, CSS Images 3 §5.5). The box is the content box. */
export function layoutPicture(context: Context, element: DocumentElement, room: Room): PictureBox {
  const style = context.styled.style(element);
  const picture = context.input.picture(element);
  const unit = picture.kind === 'raster' ? 72 / naturalDensity : 1;
  const natural = { width: picture.width * unit, height: picture.height * unit };
  const ratio = natural.width / natural.height;
  const edges = frame(style, room.width, element.dir);
  const outer = margins(style, room.width, directionAround(element));
  const across = edges.left + edges.right;
  const down = edges.top + edges.bottom;
  let width = resolveDefinite(style.width, room.width);
  let height = resolveDefinite(style.height, room.height);
  if (width !== undefined && typeof style.width !== 'number') width = Math.max(0, width - across);
  if (height !== undefined && typeof style.height !== 'number')
    height = Math.max(0, height - down - outer.top - outer.bottom);
  if (width === undefined && height === undefined) ({ width, height } = natural);
  else if (width === undefined) width = height! * ratio;
  else if (height === undefined) height = width / ratio;
  width = clamp(width, resolve(style.minWidth, room.width), resolveDefinite(style.maxWidth, room.width));
  height = clamp(
    height!,
    resolveDefinite(style.minHeight, room.height) ?? 0,
    resolveDefinite(style.maxHeight, room.height),
  );
  return {
    kind: 'picture',
    element,
    style,
    x: edges.left,
    y: edges.top,
    width,
    height,
    drawn: fitted(style.objectFit, style.objectPosition, natural, width, height),
    flipped: style.transform.kind === 'flip',
    picture,
    part: undefined,
  };
}

function fitted(
  fit: 'fill' | 'contain' | 'cover',
  position: readonly [number, number],
  natural: { width: number; height: number },
  width: number,
  height: number,
): Rect {
  if (fit === 'fill') return { x: 0, y: 0, width, height };
  const scales = [width / natural.width, height / natural.height];
  const scale = fit === 'contain' ? Math.min(...scales) : Math.max(...scales);
  const drawn = { width: natural.width * scale, height: natural.height * scale };
  return { x: (width - drawn.width) * position[0], y: (height - drawn.height) * position[1], ...drawn };
}
