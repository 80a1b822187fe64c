import type { Guide } from '../../content/index.ts';
import type { Impression, Setting } from '../../press/index.ts';
import type { Place } from '../places/place.ts';
import type { CampaignData } from '../schema/schema.ts';

/** A guide of a campaign, by the name that the campaign gives it. */
export interface NamedGuide {
  readonly name: string;
  readonly guide: Guide;
  /** The languages that it is begun in, where all of them are asked for; undefined: those of the campaign. */
  readonly begun?: readonly string[];
}

/** A file of a campaign before its name is known. */
export interface Draft {
  readonly guide: Guide;
  readonly guideName: string;
  readonly setting: Setting;
  readonly impression: Impression;
  readonly place: Place | undefined;
}

/** What the files of a campaign are made of, each in the order in which it is said. */
export interface Choices {
  readonly guides: readonly NamedGuide[];
  readonly locales: readonly string[];
  readonly products: readonly string[];
}

/** Every file that a campaign could make, filters aside: those of one plate follow each other, place by place. */
export function* draftsOf(
  data: CampaignData,
  { guides, locales, products }: Choices,
  places: readonly (Place | undefined)[],
  date: string | undefined,
): Generator<Draft> {
  const impressions = [...new Set(data.purposes)].map((purpose): Impression => {
    const duplex = purpose === 'screen' ? 'short' : data.duplex;
    return { purpose, duplex, allowDrafts: data.allowDrafts, date };
  });
  for (const { name, guide, begun = locales } of guides)
    for (const setting of settingsOf(data, begun, products))
      for (const place of places) {
        if (place !== undefined && !isOf(place, setting)) continue;
        for (const impression of impressions) yield { guide, guideName: name, setting, impression, place };
      }
}

function* settingsOf(
  { papers, orientations, editions, themes, qr }: CampaignData,
  locales: readonly string[],
  products: readonly string[],
): Generator<Setting> {
  for (const locale of locales)
    for (const product of products)
      for (const paper of new Set(papers))
        for (const orientation of new Set(orientations ?? [undefined]))
          for (const edition of new Set(editions))
            for (const theme of new Set(themes))
              yield { product, locale, paper, orientation, edition, theme, qr };
}

function isOf({ locales, products, papers }: Place, { locale, product, paper }: Setting): boolean {
  return (
    locales?.includes(locale) !== false &&
    products?.includes(product) !== false &&
    papers?.includes(paper) !== false
  );
}
