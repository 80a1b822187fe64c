import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';

/** What a run said. */
export interface Event {
  readonly kind: string;
  readonly done?: number;
  readonly made?: number;
  readonly kept?: number;
  readonly problems?: readonly { readonly code: string; readonly message: string }[];
}

export interface Run {
  readonly child: ChildProcess;
  readonly events: Event[];
  /** Exit code; null: it was killed. */
  readonly ended: Promise<number | null>;
}

/** Starts a run of a campaign in a process of its own. */
export function start(
  campaign: string,
  out: string,
  { workers = 2, shard, onEvent = () => {} }: StartOptions = {},
): Run {
  const script = join(import.meta.dirname, 'child.mjs');
  const args = [script, campaign, out, String(workers), ...(shard === undefined ? [] : [shard])];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const events: Event[] = [];
  createInterface({ input: child.stdout! }).on('line', (line) => {
    const event = JSON.parse(line) as Event;
    events.push(event);
    onEvent(event);
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  return { child, events, ended };
}

interface StartOptions {
  readonly workers?: number;
  readonly shard?: string;
  readonly onEvent?: (event: Event) => void;
}

/** A folder for what a drill makes. */
export const newFolder = (name: string): string => mkdtempSync(join(tmpdir(), `drill-${name}-`));

/** A campaign of posters: so many places, in English and Spanish, each tenth with a publisher of its own. */
export function campaignOf(places: number): string {
  const folder = newFolder('campaign');
  const rows = Array.from({ length: places }, (_, i) => {
    const publisher = i % 10 === 9 ? `Clinic ${String.fromCharCode(65 + (i % 26))}${i}` : '';
    return `p${String(i).padStart(4, '0')},202-555-${String(1000 + i)},${publisher}`;
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'campaign.yaml'),
    'id: drill\nguides: [heroin-detox]\nproducts: [poster]\nlocales: [en, es]\npurposes: [screen]\nplaces: { file: places.csv }\n',
  );
  writeFileSync(join(folder, 'places.csv'), `id,helpline,name\n${rows.join('\n')}\n`);
  return folder;
}

/** Every file below a folder with its hash, but manifests and locks. */
export function filesIn(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const name = relative(folder, join(entry.parentPath, entry.name));
    if (!entry.isFile() || /^campaign\..*(manifest|lock)$/.test(name)) continue;
    files.set(
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    );
  }
  return files;
}

/** Files that the manifests of a folder say were made, each as often as they say it. */
export function recorded(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.manifest'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line.includes('"outcome":"made"'))
    .map((line) => (JSON.parse(line.slice(9)) as { file: string }).file);
}

/** What is wrong with a folder that should be as another one; none: it is complete, byte-equal, each recorded once. */
export function differences(out: string, expected: ReadonlyMap<string, string>): string[] {
  const files = filesIn(out);
  const lines = recorded(out);
  const count = [...expected.keys()].filter((name) => name.endsWith('.pdf')).length;
  return [
    ...[...expected.keys()].filter((name) => !files.has(name)).map((name) => `${name} is missing`),
    ...[...files]
      .filter(([name, hash]) => expected.has(name) && expected.get(name) !== hash)
      .map(([name]) => `${name} is another`),
    ...[...files.keys()].filter((name) => !expected.has(name)).map((name) => `${name} is left over`),
    ...(new Set(lines).size === count ? [] : [`${new Set(lines).size} of ${count} files are recorded`]),
    ...(lines.length === new Set(lines).size
      ? []
      : [`${lines.length - new Set(lines).size} are recorded twice`]),
  ];
}

/** What may stand in a folder at any moment: whole files as they are to be, and no PDF beside another's proof. */
export function halves(out: string, expected: ReadonlyMap<string, string>): string[] {
  return [...filesIn(out)]
    .filter(([name, hash]) => !name.includes('.campaign.') && expected.get(name) !== hash)
    .map(([name]) => `${name} is not whole`);
}
