import type { Problem } from '../../diagnostics/index.ts';
import type { Row } from '../plan/row.ts';
import type { Entry } from '../store/entry.ts';
import { sha256Of } from '../store/hash.ts';
import { isEntry } from '../store/manifest.ts';
import { proofName } from '../store/names.ts';
import type { Out } from '../store/out.ts';
import type { Store } from '../store/store.ts';
import { hasOwnProof } from './own-proof.ts';
import { believed } from './row-numbers.ts';

/** What a manifest says of a file last; `kept` is what whoever reads it wants of the line. */
export type Said<K> =
  | SaidMade<K>
  | { readonly outcome: 'failed'; readonly wasMade: boolean; readonly kept: K };

export interface SaidMade<K> {
  readonly outcome: 'made';
  readonly input: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly kept: K;
}

/**
 * What earlier runs made, by the manifests of all of them: of one manifest its last line on a file counts. Where two say
 * different things nobody knows which is later, and the file itself is asked.
 */
export class Ledger<K> {
  readonly #said = new Map<string, Said<K>[]>();
  readonly #keep: (entry: Entry) => K;

  /** @param keep what is remembered of each line beside what the next run asks for: of a million of them */
  constructor(keep: (entry: Entry) => K) {
    this.#keep = keep;
  }

  /** Takes what one manifest says, line by line. */
  async add(entries: AsyncIterable<Entry>): Promise<void> {
    const last = new Map<string, Said<K>>();
    for await (const entry of entries) {
      const { file, outcome } = entry;
      const kept = this.#keep(entry);
      const said: Said<K> =
        outcome === 'failed'
          ? { outcome, wasMade: wasMade(last.get(file)), kept }
          : { outcome, input: entry.input, sha256: entry.sha256, bytes: entry.bytes, kept };
      last.set(file, said);
    }
    for (const [file, said] of last) {
      const others = this.#said.get(file);
      if (others === undefined) this.#said.set(file, [said]);
      else others.push(said);
    }
  }

  /** What each manifest says of each file last. */
  all(): Iterable<readonly [file: string, said: readonly Said<K>[]]> {
    return this.#said;
  }

  /** What each manifest says of a file last. */
  of(file: string): readonly Said<K>[] {
    return this.#said.get(file) ?? [];
  }

  /** Names of files that some run made. */
  *made(): Generator<string> {
    for (const [file, said] of this.#said) if (said.some(wasMade)) yield file;
  }

  /** That some run made a file of this name. */
  hasMade(file: string): boolean {
    return this.of(file).some(wasMade);
  }

  /**
   * What is said of the file of a row that is there as it would be made now: of the same input, and of the size that was
   * recorded; with its proof. `deep`: each byte of it is looked at, and whether the proof is its own.
   */
  async there({ file, input }: Row, store: Store, deep: boolean): Promise<SaidMade<K> | undefined> {
    const made = this.of(file).filter((said) => said.outcome === 'made');
    const wanted = made.filter((said) => said.input === input);
    const [first] = wanted;
    if (first === undefined) return undefined;
    const [there, proof] = await Promise.all([store.head(file), store.head(proofName(file))]);
    if (there === undefined || proof === undefined || proof.bytes === 0) return undefined;
    const sized = wanted.find(({ bytes }) => bytes === there.bytes);
    if (sized === undefined || (!deep && made.every(({ sha256 }) => sha256 === first.sha256))) return sized;
    const sha256 = there.sha256 ?? (await hashIn(store, file));
    const own = wanted.find((said) => said.sha256 === sha256);
    return own === undefined || (deep && !(await hasOwnProof(file, own.sha256, store))) ? undefined : own;
  }
}

/** What all manifests say; what is damaged in them, or is not believed of the rows of a plan, is told. */
export async function readLedger<K>(
  out: Pick<Out, 'manifests'>,
  keep: (entry: Entry) => K,
  onWarning: (problem: Problem) => void = () => {},
  plan?: Parameters<typeof believed>[0],
): Promise<Ledger<K>> {
  const ledger = new Ledger(keep);
  const held = plan === undefined ? (read: AsyncIterable<Entry | Problem>) => read : believed(plan);
  for await (const { entries } of out.manifests()) await ledger.add(whole(held(entries), onWarning));
  return ledger;
}

async function* whole(
  read: AsyncIterable<Entry | Problem>,
  onWarning: (problem: Problem) => void,
): AsyncGenerator<Entry> {
  for await (const one of read)
    if (isEntry(one)) yield one;
    else onWarning(one);
}

function wasMade<K>(said: Said<K> | undefined): boolean {
  return said?.outcome === 'made' || said?.wasMade === true;
}

async function hashIn(store: Store, name: string): Promise<string | undefined> {
  const content = await store.get(name);
  return content && sha256Of(content);
}
