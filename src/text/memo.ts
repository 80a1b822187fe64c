/**
 * A memo in two generations: when the young one is full it becomes the old one, and what was in neither hand is
 * dropped. What is used stays, and memory is bounded by twice the size. Of size 0 it keeps nothing.
 */
export class Memo<V> {
  #young = new Map<string, V>();
  #old = new Map<string, V>();
  #filled = 0;
  readonly #size: number;
  readonly #weigh: (value: V) => number;

  /** @param weigh what a value counts against the size; 1 each, when nothing is said */
  constructor(size: number, weigh: (value: V) => number = () => 1) {
    this.#size = size;
    this.#weigh = weigh;
  }

  get(key: string): V | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  /** Keeps a value under a key that is not among the young ones. */
  set(key: string, value: V): void {
    const weight = this.#weigh(value);
    if (weight > this.#size) return;
    if (this.#filled + weight > this.#size) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#filled = 0;
    }
    this.#young.set(key, value);
    this.#filled += weight;
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
    this.#filled = 0;
  }
}
