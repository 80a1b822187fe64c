import { inlineNodes, isBlank, parseInline } from '../content/index.ts';
import { PressError, type Problem, problem, suggest } from '../diagnostics/index.ts';
import { faultOfText, faultOfWord, sameLanguage, wordsLanguage } from '../locale/index.ts';
import { sameTag } from './locales.ts';
import { type Entry, keyFinder, type Returned } from './returned.ts';
import type { Exchange, Unit } from './unit.ts';

/** Looking for the nearest name takes long: a file of unknown keys gets a plain hint. */
const mostHints = 50;

/** Everything that is wrong with a file that came back, held to what is there now. */
export function checkReturned(returned: Returned, present: Exchange): Problem[] {
  const { file, entries, text } = returned;
  const units = new Map(present.units.map((unit) => [unit.key, unit]));
  const locale = present.targetLanguage;
  const lines = text.split('\n');
  const lineOf = keyFinder(text);
  const place = (key: string) => {
    const line = lineOf(key);
    const source = line === undefined ? undefined : lines[line - 1];
    return { file, key, locale, ...(line === undefined ? {} : { line, source: source ?? '' }) };
  };
  const problems = checkLanguage(returned, locale);
  const seen = new Set<string>();
  let unknown = 0;
  for (const entry of entries) {
    const { key } = entry;
    if (seen.has(key))
      problems.push(
        problem(
          'TRANSLATION_FILE_INVALID',
          `"${key}" is there twice.`,
          place(key),
          'Keep the one that is right.',
        ),
      );
    seen.add(key);
    const unit = units.get(key);
    if (unit === undefined)
      problems.push(
        problem(
          'TRANSLATION_UNKNOWN',
          `"${key}" is not a text of the guide or a word of the products.`,
          place(key),
          unknown++ < mostHints ? suggest(key, [...units.keys()]) : 'Leave the keys as they were exported.',
        ),
      );
    else problems.push(...checkEntry(unit, entry, place(key), present));
  }
  for (const unit of present.units)
    if (!seen.has(unit.key) && !(unit.optional && unit.target === ''))
      problems.push(
        problem(
          'TRANSLATION_MISSING',
          `"${unit.key}" is not in the file.`,
          { file, key: unit.key, locale },
          'Export anew, and keep every row or unit.',
        ),
      );
  return problems;
}

function checkLanguage({ file, language }: Returned, locale: string): Problem[] {
  if (language !== undefined && sameTag(language, locale)) return [];
  return [
    problem(
      'TRANSLATION_LANGUAGE',
      language === undefined
        ? 'The file does not say which language it is translated into.'
        : `The file is translated into ${language}, not into ${locale}.`,
      { file, locale },
      language === undefined
        ? 'Keep what the export says of languages.'
        : `Import it with --locale ${language}.`,
    ),
  ];
}

function checkEntry(
  unit: Unit,
  { source, target, marked }: Entry,
  place: Problem['place'],
  { sourceLanguage, targetLanguage, numbers }: Exchange,
): Problem[] {
  const { key } = unit;
  const problems: Problem[] = [];
  if (source !== unit.source)
    problems.push(
      problem(
        'TRANSLATION_STALE',
        `"${key}" was translated from an older source, or its source was edited.`,
        place,
        `The source is now: ${unit.source.slice(0, 100)}`,
      ),
    );
  if (isBlank(target)) {
    if (!unit.optional || target !== '')
      problems.push(
        problem(
          'TRANSLATION_MISSING',
          `"${key}" is not translated.`,
          place,
          `Translate: ${unit.source.slice(0, 80)}`,
        ),
      );
    return problems;
  }
  if (needsWork(unit, target, marked))
    problems.push(
      problem(
        'TRANSLATION_STALE',
        unit.state === 'stale'
          ? `"${key}" is still marked as made from an older source, and was not changed.`
          : unit.state === 'offered'
            ? `"${key}" is still as it was offered, and nobody said that it fits here.`
            : `"${key}" is marked as not finished.`,
        place,
        'Translate it anew; where it still holds, take the mark off (fuzzy, needs-…, stale, offered).',
      ),
    );
  const fault =
    (key.startsWith('press:')
      ? faultOfWord(unit.source, wordsLanguage, target, targetLanguage, numbers)
      : faultOfText(unit.source, sourceLanguage, target, targetLanguage, numbers, key)) ??
    lostLanguage(unit.source, target, sourceLanguage, targetLanguage);
  if (fault !== undefined)
    problems.push(
      problem(
        'TRANSLATION_BROKEN',
        `"${key}" ${fault}.`,
        place,
        `The source is: ${unit.source.slice(0, 100)}`,
      ),
    );
  return problems;
}

/**
 * A tool says of a text that it is not finished. The mark that we set ourselves counts while the text is as we sent it:
 * not every tool takes it off. Where the mark that we set is gone without a word, nobody looked at the text.
 */
function needsWork(unit: Unit, target: string, marked: boolean | undefined): boolean {
  const isOurs = unit.state !== 'translated' && unit.state !== 'reviewed';
  if (target !== unit.target) return marked === true && !isOurs;
  const isAsked = unit.state === 'stale' || unit.state === 'offered';
  return marked === true || (marked === undefined && isAsked);
}

/**
 * A phrase that was marked with its language must stay so, but where that is the language of the translation. One in
 * another language than the source's may be one in a third.
 */
function lostLanguage(source: string, target: string, from: string, to: string): string | undefined {
  const kept = languagesIn(target);
  const lost = languagesIn(source).filter((tag) => {
    if (sameLanguage(tag, to)) return false;
    const isLess = count(kept, tag) < count(languagesIn(source), tag);
    return isLess && (sameLanguage(tag, from) || kept.length < languagesIn(source).length);
  });
  return lost.length === 0 ? undefined : `lost the mark of words in another language: [ ](lang:${lost[0]})`;
}

function languagesIn(text: string): string[] {
  try {
    return [...inlineNodes(parseInline(text))].flatMap((node) =>
      node.kind === 'language' ? [node.tag] : [],
    );
  } catch (error) {
    if (error instanceof PressError) return [];
    throw error;
  }
}

const count = (tags: readonly string[], tag: string) => tags.filter((other) => other === tag).length;
