import type { Marks } from './content-tokens.ts';
import type { Owner } from './page-content.ts';

const nobody: Owner = { mcid: undefined, artifact: undefined };

/** The marked contents that are open (ISO 32000-1 14.6), and whom a painted thing belongs to. */
export class MarkedContent {
  readonly mcids = new Map<number, number>();
  readonly faults: string[] = [];
  unowned = 0;
  readonly #open: Owner[] = [];

  /** Owner of what is painted now; counts what has none. */
  own(): Owner {
    const owner = this.#open.at(-1);
    if (owner === undefined) this.unowned++;
    return owner ?? nobody;
  }

  begin({ mcid, artifact }: Marks): void {
    const within = this.#open.at(-1);
    if (mcid !== undefined) this.mcids.set(mcid, (this.mcids.get(mcid) ?? 0) + 1);
    if (within !== undefined)
      this.faults.push(
        mcid !== undefined
          ? `the marked content ${mcid} stands inside another`
          : `an artifact stands inside ${within.mcid === undefined ? 'another' : `the marked content ${within.mcid}`}`,
      );
    this.#open.push({ mcid, artifact });
  }

  end(): void {
    if (this.#open.pop() === undefined) this.faults.push('a marked content ends that did not begin');
  }

  finish(): void {
    if (this.#open.length > 0) this.faults.push(`${this.#open.length} marked contents do not end`);
  }
}
