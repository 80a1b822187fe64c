import { type Problem, problem } from '../diagnostics/index.ts';
import { type Layer, rectPath, type Shape, type VectorPicture } from '../image/index.ts';
import { type DisplayItem, type DisplayList, type PathItem, scalesOf, walkItems } from '../paint/index.ts';
import type { Edition } from '../product/index.ts';

/**
 * Pages whose drawings have no line that is thinner than an edition asks for, pt: a drawing is as fine as it is small, and
 * whoever draws it does not know how small that is.
 */
export function withPens(
  pages: readonly DisplayList[],
  { thinnest = 0 }: Pick<Edition, 'thinnest'>,
): readonly DisplayList[] {
  if (thinnest === 0) return pages;
  const known = new Map<VectorPicture, Map<number, VectorPicture>>();
  const widened = (item: DisplayItem): DisplayItem => {
    if (item.kind === 'group') return { ...item, items: item.items.map(widened) };
    if (item.kind === 'path' && item.origin === undefined) return ruled(item, thinnest);
    if (item.kind !== 'picture' || item.picture.kind !== 'vector' || item.picture.code !== undefined)
      return item;
    const { picture, drawn } = item;
    // In the drawing's own units, which a thousandth of a point does not tell apart.
    const least = thinnest / Math.min(drawn.width / picture.width, drawn.height / picture.height);
    if (!picture.shapes.some(({ stroke }) => stroke !== undefined && stroke.width < least)) return item;
    const sizes = known.get(picture) ?? new Map<number, VectorPicture>();
    known.set(picture, sizes);
    const wide = sizes.get(least) ?? inPens(picture, least);
    sizes.set(least, wide);
    return { ...item, picture: wide };
  };
  return pages.map((page) => ({ ...page, items: page.items.map(widened) }));
}

/** A line under words, which no box says: it grows down. */
function ruled(item: PathItem, thinnest: number): PathItem {
  const { verbs, points } = item.path;
  const [left, top, right, , , bottom] = points;
  if (verbs !== 'MLLLZ' || item.stroke !== undefined || bottom! - top! >= thinnest) return item;
  return { ...item, path: rectPath(left!, top!, right! - left!, thinnest) };
}

function inPens(picture: VectorPicture, least: number): VectorPicture {
  const pen = <T extends { readonly width: number }>(stroke: T): T => ({
    ...stroke,
    width: Math.max(stroke.width, least),
  });
  const layer = (of: Layer): Layer => {
    if (of.kind === 'group') return { ...of, layers: of.layers.map(layer) };
    return { ...of, stroke: of.stroke && pen(of.stroke) };
  };
  const { shapes, layers } = picture;
  return {
    ...picture,
    shapes: shapes.map((shape) => ({ ...shape, stroke: shape.stroke && pen(shape.stroke) })),
    ...(layers === undefined ? {} : { layers: layers.map(layer) }),
  };
}

/** Borders and bars that are thinner than an edition asks for: each page's thinnest is told. */
export function lineProblems(
  { thinnest = 0 }: Edition,
  name: string,
  pages: readonly DisplayList[],
): Problem[] {
  if (thinnest === 0) return [];
  return pages.flatMap((page) => {
    let least = Number.POSITIVE_INFINITY;
    walkItems(page, (item, turns) => {
      const scale = Math.min(...scalesOf(turns));
      if (item.kind === 'path' && item.origin !== undefined) least = Math.min(least, widthOf(item) * scale);
    });
    if (least >= thinnest - rounding) return [];
    return [
      problem(
        'EDITION_LINE',
        `${page.page}: a line is ${least.toFixed(2)} pt wide; the edition "${name}" asks for ${thinnest} pt.`,
        { page: page.page },
        'Draw it wider within @media (docs/templates.md, Editions).',
      ),
    ];
  });
}

/** Edges are rounded to a hundredth of a point. */
const rounding = 0.02;

/** How wide a line is, or an upright bar. */
function widthOf({ path: { verbs, points }, stroke }: Pick<Shape, 'path' | 'stroke'>): number {
  if (stroke !== undefined) return stroke.width;
  if (verbs !== 'MLLLZ') return Number.POSITIVE_INFINITY;
  const [xs, ys] = [0, 1].map((at) => points.filter((_, i) => i % 2 === at)) as [Float64Array, Float64Array];
  return Math.min(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}
