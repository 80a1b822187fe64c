/**
 * Notices that a worker takes nothing though something waits: connections to a queue's server were seen to come back from a
 * failure deaf. Times are ms.
 */
export class Watchdog {
  readonly #patience: number;
  #inHand = 0;
  /** When it was seen last that all is well. */
  #well: number;

  constructor(patience: number, now: number) {
    this.#patience = patience;
    this.#well = now;
  }

  take(now: number): void {
    this.#inHand++;
    this.#well = now;
  }

  finish(now: number): void {
    this.#inHand--;
    this.#well = now;
  }

  get isIdle(): boolean {
    return this.#inHand === 0;
  }

  /** Whether it should be replaced. It is then given as much time again. */
  isDeaf(waiting: number, now: number): boolean {
    if (waiting === 0 || !this.isIdle) this.#well = now;
    if (now - this.#well < this.#patience) return false;
    this.#well = now;
    return true;
  }
}
