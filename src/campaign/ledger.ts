import type { Entry } from './entry.ts';
import { sha256Of } from './hash.ts';
import { sumOf } from './holds.ts';
import { proofName } from './names.ts';
import type { Row } from './row.ts';
import type { Store } from './store.ts';

/** What a manifest says of a file last, as much of it as another run asks for. */
export type Said =
  | {
      readonly outcome: 'made';
      readonly input: string;
      readonly sha256: string;
      readonly bytes: number;
      /** Sum of what the file is said to hold. */
      readonly holds: string;
    }
  | { readonly outcome: 'failed'; readonly wasMade: boolean };

/**
 * What earlier runs made, by the manifests of all of them: of one manifest its last line on a file counts. Where two say
 * different things nobody knows which is later, and the file itself is asked.
 */
export class Ledger {
  readonly #said = new Map<string, Said[]>();

  /** Takes what one manifest says, line by line. */
  async add(entries: AsyncIterable<Entry>): Promise<void> {
    const last = new Map<string, Said>();
    for await (const entry of entries) {
      const { file, outcome } = entry;
      const said: Said =
        outcome === 'failed'
          ? { outcome, wasMade: wasMade(last.get(file)) }
          : {
              outcome,
              input: entry.input,
              sha256: entry.sha256,
              bytes: entry.bytes,
              holds: sumOf(entry),
            };
      last.set(file, said);
    }
    for (const [file, said] of last) {
      const others = this.#said.get(file);
      if (others === undefined) this.#said.set(file, [said]);
      else others.push(said);
    }
  }

  /** What each manifest says of each file last. */
  all(): Iterable<readonly [file: string, said: readonly Said[]]> {
    return this.#said;
  }

  /** Names of files that some run made. */
  *made(): Generator<string> {
    for (const [file, said] of this.#said) if (said.some(wasMade)) yield file;
  }

  /** That some run made a file of this name. */
  hasMade(file: string): boolean {
    return this.#said.get(file)?.some(wasMade) === true;
  }

  /**
   * That the file of a row is there as it would be made now: of the same input, and of the size that was recorded; with
   * its proof. `deep`: each byte of it is looked at.
   */
  async isDone({ file, input }: Row, store: Store, deep: boolean): Promise<boolean> {
    const made = (this.#said.get(file) ?? []).filter((said) => said.outcome === 'made');
    const wanted = made.filter((said) => said.input === input);
    const [first] = wanted;
    if (first === undefined) return false;
    const [there, proof] = await Promise.all([store.head(file), store.head(proofName(file))]);
    if (there === undefined || proof === undefined) return false;
    if (!wanted.some(({ bytes }) => bytes === there.bytes)) return false;
    if (!deep && made.every(({ sha256 }) => sha256 === first.sha256)) return true;
    const sha256 = there.sha256 ?? (await hashIn(store, file));
    return wanted.some((said) => said.sha256 === sha256);
  }
}

function wasMade(said: Said | undefined): boolean {
  return said?.outcome === 'made' || said?.wasMade === true;
}

async function hashIn(store: Store, name: string): Promise<string | undefined> {
  const content = await store.get(name);
  return content && sha256Of(content);
}
