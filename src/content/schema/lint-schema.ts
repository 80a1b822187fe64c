import * as z from 'zod';
import { type WordingName, weights, wordingRules } from './wording.ts';

/** What the rules of language weigh, and the grades that sections keep to (Flesch–Kincaid). */
const weigh = (what: string) => z.enum(weights).describe(`How much it weighs that ${what}`).optional();
const grade = z.number().min(1).max(60).describe('A grade of Flesch and Kincaid').optional();
export const lint = z.strictObject({
  wording: weigh('a text has a word that stigmatizes'),
  ...(Object.fromEntries(
    Object.keys(wordingRules).map((name) => [name, weigh(`a text says “${name}” of people or what they do`)]),
  ) as Record<WordingName, ReturnType<typeof weigh>>),
  readingLevel: weigh('a section is hard to read'),
  readingGoal: grade,
  readingLimit: grade,
});
