import { createHash } from 'node:crypto';
import { type Problem, problemsOf } from '../../diagnostics/index.ts';
import { type Folders, Press, type ReviewPaper } from '../../press/index.ts';
import { recordDesk, refuseOthersDesk } from '../make/desk-record.ts';
import { outcomesOf } from '../make/outcomes.ts';
import { Plates } from '../make/plates.ts';
import { PlaceGuides } from '../plan/place-guides.ts';
import { type Plan, rowsOf } from '../plan/row.ts';
import type { Entry, MadeEntry } from '../store/entry.ts';
import type { Out } from '../store/out.ts';
import type { Store, StoredFile } from '../store/store.ts';
import { contactPaper, contactsOf } from './contact-sheets.ts';
import { numbersCsv } from './report-csv.ts';
import { type Report, reportOf, type SecondReading } from './report-data.ts';
import { reportPapers } from './report-paper.ts';
import { chosenFiles, readAgain } from './second-reader.ts';

/** What the campaign's proof is made with beside the plan and the manifest. */
export interface ReportOptions {
  readonly folders?: Partial<Folders> | undefined;
  /** Folder with guides, as the plan was made with it. */
  readonly guides?: string | undefined;
  /** The day that it is of, ISO 8601; undefined: today. */
  readonly asOf?: string | undefined;
  /** Undefined: as the first rows are. */
  readonly paper?: ReviewPaper | undefined;
  readonly onProgress?: ((progress: ReportProgress) => void) | undefined;
}

/** A file that another reader has read, or a paper that is printed. */
export interface ReportProgress {
  readonly kind: 'second-reader' | 'paper';
  readonly name: string;
  readonly done: number;
  readonly of: number;
}

export interface WrittenReport {
  readonly report: Report;
  /** Names in the store. */
  readonly files: readonly string[];
  /** Why a paper could not be printed (the tables hold all that it would say); what is not there as it was made. */
  readonly problems: readonly Problem[];
}

/**
 * The campaign's proof, put beside the files: `campaign.proof.json`, `campaign.numbers.csv`,
 * `campaign.report.pdf`, and a contact sheet of each locale, `campaign.contact.es.pdf`.
 * @throws PressError where the store cannot be written or read; CAMPAIGN_OTHER for papers of another campaign
 */
export async function writeReport(
  plan: Plan,
  out: Pick<Out, 'store' | 'manifests'>,
  options: ReportOptions = {},
): Promise<WrittenReport> {
  const { onProgress = () => {}, asOf = new Date().toISOString().slice(0, 10) } = options;
  const { store } = out;
  await refuseOthersDesk(plan, store);
  const { of: outcomes, problems: told } = await outcomesOf(plan, out);
  const guides = new PlaceGuides({ campaign: plan.folder, guides: options.guides });
  const press = new Press(options.folders ?? {});
  try {
    const sources = { guideOf: guides.of.bind(guides), locales: press.folders.locales, asOf };
    const found = reportOf(plan, outcomes, sources);
    const report: Report = {
      ...found,
      secondReader: await secondReadings(plan, outcomes, store, onProgress),
    };
    const files = [
      stored('campaign.proof.json', `${JSON.stringify(report, null, 1)}\n`),
      stored('campaign.numbers.csv', numbersCsv(report)),
    ];
    const problems: Problem[] = [...told];
    const [first] = plan.batches;
    const guide = guides.load(first!.rows[0]!.guide);
    const paper = options.paper ?? paperOf(plan);
    const plates = new Plates(press, sources.guideOf);
    const contact = { ...sources, guide, plates, folders: press.folders, paper };
    const papers = [
      ...reportPapers(report, guide, paper, (name) => press.nameParts(name)).map((wanted, i) => ({
        name: `campaign.report${numbered(i + 1)}.pdf`,
        make: () => wanted,
      })),
      ...contactsOf(plan, outcomes).map((contacts) => ({
        name: `campaign.contact.${contacts.locale}${numbered(contacts.part)}.pdf`,
        make: () => contactPaper(plan, contacts, contact),
      })),
    ];
    for (const [i, { name, make }] of papers.entries()) {
      try {
        files.push(stored(name, press.workingPaper(make()).bytes));
      } catch (error) {
        problems.push(...problemsOf(error).map((p) => ({ ...p, place: { ...p.place, file: name } })));
      }
      onProgress({ kind: 'paper', name, done: i + 1, of: papers.length });
    }
    await store.put(files);
    const made = rowsOf(plan).filter(({ file }) => outcomes.get(file)?.outcome === 'made');
    await recordDesk(
      plan,
      store,
      files.map((each) => ({ ...each, made })),
    );
    return { report, files: files.map(({ name }) => name), problems };
  } finally {
    press.close();
  }
}

/** The first of several papers has the name of one. */
const numbered = (part: number): string => (part === 1 ? '' : `-${part}`);

async function secondReadings(
  plan: Plan,
  outcomes: ReadonlyMap<string, Entry>,
  store: Store,
  onProgress: (progress: ReportProgress) => void,
): Promise<SecondReading[]> {
  const made = new Map(
    [...outcomes].flatMap(([file, entry]): [string, MadeEntry][] =>
      entry.outcome === 'made' ? [[file, entry]] : [],
    ),
  );
  const chosen = chosenFiles(plan, made);
  const readings: SecondReading[] = [];
  for (const entry of chosen) {
    readings.push(await readAgain(entry, store));
    onProgress({ kind: 'second-reader', name: entry.file, done: readings.length, of: chosen.length });
  }
  return readings;
}

/** Papers of one region go together: where the files are on A4 or A3, so is the report. */
function paperOf({ batches }: Plan): ReviewPaper {
  const [batch] = batches;
  return /^a\d$/.test(batch?.rows[0]?.setting.paper ?? '') ? 'a4' : 'letter';
}

function stored(name: string, content: string | Uint8Array): StoredFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { name, content: bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
