import { type Budget, costs } from '../file/budget.ts';
import { FoundOfDocument } from '../file/found.ts';
import { type Bounds, contains, grown, intersect, touch } from '../page/matrix.ts';
import type { Painted, Piece, Run } from '../page/page-content.ts';
import type { Document, Page } from '../page/read.ts';
import { contentWithout } from '../page/read-contents.ts';
import type { Check, Expectation } from '../types.ts';
import { isAlike, isRun, rounding, seenOf, type Thing } from './same-things.ts';
import { count, notChecked, verdict } from './verdict.ts';

type Sheet = Expectation['sheets'][number];
type Tile = NonNullable<Sheet['tile']>;

/** A file as it is read once its tiles are glued together. */
export interface Assembled {
  /** Its tiles are left out: what they show is on the page that shows all of it. */
  readonly document: Document;
  /** Of the tiles; none where there are no tiles. */
  readonly checks: readonly Check[];
}

/** Edges of the tile and of what it is cut off by may differ by rounding, pt. */
const near = 0.01;

/**
 * Holds each tile to its part of the page that is there whole, mark by mark: nothing of it stands elsewhere, in another size
 * or not at all, nothing else reaches into it, and together they show all of the page. Nobody hears a tile, and none has a
 * link. What is left is the page, drawn whole, and what stands beside tiles.
 */
export function assemble(document: Document, expectation: Expectation | undefined): Assembled {
  const { sheets = [] } = expectation ?? {};
  if (!sheets.some(({ tile }) => tile !== undefined)) return { document, checks: [] };
  const { budget } = document.file;
  const wrong: string[] = uncovered(sheets);
  let looked = 0;
  const pages = document.pages.map((page, i): Page => {
    const tile = sheets[i]?.tile;
    if (tile === undefined) return page;
    looked++;
    const window = boundsOf(tile);
    const isOfTile = (piece: Piece) => isWithin(piece, window);
    const things = page.content.pieces.flatMap((piece) => (isOfTile(piece) ? thingsOf(piece) : []));
    const fault =
      strayFault(page, window, isOfTile) ??
      differenceOf(wholeOf(document, sheets, tile), tile, things, budget);
    if (fault !== undefined) wrong.push(`the tile on sheet ${i + 1}: ${fault}`);
    return { ...page, content: contentWithout(page.content, isOfTile) };
  });
  const check = verdict(
    'TILE_OTHER',
    wrong,
    looked,
    `${count(looked, 'tile')} show the page whole, each its part of it.`,
  );
  return { document: { ...document, pages, found: new FoundOfDocument() }, checks: [check] };
}

/** What a tile by itself does not keep: its texts are cut off, and those of its page beyond it are there unseen. */
const ofWholePages: readonly string[] = ['PAGE_BLANK', 'TEXT_COVERED', 'TEXT_OVERFLOW', 'CONTRAST_LOW'];

/** Checks of a file of which it is not known where its tiles are: whether it has any is known, by its page drawn smaller. */
export function withoutTiles(checks: readonly Check[], { pages }: Document): readonly Check[] {
  if (!pages.some(({ content }) => content.scale !== 1)) return checks;
  return checks.map((check) => (ofWholePages.includes(check.code) ? notChecked(check.code) : check));
}

const boundsOf = ({ x, y, width, height }: Pick<Tile, 'x' | 'y' | 'width' | 'height'>): Bounds => [
  x,
  y,
  x + width,
  y + height,
];

const thingsOf = ({ runs, painted }: Piece): Thing[] =>
  [...runs, ...painted].sort((a, b) => a.order - b.order);

/** All that a piece shows is cut off at the window, so it can show nothing elsewhere. */
function isWithin(piece: Piece, window: Bounds): boolean {
  const room = grown(window, near);
  const things = [...piece.runs, ...piece.painted];
  return things.length > 0 && things.every(({ clip }) => contains(room, clip.bounds));
}

/** What stands in the window beside the tile, or makes it heard. */
function strayFault(
  { content, annotations }: Page,
  window: Bounds,
  isOfTile: (piece: Piece) => boolean,
): string | undefined {
  const inner = grown(window, -near);
  for (const piece of content.pieces) {
    if (isOfTile(piece)) {
      if (piece.mcids.size > 0) return 'it is heard, as the page that is there whole is';
      continue;
    }
    const stray = [...piece.runs, ...piece.painted].find((thing) => touch(seenOf(thing), inner));
    if (stray !== undefined) return `${told(stray)} reaches into it`;
  }
  const isOver = ({ left, top, right, bottom }: Page['annotations'][number]) =>
    touch([left, top, right, bottom], inner);
  return annotations.some(isOver) ? 'a link lies over it' : undefined;
}

interface Whole {
  readonly page: Page;
  readonly area: Sheet['areas'][number];
}

/** Where the page of a tile is there whole. */
function wholeOf({ pages }: Document, sheets: readonly Sheet[], { page: name }: Tile): Whole | undefined {
  for (const [i, { areas }] of sheets.entries()) {
    const area = areas.find(({ page, copy }) => page === name && copy !== true);
    const page = pages[i];
    if (area !== undefined && page !== undefined) return { page, area };
  }
  return undefined;
}

function differenceOf(
  whole: Whole | undefined,
  tile: Tile,
  things: readonly Thing[],
  budget: Budget,
): string | undefined {
  if (whole === undefined) return 'there is no page that it is a part of';
  const { page, area } = whole;
  const [dx, dy] = [tile.x - tile.left - area.x, tile.y - tile.top - area.y];
  const window = boundsOf(tile);
  const source: Bounds = [window[0] - dx, window[1] - dy, window[2] - dx, window[3] - dy];
  const isNear = (ax: number, ay: number, bx: number, by: number) =>
    Math.abs(ax + dx - bx) <= rounding && Math.abs(ay + dy - by) <= rounding;
  const seen = (thing: Thing, isSecond: boolean) => intersect(seenOf(thing), isSecond ? window : source);
  const all = page.content.pieces.flatMap(thingsOf);
  let next = 0;
  /** The first that is not passed over: what is seen of the tile never is. */
  const pass = (isWanted: (thing: Thing) => boolean): Thing | undefined => {
    for (; next < all.length; next++) {
      budget.spend(costs.test);
      const thing = all[next]!;
      if (isWanted(thing) || touch(seenOf(thing), source)) return thing;
    }
    return undefined;
  };
  // What is cut off is held to the page too: it can be read out of the file.
  for (const thing of things) {
    const isSame = (other: Thing) => isAlike(other, thing, isNear, budget, seen);
    const found = pass(isSame);
    if (found === undefined) return `${told(thing)} is not in that part of the page`;
    if (!isSame(found)) return `${told(found)} is not there, or looks or stands otherwise`;
    next++;
  }
  const left = pass(() => false);
  return left === undefined ? undefined : `${told(left)} is not there`;
}

const told = (thing: Run | Painted) =>
  isRun(thing) ? `"${thing.text.trim().slice(0, 40)}"` : `a ${thing.kind}`;

/** Parts of a page that no tile shows. */
function uncovered(sheets: readonly Sheet[]): string[] {
  const tiles = sheets.flatMap(({ tile }) => tile ?? []);
  return [...new Set(tiles.map(({ page }) => page))].flatMap((name) => {
    const area = sheets.flatMap(({ areas }) => areas).find(({ page }) => page === name);
    if (area === undefined) return [];
    const own = tiles.filter(({ page }) => page === name);
    const edges = (side: 'width' | 'height', from: 'left' | 'top') =>
      [...new Set([0, area[side], ...own.flatMap((tile) => [tile[from], tile[from] + tile[side]])])]
        .filter((at) => at >= 0 && at <= area[side])
        .sort((a, b) => a - b);
    const middles = (all: readonly number[]) =>
      all.slice(1).flatMap((to, i) => (to - all[i]! > near ? [(to + all[i]!) / 2] : []));
    const [xs, ys] = [middles(edges('width', 'left')), middles(edges('height', 'top'))];
    const isShown = (x: number, y: number) =>
      own.some(({ left, top, width, height }) => x > left && x < left + width && y > top && y < top + height);
    return ys.some((y) => xs.some((x) => !isShown(x, y))) ? [`no tile shows a part of ${name}`] : [];
  });
}
