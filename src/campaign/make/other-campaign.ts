import { PressError, type Problem, problem, warning } from '../../diagnostics/index.ts';
import type { Row } from '../plan/row.ts';
import type { Store } from '../store/store.ts';
import { eachOf } from './each-of.ts';
import type { Ledger } from './ledger.ts';

/** Whose the files are that manifests say were made: the ids of their campaigns; undefined: of a time when it was not written. */
type Made = Ledger<string | undefined>;

/** The other campaign that made all that was made of a name; undefined: this one made some, or nobody knows. */
export function otherMakerOf(file: string, id: string, ledger: Made): string | undefined {
  const makers = ledger.of(file).flatMap(({ outcome, kept }) => (outcome === 'made' ? [kept] : []));
  return makers.every((maker) => maker !== undefined && maker !== id) ? makers[0] : undefined;
}

/**
 * Two campaigns in one folder: files of one name would take each other's place, with the number of the other's. What one has
 * beside the other is left alone, and told: both have papers of one name.
 * @param rows that are to be made
 * @throws PressError CAMPAIGN_OTHER where files of another campaign would be replaced
 */
export async function checkOthers(
  id: string,
  rows: readonly Row[],
  ledger: Made,
  store: Store,
  onWarning: (problem: Problem) => void,
): Promise<void> {
  const taken: { readonly file: string; readonly other: string }[] = [];
  await eachOf(rows, async ({ file }) => {
    const other = otherMakerOf(file, id, ledger);
    if (other !== undefined && (await store.head(file)) !== undefined) taken.push({ file, other });
  });
  const [first] = taken.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  if (first !== undefined) {
    const { file, other } = first;
    const more = taken.length > 1 ? `, and ${taken.length - 1} more with it` : '';
    throw new PressError([
      problem(
        'CAMPAIGN_OTHER',
        `${file} was made by the campaign "${other}"${more}; this one is "${id}", and would put its own in that place.`,
        { file },
        'Give each campaign a folder of its own (--out). Was the campaign given another id, take campaign.manifest away, and all is made anew.',
      ),
    ]);
  }
  const others = new Set<string>();
  for (const file of ledger.made()) {
    const other = otherMakerOf(file, id, ledger);
    if (other !== undefined) others.add(other);
  }
  for (const other of [...others].toSorted())
    onWarning(
      warning(
        'CAMPAIGN_OTHER',
        `The folder has files of the campaign "${other}" too, and the papers of both have the same names.`,
        {},
        'Give each campaign a folder of its own (--out): the papers there are then all of one.',
      ),
    );
}
