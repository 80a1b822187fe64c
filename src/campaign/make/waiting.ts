import type { Batch } from '../plan/row.ts';

/** A batch that is to be made. */
export interface Task {
  readonly batch: Batch;
  /** How many died of it. */
  readonly tries: number;
}

const localeOf = ({ batch }: Task) => batch.rows[0]?.setting.locale;

/**
 * Batches that wait for one of several makers. A maker goes on with the language that it is at, since what it has of one is
 * of no use to the next (`Benches`); then it takes one that nobody is at, and in the end whatever is left.
 */
export class Waiting {
  readonly #tasks: Task[];
  /** The language that each maker is at. */
  readonly #at = new Map<number, string | undefined>();
  /** How many are at it. */
  readonly #makers = new Map<string | undefined, number>();

  constructor(batches: readonly Batch[]) {
    this.#tasks = batches.map((batch) => ({ batch, tries: 0 }));
  }

  get isEmpty(): boolean {
    return this.#tasks.length === 0;
  }

  take(maker: number): Task | undefined {
    const own = this.#at.get(maker);
    if (this.#at.delete(maker)) this.#makers.set(own, this.#makers.get(own)! - 1);
    let at = this.#tasks.findIndex((task) => localeOf(task) === own);
    if (at < 0) at = this.#tasks.findIndex((task) => (this.#makers.get(localeOf(task)) ?? 0) === 0);
    const [task] = this.#tasks.splice(Math.max(0, at), 1);
    if (task === undefined) return undefined;
    const locale = localeOf(task);
    this.#at.set(maker, locale);
    this.#makers.set(locale, (this.#makers.get(locale) ?? 0) + 1);
    return task;
  }

  /** They are the next. */
  giveBack(tasks: readonly Task[]): void {
    this.#tasks.unshift(...tasks);
  }
}
