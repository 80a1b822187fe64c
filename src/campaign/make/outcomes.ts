import { type Problem, problem } from '../../diagnostics/index.ts';
import { type Plan, type Row, rowsOf } from '../plan/row.ts';
import type { Entry, FailedEntry, MadeEntry } from '../store/entry.ts';
import type { Out } from '../store/out.ts';
import { eachOf } from './each-of.ts';
import { type Ledger, readLedger } from './ledger.ts';

/** What became of the rows of a plan. */
export interface Outcomes {
  /** By the files of rows: made with the row's input, and there as it was recorded; or failed. */
  readonly of: ReadonlyMap<string, Entry>;
  /** What was made so, and is not there as it was recorded. */
  readonly lost: ReadonlyMap<string, MadeEntry>;
  /** What is told of `lost`, and of lines of manifests. */
  readonly problems: readonly Problem[];
}

/** What is known of each row: by what the manifests say of it last, and by what is there. */
export async function outcomesOf(plan: Plan, out: Pick<Out, 'store' | 'manifests'>): Promise<Outcomes> {
  const problems: Problem[] = [];
  const ledger = await readLedger(
    out,
    (entry) => entry,
    (told) => problems.push(told),
    plan,
  );
  const rows = rowsOf(plan);
  const there = new Map<string, Entry>();
  await eachOf(rows, async (row) => {
    const said = await ledger.there(row, out.store, false);
    if (said !== undefined) there.set(row.file, said.kept);
  });
  const of = new Map<string, Entry>();
  const lost = new Map<string, MadeEntry>();
  for (const row of rows) {
    const { made, failed } = saidOf(row, ledger);
    const found = there.get(row.file) ?? failed;
    if (found !== undefined) of.set(row.file, found);
    if (made === undefined || there.has(row.file)) continue;
    lost.set(row.file, made);
    problems.push(notThere(row.file));
  }
  return { of, lost, problems };
}

/** Whether a manifest says that the file of a row was made as it would be now. */
export async function madeIn(plan: Plan, out: Pick<Out, 'manifests'>): Promise<(row: Row) => boolean> {
  const ledger = await readLedger(out, () => undefined, undefined, plan);
  return (row) => isMade(row, ledger);
}

/** The same, of a ledger that was read. */
export function isMade({ file, input }: Row, ledger: Ledger<unknown>): boolean {
  return ledger.of(file).some((said) => said.outcome === 'made' && said.input === input);
}

/** What is said of a row last, of its input. */
function saidOf({ file, input }: Row, ledger: Ledger<Entry>): { made?: MadeEntry; failed?: FailedEntry } {
  const said = ledger.of(file).flatMap(({ kept }) => (kept.input === input ? [kept] : []));
  const made = said.find((entry) => entry.outcome === 'made');
  const failed = said.findLast((entry) => entry.outcome === 'failed');
  return { ...(made && { made }), ...(failed && { failed }) };
}

function notThere(file: string): Problem {
  return problem(
    'CAMPAIGN_FILE_CHANGED',
    `${file} is not there as it was made.`,
    { file },
    'Run the campaign again: it makes what is missing; with --verify also what was changed.',
  );
}
