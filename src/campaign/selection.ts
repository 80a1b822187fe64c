import { folded } from './places/read-places.ts';
import type { Draft } from './plan.ts';
import type { CampaignData, Selection } from './schema.ts';

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

function matches(
  { guideName, setting, impression, place }: Draft,
  { columns, ...fields }: Selection,
): boolean {
  const own: Readonly<Record<string, string | undefined>> = {
    guide: guideName,
    product: setting.product,
    locale: setting.locale,
    paper: setting.paper,
    orientation: setting.orientation,
    edition: setting.edition,
    theme: setting.theme,
    purpose: impression.purpose,
    place: place?.values.id,
  };
  return (
    Object.entries(fields).every(
      ([field, wanted]) =>
        !Object.hasOwn(own, field) || wanted === undefined || listed(wanted).includes(own[field]!),
    ) &&
    Object.entries(columns ?? {}).every(([column, wanted]) => {
      const cell = place?.cells.get(folded(column));
      return cell !== undefined && listed(wanted).some((value) => folded(value) === folded(cell));
    })
  );
}

const listed = (value: string | readonly string[] | number): readonly string[] =>
  typeof value === 'object' ? value : [String(value)];
