import { dialledBy } from '../../content/index.ts';
import type { CountedNumber, Proof } from '../../proof/index.ts';
import type { MadeEntry } from '../store/entry.ts';
import { sha256Of } from '../store/hash.ts';

/** What a line of the manifest says that its file holds: people call these numbers before anything is handed out. */
export type Holds = Pick<MadeEntry, 'pages' | 'numbers' | 'translation'>;

/** What a file holds that was proved. */
export function holdsOf({ expectation }: Proof, numbers: readonly CountedNumber[]): Holds {
  const one = expectation !== undefined && 'sheets' in expectation ? expectation : undefined;
  return {
    pages: one?.sheets.length ?? 0,
    numbers: numbers.map(({ display, uri, printings }) => ({
      display,
      dial: dialledBy(uri),
      printings,
    })),
    translation: one?.translation.status ?? 'unknown',
  };
}

/** In so few letters that a million of them are remembered. */
export function sumOf({ pages, numbers, translation }: Holds): string {
  const all = [
    pages,
    translation,
    ...numbers.map(({ display, dial, printings }) => [display, dial, printings]),
  ];
  return sha256Of(Buffer.from(JSON.stringify(all))).slice(0, 16);
}

/**
 * What a manifest remembers of what a proof holds its file to: the proof lies beside the file, and who reads the file again
 * holds it to that.
 */
export const sumOfHeld = (expectation: unknown): string =>
  sha256Of(Buffer.from(JSON.stringify(expectation) ?? '')).slice(0, 16);
