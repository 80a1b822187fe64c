import * as z from 'zod';
import { type Problem, problem, suggest } from '../diagnostics/index.ts';
import { leastSide, lengthPattern, mostSide, type Paper, papers, pointsOf } from './papers.ts';

const length = z
  .string()
  .regex(lengthPattern, 'a length with its unit, as 12mm, 0.5in or 36pt')
  .transform((text) => pointsOf(text)!);

const side = length.refine(
  (value) => value >= leastSide && value <= mostSide,
  `a side is from ${leastSide} to ${mostSide} pt long`,
);

/** `tiles` of a `product.yaml`: a page that is larger than the paper it is printed on. */
export const tilesSchema = z.strictObject({
  page: z.string().describe('Name of the page that is printed in tiles'),
  foot: z.string().describe('Name of the page that stands below each tile: it says the number'),
  height: length.describe('Of the foot, with its unit').prefault('34pt'),
  overlap: length
    .describe('What a tile shows of the next one, with its unit: there they are glued')
    .prefault('12mm'),
  margin: length
    .describe('Left free along the edge of each sheet, with its unit: desk printers clip there')
    .prefault('18pt'),
  on: z
    .record(
      z.string(),
      z.union([
        z
          .string()
          .meta({ enum: Object.keys(papers) })
          .describe('The paper that tiles of a page as large as this one are printed on'),
        z
          .strictObject({
            width: side.describe('Of the page, with its unit'),
            height: side.describe('Of the page, with its unit'),
          })
          .describe('The size of the page whose tiles are printed on this paper, with its units'),
      ]),
    )
    .describe('How large the page is, and what its tiles are printed on, for each paper'),
});

type TilesData = z.infer<typeof tilesSchema>;

/** How a page lies on several sheets, pt. */
export interface TilesPlan {
  readonly page: string;
  readonly foot: string;
  /** As it lies. */
  readonly sheet: Paper;
  readonly columns: number;
  readonly rows: number;
  readonly overlap: number;
  readonly margin: number;
  /** Of the foot's page: it leaves room for a plan of the tiles before it. */
  readonly footSize: Paper;
}

/** Between a tile and its foot, and between the plan of the tiles and the words of the foot, pt: marks of cuts stand there. */
const gap = 14;
/** Room for the plan of the tiles, pt. */
const planWidth = 52;
/** Sheets that one poster may take. */
const mostTiles = 48;

/** The page of a product in tiles, upright, and the paper of its tiles, for a paper that is asked for. */
function sizesOf(
  { on }: Pick<TilesData, 'on'>,
  paper: string,
  own: Paper,
): { readonly page: Paper; readonly under: Paper } {
  const said = on[paper]!;
  if (typeof said === 'string') return { page: own, under: papers[said]! };
  const [width, height] = [said.width, said.height].toSorted((a, b) => a - b) as [number, number];
  return { page: { width, height }, under: own };
}

const lying = ({ width, height }: Paper): Paper => ({ width: height, height: width });

/** A page in tiles, on paper that lies or stands: as takes fewer sheets. @param own size of the paper, upright */
export function tilesPlan(
  data: TilesData,
  paper: string,
  own: Paper,
  isLying: boolean,
): { readonly plan: TilesPlan; readonly size: Paper } {
  const { page, foot, height, overlap, margin } = data;
  const { page: upright, under } = sizesOf(data, paper, own);
  const size = isLying ? lying(upright) : upright;
  const [one, other] = [under, lying(under)].map(
    (sheet): TilesPlan => ({
      page,
      foot,
      sheet,
      columns: tilesAlong(size.width, sheet.width - 2 * margin, overlap),
      rows: tilesAlong(size.height, sheet.height - 2 * margin - gap - height, overlap),
      overlap,
      margin,
      footSize: { width: sheet.width - 2 * margin - planWidth, height },
    }),
  ) as [TilesPlan, TilesPlan];
  return { size, plan: other.columns * other.rows < one.columns * one.rows ? other : one };
}

/** Into how many equal parts a side is divided, so that each fits with what it shows of the next. */
function tilesAlong(side: number, room: number, overlap: number): number {
  if (side <= room) return 1;
  return room <= overlap ? Number.POSITIVE_INFINITY : Math.ceil(side / (room - overlap));
}

/** What is asked of a product, and its tiles. */
interface Asked {
  readonly tiles?: TilesData | undefined;
  readonly sheet?: object | undefined;
  readonly pages?: readonly string[] | object | undefined;
}

/** What is wrong between tiles, and the pages and papers of their product. @param sizes of the papers, upright, by name */
export function tilesFaults(
  { tiles, sheet, pages }: Asked,
  sizes: ReadonlyMap<string, Paper>,
  file: string,
): Problem[] {
  if (tiles === undefined) return [];
  const faults: Problem[] = [];
  const refuse = (message: string, hint: string) =>
    faults.push(problem('PRODUCT_INVALID', `tiles: ${message}`, { file }, hint));
  const { page, foot, on } = tiles;
  const names = Array.isArray(pages) ? (pages as readonly string[]) : [];
  if (page === foot || names.length !== 2 || !names.includes(page) || !names.includes(foot))
    refuse('a product in tiles has two pages, its own and the foot.', `pages: [${page}, ${foot}].`);
  if (sheet !== undefined) refuse('what is cut out of a sheet is not printed in tiles.', 'Take sheet out.');
  for (const paper of Object.keys(on))
    if (!sizes.has(paper))
      refuse(`${paper} is not among the papers.`, `papers: [${[...sizes.keys()].join(', ')}].`);
  for (const [paper, own] of sizes) {
    const under = on[paper];
    if (under === undefined)
      refuse(`it is not said what ${paper} is printed on.`, `on: { ${paper}: letter }.`);
    else if (typeof under === 'string' && !Object.hasOwn(papers, under))
      refuse(`there is no paper "${under}".`, suggest(under, Object.keys(papers)));
    else
      for (const isLying of [false, true]) {
        const { columns, rows } = tilesPlan(tiles, paper, own, isLying).plan;
        if (columns * rows < 2)
          refuse(`the page of ${paper} goes onto one sheet.`, 'Print it without tiles.');
        if (columns * rows > mostTiles)
          refuse(
            `the page of ${paper} takes more than ${mostTiles} sheets.`,
            'Larger sheets, a smaller margin or overlap.',
          );
      }
  }
  return faults;
}
