import type { Dictionary } from './object.ts';
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
    const owner = this.#owner();
    if (owner === nobody) this.unowned++;
    return owner;
  }

  #owner(): Owner {
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const owner = this.#open[i]!;
      if (owner.mcid !== undefined || owner.artifact !== undefined) return owner;
    }
    return nobody;
  }

  begin(tag: string, properties: Dictionary | undefined): void {
    const id = properties?.get('MCID');
    const mcid = typeof id === 'number' ? id : undefined;
    const artifact =
      tag === '/Artifact' ? String(properties?.get('Type') ?? '/Artifact').slice(1) : undefined;
    if (mcid !== undefined) this.mcids.set(mcid, (this.mcids.get(mcid) ?? 0) + 1);
    const within = this.#owner();
    if (mcid !== undefined && within !== nobody)
      this.faults.push(`the marked content ${mcid} stands inside another`);
    if (artifact !== undefined && within.mcid !== undefined)
      this.faults.push(`an artifact stands inside the marked content ${within.mcid}`);
    this.#open.push({ mcid, artifact });
  }

  end(): void {
    if (this.#open.pop() === undefined) this.faults.push('a marked content ends that did not begin');
  }

  finish(): void {
    if (this.#open.length > 0) this.faults.push(`${this.#open.length} marked contents do not end`);
  }
}
