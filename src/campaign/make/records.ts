import type { Proof } from '../../proof/index.ts';

/** Parts whose text is kept, at most: the long ones of the plates of a bench. */
const most = 48;
/** Characters of a part that is worth it. */
const long = 400;

/**
 * Proofs as they are stored, `JSON.stringify` of each and a line feed. Most of it is what the file was held to (the texts of
 * its guide, the words of its product, what the letters of its faces look like), which a plate has once for all its numbers:
 * of parts that are frozen throughout the bytes are kept, by the very object.
 */
export class Records {
  /** The one used last comes last. */
  readonly #kept = new Map<object, Uint8Array>();

  of(proof: Proof): Buffer {
    const out: (string | Uint8Array)[] = [];
    this.#put(out, proof);
    out.push('\n');
    return joined(out);
  }

  #put(out: (string | Uint8Array)[], record: object): void {
    let before = '{';
    for (const [key, value] of Object.entries(record)) {
      if (value === undefined) continue;
      out.push(before, JSON.stringify(key), ':');
      before = ',';
      if (key === 'expectation') this.#put(out, value);
      else out.push(this.#text(value));
    }
    out.push(before === '{' ? '{}' : '}');
  }

  #text(value: unknown): string | Uint8Array {
    if (typeof value !== 'object' || value === null || !Object.isFrozen(value)) return JSON.stringify(value);
    const known = this.#kept.get(value);
    if (known === undefined) {
      const text = JSON.stringify(value);
      return text.length < long || !isFrozen(value) ? text : this.#keep(value, Buffer.from(text));
    }
    this.#kept.delete(value);
    return this.#keep(value, known);
  }

  #keep(value: object, bytes: Uint8Array): Uint8Array {
    this.#kept.set(value, bytes);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= most) break;
      this.#kept.delete(oldest);
    }
    return bytes;
  }
}

/** True for plain data that nobody can change, however deep. */
function isFrozen(value: unknown): boolean {
  return (
    typeof value !== 'object' ||
    value === null ||
    (Object.isFrozen(value) && Object.values(value).every(isFrozen))
  );
}

/** Neighbouring texts are written as one. */
function joined(parts: readonly (string | Uint8Array)[]): Buffer {
  const bytes: Uint8Array[] = [];
  let text = '';
  for (const part of parts)
    if (typeof part === 'string') text += part;
    else {
      bytes.push(Buffer.from(text), part);
      text = '';
    }
  return Buffer.concat([...bytes, Buffer.from(text)]);
}
