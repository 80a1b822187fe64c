import { arcToCubics } from './arc.ts';
import { makePath } from './path.ts';
import type { PathData } from './types.ts';

/** Why a value is refused, as the end of a sentence. */
export class ValueError extends Error {}

/** There are more path segments than the limit allows. */
export class LimitError extends Error {}

/** Coordinates beyond this are a mistake or an attack. */
export const LARGEST_NUMBER = 1e6;

const number = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const separator = /[ \t\r\n\f]*,?[ \t\r\n\f]*/y;
const space = /[ \t\r\n\f]*/y;

/** Numbers that each command takes (SVG 2 §9.3.9). */
const operands: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
  Z: 0,
};

/** Reads tokens of path data; each method leaves `at` behind what it read. */
class PathScanner {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get done(): boolean {
    return this.at >= this.#text.length;
  }

  skip(pattern: RegExp): void {
    pattern.lastIndex = this.at;
    pattern.test(this.#text);
    this.at = pattern.lastIndex;
  }

  command(): string | undefined {
    const letter = this.#text[this.at]!;
    if (operands[letter.toUpperCase()] === undefined) return undefined;
    this.at++;
    return letter;
  }

  startsNumber(): boolean {
    number.lastIndex = this.at;
    return number.test(this.#text);
  }

  number(): number {
    number.lastIndex = this.at;
    const match = number.exec(this.#text);
    if (match === null) throw this.unexpected('a number');
    this.at = number.lastIndex;
    const value = Number(match[0]);
    if (Math.abs(value) > LARGEST_NUMBER)
      throw new ValueError(`has the number ${match[0].slice(0, 20)}, which is too large`);
    return value;
  }

  flag(): number {
    const digit = this.#text[this.at];
    if (digit !== '0' && digit !== '1') throw this.unexpected('a flag, 0 or 1');
    this.at++;
    return digit === '1' ? 1 : 0;
  }

  unexpected(expected: string): ValueError {
    const found = this.done ? 'the end' : `"${this.#text.slice(this.at, this.at + 12)}"`;
    return new ValueError(`has ${found} at character ${this.at + 1} where ${expected} was expected`);
  }
}

/** The pen: what has been drawn, and what the next command starts from. */
interface Pen {
  readonly verbs: string[];
  readonly points: number[];
  x: number;
  y: number;
  startX: number;
  startY: number;
  /** Control point that S and T mirror, with the kind of curve it is of. */
  control: { readonly x: number; readonly y: number; readonly of: 'cubic' | 'quadratic' } | undefined;
  closed: boolean;
}

/**
 * Path data (SVG 2 §9.3) as absolute M, L, C and Z.
 * @throws ValueError when it does not keep to the grammar, LimitError when it has more than `limit` segments
 */
export function parsePath(text: string, limit = Number.POSITIVE_INFINITY): PathData {
  const scanner = new PathScanner(text);
  const pen: Pen = {
    verbs: [],
    points: [],
    x: 0,
    y: 0,
    startX: 0,
    startY: 0,
    control: undefined,
    closed: false,
  };
  scanner.skip(space);
  while (!scanner.done) {
    const before = scanner.at;
    const letter = scanner.command();
    if (letter === undefined) throw scanner.unexpected('a command');
    if (pen.verbs.length === 0 && letter.toUpperCase() !== 'M') {
      scanner.at = before;
      throw scanner.unexpected('the command M');
    }
    scanner.skip(space);
    let repeated = letter;
    do {
      draw(pen, repeated, readOperands(scanner, letter.toUpperCase()));
      if (pen.verbs.length > limit) throw new LimitError();
      // Further pairs of a moveto are linetos.
      repeated = letter === 'M' ? 'L' : letter === 'm' ? 'l' : letter;
    } while (operands[letter.toUpperCase()]! > 0 && scanner.startsNumber());
    scanner.skip(space);
  }
  return makePath(pen.verbs.join(''), pen.points);
}

function readOperands(scanner: PathScanner, command: string): number[] {
  const count = operands[command]!;
  const values: number[] = [];
  for (let i = 0; i < count; i++) {
    values.push(command === 'A' && (i === 3 || i === 4) ? scanner.flag() : scanner.number());
    const before = scanner.at;
    scanner.skip(separator);
    // A comma may only stand between numbers.
    if (i === count - 1 && !scanner.startsNumber()) {
      scanner.at = before;
      scanner.skip(space);
    }
  }
  return values;
}

function draw(pen: Pen, letter: string, v: number[]): void {
  const command = letter.toUpperCase();
  const [ox, oy] = letter === command ? [0, 0] : [pen.x, pen.y];
  const { control } = pen;
  pen.control = undefined;
  if (command === 'Z') {
    if (!pen.closed) pen.verbs.push('Z');
    [pen.x, pen.y, pen.closed] = [pen.startX, pen.startY, true];
    return;
  }
  // A command after Z goes on from the start of the closed subpath.
  if (pen.closed && command !== 'M') move(pen, pen.startX, pen.startY);
  switch (command) {
    case 'M':
      move(pen, ox + v[0]!, oy + v[1]!);
      break;
    case 'L':
      line(pen, ox + v[0]!, oy + v[1]!);
      break;
    case 'H':
      line(pen, ox + v[0]!, pen.y);
      break;
    case 'V':
      line(pen, pen.x, oy + v[0]!);
      break;
    case 'C':
      cubic(pen, ox + v[0]!, oy + v[1]!, ox + v[2]!, oy + v[3]!, ox + v[4]!, oy + v[5]!);
      break;
    case 'S': {
      const first = mirrored(pen, control, 'cubic');
      cubic(pen, first.x, first.y, ox + v[0]!, oy + v[1]!, ox + v[2]!, oy + v[3]!);
      break;
    }
    case 'Q':
      quadratic(pen, ox + v[0]!, oy + v[1]!, ox + v[2]!, oy + v[3]!);
      break;
    case 'T': {
      const first = mirrored(pen, control, 'quadratic');
      quadratic(pen, first.x, first.y, ox + v[0]!, oy + v[1]!);
      break;
    }
    case 'A': {
      const arc = { rx: v[0]!, ry: v[1]!, rotation: v[2]!, large: v[3] === 1, sweep: v[4] === 1 };
      const [x, y] = [ox + v[5]!, oy + v[6]!];
      const cubics = arcToCubics(pen.x, pen.y, arc, x, y);
      for (let i = 0; i < cubics.length; i += 6) pen.verbs.push('C');
      pen.points.push(...cubics);
      [pen.x, pen.y] = [x, y];
    }
  }
}

function mirrored(pen: Pen, control: Pen['control'], of: 'cubic' | 'quadratic'): { x: number; y: number } {
  return control?.of === of ? { x: 2 * pen.x - control.x, y: 2 * pen.y - control.y } : { x: pen.x, y: pen.y };
}

function move(pen: Pen, x: number, y: number): void {
  pen.verbs.push('M');
  pen.points.push(x, y);
  [pen.x, pen.y, pen.startX, pen.startY, pen.closed] = [x, y, x, y, false];
}

function line(pen: Pen, x: number, y: number): void {
  pen.verbs.push('L');
  pen.points.push(x, y);
  [pen.x, pen.y] = [x, y];
}

function cubic(pen: Pen, x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
  pen.verbs.push('C');
  pen.points.push(x1, y1, x2, y2, x, y);
  pen.control = { x: x2, y: y2, of: 'cubic' };
  [pen.x, pen.y] = [x, y];
}

/** A quadratic is a cubic whose control points stand two thirds of the way to its own. */
function quadratic(pen: Pen, x1: number, y1: number, x: number, y: number): void {
  const [px, py] = [pen.x, pen.y];
  cubic(
    pen,
    px + (2 / 3) * (x1 - px),
    py + (2 / 3) * (y1 - py),
    x + (2 / 3) * (x1 - x),
    y + (2 / 3) * (y1 - y),
    x,
    y,
  );
  pen.control = { x: x1, y: y1, of: 'quadratic' };
}
