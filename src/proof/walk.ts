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

/**
 * All objects of a file by their kinds, when every one is as the press writes it. `kept` has what objects lead to that
 * were looked at before. @throws Foreign
 */
export function kindsOf(file: PdfFile, kept?: WeakMap<object, Leads>): KnownObjects {
  const walk = new Kinds(file, kept);
  walk.follow();
  return walk;
}

/** Follows references from the trailer, each object once. */
class Kinds implements Walk, KnownObjects {
  /** Numbers of objects, in the order in which they are reached. */
  readonly #reached: number[] = [];
  /** By number. */
  readonly #kinds: (Kind | undefined)[];
  readonly #file: PdfFile;
  readonly #kept: WeakMap<object, Leads> | undefined;
  /** The object that is looked at; 0: the trailer. */
  #number = 0;
  /** What it leads to. */
  #leads: Leads['reached'][number][] = [];
  #back: Leads['back'][number][] = [];

  constructor(file: PdfFile, kept: WeakMap<object, Leads> | undefined) {
    this.#file = file;
    this.#kept = kept;
    this.#kinds = new Array(file.objects.length);
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

  ofKind(kind: Kind): readonly number[] {
    return this.#reached.filter((number) => this.#kinds[number] === kind);
  }

  reachedAs(number: number, kinds: readonly Kind[]): boolean {
    this.#back.push({ number, kinds });
    return true;
  }

  within(value: PdfObject, kind: Kind): boolean {
    return value instanceof Map && this.#wrongKey(value, ready.get(kind)!) === undefined;
  }

  follow(): void {
    const { objects, trailer } = this.#file;
    this.#dictionary(trailer, ready.get('trailer')!);
    if (trailer.get('Size') !== objects.length)
      throw new Foreign('its trailer names another number of objects');
    const backs: { readonly from: number; readonly back: Leads['back'] }[] = [];
    for (const from of this.#reached) {
      const { back } = this.#leadsOf(from, this.#kinds[from]!);
      if (back.length > 0) backs.push({ from, back });
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
    this.#file.budget.spend(dictionary.size);
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
