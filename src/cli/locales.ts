import { PressError, type Problem, problem } from '../diagnostics/index.ts';
import { askedLocale } from '../locale/index.ts';

/**
 * The locales of each piece: `en+es` is one piece in two languages.
 * @throws PressError USAGE: all locales that there are not; a piece in more than two languages, or in one twice
 */
export function choosePieces(value: string): string[][] {
  // All that are wrong, at once.
  chooseLocales(value.replaceAll('+', ','));
  const names = value.split(',').filter((name) => name.trim() !== '');
  const pieces = names.map((name) => {
    const tags = name.split('+').flatMap(chooseLocales);
    if (tags.length <= 2 && new Set(tags).size === tags.length) return tags;
    throw new PressError([
      problem('USAGE', `"${name.trim()}" is no piece in two languages.`, {}, 'Name two: --locale en+es.'),
    ]);
  });
  return [...new Map(pieces.map((piece) => [piece.join('+'), piece])).values()];
}

/** The locales that `es,zh-TW,Russian` asks for, by the names that the table has for them. @throws PressError USAGE: all that there are not */
export function chooseLocales(value: string): string[] {
  const names = value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const problems: Problem[] = [];
  const tags = (names.length === 0 ? [value] : names).flatMap((name) => {
    const asked = askedLocale(name);
    if (asked.tag !== undefined) return [asked.tag];
    problems.push(problem('USAGE', `There is no locale "${name}".`, {}, asked.hint));
    return [];
  });
  if (problems.length > 0) throw new PressError(problems);
  return [...new Set(tags)];
}
