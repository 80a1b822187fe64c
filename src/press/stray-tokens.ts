import { nearest, type Problem, problem } from '../diagnostics/index.ts';
import type { MatchedStyles, StyleSheet } from '../style/index.ts';

const asked = /var\(\s*(--[\w-]+)/g;
const digitsOf = (name: string): string => name.replace(/\D/g, '');

/**
 * What a theme sets that no page reads and that is all but called like a token: it would be taken without a word, and the
 * pages would be as if it were not there. A theme may have properties of its own, for own products: a name that differs in its
 * digits, whose value is of another kind, or that stands beside the token itself, is one of those.
 * @param colors tokens that are colours
 * @param words tokens that are words
 * @param pages the text of the sheets that it is used with
 */
export function strayTokens(
  sheet: StyleSheet,
  { custom, color }: Pick<MatchedStyles, 'custom' | 'color'>,
  { colors, words }: { readonly colors: readonly string[]; readonly words: readonly string[] },
  pages: readonly string[],
): Problem[] {
  const known = new Set([...colors, ...words]);
  const read = new Set(pages.flatMap((text) => [...text.matchAll(asked)].map(([, name]) => name!)));
  const set = sheet.rules.flatMap(({ declarations }) => declarations);
  const said = new Set(set.map(({ property }) => property));
  const strays = new Map(
    set.flatMap(({ property, place }) =>
      property.startsWith('--') && !known.has(property) && !read.has(property) ? [[property, place]] : [],
    ),
  );
  return [...strays].flatMap(([name, place]) => {
    const alike = custom(name) !== undefined && color(name) === undefined ? words : colors;
    const meant = nearest(
      name.slice(2),
      alike
        .filter((token) => !said.has(token) && digitsOf(token) === digitsOf(name))
        .map((token) => token.slice(2)),
    );
    if (meant === undefined) return [];
    return [
      problem(
        'THEME_INVALID',
        `A theme says nothing by ${name}, and no rule reads it.`,
        place,
        `Did you mean "--${meant}"? A property of your own is read by var(${name}) in a rule.`,
      ),
    ];
  });
}
