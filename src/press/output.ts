import { randomBytes } from 'node:crypto';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { PressError, problem } from '../diagnostics/index.ts';

/** A file to be written. */
export interface Output {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/** An output on its way to its target: beside that lie its content and, from when it is moved, what was there before. */
interface Staged {
  readonly path: string;
  readonly temporary: string;
  readonly backup: string;
  /** Folders that are made for it, the deepest first. */
  readonly folders: readonly string[];
  isKept: boolean;
  isMoved: boolean;
}

/**
 * Writes files that belong together, whole or not at all: each to a temporary file beside its target; when all are on
 * disk they are renamed, in the order given. Earlier files of those names stay as they were until then, and are put
 * back when a later one cannot be renamed.
 * @throws PressError OUTPUT_UNWRITABLE
 */
export function writeWhole(outputs: readonly Output[]): void {
  const staged: Staged[] = [];
  let current = '';
  try {
    for (const { path } of outputs) {
      current = path;
      if (existsSync(path) && lstatSync(path).isDirectory()) throw new Error('a folder has that name');
    }
    for (const { path, content } of outputs) {
      current = path;
      const output = stage(path);
      staged.push(output);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(output.temporary, content, { flag: 'wx' });
    }
    for (const output of staged) {
      current = output.path;
      if (lstatSync(output.path, { throwIfNoEntry: false }) !== undefined) keep(output);
      renameSync(output.temporary, output.path);
      output.isMoved = true;
    }
  } catch (error) {
    const stuck = staged.reverse().filter((output) => !isUndone(output));
    const reason = error instanceof Error ? error.message : String(error);
    const hint =
      stuck.length === 0
        ? 'Make sure that its folder can be written and nothing is in its way, or have it written elsewhere.'
        : `What was there could not be put back: ${stuck.map(({ path, backup }) => `${path} is now ${backup}`).join(', ')}.`;
    throw new PressError([
      problem('OUTPUT_UNWRITABLE', `${current} cannot be written: ${reason}.`, { file: current }, hint),
    ]);
  }
  for (const { backup } of staged) isDone(() => rmSync(backup, { force: true }));
}

function stage(path: string): Staged {
  // In the same folder: between disks nothing is renamed.
  const beside = (ending: string) => join(dirname(path), `.${randomBytes(6).toString('hex')}.${ending}`);
  const folders = absentFolders(dirname(path));
  return {
    path,
    temporary: beside('part'),
    backup: beside('kept'),
    folders,
    isKept: false,
    isMoved: false,
  };
}

/** The folders that are not there yet, the deepest first. */
function absentFolders(folder: string): string[] {
  const isThere = existsSync(folder) || dirname(folder) === folder;
  return isThere ? [] : [folder, ...absentFolders(dirname(folder))];
}

/** Gives what is there a second name, so that it is never away; moves it where the disk knows no second names. */
function keep(output: Staged): void {
  if (!isDone(() => linkSync(output.path, output.backup))) renameSync(output.path, output.backup);
  output.isKept = true;
}

/** Leaves all as if nothing had been written. False: what was there before is still under the name of its backup. */
function isUndone({ path, temporary, backup, folders, isKept, isMoved }: Staged): boolean {
  isDone(() => rmSync(temporary, { force: true }));
  const isBack = isKept
    ? isDone(() => renameSync(backup, path))
    : !isMoved || isDone(() => rmSync(path, { force: true }));
  // Two names of one file are not renamed: the second is still there.
  if (isBack) isDone(() => rmSync(backup, { force: true }));
  for (const folder of folders) isDone(() => rmdirSync(folder));
  return isBack;
}

function isDone(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
