import { basename } from 'node:path';
import type { Entry } from '../store/entry.ts';
import { FolderStore } from '../store/folder-store.ts';
import { isEntry, manifestsIn, readLines, readSince } from '../store/manifest.ts';
import { manifestParts } from '../store/out.ts';
import type { Store } from '../store/store.ts';

/** Name of the manifest of a worker, and of nobody else's: it is never taken up again. */
export const workerManifest = (id: string): string => `campaign.w-${id}.manifest`;
const isOfWorker = (name: string): boolean => name.startsWith('campaign.w-');

/** Follows what workers add to their manifests, wherever they are. */
export interface Tail {
  /** Entries that were added since it was asked last, or since it was opened. Damaged lines are left out. */
  news(): AsyncGenerator<Entry>;
}

/** Follows from now on: what stands there already is not given. */
export async function openTail(store: Store): Promise<Tail> {
  const tail = store instanceof FolderStore ? new FolderTail(store.root) : new BucketTail(store);
  await tail.skip();
  return tail;
}

class FolderTail implements Tail {
  readonly #root: string;
  /** Bytes of each manifest that were read. */
  readonly #read = new Map<string, number>();

  constructor(root: string) {
    this.#root = root;
  }

  async skip(): Promise<void> {
    for await (const _ of this.news());
  }

  async *news(): AsyncGenerator<Entry> {
    for (const path of await manifestsIn(this.#root)) {
      if (!isOfWorker(basename(path))) continue;
      const { bytes, end } = await readSince(path, this.#read.get(path) ?? 0);
      this.#read.set(path, end);
      for await (const one of readLines([bytes], path)) if (isEntry(one)) yield one;
    }
  }
}

class BucketTail implements Tail {
  readonly #store: Store;
  readonly #seen = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
  }

  async skip(): Promise<void> {
    for await (const name of this.#store.list(manifestParts)) this.#seen.add(name);
  }

  async *news(): AsyncGenerator<Entry> {
    const names: string[] = [];
    for await (const name of this.#store.list(`${manifestParts}campaign.w-`))
      if (!this.#seen.has(name)) names.push(name);
    for (const name of names) {
      const content = await this.#store.get(name);
      if (content === undefined) continue;
      this.#seen.add(name);
      for await (const one of readLines([Buffer.from(content)], name)) if (isEntry(one)) yield one;
    }
  }
}
