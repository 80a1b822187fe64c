import { hash } from 'node:crypto';
import { makeReference, objectBytes, type PdfDictionary, type PdfReference } from './pdfkit.ts';

/** What an object holds: a dictionary, or a stream whose bytes are encoded as its `Filter` says. */
export interface PdfContent {
  readonly dictionary: PdfDictionary;
  readonly bytes?: Uint8Array;
}

/**
 * What an object holds in a file that differs in its numbers alone: `same` where it does not change, undefined where it
 * cannot be told, so that the file must be written anew.
 */
export type Again<Input> = (now: Input) => PdfContent | 'same' | undefined;

interface Varying<Input> {
  readonly reference: PdfReference;
  readonly again: Again<Input>;
}

/** A written file, and the way to the next one of the same plate. */
export interface WrittenFile<Input> {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The file with another number; every byte is as if it had been written anew. Undefined where it cannot be told. */
  again(now: Input): Uint8Array<ArrayBuffer> | undefined;
}

/** A row of the cross-reference table, without its offset (ISO 32000-1 7.5.4). */
const row = Buffer.from('0000000000 00000 n \n', 'latin1');
const header = Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1');

/**
 * A PDF 1.7 file being written: objects in the order of their ids, one cross-reference table (ISO 32000-1 7.5). Objects
 * that say a number are {@link varying}; all others are the same bytes in every file of a plate.
 */
export class PdfFile<Input> {
  readonly #objects: (Uint8Array | undefined)[] = [];
  readonly #varying: Varying<Input>[] = [];

  /** A reference to be filled later with {@link fill}; every one must be. */
  reserve(): PdfReference {
    return makeReference(this.#objects.push(undefined));
  }

  fill(reference: PdfReference, dictionary: PdfDictionary, bytes?: Uint8Array): void {
    this.#objects[reference.id - 1] = objectBytes(reference, dictionary, bytes);
  }

  /** Writes an indirect object. */
  object(dictionary: PdfDictionary): PdfReference {
    const reference = this.reserve();
    this.fill(reference, dictionary);
    return reference;
  }

  /** Writes a stream whose bytes are already encoded as the dictionary's `Filter` says. */
  stream(dictionary: PdfDictionary, bytes: Uint8Array): PdfReference {
    const reference = this.reserve();
    this.fill(reference, dictionary, bytes);
    return reference;
  }

  /** Writes an object that may say something else in a file with another number. */
  varying(
    { dictionary, bytes }: PdfContent,
    again: Again<Input>,
    reference: PdfReference = this.reserve(),
  ): PdfReference {
    this.fill(reference, dictionary, bytes);
    this.#varying.push({ reference, again });
    return reference;
  }

  /** Gives the whole file. Throws when a reserved reference was never filled. */
  end(catalog: PdfReference, info: PdfReference): WrittenFile<Input> {
    const objects = this.#objects.map((object, i) => {
      if (object === undefined) throw new Error(`the PDF object ${i + 1} was never filled`);
      return object;
    });
    const varying = this.#varying;
    return {
      bytes: assemble(objects, catalog, info),
      again: (now) => {
        const changed = [...objects];
        for (const { reference, again } of varying) {
          const content = again(now);
          if (content === undefined) return undefined;
          if (content !== 'same')
            changed[reference.id - 1] = objectBytes(reference, content.dictionary, content.bytes);
        }
        return assemble(changed, catalog, info);
      },
    };
  }
}

/** Joins objects to a file. Its identifier is the first half of a SHA-256 of all before the cross-reference table. */
function assemble(
  objects: readonly Uint8Array[],
  catalog: PdfReference,
  info: PdfReference,
): Uint8Array<ArrayBuffer> {
  const body = objects.reduce((sum, object) => sum + object.length, header.length);
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  const rows = body + table.length;
  const file = Buffer.allocUnsafeSlow(rows + objects.length * row.length + 300);
  file.set(header);
  file.write(table, body, 'latin1');
  let at = header.length;
  let next = rows;
  for (const object of objects) {
    file.set(object, at);
    file.set(row, next);
    for (let offset = at, digit = next + 9; offset > 0; offset = Math.floor(offset / 10), digit--)
      file[digit] = 48 + (offset % 10);
    at += object.length;
    next += row.length;
  }
  const id = hash('sha256', file.subarray(0, body), 'hex').slice(0, 32);
  const end = `trailer\n<<\n/Size ${objects.length + 1}\n/Root ${catalog}\n/Info ${info}\n/ID [<${id}> <${id}>]\n>>\nstartxref\n${body}\n%%EOF\n`;
  return file.subarray(0, next + file.write(end, next, 'latin1'));
}
