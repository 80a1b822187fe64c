import type { Fitted } from '../layout/index.ts';

/** What was laid out of each way in which a document was arranged, in their order. */
export type Precedent = readonly Fitted['sizes'][];

/** Kinds of documents that are remembered: those that a place has, of one guide in a language. */
const mostKinds = 12;
/** A document of which a larger part is the same serves the next ones as well as itself. */
const likeEnough = 0.5;

/**
 * Of each kind of documents one that was laid out: parts of pages that say the same in the next ones are not laid out
 * again. It is of a kind that came before, for most come once, and stays until one comes that is little like it.
 */
export class Precedents {
  /** In the order of their last use, the latest at the end; undefined: the kind was seen, and nothing is kept of it. */
  readonly #kept = new Map<string, Precedent | undefined>();

  of(kind: string): Precedent | undefined {
    return this.#kept.get(kind);
  }

  /** Tells what was laid out of a document. */
  add(kind: string, made: Precedent): void {
    const before = this.#kept.get(kind);
    const isSeen = this.#kept.delete(kind);
    this.#kept.set(kind, made[0]!.alike >= likeEnough ? before : isSeen ? made : undefined);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostKinds) return;
      this.#kept.delete(oldest);
    }
  }

  clear(): void {
    this.#kept.clear();
  }
}
