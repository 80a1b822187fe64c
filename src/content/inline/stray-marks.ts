import { Lettered } from '../../letters/index.ts';
import { unparted } from './markdown.ts';

/** What of a token of Markdown is looked at. */
interface Token {
  readonly type: string;
  readonly content: string;
  readonly markup: string;
}

/** What looks like a mark and is none, and what to write instead. */
export type Stray = readonly [what: string, hint: string];

const escapeIt = 'Close the mark, or write \\ before a sign that is to be printed: \\*.';
const escapes =
  'YAML knows \\u00a0 and \\n within double quotes alone: put the text in double quotes, or type the sign itself. A \\ that is to be printed is \\\\.';
const word = new Lettered(String.raw`[\p{L}\p{M}\p{N}]`, 'u');
const digit = /\p{N}/u;

/**
 * What a text would print as it is typed although whoever wrote it meant a mark: marks that nothing closes, links in
 * pieces, marks of other kinds. Escaped signs stand in tokens of their own.
 */
export function strayMarks(source: string, tokens: readonly Token[]): Stray[] {
  const found: Stray[] = [];
  const texts = tokens.flatMap(({ type, content }, i) =>
    type === 'text' && tokens[i - 1]?.markup !== 'autolink' ? [{ content, i }] : [],
  );
  for (const { content, i } of texts) {
    const [before, after] = [edgeOf(tokens[i - 1]), edgeOf(tokens[i + 1])];
    if (!mayBeStray.test(content)) continue;
    for (const { 0: run, index } of content.matchAll(/\*+|_+/g)) {
      const left = content[index - 1] ?? before;
      const right = content[index + run.length] ?? after;
      const isSign =
        (/\s/.test(left) && /\s/.test(right)) ||
        (run.startsWith('_') && ((word.test(left) && word.test(right)) || run.length > 2));
      if (!isSign) found.push([`"${run}" marks nothing: it would be printed as it is typed.`, escapeIt]);
    }
    for (const [pattern, hint] of others) {
      const piece = pattern.exec(content)?.[0];
      if (piece !== undefined) found.push([`"${piece}" looks like a mark and is none.`, hint]);
    }
  }
  for (const [i, { type, content }] of tokens.entries())
    if (type === 'text_special' && /^\\[A-Za-z0-9]$/.test(content)) {
      const code = /^(?:[0-9A-Fa-f]{2,4}|\{[0-9A-Fa-f]+\})/.exec(tokens[i + 1]?.content ?? '')?.[0] ?? '';
      found.push([`"${content}${code}" would be printed as it is typed.`, escapes]);
    }
  const line = /^[ \t]*(?:[*>]|#{1,6})[ \t]+(?=\S)/m.exec(source)?.[0] ?? dashes(source);
  if (line !== undefined)
    found.push([
      `"${line.trim()}" at the start of a line looks like a list, a heading or a quotation, and is none.`,
      'Use a block of that kind; or write \\ before it.',
    ]);
  return found;
}

/** What stands for a token beside a text: a space at the text's end and at a line's. */
function edgeOf(token: Token | undefined): string {
  return token === undefined || token.type.endsWith('break') ? ' ' : 'x';
}

/** Lines of a list: two at least, as one may begin with a dash for itself. */
function dashes(source: string): string | undefined {
  const lines = source.match(/^[ \t]*[-+][ \t]+(?=\S)/gm) ?? [];
  return lines.length > 1 ? lines[0] : undefined;
}

/** One of these is in each of {@link others}, and in marks that nothing closes. */
export const mayBeStray = /[*_\]］:＊＿~`$]/;

const linkHint =
  'Write [words](address), without spaces in the address, or <helpline:main>; escape what is to be printed.';
export const others: readonly (readonly [RegExp, string])[] = [
  [/\]\(/, linkHint],
  [/(?:[\]］][ \u3000][(（]|］[(（]|\]（)(?=(?:https?|mailto|tel|sms|lang|helpline):)/i, linkHint],
  [/<?\b(?:lang|helpline):\s?[A-Za-z]+/i, linkHint],
  [/[＊＿]{2,}/u, 'Write marks with ASCII letters: **strong**.'],
  [/~~/, 'Texts have **strong** and *emphasis*, and no other marks of that kind.'],
  [/`/, 'Write an apostrophe as ’; escape what is to be printed.'],
  [/\$t\(/, 'A text takes no other texts: write the words themselves.'],
];

/**
 * Emphasis that is taken out of a number or a formula: 5*4*3 would read 543. A mark with a digit on its outer side, and
 * a letter or digit within; or one in the middle of a word that holds digits. In scripts that do not part words by
 * spaces a mark stands beside letters.
 */
export function marksInNumbers(tokens: readonly Token[]): Stray[] {
  const open: boolean[] = [];
  const found: Stray[] = [];
  const refuse = (i: number) => {
    const piece = [i - 1, i, i + 1].map((at) => markOf(tokens[at])).join('');
    found.push([
      `The mark in "${piece}" joins what it stands between.`,
      'Write \\* for a sign that is to be printed, × for “times”; or leave a space beside the mark.',
    ]);
  };
  for (const [i, { type }] of tokens.entries()) {
    if (!/^(?:em|strong)_(?:open|close)$/.test(type)) continue;
    const [last, next] = [lastOf(tokens[i - 1]), firstOf(tokens[i + 1])];
    const [outer, inner] = type.endsWith('open') ? [last, next] : [next, last];
    const isWithin = word.test(outer) && word.test(inner) && !unparted.test(outer);
    const hasDigit = digit.test(outer) || digit.test(inner);
    if (isWithin && digit.test(outer)) refuse(i);
    else if (type.endsWith('open')) open.push(isWithin && hasDigit);
    if (type.endsWith('close') && open.pop() === true && isWithin && !digit.test(outer)) refuse(i);
  }
  return found;
}

const lastOf = (token: Token | undefined) => [...(token?.content ?? '')].at(-1) ?? '';
const firstOf = (token: Token | undefined) => [...(token?.content ?? '')][0] ?? '';
function markOf(token: Token | undefined): string {
  if (token === undefined) return '';
  if (token.type.startsWith('em_')) return '*';
  return token.type.startsWith('strong_') ? '**' : token.content.slice(-20);
}
