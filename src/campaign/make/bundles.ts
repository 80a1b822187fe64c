import { PressError, type Problem, problem, problemsOf } from '../../diagnostics/index.ts';
import { bundleLimit, bundlePieces, type Folders, type PrintedBundle } from '../../press/index.ts';
import { isTwoSided, loadProduct } from '../../product/index.ts';
import type { Plan, Row } from '../plan/row.ts';
import type { MadeEntry } from '../store/entry.ts';
import { sha256Of } from '../store/hash.ts';
import { proofName } from '../store/names.ts';
import type { Out } from '../store/out.ts';
import type { Store, StoredFile } from '../store/store.ts';
import { type ZipEntry, zipBounds, zipOf } from '../store/zip.ts';
import { type Bench, openBench } from './bench.ts';
import { type DeskFile, recordDesk, refuseOthersDesk, standing } from './desk-record.ts';
import { outcomesOf } from './outcomes.ts';

/** What the pieces of one bundle have in common. */
export const bundlings = ['place', 'locale', 'product'] as const;
export type Bundling = (typeof bundlings)[number];

export interface BundlesOptions {
  readonly folders?: Partial<Folders> | undefined;
  /** Folder with guides, as the plan was made with it. */
  readonly guides?: string | undefined;
  /** Undefined: archives of everything. */
  readonly by: Bundling | undefined;
  /** Archives of the files, and no PDF of several pieces. */
  readonly zip?: boolean | undefined;
  readonly onProgress?: ((name: string, done: number, of: number) => void) | undefined;
  /** Ends with the bundle in hand; those that were made are recorded. */
  readonly signal?: AbortSignal | undefined;
}

/** A file for the desk. */
export interface Bundled {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Files of the campaign that it has. */
  readonly pieces: readonly string[];
}

export interface WrittenBundles {
  readonly bundles: readonly Bundled[];
  /** Why one could not be made; the others are there. */
  readonly problems: readonly Problem[];
}

/** A bundle to be made. */
export interface Wanted {
  /** Without `.pdf` or `.zip`. */
  readonly name: string;
  readonly title: string;
  readonly rows: readonly Row[];
}

/** Bundles after which what they were made of is written down. */
const recordedAfter = 16;

/** Plates that are kept for patching while places are bundled, one a setting: about a megabyte each. */
const keptPlates = 64;

/**
 * Makes one file of several for the desk, of all that was made: a tagged PDF that the press writes itself and that is
 * proved as a whole, or an archive. One bundle is in memory at a time.
 * @throws PressError where the store cannot be read or written; CAMPAIGN_OTHER for bundles of another campaign; CAMPAIGN_CHANGED where what files are made of is not what the
 *   plan was made with
 */
export async function writeBundles(
  plan: Plan,
  out: Pick<Out, 'store' | 'manifests'>,
  { by, zip = false, onProgress = () => {}, signal, ...options }: BundlesOptions,
): Promise<WrittenBundles> {
  const { store } = out;
  await refuseOthersDesk(plan, store);
  const { of: outcomes, lost } = await outcomesOf(plan, out);
  // An archive is refused for what was lost: without it nobody would know that it is not whole.
  const made = new Map(
    [...outcomes, ...lost].flatMap(([file, entry]): [string, MadeEntry][] =>
      entry.outcome === 'made' ? [[file, entry]] : [],
    ),
  );
  const { guides, folders } = options;
  const bench = openBench({ campaign: plan.folder, guides, folders }, keptPlates);
  const { press } = bench;
  const isDuplex = (product: string) => isTwoSided(loadProduct(product, press.folders.templates));
  const wanted = zip || by === undefined ? archivesOf(plan, made, by) : bundlesOf(plan, made, by, isDuplex);
  const bundles: Bundled[] = [];
  const problems: Problem[] = [];
  const put: DeskFile[] = [];
  try {
    for (const [i, bundle] of wanted.entries()) {
      if (signal?.aborted === true) break;
      try {
        const file = `${bundle.name}.pdf`;
        const isArchive = zip || by === undefined;
        // What an earlier run made of the same inputs has the same bytes.
        const there = isArchive ? undefined : await standing([file, proofName(file)], bundle.rows, store);
        const pieces = bundle.rows.map((row) => row.file);
        if (there !== undefined) {
          bundles.push({ name: file, sha256: sha256Of(there), bytes: there.length, pieces });
        } else {
          const files = isArchive ? await archive(bundle, made, store) : printed(bundle, by, bench);
          await store.put(files);
          put.push(...files.map(({ name, sha256 }) => ({ name, sha256, rows: bundle.rows })));
          const [{ name, sha256, content }] = files;
          bundles.push({ name, sha256, bytes: content.length, pieces });
          // A run that is killed leaves the last ones unknown, and not all.
          if (bundles.length % recordedAfter === 0) await recordDesk(plan, store, put.splice(0));
        }
      } catch (error) {
        // What was changed is another one in all that follow, too, and a disk that is full takes none of them.
        if (problemsOf(error).some(({ code }) => isOfAll(code))) throw error;
        problems.push(...problemsOf(error).map((p) => ({ ...p, place: { file: bundle.name, ...p.place } })));
      }
      onProgress(bundle.name, i + 1, wanted.length);
    }
  } finally {
    press.close();
    await recordDesk(plan, store, put);
  }
  return { bundles, problems };
}

const isOfAll = (code: string): boolean =>
  code === 'CAMPAIGN_CHANGED' || code === 'OUTPUT_UNWRITABLE' || code.startsWith('STORE_');

/**
 * Which rows go into which bundle: what has `by` in common and goes through a printer in one way, as many pages and
 * pieces as a bundle may have; what is more goes into the next.
 */
export function bundlesOf(
  plan: Plan,
  made: ReadonlyMap<string, Pick<MadeEntry, 'pages'>>,
  by: Bundling,
  isDuplex: (product: string) => boolean,
): Wanted[] {
  const way = ({ impression: { purpose, duplex }, setting: { product, paper } }: Row) =>
    purpose === 'screen' ? purpose : `${purpose}.${paper}${isDuplex(product) ? `.${duplex}` : ''}`;
  const of = ({ file }: Row) => made.get(file)!.pages;
  return grouped(plan, made, by, way, { of, most: bundleLimit, rows: bundlePieces });
}

/** The same for archives, which may hold what goes through printers in several ways. */
export function archivesOf(
  plan: Plan,
  made: ReadonlyMap<string, MadeEntry>,
  by: Bundling | undefined,
): Wanted[] {
  const most = zipBounds.bytes - zipBounds.files * besideRoom;
  return grouped(plan, made, by, () => '', {
    of: ({ file }) => made.get(file)!.bytes + proofRoom,
    most,
    rows: zipBounds.files / 2,
    // Another place may be named north-2.
    part: '.part-',
  });
}

/** Bytes of a proof, and of a file's name and place in an archive, at most. */
const [proofRoom, besideRoom] = [60_000, 1000] as const;

/** How much of what one bundle may have. */
interface Room {
  readonly of: (row: Row) => number;
  readonly most: number;
  /** Rows at most. */
  readonly rows?: number;
  /** What stands before the number of a further part. */
  readonly part?: string;
}

function grouped(
  plan: Plan,
  made: ReadonlyMap<string, unknown>,
  by: Bundling | undefined,
  way: (row: Row) => string,
  room: Room,
): Wanted[] {
  const groups = new Map<string, { readonly row: Row; readonly parts: Row[][]; taken: number }>();
  for (const { rows } of plan.batches)
    for (const row of rows) {
      if (!made.has(row.file)) continue;
      const shared = by === undefined ? plan.id : `bundles/${by}/${sharedBy(row, by)}`;
      const name = [shared, way(row)].filter((part) => part !== '').join('.');
      let group = groups.get(name);
      if (group === undefined) {
        group = { row, parts: [[]], taken: 0 };
        groups.set(name, group);
      }
      const last = group.parts.at(-1)!;
      const size = room.of(row);
      const isFull = group.taken + size > room.most || last.length === room.rows;
      if (last.length > 0 && isFull) {
        group.parts.push([row]);
        group.taken = size;
      } else {
        last.push(row);
        group.taken += size;
      }
    }
  return [...groups].flatMap(([name, { row, parts }]) =>
    parts.map((rows, i) => ({
      name: i === 0 ? name : `${name}${room.part ?? '-'}${i + 1}`,
      title: titleOf(plan, row, by, i),
      rows,
    })),
  );
}

function sharedBy({ setting, place }: Row, by: Bundling): string {
  return by === 'place' ? (place?.id ?? 'all') : setting[by];
}

function titleOf({ id }: Plan, row: Row, by: Bundling | undefined, part: number): string {
  const name = by === undefined ? '' : by === 'place' ? nameOf(row) : sharedBy(row, by);
  return [id, name, part === 0 ? '' : `part ${part + 1}`].filter((each) => each !== '').join(' – ');
}

const nameOf = ({ place }: Row): string => place?.publisher?.name ?? place?.id ?? '';

/** The name of a row's place, that no other place of these rows has. */
function nameIn(rows: readonly Row[], row: Row): string {
  const name = nameOf(row);
  const { id } = row.place!;
  const isShared = rows.some((other) => other.place?.id !== id && nameOf(other) === name);
  return isShared ? `${name} (${id})` : name;
}

/** The PDF and its proof. @throws PressError with all that is wrong */
function printed(
  { name, title, rows }: Wanted,
  by: Bundling,
  { press, plates, readings, check }: Bench,
): readonly [StoredFile, StoredFile] {
  const file = `${name}.pdf`;
  const { bytes, proof }: PrintedBundle = readings.during(() =>
    press.bundle(
      rows.map((row) => {
        const plate = plates.of(row);
        // Within a place titles tell pieces apart; else the place does too, with its id where others have its name.
        const label =
          by === 'place' || row.place === undefined
            ? undefined
            : `${nameIn(rows, row)}: ${press.titleOf(plate)}`;
        return { plate, impression: row.impression, ...(label === undefined ? {} : { label }) };
      }),
      { name: file, title, ...(by === 'locale' ? { language: rows[0]!.setting.locale } : {}) },
    ),
  );
  // Its pieces are to be what the files are that were made.
  check(rows);
  return [stored(file, bytes), stored(proofName(file), Buffer.from(`${JSON.stringify(proof)}\n`))];
}

/** An archive of files with their proofs. @throws PressError PDF_OTHER for a file that is not the one that was made */
async function archive(
  { name, rows }: Wanted,
  made: ReadonlyMap<string, MadeEntry>,
  store: Store,
): Promise<readonly [StoredFile]> {
  const entries: ZipEntry[] = [];
  for (const { file } of rows.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
    const [content, proof] = await Promise.all([store.get(file), store.get(proofName(file))]);
    if (content === undefined || sha256Of(content) !== made.get(file)!.sha256)
      throw new PressError([
        problem(
          'PDF_OTHER',
          `${file} is not there as it was made.`,
          { file },
          'Run the campaign again, with --verify.',
        ),
      ]);
    entries.push({ name: file, content });
    if (proof !== undefined) entries.push({ name: proofName(file), content: proof });
  }
  return [stored(`${name}.zip`, zipOf(entries))];
}

function stored(name: string, content: Uint8Array): StoredFile {
  return { name, content, sha256: sha256Of(content) };
}
