import { randomBytes } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { isProcess, readText } from '../files/index.ts';
import type { Output } from './output.ts';

const prefix = '.helpline-press.';
/** No exchange takes as long; older ones were left by runs that ended. */
const longestRun = 600_000;

/** Who makes an exchange, and of which files, as its folder records it. */
interface Record {
  readonly pid: number;
  readonly host: string;
  /** When the process began, ms since 1970. */
  readonly started: number;
  /** Relative to the exchange's folder. */
  readonly paths: readonly string[];
}

/**
 * Puts several files in the place of earlier ones, or of nothing, at one stroke. No system call renames two files, but one
 * can change what two links lead to:
 *
 * 1. The new files are written to `new/` of a hidden folder, the earlier ones get a second name in `old/`.
 * 2. Each target becomes a link to `now/<n>`, where `now` is a link to `old`: whoever opens it finds what was there.
 * 3. `now` becomes a link to `new`, in one rename: from here on all targets are the new ones.
 * 4. Each target becomes the new file itself, and the hidden folder goes.
 *
 * Killed anywhere, all targets are the earlier ones, or all are the new ones; `finishLeftovers` tidies up. Where the disk
 * knows no links, the earlier files are taken away in the order given and the new ones put there in the opposite order:
 * of a PDF after its proof, a new proof never stands beside an old PDF.
 */
export class Exchange {
  readonly #folder: string;
  readonly #outputs: readonly Output[];
  /** Text of the links that the targets were, if they were. */
  readonly #links: (string | undefined)[] = [];
  /** Targets that are no longer what was there before. */
  readonly #changed = new Set<number>();

  constructor(outputs: readonly Output[]) {
    this.#outputs = outputs;
    const name = `${prefix}${process.pid}.${randomBytes(6).toString('hex')}`;
    this.#folder = join(resolve(dirname(outputs[0]!.path)), name);
  }

  /** @param note is told of each path before it is worked on */
  run(note: (path: string) => void): void {
    const at = (...names: (string | number)[]) => join(this.#folder, ...names.map(String));
    note(this.#outputs[0]!.path);
    mkdirSync(this.#folder);
    writeFileSync(at('record.json'), JSON.stringify(this.#record()));
    for (const name of ['new', 'old']) mkdirSync(at(name));
    for (const [i, { path, content }] of this.#outputs.entries()) {
      note(path);
      writeSynced(at('new', i), content);
    }
    for (const [i, { path }] of this.#outputs.entries()) {
      note(path);
      this.#links[i] = keep(path, at('old', i));
    }
    const hasLinks = succeeds(() => symlinkSync('old', at('now')));
    if (!hasLinks) mkdirSync(at('begun'));
    for (const [i, { path }] of this.#outputs.entries()) {
      note(path);
      this.#changed.add(i);
      if (hasLinks) link(pointer(this.#folder, path, i), at('link'), path);
      else rmSync(path, { force: true });
    }
    if (hasLinks) link('new', at('then'), at('now'));
    for (const [i, { path }] of [...this.#outputs.entries()].reverse()) {
      note(path);
      move(at('new', i), path);
    }
    for (const folder of new Set(this.#outputs.map(({ path }) => dirname(path)))) sync(folder);
    succeeds(() => rmSync(this.#folder, { recursive: true, force: true }));
  }

  #record(): Record {
    const paths = this.#outputs.map(({ path }) => relative(this.#folder, resolve(path)));
    return { pid: process.pid, host: hostname(), started: processStart(), paths };
  }

  /** Leaves all as if nothing had been written. Gives what was there before and is still under the name of its backup. */
  undo(): { readonly path: string; readonly backup: string }[] {
    const stuck = [...this.#changed].flatMap((i) => {
      const { path } = this.#outputs[i]!;
      const backup = join(this.#folder, 'old', String(i));
      return succeeds(() => this.#putBack(i, path, backup)) ? [] : [{ path, backup }];
    });
    if (stuck.length === 0) succeeds(() => rmSync(this.#folder, { recursive: true, force: true }));
    return stuck;
  }

  #putBack(i: number, path: string, backup: string): void {
    const before = this.#links[i];
    if (before !== undefined) link(before, join(this.#folder, 'link'), path);
    else if (isThere(backup)) move(backup, path);
    else rmSync(path, { force: true });
  }
}

/** Finishes the exchanges that runs which were killed left in a folder: forward where all was decided, else back. */
export function finishLeftovers(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.startsWith(prefix)) succeeds(() => finish(join(resolve(folder), name)));
}

function finish(folder: string): void {
  const record = readRecord(folder);
  const age = Date.now() - statSync(folder).mtimeMs;
  if (age < longestRun && (record === undefined || isRunning(record))) return;
  const at = (name: string, i: number) => join(folder, name, String(i));
  const paths = (record?.paths ?? []).map((way) => join(folder, way));
  const hasLinks = isThere(join(folder, 'now'));
  const isBegun = hasLinks || isThere(join(folder, 'begun'));
  const isDecided = hasLinks
    ? readlinkSync(join(folder, 'now')) === 'new'
    : paths.some((_, i) => !isThere(at('new', i)));
  for (const [i, path] of isBegun ? paths.entries() : []) {
    if (hasLinks ? linkAt(path) !== pointer(folder, path, i) : isThere(path)) continue;
    const content = at(isDecided ? 'new' : 'old', i);
    if (isThere(content)) move(content, path);
    else rmSync(path, { force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}

/** Undefined: it was not written to its end, and no target was touched. */
function readRecord(folder: string): Record | undefined {
  try {
    const { pid, host, started, paths } = JSON.parse(readText(folder, 'record.json')) as Partial<Record>;
    if (!Array.isArray(paths) || !paths.every((path) => typeof path === 'string')) return undefined;
    return { pid: Number(pid), host: String(host), started: Number(started), paths };
  } catch {
    return undefined;
  }
}

/** Processes of other machines count as running: nobody can ask. */
function isRunning({ pid, host, started }: Record): boolean {
  if (host !== hostname()) return true;
  // The number of a process is given again, in a container at once.
  if (pid === process.pid) return Math.abs(started - processStart()) < 2000;
  return isProcess(pid);
}

function processStart(): number {
  return Date.now() - process.uptime() * 1000;
}

/** What a target's link says while it is exchanged. */
function pointer(folder: string, path: string, i: number): string {
  return join(relative(dirname(resolve(path)), folder), 'now', String(i));
}

function linkAt(path: string): string | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
    ? readlinkSync(path)
    : undefined;
}

/** Gives what is there a second name, or, where the disk knows none, copies it. Gives the text of the link it is. */
function keep(path: string, backup: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (stats.isSymbolicLink()) {
    const text = readlinkSync(path);
    symlinkSync(resolve(dirname(path), text), backup);
    return text;
  }
  if (!succeeds(() => linkSync(path, backup))) copyFileSync(path, backup);
  return undefined;
}

/** Makes a path a link, in place of what was there. */
function link(text: string, temporary: string, path: string): void {
  rmSync(temporary, { force: true });
  symlinkSync(text, temporary);
  move(temporary, path);
}

/** Renames; between disks, by way of a copy beside the target. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const beside = join(dirname(to), `${prefix}${randomBytes(6).toString('hex')}.part`);
    try {
      const text = linkAt(from);
      if (text === undefined) copyFileSync(from, beside);
      else symlinkSync(text, beside);
      renameSync(beside, to);
    } finally {
      rmSync(beside, { force: true });
    }
  }
}

function writeSynced(path: string, content: Uint8Array | string): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Has the names in a folder written to the disk; some systems cannot. */
function sync(folder: string): void {
  succeeds(() => {
    const file = openSync(folder, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  });
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function succeeds(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
