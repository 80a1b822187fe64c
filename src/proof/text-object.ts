import { type Budget, costs } from './budget.ts';
import { type GraphicsState, inkOf } from './graphics-state.ts';
import { type Bounds, identity, type Matrix, multiply } from './matrix.ts';
import { type PdfObject, PdfString } from './object.ts';
import type { Glyph, Owner } from './page-content.ts';

/** What reaches above the baseline in a glyph's box, as a part of the size. */
const above = 0.7;
/** Text that is not filled: stroked alone, not painted, or only clipped to (9.3.6). */
const invisibleModes = [1, 3, 5, 7];
/** A box may stick out of a clip by rounding, pt. */
const tolerance = 0.5;

/** Text positions and showing (ISO 32000-1 9.4). */
export class TextObject {
  readonly glyphs: Glyph[] = [];
  readonly #budget: Budget;
  #matrix: Matrix = identity;
  #line: Matrix = identity;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** Takes an operator that positions text or sets its state; false when it is none. */
  position(operator: string, o: readonly PdfObject[], state: GraphicsState): boolean {
    const [a = 0, b = 0] = o as number[];
    switch (operator) {
      case 'BT':
        this.#matrix = this.#line = identity;
        return true;
      case 'Tm':
        this.#matrix = this.#line = o.slice(0, 6) as unknown as Matrix;
        return true;
      case 'TD':
        state.leading = -b;
        this.#move(a, b);
        return true;
      case 'Td':
        this.#move(a, b);
        return true;
      case 'T*':
        this.nextLine(state);
        return true;
      case 'Tc':
        state.charSpace = a;
        return true;
      case 'Tw':
        state.wordSpace = a;
        return true;
      case 'Tz':
        state.scale = a / 100;
        return true;
      case 'TL':
        state.leading = a;
        return true;
      case 'Tr':
        state.mode = a;
        return true;
      case 'Ts':
        state.rise = a;
        return true;
      default:
        return false;
    }
  }

  nextLine(state: GraphicsState): void {
    this.#move(0, -state.leading);
  }

  #move(x: number, y: number): void {
    this.#line = multiply([1, 0, 0, 1, x, y], this.#line);
    this.#matrix = this.#line;
  }

  /** Moves by thousandths of the size, as numbers in `TJ` do. */
  adjust(thousandths: number, { size, scale }: GraphicsState): void {
    this.#advance((-thousandths / 1000) * size * scale);
  }

  #advance(x: number): void {
    const [a, b, c, d, e, f] = this.#matrix;
    this.#matrix = [a, b, c, d, e + a * x, f + b * x];
  }

  show(value: PdfObject | undefined, state: GraphicsState, owner: Owner, order: number): void {
    const { font, size, charSpace, wordSpace, scale, rise, clip, ctm, mode } = state;
    if (!(value instanceof PdfString) || font === undefined) return;
    const { bytes } = value;
    this.#budget.spend(bytes.length * (costs.glyph / font.codeLength));
    const color = invisibleModes.includes(mode) ? undefined : inkOf(state);
    // Within one string only the origin moves: the hot loop of the proof.
    const m = multiply(multiply([1, 0, 0, 1, 0, rise], this.#matrix), ctm);
    const unit = Math.hypot(m[0], m[1]) || 1;
    const [dx, dy] = [m[0] / unit, m[1] / unit];
    const height = Math.hypot(m[2], m[3]) * size;
    const [upX, upY] = [dy * height * above, -dx * height * above];
    let moved = 0;
    for (let i = 0; i + font.codeLength <= bytes.length; i += font.codeLength) {
      const first = bytes.charCodeAt(i);
      const code = font.codeLength === 2 ? (first << 8) | bytes.charCodeAt(i + 1) : first;
      const width = (font.width(code) / 1000) * size * scale;
      const advance = width * unit;
      const x = m[4] + m[0] * moved;
      const y = m[5] + m[1] * moved;
      const clipped = cuts(clip, x, y, dx * advance, dy * advance, upX, upY);
      const text = font.text(code);
      const missing = font.isMissing(code);
      this.glyphs.push({
        text,
        x,
        y,
        dx,
        dy,
        advance,
        size: height,
        color,
        font,
        owner,
        clipped,
        order,
        missing,
      });
      const space = first === 32 && font.codeLength === 1 ? wordSpace : 0;
      moved += width + (charSpace + space) * scale;
    }
    this.#advance(moved);
  }
}

/** Does a clip cut the box that begins at a point and spans two vectors? */
function cuts(
  [left, top, right, bottom]: Bounds,
  x: number,
  y: number,
  ax: number,
  ay: number,
  ux: number,
  uy: number,
): boolean {
  const minX = x + Math.min(0, ax) + Math.min(0, ux);
  const maxX = x + Math.max(0, ax) + Math.max(0, ux);
  const minY = y + Math.min(0, ay) + Math.min(0, uy);
  const maxY = y + Math.max(0, ay) + Math.max(0, uy);
  return (
    minX < left - tolerance || minY < top - tolerance || maxX > right + tolerance || maxY > bottom + tolerance
  );
}
