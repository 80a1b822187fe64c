import { lstatSync, mkdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { PressError, problem } from '../diagnostics/index.ts';
import { Exchange, finishLeftovers } from './exchange.ts';

/** A file to be written. */
export interface Output {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/** What the system says of a path that cannot be written, as a person says it. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'there is no right to write there',
  EPERM: 'there is no right to write there',
  ENOENT: 'no folder can be made there',
  ENOSPC: 'the disk is full',
  EDQUOT: 'no more may be stored there (quota)',
  EIO: 'the disk does not work as it should',
  EROFS: 'the disk can only be read',
  ENAMETOOLONG: 'the name is too long',
};

/**
 * Writes files that belong together, whole or not at all, as `Exchange` does: whoever reads them finds the earlier ones
 * or the new ones, whenever this is killed; what a killed run left is finished by the next that writes to the folder. All
 * is on the disk when this returns.
 * @throws PressError OUTPUT_UNWRITABLE; then all is as it was
 */
export function writeWhole(outputs: readonly Output[]): void {
  const folders = [...new Set(outputs.map(({ path }) => dirname(path)))];
  const made: string[] = [];
  let exchange: Exchange | undefined;
  let current = '';
  try {
    for (const { path } of outputs) {
      current = path;
      makeFolders(dirname(path), made);
      if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
        throw new Error('a folder has that name');
    }
    for (const folder of folders) finishLeftovers(folder);
    if (outputs.length === 0) return;
    exchange = new Exchange(outputs);
    exchange.run((path) => {
      current = path;
    });
  } catch (error) {
    const stuck = exchange?.undo() ?? [];
    for (const folder of made.reverse()) tryTo(() => rmdirSync(folder));
    const hint =
      stuck.length === 0
        ? 'Make sure that its folder can be written and nothing is in its way, or have it written elsewhere.'
        : `What was there could not be put back: ${stuck.map(({ path, backup }) => `${path} is now ${backup}`).join(', ')}.`;
    throw unwritable(current, error, hint);
  }
}

/** Takes files away that an earlier run left and this one does not make. @throws PressError OUTPUT_UNWRITABLE */
export function removeFiles(paths: readonly string[]): void {
  for (const path of paths)
    try {
      rmSync(path, { force: true });
    } catch (error) {
      throw unwritable(path, error, 'Take it away: it is of an earlier run.');
    }
}

/** What a file or folder that cannot be written is told as. */
export function unwritable(path: string, error: unknown, hint: string): PressError {
  const message = `${path} cannot be written: ${reasonOf(error)}.`;
  return new PressError([problem('OUTPUT_UNWRITABLE', message, { file: path }, hint)]);
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = reasons[code ?? ''];
  return reason === undefined ? String(message) : `${reason} (${code})`;
}

/**
 * Makes a folder and those above it, one by one; each that is made is added to `made`. Node's own way of making several
 * (`recursive`) does not end where the system says that a parent is missing which is there (`/proc`).
 */
export function makeFolders(folder: string, made: string[]): void {
  const absent: string[] = [];
  let at = resolve(folder);
  for (let stats = seen(at); ; at = dirname(at), stats = seen(at)) {
    if (stats?.isDirectory() === true) break;
    if (stats !== undefined) throw new Error(`${at} is a file, and no folder`);
    if (dirname(at) === at) break;
    absent.push(at);
  }
  for (const path of absent.reverse()) {
    try {
      mkdirSync(path);
      made.push(path);
    } catch (error) {
      // Another thread or process was faster.
      if (seen(path)?.isDirectory() === true) continue;
      throw lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
        ? new Error(`${path} is a link that leads nowhere`)
        : error;
    }
  }
}

/** What a path is, links followed; undefined: nothing is there, or its way leads through a file. */
function seen(path: string) {
  try {
    return statSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function tryTo(action: () => void): void {
  try {
    action();
  } catch {
    // It was in use, or is gone: nothing else can be done.
  }
}
