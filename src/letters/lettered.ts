import { everydayOf, isEveryday } from './everyday.ts';

/**
 * A pattern that knows what signs are in all scripts: `new Lettered(String.raw`\p{L}+`, 'gu')`. To make one costs V8 up to a millisecond:
 * some hundred ranges for each class of signs, for texts of one and of two bytes, and again when it is compiled. Texts of everyday
 * signs, as those of English, Spanish or German are, are looked through by a twin that knows no others, and finds the same in them.
 * Each of the two is made when it is first asked for.
 */
export class Lettered {
  readonly #source: string;
  readonly #flags: string;
  #all: RegExp | undefined;
  #everyday: RegExp | undefined;

  constructor(source: string, flags: string) {
    this.#source = source;
    this.#flags = flags;
  }

  /** The pattern to be tried on a text, or on a part of it: on no other. */
  for(text: string): RegExp {
    return isEveryday(text) ? this.#ofEveryday() : this.#ofAll();
  }

  #ofEveryday(): RegExp {
    if (this.#everyday === undefined) {
      const source = everydayOf(this.#source, this.#flags);
      this.#everyday = source === undefined ? this.#ofAll() : new RegExp(source, this.#flags);
    }
    return this.#everyday;
  }

  #ofAll(): RegExp {
    this.#all ??= new RegExp(this.#source, this.#flags);
    return this.#all;
  }

  test(text: string): boolean {
    return this.for(text).test(text);
  }

  exec(text: string): RegExpExecArray | null {
    return this.for(text).exec(text);
  }
}
