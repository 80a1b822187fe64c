import * as z from 'zod';
import { type Problem, problem, suggest } from '../diagnostics/index.ts';
import { lengthPattern, type Paper, papers, pointsOf } from './papers.ts';

const length = z
  .string()
  .regex(lengthPattern, 'a length with its unit, as 12mm, 0.5in or 36pt')
  .transform((text) => pointsOf(text)!);

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
    .record(z.string(), z.string().meta({ enum: Object.keys(papers) }))
    .describe('For each paper that the page is made in, the one that its tiles are printed on'),
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

/** A page in tiles, on the paper that they are printed on, lying or standing: as takes fewer sheets. @param page as it lies */
export function tilesPlan(
  { page, foot, height, overlap, margin, on }: TilesData,
  paper: string,
  size: Paper,
): TilesPlan {
  const { width: short, height: long } = papers[on[paper]!]!;
  const plans = [
    { width: short, height: long },
    { width: long, height: short },
  ].map(
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
  );
  const [standing, lying] = plans as [TilesPlan, TilesPlan];
  return lying.columns * lying.rows < standing.columns * standing.rows ? lying : standing;
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
  for (const [paper, size] of sizes) {
    const under = on[paper];
    if (under === undefined)
      refuse(`it is not said what ${paper} is printed on.`, `on: { ${paper}: letter }.`);
    else if (!Object.hasOwn(papers, under))
      refuse(`there is no paper "${under}".`, suggest(under, Object.keys(papers)));
    else
      for (const lies of [size, { width: size.height, height: size.width }]) {
        const { columns, rows } = tilesPlan(tiles, paper, lies);
        if (columns * rows < 2)
          refuse(`${paper} goes onto one sheet of ${under}.`, 'Print it without tiles.');
        if (columns * rows > mostTiles)
          refuse(
            `${paper} takes more than ${mostTiles} sheets of ${under}.`,
            'A larger paper, a smaller margin or overlap.',
          );
      }
  }
  return faults;
}
