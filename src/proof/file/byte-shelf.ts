/** Values of one place of a shelf, at most; the oldest goes first. Numbers of one shape often fall to one place. */
const mostAlike = 8;
/** Stretches of at most so many bytes count whole in where they stand; of longer ones, so many words. */
const [short, words] = [192, 16];

/** Hashes that are remembered of bytes that were seen once: up to twice as many. */
const mostSeen = 8192;

interface Entry<T> {
  /** The bytes that the value was made of. */
  readonly own: Buffer;
  /** What else it was made of. */
  readonly context: readonly unknown[];
  readonly value: T;
  /** Bytes that it takes up, all together. */
  readonly size: number;
}

/**
 * Values by the bytes that they were made of. What stands at the same place is compared byte by byte: no hash is
 * trusted. A value is kept when its bytes are seen again: most of what differs in each file never is, and would only grow
 * old. Bounded by bytes; what was not asked for the longest goes first.
 */
export class ByteShelf<T> {
  readonly #most: number;
  readonly #weigh: (value: T) => number;
  #young = new Map<number, Entry<T>[]>();
  #old = new Map<number, Entry<T>[]>();
  #held = 0;
  /** Hashes of bytes that were seen once; no two share a slot, or where both come again and again, neither would be kept. */
  #seen = new Set<number>();
  #seenBefore = new Set<number>();
  /** What is seen for the first time is kept too: it is known to come again. */
  keepsAtOnce = false;

  /** Holds up to twice `most` bytes, of which each value takes what it weighs beside those that it was made of. */
  constructor(most: number, weigh: (value: T) => number) {
    this.#most = most;
    this.#weigh = weigh;
  }

  /**
   * The value of the bytes from `start` to `end`, made of them where they are new: it must not hold them. `context` is
   * all else that it depends on, each compared by identity.
   */
  get(bytes: Buffer, start: number, end: number, context: readonly unknown[], make: (own: Buffer) => T): T {
    const known = this.find(bytes, start, end, context);
    if (known !== undefined) return known;
    const value = make(bytes.subarray(start, end));
    if (this.wants(bytes, start, end)) this.keep(copyOf(bytes, start, end), context, value);
    return value;
  }

  /** Are these bytes, as far as it remembers, seen for the second time, or known to come again? */
  wants(bytes: Buffer, start: number, end: number): boolean {
    if (this.keepsAtOnce) return true;
    // All of them count: those that differ in a number alone are the ones not to be kept.
    const place = wholeHash(bytes, start, end);
    if (this.#seen.has(place) || this.#seenBefore.has(place)) return true;
    if (this.#seen.size >= mostSeen) {
      this.#seenBefore = this.#seen;
      this.#seen = new Set();
    }
    this.#seen.add(place);
    return false;
  }

  /** The value of the bytes from `start` to `end`, of those that `suits` takes; undefined: they are new. */
  find(
    bytes: Buffer,
    start: number,
    end: number,
    context: readonly unknown[],
    suits: (value: T) => boolean = anyValue,
  ): T | undefined {
    const place = placeOf(bytes, start, end);
    const known = entryOf(this.#young.get(place), bytes, start, end, context, suits);
    if (known !== undefined) return known.value;
    const aged = entryOf(this.#old.get(place), bytes, start, end, context, suits);
    if (aged !== undefined) this.#put(place, aged);
    return aged?.value;
  }

  /** Keeps what was made of bytes, which are the shelf's from now on. */
  keep(own: Buffer, context: readonly unknown[], value: T): void {
    const size = own.length + this.#weigh(value);
    this.#put(placeOf(own, 0, own.length), { own, context, value, size });
  }

  #put(place: number, entry: Entry<T>): void {
    const { size } = entry;
    if (size > this.#most) return;
    if (this.#held + size > this.#most) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#held = 0;
    }
    const alike = this.#young.get(place);
    if (alike === undefined) this.#young.set(place, [entry]);
    else {
      alike.unshift(entry);
      if (alike.length > mostAlike) this.#held -= alike.pop()!.size;
    }
    this.#held += size;
  }

  /** Values that are kept, and the bytes that they take up. */
  get size(): { readonly values: number; readonly weight: number } {
    const entries = [...this.#young.values(), ...this.#old.values()].flat();
    return { values: entries.length, weight: entries.reduce((sum, { size }) => sum + size, 0) };
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
    this.#held = 0;
    this.#seen.clear();
    this.#seenBefore.clear();
  }
}

/** A copy that shares its memory with nothing. */
export function copyOf(bytes: Buffer, start: number, end: number): Buffer {
  return Buffer.from(Uint8Array.prototype.slice.call(bytes, start, end).buffer);
}

const anyValue = (): boolean => true;

function entryOf<T>(
  alike: readonly Entry<T>[] | undefined,
  bytes: Buffer,
  start: number,
  end: number,
  context: readonly unknown[],
  suits: (value: T) => boolean,
): Entry<T> | undefined {
  if (alike === undefined) return undefined;
  for (const entry of alike)
    if (
      isSame(entry.own, bytes, start, end) &&
      entry.context.every((value, i) => value === context[i]) &&
      suits(entry.value)
    )
      return entry;
  return undefined;
}

function isSame(own: Buffer, bytes: Buffer, start: number, end: number): boolean {
  if (own.length !== end - start) return false;
  if (own.length > short) return bytes.compare(own, 0, own.length, start, end) === 0;
  for (let i = 0; i < own.length; i++) if (own[i] !== bytes[start + i]) return false;
  return true;
}

/** FNV-1a of the length and some of the bytes. */
function placeOf(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length <= short) return mixed(length ^ 0x811c9dc5, bytes, start, end);
  let place = length ^ 0x811c9dc5;
  for (let i = 0; i < words; i++) {
    const at = start + Math.floor((i * (length - 4)) / (words - 1));
    place = mixed(place, bytes, at, at + 4);
  }
  return place;
}

function mixed(place: number, bytes: Uint8Array, start: number, end: number): number {
  let mix = place;
  for (let i = start; i < end; i++) mix = Math.imul(mix ^ bytes[i]!, 0x01000193);
  return mix;
}

/** Of the length and all of the bytes, four at a time. */
function wholeHash(bytes: Uint8Array, start: number, end: number): number {
  let mix = (end - start) ^ 0x811c9dc5;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    mix = Math.imul(mix ^ word, 0x01000193);
    // The high bits come to the low ones.
    mix ^= mix >>> 15;
  }
  return mixed(mix, bytes, at, end);
}
