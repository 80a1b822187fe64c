import { Lettered } from '../../letters/index.ts';
import { remembered } from '../inline/remembered.ts';
import {
  articles,
  hundredJoiner,
  hundredWords,
  repeaters,
  scores,
  tenJoiners,
} from '../words/number-words.ts';
import { compoundNumber } from './compound-numbers.ts';
import { type Span, spanOf } from './marks.ts';
import { digitsOf } from './runs.ts';
import { type SpokenNumber, spokenForm, spokenNumbers } from './spoken-digits.ts';

/** A word or group of digits that is a part of a number. */
export interface Part extends Span {
  readonly digits: string;
  readonly kind: SpokenNumber['kind'] | 'article' | 'digits';
}

/** Parts that are read one after the other, at least one of them a word. */
export interface SpokenRun extends Span {
  /** Without articles at its ends: they count one thing, but for whoever is asked to dial. */
  readonly parts: readonly Part[];
  readonly withArticles: readonly Part[];
  /** The ways in which they can be read: eight hundred three is 8003 or 803. */
  readonly readings: readonly string[];
  /** All its parts one after the other: fifty eight oh eight is 50808 too. */
  readonly apart: string;
}

/** Words are the same in many texts. */
const formOf = remembered(spokenForm);

const words: ReadonlySet<string> = new Set([...spokenNumbers.keys(), ...hundredWords, ...repeaters.keys()]);

/** Words, with the apostrophes in them, and digits. */
const pieces = new Lettered(String.raw`[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*|\d+`, 'gu');

/** True when a text has a word that may be a part of a number. */
export const holdsSpokenWords = remembered(
  (text) => text.match(pieces.for(text))?.some(isSpokenWord) ?? false,
);

const isSpokenWord = remembered((written): boolean => {
  const word = formOf(written);
  return !isOr(written) && (words.has(word) || compoundNumber(word) !== undefined);
});

/** What may stand between the parts of a number; a full stop before a space ends a sentence. */
const joins = /^(?:[-()/·,:]| (?! *$)|\.(?! )| )*$/;
const widest = 4;

/** Numbers in words, each as the run of its parts. */
export const spokenRuns = remembered((text): readonly SpokenRun[] => {
  const runs: SpokenRun[] = [];
  let run: Part[] = [];
  let end = -1;
  /** Of a word that says the next digit more than once, and where it begins. */
  let [times, first] = [1, -1];
  const close = () => {
    runs.push(...runOf(run));
    [run, times] = [[], 1];
  };
  for (const { 0: written, index } of text.matchAll(pieces.for(text))) {
    const gap = text.slice(end, index);
    if (run.length > 0 && !(gap.length <= widest && joins.test(gap))) close();
    const word = formOf(written);
    end = index + written.length;
    const last = run.at(-1);
    const known = partOf(written, word);
    // “um dos oito”: one of the eight.
    if (word === 'dos' && last?.kind === 'article') close();
    else if (scores.has(word) && last?.digits === '4')
      run[run.length - 1] = { ...last, end, digits: '80', kind: 'ten' };
    else if (hundredWords.has(word) && last?.kind === 'unit') run[run.length - 1] = hundredsOf(last, end);
    else if (known !== undefined) {
      const repeated = known.kind === 'unit' ? times : 1;
      run.push({
        start: repeated > 1 ? first : index,
        end,
        kind: known.kind,
        digits: known.digits.repeat(repeated),
      });
      times = 1;
    } else if (repeaters.has(word)) {
      times = repeaters.get(word)!;
      first = index;
    } else if (hundredWords.has(word) && last !== undefined) run[run.length - 1] = hundredsOf(last, end);
    else if (!joinsParts(word, last?.kind)) close();
  }
  close();
  return runs;
});

const hundredsOf = (part: Part, end: number): Part => ({
  ...part,
  end,
  digits: `${part.digits}00`,
  kind: 'hundred',
});

/** “Or” in Romanian: Vietnamese's six (sáu) is no word without its accent. */
const isOr = (written: string) => written.toLowerCase() === 'sau';

function partOf(written: string, word: string): Pick<Part, 'kind' | 'digits'> | undefined {
  if (isOr(written)) return undefined;
  if (/^\d/.test(written)) return { kind: 'digits', digits: written };
  if (articles.has(word)) return { kind: 'article', digits: '1' };
  const compound = spokenNumbers.has(word) ? undefined : compoundNumber(word);
  return compound === undefined ? spokenNumbers.get(word) : { kind: 'teen', digits: String(compound) };
}

const joinsParts = (word: string, last: Part['kind'] | undefined) =>
  (tenJoiners.has(word) && (last === 'ten' || last === 'hundred')) ||
  (word === hundredJoiner && last === 'hundred');

/** Parts as a run, where one of them is a word for a number. */
function runOf(withArticles: readonly Part[]): SpokenRun[] {
  const isArticle = ({ kind }: Part) => kind === 'article';
  const from = withArticles.findIndex((part) => !isArticle(part));
  const to = withArticles.findLastIndex((part) => !isArticle(part));
  const parts = withArticles.slice(from, to + 1);
  if (from < 0 || !withArticles.some(({ kind }) => kind !== 'digits')) return [];
  if (parts.every(({ kind }) => kind === 'digits')) return [];
  const all = [parts, withArticles];
  return [
    {
      ...spanOf(parts),
      parts,
      withArticles,
      readings: [...new Set(all.flatMap((each) => [joined(each, false), joined(each, true)]))],
      apart: digitsOf(parts),
    },
  ];
}

/** Digits of parts: a unit is the last digit of the ten before it, and, `added`, the last digits of a hundred. */
function joined(parts: readonly Part[], added: boolean): string {
  let digits = '';
  let before: Part['kind'] | undefined;
  for (const part of parts) {
    // Soixante-douze, quatre-vingt-dix.
    const isScore = before === 'ten' && /[68]0$/.test(digits) && /^1\d$/.test(part.digits);
    const room =
      before === 'ten' && (part.kind === 'unit' || part.kind === 'article')
        ? 1
        : added && before === 'hundred' && part.kind !== 'digits'
          ? 2
          : 0;
    if (isScore) digits = `${digits.slice(0, -2)}${Number(digits.slice(-2)) + Number(part.digits)}`;
    else if (room > 0 && part.digits.length <= room)
      digits = digits.slice(0, digits.length - part.digits.length) + part.digits;
    else digits += part.digits;
    before = part.kind;
  }
  return digits;
}
