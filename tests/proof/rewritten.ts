/**
 * A file of the press with some of its objects changed and all else as it was: offsets, table and trailer are made anew, so
 * that only what was changed is another.
 */
export class Rewritten {
  readonly #objects: string[];
  readonly #trailer: string;

  constructor(bytes: Uint8Array) {
    const text = Buffer.from(bytes).toString('latin1');
    const at = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)![1]);
    const [, count] = /^xref\n0 (\d+)\n/.exec(text.slice(at, at + 40))!;
    const rows = text.slice(at + `xref\n0 ${count}\n`.length).match(/\d{10} \d{5} [nf] \n/g)!;
    const offsets = rows.slice(1).map((row) => Number(row.slice(0, 10)));
    this.#objects = offsets.map((from, i) => text.slice(from, offsets[i + 1] ?? at));
    this.#trailer = /trailer\n[\s\S]*?>>\n(?=startxref)/.exec(text.slice(at))![0];
  }

  /** Numbers of the objects that hold all of these texts, in order. */
  find(...texts: readonly string[]): number[] {
    return this.#objects.flatMap((object, i) =>
      texts.every((text) => object.includes(text)) ? [i + 1] : [],
    );
  }

  of(number: number): string {
    return this.#objects[number - 1]!;
  }

  /** Replaces a text of an object where it first stands; one that is not there is a fault of the test. */
  change(number: number, from: string | RegExp, to: string): this {
    const before = this.of(number);
    const after = before.replace(from, () => to);
    if (after === before) throw new Error(`object ${number} does not hold ${String(from)}`);
    this.#objects[number - 1] = after;
    return this;
  }

  get count(): number {
    return this.#objects.length;
  }

  put(number: number, object: string): this {
    this.#objects[number - 1] = object;
    return this;
  }

  bytes(): Uint8Array {
    let text = '%PDF-1.7\n%\xff\xff\xff\xff\n';
    let rows = '0000000000 65535 f \n';
    for (const object of this.#objects) {
      rows += `${String(text.length).padStart(10, '0')} 00000 n \n`;
      text += object;
    }
    const end = `xref\n0 ${this.#objects.length + 1}\n${rows}${this.#trailer}startxref\n${text.length}\n%%EOF\n`;
    return Buffer.from(text + end, 'latin1');
  }
}
