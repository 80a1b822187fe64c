import type { Writable } from 'node:stream';

/** Where the command writes: results to `out`, progress and problems to `err`. */
export interface Streams {
  readonly out: Writable;
  readonly err: Writable & { readonly isTTY?: boolean };
}

/** Progress on stderr: a bar that redraws itself on a terminal, a line a step elsewhere. */
export class Progress {
  readonly #err: Streams['err'];
  readonly #total: number;
  #done = 0;

  constructor(err: Streams['err'], total: number) {
    this.#err = err;
    this.#total = total;
  }

  step(name: string): void {
    this.#done++;
    if (this.#err.isTTY !== true) {
      this.#err.write(`[${this.#done}/${this.#total}] ${name}\n`);
      return;
    }
    const filled = Math.round((this.#done / this.#total) * 24);
    this.#err.write(
      `\r\x1b[2K${'█'.repeat(filled)}${'░'.repeat(24 - filled)} ${this.#done}/${this.#total} ${name}`,
    );
  }

  end(): void {
    if (this.#err.isTTY === true) this.#err.write('\r\x1b[2K');
  }
}
