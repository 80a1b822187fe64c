import {
  closeSync,
  fsync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { PressError, problem } from '../../diagnostics/index.ts';
import { isWithin } from '../../files/index.ts';

/** What a folder of files is written with; a test puts faults in between. Paths are absolute. */
export interface Disk {
  /** A new file, on the disk when its promise is kept. Those that are written in one turn are synced together. */
  write(path: string, content: Uint8Array): Promise<void>;
  /** In place of what was there. */
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** Has the names in a folder written to the disk: they are when its promise is kept. */
  sync(folder: string): Promise<void>;
}

/** Systems that know no such thing: it is no fault that names cannot be synced there. */
const unknown: readonly unknown[] = ['EINVAL', 'ENOTSUP', 'ENOSYS', 'EISDIR', 'EPERM', 'EACCES', 'EBADF'];

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

const synced = promisify(fsync);

/**
 * Only the sync, which waits for the disk, is left to another thread: what is written goes into memory, and to hand that over
 * costs more than to do it.
 */
export const disk: Disk = {
  async write(path, content) {
    const file = openSync(path, 'wx');
    try {
      for (let done = 0; done < content.length; ) done += writeSync(file, content, done);
      // Whoever else writes in this turn does it first: the disk then has all of it to sync at once.
      await undefined;
      await synced(file);
    } finally {
      closeSync(file);
    }
  },
  rename: renameSync,
  remove: (path) => rmSync(path, { force: true }),
  sync: syncFolder,
};

/** @throws what the system says, but for systems that cannot */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const file = openSync(folder, 'r');
    try {
      await synced(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (!unknown.includes(codeOf(error))) throw error;
  }
}

/** What the system says of a name that it does not take, whatever is to be written. */
const ofNames: readonly unknown[] = ['ENAMETOOLONG', 'EISDIR', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST', 'EILSEQ'];

export const isOfName = (error: unknown): boolean => ofNames.includes(codeOf(error));

/** What the system says where nothing has a name. */
export const isAbsent = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(String(codeOf(error)));

export function unreadable(
  path: string,
  error: unknown,
  hint = 'Make sure that it can be read.',
): PressError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new PressError([
    problem('FILE_NOT_FOUND', `${path} cannot be read: ${code ?? message}.`, { file: path }, hint),
  ]);
}

/** Names in a folder that need a look; none where there is no such folder. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

/** How long ago a file was written last, ms; undefined: it is not there any more. */
export function ageOf(folder: string, name: string): number | undefined {
  const stats = statSync(join(folder, name), { throwIfNoEntry: false });
  return stats === undefined ? undefined : Date.now() - stats.mtimeMs;
}

/** Whether an absolute path is below a folder, links followed: a link is no way out. */
export function isInside(root: string, path: string): boolean {
  return isAbsolute(path) && isWithin(real(root), real(resolve(path)));
}

/** Of what is not there yet, the folder that is, and the rest. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = resolve(path, '..');
    return parent === path ? path : resolve(real(parent), relative(parent, path));
  }
}
