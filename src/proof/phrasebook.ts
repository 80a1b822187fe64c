import { normalize } from './text.ts';
import type { Expectation } from './types.ts';

/** Letters, digits and the marks on them: what says something. All else (spaces, points, signs) may stand anywhere. */
const says = /[\p{L}\p{N}\p{M}]/u;
const around = /^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu;
/** The numeral that a list or a heading begins with. */
const numeral = /^\p{Nd}{1,2}(?!\p{Nd})/u;

/** What a file may say, in pieces: a text is made of them alone, or has something foreign in it. */
export class Phrasebook {
  readonly #whole: ReadonlySet<string>;
  readonly #byFirst = new Map<string, string[]>();

  constructor(pieces: readonly string[]) {
    const stripped = pieces.map((piece) => normalize(piece).replace(around, '')).filter((p) => p !== '');
    this.#whole = new Set(stripped);
    for (const piece of this.#whole) {
      const first = piece[0]!;
      const same = this.#byFirst.get(first);
      if (same === undefined) this.#byFirst.set(first, [piece]);
      else same.push(piece);
    }
  }

  /** Where a text begins to say what is in no piece; undefined: nothing in it is foreign. */
  foreign(text: string): string | undefined {
    const plain = text.replace(around, '');
    if (plain === '' || this.#whole.has(plain)) return undefined;
    // Every place that pieces lead to, one after the other: each may go on with several.
    const reached = new Uint8Array(plain.length + 1);
    reached[0] = 1;
    reached[numeral.exec(plain)?.[0].length ?? 0] = 1;
    let last = 0;
    for (let at = 0; at < plain.length; at++) {
      if (reached[at] === 0) continue;
      last = at;
      const character = String.fromCodePoint(plain.codePointAt(at)!);
      if (!says.test(character)) reached[at + character.length] = 1;
      for (const piece of this.#byFirst.get(plain[at]!) ?? [])
        if (plain.startsWith(piece, at)) reached[at + piece.length] = 1;
    }
    return reached[plain.length] === 1 ? undefined : plain.slice(last);
  }
}

/** All that pages may say and that alternative texts and descriptions may say: texts, words, numbers, the imprint. */
export function phrasebookOf(expectation: Expectation): Phrasebook {
  const { title, pointer, imprint, texts, words, numbers, links, qr } = expectation;
  return new Phrasebook([
    title,
    pointer,
    imprint,
    qr.content,
    ...words,
    ...texts.map(({ text }) => text),
    ...links.map(({ text }) => text),
    ...numbers.map(({ display }) => display),
  ]);
}
