import * as z from 'zod';
import { PressError, type Problem, problem } from '../../diagnostics/index.ts';
import { hashOfRows, type Plan, type Row, rowsOf } from '../plan/row.ts';
import { isAppleDouble } from '../store/apple-double.ts';
import { sha256Of } from '../store/hash.ts';
import { hash } from '../store/manifest-line.ts';
import { isProof } from '../store/names.ts';
import type { Store, StoredFile } from '../store/store.ts';
import { lackingOf } from './desk-lacking.ts';
import { eachOf } from './each-of.ts';

/**
 * What the papers, bundles and archives beside a campaign's files were made of: they carry numbers too, and no manifest
 * knows them.
 */
const recordName = 'campaign.desk.json';

const schema = z.object({
  format: z.literal(1),
  /** Whose these are; undefined: of a time when it was not written. */
  campaign: z.string().optional(),
  files: z.record(
    z
      .string()
      .regex(/^[^/\\\0]+(?:\/[^/\\\0]+)*$/)
      .refine((name) => !name.split('/').some((part) => part === '.' || part === '..')),
    z.object({
      sha256: hash,
      /** Sum of the rows that it is of, with their inputs. */
      of: hash,
      /** Names of these rows; undefined: all of the campaign. */
      rows: z.array(z.string()).optional(),
      /** Of a paper: sum of the rows whose files were made when it was; undefined: of a time when it was not written. */
      made: hash.optional(),
    }),
  ),
});
type Desk = z.infer<typeof schema>;
type Recorded = Desk['files'];

/** A file for the desk that is there now, and the rows that it is of; undefined: all of the campaign. */
export interface DeskFile extends Pick<StoredFile, 'name' | 'sha256'> {
  readonly rows?: readonly Row[] | undefined;
  /** Of a paper: the rows whose files it lists. */
  readonly made?: readonly Row[] | undefined;
}

/**
 * Papers and bundles of two campaigns have the same names: those of the other one would be lost, and nobody would see it.
 * @throws PressError CAMPAIGN_OTHER where some of another campaign are there
 */
export async function refuseOthersDesk({ id }: Pick<Plan, 'id'>, store: Store): Promise<void> {
  const desk = await recorded(store);
  if (!isOthers(desk, id)) return;
  for (const file of Object.keys(desk.files).toSorted())
    if ((await store.head(file)) !== undefined)
      throw new PressError([
        problem(
          'CAMPAIGN_OTHER',
          `${file} is there of the campaign "${desk.campaign}"; that of this one, "${id}", would take its place: papers and bundles have the same names.`,
          { file },
          `Give each campaign a folder of its own (--out), or print no papers here (--no-proof). Are those of "${desk.campaign}" no longer wanted, take them and ${recordName} away. Was this campaign given another id, take campaign.manifest and ${recordName} away, and all is made anew.`,
        ),
      ]);
}

const isOthers = ({ campaign }: Desk, id: string): boolean => campaign !== undefined && campaign !== id;

/** Writes down what files for the desk were made of, beside what is known of those of earlier runs. */
export async function recordDesk(plan: Plan, store: Store, made: readonly DeskFile[]): Promise<void> {
  const { files } = await recorded(store);
  for (const { name, sha256, rows, made: listed } of made)
    files[name] = {
      sha256,
      of: hashOfRows(rows ?? rowsOf(plan)),
      ...(rows && { rows: rows.map(({ file }) => file) }),
      ...(listed && { made: sumOfListed(listed) }),
    };
  await eachOf(Object.keys(files), async (name) => {
    if ((await store.head(name)) === undefined) delete files[name];
  });
  const sorted = Object.fromEntries(Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const content = Buffer.from(`${JSON.stringify({ format: 1, campaign: plan.id, files: sorted })}\n`);
  await store.put([{ name: recordName, content, sha256: sha256Of(content) }]);
}

/** Whether files for the desk are there, byte by byte as an earlier run made them, of these very rows. Gives the first one's bytes. */
export async function standing(
  names: readonly string[],
  rows: readonly Row[],
  store: Store,
): Promise<Uint8Array | undefined> {
  const { files } = await recorded(store);
  const of = hashOfRows(rows);
  let first: Uint8Array | undefined;
  for (const name of names) {
    const known = Object.hasOwn(files, name) ? files[name] : undefined;
    if (known?.of !== of) return undefined;
    const content = await store.get(name);
    if (content === undefined || sha256Of(content) !== known.sha256) return undefined;
    first ??= content;
  }
  return first;
}

/** Whether the file of a row was made as it would be now; undefined: nobody asks. */
type IsMade = ((row: Row) => boolean) | undefined;

/** Sum of what a paper lists: files that were made, and how many copies of each are asked for. */
function sumOfListed(rows: readonly Row[]): string {
  return sha256Of(rows.map(({ file, input, quantity }) => `${file}\n${input}\n${quantity}\n`).join(''));
}

/**
 * Tells of files for the desk that are there, and were made of rows that are other ones now, or none any more: they may show
 * numbers that no longer hold. So it does of papers, bundles and archives that lack files which were made since: nobody calls
 * their numbers, or hands them out.
 */
export async function outdatedDesk(plan: Plan, store: Store, isMade?: IsMade): Promise<Problem[]> {
  const desk = await recorded(store);
  return [...(await unknownOf(desk.files, plan, store)), ...(await outdatedOf(desk, plan, store, isMade))];
}

/** The same, behind what is wrong with the bytes of these files; undefined plan: with their bytes alone. */
export async function wrongDesk(plan: Plan | undefined, store: Store, isMade?: IsMade): Promise<Problem[]> {
  const desk = await recorded(store);
  const wrong = [...(await unknownOf(desk.files, plan, store)), ...(await changedOf(desk.files, store))];
  return plan === undefined ? wrong : [...wrong, ...(await outdatedOf(desk, plan, store, isMade))];
}

/** What is for the desk, by how its name begins: papers, bundles, and of a plan its archives. */
const forDesk = (plan: Plan | undefined): readonly (readonly [prefix: string, form: RegExp])[] => [
  ['campaign.report', /^campaign\.report(?:-\d+)?\.pdf$/],
  ['campaign.contact.', /^[^/]+\.pdf$/],
  ['campaign.numbers.csv', /\.csv$/],
  ['campaign.proof.json', /\.json$/],
  ['bundles/', /\.(?:pdf|zip)$/],
  ...(plan === undefined ? [] : ([[`${plan.id}.`, /^[^/]+\.zip$/]] as const)),
];

/**
 * Tells of papers, bundles and archives that are there, and that the record lacks, or cannot be read of: nobody knows whether
 * they are old, or are what was made.
 */
async function unknownOf(known: Recorded, plan: Plan | undefined, store: Store): Promise<Problem[]> {
  const found = new Set<string>();
  for (const [prefix, form] of forDesk(plan))
    for await (const name of store.list(prefix))
      if (form.test(name) && !Object.hasOwn(known, name) && !(await isAppleDouble(name, store)))
        found.add(name);
  return [...found].toSorted().map((file) => {
    const message = `Nobody knows of which files ${file} was made: ${recordName} does not say it.`;
    const cause = `A run that was killed while it made bundles leaves it so, and so does a lost ${recordName}.`;
    return problem('CAMPAIGN_FILE_UNKNOWN', message, { file }, `${cause} ${outdatedHint}`);
  });
}

async function outdatedOf(desk: Desk, plan: Plan, store: Store, isMade: IsMade): Promise<Problem[]> {
  const files = Object.entries(desk.files);
  // Those of another campaign are of its files.
  if (files.length === 0 || isOthers(desk, plan.id)) return [];
  const all = new Map(rowsOf(plan).map((row) => [row.file, row]));
  const whole = hashOfRows(all.values());
  const madeNow = isMade && [...all.values()].filter(isMade);
  const listed = madeNow && sumOfListed(madeNow);
  const collected = files.flatMap(([name, { rows }]) => (rows === undefined ? [] : [[name, rows] as const]));
  const lacking = lackingOf(collected, madeNow ?? [], plan.id);
  const found = new Map<string, string>();
  await eachOf(files, async ([name, { of, rows, made }]) => {
    const now = rows?.flatMap((file) => all.get(file) ?? []);
    const isSame = now === undefined ? of === whole : now.length === rows?.length && of === hashOfRows(now);
    const isOfFewer = listed !== undefined && made !== undefined && made !== listed;
    const what = !isSame ? other : isOfFewer ? listsOther : lacksOf(lacking.get(name));
    if (what !== undefined && !isProof(name) && (await store.head(name)) !== undefined) found.set(name, what);
  });
  return [...found]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, what]) => problem('CAMPAIGN_OUTDATED', `${file} ${what}`, { file }, outdatedHint));
}

const other = 'was made of files that are other ones now, or are no longer asked for.';
const listsOther =
  'was made when other files of the campaign were there, or other copies asked for, than it would list now.';

function lacksOf(files: readonly string[] | undefined): string | undefined {
  if (files === undefined) return undefined;
  const more = files.length > 1 ? `, and ${files.length - 1} more with it` : '';
  return `was made before ${files[0]} was${more}: no bundle or archive of its kind has that.`;
}

const outdatedHint =
  'Do not use it: a number in it may no longer hold. helpline-press campaign proof makes papers anew, with --bundle or --zip what these made; take away what it does not make anew.';

/** Each that is there is to be the one that was made, byte by byte. */
async function changedOf(known: Recorded, store: Store): Promise<Problem[]> {
  const found: Problem[] = [];
  await eachOf(Object.entries(known), async ([file, { sha256 }]) => {
    const content = await store.get(file);
    if (content === undefined || sha256Of(content) === sha256) return;
    const message = `${file} is not the one that was made.`;
    const advice = 'Do not use it; helpline-press campaign proof makes it anew, a bundle with --bundle.';
    found.push(problem('CAMPAIGN_FILE_CHANGED', message, { file }, advice));
  });
  return found.toSorted((a, b) => (a.message < b.message ? -1 : 1));
}

/** What is known; nothing, where the record is none: what it said is written anew with the files. */
async function recorded(store: Store): Promise<Desk> {
  const nothing: Desk = { format: 1, files: {} };
  const content = await store.get(recordName);
  if (content === undefined) return nothing;
  try {
    const { data } = schema.safeParse(JSON.parse(Buffer.from(content).toString('utf8')));
    return data ?? nothing;
  } catch {
    return nothing;
  }
}
