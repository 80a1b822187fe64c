import { Unreadable } from './object.ts';

/** Work that one file may cause: about one unit a byte read. A tri-fold takes less than a fiftieth of it. */
const units = 64 * 1024 * 1024;

/** What reading costs, in units: beside its bytes, for what it leaves in memory. */
export const costs = {
  object: 16,
  operator: 10,
  point: 20,
  glyph: 40,
  element: 100,
  test: 4,
  crossing: 20,
} as const;

/** What was made, and the work that it took: who is given it again pays as much. */
export interface Worked<T> {
  readonly value: T;
  readonly work: number;
}

/**
 * Bounds the work that a file can cause, however its parts lead to each other. What is kept from other files costs what it
 * would cost anew, so that the same files are too much work whatever was read before.
 */
export class Budget {
  #left = units;

  /** Units that are left. */
  get left(): number {
    return this.#left;
  }

  /** @throws Unreadable when nothing is left. */
  spend(amount: number): void {
    this.#left -= amount;
    if (this.#left < 0) throw new Unreadable('it takes too much work to read');
  }

  /** Makes something that is kept, and tells what it takes. */
  measure<T>(make: () => T): Worked<T> {
    const before = this.#left;
    const value = make();
    return { value, work: before - this.#left };
  }

  /** Pays for something that was made before. */
  again<T>({ value, work }: Worked<T>): T {
    this.spend(work);
    return value;
  }
}
