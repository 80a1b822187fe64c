/** What one kind cost. */
export interface StockCount {
  /** Times that a value was made. */
  readonly made: number;
  /** Times that a kept one was given instead. */
  readonly given: number;
}

interface Kept {
  /** Its kind, its short parts, and how long the others are. */
  readonly key: string;
  /** The others. */
  readonly long: readonly (string | Uint8Array)[];
  readonly value: unknown;
  readonly weight: number;
}

/** Bytes of content (or what the maker says that a value weighs) that are kept. */
const usualBound = 64 * 1024 * 1024;

/**
 * What was made of files: parsed, compiled, decoded. Kept with its kind and everything that it was made of (names, and
 * bytes, which are compared, never when they were written), so that a value is the one that would be made anew. Bounded:
 * what was not asked for the longest goes first. What is kept may only save time; `new Stock(0)` keeps nothing.
 *
 * Values are shared by all who ask for them: they must not be written to.
 */
export class Stock {
  readonly #bound: number;
  /** In the order of their last use, the latest at the end. */
  readonly #kept = new Set<Kept>();
  readonly #byKey = new Map<string, Kept[]>();
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
   * @param weigh bytes that the value holds beside its parts; without it, none
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
    const known = this.#find(key, parts);
    if (known !== undefined) {
      count.given++;
      this.#kept.delete(known);
      this.#kept.add(known);
      return known.value as T;
    }
    count.made++;
    const value = make();
    // Making it may have kept others, also itself.
    const made = this.#find(key, parts);
    if (made !== undefined) this.#drop(made);
    const long = parts.filter(isLong).map((part) => (typeof part === 'string' ? part : new Uint8Array(part)));
    const held = (weigh === undefined ? parts : long).reduce((sum, { length }) => sum + length, 0);
    this.#keep({ key, long, value, weight: held + (weigh?.(value) ?? 0) });
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
    this.#byKey.clear();
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

  #find(key: string, parts: readonly (string | Uint8Array)[]): Kept | undefined {
    const known = this.#byKey.get(key);
    if (known === undefined) return undefined;
    const long = parts.filter(isLong);
    return known.find((kept) => kept.long.every((part, i) => isSame(part, long[i]!)));
  }

  #keep(kept: Kept): void {
    if (kept.weight > this.#bound) return;
    const known = this.#byKey.get(kept.key);
    if (known === undefined) this.#byKey.set(kept.key, [kept]);
    else known.push(kept);
    this.#kept.add(kept);
    this.#weight += kept.weight;
    for (const oldest of this.#kept) {
      if (this.#weight <= this.#bound) return;
      this.#drop(oldest);
    }
  }

  #drop(kept: Kept): void {
    this.#weight -= kept.weight;
    this.#kept.delete(kept);
    const others = this.#byKey.get(kept.key)!.filter((other) => other !== kept);
    if (others.length === 0) this.#byKey.delete(kept.key);
    else this.#byKey.set(kept.key, others);
  }
}

/** Names are written into the key; what is longer is compared by itself. */
const longestName = 100;

function isLong(part: string | Uint8Array): boolean {
  return typeof part !== 'string' || part.length > longestName;
}

/** Of one length, as they have one key. */
function isSame(one: string | Uint8Array, other: string | Uint8Array): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return Buffer.compare(one, other) === 0;
}

/** Parts of other lengths are other parts, whatever they are together. */
function keyOf(kind: string, parts: readonly (string | Uint8Array)[]): string {
  let key = `${kind.length} ${kind}`;
  for (const part of parts)
    key += `${typeof part === 'string' ? 's' : 'b'}${part.length} ${isLong(part) ? '' : (part as string)}`;
  return key;
}
