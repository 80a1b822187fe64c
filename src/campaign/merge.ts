import { type Problem, problem } from '../diagnostics/index.ts';
import { eachOf } from './make/each-of.ts';
import { hasOwnProof } from './make/own-proof.ts';
import { believed } from './make/row-numbers.ts';
import { type Plan, type Row, rowsOf } from './plan/row.ts';
import { partsOf, shardManifest } from './shard.ts';
import { isAppleDouble } from './store/apple-double.ts';
import type { Entry } from './store/entry.ts';
import { sha256Of } from './store/hash.ts';
import { isEntry, manifestName } from './store/manifest.ts';
import { manifestLine } from './store/manifest-line.ts';
import { isOfCampaign, pdfOf, proofName } from './store/names.ts';
import { isOfWhole, manifestParts, type Out, openOut } from './store/out.ts';
import { isStoreAddress } from './store/s3-address.ts';
import type { Store } from './store/store.ts';

export interface Merge {
  /** Files of the campaign. */
  readonly files: number;
  /** Manifests that were read. */
  readonly manifests: number;
  /** Files that several manifests say they made, all of them the same. */
  readonly twice: number;
  /** Where the one manifest is; undefined: something is wrong, and none was written. */
  readonly manifest: string | undefined;
  /** Errors, and warnings of lines that are damaged, or not believed: what they said is in other lines too, or an error. */
  readonly problems: readonly Problem[];
}

/** What the manifests say of a row. */
interface Said {
  /** SHA-256 and size of each different file that was made of the row's input, and how many manifests say so. */
  readonly made: Map<string, { readonly bytes: number; times: number }>;
  isOld: boolean;
  isFailed: boolean;
}

/**
 * Proves that what shards and workers made is the whole campaign: each row once, of the inputs that the plan has now, each
 * file there as it was recorded, with its proof, and nothing else. Then writes one manifest of it all; those that it was
 * made of stay.
 * @param address a folder, or `s3://…`
 * @throws PressError where the folder or bucket cannot be read, OUTPUT_UNWRITABLE
 */
export async function mergeCampaign(plan: Plan, address: string): Promise<Merge> {
  const out = await openOut(address);
  try {
    const rows = new Map(rowsOf(plan).map((row) => [row.file, row]));
    const { said, manifests, damaged } = await readAll(out, plan, rows);
    const problems = [...damaged, ...judge(plan, rows, said, manifests)];
    const wanted = [...rows.keys()].filter((file) => said.get(file)?.made.size === 1);
    problems.push(...(await compare(wanted, said, out.store)), ...(await strangers(rows, out.store)));
    const all = [...said.values()];
    const twice = all.filter(({ made }) => [...made.values()].some(({ times }) => times > 1)).length;
    const isWhole = problems.every(({ severity }) => severity === 'warning');
    const manifest = isWhole ? await write(plan, rows, out, isStoreAddress(address)) : undefined;
    return { files: rows.size, manifests: manifests.length, twice, manifest, problems };
  } finally {
    await out.store.close();
  }
}

async function readAll(out: Out, plan: Plan, rows: ReadonlyMap<string, Row>) {
  const said = new Map<string, Said>();
  const manifests: string[] = [];
  const damaged: Problem[] = [];
  const held = believed(plan);
  for await (const { name: path, entries } of out.manifests()) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    manifests.push(name);
    // What is merged there, or was made over a queue, stands in other ones too.
    const times = isOfWhole(name) ? 0 : 1;
    for await (const one of held(entries)) {
      if (!isEntry(one)) {
        damaged.push(one);
        continue;
      }
      const row = rows.get(one.file);
      if (row === undefined) continue;
      let found = said.get(one.file);
      if (found === undefined) {
        found = { made: new Map(), isOld: false, isFailed: false };
        said.set(one.file, found);
      }
      take(one, row, found, times);
    }
  }
  return { said, manifests, damaged };
}

function take(entry: Entry, { input }: Row, said: Said, times: number): void {
  if (entry.input !== input) said.isOld = true;
  else if (entry.outcome === 'failed') said.isFailed = true;
  else {
    const known = said.made.get(entry.sha256);
    if (known === undefined) said.made.set(entry.sha256, { bytes: entry.bytes, times });
    else known.times += times;
  }
}

/** What is wrong by the manifests alone. */
function judge(
  plan: Plan,
  rows: ReadonlyMap<string, Row>,
  said: ReadonlyMap<string, Said>,
  manifests: readonly string[],
): Problem[] {
  const count = countOf(manifests);
  const part = count === undefined ? undefined : partsOf(plan.batches, count);
  const again = (file: string) => {
    const number = part?.get(file);
    return number === undefined
      ? 'Run the campaign again: it makes what is missing.'
      : `Run that part again: --shard ${number}/${count}.`;
  };
  const problems: Problem[] = [];
  for (const file of rows.keys()) {
    const one = said.get(file);
    const place = { file };
    if (one === undefined)
      problems.push(problem('CAMPAIGN_OPEN', `${file} was made by nobody.`, place, again(file)));
    else if (one.made.size > 1)
      problems.push(
        problem(
          'CAMPAIGN_DIFFERS',
          `${file} was made ${one.made.size} times, and not the same each time.`,
          place,
          'The same input must give the same file: have all machines the same version of helpline-press and of Node.js? Take the file away, and make it again.',
        ),
      );
    else if (one.made.size === 0 && one.isFailed)
      problems.push(problem('CAMPAIGN_OPEN', `${file} could not be made.`, place, again(file)));
    else if (one.made.size === 0)
      problems.push(
        problem(
          'CAMPAIGN_OUTDATED',
          `${file} was made before something that it is made of was changed, or on a machine that has other files.`,
          place,
          again(file),
        ),
      );
  }
  return problems;
}

/** Of how many parts the manifests are, where they say so, and all the same. */
function countOf(manifests: readonly string[]): number | undefined {
  const counts = new Set(manifests.map((name) => shardManifest.exec(name)?.[2]).filter((count) => count));
  const [count] = counts;
  return counts.size === 1 ? Number(count) : undefined;
}

/** Whether each file is there as it was recorded, with its proof. */
async function compare(
  files: readonly string[],
  said: ReadonlyMap<string, Said>,
  store: Store,
): Promise<Problem[]> {
  const found = new Map<string, Problem>();
  await eachOf(files, async (file) => {
    const [recorded] = said.get(file)!.made;
    const [sha256, { bytes }] = recorded!;
    const place = { file };
    const hint = 'Run the campaign again with --verify: it is made anew.';
    const [there, proof] = await Promise.all([store.head(file), store.head(proofName(file))]);
    if (there === undefined || proof === undefined) {
      const name = there === undefined ? file : proofName(file);
      found.set(file, problem('CAMPAIGN_FILE_MISSING', `${name} was made, and is not there.`, place, hint));
      return;
    }
    const now = there.bytes === bytes ? (there.sha256 ?? (await hashOf(file, store))) : undefined;
    if (now !== sha256)
      found.set(file, problem('CAMPAIGN_FILE_CHANGED', `${file} is not the one that was made.`, place, hint));
    else if (!(await hasOwnProof(file, sha256, store))) {
      const message = `${proofName(file)} is not the proof of the file that was made.`;
      found.set(file, problem('CAMPAIGN_FILE_CHANGED', message, place, hint));
    }
  });
  return files.flatMap((file) => found.get(file) ?? []);
}

async function hashOf(file: string, store: Store): Promise<string | undefined> {
  const content = await store.get(file);
  return content && sha256Of(content);
}

/** PDFs and proofs that are of no row. */
async function strangers(rows: ReadonlyMap<string, Row>, store: Store): Promise<Problem[]> {
  const found: string[] = [];
  for await (const name of store.list('')) {
    const file = pdfOf(name);
    if (file === undefined || rows.has(file) || isOfCampaign(name)) continue;
    if (!(await isAppleDouble(name, store))) found.push(name);
  }
  return found
    .toSorted()
    .map((file) =>
      problem(
        'CAMPAIGN_FILE_UNKNOWN',
        `${file} is of no row of the campaign.`,
        { file },
        'Take it away: it is not to be handed out with the others.',
      ),
    );
}

/** The one manifest: a line for each row, in the order of the plan. Gives its name. */
async function write(
  plan: Plan,
  rows: ReadonlyMap<string, Row>,
  out: Out,
  isBucket: boolean,
): Promise<string> {
  const lines = new Map<string, string>();
  const held = believed(plan);
  for await (const { entries } of out.manifests())
    for await (const one of held(entries))
      if (isEntry(one) && one.outcome === 'made' && rows.get(one.file)?.input === one.input)
        lines.set(one.file, manifestLine(one));
  const content = Buffer.from([...rows.keys()].map((file) => lines.get(file) ?? '').join(''));
  const name = isBucket ? `${manifestParts}${manifestName}` : manifestName;
  // Nobody adds to it meanwhile.
  const lock = await out.begin(manifestName, plan.id, []);
  try {
    await out.store.put([{ name, content, sha256: sha256Of(content) }]);
  } finally {
    await lock.close();
  }
  return name;
}
