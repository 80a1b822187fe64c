import { PressError, problem } from '../diagnostics/index.ts';
import type { Color, Rect } from '../geometry/index.ts';
import type { DisplayItem, DisplayList, PathItem } from '../paint/index.ts';
import { type Stroke, strokeItems } from './cut-marks.ts';
import type { ImpositionOptions, ImpositionPlan, Placement, Sheet } from './types.ts';

type Plan = Extract<ImpositionPlan, { kind: 'tiles' }>;

/** A tile: what it shows of the page, and its own part of that, which it shows alone. */
interface Tile {
  readonly column: number;
  readonly row: number;
  /** On the page, pt. */
  readonly window: Rect;
  readonly own: Rect;
}

/** pt. Marks stand off the tile, so that a knife that errs leaves none of them. */
const [markLength, markOff] = [9, 3];
/** Around the page on the sheet that shows how its tiles lie, pt: room for marks. */
const around = 16;

/**
 * A page that is larger than its paper: first a sheet that shows it whole, drawn to scale, with ticks where its tiles meet;
 * then the tiles as they are read, row by row. Each shows a strip of the next one in its row and in its column, on which that
 * one is glued once it is cut at its marks. Below each stands the foot, and a plan of all tiles that says which this is.
 * Reading from right to left mirrors it.
 * @throws PressError PRODUCT_INVALID when the pages are not those of the plan
 */
export function tileSheets(
  pages: readonly DisplayList[],
  plan: Plan,
  { direction, ink }: ImpositionOptions,
): readonly Sheet[] {
  const [page, foot] = [plan.page, plan.foot].map((name) => pages.find((each) => each.page === name));
  if (page === undefined || foot === undefined || pages.length !== 2)
    throw new PressError([
      problem(
        'PRODUCT_INVALID',
        `Tiles are made of the pages ${plan.page} and ${plan.foot}.`,
        {},
        'Correct the tiles of the product.',
      ),
    ]);
  const tiles = tilesOf(page, plan, direction === 'rtl');
  return [
    wholeSheet(page, plan, ink),
    ...tiles.map((tile) => tileSheet(tile, { page, foot, plan, ink, isRtl: direction === 'rtl' })),
  ];
}

/** Row by row, each row from where reading begins. */
function tilesOf({ width, height }: DisplayList, { columns, rows, overlap }: Plan, isRtl: boolean): Tile[] {
  const [w, h] = [width / columns, height / rows];
  return Array.from({ length: columns * rows }, (_, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    const own = { x: (isRtl ? columns - 1 - column : column) * w, y: row * h, width: w, height: h };
    const [more, below] = [column < columns - 1 ? overlap : 0, row < rows - 1 ? overlap : 0];
    const window = { x: own.x - (isRtl ? more : 0), y: own.y, width: w + more, height: h + below };
    return { column, row, own, window };
  });
}

/** The page drawn to scale, in hundredths: so the scale is written as it is. */
function wholeSheet(page: DisplayList, { sheet, margin, columns, rows }: Plan, ink: Color): Sheet {
  const edge = margin + around;
  const scaleOn = ({ width, height }: Plan['sheet']) =>
    Math.floor(100 * Math.min((width - 2 * edge) / page.width, (height - 2 * edge) / page.height)) / 100;
  const turned = { width: sheet.height, height: sheet.width };
  const paper = scaleOn(turned) > scaleOn(sheet) ? turned : sheet;
  const scale = scaleOn(paper);
  const [width, height] = [page.width * scale, page.height * scale];
  const [x, y] = [(paper.width - width) / 2, (paper.height - height) / 2];
  const strokes = [
    ...places(columns, x, width).flatMap((at) => ticks('x', at, [y, y + height], true)),
    // Beside a number nothing is drawn: where two rows meet in one, no tick says so.
    ...places(rows, y, height)
      .filter((at) => !isInNumber(page.items, (at - y) / scale))
      .flatMap((at) => ticks('y', at, [x, x + width], true)),
  ];
  return {
    name: 'whole',
    ...paper,
    placements: [{ page, x, y, rotate: 0, clip: true, scale }],
    marks: strokeItems(strokes, ink),
  };
}

/** Whether a number stands at a height of its page. */
function isInNumber(items: readonly DisplayItem[], y: number): boolean {
  return items.some((item) => {
    if (item.kind === 'group') return isInNumber(item.items, y);
    if (item.kind !== 'text' || item.number === undefined) return false;
    return item.rect.y <= y && y <= item.rect.y + item.rect.height;
  });
}

/** Where equal parts meet. */
const places = (count: number, from: number, length: number) =>
  Array.from({ length: count - 1 }, (_, i) => from + ((i + 1) * length) / count);

/** A mark at both ends of a line across what reaches from the one to the other. */
function ticks(
  axis: 'x' | 'y',
  at: number,
  [from, to]: readonly [number, number],
  dashed: boolean,
): Stroke[] {
  return [
    [from - markOff - markLength, from - markOff] as const,
    [to + markOff, to + markOff + markLength] as const,
  ].map(([a, b]) =>
    axis === 'x' ? { from: [at, a], to: [at, b], dashed } : { from: [a, at], to: [b, at], dashed },
  );
}

interface Parts {
  readonly page: DisplayList;
  readonly foot: DisplayList;
  readonly plan: Plan;
  readonly ink: Color;
  readonly isRtl: boolean;
}

function tileSheet(tile: Tile, { page, foot, plan, ink, isRtl }: Parts): Sheet {
  const { sheet, margin } = plan;
  const { window, own } = tile;
  const left = isRtl ? sheet.width - margin - window.width : margin;
  const [x, y] = [left - window.x, margin - window.y];
  const room = sheet.width - 2 * margin - foot.width;
  const below = sheet.height - margin - foot.height;
  const placements: Placement[] = [
    { page, x, y, rotate: 0, clip: true, window },
    { page: foot, x: isRtl ? margin : margin + room, y: below, rotate: 0, clip: true },
  ];
  const across = [margin, margin + window.height] as const;
  const along = [left, left + window.width] as const;
  // Cut where the tile's own part ends, but where the next one is glued on: there it only meets it.
  const upright = [own.x, own.x + own.width].flatMap((at) => {
    const glued = at > window.x + 0.01 && at < window.x + window.width - 0.01;
    return ticks('x', x + at, across, glued);
  });
  const level = [own.y, own.y + own.height].flatMap((at) => {
    const glued = at < window.y + window.height - 0.01 && at > window.y + 0.01;
    return ticks('y', y + at, along, glued);
  });
  const box = { x: isRtl ? sheet.width - margin - room : margin, y: below, width: room, height: foot.height };
  return {
    name: `tile-${tile.row + 1}-${tile.column + 1}`,
    ...sheet,
    placements,
    marks: [...strokeItems([...upright, ...level], ink), ...smallPlan(tile, { page, plan, ink, isRtl }, box)],
  };
}

/** The line of the small plan, pt. */
const planLine = 0.5;
/** Between the small plan and the foot, pt. */
const planOff = 12;

/** All tiles in small, this one filled. */
function smallPlan(
  { column, row }: Tile,
  { page, plan: { columns, rows }, ink, isRtl }: Omit<Parts, 'foot'>,
  box: Rect,
): DisplayItem[] {
  const scale = Math.min((box.width - planOff) / page.width, (box.height - planLine) / page.height);
  const [w, h] = [(page.width * scale) / columns, (page.height * scale) / rows];
  const left = isRtl ? box.x + box.width - w * columns - planLine / 2 : box.x + planLine / 2;
  const top = box.y + (box.height - h * rows) / 2;
  return Array.from({ length: columns * rows }, (_, i): PathItem => {
    const [c, r] = [i % columns, Math.floor(i / columns)];
    const [x, y] = [left + (isRtl ? columns - 1 - c : c) * w, top + r * h];
    const isThis = c === column && r === row;
    return {
      kind: 'path',
      owner: { kind: 'artifact', type: 'Page' },
      path: { verbs: 'MLLLZ', points: Float64Array.of(x, y, x + w, y, x + w, y + h, x, y + h) },
      fill: isThis ? ink : undefined,
      rule: 'nonzero',
      stroke: { color: ink, width: planLine, cap: 'butt', join: 'miter', dash: [] },
    };
  });
}
