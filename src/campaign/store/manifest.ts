import { createReadStream } from 'node:fs';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Problem, warning } from '../../diagnostics/index.ts';
import { makeFolders, unwritable } from '../../press/index.ts';
import { isAbsent, syncFolder, unreadable } from './disk.ts';
import type { Entry } from './entry.ts';
import { manifestLine, parseLine } from './manifest-line.ts';

/** Of a campaign that one machine makes whole. A shard has one of its own: `campaign.3-of-8.manifest`. */
export const manifestName = 'campaign.manifest';

const isManifest = (name: string) => /^campaign(\.[A-Za-z0-9_-]+)?\.manifest$/.test(name);

/** The manifests of a folder, by name in order; none where there is no such folder. */
export async function manifestsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isAbsent(error)) return [];
    throw unreadable(folder, error);
  });
  const paths = names
    .filter(isManifest)
    .toSorted()
    .map((name) => join(folder, name));
  for (const path of paths) await requirePlain(path);
  return paths;
}

/** A pipe is waited for, and never ends. */
async function requirePlain(path: string): Promise<void> {
  const stats = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error, wantedThere);
  });
  if (stats.isFile()) return;
  const what = stats.isDirectory() ? 'a folder' : 'no file';
  throw unreadable(path, new Error(`it is ${what}`), wantedThere);
}

const wantedThere =
  'A file is wanted there that can be read: let it be read, or take away what is in its place.';

/** What stands in a manifest, line by line: bounded memory, however long it is. */
export async function* readManifest(path: string): AsyncGenerator<Entry | Problem> {
  try {
    yield* readLines(createReadStream(path) as AsyncIterable<Buffer>, path);
  } catch (error) {
    throw unreadable(path, error, wantedThere);
  }
}

/** Whole lines of a manifest from some byte on, and where they end: one that is being written is read the next time. */
export async function readSince(path: string, from: number): Promise<{ bytes: Buffer; end: number }> {
  const file = await open(path);
  try {
    const bytes = Buffer.alloc(Math.max(0, (await file.stat()).size - from));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
    const whole = bytes.subarray(0, bytesRead).lastIndexOf(0x0a) + 1;
    return { bytes: bytes.subarray(0, whole), end: from + whole };
  } finally {
    await file.close();
  }
}

/** @param path for what is told */
export async function* readLines(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  path: string,
): AsyncGenerator<Entry | Problem> {
  let line = 0;
  let damaged = 0;
  for await (const { bytes, isWhole } of linesOf(chunks)) {
    line++;
    // What a run that was killed did not write to its end was never promised.
    if (!isWhole) break;
    const entry = parseLine(bytes);
    if (entry !== undefined) yield entry;
    else if (++damaged <= mostTold)
      yield notAsWritten('A line of the manifest is not as it was written; what it said is not known.', {
        file: path,
        line,
      });
  }
  if (damaged > mostTold)
    yield notAsWritten(`So are ${damaged - mostTold} more lines of the manifest.`, { file: path });
}

/** Lines of a manifest that are told one by one: of a file that is none, there may be a million. */
const mostTold = 10;

const notAsWritten = (message: string, place: Problem['place']): Problem =>
  warning(
    'CAMPAIGN_MANIFEST',
    message,
    place,
    'Its file is made again. Once all files are there, campaign merge writes the manifest without it. If there are many, have the disk looked at.',
  );

/** True for what {@link readManifest} gives of a line that is as it was written. */
export const isEntry = (read: Entry | Problem): read is Entry => 'outcome' in read;

interface Line {
  readonly bytes: Uint8Array;
  /** It ends in a line feed. */
  readonly isWhole: boolean;
}

async function* linesOf(chunks: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Line> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, from)) {
      yield { bytes: bytes.subarray(from, end), isWhole: true };
      from = end + 1;
    }
    rest = bytes.subarray(from);
  }
  if (rest.length > 0) yield { bytes: rest, isWhole: false };
}

/**
 * A manifest that entries are added to, and nothing else is done with. One process writes it: its threads hand their
 * entries to the one that holds this.
 */
export class Manifest {
  readonly #path: string;
  readonly #file: FileHandle;
  /** Bytes that are on the disk: what failed beyond is cut off. */
  #length: number;
  /** What is being written, and after which the next is. */
  #last: Promise<void> = Promise.resolve();

  private constructor(path: string, file: FileHandle, length: number) {
    this.#path = path;
    this.#file = file;
    this.#length = length;
  }

  /** Opens it for adding, or makes it; a torn last line is cut off. @throws PressError OUTPUT_UNWRITABLE */
  static async open(path: string): Promise<Manifest> {
    let file: FileHandle | undefined;
    try {
      makeFolders(dirname(path), []);
      file = await open(path, 'a+');
      const length = await wholeLength(file);
      await file.truncate(length);
      await syncFolder(dirname(path));
      return new Manifest(path, file, length);
    } catch (error) {
      await file?.close();
      throw unwritable(path, error, hint);
    }
  }

  /**
   * Adds entries, after those of earlier calls; they are on the disk when it returns.
   * @throws PressError OUTPUT_UNWRITABLE: none of these is in the manifest
   */
  append(entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return Promise.resolve();
    const bytes = Buffer.from(entries.map(manifestLine).join(''));
    const written = this.#last.then(() => this.#write(bytes));
    this.#last = written.catch(() => {});
    return written;
  }

  async #write(bytes: Uint8Array): Promise<void> {
    try {
      for (let done = 0; done < bytes.length; )
        done += (await this.#file.write(bytes, done, bytes.length - done)).bytesWritten;
      await this.#file.datasync();
      this.#length += bytes.length;
      // A folder that was taken away, or moved, takes the file along: it is written to on, and nobody finds it.
      const there = await stat(this.#path).catch(() => undefined);
      if ((there?.size ?? 0) < this.#length) throw new Error(takenAway);
    } catch (error) {
      await this.#file.truncate(this.#length).catch(() => {});
      throw unwritable(this.#path, error, (error as Error).message === takenAway ? again : hint);
    }
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#file.close();
  }
}

const hint = 'Make room, or make the folder writable, and run the same again: what was made is not lost.';

const again = 'Run the same again: what is not there is made.';
const takenAway = 'it, or its folder, was taken away or moved meanwhile';

/** Bytes up to and with the last line feed. */
async function wholeLength(file: FileHandle): Promise<number> {
  const chunk = Buffer.alloc(65_536);
  for (let end = (await file.stat()).size; end > 0; ) {
    const start = Math.max(0, end - chunk.length);
    const { bytesRead } = await file.read(chunk, 0, end - start, start);
    const at = chunk.subarray(0, bytesRead).lastIndexOf(0x0a);
    if (at >= 0) return start + at + 1;
    end = start;
  }
  return 0;
}
