import { type Color, type Rect, sameColor } from '../geometry/index.ts';
import { makePath, polyPath, rectPath } from '../image/index.ts';
import type { BoxFragment } from '../layout/index.ts';
import { framePath, type PictureOf, paintImage } from './ground.ts';
import { type Radii, radiiOf, roundedPath, within } from './rounded.ts';
import type { Owner, PathItem, PictureItem } from './types.ts';

type Border = BoxFragment['style']['border']['blockStart'];
type Edge = 'top' | 'right' | 'bottom' | 'left';
const edges = ['top', 'right', 'bottom', 'left'] as const satisfies readonly Edge[];

/** Edges at the same place round to the same hundredth of a point, so that boxes that touch show no seam. */
function snap(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The rectangle's left, top, right and bottom, snapped. */
function outline({ x, y, width, height }: Rect): readonly [number, number, number, number] {
  return [snap(x), snap(y), snap(x + width), snap(y + height)];
}

function filled(path: PathItem['path'], fill: Color, owner: Owner): PathItem {
  return { kind: 'path', owner, path, fill, rule: 'nonzero', stroke: undefined };
}

/** A filled rectangle with its edges snapped. */
export function filledRect(rect: Rect, fill: Color, owner: Owner): PathItem {
  const [left, top, right, bottom] = outline(rect);
  return filled(rectPath(left, top, right - left, bottom - top), fill, owner);
}

/**
 * Background and border of a box, in paint order (CSS Backgrounds 3 §2). `layout` owns the borders.
 * @throws PressError of a background picture
 */
export function paintBox(
  box: BoxFragment,
  direction: 'ltr' | 'rtl',
  owners: { readonly background: Owner; readonly layout: Owner },
  pictureOf: PictureOf,
): (PathItem | PictureItem)[] {
  const items: (PathItem | PictureItem)[] = [];
  const { backgroundColor, backgroundImage } = box.style;
  const radii = radiiOf(box, direction);
  const frame = outline(box.rect);
  if (box.rect.width > 0 && box.rect.height > 0 && (backgroundColor ?? backgroundImage) !== undefined) {
    const path = radii === undefined ? framePath(frame) : roundedPath([{ frame, radii }]);
    const { background: owner } = owners;
    // Of what a gradient hides nothing is painted.
    if (backgroundColor !== undefined && (backgroundImage ?? picture).kind === 'picture')
      items.push(filled(path, backgroundColor, owner));
    items.push(...paintImage(box, { path, frame, padding: paddingBox(box, direction), owner }, pictureOf));
  }
  items.push(
    ...(radii === undefined
      ? paintBorders(box, direction, owners.layout)
      : roundedBorder(box, radii, owners.layout)),
  );
  const origin = box.element?.origin;
  return origin === undefined ? items : items.map((item) => ({ ...item, origin }));
}

const picture = { kind: 'picture' } as const;

function paddingBox({ rect, style }: BoxFragment, direction: 'ltr' | 'rtl'): Rect {
  const { inner } = frames(rect, edgesOf(style, direction));
  const [left, top, right, bottom] = inner;
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

function edgesOf({ border }: BoxFragment['style'], direction: 'ltr' | 'rtl'): Record<Edge, Border> {
  const { blockStart, blockEnd, inlineStart, inlineEnd } = border;
  const [left, right] = direction === 'ltr' ? [inlineStart, inlineEnd] : [inlineEnd, inlineStart];
  return { top: blockStart, right, bottom: blockEnd, left };
}

/** A border that is the same all around, as the style was checked to be. */
function roundedBorder({ rect, style }: BoxFragment, radii: Radii, owner: Owner): PathItem[] {
  const { width, style: line, color } = style.border.blockStart;
  if (line === 'none' || width === 0) return [];
  const [left, top, right, bottom] = outline(rect);
  const inner = [left + width, top + width, right - width, bottom - width] as const;
  if (inner[0] >= inner[2] || inner[1] >= inner[3])
    return [filled(roundedPath([{ frame: outline(rect), radii }]), color, owner)];
  const path = roundedPath([
    { frame: outline(rect), radii },
    { frame: inner, radii: within(radii, width) },
  ]);
  return [{ kind: 'path', owner, path, fill: color, rule: 'evenodd', stroke: undefined }];
}

function paintBorders({ rect, style }: BoxFragment, direction: 'ltr' | 'rtl', owner: Owner): PathItem[] {
  const borders = edgesOf(style, direction);
  const shown = edges.filter((edge) => borders[edge].style !== 'none' && borders[edge].width > 0);
  const solid = shown.filter((edge) => borders[edge].style === 'solid');
  const [first] = solid;
  if (first === undefined && shown.length === 0) return [];
  const items: PathItem[] = [];
  if (first !== undefined && solid.every((edge) => sameColor(borders[edge].color, borders[first].color)))
    items.push(solidRing(rect, borders, solid, owner));
  else for (const edge of solid) items.push(solidEdge(rect, borders, edge, owner));
  for (const edge of shown)
    if (borders[edge].style === 'dashed') items.push(dashedEdge(rect, borders[edge], edge, owner));
  return items;
}

/** Border and padding edges: outer and inner left, top, right, bottom. */
function frames(rect: Rect, borders: Readonly<Record<Edge, Border>>) {
  const [left, top, right, bottom] = outline(rect);
  const width = (edge: Edge): number => (borders[edge].style === 'none' ? 0 : borders[edge].width);
  const inner = [
    left + width('left'),
    top + width('top'),
    right - width('right'),
    bottom - width('bottom'),
  ] as const;
  return { outer: [left, top, right, bottom] as const, inner };
}

/**
 * Solid borders of one colour as a single path, so that their corners show no seam: a ring, or rectangles that overlap in
 * the corners. A ring with a side that has no width would be filled there all the same: a shape without an area is as
 * wide as a pixel of the device (ISO 32000-1 10.6.5).
 */
function solidRing(
  rect: Rect,
  borders: Readonly<Record<Edge, Border>>,
  solid: readonly Edge[],
  owner: Owner,
): PathItem {
  const only = Object.fromEntries(
    edges.map((edge) => [edge, solid.includes(edge) ? borders[edge] : { ...borders[edge], width: 0 }]),
  ) as Record<Edge, Border>;
  const { color } = borders[solid[0]!];
  const { outer, inner } = frames(rect, only);
  if (solid.length === 1) return filled(edgePath(outer, inner, solid[0]!), color, owner);
  const [l, t, r, b] = outer;
  const [il, it, ir, ib] = inner;
  if (solid.length < edges.length) {
    const sides: Record<Edge, readonly number[]> = {
      top: [l, t, r, t, r, it, l, it],
      right: [ir, t, r, t, r, b, ir, b],
      bottom: [l, ib, r, ib, r, b, l, b],
      left: [l, t, il, t, il, b, l, b],
    };
    return filled(
      makePath(
        'MLLLZ'.repeat(solid.length),
        solid.flatMap((edge) => sides[edge]),
      ),
      color,
      owner,
    );
  }
  const path = makePath('MLLLZMLLLZ', [l, t, r, t, r, b, l, b, il, it, ir, it, ir, ib, il, ib]);
  return { kind: 'path', owner, path, fill: color, rule: 'evenodd', stroke: undefined };
}

function solidEdge(rect: Rect, borders: Readonly<Record<Edge, Border>>, edge: Edge, owner: Owner): PathItem {
  const { outer, inner } = frames(rect, borders);
  return filled(edgePath(outer, inner, edge), borders[edge].color, owner);
}

type Frame = readonly [left: number, top: number, right: number, bottom: number];

/** One edge with its corners mitred towards the neighbours. */
function edgePath([l, t, r, b]: Frame, [il, it, ir, ib]: Frame, edge: Edge): PathItem['path'] {
  const corners: Record<Edge, readonly number[]> = {
    top: [l, t, r, t, ir, it, il, it],
    right: [r, t, r, b, ir, ib, ir, it],
    bottom: [r, b, l, b, il, ib, ir, ib],
    left: [l, b, l, t, il, it, il, ib],
  };
  return polyPath(corners[edge], true);
}

/** A dashed edge as a stroke along its middle. */
function dashedEdge(rect: Rect, border: Border, edge: Edge, owner: Owner): PathItem {
  const [left, top, right, bottom] = outline(rect);
  const half = border.width / 2;
  const lines: Record<Edge, readonly number[]> = {
    top: [left, top + half, right, top + half],
    right: [right - half, top, right - half, bottom],
    bottom: [left, bottom - half, right, bottom - half],
    left: [left + half, top, left + half, bottom],
  };
  const { width, color } = border;
  return {
    kind: 'path',
    owner,
    path: polyPath(lines[edge], false),
    fill: undefined,
    rule: 'nonzero',
    stroke: { color, width, cap: 'butt', join: 'miter', dash: [3 * width, 3 * width] },
  };
}
