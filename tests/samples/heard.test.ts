import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What is heard of the shipped guide, line by line; samples.test.ts holds the files to it. */
const heard = (product: string, locale: string) =>
  readFileSync(join(import.meta.dirname, `golden/${product}.${locale}.heard.txt`), 'utf8').split('\n');
/** Words of the file, without the screen reader's own. */
const wordsOf = (lines: readonly string[]) =>
  lines
    .filter((line) => !/^(?:page |list with |out of )/.test(line))
    .join(' ')
    .replace(/\bheading level [1-6] |\b(?:link|graphic) /g, '')
    .split(/\s+/);
const isHeading = (line: string) => /^heading level [1-6] /.test(line);

describe.each(['en', 'ar'])('what is heard in %s', (locale) => {
  it('says the number and 911 within the first fifty words of a poster', () => {
    const first = wordsOf(heard('poster', locale)).slice(0, 50).join(' ');
    expect(first).toMatch(/\b800-315-1376\b/);
    expect(first).toMatch(/\b911\b/);
  });

  it.each(['pamphlet-trifold', 'poster', 'handout'])(
    'of a %s leads by headings to 911 and to the number',
    (product) => {
      const lines = heard(product, locale);
      expect(lines.some((line) => isHeading(line) && /\blink 911\b/.test(line))).toBe(true);
      // What is said from a heading to the next one, without what comes before the first.
      const parts = lines
        .join('\n')
        .split(/^(?=heading level)/m)
        .slice(1);
      expect(parts.some((part) => part.includes('link 800-315-1376'))).toBe(true);
    },
  );

  it.each(['pamphlet-trifold', 'poster', 'handout'])('of a %s skips no level of headings', (product) => {
    const levels = heard(product, locale).flatMap((line) => /^heading level ([1-6])/.exec(line)?.[1] ?? []);
    expect(levels[0]).toBe('1');
    for (const [i, level] of levels.entries())
      expect(Number(level)).toBeLessThanOrEqual(Number(levels[i - 1] ?? 0) + 1);
  });
});
