import type { PdfFile } from './file.ts';
import { type Dictionary, Foreign, type PdfObject, PdfStream } from './object.ts';
import type { Shape, Walk } from './shapes.ts';
import { type Kind, type Row, vocabulary } from './vocabulary.ts';

/** A row made ready: shapes by key, and how many keys must be there. */
interface Ready {
  readonly row: Row;
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly required: ReadonlySet<string>;
}

const ready = new Map(
  Object.entries(vocabulary).map(([kind, row]): [string, Ready] => {
    const keys = Object.entries(row.keys);
    return [
      kind,
      {
        row,
        shapes: new Map(keys.map(([key, shape]) => [key.replace('?', ''), shape])),
        required: new Set(keys.flatMap(([key]) => (key.endsWith('?') ? [] : [key]))),
      },
    ];
  }),
);

/** What an object that is as the press writes it, as one of a kind, leads to: what it asked of the walk, in order. */
export interface Leads {
  readonly kind: Kind;
  readonly reached: readonly { readonly number: number; readonly kind: Kind; readonly may: boolean }[];
  readonly back: readonly { readonly number: number; readonly kinds: readonly Kind[] }[];
}

/** The objects of a file by their kinds. */
export interface KnownObjects {
  /** Numbers of those of a kind, in the order in which they are reached. */
  ofKind(kind: Kind): readonly number[];
}

/** A walk over all objects of a file, for files that are like it; the trailer is number 0. */
export interface KeptWalk {
  /** By number; undefined those that no other file has. */
  readonly objects: readonly (PdfObject | undefined)[];
  readonly kinds: readonly (Kind | undefined)[];
  readonly leads: readonly (Leads | undefined)[];
  readonly known: KnownObjects;
}

/**
 * All objects of a file by their kinds, when every one is as the press writes it. `kept` has what objects lead to that
 * were looked at before. Where a file is like one before it, and what differs leads where it led there, so does all.
 * @throws Foreign
 */
export function kindsOf(file: PdfFile, kept?: WeakMap<object, Leads>): KnownObjects {
  const before = file.like?.walk;
  if (before !== undefined && new Kinds(file, kept, before.kinds).leadsAs(before)) return before.known;
  const walk = new Kinds(file, kept);
  walk.follow();
  if (file.like !== undefined) file.like.walk = walk.kept();
  return walk.known();
}

/** Kinds of objects that were found; what is of one kind is listed once. */
class Found implements KnownObjects {
  readonly #reached: readonly number[];
  readonly #kinds: readonly (Kind | undefined)[];
  readonly #lists = new Map<Kind, readonly number[]>();

  constructor(reached: readonly number[], kinds: readonly (Kind | undefined)[]) {
    this.#reached = reached;
    this.#kinds = kinds;
  }

  ofKind(kind: Kind): readonly number[] {
    const known = this.#lists.get(kind);
    if (known !== undefined) return known;
    const list = this.#reached.filter((number) => this.#kinds[number] === kind);
    this.#lists.set(kind, list);
    return list;
  }
}

/** Follows references from the trailer, each object once. */
class Kinds implements Walk {
  /** Numbers of objects, in the order in which they are reached. */
  readonly #reached: number[] = [];
  /** By number. */
  readonly #kinds: (Kind | undefined)[];
  readonly #all: (Leads | undefined)[];
  readonly #file: PdfFile;
  readonly #kept: WeakMap<object, Leads> | undefined;
  /** The object that is looked at; 0: the trailer. */
  #number = 0;
  /** What it leads to. */
  #leads: Leads['reached'][number][] = [];
  #back: Leads['back'][number][] = [];

  /** `kinds` are known from another file. */
  constructor(
    file: PdfFile,
    kept: WeakMap<object, Leads> | undefined,
    kinds: readonly (Kind | undefined)[] = new Array(file.objects.length),
  ) {
    this.#file = file;
    this.#kept = kept;
    this.#kinds = kinds.slice();
    this.#all = new Array(file.objects.length);
  }

  reach(number: number, kind: Kind): boolean {
    const may = this.#reach(number, kind);
    this.#leads.push({ number, kind, may });
    return may;
  }

  #reach(number: number, kind: Kind): boolean {
    const known = this.#kinds[number];
    if (known !== undefined) return known === kind;
    if (this.#file.objects[number] === undefined) return false;
    this.#kinds[number] = kind;
    this.#reached.push(number);
    return true;
  }

  reachedAs(number: number, kinds: readonly Kind[]): boolean {
    this.#back.push({ number, kinds });
    return true;
  }

  within(value: PdfObject, kind: Kind): boolean {
    return value instanceof Map && this.#wrongKey(value, ready.get(kind)!) === undefined;
  }

  follow(): void {
    const { objects } = this.#file;
    this.#all[0] = this.#leadsOfTrailer();
    const backs: { readonly from: number; readonly back: Leads['back'] }[] = [];
    for (const from of this.#reached) {
      const leads = this.#leadsOf(from, this.#kinds[from]!);
      this.#all[from] = leads;
      if (leads.back.length > 0) backs.push({ from, back: leads.back });
    }
    for (const { from, back } of backs)
      for (const { number, kinds } of back) {
        const kind = this.#kinds[number];
        if (kind === undefined || !kinds.includes(kind))
          throw new Foreign(
            `${this.#name(from)} leads to object ${number}, which is no ${kinds.join(' or ')}`,
          );
      }
    for (let number = 1; number < objects.length; number++)
      if (this.#kinds[number] === undefined && !isEmpty(objects[number]!))
        throw new Foreign(`object ${number} belongs to nothing`);
  }

  /** Does whatever differs from a file before lead to the same things in the same order? */
  leadsAs({ objects, kinds, leads }: KeptWalk): boolean {
    const { objects: own } = this.#file;
    try {
      if (!isAlike(this.#leadsOfTrailer(), leads[0]!)) return false;
      for (let number = 1; number < own.length; number++) {
        const object = own[number]!;
        if (object === objects[number]) continue;
        const kind = kinds[number];
        const isSame =
          kind === undefined ? isEmpty(object) : isAlike(this.#leadsOf(number, kind), leads[number]!);
        if (!isSame) return false;
      }
      return true;
    } catch (error) {
      // What is wrong is told by a walk in order.
      if (error instanceof Foreign) return false;
      throw error;
    }
  }

  known(): KnownObjects {
    return new Found(this.#reached, this.#kinds);
  }

  kept(): KeptWalk {
    const { objects, passing } = this.#file;
    return {
      objects: objects.map((object) => (passing.has(object) ? undefined : object)),
      kinds: this.#kinds,
      leads: this.#all,
      known: this.known(),
    };
  }

  #leadsOfTrailer(): Leads {
    const { objects, trailer } = this.#file;
    this.#dictionary(trailer, ready.get('trailer')!);
    if (trailer.get('Size') !== objects.length)
      throw new Foreign('its trailer names another number of objects');
    return { kind: 'trailer', reached: this.#leads, back: this.#back };
  }

  /** Looks at an object, or goes where it led before. @throws Foreign */
  #leadsOf(number: number, kind: Kind): Leads {
    const object = this.#file.objects[number]!;
    const known = typeof object === 'object' && object !== null ? this.#kept?.get(object) : undefined;
    if (known?.kind === kind && this.#leadsAgain(known)) return known;
    this.#number = number;
    this.#leads = [];
    this.#back = [];
    this.#object(object, ready.get(kind)!);
    const leads = { kind, reached: this.#leads, back: this.#back };
    if (typeof object === 'object' && object !== null && !this.#file.passing.has(object))
      this.#kept?.set(object, leads);
    return leads;
  }

  #leadsAgain({ reached }: Leads): boolean {
    for (const { number, kind, may } of reached) if (this.#reach(number, kind) !== may) return false;
    return true;
  }

  #name(number: number): string {
    return number === 0 ? 'the trailer' : `object ${number} (${this.#kinds[number]})`;
  }

  #object(object: PdfObject, { row, ...rest }: Ready): void {
    if (row.value !== undefined) {
      if (!row.value(object, this))
        throw new Foreign(`${this.#name(this.#number)} is not as this press writes it`);
      return;
    }
    if (object instanceof PdfStream !== (row.stream !== undefined))
      throw new Foreign(
        `${this.#name(this.#number)} is ${row.stream === undefined ? 'a stream' : 'no stream'}`,
      );
    if (object instanceof PdfStream) this.#stream(object, row);
    const dictionary = object instanceof PdfStream ? object.dictionary : object;
    if (!(dictionary instanceof Map)) throw new Foreign(`${this.#name(this.#number)} is no dictionary`);
    this.#dictionary(dictionary, { row, ...rest });
  }

  #stream({ dictionary, raw }: PdfStream, { stream }: Row): void {
    const { filters, longest } = stream!;
    const filter = dictionary.get('Filter');
    const known = filter === undefined ? filters.length === 0 : filters.some((name) => filter === `/${name}`);
    if (!known) throw new Foreign(`${this.#name(this.#number)} has the filter ${String(filter)}`);
    if (longest !== undefined && raw.length > longest)
      throw new Foreign(`${this.#name(this.#number)} is longer than this press writes it`);
  }

  #dictionary(dictionary: Dictionary, row: Ready): void {
    const key = this.#wrongKey(dictionary, row);
    if (key !== undefined)
      throw new Foreign(`${this.#name(this.#number)} has no /${key} as this press writes it`);
  }

  /** A key that is unknown, has a value of another shape, or is absent. */
  #wrongKey(dictionary: Dictionary, { row, shapes, required }: Ready): string | undefined {
    let found = 0;
    for (const [key, value] of dictionary) {
      if (row.stream !== undefined && (key === 'Length' || key === 'Filter')) continue;
      if (shapes.get(key)?.(value, this) !== true) return key;
      if (required.has(key)) found++;
    }
    if (found === required.size) return undefined;
    return [...required].find((key) => !dictionary.has(key));
  }
}

/** A dictionary without keys, which pdfkit leaves behind, says nothing. */
function isEmpty(object: PdfObject): boolean {
  return object instanceof Map && object.size === 0;
}

/** The same things in the same order. */
function isAlike(a: Leads, b: Leads): boolean {
  return (
    a.kind === b.kind &&
    a.reached.length === b.reached.length &&
    a.back.length === b.back.length &&
    a.reached.every(({ number, kind, may }, i) => {
      const other = b.reached[i]!;
      return number === other.number && kind === other.kind && may === other.may;
    }) &&
    a.back.every(({ number, kinds }, i) => number === b.back[i]!.number && kinds === b.back[i]!.kinds)
  );
}
