import type { Place } from '../diagnostics/index.ts';
import type { DocumentElement } from '../document/index.ts';
import { type Matrix, mapPoint, mapRect, multiply, type Rect } from '../geometry/index.ts';
import { type Imposed, matrixOf, type Placement, type Sheet } from '../imposition/index.ts';
import type { Fragment, PageFragment } from '../layout/index.ts';

/** A line from one point to another, pt. */
export interface Segment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Where the parts of a sheet lie: what a preview lays over its picture. pt from the sheet's top left, y down. */
export interface SheetAnatomy {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** The pages on it, each as it is trimmed. */
  readonly pages: readonly { readonly name: string; readonly trim: Rect }[];
  /** Where two pages of a sheet meet: it is folded, or cut, there. */
  readonly folds: readonly Segment[];
  /** Border boxes of elements, those that hold others first. */
  readonly boxes: readonly {
    /** `div.band.loud` */
    readonly element: string;
    readonly page: string;
    readonly rect: Rect;
    /** Where the element comes from. */
    readonly place: Place;
  }[];
  readonly lines: readonly {
    readonly page: string;
    /** Line box. */
    readonly rect: Rect;
    readonly baseline: Segment;
    /** Where its texts come from. */
    readonly places: readonly Place[];
  }[];
}

/** @param laid the pages as they were laid out; undefined: boxes and lines are not known */
export function anatomyOf({ sheets }: Imposed, laid: readonly PageFragment[] | undefined): SheetAnatomy[] {
  const fragments = new Map(laid?.map((page) => [page.index, page]));
  return sheets.map((sheet) => {
    const parts = sheet.placements.map((placement) =>
      partsOf(placement, fragments.get(placement.page.index)?.children ?? []),
    );
    return {
      name: sheet.name,
      width: sheet.width,
      height: sheet.height,
      pages: sheet.placements.map((placement) => ({ name: placement.page.page, trim: trimOf(placement) })),
      folds: foldsOf(sheet),
      boxes: parts.flatMap(({ boxes }) => boxes),
      lines: parts.flatMap(({ lines }) => lines),
    };
  });
}

const trimOf = (placement: Placement): Rect =>
  mapRect(matrixOf(placement), { x: 0, y: 0, width: placement.page.width, height: placement.page.height });

/** Places where edges meet may miss each other by rounding, pt. */
const near = 0.05;

/** Where an edge of one page is an edge of another, for as far as both have it. */
function foldsOf({ placements }: Sheet): Segment[] {
  const trims = placements.map(trimOf);
  return trims.flatMap((a) =>
    trims.flatMap((b): Segment[] => {
      const [top, bottom] = [Math.max(a.y, b.y), Math.min(a.y + a.height, b.y + b.height)];
      const [left, right] = [Math.max(a.x, b.x), Math.min(a.x + a.width, b.x + b.width)];
      if (Math.abs(a.x + a.width - b.x) < near && bottom - top > near)
        return [{ x1: b.x, y1: top, x2: b.x, y2: bottom }];
      if (Math.abs(a.y + a.height - b.y) < near && right - left > near)
        return [{ x1: left, y1: b.y, x2: right, y2: b.y }];
      return [];
    }),
  );
}

type Parts = Pick<SheetAnatomy, 'boxes' | 'lines'>;

function partsOf(placement: Placement, fragments: readonly Fragment[]): Parts {
  const boxes: SheetAnatomy['boxes'][number][] = [];
  const lines: SheetAnatomy['lines'][number][] = [];
  const add = (fragment: Fragment, matrix: Matrix): void => {
    const { rect } = fragment;
    if (fragment.kind === 'line') {
      const from = mapPoint(matrix, rect.x, fragment.baseline);
      const to = mapPoint(matrix, rect.x + rect.width, fragment.baseline);
      lines.push({
        page: placement.page.page,
        rect: mapRect(matrix, rect),
        baseline: { x1: from.x, y1: from.y, x2: to.x, y2: to.y },
        places: fragment.pieces.map(({ node }) => node.origin),
      });
      return;
    }
    const { element } = fragment;
    const turned = fragment.kind === 'box' ? fragment.matrix : undefined;
    const own = turned === undefined ? matrix : multiply(matrix, turned);
    if (element !== undefined)
      boxes.push({
        element: nameOf(element),
        page: placement.page.page,
        rect: mapRect(own, rect),
        place: element.origin,
      });
    if (fragment.kind === 'box') for (const child of fragment.children) add(child, own);
  };
  const matrix = matrixOf(placement);
  for (const fragment of fragments) add(fragment, matrix);
  return { boxes, lines };
}

const nameOf = ({ name, classes }: DocumentElement) => [name, ...classes].join('.');
