import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { PressError, problem } from '../../diagnostics/index.ts';
import { unwritable } from '../../press/index.ts';
import { isRunning } from './temporary.ts';

/**
 * A lock is written anew that often, ms; one of another machine that was not for so long was left. When is said by whoever
 * keeps the files, for the lock and for now: the clocks of two machines may be hours apart.
 */
const [beat, longest] = [10_000, 60_000] as const;

/** Locks of this process: what a file says of its number alone may be said of one that had the number before. */
const held = new Set<string>();

/**
 * Keeps two runs off one manifest. The second is refused while the first runs; what a run that was killed left is taken
 * over: at once on the machine where it ran, after a minute on another one.
 */
export class Lock {
  readonly #path: string;
  readonly #held: string;
  readonly #file: number;
  readonly #timer: NodeJS.Timeout;

  /** @throws PressError CAMPAIGN_RUNNING, OUTPUT_UNWRITABLE */
  constructor(path: string) {
    this.#path = path;
    this.#held = join(realpathSync(dirname(path)), basename(path));
    let file = take(path);
    if (file === undefined) {
      const left = held.has(this.#held) ? 'held' : leftAt(path);
      if (left === 'held' || (left !== undefined && !takeAway(path, left))) throw running(path);
      file = take(path);
      if (file === undefined) throw running(path);
    }
    this.#file = file;
    held.add(this.#held);
    this.#timer = setInterval(() => touch(this.#file), beat).unref();
  }

  release(): void {
    clearInterval(this.#timer);
    held.delete(this.#held);
    closeSync(this.#file);
    try {
      rmSync(this.#path, { force: true });
    } catch {
      // The next run takes it over: whoever wrote it has ended.
    }
  }
}

/** Whether a run that goes on holds a lock, as far as this machine can tell. */
export function isLocked(path: string): boolean {
  try {
    return held.has(join(realpathSync(dirname(path)), basename(path))) || leftAt(path) === 'held';
  } catch {
    return false;
  }
}

const whose = () => `${hostname()} ${process.pid}\n`;

/**
 * The file of the lock where that is this run's now. It gets its name when it says whose it is: a run that is killed here leaves no
 * lock of nobody. Where the disk knows no second names it is written under its name.
 */
function take(path: string): number | undefined {
  const draft = draftOf(path);
  let file: number | undefined;
  try {
    file = written(draft);
    try {
      linkSync(draft, path);
    } catch (error) {
      closeSync(file);
      file = undefined;
      if (!isThere(error)) file = written(path);
    }
    return file;
  } catch (error) {
    if (isThere(error)) return undefined;
    throw unwritable(path, error, hint);
  } finally {
    rmSync(draft, { force: true });
  }
}

const draftOf = (path: string) => `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;

function written(path: string): number {
  const file = openSync(path, 'wx');
  try {
    writeSync(file, whose());
    return file;
  } catch (error) {
    closeSync(file);
    rmSync(path, { force: true });
    throw error;
  }
}

const isThere = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST';

const hint = 'Make room, or make the folder writable, and run the same again: what was made is not lost.';

/** What a lock says, and when it was written last. */
type Left = { readonly text: string; readonly written: number };

const saidAt = (path: string): Left => ({
  written: statSync(path).mtimeMs,
  text: readFileSync(path, 'utf8'),
});

/** A lock that whoever wrote it no longer holds; `held`: they do, as far as this machine can tell; undefined: it went away meanwhile. @throws PressError OUTPUT_UNWRITABLE where it cannot be read */
export function leftAt(path: string): Left | 'held' | undefined {
  try {
    const left = saidAt(path);
    const [host, pid] = left.text.trim().split(' ');
    if (host === hostname() && pid !== undefined) return isRunning(Number(pid)) ? 'held' : left;
    // One of a time to come was not written anew since the clock was set back, or came with a copy of the folder.
    return Math.abs(nowBeside(path) - left.written) < longest ? 'held' : left;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw unwritable(path, error, hint);
  }
}

/**
 * Takes away a lock that was left, and no other: of several runs that find it at once, one takes it away and its place, and the
 * others may come here only then. What they find is put back.
 */
export function takeAway(path: string, left: Left): boolean {
  const aside = draftOf(path);
  try {
    renameSync(path, aside);
  } catch (error) {
    // Somebody else did.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw unwritable(path, error, hint);
  }
  try {
    const { text, written } = saidAt(aside);
    if (text === left.text && written === left.written) return true;
    renameSync(aside, path);
    return false;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** When something is written now, by whoever keeps the files of a folder. */
function nowBeside(path: string): number {
  const draft = draftOf(path);
  try {
    const file = written(draft);
    try {
      fsyncSync(file);
      return fstatSync(file).mtimeMs;
    } finally {
      closeSync(file);
    }
  } catch {
    // Nothing can be written there: then it is not this machine that takes the lock over.
    return Date.now();
  } finally {
    rmSync(draft, { force: true });
  }
}

function touch(file: number): void {
  try {
    writeSync(file, whose(), 0);
    fsyncSync(file);
  } catch {
    // Whoever took it away has it on them.
  }
}

function running(path: string): PressError {
  return new PressError([
    problem(
      'CAMPAIGN_RUNNING',
      'Another run of this campaign is writing to the same folder.',
      { file: path },
      'Wait until it has ended, or give another folder; if nothing runs, take that file away.',
    ),
  ]);
}
