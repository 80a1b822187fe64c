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

function matches(draft: Draft, selection: Selection): boolean {
  for (const field of selectedFields) {
    const wanted = selection[field];
    if (wanted !== undefined && !listed(wanted).includes(fieldOf[field](draft) ?? '')) return false;
  }
  return Object.entries(selection.columns ?? {}).every(([column, wanted]) => {
    const cell = draft.place?.cell(column);
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

const lists = ['only', 'except', 'quantities'] as const;

/** Entries of filters and quantities that fit no file, whatever each of their values has: they do nothing, unseen. */
export class Idle {
  readonly #open: { readonly list: (typeof lists)[number]; readonly at: number; readonly one: Selection }[];
  readonly #quantities: CampaignData['quantities'];

  constructor(data: Pick<CampaignData, (typeof lists)[number]>) {
    this.#quantities = data.quantities;
    // One for all that is left does no harm where nothing is left.
    const isForAll = (list: string, one: Selection) => list === 'quantities' && Object.keys(one).length === 1;
    this.#open = lists.flatMap((list) =>
      (data[list] ?? []).flatMap((one, at) => (isForAll(list, one) ? [] : [{ list, at, one }])),
    );
  }

  /** @param isMade false: filters leave it out, and nobody asks how many are wanted */
  see(draft: Draft, isMade: boolean): void {
    if (this.#open.length === 0) return;
    const first = isMade ? this.#quantities?.find((one) => matches(draft, one)) : undefined;
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const { list, one } = this.#open[i]!;
      if (list === 'quantities' ? one === first : matches(draft, one)) this.#open.splice(i, 1);
    }
  }

  /** Where no value of theirs is told already. */
  tell({ source }: Pick<Campaign, 'source'>, faults: Faults): void {
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
