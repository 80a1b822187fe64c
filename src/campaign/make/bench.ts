import { PressError, problem } from '../../diagnostics/index.ts';
import { Readings } from '../../files/index.ts';
import { type Folders, Press } from '../../press/index.ts';
import { Inputs } from '../plan/inputs.ts';
import { PlaceGuides } from '../plan/place-guides.ts';
import type { Batch, Row } from '../plan/row.ts';
import { Plates } from './plates.ts';
import { Records } from './records.ts';

/** What a thread makes files with; it outlives its batches. */
export interface Bench {
  readonly press: Press;
  readonly plates: Plates;
  readonly records: Records;
  /** What files were made of. */
  readonly readings: Readings;
  /**
   * Looks whether what files were made of is what it was when their campaign was planned.
   * @throws PressError CAMPAIGN_CHANGED
   */
  check(rows: readonly Row[]): void;
}

/** Where a bench finds what files are made of: plain data, which crosses threads. */
export interface BenchFolders {
  /** Folder of the campaign. */
  readonly campaign: string;
  /** Folder with guides, each in a folder of its name. */
  readonly guides?: string | undefined;
  readonly folders?: Partial<Folders> | undefined;
}

/**
 * @param kept plates that are kept; undefined: few
 * @throws PressError USAGE
 */
export function openBench({ campaign, guides, folders }: BenchFolders, kept?: number): Bench {
  const press = new Press(folders);
  const placeGuides = new PlaceGuides({ campaign, guides });
  const readings = new Readings();
  return {
    press,
    plates: new Plates(press, (row) => placeGuides.of(row), kept),
    records: new Records(),
    readings,
    check(rows) {
      // Everything is read anew: what was read before the files were made may have changed before they were.
      const inputs = new Inputs(press.folders, campaign);
      for (const { input, guide, setting, impression, place } of rows) {
        const values = place === undefined ? undefined : { values: place };
        const now = stillThere(() =>
          readings.during(() =>
            inputs.of({ guide: placeGuides.load(guide), setting, impression, place: values }),
          ),
        );
        // What was changed and changed back is the same now, and may be another one in the files.
        if (now !== input || readings.changed !== undefined) throw changed(guide);
      }
    },
  };
}

/** What cannot be read any more was changed too. */
function stillThere(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function changed(guide: string): PressError {
  return new PressError([
    problem(
      'CAMPAIGN_CHANGED',
      `What the files of "${guide}" are made of was changed while the campaign ran: its guide, a translation, a template or a logo.`,
      {},
      'Run the same again: what was made before the change and is no longer right is made anew.',
    ),
  ]);
}

/**
 * The bench of the rows that are made now, one after another of each language: what was read and made for one is of no use
 * to the next, and with every language memory would grow.
 */
export class Benches {
  readonly #from: BenchFolders;
  #open: { readonly locale: string; readonly bench: Bench } | undefined;

  constructor(from: BenchFolders) {
    this.#from = from;
  }

  /** @throws PressError USAGE */
  of({ rows }: Batch): Bench {
    const locale = rows[0]?.setting.locale ?? '';
    if (this.#open?.locale !== locale) {
      this.close();
      this.#open = { locale, bench: openBench(this.#from) };
    }
    return this.#open!.bench;
  }

  close(): void {
    this.#open?.bench.press.close();
    this.#open = undefined;
  }
}
