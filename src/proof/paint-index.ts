import type { Budget } from './budget.ts';
import type { Bounds } from './matrix.ts';

/** Height of a band of the page, pt. */
const height = 18;

/** Things of a page by the bands that they reach into, in the order that they were added. */
export class BandIndex<T> {
  readonly #bands: { readonly order: number; readonly thing: T }[][];
  readonly #budget: Budget;
  #added = 0;

  constructor(pageHeight: number, budget: Budget) {
    this.#bands = Array.from({ length: Math.ceil(pageHeight / height) + 1 }, () => []);
    this.#budget = budget;
  }

  #range([, top, , bottom]: Bounds): readonly [number, number] {
    const last = this.#bands.length - 1;
    const band = (y: number) => Math.min(last, Math.max(0, Math.floor(y / height)));
    return [band(top), band(bottom)];
  }

  add(thing: T, bounds: Bounds): void {
    const [first, last] = this.#range(bounds);
    this.#budget.spend(last - first + 1);
    const order = this.#added++;
    for (let band = first; band <= last; band++) this.#bands[band]!.push({ order, thing });
  }

  /** What may reach into bounds, each once, in order. */
  near(bounds: Bounds): readonly T[] {
    const [first, last] = this.#range(bounds);
    if (first === last) {
      const band = this.#bands[first]!;
      this.#budget.spend(band.length);
      return band.map(({ thing }) => thing);
    }
    const found = new Map<number, T>();
    for (let band = first; band <= last; band++) {
      this.#budget.spend(this.#bands[band]!.length);
      for (const { order, thing } of this.#bands[band]!) found.set(order, thing);
    }
    return [...found].sort(([a], [b]) => a - b).map(([, thing]) => thing);
  }
}
