import { createHash } from 'node:crypto';

/** What one kind cost. */
export interface StockCount {
  /** Times that a value was made. */
  readonly made: number;
  /** Times that a kept one was given instead. */
  readonly given: number;
}

interface Kept {
  readonly value: unknown;
  readonly weight: number;
}

/** Bytes of content (or what the maker says that a value weighs) that are kept. */
const usualBound = 64 * 1024 * 1024;

/**
 * What was made of files: parsed, compiled, decoded. Kept under its kind and everything that it was made of (names, and
 * bytes, never when they were written), so that a value is the one that would be made anew. Bounded: what was not asked
 * for the longest goes first. What is kept may only save time; `new Stock(0)` keeps nothing.
 *
 * Values are shared by all who ask for them: they must not be written to.
 */
export class Stock {
  readonly #bound: number;
  /** In the order of their last use, the latest at the end. */
  readonly #kept = new Map<string, Kept>();
  readonly #counts = new Map<string, { made: number; given: number }>();
  #weight = 0;

  /** @param bound weight of all that is kept, bytes; 0: nothing is kept */
  constructor(bound: number = usualBound) {
    this.#bound = bound;
  }

  /**
   * The value of a kind that is made of some parts.
   * @param parts everything that the value depends on
   * @param make makes it; what it throws is thrown on, and nothing is kept
   * @param weigh bytes that the value holds; without it, the bytes of its parts
   */
  of<T>(
    kind: string,
    parts: readonly (string | Uint8Array)[],
    make: () => T,
    weigh?: (value: T) => number,
  ): T {
    const count = this.#count(kind);
    if (this.#bound === 0) {
      count.made++;
      return make();
    }
    const key = keyOf(kind, parts);
    const known = this.#kept.get(key);
    if (known !== undefined) {
      count.given++;
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known.value as T;
    }
    count.made++;
    const value = make();
    this.#keep(key, { value, weight: weigh?.(value) ?? parts.reduce((sum, { length }) => sum + length, 0) });
    return value;
  }

  /** What each kind cost so far. */
  get counts(): ReadonlyMap<string, StockCount> {
    return this.#counts;
  }

  /** Number and weight, in bytes, of the values that are kept. */
  get size(): { readonly values: number; readonly weight: number } {
    return { values: this.#kept.size, weight: this.#weight };
  }

  /** Lets go of everything. The stock may be used on: it begins anew. */
  close(): void {
    this.#kept.clear();
    this.#weight = 0;
  }

  #count(kind: string): { made: number; given: number } {
    let count = this.#counts.get(kind);
    if (count === undefined) {
      count = { made: 0, given: 0 };
      this.#counts.set(kind, count);
    }
    return count;
  }

  #keep(key: string, kept: Kept): void {
    // Making it may have kept others, also itself.
    this.#drop(key);
    if (kept.weight > this.#bound) return;
    this.#kept.set(key, kept);
    this.#weight += kept.weight;
    for (const oldest of this.#kept.keys()) {
      if (this.#weight <= this.#bound) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#weight -= this.#kept.get(key)?.weight ?? 0;
    this.#kept.delete(key);
  }
}

/** Parts of other lengths are other parts, whatever they are together. */
function keyOf(kind: string, parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256').update(`${kind}\0`);
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
    hash.update(`${typeof part === 'string' ? 's' : 'b'}${bytes.length}\0`).update(bytes);
  }
  return hash.digest('base64');
}
