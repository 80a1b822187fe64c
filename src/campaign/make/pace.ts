import type { Batch } from '../plan/row.ts';

/** How long the rows of a kind took, all together, s, and how many they were. */
interface Spent {
  seconds: number;
  rows: number;
}

/** How fast a campaign goes, and when it may be done: rows that are laid out take many times as long as others. */
export class Pace {
  readonly #workers: number;
  readonly #left: Record<Batch['kind'], number>;
  readonly #spent: Record<Batch['kind'], Spent> = {
    patched: { seconds: 0, rows: 0 },
    set: { seconds: 0, rows: 0 },
  };

  constructor(left: Readonly<Record<Batch['kind'], number>>, workers: number) {
    this.#left = { ...left };
    this.#workers = workers;
  }

  /** Some rows of a batch are done; one worker took so long for them. */
  add(kind: Batch['kind'], rows: number, seconds: number): void {
    this.#left[kind] = Math.max(0, this.#left[kind] - rows);
    const spent = this.#spent[kind];
    spent.seconds += seconds;
    spent.rows += rows;
  }

  /** Seconds that all the rest takes; undefined: nobody knows yet. */
  secondsLeft(): number | undefined {
    const { patched, set } = this.#spent;
    if (patched.rows + set.rows === 0) return undefined;
    // What is not known of a kind is guessed from the other.
    const ofPatched = patched.rows > 0 ? patched.seconds / patched.rows : set.seconds / set.rows / layout;
    const ofSet = set.rows > 0 ? set.seconds / set.rows : ofPatched * layout;
    return (this.#left.patched * ofPatched + this.#left.set * ofSet) / this.#workers;
  }
}

/** How many times as long a file takes that is laid out anew; a guess, used until it is known. */
const layout = 6;
