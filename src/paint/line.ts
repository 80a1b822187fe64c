import type { DocumentElement } from '../document/index.ts';
import type { Rect } from '../geometry/index.ts';
import type { LineFragment, LinePiece } from '../layout/index.ts';
import type { GlyphRun } from '../text/index.ts';
import { filledRect } from './box.ts';
import { clusterBoxes, inkBounds } from './ink.ts';
import { ZONE } from './number-zone.ts';
import type { Owner, PathItem, TextItem } from './types.ts';

/** Underlines, as parts of the font size: how far their top is below the baseline, how thick they are. */
const UNDERLINE_TOP = 0.1;
const UNDERLINE_THICKNESS = 0.055;

const decoration: Owner = { kind: 'artifact', type: 'Layout' };

/** Runs of a piece in visual order: those that begin in it. Inline objects are painted as pictures, not here. */
export function runsOf(line: LineFragment, piece: LinePiece): readonly GlyphRun[] {
  return line.line.runs.filter(
    (run) => run.face !== undefined && run.start >= piece.start && run.start < piece.end,
  );
}

/** The room that runs take on their line, without white space that hangs beyond the line's ends. */
export function extentOf(line: LineFragment, runs: readonly GlyphRun[]): Rect {
  const inLine = (x: number): number => Math.min(Math.max(x, 0), line.line.width);
  const left = inLine(Math.min(...runs.map((run) => run.x)));
  const right = inLine(Math.max(...runs.map((run) => run.x + run.width)));
  return { x: line.rect.x + left, y: line.rect.y, width: right - left, height: line.rect.height };
}

/**
 * The text of a line, one item a piece, each before its underlines: what goes on behind a link goes on undivided. `around` owns everything where it is given, an artifact of the
 * page with this index, but a helpline's number in a link: that is content and a link on every page.
 */
export function paintLine(
  line: LineFragment,
  around: Owner | undefined,
  page: number,
): (TextItem | PathItem)[] {
  // The number of the page is no part of what stands beside it in a band.
  const saysPage = line.pieces.some(({ node }) => node.kind === 'text' && node.page !== undefined);
  const artifact = around !== undefined && saysPage ? { ...around } : around;
  const texts: TextItem[] = [];
  /** Texts with an underline, and how far down it is at least. */
  const underlined = new Map<TextItem, number>();
  for (const piece of line.pieces) {
    const runs = runsOf(line, piece);
    if (runs.length === 0) continue;
    const { node } = piece;
    const item: TextItem = {
      kind: 'text',
      owner:
        artifact !== undefined && !isAlive(piece)
          ? artifact
          : piece.generated === 'decoration'
            ? decoration
            : ownerOf(piece, artifact === undefined ? undefined : page),
      color: piece.style.color,
      paragraph: line.paragraph,
      start: piece.start,
      end: piece.end,
      runs,
      x: line.rect.x,
      baseline: line.baseline - (piece.raised ?? 0),
      rect: extentOf(line, runs),
      ...(node.kind === 'text' && node.number !== undefined ? { number: node.number } : {}),
    };
    texts.push(item);
    if (piece.style.textDecoration === 'underline')
      underlined.set(item, isDialled(piece, item) ? belowNumber(item) : 0);
  }
  if (underlined.size === 0) return texts;
  const owner = artifact ?? decoration;
  return texts.flatMap((item) => {
    const least = underlined.get(item);
    return least === undefined ? [item] : [item, ...paintUnderline(line, item, texts, owner, least)];
  });
}

/** A number that can be dialled where it stands. */
export function isAlive({ node, element }: LinePiece): boolean {
  const link = node.kind === 'text' && node.number !== undefined ? linkOf(element) : undefined;
  // Within a text that is said again it stays an artifact with that.
  return (
    link?.parent?.children.every(
      (child) => child === link || (child.kind === 'text' && child.text.trim() === ''),
    ) === true
  );
}

/** The nearest `a` with an address that an element is or is in. */
export function linkOf(element: DocumentElement | undefined): DocumentElement | undefined {
  for (let e = element; e !== undefined; e = e.parent)
    if (e.name === 'a' && e.attributes.href !== undefined) return e;
  return undefined;
}

/** `page` is that of what is repeated. */
function ownerOf({ node, element }: LinePiece, page: number | undefined): Owner {
  if (node.kind === 'element' && node.name === 'li') return { kind: 'marker', element: node };
  return page === undefined ? { kind: 'content', node, element } : { kind: 'content', node, element, page };
}

/** A number in its link: words beside it there are pieces of their own. */
function isDialled({ element }: LinePiece, { paragraph, start, end }: TextItem): boolean {
  const href = linkOf(element)?.attributes.href ?? '';
  return /^(?:tel|sms):/.test(href) && /\d/.test(paragraph.text.slice(start, end));
}

/**
 * How far down the underline of a number keeps off it: brackets reach below those of digits, and so does the room around them that is
 * the number's own.
 */
function belowNumber(item: TextItem): number {
  const ink = inkBounds(item);
  return ink === undefined ? 0 : ink.y + ink.height * (1 + ZONE) + 0.1;
}

/**
 * Rectangles for each stretch of runs that touch: other text may stand between them in bidirectional text. They leave out
 * what reaches down into them (CSS Text Decoration 4 `text-decoration-skip-ink`): nothing is painted over a letter.
 */
function paintUnderline(
  line: LineFragment,
  item: TextItem,
  texts: readonly TextItem[],
  owner: Owner,
  least: number,
): PathItem[] {
  const stretches: GlyphRun[][] = [];
  for (const run of item.runs) {
    const last = stretches.at(-1)?.at(-1);
    if (last !== undefined && Math.abs(last.x + last.width - run.x) < 0.01) stretches.at(-1)!.push(run);
    else stretches.push([run]);
  }
  return stretches.flatMap((stretch) => {
    const { x, width } = extentOf(line, stretch);
    const size = Math.max(...stretch.map((run) => run.size));
    const y = Math.max(item.baseline + UNDERLINE_TOP * size, least);
    const height = UNDERLINE_THICKNESS * size;
    const ink = texts.flatMap((text) => clusterBoxes(text, { x, y, width, height }));
    return between(x, x + width, ink, height).map(([left, right]) =>
      filledRect({ x: left, y, width: right - left, height }, item.color, owner),
    );
  });
}

/** What is left from `start` to `end` between boxes, `gap` beside each; nothing shorter than a gap. */
function between(
  start: number,
  end: number,
  boxes: readonly Rect[],
  gap: number,
): [left: number, right: number][] {
  const left: [number, number][] = [];
  let at = start;
  for (const { x, width } of [...boxes].sort((a, b) => a.x - b.x)) {
    if (x - gap - at > gap) left.push([at, x - gap]);
    at = Math.max(at, x + width + gap);
  }
  if (end - at > gap) left.push([at, end]);
  return left;
}
