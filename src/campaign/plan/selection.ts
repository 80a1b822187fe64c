import { problem, suggest, warning } from '../../diagnostics/index.ts';
import { folded } from '../places/columns.ts';
import type { Place } from '../places/place.ts';
import type { CampaignData, Selection } from '../schema/schema.ts';
import type { Choices, Draft } from './draft.ts';
import type { Faults } from './faults.ts';
import type { Campaign } from './load-campaign.ts';

/** Whether a campaign makes a file: one of `only` takes it, where there are any, and none of `except`. */
export function isSelected(draft: Draft, { only, except }: Pick<CampaignData, 'only' | 'except'>): boolean {
  return (
    (only?.some((one) => matches(draft, one)) ?? true) &&
    !(except?.some((one) => matches(draft, one)) ?? false)
  );
}

/** Copies of a file: its place's own, else of the first quantity that is for it, else one. */
export function quantityOf(draft: Draft, { quantities }: Pick<CampaignData, 'quantities'>): number {
  return draft.place?.copies ?? quantities?.find((one) => matches(draft, one))?.copies ?? 1;
}

/** What each field of a selection is held against. */
const fieldOf = {
  guide: ({ guideName }) => guideName,
  product: ({ setting }) => setting.product,
  locale: ({ setting }) => setting.locale,
  paper: ({ setting }) => setting.paper,
  orientation: ({ setting }) => setting.orientation,
  edition: ({ setting }) => setting.edition,
  theme: ({ setting }) => setting.theme,
  purpose: ({ impression }) => impression.purpose,
  place: ({ place }) => place?.values.id,
} as const satisfies Record<string, (draft: Draft) => string | undefined>;
type SelectedField = keyof typeof fieldOf;
const selectedFields = Object.keys(fieldOf) as readonly SelectedField[];

export function matches(draft: Draft, selection: Selection): boolean {
  for (const field of selectedFields) {
    const wanted = selection[field];
    if (wanted !== undefined && !listed(wanted).includes(fieldOf[field](draft) ?? '')) return false;
  }
  return hasCells(draft.place, selection);
}

const matchesPlace = (place: Place, selection: Selection): boolean =>
  (selection.place === undefined || listed(selection.place).includes(place.values.id)) &&
  hasCells(place, selection);

function hasCells(place: Place | undefined, { columns = {} }: Selection): boolean {
  return Object.entries(columns).every(([column, wanted]) => {
    const cell = place?.cell(column);
    return cell !== undefined && listed(wanted).some((value) => folded(value) === folded(cell));
  });
}

const listed = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? [value] : value;

/** Names of the columns that filters and quantities ask for. */
export function askedColumns({
  only = [],
  except = [],
  quantities = [],
}: Pick<CampaignData, 'only' | 'except' | 'quantities'>): readonly string[] {
  return [...only, ...except, ...quantities].flatMap(({ columns = {} }) => Object.keys(columns));
}

/** What filters and quantities name that the campaign does not have: such a filter would do nothing, unseen. */
export function checkSelections(
  { data, source }: Campaign,
  { guides, locales, products }: Choices,
  places: readonly Place[] | undefined,
  columns: readonly string[],
  faults: Faults,
): void {
  const known: Readonly<Record<SelectedField, readonly string[]>> = {
    guide: guides.map(({ name }) => name),
    product: products,
    locale: locales,
    paper: data.papers,
    orientation: data.orientations ?? [],
    edition: data.editions,
    theme: data.themes,
    purpose: data.purposes,
    place: places?.map(({ values }) => values.id) ?? [],
  };
  const knownColumns = new Set(columns.map(folded));
  const cells = new Map<string, Set<string>>();
  const cellsOf = (column: string): ReadonlySet<string> => {
    const known = cells.get(column) ?? new Set(places?.map((place) => folded(place.cell(column) ?? '')));
    cells.set(column, known);
    return known;
  };
  for (const list of ['only', 'except', 'quantities'] as const)
    for (const [i, selection] of (data[list] ?? []).entries()) {
      for (const field of selectedFields)
        for (const value of listed(selection[field] ?? []))
          if (!known[field].includes(value))
            faults.add(
              problem(
                'CAMPAIGN_INVALID',
                `${list} names the ${field} "${value}", which the campaign does not have.`,
                source.place([list, i, field]),
                suggest(value, known[field]),
              ),
            );
      for (const column of Object.keys(selection.columns ?? {}))
        if (!knownColumns.has(folded(column)))
          faults.add(
            problem(
              'CAMPAIGN_INVALID',
              `${list} names the column "${column}", which the spreadsheet does not have.`,
              source.place([list, i, 'columns', column]),
              suggest(column, columns),
            ),
          );
      for (const [column, wanted] of Object.entries(selection.columns ?? {}))
        for (const value of knownColumns.has(folded(column)) ? listed(wanted) : [])
          if (!cellsOf(column).has(folded(value)))
            faults.add(
              warning(
                'CAMPAIGN_INVALID',
                `${list} names "${value}" of the column "${column}", where no place has it.`,
                source.place([list, i, 'columns', column]),
                suggest(value, [...cellsOf(column)].filter((each) => each !== '').slice(0, 1000)),
              ),
            );
    }
}

/**
 * Whether filters leave a place out as a place: by its id, or by columns of its row. Otherwise it is by what its files are of,
 * and nobody may have meant all of them.
 */
export function isLeftOut(
  place: Place,
  { only = [{}], except = [] }: Pick<CampaignData, 'only' | 'except'>,
): boolean {
  const ofPlaces = ({ place: id, columns }: Selection): Selection => ({
    ...(id === undefined ? {} : { place: id }),
    ...(columns === undefined ? {} : { columns }),
  });
  const isFor = (one: Selection) => matchesPlace(place, ofPlaces(one));
  return !only.some(isFor) || except.some((one) => isOfPlaces(one) && isFor(one));
}

const isOfPlaces = (one: Selection): boolean =>
  Object.keys(one).every((field) => field === 'place' || field === 'columns');
