import { createHash } from 'node:crypto';
import { parseRecord, secondOpinion } from '../../proof/index.ts';
import type { Plan } from '../plan/row.ts';
import type { MadeEntry } from '../store/entry.ts';
import { proofName } from '../store/names.ts';
import type { Store } from '../store/store.ts';
import type { SecondReading } from './report-data.ts';

/** One file in so many is read. */
const each = 100;

/**
 * The files that another reader looks at: about every hundredth, and at least one of each locale. Which they are is said by
 * the hashes of their names, so that it is the same on every machine, and nobody chose them.
 */
export function chosenFiles(plan: Plan, made: ReadonlyMap<string, MadeEntry>): MadeEntry[] {
  const chosen = new Map<string, MadeEntry>();
  const least = new Map<string, { readonly rank: number; readonly entry: MadeEntry }>();
  for (const { rows } of plan.batches)
    for (const { file, setting } of rows) {
      const entry = made.get(file);
      if (entry === undefined) continue;
      const rank = createHash('sha256').update(file).digest().readUInt32BE();
      if (rank % each === 0) chosen.set(file, entry);
      const first = least.get(setting.locale);
      if (first === undefined || rank < first.rank) least.set(setting.locale, { rank, entry });
    }
  for (const { entry } of least.values()) chosen.set(entry.file, entry);
  return [...chosen.values()];
}

/** Reads a file of the store with pdf.js, and holds it to the manifest and to its record. */
export async function readAgain({ file, sha256 }: MadeEntry, store: Store): Promise<SecondReading> {
  const said = (detail: string, passed = false, checked = true): SecondReading => ({
    file,
    passed,
    checked,
    detail,
  });
  try {
    const [bytes, record] = await Promise.all([store.get(file), store.get(proofName(file))]);
    if (bytes === undefined) return said('It is not there.');
    if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      return said('It is not the file that was made.');
    if (record === undefined) return said('Its proof is not there.');
    const { expectation } = parseRecord(JSON.parse(Buffer.from(record).toString('utf8')));
    const checks = await secondOpinion(bytes, expectation);
    return said(
      checks.map(({ detail }) => detail).join(' '),
      checks.every(({ status }) => status === 'passed'),
      // Where the reader is not installed, nothing is wrong with the file.
      checks.every(({ status }) => status !== 'not-checked'),
    );
  } catch (error) {
    return said(`It could not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
