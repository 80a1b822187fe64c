import { createHash } from 'node:crypto';

/** Those that note what is read now, in this thread. */
let noting: Readings | undefined;

/**
 * What was read of files and folders while something was made, by their paths: a file that was changed and changed back is the
 * same before and after, and what was made of it in between is not. Whoever reads all again later is told.
 */
export class Readings {
  readonly #found = new Map<string, string>();
  #changed: string | undefined;

  /** Notes what is read by some work that waits for nothing. */
  during<T>(work: () => T): T {
    const before = noting;
    noting = this;
    try {
      return work();
    } finally {
      noting = before;
    }
  }

  /** A path of which two things were read. */
  get changed(): string | undefined {
    return this.#changed;
  }

  note(path: string, found: string): void {
    const before = this.#found.get(path);
    if (before === undefined) this.#found.set(path, found);
    else if (before !== found) this.#changed ??= path;
  }
}

export function noteBytes(path: string, bytes: Uint8Array): void {
  noting?.note(`bytes ${path}`, createHash('sha256').update(bytes).digest('base64'));
}

export function noteThere(path: string, isThere: boolean): void {
  noting?.note(`there ${path}`, String(isThere));
}

export function noteNames(path: string, entries: readonly { readonly name: string }[]): void {
  noting?.note(`names ${path}`, entries.map(({ name }) => name).join('\0'));
}
