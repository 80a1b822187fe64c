import type { Guide, NumberPair } from '../../content/index.ts';
import type { Plate, Press } from '../../press/index.ts';
import type { Row } from '../plan/row.ts';

/** The guide of a row, with what its place brings. @throws PressError with everything that is wrong with it */
export type Guides = (row: Row) => Guide;

/** Plates that are kept: of some settings, each with numbers of some shapes. One takes about a megabyte. */
const most = 6;

interface Held {
  readonly key: string;
  /** Undefined: the guide's own. */
  readonly number: NumberPair | undefined;
  readonly plate: Plate;
}

/**
 * Plates of the rows that were made last. Rows of one guide, setting and publisher share a plate, whose number is
 * changed; it is set anew for a number of another shape.
 */
export class Plates {
  readonly #press: Press;
  readonly #guides: Guides;
  readonly #most: number;
  /** The one used last is the last. */
  #held: Held[] = [];

  constructor(press: Press, guides: Guides, kept: number = most) {
    this.#press = press;
    this.#guides = guides;
    this.#most = kept;
  }

  /** @throws PressError where there can be no pages, or the number is none */
  of(row: Row): Plate {
    const key = keyOf(row);
    const number = row.place?.helpline;
    for (const held of this.#held.filter((each) => each.key === key).reverse()) {
      const plate = isSame(held.number, number)
        ? held.plate
        : number && this.#press.withNumber(held.plate, number);
      if (plate === undefined) continue;
      this.#hold(held);
      return plate;
    }
    const plate = this.#press.plate(this.#guides(row), row.setting);
    this.#hold({ key, number, plate });
    return plate;
  }

  #hold(held: Held): void {
    this.#held = [...this.#held.filter((each) => each !== held), held].slice(-this.#most);
  }
}

/**
 * What rows must have in common to share a plate. A number that says no country is of the one that the plate's is of: of another
 * place's, where that says its own.
 */
function keyOf({ guide, setting, place }: Row): string {
  const country = place?.helpline?.country ?? '';
  return JSON.stringify([guide, country, inOrder(setting), inOrder(place?.publisher ?? {})]);
}

const inOrder = (of: object) => Object.entries(of).toSorted(([a], [b]) => (a < b ? -1 : 1));

function isSame(a: NumberPair | undefined, b: NumberPair | undefined): boolean {
  return a?.display === b?.display && a?.dial === b?.dial && a?.country === b?.country;
}
