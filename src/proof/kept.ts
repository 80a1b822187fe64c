import type { PacketFound } from './checks/check-metadata.ts';
import { CodeReader } from './codes/code-reader.ts';
import type { ReadCode } from './codes/codes.ts';
import { Alike } from './file/alike.ts';
import type { Worked } from './file/budget.ts';
import { ByteShelf } from './file/byte-shelf.ts';
import type { DeflatedPart } from './file/deflated.ts';
import type { ReadObject } from './file/file.ts';
import { isSame, type Made } from './file/found.ts';
import type { Dictionary, PdfStream } from './file/object.ts';
import { ObjectRuns } from './file/object-runs.ts';
import type { Leads } from './file/walk.ts';
import type { Sentence } from './numbers/number-printings.ts';
import type { Sought } from './numbers/sought.ts';
import { DrawingKeys } from './page/drawing-keys.ts';
import type { KeptFont } from './page/font.ts';
import type { Piece } from './page/page-content.ts';
import type { KeptResources } from './page/resources.ts';
import type { KeptTree } from './page/structure.ts';
import type { Phrasebook } from './reading/phrasebook.ts';
import { SameAreas } from './reading/same-areas.ts';
import type { ShownOrder } from './reading/shown-line.ts';

/** Values by a key that names all that they depend on. Bounded: what was not asked for the longest goes first. */
export class Shelf<T> {
  #young = new Map<string, T>();
  #old = new Map<string, T>();
  readonly #most: number;

  /** Holds up to twice `most` values. */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, make: () => T): T {
    const known = this.#young.get(key);
    if (known !== undefined) return known;
    const value = this.#old.get(key) ?? make();
    if (this.#young.size >= this.#most) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
    return value;
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
  }
}

/** Values of the very objects that they were made of: those that were asked for last. */
class OfObjects<T> {
  readonly #most: number;
  /** The one that was asked for last is the first. */
  readonly #values: Made<T>[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  get(of: readonly unknown[], make: () => T): T {
    const [last] = this.#values;
    if (last !== undefined && isSame(last.of, of)) return last.value;
    const at = this.#values.findIndex((made) => isSame(made.of, of));
    const [made = { of, value: make() }] = at < 0 ? [] : this.#values.splice(at, 1);
    this.#values.unshift(made);
    if (this.#values.length > this.#most) this.#values.pop();
    return made.value;
  }

  clear(): void {
    this.#values.length = 0;
  }
}

/** Bytes of runs of objects, at most. */
const mostRuns = 4 * 1024 * 1024;
/** Bytes of objects, of parts of streams, and of pieces of page contents, that are kept at least; twice as many at most. */
const [mostObjects, mostParts, mostPieces] = [2 * 1024 * 1024, 3 * 1024 * 1024, 12 * 1024 * 1024];
/** What an object takes up beside its bytes, and a piece with all that is found of it, by what it paints, bytes: as measured. */
const [eachObject, eachPiece, eachRun, eachPainted] = [512, 2048, 600, 500];

/** Plates of which is kept what a file of them may say. */
const mostPlates = 24;

/** Lines kept in which numbers were sought. */
const mostLines = 2000;

/** Lines kept of which the order is known. */
const mostOrders = 500;

/** Pages kept in which codes were sought. */
const mostPages = 500;

/** Pictures kept in which codes were sought. */
const mostPictures = 1000;

/**
 * What a prover keeps from file to file, so that it need not be read again: objects and pieces of page contents, by their
 * bytes, what was found of them, the QR codes of pictures, by their pixels, and what may be said. It saves time, and
 * changes no verdict. Whoever makes it owns it; nothing outlives it.
 */
export class Kept {
  readonly objects = new ByteShelf<ReadObject>(mostObjects, () => eachObject);
  /** Runs of them. */
  readonly runs = new ObjectRuns<ReadObject>(mostRuns, eachObject);
  readonly pieces = new ByteShelf<Piece>(
    mostPieces,
    ({ runs, painted }) => eachPiece + eachRun * runs.length + eachPainted * painted.length,
  );
  /** Parts of streams that pages are in. */
  readonly parts = new ByteShelf<DeflatedPart>(mostParts, ({ bytes }) => bytes.length);
  /** What was found of objects, by the objects: it goes when they do. */
  readonly leads = new WeakMap<object, Leads>();
  /** What bookmarks say, and what viewers are told. */
  readonly said = new WeakMap<Dictionary, string>();
  readonly fonts = new Alike<KeptFont>();
  readonly resources = new Alike<KeptResources>();
  readonly trees = new Alike<KeptTree>();
  /** Those that were found to be the one of the press, with the work that each took. */
  readonly profiles = new WeakMap<PdfStream, Worked<true>>();
  /** Areas of pages. */
  readonly areas = new SameAreas();
  /** Of lists of an expectation themselves, not of equal ones: a plate has the same for every number. */
  readonly phrasebooks = new OfObjects<Phrasebook>(mostPlates);
  readonly sentences = new OfObjects<readonly Sentence[]>(mostPlates);
  readonly wanted = new OfObjects<readonly string[]>(mostPlates);
  readonly everyday = new OfObjects<readonly string[]>(mostPlates);
  /** Hashes of the fonts that all pages use, and of the pictures. */
  readonly hashes = new OfObjects<string>(2 * mostPlates);
  /** What files say of themselves, by their packets. */
  readonly packets = new OfObjects<PacketFound>(mostPlates);
  readonly drawings = new DrawingKeys();
  /** Codes that were found on pages, by all that they draw. */
  readonly searched = new Shelf<Worked<readonly ReadCode[]>>(mostPages);
  /** The same of areas, by what they show. */
  readonly scenes = new Shelf<Worked<readonly string[]>>(mostPages);
  /** Lines, and what could be dialled in them. */
  readonly sought = new Shelf<Sought>(mostLines);
  /** How lines beside the pages are moved where they are shown. */
  readonly orders = new Shelf<ShownOrder>(mostOrders);
  /** Of codes that are read by their modules: small pictures of few sizes. */
  readonly codeReader = new CodeReader();
  readonly #codes = new Map<string, readonly string[]>();

  /** What the codes of a picture say; `key` is of its pixels, or of all modules of one. */
  codes(key: string, decode: () => readonly string[]): readonly string[] {
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    if (this.#codes.size >= mostPictures) this.#codes.clear();
    const found = decode();
    this.#codes.set(key, found);
    return found;
  }

  /** What files are read in is kept at once while something is done: more files of the same plate follow. */
  atOnce<T>(work: () => T): T {
    const shelves = [this.objects, this.pieces, this.parts];
    for (const shelf of shelves) shelf.keepsAtOnce = true;
    try {
      return work();
    } finally {
      for (const shelf of shelves) shelf.keepsAtOnce = false;
    }
  }

  /** Lets go of everything. */
  clear(): void {
    this.objects.clear();
    this.runs.clear();
    for (const shelf of [
      this.phrasebooks,
      this.sentences,
      this.wanted,
      this.everyday,
      this.packets,
      this.hashes,
    ])
      shelf.clear();
    this.#codes.clear();
    this.pieces.clear();
    this.parts.clear();
    this.searched.clear();
    this.scenes.clear();
    this.sought.clear();
    this.orders.clear();
  }
}
