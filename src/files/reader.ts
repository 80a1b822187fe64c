import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  opendirSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { isAbsolute, join, normalize, parse, relative, resolve, sep } from 'node:path';
import { type Place, PressError, problem } from '../diagnostics/index.ts';
import { decodeText } from './encoding.ts';
import { fromDisk } from './from-disk.ts';
import { layersOf, type Root } from './layers.ts';
import { noteBytes, noteNames, noteThere } from './readings.ts';

/** Bytes of a text that is not said to be allowed more. */
const largestText = 2_000_000;
/** Bytes of anything else. */
const largestFile = 40 * 1024 * 1024;
/** Names in a folder. */
const mostNames = 20_000;

export interface FolderEntry {
  readonly name: string;
  /** What it is, links followed; `other`: a device, a pipe, a socket, a link that leads nowhere. */
  readonly kind: 'file' | 'folder' | 'other';
  /** Where a plain file is that was found there, and no link to one: its real path. */
  readonly at?: string;
}

/**
 * The bytes of a file that really lies in a folder: links are followed, and may not lead out of it. What is no plain file
 * (a device, a pipe) is never opened.
 * @param root of several layers, the uppermost that has the file is read
 * @param path relative to `root`
 * @param most bytes that it may have
 * @param place where the file was named, for the problems; without it they name the file
 * @throws PressError FILE_NOT_FOUND, PATH_OUTSIDE, FILE_NOT_PLAIN, FILE_TOO_LARGE
 */
export function readBytes(root: Root, path: string, most: number = largestFile, place?: Place): Buffer {
  const layer = layerWith(root, path);
  const shown = join(layer, path);
  return readPlain(realPath(layer, path, place), shown, most, place ?? { file: shown });
}

/**
 * The bytes of a file of a folder that was just listed: where it is none but a plain file was, and no link is opened.
 * @param path of the file, relative to `root`
 * @throws PressError as `readBytes`
 */
export function readListed(root: Root, path: string, { at }: FolderEntry): Buffer {
  return at === undefined ? readBytes(root, path) : readPlain(at, at, largestFile, { file: at });
}

/**
 * The same of a text in UTF-8.
 * @throws PressError FILE_NOT_FOUND, PATH_OUTSIDE, FILE_NOT_PLAIN, FILE_TOO_LARGE, FILE_ENCODING
 */
export function readText(root: Root, path: string, most: number = largestText, place?: Place): string {
  const layer = layerWith(root, path);
  return decodeText(readBytes(layer, path, most, place), join(layer, path));
}

/**
 * The text of a file of a folder that was just listed, which is opened as `readListed` opens it.
 * @throws PressError as `readText`
 */
export function readListedText(root: Root, path: string, { at }: FolderEntry, most: number): string {
  if (at === undefined) return readText(root, path, most);
  const shown = pathIn(root, path);
  return decodeText(readPlain(at, shown, most, { file: shown }), shown);
}

/** Where a path of a root is: in the uppermost of its folders that has it; where none has, in the uppermost. */
export function pathIn(root: Root, path: string): string {
  return join(layerWith(root, path), path);
}

/** The folder of a root that a path is taken from; where none has it, the uppermost. */
export function layerWith(root: Root, path: string): string {
  const layers = layersOf(root);
  return (layers.length === 1 ? undefined : layers.find((layer) => isIn(layer, path))) ?? layers[0]!;
}

/**
 * The bytes of a file that a person named: wherever it is, wherever its links lead.
 * @throws PressError FILE_NOT_FOUND, FILE_NOT_PLAIN, FILE_TOO_LARGE
 */
export function readNamed(file: string, most: number = largestFile): Buffer {
  return readPlain(
    fromDisk(file, () => realpathSync.native(asTyped(file))),
    file,
    most,
    { file },
  );
}

/**
 * Holds a path to lead to a plain file that really lies in a folder; it is not read.
 * @throws PressError FILE_NOT_FOUND, PATH_OUTSIDE, FILE_NOT_PLAIN
 */
export function checkFile(root: Root, path: string, place?: Place): void {
  const layer = layerWith(root, path);
  const shown = join(layer, path);
  const real = realPath(layer, path, place);
  requirePlain(
    fromDisk(shown, () => statSync(real), place),
    shown,
    place ?? { file: shown },
  );
}

/**
 * True where something has that name in a folder, readable or not: also a link, wherever it leads. Whether it is what it
 * should be the reading says.
 */
export function isThere(root: Root, path: string): boolean {
  return layersOf(root).some((layer) => isIn(layer, path));
}

function isIn(root: string, path: string): boolean {
  const isThere = isOnDisk(root, path);
  noteThere(join(root, path), isThere);
  return isThere;
}

function isOnDisk(root: string, path: string): boolean {
  if (!isWithin(resolve(root), resolve(root, path))) return false;
  try {
    return lstatSync(join(root, asSpelled(root, path)), { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOTDIR';
  }
}

/**
 * What is in a folder that really lies in another, by name; of a root in layers, what is in any of them. Names that begin with a
 * dot are of the system and its tools (`.git`, `.DS_Store`, `._style.css`), come and go, and are left out.
 * @throws PressError FILE_NOT_FOUND, PATH_OUTSIDE, FILE_TOO_LARGE
 */
export function listFolder(root: Root, path = ''): FolderEntry[] {
  const layers = layersOf(root);
  const having = layers.filter((layer) => isIn(layer, path));
  const listed = (having.length === 0 ? layers.slice(0, 1) : having).map((layer) => listIn(layer, path));
  if (listed.length === 1) return listed[0]!;
  const entries = new Map(listed.reverse().flatMap((each) => each.map((entry) => [entry.name, entry])));
  return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function listIn(root: string, path: string): FolderEntry[] {
  const shown = join(root, path);
  const real = realPath(root, path);
  const entries: FolderEntry[] = [];
  const folder = fromDisk(shown, () => opendirSync(real));
  try {
    for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) {
      if (entry.name.startsWith('.')) continue;
      if (entries.length === mostNames)
        throw new PressError([
          problem('FILE_TOO_LARGE', `${shown} holds more than ${mostNames} names.`, { file: shown }),
        ]);
      const at = join(real, entry.name);
      const kind = entry.isSymbolicLink() ? kindOf(at) : kindNow(entry);
      entries.push({ name: entry.name, kind, ...(entry.isFile() ? { at } : {}) });
    }
  } finally {
    folder.closeSync();
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  noteNames(real, entries);
  return entries;
}

function kindOf(path: string): FolderEntry['kind'] {
  try {
    return kindNow(statSync(path));
  } catch {
    return 'other';
  }
}

function kindNow(entry: { isFile(): boolean; isDirectory(): boolean }): FolderEntry['kind'] {
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
}

/** Where a path in a folder leads to. @throws PressError FILE_NOT_FOUND, PATH_OUTSIDE */
function realPath(root: string, path: string, place?: Place): string {
  const shown = join(root, path);
  const outside = (reason: string) =>
    new PressError([
      problem(
        'PATH_OUTSIDE',
        `${shown} ${reason} ${root}.`,
        place ?? { file: shown },
        'Put the file itself there.',
      ),
    ]);
  // Before the disk is asked: what is outside is nobody's business, not even whether it is there.
  if (!isWithin(resolve(root), resolve(root, path))) throw outside('lies outside');
  const folder = fromDisk(root, () => realpathSync.native(root));
  const real = fromDisk(
    shown,
    () => realpathSync.native(join(folder, asSpelled(folder, path))),
    place,
    () => nearHint(folder, path),
  );
  if (!isWithin(folder, real)) throw outside('is a link that leads out of');
  return real;
}

/**
 * A path by the names that are on the disk: the same letters may be composed there or decomposed (UAX #15), as archives
 * and file systems of some makers have it. What is there as it is written, or not at all, stays.
 */
export function asSpelled(folder: string, path: string): string {
  const isPlain = /^[\x20-\x7e]*$/.test(path);
  if (isPlain || existsSync(join(folder, path))) return path;
  const found: string[] = [];
  for (const name of normalize(path).split(sep)) {
    const here = join(folder, ...found);
    const wanted = name.normalize('NFC');
    const same = existsSync(join(here, name))
      ? []
      : namesIn(here).filter((each) => each.normalize('NFC') === wanted);
    found.push(same.length === 1 ? same[0]! : name);
  }
  return join(...found);
}

/** A path that a person typed, by the names that are on the disk: their keys may compose letters otherwise than whoever made a folder. */
export function asTyped(path: string): string {
  if (existsSync(path)) return path;
  const root = isAbsolute(path) ? parse(path).root : '.';
  const way = isAbsolute(path) ? relative(root, path) : path;
  const spelled = asSpelled(root, way);
  return spelled === way ? path : join(root, spelled);
}

/** What is there by that name in other capitals, or as Windows writes a path: elsewhere the file would have been found. */
function nearHint(folder: string, path: string): string | undefined {
  const found: string[] = [];
  for (const name of normalize(path.replaceAll('\\', '/')).split(sep)) {
    const wanted = folded(name);
    const near = namesIn(join(folder, ...found)).filter((each) => folded(each) === wanted);
    if (near.length !== 1) return undefined;
    found.push(near[0]!);
  }
  return `Is it ${found.join('/')}? Capital letters count, and folders are divided by /.`;
}

const folded = (name: string): string => name.normalize('NFC').toLowerCase();

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).slice(0, mostNames);
  } catch {
    // Reading the file tells what is wrong.
    return [];
  }
}

/** Whether a path is a folder or lies in it, by their names alone: links are not followed. Both are absolute. */
export function isWithin(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** Opens no link and waits for no writer, should the file have been changed for one since it was looked at. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function readPlain(real: string, shown: string, most: number, place: Place): Buffer {
  requirePlain(
    fromDisk(shown, () => statSync(real), place),
    shown,
    place,
  );
  const file = fromDisk(shown, () => openSync(real, flags), place);
  try {
    const stats = fstatSync(file);
    requirePlain(stats, shown, place);
    if (stats.size > most) throw tooLarge(shown, most, place);
    const bytes = fromDisk(shown, () => readAll(file, stats.size, shown, most, place), place);
    noteBytes(real, bytes);
    return bytes;
  } finally {
    closeSync(file);
  }
}

/** The size that the system tells is where it begins: some files hold more, and files grow. */
function readAll(file: number, size: number, shown: string, most: number, place: Place): Buffer {
  let buffer = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const count = readSync(file, buffer, length, buffer.length - length, null);
    if (count === 0) return buffer.subarray(0, length);
    length += count;
    if (length > most) throw tooLarge(shown, most, place);
    if (length < buffer.length) continue;
    const larger = Buffer.allocUnsafe(Math.min(most, buffer.length * 2 + 4096) + 1);
    buffer.copy(larger, 0, 0, length);
    buffer = larger;
  }
}

function requirePlain(stats: Stats, shown: string, place: Place): void {
  if (stats.isFile()) return;
  const what = stats.isDirectory()
    ? 'a folder'
    : stats.isFIFO()
      ? 'a named pipe'
      : stats.isSocket()
        ? 'a socket'
        : 'a device';
  throw new PressError([
    problem(
      'FILE_NOT_PLAIN',
      `${shown} is no file, but ${what}.`,
      place,
      stats.isDirectory() ? 'Name a file in it, or put a plain file there.' : 'Put a plain file there.',
    ),
  ]);
}

function tooLarge(shown: string, most: number, place: Place): PressError {
  const limit = most >= 1_000_000 ? `${Math.floor(most / 1_000_000)} MB` : `${Math.floor(most / 1000)} kB`;
  return new PressError([
    problem('FILE_TOO_LARGE', `${shown} is larger than ${limit}.`, place, 'Is it the right file?'),
  ]);
}
