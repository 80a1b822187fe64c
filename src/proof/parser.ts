import { type Dictionary, type PdfObject, PdfString, Reference, Unreadable } from './object.ts';

/** An operator of a content stream, or a keyword such as `obj`. */
export class Keyword {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}

/** 1: white space, 2: delimiter (ISO 32000-1 7.2.2). */
const kinds = new Uint8Array(256);
for (const c of [0, 9, 10, 12, 13, 32]) kinds[c] = 1;
for (const c of '()<>[]{}/%') kinds[c.charCodeAt(0)] = 2;

const deepest = 100;

/** Reads objects from text that holds one character a byte. */
export class Parser {
  readonly text: string;
  at: number;

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  skipSpace(): void {
    const { text } = this;
    for (;;) {
      const c = text.charCodeAt(this.at);
      if (kinds[c] === 1) this.at++;
      else if (c === 37) {
        while (this.at < text.length && text.charCodeAt(this.at) !== 10 && text.charCodeAt(this.at) !== 13)
          this.at++;
      } else return;
    }
  }

  /** The next object or keyword; undefined at the end. */
  next(depth = 0): PdfObject | Keyword | undefined {
    if (depth > deepest) throw new Unreadable('objects are nested too deep');
    this.skipSpace();
    const { text } = this;
    if (this.at >= text.length) return undefined;
    const c = text.charCodeAt(this.at);
    switch (c) {
      case 47:
        return this.#name();
      case 40:
        return this.#literalString();
      case 91:
        this.at++;
        return this.#array(depth);
      case 60:
        if (text.charCodeAt(this.at + 1) !== 60) return this.#hexString();
        this.at += 2;
        return this.#dictionary(depth);
      case 93:
      case 62:
      case 41:
      case 123:
      case 125:
        this.at += c === 62 && text.charCodeAt(this.at + 1) === 62 ? 2 : 1;
        return new Keyword(text.slice(this.at - (c === 62 ? 2 : 1), this.at));
      default:
        return this.#word();
    }
  }

  #word(): PdfObject | Keyword {
    const start = this.at;
    const { text } = this;
    while (this.at < text.length && kinds[text.charCodeAt(this.at)] === 0) this.at++;
    const word = text.slice(start, this.at);
    const c = word.charCodeAt(0);
    if ((c >= 48 && c <= 57) || c === 43 || c === 45 || c === 46) {
      const value = Number(word);
      if (!Number.isNaN(value)) return value;
    }
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    if (word === '') throw new Unreadable(`there is no object at ${start}`);
    return new Keyword(word);
  }

  #name(): string {
    const start = this.at++;
    const { text } = this;
    while (this.at < text.length && kinds[text.charCodeAt(this.at)] === 0) this.at++;
    const name = text.slice(start, this.at);
    return name.includes('#')
      ? name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : name;
  }

  #literalString(): PdfString {
    const { text } = this;
    let out = '';
    let depth = 1;
    let from = ++this.at;
    for (;;) {
      if (this.at >= text.length) throw new Unreadable('a string does not end');
      const c = text.charCodeAt(this.at);
      if (c === 92) {
        out += text.slice(from, this.at);
        out += this.#escape();
        from = this.at;
        continue;
      }
      if (c === 40) depth++;
      else if (c === 41 && --depth === 0) {
        out += text.slice(from, this.at++);
        return new PdfString(out);
      }
      this.at++;
    }
  }

  /** After a backslash (7.3.4.2). */
  #escape(): string {
    const { text } = this;
    const c = text[++this.at] ?? '';
    const octal = /^[0-7]{1,3}/.exec(text.slice(this.at, this.at + 3));
    if (octal !== null) {
      this.at += octal[0].length;
      return String.fromCharCode(Number.parseInt(octal[0], 8) & 255);
    }
    this.at++;
    if (c === '\r' && text[this.at] === '\n') this.at++;
    if (c === '\r' || c === '\n') return '';
    return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[c] ?? c;
  }

  #hexString(): PdfString {
    const end = this.text.indexOf('>', this.at);
    if (end < 0) throw new Unreadable('a string does not end');
    const hex = this.text.slice(this.at + 1, end).replace(/[^0-9a-f]/gi, '');
    this.at = end + 1;
    return new PdfString(Buffer.from(hex.length % 2 === 1 ? `${hex}0` : hex, 'hex').toString('latin1'));
  }

  #array(depth: number): PdfObject[] {
    const out: PdfObject[] = [];
    for (;;) {
      const value = this.next(depth + 1);
      if (value === undefined) throw new Unreadable('an array does not end');
      if (!(value instanceof Keyword)) out.push(value);
      else if (value.word === ']') return out;
      else if (value.word === 'R') makeReference(out);
      else throw new Unreadable(`"${value.word}" stands in an array`);
    }
  }

  #dictionary(depth: number): Dictionary {
    const flat: PdfObject[] = [];
    for (;;) {
      const value = this.next(depth + 1);
      if (value === undefined) throw new Unreadable('a dictionary does not end');
      if (!(value instanceof Keyword)) flat.push(value);
      else if (value.word === '>>') break;
      else if (value.word === 'R') makeReference(flat);
      else throw new Unreadable(`"${value.word}" stands in a dictionary`);
    }
    const dictionary: Dictionary = new Map();
    for (let i = 0; i + 1 < flat.length; i += 2) {
      const key = flat[i];
      if (typeof key !== 'string') throw new Unreadable('a key of a dictionary is not a name');
      dictionary.set(key.slice(1), flat[i + 1]!);
    }
    return dictionary;
  }
}

function makeReference(values: PdfObject[]): void {
  values.pop();
  const number = values.pop();
  if (typeof number !== 'number') throw new Unreadable('a reference has no number');
  values.push(new Reference(number));
}
