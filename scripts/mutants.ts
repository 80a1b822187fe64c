/**
 * How many small faults do the tests of a room notice? All faults are put into the room's files at once, each behind a
 * switch; each of the room's own tests is run as it is, then once more with each fault whose place it passed. What is
 * passed where a file of tests is loaded or made ready is tried by running that whole file with the fault.
 *
 *   npm run mutants -- [room …] [--files engrave,output] [--tests stand,told] [--count 120] [--seed 1] [--limit 60]
 *     [--out survivors.md] [--again survivors.md]
 *
 * With --files only files of these names, with --tests only tests of these names. The same seed takes the same faults
 * of the same files; `--count 0` takes all.
 * --again: none but the survivors that an earlier run wrote, with other tests, or a higher limit.
 * --limit: after how many seconds of tests a fault that none of them noticed is given up as a survivor, so that what is
 * told is the least that is noticed. Exit code 1 where a room notices less than 85 of 100.
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Mutant, mutantsOf } from './mutants/kinds.ts';
import { type Progress, readProgress, writeProgress } from './mutants/progress.ts';
import type { Given } from './mutants/session.ts';
import { switched } from './mutants/switched.ts';
import { typed } from './mutants/typed.ts';

const root = resolve(import.meta.dirname, '..');
const goal = 0.85;
const rooms = [
  'proof',
  'press',
  'content',
  'template',
  'paint',
  'locale',
  'translations',
  'imposition',
  'product',
];
/** Tests that take long: they run last, as those that print run later. */
const slow = [
  'adding',
  'determinism',
  'broken-input',
  'exchange-tools',
  'font-package',
  'number.test',
  'keeps',
  'refusals',
  'review',
  'round-trip',
  'shipped',
];

const { values, positionals } = parseArgs({
  options: {
    count: { type: 'string', default: '120' },
    seed: { type: 'string', default: '1' },
    limit: { type: 'string', default: '60' },
    out: { type: 'string' },
    again: { type: 'string' },
    files: { type: 'string' },
    tests: { type: 'string' },
  },
  allowPositionals: true,
});

/** Numbers in [0, 1) that the seed decides (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

interface Placed extends Mutant {
  readonly file: string;
}

/** How a fault is called, wherever in its room its file lies. */
const nameOf = ({ file, line, kind, before, after }: Placed) =>
  `${basename(file)}:${line} ${kind}: \`${before}\` → \`${after}\``;

const count = Number(values.count) || Number.POSITIVE_INFINITY;
/** Survivors of an earlier run, as it wrote them. */
const again =
  values.again === undefined
    ? undefined
    : new Set(
        [...readFileSync(values.again, 'utf8').matchAll(/^- (?:.*\/)?([^/\n]+\.ts:.*) \(\d.*\)$/gm)].map(
          ([, name]) => name!,
        ),
      );
const named = values.files?.split(',').map((name) => `${name}.ts`);

/** Some of all the faults that a room could have, more than are asked for: the type check refuses some. */
function candidates(room: string): Placed[] {
  const next = random(Number(values.seed));
  return filesIn(join(root, 'src', room))
    .filter((file) => !/index\.ts$|\.d\.ts$|\/tables\//.test(file))
    .filter((file) => named?.includes(basename(file)) ?? true)
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      const mutants = mutantsOf(text);
      const left = switched(
        text,
        mutants.map((mutant, id) => ({ ...mutant, id })),
      ).left;
      return mutants
        .filter((_, id) => !left.includes(id))
        .map((mutant) => ({ ...mutant, file: relative(root, file) }))
        .filter((mutant) => again?.has(nameOf(mutant)) ?? true);
    })
    .map((mutant) => ({ mutant, rank: next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ mutant }) => mutant)
    .slice(0, Math.ceil(1.4 * count));
}

/** A copy of the project, for the type check and the tests: what faulty code writes beside it, and what is changed meanwhile, does no harm. */
function workshop(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  const left = new Set(['node_modules', '.git', 'dist', 'out']);
  cpSync(root, folder, { recursive: true, filter: (path) => !left.has(relative(root, path).split('/')[0]!) });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Longest that one run of a test with a fault takes, ms. */
const longest = 400_000;

/** Runs the tests of a room in a process of its own, anew where a fault has no end. */
async function run(given: Given, home: string): Promise<Progress> {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  const now = join(folder, 'now');
  writeFileSync(join(folder, 'given.json'), JSON.stringify(given));
  for (;;) {
    const args = ['--import', 'tsx', join(home, 'scripts/mutants/session.ts')];
    const env = { ...process.env, MUTANTS: folder, NODE_NO_WARNINGS: '1' };
    const child = spawn(process.execPath, args, { cwd: home, stdio: ['ignore', 'ignore', 'inherit'], env });
    let endless: number | undefined;
    const watch = setInterval(() => {
      if (!existsSync(now) || statSync(now).size === 0 || Date.now() - statSync(now).mtimeMs < longest)
        return;
      endless = Number(readFileSync(now, 'utf8'));
      child.kill('SIGKILL');
    }, 1000);
    const code = await new Promise((done) => child.on('close', done));
    clearInterval(watch);
    const progress = readProgress(folder);
    if (endless !== undefined) progress.noticed[endless] = 'no end';
    else if (code !== 0) throw new Error(`The tests ended with ${code}.`);
    writeProgress(folder, progress);
    rmSync(now, { force: true });
    if (endless !== undefined) continue;
    rmSync(folder, { recursive: true });
    return progress;
  }
}

/** Those that are called like a faulty file first: they notice most of its faults, and a limit does not hold them off. */
function testsOf(room: string, mutants: readonly Placed[]): string[] {
  const only = values.tests?.split(',').map((name) => `${name}.test.ts`);
  const tests = filesIn(join(root, 'tests', room))
    .filter((name) => name.endsWith('.test.ts') && (only?.includes(basename(name)) ?? true))
    .map((name) => relative(root, name));
  const faulty = new Set(mutants.map(({ file }) => basename(file, '.ts').replace(/^check-/, '')));
  const isSlow = (name: string) =>
    Number(!faulty.has(basename(name, '.test.ts'))) / 2 +
    Number(slow.some((part) => name.includes(part))) +
    Number(/Press\(|Workshop\(|Desk\(/.test(readFileSync(join(root, name), 'utf8')));
  return tests.sort((a, b) => isSlow(a) - isSlow(b));
}

const report: string[] = [];
const folder = workshop();
const asked = positionals.length > 0 ? positionals : rooms;
const checked = typed(asked.flatMap(candidates), folder);
for (const room of asked) {
  const mutants = checked
    .filter(({ file }) => file.startsWith(`src/${room}/`))
    .slice(0, count)
    .map((mutant, id) => ({ ...mutant, id }));
  const { noticed, tried, spent } = await run(
    { mutants, tests: testsOf(room, mutants), limit: Number(values.limit) },
    folder,
  );
  const survivors = mutants.filter(({ id }) => !(id in noticed));
  const known = mutants.length - survivors.length;
  if (known < goal * mutants.length) process.exitCode = 1;
  const lines = survivors.map((mutant) => {
    const how = (spent[mutant.id] ?? 0) > Number(values.limit) ? ', not by all' : '';
    return `- ${dirname(mutant.file)}/${nameOf(mutant)} (${tried[mutant.id] ?? 0} tests${how})`;
  });
  report.push(`## ${room}: ${known} of ${mutants.length} noticed\n`, ...lines, '');
  process.stdout.write(`${report.slice(-lines.length - 2).join('\n')}\n`);
}
rmSync(folder, { recursive: true, force: true });
if (values.out !== undefined) writeFileSync(values.out, `${report.join('\n').trim()}\n`);
