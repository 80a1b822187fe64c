import { grown, intersects, type Matrix, multiply, type Rect } from '../geometry/index.ts';
import { matrixOf, type Sheet } from '../imposition/index.ts';
import { type DisplayItem, type DisplayList, type GroupItem, varies } from '../paint/index.ts';
import { itemBounds } from './bounds.ts';

/** Anything that is painted itself. */
export type PaintedItem = Exclude<DisplayItem, GroupItem>;

/** A change of coordinates, and what it cuts off. */
export interface Frame {
  readonly matrix: Matrix;
  readonly clip: Rect | undefined;
  /** From the coordinates of what is in the frame to the sheet's, y down. */
  readonly toSheet: Matrix;
}

/** Items in one frame after another, painted one after the other. */
export interface Stretch {
  /** From the outermost to the innermost. */
  readonly frames: readonly Frame[];
  readonly items: readonly PaintedItem[];
  /** True for a further copy of a page that was placed before: it is an artifact. */
  readonly copy: boolean;
  /** Place of its page among all in reading order, which sheets need not keep. */
  readonly order: number;
}

/**
 * A part of a sheet's content that is a stream of its own and asks nothing of those before it. What shows a number is one
 * by itself, so that files that differ in their numbers share all others.
 */
export interface Piece {
  readonly varies: boolean;
  readonly stretches: readonly Stretch[];
}

/** The content of sheets in pieces. Where they are cut depends on what is painted alone. */
export function piecesOf(sheets: readonly Sheet[]): readonly (readonly Piece[])[] {
  const painted = new Set<DisplayList>();
  return sheets.map((sheet) => {
    const cutter = new Cutter();
    const flip: Frame = frame([1, 0, 0, -1, 0, sheet.height], undefined, [1, 0, 0, 1, 0, 0]);
    for (const placement of sheet.placements) {
      const { page, clip, over = 0, window } = placement;
      const matrix = matrixOf(placement);
      const { width, height } = page;
      const whole = { x: -over, y: -over, width: width + 2 * over, height: height + 2 * over };
      const box = clip ? (window ?? whole) : undefined;
      // Content streams have their y axis up: one matrix does both.
      const place = frame(multiply(flip.matrix, matrix), box, matrix);
      const items = window === undefined ? page.items : page.items.filter((item) => isSeenIn(window, item));
      cutter.add(items, [place], painted.has(page), page.index);
      // A tile is nothing but its part of the page: what else is on its sheet is read apart from it.
      if (window !== undefined) cutter.cut();
      painted.add(page);
    }
    if (sheet.isShared === true) cutter.cut();
    cutter.add(sheet.marks, [flip], false, 0);
    return cutter.pieces();
  });
}

/** Ink may stick out of its line, pt: strokes of Nastaliq by no more than the line is high. */
const out = 24;

/** Whether a tile may show something of an item: all else of its page is left out. */
function isSeenIn(window: Rect, item: DisplayItem): boolean {
  if (item.kind === 'group') return true;
  const bounds = itemBounds(item);
  return intersects(window, grown(bounds, item.kind === 'text' ? Math.max(out, bounds.height) : out));
}

function frame(matrix: Matrix, clip: Rect | undefined, toSheet: Matrix): Frame {
  return { matrix, clip, toSheet };
}

class Cutter {
  readonly #pieces: Piece[] = [];
  #stretches: Stretch[] = [];

  add(items: readonly DisplayItem[], frames: readonly Frame[], copy: boolean, order: number): void {
    let run: PaintedItem[] = [];
    const end = (): void => {
      if (run.length > 0) this.#stretches.push({ frames, items: run, copy, order });
      run = [];
    };
    for (const item of items) {
      if (item.kind === 'group') {
        end();
        const { matrix } = item;
        const toSheet = multiply(frames.at(-1)!.toSheet, matrix);
        this.add(item.items, [...frames, frame(matrix, undefined, toSheet)], copy, order);
      } else if (varies(item)) {
        end();
        this.#cut(false);
        this.#stretches.push({ frames, items: [item], copy, order });
        this.#cut(true);
      } else run.push(item);
    }
    end();
  }

  /** What comes is no part of the piece before it. */
  cut(): void {
    this.#cut(false);
  }

  #cut(varies: boolean): void {
    if (this.#stretches.length > 0) this.#pieces.push({ varies, stretches: this.#stretches });
    this.#stretches = [];
  }

  pieces(): readonly Piece[] {
    this.#cut(false);
    return this.#pieces;
  }
}
