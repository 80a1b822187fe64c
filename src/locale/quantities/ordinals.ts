import { Lettered } from '../../letters/index.ts';

/** First to tenth, by language: each form. Data. */
const ordinals: Readonly<Record<string, string>> = {
  en: 'first second third fourth fifth sixth seventh eighth ninth tenth',
  es: 'primer|primero|primera segund[oa] tercer|tercer[oa] cuart[oa] quint[oa] sext[oa] séptim[oa] octav[oa] noven[oa] décim[oa]',
  fr: 'premier|première deuxième|second|seconde troisième quatrième cinquième sixième septième huitième neuvième dixième',
  de: 'erste[nrsm]? zweite[nrsm]? dritte[nrsm]? vierte[nrsm]? fünfte[nrsm]? sechste[nrsm]? siebte[nrsm]? achte[nrsm]? neunte[nrsm]? zehnte[nrsm]?',
  pt: 'primeir[oa] segund[oa] terceir[oa] quart[oa] quint[oa] sext[oa] sétim[oa] oitav[oa] non[oa] décim[oa]',
  it: 'prim[oa] second[oa] terz[oa] quart[oa] quint[oa] sest[oa] settim[oa] ottav[oa] non[oa] decim[oa]',
  pl: 'pierwsz[yae]j? drug[iae](?:ej|ą)? trzeci[ae]?j? czwart[yae] piąt[yae] szóst[yae] siódm[yae] ósm[yae] dziewiąt[yae] dziesiąt[yae]',
  ar: '(?:ال)?(?:أول|أولى) (?:ال)?ثاني(?:ة)? (?:ال)?ثالث(?:ة)? (?:ال)?رابع(?:ة)? (?:ال)?خامس(?:ة)? (?:ال)?سادس(?:ة)? (?:ال)?سابع(?:ة)? (?:ال)?ثامن(?:ة)? (?:ال)?تاسع(?:ة)? (?:ال)?عاشر(?:ة)?',
};

const known = new Map<string, readonly Lettered[]>();

function ordinalsOf(language: string): readonly Lettered[] {
  let words = known.get(language);
  if (words === undefined) {
    words = (ordinals[language]?.split(' ') ?? []).map(
      (word) => new Lettered(String.raw`(?<!\p{L})(?:${word})(?!\p{L})`, 'iu'),
    );
    known.set(language, words);
  }
  return words;
}

/** The same, or as a part of one: two thirds; so any text may in a language whose ordinals are not known. */
export const maySayOrdinal = (text: string, tag: string, value: number): boolean =>
  ordinals[tag.split('-')[0]!] === undefined ||
  saysOrdinal(text, tag, value) ||
  partsInEnglish[value]?.test(text) === true;
const partsInEnglish: Readonly<Record<number, RegExp>> = {
  3: /\bthirds\b/i,
  4: /\b(?:quarters?|fourths)\b/i,
  5: /\bfifths\b/i,
};

/** True where a text says so many as an ordinal: second, 2nd, every other. */
export const saysOrdinal = (text: string, tag: string, value: number): boolean =>
  ordinalsOf(tag.split('-')[0]!)[value - 1]?.test(text) === true ||
  (value === 2 && /\b(?:other|alternat\w*|twice)\b/i.test(text)) ||
  (text.match(ordinal.for(text)) ?? []).map(Number).includes(value);

/** What makes a number one: 1. Tag, 1er jour, 2.ª, 第1天, 1日目, 1번째, เข็มที่ 2, mũi 2. */
const behind = String.raw`\.(?= \p{L})|(?:er|re|ère|e|ème|de|st|nd|rd|th|-?[йяе]|-го|-[მქ]ე)(?!\p{L})|\.?[ºª°ηος]|日目|回目|番目|週目|針目|번째|일째|회차|차|[针劑剂針](?!\p{L}*分)`;
const before = String.raw`第|ที่ ?|ທີ ?|ទី ?|(?<!\p{L})(?:thứ|mũi|liều|lần|ngày|tuần|bước|ika-?|ya|wa|la|cha|№|nr\.?|no\.?) ?`;
const ordinal = new Lettered(String.raw`(?<=${before})\d{1,2}(?!\d)|(?<![\d.,])\d{1,2}(?=${behind})`, 'giu');
const isBehind = new Lettered(`^(?:${behind})`, 'iu');

/** A translation without the ordinals that its source has in words. */
export function withoutOrdinals(source: string, from: string, translated: string): string {
  const said = new Set(
    ordinalsOf(from.split('-')[0]!).flatMap((word, i) => (word.test(source) ? [i + 1] : [])),
  );
  return translated.replace(ordinal.for(translated), (number) => (said.has(Number(number)) ? ' ' : number));
}

/** 두 번째, 二回目; 五分之一, 3分の2 and 3분의 2 are no minutes, and 두 분 are two people. */
const notCounted = /^ ?(?:번째|일째|[日回番週目]目|分[之の]|분의)/;
const people = /^(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?분/;
/** ที่สอง, ទីពីរ, thứ hai. */
const isBefore = /(?:ที่ ?|ທີ ?|ទី ?|thứ )$/;

/** True for a number that counts nothing, and says which one it is: 2回目, 3-й день. */
export const isOrdinal = (
  read: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean =>
  notCounted.test(read.slice(end, end + 4)) ||
  people.test(read.slice(start, end + 2)) ||
  isBefore.test(read.slice(Math.max(0, start - 4), start)) ||
  (/\d$/.test(read.slice(start, end)) &&
    (read[start - 1] === '第' || isBehind.test(read.slice(end, end + 4))));
