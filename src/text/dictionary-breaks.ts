import { extendsGrapheme } from './grapheme.ts';
import { MAY_BREAK, NO_BREAK } from './line-break.ts';
import { lineBreakClass } from './line-break-class.ts';

const WRITTEN_WITHOUT_SPACES =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf]/;

/** Signs that repeat or abbreviate the word before them: Thai ๆ and ฯ, Lao ໆ and ຯ, Khmer ៗ. */
const CLINGS = new Set([0x0e46, 0x0e2f, 0x0ec6, 0x0eaf, 0x17d7]);

/** A consonant of Burmese that ends the syllable before it: it carries an asat. */
const FINAL = /[\u1000-\u1021\u103f]\u1037?\u103a/y;
/** A consonant of Thai, Lao or Khmer. */
const CONSONANT = /^[\u0e01-\u0e2e\u0e81-\u0eae\u1780-\u17a2]$/;
/** What puts the next consonant under the one before: Burmese virama, Khmer coeng. */
const STACKS = new Set([0x1039, 0x17d2]);

/** Words that make another one of the word behind them: Thai, Lao, Khmer nominal prefixes, the Burmese negation. */
const PREFIXES = new Set('การ ความ ผู้ นัก ไม่ ການ ຄວາມ ຜູ້ ນັກ ບໍ່ ការ អ្នក សេចក្តី ភាព មិន မ'.split(' '));
/** Words that are said with the one before them: particles of Burmese, superlatives of Thai and Lao. */
const SUFFIXES = new Set('ကို မှာ က ရဲ့ နဲ့ ပါ တယ် ဖို့ ရင် တဲ့ များ ဟာ ပြီး ခြင်း မှု တွေ သူ စေ ที่สุด ທີ່ສຸດ'.split(' '));

/** ICU chooses the dictionary by script; a fixed locale keeps the process's own out of it. */
let segmenter: Intl.Segmenter | undefined;

/** Words of a text, by ICU: where each begins and what it is. */
export function dictionaryWords(
  text: string,
): Iterable<{ readonly index: number; readonly segment: string }> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  return segmenter.segment(text);
}

/** The dictionary divides words that it does not know, and then sometimes inside a syllable. */
function isInsideSyllable(text: string, at: number, word: string): boolean {
  FINAL.lastIndex = at;
  return FINAL.test(text) || CONSONANT.test(word) || STACKS.has(text.charCodeAt(at - 1));
}

/**
 * Class SA (UAX #14): a line may end between words of the dictionary, run by run; a long text at once is slow. The
 * dictionary's mistakes are mended by the rules of the scripts' syllables.
 */
export function breakByDictionary(text: string, breaks: Uint8Array): void {
  if (!WRITTEN_WITHOUT_SPACES.test(text)) return;
  const isComplex = (at: number) => at < text.length && lineBreakClass(text.charCodeAt(at)).name === 'SA';
  for (let start = 0; start < text.length; start++) {
    if (!isComplex(start)) continue;
    let end = start + 1;
    while (isComplex(end) || extendsGrapheme(text.charCodeAt(end))) end++;
    let before = '';
    for (const { index, segment } of dictionaryWords(text.slice(start, end))) {
      const at = start + index;
      const isBound = PREFIXES.has(before) || SUFFIXES.has(segment) || CLINGS.has(text.charCodeAt(at));
      before = segment;
      if (index === 0 || breaks[at] !== NO_BREAK || isBound) continue;
      if (!isInsideSyllable(text, at, segment)) breaks[at] = MAY_BREAK;
    }
    start = end - 1;
  }
}
