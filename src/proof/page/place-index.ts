import type { Budget } from '../file/budget.ts';
import { areApart, type Bounds, touch, unite } from './matrix.ts';

/** Side of a cell of the page, pt. */
const side = 24;
/** Things that reach into more cells than this are looked at for every place. */
const most = 24;
/** So many that are found are put in order one by one; more are sorted. */
const few = 32;
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
  /** Around all of them. */
  #around: Bounds | undefined;
  readonly #found: Entry<T>[] = [];

  add(thing: T, bounds: Bounds): void {
    const entry = { order: this.#added++, bounds, thing, asked: 0 };
    this.#around = this.#around === undefined ? bounds : unite(this.#around, bounds);
    const left = cellOf(bounds[0]);
    const top = cellOf(bounds[1]);
    const right = cellOf(bounds[2]);
    const bottom = cellOf(bounds[3]);
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
    if (this.#around === undefined || areApart(this.#around, bounds)) {
      budget.spend(1);
      return [];
    }
    const found = this.#found;
    found.length = 0;
    this.#asked++;
    this.#look(this.#wide, bounds, budget);
    const left = cellOf(bounds[0]);
    const top = cellOf(bounds[1]);
    const right = cellOf(bounds[2]);
    const bottom = cellOf(bounds[3]);
    for (let y = top; y <= bottom; y++)
      for (let x = left; x <= right; x++) {
        const cell = this.#cells.get(y * farthest + x);
        if (cell !== undefined) this.#look(cell, bounds, budget);
      }
    budget.spend((right - left + 1) * (bottom - top + 1));
    if (found.length > few) found.sort((a, b) => a.order - b.order);
    else sortFew(found);
    const things: T[] = [];
    for (const { thing } of found) things.push(thing);
    return things;
  }

  #look(entries: readonly Entry<T>[], bounds: Bounds, budget: Budget): void {
    budget.spend(entries.length);
    const asked = this.#asked;
    for (const entry of entries) {
      if (entry.asked === asked || !touch(entry.bounds, bounds)) continue;
      entry.asked = asked;
      this.#found.push(entry);
    }
  }
}

function sortFew(entries: Entry<unknown>[]): void {
  for (let i = 1; i < entries.length; i++) {
    const entry = entries[i]!;
    let k = i;
    for (; k > 0 && entries[k - 1]!.order > entry.order; k--) entries[k] = entries[k - 1]!;
    entries[k] = entry;
  }
}

const cellOf = (value: number) => Math.min(farthest - 1, Math.max(0, Math.floor(value / side)));
