import type { Draft } from './plan.ts';

/** The fields that a name is made of. */
export const nameFields = [
  'place',
  'guide',
  'product',
  'locale',
  'paper',
  'edition',
  'theme',
  'purpose',
] as const;
type NameField = (typeof nameFields)[number];

/** The name of a file by a pattern: `{locale}/{product}/{place}.{guide}.{paper}.{purpose}.pdf`. */
export function nameOf(pattern: string, { guide, setting, impression, place }: Draft): string {
  const values: Readonly<Record<NameField, string>> = {
    place: place?.values.id ?? 'all',
    guide: guide.data.id,
    product: setting.product,
    locale: setting.locale,
    paper: setting.orientation === undefined ? setting.paper : `${setting.paper}-${setting.orientation}`,
    edition: setting.edition,
    theme: setting.theme,
    purpose: impression.duplex === 'long' ? `${impression.purpose}-long` : impression.purpose,
  };
  return pattern.replace(/\{(\w+)\}/g, (whole, field: string) =>
    Object.hasOwn(values, field) ? values[field as NameField] : whole,
  );
}
