import { warning } from '../../diagnostics/index.ts';
import type { Place } from '../places/place.ts';
import type { CampaignData, Selection } from '../schema/schema.ts';
import type { Draft } from './draft.ts';
import type { Faults } from './faults.ts';
import type { Campaign } from './load-campaign.ts';
import { isLeftOut, matches } from './selection.ts';

const lists = ['only', 'except', 'quantities'] as const;

/**
 * What of a campaign comes to nothing, unseen: entries of filters and quantities that fit no file, though each of their values
 * is there; and places of which no file is made, though no filter names them.
 */
export class Unheeded {
  readonly #open: { readonly list: (typeof lists)[number]; readonly at: number; readonly one: Selection }[];
  readonly #data: Pick<CampaignData, (typeof lists)[number]>;
  readonly #made = new Set<Place>();

  constructor(data: Pick<CampaignData, (typeof lists)[number]>) {
    this.#data = data;
    // One for all that is left does no harm where nothing is left.
    const isForAll = (list: string, one: Selection) => list === 'quantities' && Object.keys(one).length === 1;
    this.#open = lists.flatMap((list) =>
      (data[list] ?? []).flatMap((one, at) => (isForAll(list, one) ? [] : [{ list, at, one }])),
    );
  }

  /** @param isMade false: filters leave it out, and nobody asks how many are wanted */
  see(draft: Draft, isMade: boolean): void {
    if (isMade && draft.place !== undefined) this.#made.add(draft.place);
    if (this.#open.length === 0) return;
    const first = isMade ? this.#data.quantities?.find((one) => matches(draft, one)) : undefined;
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const { list, one } = this.#open[i]!;
      if (list === 'quantities' ? one === first : matches(draft, one)) this.#open.splice(i, 1);
    }
  }

  tell({ source }: Pick<Campaign, 'source'>, places: readonly Place[], faults: Faults): void {
    this.#tellEntries(source, faults);
    for (const place of places)
      if (!this.#made.has(place) && !isLeftOut(place, this.#data))
        faults.add(
          warning(
            'CAMPAIGN_EMPTY',
            `Nothing is made for "${place.values.id}".`,
            place.source,
            'Its locales, products and papers, and what the campaign leaves out, have nothing in common that is printed.',
          ),
        );
  }

  /** Where no value of theirs is told already. */
  #tellEntries(source: Campaign['source'], faults: Faults): void {
    for (const { list, at } of this.#open) {
      const place = source.place([list, at]);
      const isTold = faults.warnings.some(
        ({ code, place: { file, line, key } }) =>
          code === 'CAMPAIGN_INVALID' &&
          file === place.file &&
          line !== undefined &&
          key?.startsWith(`${list}.${at}.`),
      );
      if (isTold) continue;
      faults.add(
        warning(
          'CAMPAIGN_INVALID',
          list === 'quantities'
            ? 'This quantity counts for no file: those before it take all that it is for, or it is for none.'
            : `This entry of ${list} fits no file: it does nothing.`,
          place,
          list === 'quantities'
            ? 'The first that fits counts: write what is for few before what is for many.'
            : 'It fits a file where all that it names does. What is meant one by one is an entry each.',
        ),
      );
    }
  }
}
