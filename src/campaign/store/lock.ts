import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, realpathSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { PressError, problem } from '../../diagnostics/index.ts';
import { unwritable } from '../../press/index.ts';
import { isRunning } from './temporary.ts';

/** A lock is touched that often, ms; one of another machine that was not for so long was left. */
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
  readonly #timer: NodeJS.Timeout;

  /** @throws PressError CAMPAIGN_RUNNING, OUTPUT_UNWRITABLE */
  constructor(path: string) {
    this.#path = path;
    this.#held = join(realpathSync(dirname(path)), basename(path));
    if (!take(path)) {
      if (held.has(this.#held) || isHeld(path)) throw running(path);
      remove(path);
      if (!take(path)) throw running(path);
    }
    held.add(this.#held);
    this.#timer = setInterval(() => touch(path), beat).unref();
  }

  release(): void {
    clearInterval(this.#timer);
    held.delete(this.#held);
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
    return held.has(join(realpathSync(dirname(path)), basename(path))) || isHeld(path);
  } catch {
    return false;
  }
}

/**
 * True where the lock is this run's now. It gets its name when it says whose it is: a run that is killed here leaves no
 * lock of nobody. Where the disk knows no second names it is written under its name.
 */
function take(path: string): boolean {
  const whose = `${hostname()} ${process.pid}\n`;
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    writeFileSync(draft, whose, { flag: 'wx' });
    try {
      linkSync(draft, path);
    } catch (error) {
      if (isThere(error)) return false;
      writeFileSync(path, whose, { flag: 'wx' });
    }
    return true;
  } catch (error) {
    if (isThere(error)) return false;
    throw unwritable(path, error, hint);
  } finally {
    rmSync(draft, { force: true });
  }
}

const isThere = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST';

const hint = 'Make room, or make the folder writable, and run the same again: what was made is not lost.';

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    throw unwritable(path, error, hint);
  }
}

function isHeld(path: string): boolean {
  try {
    const [host, pid] = readFileSync(path, 'utf8').trim().split(' ');
    const age = Date.now() - statSync(path).mtimeMs;
    return host === hostname() && pid !== undefined ? isRunning(Number(pid)) : age < longest;
  } catch {
    // It went away meanwhile.
    return false;
  }
}

function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
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
