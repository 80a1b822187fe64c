import { unpartedScripts } from '../../letters/index.ts';
import { readings } from '../quantities/numbers.ts';

/**
 * Words for thousands, millions and what else languages count by: 12,000 people are 12 mil personas, 15 लाख are 1.5 million. In small
 * letters; `*` ends the beginning of a word. Data.
 */
const magnitudes: readonly (readonly [value: number, words: string])[] = [
  [
    1e3,
    'thousand mil mille mila tausend тысяч* тыс тисяч* тис tysi* tys mii mie bin binden bine bini binin binde nghìn ngàn kun libo* ribu พัน ພັນ ពាន់ ထောင် ألف آلاف ألفا ألفًا هزار ہزار زره אלף אלפים हज़ार हजार हज़ार হাজার* હજાર* ਹਜ਼ਾਰ ਹਜ਼ਾਰ ஆயிர* ఆయిరం వేల వేలు వెయ్యి χιλιάδ* χιλ հազար* ათას* ሺህ ሺ 千 천',
  ],
  [1e4, 'หมื่น ໝື່ນ ម៉ឺន သောင်း 万 萬 만'],
  [1e5, 'แสน ແສນ សែន သိန်း लाख* লাখ* লক্ষ* لاکھ લાખ* ਲੱਖ லட்ச* இலட்ச* లక్ష* lakh lac'],
  [
    1e6,
    'million* millón millones milhão milhões milione milioni mio mln млн миллион* мільйон* milion* milioane milyon* triệu ล้าน ລ້ານ លាន သန်း مليون مليونا مليونًا ملايين ملین میلیون ملین מיליון מיליוני εκατομμύρι* εκ միլիոն* milyan malyan milyuun მილიონ* ሚሊዮን juta',
  ],
  [1e7, 'करोड़ करोड करोड़ কোটি* کروڑ કરોડ ਕਰੋੜ ਕਰੋੜ கோடி* కోట్లు కోట్ల కోటి crore ကုဋေ'],
  [1e8, '億 亿 억'],
  [
    1e9,
    'billion* milliarde* milliard* mrd miliard* mld bilh* bilyon* bilyan* milya अरब ਅਰਬ અબજ ຕື້ миллиард* мільярд* млрд tỷ tỉ مليار میلیارد ارب מיליארד միլիարդ* მილიარდ* ቢሊዮን',
  ],
];
/** Words that stand before their number: watu elfu 12, သန်း ၅. */
const leading: Readonly<Record<string, number>> = {
  elfu: 1e3,
  laki: 1e5,
  milioni: 1e6,
  bilioni: 1e9,
  သိန်း: 1e5,
  သန်း: 1e6,
};

const digits = '\\d+(?:[.,]\\d+)*';

interface Patterns {
  /** 1万2千, 1 लाख 20 हज़ार; 1万2,000; elfu 12. */
  readonly quantity: RegExp;
  /** Each part of one: digits and their words; a word and its digits; what is left. */
  readonly terms: RegExp;
  readonly word: RegExp;
  readonly values: ReadonlyMap<string, number>;
}

let patterns: Patterns | undefined;

/** Made when they are first asked for: few texts have a number that their source does not have. */
function patternsOf(): Patterns {
  if (patterns !== undefined) return patterns;
  const rows = magnitudes.flatMap(([value, list]) =>
    list.split(' ').map((word) => ({ value, word: word.normalize('NFKC') })),
  );
  const words = anyOf(rows.map(({ word }) => word));
  const first = Object.keys(leading).join('|');
  // 70多万, 700 oo kun
  const term = `${digits}(?: oo)? ?[多余餘]?(?:${words})(?: ?(?:${words}))*`;
  patterns = {
    quantity: new RegExp(
      `(?<![\\d.,])(?:${term}(?:(?: و)? ?${term})*(?:(?<=[千천万萬만億亿억]) ?\\d[\\d,]*)?|(?<!\\p{L})(?:${first}) ${digits})`,
      'giu',
    ),
    terms: new RegExp(
      `(?<number>${digits})(?: oo)? ?[多余餘]?(?<names>(?:${words})(?: ?(?:${words}))*)|(?<first>${first}) (?<behind>${digits})|(?<rest>\\d[\\d,]*)$`,
      'giu',
    ),
    word: new RegExp(words, 'giu'),
    values: new Map(rows.map(({ value, word }) => [word.replace('*', ''), value])),
  };
  return patterns;
}

/** Words where they end: in writing that does not part words a letter follows. What knows all letters stands once for all. */
function anyOf(words: readonly string[]): string {
  const unparted = new RegExp(`^[${unpartedScripts}]`, 'u');
  const among = (some: readonly string[]) => `(?:${some.toSorted((a, b) => b.length - a.length).join('|')})`;
  const stems = words.filter((word) => word.endsWith('*'));
  const others = words.filter((word) => !word.endsWith('*'));
  return [
    `${among(others.filter((word) => !unparted.test(word)))}(?![\\p{L}\\p{M}])`,
    `${among(stems.map((word) => word.slice(0, -1)))}[\\p{L}\\p{M}]*`,
    among(others.filter((word) => unparted.test(word))),
  ].join('|');
}

/** 1億2千3百万4千5: nobody says more at once. */
const mostTerms = 6;

/** What a quantity may come to: so many thousands, and so many more. */
function valuesOf(quantity: string): number[] {
  const terms = [...quantity.matchAll(patternsOf().terms)];
  if (terms.length > mostTerms) return [];
  let values = [0];
  for (const { groups } of terms) {
    const {
      number,
      names = '',
      first,
      behind,
      rest = '',
    } = groups as Readonly<Record<string, string | undefined>>;
    const factor = first === undefined ? magnitudeOf(names) : leading[first.toLowerCase()]!;
    values = readings(number ?? behind ?? rest).flatMap((value) =>
      values.map((before) => before + Math.round(value * factor)),
    );
  }
  return values;
}

/** Of words one after the other: 千万 is a thousand ten thousands. */
function magnitudeOf(names: string): number {
  const { word, values } = patternsOf();
  return [...names.toLowerCase().matchAll(word)].reduce((product, [found]) => {
    let end = found.length;
    while (end > 0 && !values.has(found.slice(0, end))) end--;
    return product * (values.get(found.slice(0, end)) ?? 1);
  }, 1);
}

const plain =
  /(?<![\d.,])\d{1,3}(?:[.,'’ \u066c]\d{3})+(?![\d]|[.,]\d)|(?<![\d.,])\d+(?:[.,]\d+)?(?![\d]|[.,]\d)/g;
const plainValues = (written: string) => readings(written.replace(/['’ \u066c]/g, ','));

/**
 * A translation without the quantities that its source has too, by whichever words: 1.5 million are 15 लाख or 150万, 12 mil are 12,000.
 * Both as their digits are read.
 */
export function withoutQuantitiesOf(source: string, translated: string): string {
  const { quantity } = patternsOf();
  const [inWords, inDigits] = [new Set<number>(), new Set<number>()];
  const rest = source.replace(quantity, (found) => {
    for (const value of valuesOf(found)) inWords.add(value);
    return ' ';
  });
  for (const [written] of rest.matchAll(plain)) for (const value of plainValues(written)) inDigits.add(value);
  const isSame = (values: readonly number[], ...known: readonly ReadonlySet<number>[]) =>
    values.some((value) => known.some((each) => each.has(value)));
  return translated
    .replace(quantity, (found) => (isSame(valuesOf(found), inWords, inDigits) ? ' ' : found))
    .replace(plain, (found) => (isSame(plainValues(found), inWords) ? ' ' : found));
}
