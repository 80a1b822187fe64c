import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { loadCampaign, type Plan, planOf, verifyCampaign } from '../../src/campaign/index.ts';
import { command } from '../press/workshop.ts';
import { fewer, property } from './property.ts';

const starter = resolve(import.meta.dirname, '../../campaigns/starter');

/** A campaign that was made, with what it left: files with their proofs, a bundle and an archive of each place, papers. */
interface Made {
  readonly out: string;
  readonly plan: Plan;
  readonly files: readonly string[];
}

let making: Promise<Made> | undefined;

async function make(): Promise<Made> {
  const folder = mkdtempSync(join(tmpdir(), 'made-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const said = readFileSync(join(starter, 'campaign.yaml'), 'utf8')
    .replace('products: [poster, pamphlet-trifold]', 'products: [sticker]')
    .replace('locales: [en, es]', 'locales: [en]')
    .replace('{ product: poster, copies: 20 }', '{ product: sticker, copies: 20 }');
  writeFileSync(join(folder, 'campaign.yaml'), said);
  const places = readFileSync(join(starter, 'places.csv'), 'utf8').split('\n').slice(0, 3).join('\n');
  writeFileSync(join(folder, 'places.csv'), `${places}\n`);
  const out = join(folder, 'out');
  const { code, err } = await command(
    'campaign',
    folder,
    '--out',
    out,
    '--bundle',
    'place',
    '--zip',
    '--workers',
    '0',
  );
  if (code !== 0) throw new Error(`the campaign was not made: ${err}`);
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.lock'))
    .map((entry) => relative(out, join(entry.parentPath, entry.name)))
    .sort();
  return { out, plan: await planOf(loadCampaign(folder)), files };
}

/** One file, cut or with some bytes changed: each place taken modulo its length. */
const damage = fc.record({
  file: fc.nat(1000),
  at: fc.array(fc.tuple(fc.nat(10_000_000), fc.nat(255)), { minLength: 1, maxLength: 3 }),
  cut: fc.option(fc.nat(10_000_000), { freq: 5 }),
});

async function tells(input: {
  file: number;
  at: readonly (readonly [number, number])[];
  cut: number | null;
}) {
  making ??= make();
  const { out, plan, files } = await making;
  const name = files[input.file % files.length]!;
  const path = join(out, name);
  const before = readFileSync(path);
  const after = Buffer.from(before);
  for (const [at, value] of input.at) after[at % after.length] = value;
  const now = input.cut === null ? after : after.subarray(0, input.cut % after.length);
  if (saysTheSame(before, now, name)) return;
  try {
    writeFileSync(path, now);
    const { problems } = await verifyCampaign({ out, plan, workers: 0 });
    if (problems.length === 0) throw new Error(`nobody tells that ${name} was changed`);
  } finally {
    writeFileSync(path, before);
  }
}

/** Of JSON what it says, but for what a file was held to: to that it is held again. Of all else its bytes. */
function saysTheSame(before: Buffer, after: Buffer, name: string): boolean {
  if (before.equals(after)) return true;
  if (!name.endsWith('.json')) return false;
  try {
    return isDeepStrictEqual(saidIn(before), saidIn(after));
  } catch {
    return false;
  }
}

function saidIn(bytes: Buffer): unknown {
  const { expectation: _, ...said } = JSON.parse(bytes.toString()) as Record<string, unknown>;
  return said;
}

/** What lies where a campaign was made, after a disk, a program or a hand changed it: its verification tells. */
export const properties = [fewer(60, property('a file of a made campaign is changed', damage, tells))];
