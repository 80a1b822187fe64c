import { setImmediate } from 'node:timers/promises';
import { PressError, type Problem, problemsOf } from '../../diagnostics/index.ts';
import type { Printed } from '../../press/index.ts';
import type { Batch, Row } from '../plan/row.ts';
import type { Entry, FailedEntry, MadeEntry } from '../store/entry.ts';
import { sha256Of } from '../store/hash.ts';
import { proofName } from '../store/names.ts';
import type { Store, StoredFile } from '../store/store.ts';
import type { Bench } from './bench.ts';
import { holdsOf, sumOfHeld } from './holds.ts';
import type { Records } from './records.ts';

/** What became of a row: the PDF and its proof, in this order, or why there is none. */
export interface Result {
  readonly row: Row;
  readonly entry: Entry;
  readonly files: readonly StoredFile[];
}

/** Problems of a row that its manifest tells: who mends these sees the others. */
const mostProblems = 20;

/**
 * Makes the files of a batch, each proved, none written. A row that cannot be made is a result too, and the others go on.
 * The thread's other work is let in between two files.
 */
export async function* makeBatch(batch: Batch, bench: Bench): AsyncGenerator<Result> {
  const isOfOnePlate = batch.kind === 'patched' && batch.rows.length > 2;
  for (const [i, row] of batch.rows.entries()) {
    yield makeRow(row, bench, isOfOnePlate && i === 0);
    await setImmediate();
  }
}

function makeRow(row: Row, { press, plates, records, readings }: Bench, isFirst: boolean): Result {
  try {
    const printed = readings.during(() => press.print(plates.of(row), row.impression, isFirst));
    return made(row, printed, records);
  } catch (error) {
    return { row, entry: failedEntry(row, problemsOf(error)), files: [] };
  }
}

function made(row: Row, { bytes, proof, numbers, warnings }: Printed, records: Records): Result {
  const entry: MadeEntry = {
    outcome: 'made',
    file: row.file,
    input: row.input,
    sha256: proof.sha256,
    bytes: bytes.length,
    ...holdsOf(proof, numbers),
    held: sumOfHeld(proof.expectation),
    warnings: [...new Set(warnings.map(({ code }) => code))].toSorted(),
  };
  const record = records.of(proof);
  const files = [
    { name: row.file, content: bytes, sha256: proof.sha256 },
    { name: proofName(row.file), content: record, sha256: sha256Of(record) },
  ];
  return { row, entry, files };
}

/** The line of a row that could not be made. */
export function failedEntry({ file, input }: Row, problems: readonly Problem[]): FailedEntry {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const told = errors.slice(0, mostProblems).map(({ code, message, hint, place: { source, ...place } }) => ({
    code,
    message,
    place,
    ...(hint === undefined ? {} : { hint }),
  }));
  return { outcome: 'failed', file, input, problems: told };
}

/** What is put into the store at one stroke: as many files as a disk syncs well at a time, and no more than a second's work. */
const [mostRows, mostBytes, longest] = [64, 16_000_000, 1000] as const;

/**
 * Rows of a batch that are put at its end where nothing is made meanwhile: one in eight. Those before are on their way by then.
 * Where others are made all that is left is put at once, for before each stroke all is read again that files are made of.
 */
const lastOf = ({ rows }: Batch): number => Math.ceil(rows.length / 8);

/**
 * Makes a batch and puts its files into the store, some at a time, while the next are made. Gives the entries of those that
 * are safe there, for the manifest.
 * @param isStopped is asked after each file: true ends the batch with what was made
 * @param onMade is told when all are made, while the last are put: whoever makes them makes others meanwhile
 * @throws PressError where the store takes nothing any more, CAMPAIGN_CHANGED where what files are made of is not what
 *   the campaign was planned with; what was given before is safe
 */
export async function* storeBatch(
  batch: Batch,
  bench: Bench,
  store: Store,
  isStopped: () => boolean,
  onMade?: () => void,
): AsyncGenerator<readonly Entry[]> {
  let results: Result[] = [];
  let since = performance.now();
  let left = batch.rows.length;
  let [putting, last]: (Promise<readonly Entry[]> | undefined)[] = [];
  const isFull = () =>
    results.length >= mostRows ||
    (onMade === undefined && left === lastOf(batch)) ||
    performance.now() - since > longest ||
    results.reduce((sum, { files }) => sum + (files[0]?.content.length ?? 0), 0) > mostBytes;
  try {
    for await (const result of makeBatch(batch, bench)) {
      results.push(result);
      left--;
      if (isStopped()) break;
      if (!isFull()) continue;
      if (putting !== undefined) yield await putting;
      putting = putAll(results, bench, store);
      // It is waited for once the next are made; that it failed is then told.
      putting.catch(() => {});
      results = [];
      since = performance.now();
    }
    if (results.length > 0) last = putAll(results, bench, store);
    last?.catch(() => {});
    onMade?.();
    if (putting !== undefined) yield await putting;
    if (last !== undefined) yield await last;
  } finally {
    await Promise.allSettled([putting, last]);
  }
}

/** Where a name is refused the files are put one by one, so that one name is in nobody else's way. */
async function putAll(results: readonly Result[], bench: Bench, store: Store): Promise<readonly Entry[]> {
  bench.check(results.map(({ row }) => row));
  try {
    await store.put(results.flatMap(({ files }) => files));
    return results.map(({ entry }) => entry);
  } catch (error) {
    if (!isOfName(error)) throw error;
    const entries: Entry[] = [];
    for (const { entry, files } of results) entries.push(await putOne(entry, files, store));
    return entries;
  }
}

async function putOne(entry: Entry, files: readonly StoredFile[], store: Store): Promise<Entry> {
  try {
    await store.put(files);
    return entry;
  } catch (error) {
    if (!(error instanceof PressError) || !isOfName(error)) throw error;
    const { file, input } = entry;
    return { outcome: 'failed', file, input, problems: error.problems.map(({ severity, ...told }) => told) };
  }
}

function isOfName(error: unknown): boolean {
  return error instanceof PressError && error.problems.every(({ code }) => code === 'CAMPAIGN_FILE_NAME');
}
