import { createRequire } from 'node:module';
import { SOFT_HYPHEN } from './soft-hyphen.ts';

/** TeX's patterns by language, as the package `hyphen` has them; of alphabets whose divided words show a hyphen. */
const patterns: Readonly<Record<string, string>> = {
  ...{ af: 'af', ca: 'ca', cs: 'cs', cy: 'cy', da: 'da', de: 'de-1996', el: 'el-monoton', en: 'en-us' },
  ...{
    'en-GB': 'en-gb',
    es: 'es',
    et: 'et',
    eu: 'eu',
    fi: 'fi',
    fr: 'fr',
    ga: 'ga',
    gl: 'gl',
    hr: 'hr',
    hu: 'hu',
  },
  ...{ hy: 'hy', id: 'id', is: 'is', it: 'it', ka: 'ka', lt: 'lt', lv: 'lv', nb: 'nb', nl: 'nl', nn: 'nn' },
  ...{ pl: 'pl', pt: 'pt', ro: 'ro', ru: 'ru', sk: 'sk', sl: 'sl', sq: 'sq', sv: 'sv', tr: 'tr', uk: 'uk' },
};

/** Shorter words are asked of no patterns. */
const fewest = 6;

type Hyphenate = (text: string) => string;
type Make = (
  patterns: unknown,
  options: { async: boolean; hyphenChar: string; minWordLength: number },
) => Hyphenate;

/** Loaded when a style asks for them: one a language. */
const known = new Map<string, Hyphenate | undefined>();
const load = createRequire(import.meta.url);

function hyphenatorOf(language: string): Hyphenate | undefined {
  const [primary, ...more] = language.split('-');
  const region = more.find((subtag) => subtag.length === 2);
  const name = patterns[`${primary}-${region ?? ''}`] ?? patterns[primary!];
  if (name === undefined) return undefined;
  if (!known.has(name)) {
    const make = load('hyphen') as Make;
    known.set(
      name,
      make(load(`hyphen/patterns/${name}.js`), {
        async: false,
        hyphenChar: SOFT_HYPHEN,
        minWordLength: fewest,
      }),
    );
  }
  return known.get(name);
}

const word = /^[\p{Ps}\p{Pi}\p{Po}]*(\p{L}[\p{L}\p{M}’']*)[\p{P}]*$/u;

/**
 * A text with soft hyphens where words of its language may be divided. Names in capitals, addresses, numbers, words with hyphens of
 * their own and languages without patterns stay as they are.
 * @param limits letters of a word, before a hyphen and after it, at least (CSS Text 4 `hyphenate-limit-chars`)
 */
export function hyphenated(
  text: string,
  language: string,
  [least, before, after]: readonly [word: number, before: number, after: number] = [6, 2, 3],
): string {
  return text.replace(/\S+/gu, (token) => {
    const letters = word.exec(token)?.[1];
    if (letters === undefined || letters.length < least || letters === letters.toUpperCase()) return token;
    const hyphenate = hyphenatorOf(language);
    if (hyphenate === undefined) return token;
    const start = token.indexOf(letters);
    const divided = hyphenate(letters)
      .split(SOFT_HYPHEN)
      .reduce((whole, part, i, parts) => {
        const left = parts.slice(i).join('').length;
        const isPlace = i > 0 && whole.replaceAll(SOFT_HYPHEN, '').length >= before && left >= after;
        return `${whole}${isPlace ? SOFT_HYPHEN : ''}${part}`;
      }, '');
    return `${token.slice(0, start)}${divided}${token.slice(start + letters.length)}`;
  });
}
