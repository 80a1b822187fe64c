import { type Budget, costs } from '../file/budget.ts';
import { Unreadable } from '../file/object.ts';
import { type ContentTokens, StringRoom } from './content-tokens.ts';
import type { GraphicsState } from './graphics-state.ts';
import type { MarkedContent } from './marked-content.ts';
import { type Bounds, isRigid } from './matrix.ts';
import type { Run } from './page-content.ts';

/** Room for the glyphs of a piece; used for one piece after the other. */
export class Columns {
  count = 0;
  codes = new Uint16Array(256);
  xs = new Float64Array(256);
  ys = new Float64Array(256);
  readonly strings = new StringRoom();

  reserve(more: number): void {
    const needed = this.count + more;
    if (needed <= this.codes.length) return;
    const size = Math.max(needed, this.codes.length * 2);
    const [codes, xs, ys] = [new Uint16Array(size), new Float64Array(size), new Float64Array(size)];
    codes.set(this.codes);
    xs.set(this.xs);
    ys.set(this.ys);
    [this.codes, this.xs, this.ys] = [codes, xs, ys];
  }
}

const noCodes = new Uint16Array();
const nowhere = new Float64Array();

/** Text positions and showing (ISO 32000-1 9.4). The press sets text upright in its own space, and only turns that. */
export class TextObject {
  readonly runs: Run[] = [];
  /** Filled at the end. */
  readonly #glyphs: { codes: Uint16Array; xs: Float64Array; ys: Float64Array };
  readonly #columns: Columns;
  readonly #budget: Budget;
  /** Where the line began, and how far along it the text has come; user space, y down. */
  #x = 0;
  #y = 0;
  #pen = 0;

  constructor(columns: Columns, budget: Budget) {
    columns.count = 0;
    this.#columns = columns;
    this.#glyphs = { codes: noCodes, xs: nowhere, ys: nowhere };
    this.#budget = budget;
  }

  /** Gives the runs their glyphs. */
  finish(): void {
    const { count, codes, xs, ys } = this.#columns;
    if (count === 0) return;
    this.#glyphs.codes = codes.slice(0, count);
    this.#glyphs.xs = xs.slice(0, count);
    this.#glyphs.ys = ys.slice(0, count);
  }

  reset(): void {
    [this.#x, this.#y, this.#pen] = [0, 0, 0];
  }

  /** `1 0 0 -1 x y Tm`. @throws Foreign for any other matrix */
  begin(n: ArrayLike<number>, tokens: ContentTokens): void {
    if (n[0] !== 1 || n[1] !== 0 || n[2] !== 0 || n[3] !== -1) throw tokens.fault();
    [this.#x, this.#y, this.#pen] = [n[4]!, n[5]!, 0];
  }

  /** `x 0 Td`. @throws Foreign when it leaves the line */
  move(n: ArrayLike<number>, tokens: ContentTokens): void {
    if (n[1] !== 0) throw tokens.fault();
    this.#x += n[0]!;
    this.#pen = 0;
  }

  /** Notes the glyphs of a shown string: the hot loop of the proof. @throws Unreadable, Foreign */
  show(tokens: ContentTokens, state: GraphicsState, marked: MarkedContent, order: number): void {
    const { font, size, ctm, fill, clip } = state;
    const { codes, moves, count } = tokens;
    if (font === undefined || !(size > 0) || !isRigid(ctm)) throw tokens.fault();
    this.#budget.spend(count * costs.glyph);
    const owner = marked.own();
    const columns = this.#columns;
    columns.reserve(count);
    const { widths, texts, kinds, inks, length } = font;
    const [dx, dy] = [ctm[0], ctm[1]];
    const ox = ctm[0] * this.#x + ctm[2] * this.#y + ctm[4];
    const oy = ctm[1] * this.#x + ctm[3] * this.#y + ctm[5];
    const em = size / 1000;
    const first = columns.count;
    let at = first;
    let pen = this.#pen;
    let text = '';
    let [seen, digits, inked] = [0, 0, 0];
    let [left, low, right, high] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < count; i++) {
      const code = codes[i]!;
      if (code === 0 || code >= length) throw new Unreadable(`the font ${font.name} has no code ${code}`);
      pen -= moves[i]! * em;
      columns.codes[at] = code;
      columns.xs[at] = ox + dx * pen;
      columns.ys[at] = oy + dy * pen;
      at++;
      text += texts[code]!;
      const kind = kinds[code]!;
      if ((kind & 1) !== 0) seen++;
      if ((kind & 2) !== 0) digits++;
      if ((kind & 4) !== 0) {
        inked++;
        const ink = code * 4;
        const [l, r] = [pen + inks[ink]! * size, pen + inks[ink + 2]! * size];
        if (l < left) left = l;
        if (r > right) right = r;
        if (inks[ink + 1]! < low) low = inks[ink + 1]!;
        if (inks[ink + 3]! > high) high = inks[ink + 3]!;
      }
      pen += widths[code]! * em;
    }
    this.#pen = pen - moves[count]! * em;
    columns.count = at;
    const ink = left < right ? placed(ox, oy, dx, dy, left, low * size, right, high * size) : undefined;
    this.runs.push({
      glyphs: this.#glyphs,
      first,
      end: at,
      font,
      size,
      dx,
      dy,
      color: fill,
      owner,
      clip,
      order,
      text,
      ink,
      seen,
      digits,
      inked,
    });
  }
}

/** Upright bounds on the page of what reaches from `left` to `right` along a line and from `low` to `high` above it. */
export function placed(
  x: number,
  y: number,
  dx: number,
  dy: number,
  left: number,
  low: number,
  right: number,
  high: number,
): Bounds {
  if (dx === 1 && dy === 0) return [x + left, y - high, x + right, y - low];
  const xs = [dx * left + dy * low, dx * right + dy * low, dx * left + dy * high, dx * right + dy * high];
  const ys = [dy * left - dx * low, dy * right - dx * low, dy * left - dx * high, dy * right - dx * high];
  return [x + Math.min(...xs), y + Math.min(...ys), x + Math.max(...xs), y + Math.max(...ys)];
}
