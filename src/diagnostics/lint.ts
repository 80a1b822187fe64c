import type { Problem, Severity } from './problem.ts';

/** Codes that printing tells as warnings: what a project may ask to be errors. All others are errors as it is. */
export const warningCodes = [
  'CONTENT_UNUSED',
  'EMERGENCY_MISSING',
  'FLOOR_RAISED',
  'HELPLINE_ABROAD',
  'IMAGE_TOO_COARSE',
  'PAGE_SPARSE',
  'READING_LEVEL',
  'SCENE_APART',
  'TRANSLATION_BORROWED',
  'TRANSLATION_DRAFT',
  'WORDING',
] as const satisfies readonly Problem['code'][];

/** How much warnings weigh, by code; `all` is for those that are not named. */
export type Lint = { readonly [code in (typeof warningCodes)[number] | 'all']?: Severity | undefined };

/** Problems with the severity that they are given. No error becomes less. */
export function weighed(problems: readonly Problem[], lint: Lint): Problem[] {
  const isError = ({ code }: Problem) =>
    (warningCodes as readonly string[]).includes(code) &&
    ((lint as Readonly<Record<string, Severity | undefined>>)[code] ?? lint.all) === 'error';
  return problems.map((each) => (isError(each) ? { ...each, severity: 'error' } : each));
}
