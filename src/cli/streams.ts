import type { Writable } from 'node:stream';

/** What is written to, and how: without colour and all of it, where nothing is said. */
export type Said = Pick<Writable, 'write'> & {
  readonly isTTY?: boolean | undefined;
  /** Only what is wrong is said. */
  readonly quiet?: boolean;
  /** Words of severity are coloured. */
  readonly color?: boolean;
};

/** Where the command writes: results to `out`, progress and problems to `err`. */
export interface Streams {
  readonly out: Pick<Writable, 'write'>;
  readonly err: Said;
  /** They are those of this process, and so is the command. */
  readonly isOwn?: boolean;
}

/** Says how it went or what comes next, unless it is to be quiet. */
export function say({ err }: Streams, text: string): void {
  if (err.quiet !== true) err.write(text);
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
    if (this.#err.quiet === true) return;
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
    if (this.#err.isTTY === true && this.#err.quiet !== true) this.#err.write('\r\x1b[2K');
  }
}
