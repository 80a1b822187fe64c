/** Characters of one text: a page of small print has three thousand. */
const longestText = 5000;
/** Characters without a space, of which writing without spaces (Thai, Chinese) is none: addresses have two hundred. */
const longestWord = 500;
/**
 * Marks in a row. Unicode's stream-safe format allows 30 (UAX #15 §13) and says that this is far beyond any language; the
 * deepest stacks of Tibetan and Burmese have nine.
 */
const mostMarks = 12;

const word = new RegExp(`[\\p{N}\\p{P}\\p{S}A-Za-z]{${longestWord + 1}}`, 'u');
const marks = new RegExp(`(.)\\p{M}{${mostMarks + 1},}`, 'su');

/** What no real writing is, as the end of a sentence ("The text …"): undefined where it may be one. */
export function writingFault(text: string): string | undefined {
  if (text.length > longestText) return `has ${text.length} characters; a text may have ${longestText}`;
  if (!text.isWellFormed()) return 'holds half a character (a surrogate without its other)';
  const stack = marks.exec(text);
  if (stack !== null)
    return `has ${[...stack[0]].length - 1} marks on one letter, "${stack[1]}"; a letter may have ${mostMarks}`;
  const long = word.exec(text);
  if (long !== null)
    return `has more than ${longestWord} characters without a space, from "${long[0].slice(0, 20)}" on`;
  return undefined;
}
