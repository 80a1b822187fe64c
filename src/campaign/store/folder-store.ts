import { constants, lstatSync, type Stats } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { PressError, problem } from '../../diagnostics/index.ts';
import { asTyped } from '../../files/index.ts';
import { makeFolders, unwritable } from '../../press/index.ts';
import { type Disk, isAbsent, isOfName, disk as realDisk, unreadable } from './disk.ts';
import { isProof } from './names.ts';
import type { Store, StoredFile } from './store.ts';
import { isTemporary, sweep, temporaryName } from './temporary.ts';

/** Files written at a time: each is open meanwhile, and a process may have few. */
const atOnce = 16;

/** A pipe in the place of a file is waited for otherwise, and nobody writes into it. */
const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** A file on its way to its place. */
interface Placing {
  readonly path: string;
  readonly temporary: string;
  /** Where the earlier proof of its name is meanwhile. */
  aside?: string;
  isPlaced: boolean;
}

/**
 * A folder of this machine. Files are written beside their places and synced, many at a time, then renamed, then the
 * folders are synced: killed or cut off anywhere, each name is the earlier file or the new one, whole.
 *
 * `Exchange` of the press puts PDF and proof in their places at one stroke, with a hidden folder and six links a pair;
 * for ten thousand that costs more than to make them. Here a proof that is to be replaced is taken away first, then the
 * PDFs are renamed, then the proofs: no PDF ever stands beside a proof of another one. Between these it has none, which
 * is safe: it is then not proved, its manifest has no line for it, and the next run makes it again.
 */
export class FolderStore implements Store {
  readonly root: string;
  readonly #disk: Disk;

  constructor(root: string, disk: Disk = realDisk) {
    this.root = resolve(asTyped(root));
    this.#disk = disk;
  }

  async put(files: readonly StoredFile[]): Promise<void> {
    const placings = files.map((file): Placing => {
      const path = this.#pathOf(file.name);
      return { path, temporary: join(dirname(path), temporaryName()), isPlaced: false };
    });
    let current = this.root;
    const note = (path: string) => {
      current = path;
    };
    try {
      const made: string[] = [];
      const folders = new Set(placings.map(({ path }) => dirname(path)));
      for (const folder of folders) {
        note(folder);
        makeFolders(folder, made);
      }
      for (const { path } of placings) {
        note(path);
        if (seen(path)?.isDirectory() === true)
          throw Object.assign(new Error('a folder has that name'), { code: 'EISDIR' });
      }
      await this.#write(placings, files, note);
      this.#place(placings, note);
      for (const folder of new Set([...folders, ...made.map(dirname)])) {
        note(folder);
        await this.#disk.sync(folder);
      }
    } catch (error) {
      this.#undo(placings);
      if (error instanceof PressError) throw error;
      throw isOfName(error) ? nameFault(current, error) : unwritable(current, error, hint);
    }
    for (const { aside } of placings) if (aside !== undefined) tryTo(() => this.#disk.remove(aside));
  }

  /** Some at a time, which are synced together; every one that was begun has ended when it returns, or throws. */
  async #write(
    placings: readonly Placing[],
    files: readonly StoredFile[],
    note: (path: string) => void,
  ): Promise<void> {
    for (let from = 0; from < placings.length; from += atOnce) {
      const some = placings.slice(from, from + atOnce);
      const ended = await Promise.allSettled(
        some.map(({ temporary }, i) => this.#disk.write(temporary, files[from + i]!.content)),
      );
      const at = ended.findIndex(({ status }) => status === 'rejected');
      if (at < 0) continue;
      note(some[at]!.path);
      throw (ended[at] as PromiseRejectedResult).reason;
    }
  }

  /** Without a pause: nothing of this process comes between. */
  #place(placings: readonly Placing[], note: (path: string) => void): void {
    const proofs = placings.filter(({ path }) => isProof(path));
    for (const placing of proofs) {
      note(placing.path);
      if (seen(placing.path) === undefined) continue;
      const aside = join(dirname(placing.path), temporaryName());
      this.#disk.rename(placing.path, aside);
      placing.aside = aside;
    }
    for (const placing of [...placings.filter(({ path }) => !isProof(path)), ...proofs]) {
      note(placing.path);
      this.#disk.rename(placing.temporary, placing.path);
      placing.isPlaced = true;
    }
  }

  /** What was not put in its place is taken away, and an earlier proof goes back to a PDF that is still its own. */
  #undo(placings: readonly Placing[]): void {
    const placed = new Set(placings.flatMap(({ path, isPlaced }) => (isPlaced ? [path] : [])));
    for (const { path, temporary, aside, isPlaced } of placings) {
      if (!isPlaced) tryTo(() => this.#disk.remove(temporary));
      if (aside === undefined) continue;
      const isBack = !isPlaced && !placed.has(path.replace(/\.proof\.json$/, '.pdf'));
      tryTo(() => (isBack ? this.#disk.rename(aside, path) : this.#disk.remove(aside)));
    }
  }

  async head(name: string): Promise<{ readonly bytes: number } | undefined> {
    const found = await this.#read(name, (path) => stat(path));
    return found?.isFile() === true ? { bytes: found.size } : undefined;
  }

  async get(name: string): Promise<Uint8Array | undefined> {
    return this.#read(name, async (path) => {
      const file = await open(path, withoutWaiting);
      try {
        return (await file.stat()).isFile() ? await file.readFile() : undefined;
      } finally {
        await file.close();
      }
    });
  }

  async #read<T>(name: string, read: (path: string) => Promise<T>): Promise<T | undefined> {
    const path = this.#pathOf(name);
    try {
      return await read(path);
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw unreadable(path, error);
    }
  }

  /** In no order; what is being written is left out, and what folders hold that are links: they lead elsewhere. */
  async *list(prefix: string): AsyncGenerator<string> {
    const start = prefix.slice(0, prefix.lastIndexOf('/') + 1);
    const folders = [start];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      const path = join(this.root, folder);
      const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
        if (isAbsent(error)) return [];
        throw unreadable(path, error);
      });
      for (const entry of entries) {
        const name = `${folder}${entry.name}`;
        if (!name.startsWith(prefix)) continue;
        if (entry.isDirectory()) folders.push(`${name}/`);
        else if (!isTemporary(entry.name)) yield name;
      }
    }
  }

  /** Takes away what runs that were killed left beside some files. Before anything is written. */
  sweep(names: Iterable<string>): void {
    const folders = new Set<string>();
    for (const name of names) folders.add(dirname(this.#pathOf(name)));
    try {
      sweep(folders, this.#disk);
    } catch (error) {
      throw unwritable(this.root, error, hint);
    }
  }

  async close(): Promise<void> {}

  /** @throws PressError CAMPAIGN_FILE_NAME for a name that leads elsewhere */
  #pathOf(name: string): string {
    const parts = name.split('/');
    const isBelow = parts.every((part) => part !== '' && part !== '.' && part !== '..');
    if (isBelow && !/[\\\0]/.test(name)) return join(this.root, ...parts);
    throw nameFault(name, new Error('it leads out of the folder'));
  }
}

const hint = 'Make room, or make the folder writable, and run the same again: what was made is not lost.';

function nameFault(name: string, error: unknown): PressError {
  const [said] = unwritable(name, error, '').problems;
  const advice = 'Give its row another file name, or take away what is in its place.';
  return new PressError([problem('CAMPAIGN_FILE_NAME', said!.message, { file: name }, advice)]);
}

function seen(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

function tryTo(action: () => void): void {
  try {
    action();
  } catch {
    // The next run sweeps it away.
  }
}
