import * as z from 'zod';
import { type Problem, problem } from '../diagnostics/index.ts';
import { leastSide, lengthPattern, type Paper, pointsOf } from './papers.ts';

const withUnit = 'a length with its unit, as 4in, 99mm or 288pt';
const length = z
  .string(withUnit)
  .regex(lengthPattern, withUnit)
  .transform((text) => pointsOf(text)!);
const size = length.refine((value) => value >= leastSide, `a page is at least ${leastSide} pt wide and high`);
/** Between columns, and between rows: one length for both, or two. */
const gap = z
  .union([length.transform((both) => [both, both] as const), z.tuple([length, length]).readonly()])
  .describe('Between pieces, with its unit; or two: between columns, and between rows');
const count = z.number().int().min(1).max(24);
const turns = z.literal([0, 90, 180, 270]);

/** A page on a side of a piece: as high as it says, else what the others leave; so often beside itself; turned. */
const row = z.union([
  z
    .string()
    .transform((page) => ({ page, height: undefined, times: 1, inset: 0, turn: 0 as const }))
    .describe('Name of the page'),
  z.strictObject({
    page: z.string().describe('Name of the page'),
    height: size.describe('Of the row, with its unit; what the others leave where it is not said').optional(),
    times: count.describe('So often beside itself, as tabs are').default(1),
    inset: length
      .describe('Left free at both sides of the row, with its unit: desk printers clip there')
      .prefault('0pt'),
    turn: turns.describe('Turned clockwise by so many degrees').default(0),
  }),
]);

/** `sheet` of a `product.yaml`: pieces that are cut out of a sheet, and how they lie on each paper. */
export const sheetSchema = z.strictObject({
  sides: z
    .array(z.array(row).min(1).max(8))
    .min(1)
    .max(2)
    .describe('Front, or front and back, of a piece: of each its pages, one below the other'),
  gap: gap.prefault('0pt'),
  over: z
    .enum(['side', 'head'])
    .describe('About which of its edges one turns over a piece of one side that has another language behind')
    .default('side'),
  on: z
    .record(
      z.string(),
      z.strictObject({
        width: size.describe('Of a piece, with its unit; of the paper where it is not said').optional(),
        height: size.describe('Of a piece, with its unit; of the paper where it is not said').optional(),
        across: count.describe('Pieces beside each other').default(1),
        down: count.describe('Pieces below each other').default(1),
        gap: gap.optional(),
        lying: z.boolean().describe('The paper lies').default(false),
      }),
    )
    .describe('How pieces lie on each paper, by its name'),
});

type SheetData = z.infer<typeof sheetSchema>;

/** A page on a side of a piece, pt: `times` beside each other, each turned clockwise. */
export interface CutRow {
  readonly page: string;
  readonly times: number;
  /** Left free at both sides of the row, pt. */
  readonly inset: number;
  readonly turn: 0 | 90 | 180 | 270;
  /** Of the row, pt. */
  readonly height: number;
}

/** How pieces lie on a sheet that is cut, pt. */
export interface CutPlan {
  readonly piece: { readonly width: number; readonly height: number };
  readonly across: number;
  readonly down: number;
  /** Between columns, and between rows, pt. */
  readonly gap: readonly [columns: number, rows: number];
  /** Front, or front and back. */
  readonly sides: readonly (readonly CutRow[])[];
}

/** The sheet of a product on a paper that it is made on, as it lies. */
export function cutPlan(
  { sides, gap, on }: SheetData,
  paper: string,
  upright: Paper,
): {
  readonly plan: CutPlan;
  readonly orientation: 'landscape' | 'portrait';
  readonly sheet: Paper;
} {
  const { width, height, across, down, lying, gap: own = gap } = on[paper]!;
  const sheet = lying ? { width: upright.height, height: upright.width } : upright;
  const piece = { width: width ?? sheet.width, height: height ?? sheet.height };
  return {
    plan: { piece, across, down, gap: own, sides: sides.map((rows) => withHeights(rows, piece.height)) },
    orientation: lying ? 'landscape' : 'portrait',
    sheet,
  };
}

/** Rows that say no height share what the others leave. */
function withHeights(rows: SheetData['sides'][number], whole: number): CutRow[] {
  const said = rows.reduce((sum, row) => sum + (row.height ?? 0), 0);
  const open = rows.filter((row) => row.height === undefined).length;
  return rows.map(({ height, ...row }) => ({ ...row, height: height ?? (whole - said) / open }));
}

/** The pages of a piece with their sizes, upright, pt, in the order of their sides. */
export function cutPages({ piece, sides }: CutPlan): { name: string; width: number; height: number }[] {
  return sides.flat().map(({ page, times, inset, turn, height }) => {
    const across = (piece.width - 2 * inset) / times;
    return turn % 180 === 0
      ? { name: page, width: across, height }
      : { name: page, width: height, height: across };
  });
}

/** A sheet may miss its paper by rounding, pt. */
const rounding = 0.01;

/** What is asked of a product, and its sheet. */
interface Asked {
  readonly sheet?: SheetData | undefined;
  readonly pages?: readonly string[] | object | undefined;
  readonly orientations?: readonly string[] | undefined;
}

/** What is wrong between a sheet, and the pages and papers of its product. @param papers upright, by name */
export function sheetFaults(
  { sheet, pages, orientations }: Asked,
  papers: ReadonlyMap<string, Paper>,
  file: string,
): Problem[] {
  if (sheet === undefined) return [];
  const faults: Problem[] = [];
  const refuse = (message: string, hint: string) =>
    faults.push(problem('PRODUCT_INVALID', `sheet: ${message}`, { file }, hint));
  if (!Array.isArray(pages) || orientations !== undefined) {
    refuse(
      'what is cut out of a sheet has pages with names, and lies as sheet.on says.',
      'pages: [front, back], without fold and orientations.',
    );
    return faults;
  }
  const names = pages as readonly string[];
  const placed = sheet.sides.flat().map(({ page }) => page);
  for (const page of new Set(placed))
    if (!names.includes(page)) refuse(`there is no page "${page}".`, `pages: [${placed.join(', ')}].`);
    else if (placed.filter((each) => each === page).length > 1)
      refuse(
        `the page "${page}" has two places on a piece.`,
        'A page that stands beside itself says times: 2.',
      );
  for (const page of names)
    if (!placed.includes(page))
      refuse(`the page "${page}" has no place on a piece.`, 'sheet.sides says where each page lies.');
  for (const paper of Object.keys(sheet.on))
    if (!papers.has(paper))
      refuse(`${paper} is not among the papers.`, `papers: [${[...papers.keys()].join(', ')}].`);
  for (const [paper, upright] of papers)
    if (!Object.hasOwn(sheet.on, paper))
      refuse(
        `it is not said how pieces lie on ${paper}.`,
        `on: { ${paper}: { width: 4in, height: 6in, across: 2, down: 1 } }.`,
      );
    else sizeFaults(cutPlan(sheet, paper, upright), paper, refuse);
  return faults;
}

function sizeFaults(
  { plan: { piece, across, down, gap, sides }, sheet }: ReturnType<typeof cutPlan>,
  paper: string,
  refuse: (message: string, hint: string) => void,
): void {
  const width = across * piece.width + (across - 1) * gap[0];
  const height = down * piece.height + (down - 1) * gap[1];
  if (width > sheet.width + rounding || height > sheet.height + rounding)
    refuse(
      `${across} by ${down} pieces take ${width.toFixed(1)} by ${height.toFixed(1)} pt, and ${paper} has ${sheet.width.toFixed(1)} by ${sheet.height.toFixed(1)} pt.`,
      'Fewer pieces, a smaller gap, or lying: true.',
    );
  for (const rows of sides) {
    const sum = rows.reduce((all, row) => all + row.height, 0);
    if (Math.abs(sum - piece.height) > rounding || rows.some((row) => !(row.height >= leastSide)))
      refuse(
        `the pages of a side are ${sum.toFixed(1)} pt high, and a piece on ${paper} ${piece.height.toFixed(1)} pt.`,
        'Leave one height out: that page takes what the others leave.',
      );
    for (const { page, times, inset } of rows)
      if ((piece.width - 2 * inset) / times < leastSide)
        refuse(`${times} of ${page} are too many on ${paper}.`, 'Fewer times.');
  }
}
