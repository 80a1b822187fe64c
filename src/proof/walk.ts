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

/** The kinds of all objects of a file, by number, when every one is as the press writes it. @throws Foreign */
export function kindsOf(file: PdfFile): ReadonlyMap<number, Kind> {
  const walk = new Kinds(file);
  walk.follow();
  return walk.kinds;
}

/** Follows references from the trailer, each object once. */
class Kinds implements Walk {
  readonly kinds = new Map<number, Kind>();
  readonly #file: PdfFile;
  readonly #queue: number[] = [];
  readonly #back: { readonly from: string; readonly number: number; readonly kinds: readonly Kind[] }[] = [];
  #where = 'the trailer';

  constructor(file: PdfFile) {
    this.#file = file;
  }

  reach(number: number, kind: Kind): boolean {
    const known = this.kinds.get(number);
    if (known !== undefined) return known === kind;
    if (this.#file.objects[number] === undefined) return false;
    this.kinds.set(number, kind);
    this.#queue.push(number);
    return true;
  }

  reachedAs(number: number, kinds: readonly Kind[]): boolean {
    this.#back.push({ from: this.#where, number, kinds });
    return true;
  }

  within(value: PdfObject, kind: Kind): boolean {
    return value instanceof Map && this.#wrongKey(value, ready.get(kind)!) === undefined;
  }

  follow(): void {
    this.#dictionary(this.#file.trailer, ready.get('trailer')!);
    if (this.#file.trailer.get('Size') !== this.#file.objects.length)
      throw new Foreign('its trailer names another number of objects');
    for (let i = 0; i < this.#queue.length; i++) {
      const number = this.#queue[i]!;
      const kind = this.kinds.get(number)!;
      this.#where = `object ${number} (${kind})`;
      this.#object(this.#file.objects[number]!, ready.get(kind)!);
    }
    for (const { from, number, kinds } of this.#back) {
      const kind = this.kinds.get(number);
      if (kind === undefined || !kinds.includes(kind))
        throw new Foreign(`${from} leads to object ${number}, which is no ${kinds.join(' or ')}`);
    }
    for (let number = 1; number < this.#file.objects.length; number++)
      if (!this.kinds.has(number) && !isEmpty(this.#file.objects[number]!))
        throw new Foreign(`object ${number} belongs to nothing`);
  }

  #object(object: PdfObject, { row, ...rest }: Ready): void {
    if (row.value !== undefined) {
      if (!row.value(object, this)) throw new Foreign(`${this.#where} is not as this press writes it`);
      return;
    }
    if (object instanceof PdfStream !== (row.stream !== undefined))
      throw new Foreign(`${this.#where} is ${row.stream === undefined ? 'a stream' : 'no stream'}`);
    if (object instanceof PdfStream) this.#stream(object, row);
    const dictionary = object instanceof PdfStream ? object.dictionary : object;
    if (!(dictionary instanceof Map)) throw new Foreign(`${this.#where} is no dictionary`);
    this.#dictionary(dictionary, { row, ...rest });
  }

  #stream({ dictionary, raw }: PdfStream, { stream }: Row): void {
    const { filters, longest } = stream!;
    const filter = dictionary.get('Filter');
    const known = filter === undefined ? filters.length === 0 : filters.some((name) => filter === `/${name}`);
    if (!known) throw new Foreign(`${this.#where} has the filter ${String(filter)}`);
    if (longest !== undefined && raw.length > longest)
      throw new Foreign(`${this.#where} is longer than this press writes it`);
  }

  #dictionary(dictionary: Dictionary, row: Ready): void {
    const key = this.#wrongKey(dictionary, row);
    if (key !== undefined) throw new Foreign(`${this.#where} has no /${key} as this press writes it`);
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
