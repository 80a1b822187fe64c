import type { Imposed, Placement, Sheet } from '../imposition/index.ts';
import type { DisplayItem, DisplayList, TextItem } from '../paint/index.ts';
import type { WrittenFile } from './file.ts';
import { DeflatedPieces } from './joined-pieces.ts';
import type { PdfJob } from './page.ts';

interface Kept {
  readonly job: PdfJob;
  readonly file: WrittenFile<PdfJob>;
  /** The first of its plate, and not asked for again yet. */
  readonly isFirst: boolean;
}

/** Files that are kept; a campaign goes on to another plate after thousands of numbers. */
const MOST = 16;
/** Of these, so many of plates that were printed once: most that are set for a place of their own never are again. */
const MOST_FIRST = 2;

/** Texts with numbers of which it is kept whether they are shown in order. */
const mostOrders = 2000;

/**
 * What was written last, so that a file of the same plate with another number is made of the same objects. A value that
 * whoever writes owns; it saves time, and changes no byte.
 */
export class WrittenFiles {
  /** The one used last comes last. */
  #kept: Kept[] = [];
  /** Of plates that were printed. */
  readonly #seen = new WeakSet<object>();
  readonly deflated = new DeflatedPieces();
  #orders = new Map<string, boolean>();

  /** The file of a job that differs from one kept in its numbers alone; undefined where there is none. */
  again(job: PdfJob): Uint8Array<ArrayBuffer> | undefined {
    const at = this.#kept.findIndex((kept) => isSamePlate(kept.job, job));
    if (at < 0) return undefined;
    const [kept] = this.#kept.splice(at, 1);
    // Its texts are those of the file before, but for digits: what was found of them is found.
    const bytes = kept!.file.again({ ...job, shown: kept!.job.shown.of(job.numbers ?? []) });
    if (bytes !== undefined) this.#kept.push({ ...kept!, isFirst: false });
    return bytes;
  }

  keep(job: PdfJob, file: WrittenFile<PdfJob>): void {
    const { root } = job.document;
    this.#kept.push({ job, file, isFirst: !this.#seen.has(root) });
    this.#seen.add(root);
    const firsts = this.#kept.filter(({ isFirst }) => isFirst);
    const over =
      firsts.length > MOST_FIRST ? firsts[0] : this.#kept.length > MOST ? this.#kept[0] : undefined;
    this.#kept = this.#kept.filter((kept) => kept !== over);
  }

  /** What was found of texts that stand beside pages, by their places and the texts; it takes what is found of others. */
  orders(): Map<string, boolean> {
    if (this.#orders.size > mostOrders) this.#orders = new Map();
    return this.#orders;
  }

  /** Files that are kept. */
  get size(): number {
    return this.#kept.length;
  }

  clear(): void {
    this.#kept = [];
    this.deflated.clear();
    this.#orders = new Map();
  }
}

/** True when two jobs print the same nodes at the same places, but for numbers. */
function isSamePlate(a: PdfJob, b: PdfJob): boolean {
  return (
    a.document.root === b.document.root &&
    a.metadata.language === b.metadata.language &&
    isSameNames(a.pageNames ?? [], b.pageNames ?? []) &&
    isSameImposed(a.imposed, b.imposed)
  );
}

type PageNames = NonNullable<PdfJob['pageNames']>;

function isSameNames(a: PageNames, b: PageNames): boolean {
  return a.length === b.length && a.every((name, i) => name === b[i]);
}

function isSameImposed(a: Imposed, b: Imposed): boolean {
  return (
    a.purpose === b.purpose &&
    a.duplex === b.duplex &&
    a.sheets.length === b.sheets.length &&
    a.sheets.every((sheet, i) => isSameSheet(sheet, b.sheets[i]!))
  );
}

function isSameSheet(a: Sheet, b: Sheet): boolean {
  return (
    a.width === b.width &&
    a.height === b.height &&
    a.placements.length === b.placements.length &&
    a.placements.every((placement, i) => isSamePlacement(placement, b.placements[i]!)) &&
    isSameMarks(a.marks, b.marks)
  );
}

function isSameMarks(a: Sheet['marks'], b: Sheet['marks']): boolean {
  if (a.length === 0 && b.length === 0) return true;
  return JSON.stringify(a, plain) === JSON.stringify(b, plain);
}

/** Marks are a few, and made anew for each job: they are compared by what they are. */
const plain = (_: string, value: unknown): unknown => (value instanceof Float64Array ? [...value] : value);

function isSamePlacement(a: Placement, b: Placement): boolean {
  return (
    a.x === b.x &&
    a.y === b.y &&
    a.rotate === b.rotate &&
    a.clip === b.clip &&
    a.over === b.over &&
    a.scale === b.scale &&
    JSON.stringify(a.window) === JSON.stringify(b.window) &&
    isSamePage(a.page, b.page)
  );
}

function isSamePage(a: DisplayList, b: DisplayList): boolean {
  return (
    a === b ||
    (a.width === b.width &&
      a.height === b.height &&
      a.places === b.places &&
      isSameAll(a.items, b.items) &&
      a.links.length === b.links.length &&
      a.links.every(({ element, rect }, i) => element === b.links[i]!.element && rect === b.links[i]!.rect))
  );
}

function isSameAll(a: readonly DisplayItem[], b: readonly DisplayItem[]): boolean {
  return a === b || (a.length === b.length && a.every((item, i) => isSameItem(item, b[i]!)));
}

/** What stands between the digits, which need not be in a font; digits are in every one. */
function shapeOf({ paragraph, start, end }: TextItem): string {
  return paragraph.text.slice(start, end).replace(/[0-9]/g, '0');
}

/** The very item; or a number or a code that may differ in what it says. */
function isSameItem(a: DisplayItem, b: DisplayItem): boolean {
  if (a === b) return true;
  if (a.kind === 'text' && b.kind === 'text')
    return (
      a.number !== undefined && a.number === b.number && a.owner === b.owner && shapeOf(a) === shapeOf(b)
    );
  if (a.kind === 'picture' && b.kind === 'picture')
    return (
      a.picture.kind === 'vector' &&
      b.picture.kind === 'vector' &&
      a.picture.code !== undefined &&
      b.picture.code !== undefined &&
      a.owner === b.owner &&
      a.drawn === b.drawn &&
      a.clip === b.clip
    );
  if (a.kind !== 'group' || b.kind !== 'group') return false;
  return a.matrix.every((value, i) => value === b.matrix[i]) && isSameAll(a.items, b.items);
}
