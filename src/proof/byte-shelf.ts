/** Values of one place of a shelf, at most; the oldest goes first. Numbers of one shape often fall to one place. */
const mostAlike = 8;
/** Stretches of at most so many bytes count whole in where they stand; of longer ones, so many words. */
const [short, words] = [96, 16];

interface Entry<T> {
  /** The bytes that the value was made of. */
  readonly own: Buffer;
  /** What else it was made of. */
  readonly context: readonly unknown[];
  readonly value: T;
}

/**
 * Values by the bytes that they were made of. What stands at the same place is compared byte by byte: no hash is
 * trusted. Bounded by bytes; what was not asked for the longest goes first.
 */
export class ByteShelf<T> {
  readonly #most: number;
  readonly #each: number;
  #young = new Map<number, Entry<T>[]>();
  #old = new Map<number, Entry<T>[]>();
  #held = 0;

  /** Holds up to twice `most` bytes, of which each value takes `each` beside those that it was made of. */
  constructor(most: number, each: number) {
    this.#most = most;
    this.#each = each;
  }

  /**
   * The value of the bytes from `start` to `end`, made of a copy of them where they are new. `context` is all else that
   * it depends on, each compared by identity.
   */
  get(bytes: Buffer, start: number, end: number, context: readonly unknown[], make: (own: Buffer) => T): T {
    const place = placeOf(bytes, start, end);
    const is = ({ own, context: known }: Entry<T>) =>
      own.length === end - start &&
      known.every((value, i) => value === context[i]) &&
      bytes.compare(own, 0, own.length, start, end) === 0;
    const known = this.#young.get(place)?.find(is);
    if (known !== undefined) return known.value;
    const aged = this.#old.get(place)?.find(is);
    if (aged !== undefined) {
      this.#put(place, aged);
      return aged.value;
    }
    const own = Buffer.from(Uint8Array.prototype.slice.call(bytes, start, end).buffer);
    const value = make(own);
    this.#put(place, { own, context, value });
    return value;
  }

  #put(place: number, entry: Entry<T>): void {
    const size = entry.own.length + this.#each;
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
      if (alike.length > mostAlike) this.#held -= alike.pop()!.own.length + this.#each;
    }
    this.#held += size;
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
    this.#held = 0;
  }
}

/** FNV-1a of the length and some of the bytes. */
function placeOf(bytes: Uint8Array, start: number, end: number): number {
  let place = (end - start) ^ 0x811c9dc5;
  const mix = (from: number, to: number) => {
    for (let i = from; i < to; i++) place = Math.imul(place ^ bytes[i]!, 0x01000193);
  };
  if (end - start <= short) mix(start, end);
  else
    for (let i = 0; i < words; i++) {
      const at = start + Math.floor((i * (end - start - 4)) / (words - 1));
      mix(at, at + 4);
    }
  return place;
}
