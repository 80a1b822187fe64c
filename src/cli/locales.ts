import { PressError, type Problem, problem } from '../diagnostics/index.ts';
import { askedLocale } from '../locale/index.ts';

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
