import type { Budget } from './budget.ts';
import { type Bounds, touch } from './matrix.ts';

/** Side of a cell of the page, pt. */
const side = 24;
/** Things that reach into more cells than this are looked at for every place. */
const most = 24;
/** Places that are not on any page count as its edge. */
const farthest = 1000;

interface Entry<T> {
  readonly order: number;
  readonly bounds: Bounds;
  readonly thing: T;
  /** The last question that it was an answer to. */
  asked: number;
}

/** Things of a page by where they are, in the order that they were added. */
export class PlaceIndex<T> {
  readonly #cells = new Map<number, Entry<T>[]>();
  readonly #wide: Entry<T>[] = [];
  #added = 0;
  #asked = 0;

  add(thing: T, bounds: Bounds): void {
    const entry = { order: this.#added++, bounds, thing, asked: 0 };
    const [left, top, right, bottom] = cellsOf(bounds);
    if ((right - left + 1) * (bottom - top + 1) > most) {
      this.#wide.push(entry);
      return;
    }
    for (let y = top; y <= bottom; y++)
      for (let x = left; x <= right; x++) {
        const key = y * farthest + x;
        const cell = this.#cells.get(key);
        if (cell === undefined) this.#cells.set(key, [entry]);
        else cell.push(entry);
      }
  }

  /** What has more than an edge in common with bounds, each once, in order. */
  near(bounds: Bounds, budget: Budget): readonly T[] {
    const found: Entry<T>[] = [];
    const asked = ++this.#asked;
    const look = (entries: readonly Entry<T>[]) => {
      budget.spend(entries.length);
      for (const entry of entries) {
        if (entry.asked === asked || !touch(entry.bounds, bounds)) continue;
        entry.asked = asked;
        found.push(entry);
      }
    };
    look(this.#wide);
    const [left, top, right, bottom] = cellsOf(bounds);
    for (let y = top; y <= bottom; y++)
      for (let x = left; x <= right; x++) {
        const cell = this.#cells.get(y * farthest + x);
        if (cell !== undefined) look(cell);
      }
    budget.spend((right - left + 1) * (bottom - top + 1));
    if (found.length > 1) found.sort((a, b) => a.order - b.order);
    return found.map(({ thing }) => thing);
  }
}

function cellsOf([left, top, right, bottom]: Bounds): readonly [number, number, number, number] {
  const cell = (value: number) => Math.min(farthest - 1, Math.max(0, Math.floor(value / side)));
  return [cell(left), cell(top), cell(right), cell(bottom)];
}
