import { BroadcastChannel } from 'node:worker_threads';

export const kinds = ['number', 'name', 'layout'] as const;
export type Kind = (typeof kinds)[number];

interface Spent {
  files: number;
  ms: number;
}

/** What a thread says after each batch. */
interface Said {
  readonly thread: number;
  /** Of the batch, from when it was taken to when its files were put. */
  readonly ms: number;
  readonly number: Spent;
  readonly name: Spent;
  readonly layout: Spent;
  /** After each file, bytes: what V8 holds, and what it holds outside of its heap. */
  readonly memory: readonly number[];
}

/** What the threads of a campaign's workers found of their own work. */
export class Figures {
  readonly made: Record<Kind, Spent> = {
    number: { files: 0, ms: 0 },
    name: { files: 0, ms: 0 },
    layout: { files: 0, ms: 0 },
  };
  /** Of all batches, ms. */
  all = 0;
  /** By thread, after each of its files, bytes. */
  readonly #memory = new Map<number, number[]>();
  readonly #channel = new BroadcastChannel('bench-campaign');

  constructor() {
    this.#channel.onmessage = (message) => this.#take((message as { readonly data: Said }).data);
  }

  #take(said: Said): void {
    for (const kind of kinds) {
      this.made[kind].files += said[kind].files;
      this.made[kind].ms += said[kind].ms;
    }
    this.all += said.ms;
    const known = this.#memory.get(said.thread);
    if (known === undefined) this.#memory.set(said.thread, [...said.memory]);
    else known.push(...said.memory);
  }

  /** Time of a worker to store and record a file, ms: what is not making and proving it. */
  get storing(): number {
    const files = kinds.reduce((sum, kind) => sum + this.made[kind].files, 0);
    const making = kinds.reduce((sum, kind) => sum + this.made[kind].ms, 0);
    return files === 0 ? 0 : (this.all - making) / files;
  }

  /**
   * Of each thread, by so many of its files: what it held at least, MiB. That is what stays when V8 has collected; at most
   * it holds what it is let.
   */
  held(step: number): number[][] {
    return [...this.#memory.values()].map((all) => {
      const count = Math.max(1, Math.floor(all.length / step));
      return Array.from({ length: count }, (_, i) => {
        const part = all.slice(i * step, i === count - 1 ? undefined : (i + 1) * step);
        return Math.min(...part) / 1_048_576;
      });
    });
  }

  close(): void {
    this.#channel.close();
  }
}
