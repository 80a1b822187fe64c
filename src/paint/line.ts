import type { Rect } from '../geometry/index.ts';
import type { LineFragment, LinePiece } from '../layout/index.ts';
import type { GlyphRun } from '../text/index.ts';
import { filledRect } from './box.ts';
import type { Owner, PathItem, TextItem } from './types.ts';

/** Underlines, as parts of the font size: how far their top is below the baseline, how thick they are. */
const UNDERLINE_TOP = 0.1;
const UNDERLINE_THICKNESS = 0.055;

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

/** The text of a line, one item a piece, then its underlines. `artifact` owns everything where it is given. */
export function paintLine(line: LineFragment, artifact: Owner | undefined): (TextItem | PathItem)[] {
  const texts: TextItem[] = [];
  const underlines: PathItem[] = [];
  for (const piece of line.pieces) {
    const runs = runsOf(line, piece);
    if (runs.length === 0) continue;
    texts.push({
      kind: 'text',
      owner: artifact ?? ownerOf(piece),
      ...(piece.node.kind === 'text' && piece.node.number !== undefined ? { number: piece.node.number } : {}),
      color: piece.style.color,
      paragraph: line.paragraph,
      start: piece.start,
      end: piece.end,
      runs,
      x: line.rect.x,
      baseline: line.baseline,
      rect: extentOf(line, runs),
    });
    if (piece.style.textDecoration === 'underline')
      underlines.push(...paintUnderline(line, piece, runs, artifact ?? { kind: 'artifact', type: 'Layout' }));
  }
  return [...texts, ...underlines];
}

function ownerOf({ node, element }: LinePiece): Owner {
  if (node.kind === 'element' && node.name === 'li') return { kind: 'marker', element: node };
  return { kind: 'content', node, element };
}

/** One rectangle for each stretch of runs that touch: other text may stand between them in bidirectional text. */
function paintUnderline(
  line: LineFragment,
  piece: LinePiece,
  runs: readonly GlyphRun[],
  owner: Owner,
): PathItem[] {
  const stretches: GlyphRun[][] = [];
  for (const run of runs) {
    const last = stretches.at(-1)?.at(-1);
    if (last !== undefined && Math.abs(last.x + last.width - run.x) < 0.01) stretches.at(-1)!.push(run);
    else stretches.push([run]);
  }
  return stretches.flatMap((stretch) => {
    const { x, width } = extentOf(line, stretch);
    const size = Math.max(...stretch.map((run) => run.size));
    const y = line.baseline + UNDERLINE_TOP * size;
    if (width <= 0) return [];
    return [filledRect({ x, y, width, height: UNDERLINE_THICKNESS * size }, piece.style.color, owner)];
  });
}
