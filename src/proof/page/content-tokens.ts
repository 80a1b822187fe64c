import type { Budget } from '../file/budget.ts';
import { costs } from '../file/budget.ts';
import { Foreign } from '../file/object.ts';
import { elementTypes } from '../file/vocabulary.ts';
import { drawingOperators, type Operand, type Operator, operators } from './operators.ts';

/** Operators by their bytes, least significant first. */
function byBytes(table: readonly Operator[]): ReadonlyMap<number, Operator> {
  return new Map(
    table.map((operator) => [
      [...operator.word].reduce((key, c, i) => key + c.charCodeAt(0) * 256 ** i, 0),
      operator,
    ]),
  );
}

const [ofPages, ofDrawings] = [byBytes(operators), byBytes(drawingOperators)];

/** What a marked-content sequence says of itself. */
export interface Marks {
  readonly tag: string;
  readonly mcid?: number;
  /** `Pagination`, `Layout`, `Page`, `Background`. */
  readonly artifact?: string;
}

/** The two forms that the press writes (14.6, 14.8.2.2): content with its number, an artifact with its type and place. */
const contentMarks = new RegExp(`^/(${elementTypes.join('|')}) <</MCID (\\d{1,6})>>$`);
const artifactMarks =
  /^\/Artifact <<\/Type \/(Pagination|Layout|Page|Background)(?: \/Subtype \/(?:Header|Footer))?(?: \/BBox \[-?[\d.]+ -?[\d.]+ -?[\d.]+ -?[\d.]+\])?>>$/;
/** Bytes that such a form may take. */
const longestMarks = 200;
const powers = Array.from({ length: 10 }, (_, i) => 10 ** i);

/** Room for the codes of a shown string; used for one piece after the other. */
export class StringRoom {
  codes = new Uint16Array(256);
  moves = new Float64Array(257);
}

/** Reads a content stream, operator by operator; operands are where the reader leaves them. */
export class ContentTokens {
  readonly numbers = new Float64Array(6);
  /** Of `Tf`, `Do`, `BMC`. */
  name = '';
  /** Codes of a shown string, and what is moved back before each and after the last, thousandths of the size. */
  codes: Uint16Array;
  moves: Float64Array;
  count = 0;
  /** Of `d`. */
  dash: readonly number[] = [];
  marks: Marks = { tag: '' };
  readonly #bytes: Uint8Array;
  readonly #known: ReadonlyMap<number, Operator>;
  readonly #budget: Budget;
  readonly #room: StringRoom;
  #at = 0;
  #found = 0;
  #operand: Operand | undefined;

  /** `table` is that of pages or that of drawings. */
  constructor(
    bytes: Uint8Array,
    budget: Budget,
    table: readonly Operator[] = operators,
    room = new StringRoom(),
  ) {
    this.#room = room;
    this.codes = room.codes;
    this.moves = room.moves;
    this.#known = table === operators ? ofPages : ofDrawings;
    this.#bytes = bytes;
    this.#budget = budget;
  }

  fault(): Foreign {
    return new Foreign(`its page contents are not as this press writes them (at byte ${this.#at})`);
  }

  /** The next operator, its operands read; undefined at the end. @throws Foreign */
  next(): Operator | undefined {
    this.#found = 0;
    this.#operand = undefined;
    const bytes = this.#bytes;
    while (this.#at < bytes.length) {
      const c = bytes[this.#at]!;
      if (c === 10 || c === 32) this.#at++;
      else if ((c >= 48 && c <= 57) || c === 45) {
        if (this.#found === 6) throw this.fault();
        this.numbers[this.#found++] = this.#number();
      } else if (c === 47 || c === 40 || c === 91) this.#other(c);
      else return this.#operator();
    }
    if (this.#found > 0 || this.#operand !== undefined) throw this.fault();
    return undefined;
  }

  #operator(): Operator {
    let key = 0;
    const bytes = this.#bytes;
    const start = this.#at;
    for (let c = bytes[this.#at]!; this.#at < bytes.length && c !== 10 && c !== 32; c = bytes[++this.#at]!) {
      if (this.#at - start === 3) throw this.fault();
      key += c * 256 ** (this.#at - start);
    }
    const operator = this.#known.get(key);
    this.#budget.spend(costs.operator);
    if (operator === undefined || operator.numbers !== this.#found) throw this.fault();
    // An array without strings shows nothing.
    const empty = operator.word === 'TJ' && this.#operand === 'numbers';
    if (operator.operand !== this.#operand && !empty) throw this.fault();
    return operator;
  }

  #number(): number {
    const bytes = this.#bytes;
    const negative = bytes[this.#at] === 45;
    if (negative) this.#at++;
    let value = 0;
    let digits = 0;
    let decimals = -1;
    for (; ; this.#at++) {
      const c = bytes[this.#at]!;
      if (c >= 48 && c <= 57) {
        value = value * 10 + (c - 48);
        digits++;
        if (decimals >= 0) decimals++;
      } else if (c === 46 && decimals < 0 && digits > 0) decimals = 0;
      else break;
    }
    // As many digits as a number holds exactly: the quotient is then the nearest there is.
    if (digits === 0 || digits > 15 || decimals === 0 || decimals > 9) throw this.fault();
    if (decimals > 0) value /= powers[decimals]!;
    return negative ? -value : value;
  }

  /** A name, marks, or an array or string: before all numbers, and one at most. */
  #other(c: number): void {
    if (this.#operand !== undefined || this.#found > 0) throw this.fault();
    if (c === 47) this.#nameOrMarks();
    else if (c === 40) {
      this.#operand = 'codes';
      this.count = 0;
      this.moves[0] = 0;
      this.#string();
    } else this.#array();
  }

  #nameOrMarks(): void {
    const bytes = this.#bytes;
    const start = this.#at++;
    while (this.#at < bytes.length && bytes[this.#at]! > 32 && bytes[this.#at] !== 60) this.#at++;
    const name = latin(bytes, start, this.#at);
    if (bytes[this.#at + 1] !== 60) {
      this.#operand = 'name';
      this.name = name;
      return;
    }
    const end = bytes.indexOf(62, this.#at);
    if (end < 0 || end - start > longestMarks) throw this.fault();
    const text = latin(bytes, start, end + 2);
    const content = contentMarks.exec(text);
    const artifact = content === null ? artifactMarks.exec(text) : null;
    if (content !== null) this.marks = { tag: content[1]!, mcid: Number(content[2]) };
    else if (artifact !== null) this.marks = { tag: 'Artifact', artifact: artifact[1]! };
    else throw this.fault();
    this.#operand = 'marks';
    this.#at = end + 2;
  }

  /** `[ 3 1 ]` of a dash, or `[(…)12(…)]` of shown strings. */
  #array(): void {
    const bytes = this.#bytes;
    this.#at++;
    this.count = 0;
    this.moves[0] = 0;
    let strings = 0;
    const found: number[] = [];
    for (;;) {
      const c = bytes[this.#at]!;
      if (c === 93) break;
      if (c === 32 && strings === 0) this.#at++;
      else if (c === 40) {
        strings++;
        this.#string();
      } else {
        const number = this.#number();
        if (strings === 0) found.push(number);
        this.moves[this.count]! += number;
      }
    }
    this.#at++;
    this.#operand = strings > 0 ? 'codes' : 'numbers';
    if (strings > 0) return;
    if (found.length > 64) throw this.fault();
    this.dash = found;
  }

  /** Codes of two bytes (9.7.6); only brackets, backslashes and returns are escaped. */
  #string(): void {
    const bytes = this.#bytes;
    let high = -1;
    for (this.#at++; ; this.#at++) {
      let c = bytes[this.#at];
      if (c === 41) break;
      if (c === undefined || c === 40 || c === 13) throw this.fault();
      if (c === 92) {
        c = bytes[++this.#at];
        if (c === 114) c = 13;
        else if (c !== 40 && c !== 41 && c !== 92) throw this.fault();
      }
      if (high < 0) high = c;
      else {
        if (this.count + 2 > this.codes.length) this.#grow();
        this.codes[this.count++] = (high << 8) | c;
        this.moves[this.count] = 0;
        high = -1;
      }
    }
    if (high >= 0) throw this.fault();
    this.#at++;
  }

  #grow(): void {
    const codes = new Uint16Array(this.codes.length * 2);
    codes.set(this.codes);
    const moves = new Float64Array(this.moves.length * 2);
    moves.set(this.moves);
    Object.assign(this, { codes, moves });
    Object.assign(this.#room, { codes, moves });
  }
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i]!);
  return text;
}
