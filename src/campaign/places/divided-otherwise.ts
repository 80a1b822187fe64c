import { type Problem, problem } from '../../diagnostics/index.ts';

/** Signs that people divide a line by; the last ones as keyboards of Chinese and Arabic have them. */
const signs = [',', ';', '\t', '|', '，', '；', '،', '؛'];
const named = (sign: string) => (sign === '\t' ? 'a tab' : `"${sign}"`);

/** Who says by which sign a file is divided; nobody: its first line shows it. */
export type Divider = { readonly sign: string; readonly by: 'campaign' | 'line' | 'nobody' };

/**
 * What is said of a CSV file that makes no sense as it is divided: its first line, or the one below, seems to be divided by another
 * sign. That alone is no fault: a name may have commas in it.
 */
export function dividedOtherwise(
  text: string,
  file: string,
  before: number,
  divider: Divider,
): Problem | undefined {
  const lines = text
    .split('\n', 50)
    .flatMap((line, i) => (line.trim() === '' ? [] : [{ line, number: before + i + 1 }]));
  const [first, second] = lines;
  if (first === undefined) return undefined;
  const sign = otherSign(first.line, divider.sign);
  const isRead = (each: string) => each === ',' || each === ';' || each === '\t';
  if (sign !== undefined) {
    const anew = 'save it anew as CSV UTF-8';
    const hint = {
      campaign: `Is that right, take separator: out of places${isRead(sign) ? '' : `, and ${anew}`}.`,
      line: `The line "sep=${divider.sign}" above it says so: ${isRead(sign) ? 'take it out' : anew}.`,
      nobody: `A comma, a semicolon or a tab divides: ${anew}${sign.length === 1 && sign < '\x80' ? `, or write the line sep=${sign} above the first` : ''}.`,
    }[divider.by];
    return problem(
      'SHEET_COLUMN',
      `The first row is one cell: it is divided by ${named(sign)}, and read as divided by ${named(divider.sign)}.`,
      { file, line: first.number },
      hint,
    );
  }
  const below = second === undefined ? undefined : otherSign(second.line, divider.sign);
  if (below === undefined) return undefined;
  return problem(
    'SHEET_RAGGED',
    `The rows are divided by ${named(below)}, and the names of the columns by ${named(divider.sign)}.`,
    { file, line: second!.number },
    'One sign divides all lines: save it anew as CSV UTF-8.',
  );
}

/** The sign that divides a line most often, outside of quotes; undefined: the given one does, or none. */
export function otherSign(line: string, given?: string): string | undefined {
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const count = (sign: string) => bare.split(sign).length - 1;
  if (given !== undefined && count(given) > 0) return undefined;
  const most = signs.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  return count(most) > 0 ? most : undefined;
}
