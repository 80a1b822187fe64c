/** Shares by tenths, in Chinese and Japanese: 六成, 6〜7割 are 60 and 70 percent. */
const tenths =
  /([1-9一二三四五六七八九])(?:成?(?:[-–~〜～]|到|至|から)([1-9一二三四五六七八九]))?[割成](?![人本功年立为為分果就员員])/g;
const signs = '一二三四五六七八九';
const percent = (sign: string) => 10 * (signs.includes(sign) ? signs.indexOf(sign) + 1 : Number(sign));

/** The percentages that a text says by tenths. */
export const tenthsIn = (text: string): number[] =>
  [...text.matchAll(tenths)].flatMap(([, one, other]) =>
    [one, other].flatMap((sign) => (sign === undefined ? [] : [percent(sign)])),
  );

/** A translation without the tenths whose percentages its source has. */
export function withoutTenthsOf(source: string, translated: string): string {
  const known = new Set(source.match(/\d+/g)?.map(Number));
  return translated.replace(tenths, (written) =>
    tenthsIn(written).every((value) => known.has(value)) ? ' ' : written,
  );
}
