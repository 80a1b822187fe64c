import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Files that are looked at, how deep folders may lie, and bytes of the largest file whose contents are compared. */
const [mostFiles, deepest, largest] = [5_000, 12, 20_000_000] as const;

/** What the press itself writes, of the system and its tools, and of packages. */
const ignored = /^\.|^node_modules$|\.pdf$|\.proof\.json$|~$|\.swp$/;

/** A file as it was seen. */
interface Seen {
  /** When it was written, how large it is, which file it is. */
  readonly stamp: string;
  /** Of its contents; undefined: too large, or not to be read. */
  readonly hash: string | undefined;
}

/**
 * The files of some folders, looked at again and again: events of file systems are lost on network disks and in containers. A
 * change counts once nothing has moved from one look to the next, and only where contents differ: a file that was only
 * touched, or written as it was, has not changed.
 */
export class Watched {
  readonly #roots: readonly string[];
  #known: ReadonlyMap<string, Seen>;
  #stamps: ReadonlyMap<string, string>;

  constructor(roots: readonly string[]) {
    this.#roots = [...new Set(roots)];
    this.#stamps = stampsIn(this.#roots);
    this.#known = seenIn(this.#stamps, new Map());
  }

  /** Takes what is there now as known: who wrote it, or reads it anyway, need not be told. */
  accept(): void {
    this.#stamps = stampsIn(this.#roots);
    this.#known = seenIn(this.#stamps, this.#known);
  }

  /** Paths whose contents changed, came or went since that was told last; none while something still moves. */
  look(): readonly string[] {
    const before = this.#stamps;
    const now = stampsIn(this.#roots);
    this.#stamps = now;
    if (now.size !== before.size || [...now].some(([path, stamp]) => before.get(path) !== stamp)) return [];
    const known = this.#known;
    this.#known = seenIn(now, known);
    const isNew = ([path, { hash }]: readonly [string, Seen]) => {
      const was = known.get(path);
      return (
        was === undefined || (was !== this.#known.get(path) && (hash === undefined || hash !== was.hash))
      );
    };
    const changed = [...this.#known].filter(isNew).map(([path]) => path);
    return [...changed, ...[...known.keys()].filter((path) => !now.has(path))];
  }
}

/** Files with their contents; of those that were seen before as they are nothing is read. */
function seenIn(
  stamps: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, Seen>,
): ReadonlyMap<string, Seen> {
  return new Map(
    [...stamps].map(([path, stamp]) => {
      const before = known.get(path);
      return [path, before?.stamp === stamp ? before : { stamp, hash: hashOf(path) }];
    }),
  );
}

function stampsIn(roots: readonly string[]): Map<string, string> {
  const stamps = new Map<string, string>();
  const open = roots.map((path) => ({ path, depth: 0 }));
  for (let folder = open.pop(); folder !== undefined; folder = open.pop())
    for (const entry of entriesOf(folder.path)) {
      if (ignored.test(entry.name)) continue;
      if (stamps.size === mostFiles) return stamps;
      const path = join(folder.path, entry.name);
      const stats = statSync(path, { throwIfNoEntry: false });
      if (stats?.isDirectory() === true && folder.depth < deepest && !entry.isSymbolicLink())
        open.push({ path, depth: folder.depth + 1 });
      else if (stats?.isFile() === true) stamps.set(path, `${stats.mtimeMs} ${stats.size} ${stats.ino}`);
    }
  return stamps;
}

/** A folder that is gone, or not to be read, has nothing in it. */
function entriesOf(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

function hashOf(path: string): string | undefined {
  try {
    if (statSync(path).size > largest) return undefined;
    return createHash('sha256').update(readFileSync(path)).digest('base64');
  } catch {
    return undefined;
  }
}
