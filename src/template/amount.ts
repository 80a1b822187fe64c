import { type Locale, languageOf } from '../locale/index.ts';
import { isText } from './text-ref.ts';

/**
 * Things of so few words that each has a page of its own: this many at most, of so many letters each. Of fewer than `least` a
 * page would be large and say nothing.
 */
const [mostThings, least, mostLetters] = [3, 40, 300];
/** Letters that one of theirs counts for, of scripts that write syllables and words. */
const weights: Readonly<Record<string, number>> = { Hans: 2.4, Hant: 2.4, Jpan: 2.2, Kore: 1.7 };

/** Whether a guide's sections, as a template sees them, say little: a layout answers that with large type, one thing a page. */
export function isFew(sections: readonly unknown[], locale: Locale): boolean {
  const weight = weights[languageOf(locale.tag).script] ?? 1;
  return (
    sections.length <= mostThings &&
    sections.every((section) => {
      const count = weight * letters(section, locale);
      return count >= least && count <= mostLetters;
    })
  );
}

function letters(value: unknown, locale: Locale): number {
  if (isText(value)) return locale.text(value.key).length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, each) => sum + letters(each, locale), 0);
}
