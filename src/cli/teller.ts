import { formatProblem, mostTold, type Problem } from '../diagnostics/index.ts';
import type { Streams } from './streams.ts';

/**
 * Tells problems on stderr: each once in a run, however many files it is in the way of, and no more than can be read. What
 * is the same at one place of the guide for another product has a line alone.
 */
export class Teller {
  readonly #err: Streams['err'];
  readonly #told = new Set<string>();
  readonly #shown = new Set<string>();
  #more = 0;

  constructor(err: Streams['err']) {
    this.#err = err;
  }

  /** Gives how many were told now. */
  tell(problems: readonly Problem[]): number {
    let count = 0;
    for (const p of problems) {
      if (this.#err.quiet === true && p.severity === 'warning') continue;
      const text = formatProblem(p);
      if (this.#told.has(text)) continue;
      if (this.#told.size === mostTold) {
        this.#more++;
        continue;
      }
      this.#told.add(text);
      const rest = text.slice(headline(text).length);
      const shown = this.#shown.has(rest) ? headline(text) : text;
      if (p.place.line !== undefined) this.#shown.add(rest);
      this.#err.write(`${this.#err.color === true ? colored(shown) : shown}\n`);
      count++;
    }
    return count;
  }

  /** Says that some were not told. */
  end(): void {
    if (this.#more > 0) this.#err.write(`and ${this.#more} more.\n`);
  }
}

const headline = (text: string): string => text.split('\n', 1)[0]!;

/** The word of severity in red or yellow (ECMA-48, SGR). */
function colored(text: string): string {
  return text
    .replace(/^error [A-Z_]+/, '\x1b[1;31m$&\x1b[0m')
    .replace(/^warning [A-Z_]+/, '\x1b[33m$&\x1b[0m');
}

/** Tells problems that end a run. */
export function tellAll(problems: readonly Problem[], err: Streams['err']): void {
  const teller = new Teller(err);
  teller.tell(problems);
  teller.end();
}
