import type { NumberPair } from '../../content/index.ts';
import { type Problem, warning } from '../../diagnostics/index.ts';
import { type Plan, type Row, rowsOf } from '../plan/row.ts';
import type { Entry, MadeEntry } from '../store/entry.ts';
import { isEntry } from '../store/manifest.ts';

/** The numbers that the file of a row may print: its place's, or that of its guide, first; then those that its guide declares beside. */
export function numbersOf(
  { guide, place }: Pick<Row, 'guide' | 'place'>,
  { numbers }: Pick<Plan, 'numbers'>,
): readonly [NumberPair, ...NumberPair[]] {
  const [main, ...others] = numbers[guide]!;
  return [place?.helpline ?? main!, ...others];
}

/**
 * What manifests say, but for lines that say of a file of the plan that it holds other numbers than its row has, or not its
 * helpline: anybody may have written them, and people call what is said there. Such a line is told, and is none.
 */
export function believed(
  plan: Pick<Plan, 'batches' | 'numbers'>,
): (read: AsyncIterable<Entry | Problem>) => AsyncGenerator<Entry | Problem> {
  const rows = new Map(rowsOf(plan).map((row) => [row.file, row]));
  return async function* (read) {
    for await (const one of read) {
      const row = isEntry(one) && one.outcome === 'made' ? rows.get(one.file) : undefined;
      const isOlder = row === undefined || row.input !== (one as MadeEntry).input;
      yield isOlder || holds(one as MadeEntry, numbersOf(row, plan)) ? one : unbelieved(row.file);
    }
  };
}

function holds({ numbers }: MadeEntry, declared: readonly [NumberPair, ...NumberPair[]]): boolean {
  const is = (one: NumberPair) => (other: NumberPair) =>
    one.display === other.display && one.dial === other.dial;
  return numbers.some(is(declared[0])) && numbers.every((number) => declared.some(is(number)));
}

function unbelieved(file: string): Problem {
  return warning(
    'CAMPAIGN_MANIFEST',
    `A line of a manifest says that ${file} holds other numbers than its place and its guide have. It is not believed.`,
    { file },
    'Run the campaign again: the file is made anew. Somebody changed that line, or wrote it.',
  );
}
