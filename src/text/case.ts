import type { SaidAs } from './types.ts';

/** How letters are set (CSS Text 3 §2.1). */
export type CaseChange = 'uppercase' | 'lowercase' | 'capitalize';

/** A text in another case: what is set, and where that stands for something else, in order. */
export interface Recased {
  readonly text: string;
  readonly said: readonly SaidAs[];
}

/** Letters with their marks, and what stands within a word without ending it. */
const words = /[\p{L}\p{M}](?:[\p{L}\p{M}\u00ad\u200c\u200d]|['’](?=\p{L}))*/gu;
let graphemes: Intl.Segmenter | undefined;
/** Words that are read as digits where digits are looked for. */
const digitLike = /^[IlOo]{3,}$/;
/** Two letters in one, of which only the first is large at the beginning of a word (Unicode: Lt). */
const titled: Readonly<Record<string, string>> = {
  ...{ ǆ: 'ǅ', Ǆ: 'ǅ', ǉ: 'ǈ', Ǉ: 'ǈ', ǌ: 'ǋ', Ǌ: 'ǋ', ǳ: 'ǲ', Ǳ: 'ǲ' },
  ß: 'Ss',
};

/** A letter with its marks, and what it is set as. */
type Part = readonly [letter: string, shown: string];

/**
 * A text with its letters in another case, as its language has them (Unicode SpecialCasing and CLDR: Turkish and Azeri i, Greek
 * without its accents, ß as SS, Dutch ij). A word that touches a digit keeps its letters, for they may stand for digits
 * (1-800-HELP), and so does one that would look like digits.
 * @param language BCP 47 tag
 * @param goesOn the text before it ends within a word
 */
export function recased(text: string, change: CaseChange, language: string, goesOn = false): Recased {
  let out = '';
  const said: SaidAs[] = [];
  for (const token of text.split(/(\s+)/u)) {
    const isFirst = out === '';
    let at = 0;
    for (const { 0: word, index } of /\p{N}/u.test(token) ? [] : token.matchAll(words)) {
      out += token.slice(at, index);
      at = index + word.length;
      for (const [letter, shown] of partsOf(word, change, language, goesOn && isFirst && index === 0)) {
        if (letter !== shown) said.push({ start: out.length, end: out.length + shown.length, text: letter });
        out += shown;
      }
    }
    out += token.slice(at);
  }
  return { text: out, said };
}

/** A word letter by letter; as a whole where it cannot be told what each has become. */
function partsOf(word: string, change: CaseChange, language: string, goesOn: boolean): readonly Part[] {
  const letters = graphemesOf(word);
  const asItIs = letters.map((letter): Part => [letter, letter]);
  if (change === 'capitalize') return goesOn ? asItIs : capitalized(letters, language);
  const recase = (text: string) =>
    change === 'uppercase' ? text.toLocaleUpperCase(language) : text.toLocaleLowerCase(language);
  const changed = recase(word);
  if (digitLike.test(changed) && !digitLike.test(word)) return asItIs;
  // What a letter becomes depends on those around it (final sigma), how many it becomes does not (ß).
  const shown = graphemesOf(changed);
  const counts = letters.map((letter) => graphemesOf(recase(letter)).length);
  if (counts.reduce((sum, count) => sum + count, 0) !== shown.length) return [[word, changed]];
  let at = 0;
  return letters.map((letter, i): Part => {
    const from = at;
    at += counts[i]!;
    return [letter, shown.slice(from, at).join('')];
  });
}

function capitalized(letters: readonly string[], language: string): readonly Part[] {
  const isDutch = /^nl(?:-|$)/i.test(language) && /^ij/i.test(letters.slice(0, 2).join(''));
  return letters.map((letter, i): Part => {
    if (i > 0 && !(isDutch && i === 1)) return [letter, letter];
    return [letter, titled[letter] ?? letter.toLocaleUpperCase(language)];
  });
}

function graphemesOf(text: string): string[] {
  graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}
