import type { Budget } from './budget.ts';
import { costs } from './budget.ts';
import { type Dictionary, Foreign, type PdfObject, PdfString, Reference, Unreadable } from './object.ts';

/** 1: white space that the press writes; 2: a delimiter (ISO 32000-1 7.2.2); 3: any other control character. */
const kinds = new Uint8Array(256);
for (let c = 0; c < 32; c++) kinds[c] = 3;
for (const c of [10, 32]) kinds[c] = 1;
for (const c of '()<>[]{}/%#') kinds[c.charCodeAt(0)] = 2;

/** Arrays and dictionaries inside each other; the press needs 4. */
const deepest = 12;

/**
 * Signs of a number. It is spelled in one way: without zeros that say nothing, thousands of which some readers take for
 * another number.
 */
const longestNumber = 18;

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '(': '(',
  ')': ')',
  '\\': '\\',
};

const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/** Reads objects, as the press spells them, from text that holds one character a byte. */
export class Parser {
  readonly text: string;
  at = 0;
  readonly #from: number;
  readonly #budget: Budget;

  /** `from` is the byte of the file at which the text begins, for messages. */
  constructor(text: string, from: number, budget: Budget) {
    this.text = text;
    this.#from = from;
    this.#budget = budget;
  }

  /** Goes past `expected`. @throws Foreign when something else stands there. */
  expect(expected: string): void {
    if (!this.text.startsWith(expected, this.at)) throw this.#fault();
    this.at += expected.length;
  }

  #fault(): Foreign | Unreadable {
    if (this.at >= this.text.length) return new Unreadable('it ends in the middle of an object');
    return new Foreign(`what stands at byte ${this.#from + this.at} is not as this press writes it`);
  }

  #skipSpace(): void {
    while (kinds[this.text.charCodeAt(this.at)] === 1) this.at++;
  }

  /** The next object. @throws Foreign, Unreadable */
  value(depth = 0): PdfObject {
    if (depth > deepest) throw new Unreadable('objects are nested too deep');
    this.#budget.spend(costs.object);
    this.#skipSpace();
    const c = this.text.charCodeAt(this.at);
    if (isDigit(c) || c === 45) return this.#numberOrReference();
    switch (c) {
      case 47:
        return this.#name();
      case 40:
        return this.#string();
      case 91:
        return this.#array(depth);
      case 60:
        return this.text.charCodeAt(this.at + 1) === 60 ? this.#dictionary(depth) : this.#hexString();
      default:
        return this.#word();
    }
  }

  #word(): PdfObject {
    for (const [word, value] of words)
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        this.#endOfWord();
        return value;
      }
    throw this.#fault();
  }

  /** A number, name or word ends at white space or a delimiter. */
  #endOfWord(): void {
    const kind = kinds[this.text.charCodeAt(this.at)];
    if (kind !== 1 && kind !== 2) throw this.#fault();
  }

  #numberOrReference(): number | Reference {
    const { text } = this;
    const start = this.at;
    if (text.charCodeAt(this.at) === 45) this.at++;
    const digits = this.at;
    while (isDigit(text.charCodeAt(this.at))) this.at++;
    if (this.at === digits || (text.charCodeAt(digits) === 48 && this.at > digits + 1)) throw this.#fault();
    if (text.charCodeAt(this.at) === 46) {
      this.at++;
      const fraction = this.at;
      while (isDigit(text.charCodeAt(this.at))) this.at++;
      if (this.at === fraction || text.charCodeAt(this.at - 1) === 48) throw this.#fault();
    } else if (text.startsWith(' 0 R', this.at)) {
      if (this.at - start > longestNumber) throw this.#fault();
      const number = Number(text.slice(start, this.at));
      this.at += 4;
      this.#endOfWord();
      return new Reference(number);
    }
    this.#endOfWord();
    if (this.at - start > longestNumber) throw this.#fault();
    const value = Number(text.slice(start, this.at));
    if (value === 0 && digits > start) throw this.#fault();
    return value;
  }

  #name(): string {
    const start = this.at++;
    const { text } = this;
    while (kinds[text.charCodeAt(this.at)] === 0) this.at++;
    this.#endOfWord();
    return detached(text.slice(start, this.at));
  }

  /** A literal string; line ends and brackets in it are escaped (7.3.4.2). */
  #string(): PdfString {
    const { text } = this;
    let out = '';
    let from = ++this.at;
    for (;;) {
      const c = text.charCodeAt(this.at);
      if (c === 41) break;
      if (c === 92) {
        const escaped = escapes[text[this.at + 1] ?? ''];
        if (escaped === undefined) throw this.#fault();
        out += text.slice(from, this.at) + escaped;
        this.at += 2;
        from = this.at;
        continue;
      }
      if (c === 40 || c === 10 || c === 13 || Number.isNaN(c)) throw this.#fault();
      this.at++;
    }
    out += text.slice(from, this.at++);
    return new PdfString(detached(out));
  }

  /** Only the identifiers of a file are written in this way. */
  #hexString(): PdfString {
    const hex = /<([0-9a-f]{32})>/y;
    hex.lastIndex = this.at;
    const found = hex.exec(this.text);
    if (found === null) throw this.#fault();
    this.at += found[0].length;
    return new PdfString(Buffer.from(found[1]!, 'hex').toString('latin1'));
  }

  #array(depth: number): PdfObject[] {
    this.at++;
    const out: PdfObject[] = [];
    for (;;) {
      this.#skipSpace();
      if (this.text.charCodeAt(this.at) === 93) {
        this.at++;
        return out;
      }
      out.push(this.value(depth + 1));
    }
  }

  #dictionary(depth: number): Dictionary {
    this.at += 2;
    const dictionary: Dictionary = new Map();
    for (;;) {
      this.#skipSpace();
      const c = this.text.charCodeAt(this.at);
      if (c === 62 && this.text.charCodeAt(this.at + 1) === 62) {
        this.at += 2;
        return dictionary;
      }
      if (c !== 47) throw this.#fault();
      const key = this.#name().slice(1);
      if (dictionary.has(key)) throw new Foreign(`the key /${key} stands twice in a dictionary`);
      dictionary.set(key, this.value(depth + 1));
    }
  }
}

/** V8 shares the memory of parts so long: a name that is kept would keep the text of its whole file. */
const shared = 13;

/** The same string, in memory of its own; one character a byte. */
function detached(part: string): string {
  return part.length < shared ? part : Buffer.from(part, 'latin1').toString('latin1');
}

const words: readonly (readonly [string, PdfObject])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
];
