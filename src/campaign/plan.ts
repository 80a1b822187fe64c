import { declaredNumbers, type Guide } from '../content/index.ts';
import { mostTold, PressError, type Problem, problem, problemsOf } from '../diagnostics/index.ts';
import { publicLocales } from '../locale/index.ts';
import { type Folders, type Impression, type Setting, shippedFolders } from '../press/index.ts';
import { listProducts } from '../product/index.ts';
import { batchesOf } from './batches.ts';
import { Inputs } from './inputs.ts';
import type { Campaign } from './load-campaign.ts';
import { nameOf } from './naming.ts';
import { PlaceGuides } from './place-guides.ts';
import { type Place, readPlaces } from './places/read-places.ts';
import { readTable } from './places/read-table.ts';
import type { Plan, Row, Totals } from './row.ts';
import { isSelected, quantityOf } from './selection.ts';

/** What a plan is made with beside the campaign. */
export interface PlanOptions {
  readonly folders?: Partial<Folders>;
  /** Folder with guides, each in a folder of its name. */
  readonly guides?: string | undefined;
  /** Date that the files bear; undefined: their guide's. */
  readonly date?: string | undefined;
}

/** A row before its name and input are known. */
export interface Draft {
  readonly guide: Guide;
  readonly guideName: string;
  readonly setting: Setting;
  readonly impression: Impression;
  readonly place: Place | undefined;
}

/**
 * Everything that a campaign makes, all of it checked; nothing is printed or written.
 * @throws PressError CAMPAIGN_*, SHEET_*, PLACE_*, TRANSLATION_*, and all that loading throws: everything that is wrong
 */
export async function planOf(campaign: Campaign, options: PlanOptions = {}): Promise<Plan> {
  const folders = { ...shippedFolders(), ...options.folders };
  const { data, folder } = campaign;
  const guides = new PlaceGuides({ campaign: folder, guides: options.guides });
  const problems: Problem[] = [];
  const loaded = data.guides.flatMap((name, i): { name: string; guide: Guide }[] => {
    try {
      return [{ name, guide: guides.load(name) }];
    } catch (error) {
      problems.push(
        ...problemsOf(error).map((p) => ({
          ...p,
          place: { ...campaign.source.place(['guides', i]), ...p.place },
        })),
      );
      return [];
    }
  });
  throwBounded(problems);
  const { main } = loaded[0]!.guide.data.helplines;
  const home = { country: main.country ?? loaded[0]!.guide.data.country, display: main.display };
  let places: readonly Place[] | undefined;
  if (data.places !== undefined) {
    const read = readPlaces(await readTable(folder, data.places), data.places, home);
    problems.push(...read.problems);
    places = read.places;
  }
  throwBounded(problems);
  const rows: Row[] = [];
  const inputs = new Inputs(folders, folder);
  for (const draft of draftsOf(campaign, loaded, places, folders, options.date)) {
    if (!isSelected(draft, data)) continue;
    const { guideName, setting, impression, place } = draft;
    rows.push({
      file: nameOf(data.name, draft),
      input: inputs.of(draft),
      guide: guideName,
      setting,
      impression,
      place: place?.values,
      quantity: quantityOf(draft, data),
      ...(place === undefined ? {} : { source: place.source }),
    });
  }
  if (rows.length === 0)
    throw new PressError([
      problem(
        'CAMPAIGN_EMPTY',
        'Nothing is left to print.',
        { file: campaign.source.file },
        'Look at only and except, and at the columns of the places.',
      ),
    ]);
  const batches = batchesOf(rows);
  return { id: data.id, folder, batches, totals: totalsOf(batches, loaded), problems };
}

function* draftsOf(
  { data }: Campaign,
  loaded: readonly { readonly name: string; readonly guide: Guide }[],
  places: readonly Place[] | undefined,
  folders: Folders,
  date: string | undefined,
): Generator<Draft> {
  const products = data.products === 'all' ? listProducts(folders.templates) : data.products;
  for (const { name, guide } of loaded) {
    const locales = data.locales === 'all' ? publicLocales : (data.locales ?? [guide.data.locale]);
    for (const locale of locales)
      for (const product of products)
        for (const paper of data.papers)
          for (const orientation of data.orientations ?? [undefined])
            for (const edition of data.editions)
              for (const theme of data.themes) {
                const setting: Setting = { product, locale, paper, orientation, edition, theme, qr: data.qr };
                for (const place of places ?? [undefined]) {
                  if (place !== undefined && !isOf(place, setting)) continue;
                  for (const purpose of data.purposes) {
                    const duplex = purpose === 'screen' ? 'short' : data.duplex;
                    const impression = { purpose, duplex, allowDrafts: data.allowDrafts, date };
                    yield { guide, guideName: name, setting, impression, place };
                  }
                }
              }
  }
}

function isOf({ locales, products, papers }: Place, { locale, product, paper }: Setting): boolean {
  return (
    locales?.includes(locale) !== false &&
    products?.includes(product) !== false &&
    papers?.includes(paper) !== false
  );
}

function totalsOf(
  batches: Plan['batches'],
  loaded: readonly { readonly name: string; readonly guide: Guide }[],
): Totals {
  const rows = batches.flatMap((batch) => batch.rows);
  const count = (of: (row: Row) => string) => {
    const counts = new Map<string, number>();
    for (const row of rows) counts.set(of(row), (counts.get(of(row)) ?? 0) + 1);
    return Object.fromEntries(counts);
  };
  const own = new Map(loaded.map(({ name, guide }) => [name, declaredNumbers(guide.data)[0]!.dial]));
  return {
    files: rows.length,
    patched: batches.reduce((sum, { kind, rows: { length } }) => sum + (kind === 'patched' ? length : 0), 0),
    set: batches.reduce((sum, { kind, rows: { length } }) => sum + (kind === 'set' ? length : 0), 0),
    places: new Set(rows.map(({ place }) => place?.id)).size,
    copies: rows.reduce((sum, { quantity }) => sum + quantity, 0),
    numbers: new Set(rows.map(({ guide, place }) => place?.helpline?.dial ?? own.get(guide))).size,
    by: {
      guide: count(({ guide }) => guide),
      locale: count(({ setting }) => setting.locale),
      product: count(({ setting }) => setting.product),
      paper: count(({ setting }) => setting.paper),
      purpose: count(({ impression }) => impression.purpose),
    },
  };
}

/** Throws where something is wrong, bounded: who mends a hundred sees the others then. */
export function throwBounded(problems: readonly Problem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new PressError(errors.slice(0, mostTold));
}
