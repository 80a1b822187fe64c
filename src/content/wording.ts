import { type Place, type Problem, problem, warning } from '../diagnostics/index.ts';

interface WordingRule {
  readonly pattern: RegExp;
  readonly instead: string;
  readonly severity: 'error' | 'warning';
}

/** Words that stigmatize, with what to say instead. English. */
const rules: readonly WordingRule[] = [
  { pattern: /\b(?:former |ex-)addicts?\b/i, instead: 'person in recovery', severity: 'error' },
  { pattern: /\baddicts?\b/i, instead: 'person with a substance use disorder', severity: 'error' },
  {
    pattern: /\b(?:drug |substance )?abusers?\b/i,
    instead: 'person with a substance use disorder',
    severity: 'error',
  },
  { pattern: /\bjunk(?:ie|y)s?\b/i, instead: 'person who uses drugs', severity: 'error' },
  { pattern: /\b(?:drug|substance|alcohol|opioid) abuse\b/i, instead: 'use', severity: 'error' },
  { pattern: /\bhabit\b/i, instead: 'use disorder', severity: 'warning' },
  {
    pattern: /\b(?:get|got|stay|stayed|being|be|is|are) clean\b/i,
    instead: 'in recovery, not using',
    severity: 'error',
  },
  {
    pattern: /\b(?:clean|dirty) (?:test|urine|sample)\b/i,
    instead: 'negative or positive',
    severity: 'error',
  },
  { pattern: /\b(?:get|got|getting|gets) high\b/i, instead: 'intoxicated', severity: 'warning' },
];

/** Words of the list that a text uses. */
export function checkWording(text: string, place: Place): Problem[] {
  return rules.flatMap(({ pattern, instead, severity }) => {
    const found = pattern.exec(text);
    if (found === null) return [];
    const make = severity === 'error' ? problem : warning;
    return [make('WORDING', `"${found[0]}" is a word that stigmatizes.`, place, `Say "${instead}".`)];
  });
}
