/** What to do where // stands for a comment, as in Sass. */
export const lineCommentHint = (text: string): string | undefined =>
  /(?:^|[^:])\/\//.test(text) ? 'A comment stands between /* and */.' : undefined;

/**
 * What to do where a style sheet does not parse, as far as it shows: ways of writing that browsers or other languages have.
 * @param offset where the parser stopped
 * @param inRule what is said of a rule within a rule
 */
export function syntaxHint(css: string, offset: number, inRule: string): string | undefined {
  const start = Math.max(...['{', '}', ';'].map((sign) => css.lastIndexOf(sign, offset - 1))) + 1;
  const length = css.slice(offset).search(/[{};]/);
  const end = length < 0 ? css.length : offset + length;
  const statement = css.slice(start, end);
  const line = css.slice(css.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0]!;
  const commented = lineCommentHint(line);
  if (commented !== undefined) return commented;
  if (/<\/?style\b/i.test(statement))
    return 'The file is a style sheet by itself: leave <style> and </style> out.';
  if (/(?:^|[\s:,(])[$@](?!media|page)[\w-]+/.test(statement))
    return 'A value gets a name by --name: value in :root, and is used by var(--name). Of Sass or Less give the CSS that it makes.';
  return css[end] === '{' && isInRule(css, start) ? inRule : undefined;
}

/** Whether the innermost block around a place is that of a rule, and not of an @media. */
function isInRule(css: string, offset: number): boolean {
  let depth = 0;
  for (let i = offset - 1; i >= 0; i--) {
    if (css[i] === '}') depth++;
    else if (css[i] === '{' && depth-- === 0) {
      const from = Math.max(...['{', '}', ';', '*/'].map((sign) => css.lastIndexOf(sign, i - 1)));
      return !/^(?:\/|[{};\s])*@/.test(css.slice(from + 1, i));
    }
  }
  return false;
}
