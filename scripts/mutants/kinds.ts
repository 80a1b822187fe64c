import { transformSync } from 'esbuild';

/** One small fault that somebody might make. */
export interface Mutant {
  /** 1-based. */
  readonly line: number;
  readonly kind: string;
  readonly before: string;
  readonly after: string;
  /** The whole file with the fault. */
  readonly text: string;
  /** What is exchanged in the file: where it begins, how many characters it has, what stands there instead. */
  readonly at: number;
  readonly length: number;
  readonly by: string;
}

/** What stands for what: code is searched for the first and gets the second in its place. */
const swaps: readonly (readonly [kind: string, pattern: RegExp, by: string | ((found: string) => string)])[] =
  [
    ['condition turned', /(?<=\s)===(?=\s)/g, '!=='],
    ['condition turned', /(?<=\s)!==(?=\s)/g, '==='],
    ['condition turned', /(?<![\w)\]!'`])!(?=[\w(])/g, ''],
    ['edge', /(?<=\s)<(?=\s)/g, '<='],
    ['edge', /(?<=\s)<=(?=\s)/g, '<'],
    ['edge', /(?<=\s)>(?=\s)/g, '>='],
    ['edge', /(?<=\s)>=(?=\s)/g, '>'],
    ['condition joined otherwise', /(?<=\s)&&(?=\s)/g, '||'],
    ['condition joined otherwise', /(?<=\s)\|\|(?=\s)/g, '&&'],
    ['quantifier', /\.some\(/g, '.every('],
    ['quantifier', /\.every\(/g, '.some('],
    ['quantifier', /\.find\(/g, '.findLast('],
    ['extreme', /Math\.min\(/g, 'Math.max('],
    ['extreme', /Math\.max\(/g, 'Math.min('],
    ['rounding', /Math\.floor\(/g, 'Math.ceil('],
    ['arithmetic', /(?<=[\w)\]] )\+(?= [\w(])/g, '-'],
    ['arithmetic', /(?<=[\w)\]] )-(?= [\w(])/g, '+'],
    ['arithmetic', /(?<=[\w)\]] )\*(?= [\w(])/g, '/'],
    ['truth', /\btrue\b/g, 'false'],
    ['truth', /\bfalse\b/g, 'true'],
    ['number', /(?<![\w.#'"])\d+(?:\.\d+)?(?![\w.'"])/g, (found) => String(Number(found) + 1)],
  ];

/** A row of a table, a part of a list of checks, a statement that adds to what was found: left out. */
const row =
  /^\s+(?:'[^']*'|\[.*\]|\{.*\}|\.\.\.\w.*|\w+: (?:\[.*\]|\{.*\})),$|^\s+(?:problems|faults|found)\.push\(.*\);$/;

/** What stands in comments, strings and regular expressions is no code: spaces in its place, of the same length. */
function codeOf(text: string): string {
  const blank = (found: string) => found.replace(/[^\n]/g, ' ');
  return text
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, blank)
    .replace(/'(?:[^'\\\n]|\\.)*'/g, (found) => `'${blank(found.slice(1, -1))}'`)
    .replace(/`(?:[^`\\$]|\\.|\$(?!\{))*`/g, (found) => `\`${blank(found.slice(1, -1))}\``)
    .replace(/(?<=[(=,:?&|!]\s*)\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g, blank);
}

const javascript = (text: string) => {
  try {
    return transformSync(text, { loader: 'ts' }).code;
  } catch {
    return undefined;
  }
};

/** On which side the very edge lies is no promise where a tolerance stands beside it. */
const blurred = /\b(?:TOLERANCE|TOUCH|BESIDE)\b|(?<!\d)0\.0\d/;

/** Every fault of these kinds in a file, but those that only change a type, are no program, or move a blurred edge. */
export function mutantsOf(text: string): Mutant[] {
  const code = codeOf(text);
  const original = javascript(text);
  const mutants: Mutant[] = [];
  const add = (kind: string, at: number, before: string, after: string) => {
    const mutated = text.slice(0, at) + after + text.slice(at + before.length);
    const made = javascript(mutated);
    if (made === undefined || made === original) return;
    const line = text.slice(0, at).split('\n').length;
    const said = { line, kind, before: before.trim(), after: after.trim() };
    mutants.push({ ...said, text: mutated, at, length: before.length, by: after });
  };
  const lineAt = (at: number) => text.slice(text.lastIndexOf('\n', at) + 1).split('\n', 1)[0]!;
  for (const [kind, pattern, by] of swaps)
    for (const match of code.matchAll(pattern))
      if (kind !== 'edge' || !blurred.test(lineAt(match.index)))
        add(kind, match.index, match[0], typeof by === 'string' ? by : by(match[0]));
  let at = 0;
  for (const line of text.split('\n')) {
    if (row.test(line)) add('left out', at, line, '');
    at += line.length + 1;
  }
  return mutants;
}
