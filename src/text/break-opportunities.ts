import { Lettered } from '../letters/index.ts';
import { isControl, isInitiator } from './bidi.ts';
import { forbid, keepCompany } from './company.ts';
import { breakByDictionary, dictionaryWords } from './dictionary-breaks.ts';
import { isGraphemeBreak } from './grapheme.ts';
import { lineBreaks, MAY_BREAK, MUST_BREAK, NO_BREAK } from './line-break.ts';
import { phraseStarts } from './phrases.ts';
import { isHyphenPlace, SOFT_HYPHEN } from './soft-hyphen.ts';
import type { Paragraph } from './types.ts';

const BIDI_CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/**
 * Groups of digits with single spaces, dots, hyphens or parentheses between them, as telephone numbers are
 * written, and a word in capitals behind one (`1-800-662-HELP`).
 */
const DIGIT_GROUPS = new Lettered(
  String.raw`[+(]{0,2}\p{Nd}(?:(?:[ \u00a0.\u2010-\u2013-]|\)[ -]?|[ -]?\()?\p{Nd})+(?:[ -][A-Z]{3,}(?![\p{L}\p{M}]))?`,
  'gu',
);
const FEWEST_DIGITS = 6;

/** UAX #14 on the text without bidi controls, so that they are transparent: openers go with what follows them. */
function ruleBreaks(text: string, paragraph: Paragraph): Uint8Array {
  const resolution = {
    smallKana: paragraph.breaking.strictness === 'strict' ? ('NS' as const) : ('ID' as const),
    keepAll: paragraph.breaking.words === 'keep-all',
  };
  if (!BIDI_CONTROL.test(text)) return lineBreaks(text, resolution);
  const offsets: number[] = [];
  let kept = '';
  for (let i = 0; i < text.length; i++) {
    if (BIDI_CONTROL.test(text.charAt(i))) continue;
    offsets.push(i);
    kept += text.charAt(i);
  }
  const breaks = new Uint8Array(text.length + 1);
  const keptBreaks = lineBreaks(kept, resolution);
  for (let k = 1; k < kept.length; k++) {
    let at = offsets[k]!;
    while (at > 0 && isInitiator(text.charCodeAt(at - 1))) at--;
    breaks[at] = keptBreaks[k]!;
  }
  breaks[text.length] = MUST_BREAK;
  return breaks;
}

function wordStarts(text: string): ReadonlySet<number> {
  return new Set([...dictionaryWords(text)].map(({ index }) => index));
}

const WRITTEN_WITHOUT_SPACES = new Lettered(
  String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30fc]`,
  'u',
);

/** Names of offices and laws, places in a row: one that no line of a narrow column holds is divided anywhere, as it is without phrases. */
const LONG_PHRASE = new Lettered(
  String.raw`\p{sc=Han}{8}|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30fc]{14}`,
  'u',
);

/** `word-break: auto-phrase` (CSS Text 4): Japanese breaks between phrases, Chinese between words of the dictionary. */
function keepPhrases(language: string, text: string, start: number, end: number, breaks: Uint8Array): void {
  const phrases = /^ja\b/.test(language)
    ? phraseStarts
    : /^(?:zh|yue)\b/.test(language)
      ? wordStarts
      : undefined;
  if (phrases === undefined) return;
  const starts = phrases(text.slice(start, end));
  let phrase = start;
  for (let at = start + 1; at <= end; at++) {
    if (at < end && !starts.has(at - start) && WRITTEN_WITHOUT_SPACES.test(text[at]!)) continue;
    // What stands before a phrase, a space or a digit, is held by it too.
    const isLong = LONG_PHRASE.test(text.slice(phrase, at));
    for (let inner = phrase; inner < at; inner++)
      if (
        inner > start &&
        breaks[inner] === MAY_BREAK &&
        !starts.has(inner - start) &&
        WRITTEN_WITHOUT_SPACES.test(text[inner]!) &&
        !(isLong && inner > phrase)
      )
        breaks[inner] = NO_BREAK;
    phrase = at;
  }
}

/** UAX #14 §5.3 leaves it to tailoring: a mark behind a space, or a skin tone, stays with what it belongs to. */
function keepGraphemes(text: string, breaks: Uint8Array): void {
  for (let at = 1; at < text.length; at++)
    if (breaks[at] === MAY_BREAK && !isGraphemeBreak(text, at)) breaks[at] = NO_BREAK;
}

/** For each UTF-16 offset whether a line may or must break before it: UAX #14 tailored to paragraph and languages. */
export function breakOpportunities(paragraph: Paragraph): Uint8Array {
  const { text, spans } = paragraph;
  const breaks = ruleBreaks(text, paragraph);
  breakByDictionary(text, breaks);
  keepGraphemes(text, breaks);
  keepCompany(text, breaks, paragraph.breaking);
  for (const match of text.matchAll(DIGIT_GROUPS.for(text)))
    if (match[0].replace(/\P{Nd}/gu, '').length >= FEWEST_DIGITS)
      forbid(breaks, match.index, match.index + match[0].length);
  for (const { start, end, noWrap, language } of spans) {
    if (noWrap) forbid(breaks, start, end);
    else if (paragraph.breaking.words === 'auto-phrase') keepPhrases(language, text, start, end, breaks);
  }
  for (let at = text.indexOf(SOFT_HYPHEN); at >= 0; at = text.indexOf(SOFT_HYPHEN, at + 1))
    if (breaks[at + 1] === MAY_BREAK && !isHyphenPlace(paragraph, at)) breaks[at + 1] = NO_BREAK;
  return breaks;
}

/** White space that hangs at a line's end (CSS Text 3 §4.1.2), line separators among it; controls go with it. */
export function hangs(unit: number): boolean {
  return (
    unit === 0x20 ||
    unit === 0x09 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200b && unit !== 0x2007) ||
    unit === 0x205f ||
    unit === 0x3000 ||
    isControl(unit)
  );
}
