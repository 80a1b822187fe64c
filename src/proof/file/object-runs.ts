import type { KeptWalk } from './walk.ts';

/** Where the objects of a file stand. */
export interface ObjectPlaces {
  /** Their numbers, in the order of their places. */
  readonly numbers: Uint32Array;
  /** Where each of them begins, and where the last ends. */
  readonly starts: Float64Array;
}

/** Objects that stood one after the other in a file, with all of their bytes. */
interface Run<T> extends ObjectPlaces {
  /** How many objects stood before them. */
  readonly first: number;
  readonly bytes: Buffer;
  readonly objects: readonly T[];
}

/** A file that was read before, as far as others have the same. */
export class FileBefore<T = unknown> {
  /** Objects in all, and those of the runs. */
  readonly count: number;
  readonly kept: number;
  readonly runs: readonly Run<T>[];
  readonly size: number;
  /** What its objects are and lead to. */
  walk: KeptWalk | undefined;

  constructor({ count, kept, runs, size }: Pick<FileBefore<T>, 'count' | 'kept' | 'runs' | 'size'>) {
    this.count = count;
    this.kept = kept;
    this.runs = runs;
    this.size = size;
  }
}

/** Objects of a file by their places, undefined those that differ from the file that it is like. */
export interface SameObjects<T> {
  readonly objects: (T | undefined)[];
  readonly like: FileBefore<T>;
}

/** A file is like one before it when so many of its objects are the same. */
const alike = 3 / 4;
/** Of a file that is like none before, more of its objects than this stood somewhere before. */
const fewestAlone = 1 / 8;

/**
 * Runs of objects that files have in common which differ in few objects, such as those of a plate. Each run is compared
 * whole, byte by byte, instead of object by object. Bounded by bytes; what was not asked for the longest goes first.
 */
export class ObjectRuns<T> {
  /** The one that was asked for last is the first. */
  #files: FileBefore<T>[] = [];
  readonly #most: number;
  readonly #each: number;

  /** Holds `most` bytes, of which each object takes `each` beside its own. */
  constructor(most: number, each: number) {
    this.#most = most;
    this.#each = each;
  }

  /** Objects that are those of a file before; undefined: it is like none. */
  find(bytes: Buffer, places: ObjectPlaces): SameObjects<T> | undefined {
    for (const [at, file] of this.#files.entries()) {
      const objects = file.count === places.numbers.length ? sameIn(file, bytes, places) : undefined;
      if (objects === undefined) continue;
      this.#files.splice(at, 1);
      this.#files.unshift(file);
      return { objects, like: file };
    }
    return undefined;
  }

  /**
   * Keeps the runs of a file whose objects were found one by one, `alone` of them. `objects` are by their places, undefined
   * those that no other file is known to have. Gives what is kept of it.
   */
  keep(
    bytes: Buffer,
    places: ObjectPlaces,
    objects: readonly (T | undefined)[],
    alone: number,
  ): FileBefore<T> | undefined {
    const count = objects.length;
    if (alone <= count * fewestAlone) return undefined;
    const runs: Run<T>[] = [];
    let [kept, size] = [0, 0];
    for (let first = 0; first < count; first++) {
      let end = first;
      while (end < count && objects[end] !== undefined) end++;
      if (end === first) continue;
      const run = runOf(bytes, places, objects as readonly T[], first, end);
      runs.push(run);
      kept += end - first;
      size += run.bytes.length + this.#each * (end - first);
      first = end;
    }
    if (size > this.#most) return undefined;
    const made = new FileBefore({ count, kept, runs, size });
    this.#files.unshift(made);
    let held = this.#files.reduce((sum, file) => sum + file.size, 0);
    while (held > this.#most) held -= this.#files.pop()!.size;
    return made;
  }

  clear(): void {
    this.#files = [];
  }
}

function runOf<T>(
  bytes: Buffer,
  { numbers, starts }: ObjectPlaces,
  objects: readonly T[],
  first: number,
  end: number,
): Run<T> {
  return {
    first,
    numbers: numbers.slice(first, end),
    starts: starts.slice(first, end + 1),
    // What is kept of a file must not keep all of it.
    bytes: Buffer.from(Uint8Array.prototype.slice.call(bytes, starts[first], starts[end])),
    objects: objects.slice(first, end),
  };
}

/** The objects of the runs that stand in a file as well; undefined where they are too few. */
function sameIn<T>(file: FileBefore<T>, bytes: Buffer, places: ObjectPlaces): (T | undefined)[] | undefined {
  const objects = new Array<T | undefined>(file.count);
  let least = Math.ceil(file.kept * alike);
  let left = file.kept;
  for (const run of file.runs) {
    left -= run.objects.length;
    if (isThere(run, bytes, places)) {
      least -= run.objects.length;
      for (let i = 0; i < run.objects.length; i++) objects[run.first + i] = run.objects[i];
    }
    if (left < least) return undefined;
  }
  return objects;
}

/** Do the same objects, with the same numbers, stand at these places? */
function isThere(run: Run<unknown>, bytes: Buffer, { numbers, starts }: ObjectPlaces): boolean {
  const start = starts[run.first]!;
  const end = start + run.bytes.length;
  if (!(start >= 0 && end <= bytes.length)) return false;
  const by = start - run.starts[0]!;
  for (let i = 0; i < run.objects.length; i++)
    if (run.numbers[i] !== numbers[run.first + i] || run.starts[i + 1]! + by !== starts[run.first + i + 1])
      return false;
  return bytes.compare(run.bytes, 0, run.bytes.length, start, end) === 0;
}
