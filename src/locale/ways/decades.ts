import { Lettered } from '../../letters/index.ts';

/** The 1980s, the 80s, in your 20s, 80er-Jahre, 80-х, 80年代, 20대. */
const behind = new Lettered(
  String.raw`(?<!\d)((?:19|20)?\d0)(?=['’]?s(?!\p{L})|['’]?li(?!\p{L})|er(?!\p{L})|-[хеи](?!\p{L})|\. (?=\p{L})|年代|년대|代|대|ies(?!\p{L}))`,
  'giu',
);
/** Los años 80, gli anni ’80, lat 80., thập niên 80, שנות ה-80. */
const before = new Lettered(
  String.raw`(?<=(?<!\p{L})(?:años?|années|anos?|anni|anii|lat|lata|latach|годы|годах|годов|роки|years|niên|những năm|década de|décadas? de(?: los)?|décennie|δεκαετία(?: του)?|דקדה|שנות|دهه|دههٔ|دههٔ|miaka ya|dekada|dekada ’|panahong) ?(?:ה-|['’])?)((?:19|20)?\d0)(?!\d)`,
  'giu',
);

/** The tens that a text names as decades, of a century or of somebody’s age. */
export function decadesIn(read: string): Set<number> {
  if (!/\d0/.test(read)) return new Set();
  const found = [behind, before].flatMap((pattern) => [...read.matchAll(pattern.for(read))]);
  return new Set(found.map(([, ten]) => Number(ten)));
}

const century = /(?<!\d)\d{2}(?= ?(?:世纪|世紀|세기))/g;
const number = /(?<!\d)\d{2}(?:\d{2})?(?!\d)/g;

/**
 * A translation without the numbers by which it says a decade of its source: the 1980s are los años 80 and 20世纪80年代, in your 20s is
 * between 20 and 29.
 */
export function withoutDecadesOf(source: string, translated: string): string {
  const decades = [...decadesIn(source)];
  if (decades.length === 0) return translated;
  const [years, ages] = [decades.filter((ten) => ten > 100), decades.filter((ten) => ten < 100)];
  const centuries = new Set(years.map((year) => Math.floor(year / 100) + 1));
  const same = new Set([
    ...years.map((year) => year % 100),
    ...ages.flatMap((age) => [age + 9, age + 10, 1900 + age]),
  ]);
  return translated
    .replace(century, (found) => (centuries.has(Number(found)) ? ' ' : found))
    .replace(number, (found) => (same.has(Number(found)) ? ' ' : found));
}
