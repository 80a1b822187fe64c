/**
 * How many small faults do the tests of a room notice? Puts them into a copy of the project one by one, and runs the
 * room's own tests: those that ask the file itself, the other quick ones, then the slow ones.
 *
 *   npm run mutants -- [room …] [--files engrave,output] [--count 40] [--seed 1] [--out survivors.md]
 *
 * With --files only files of these names. The same seed takes the same faults of the same files. Exit code 1 where a room notices less than 85 of 100.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Mutant, mutantsOf } from './mutants/kinds.ts';
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
/** Tests that take long: they run where the others noticed nothing. */
const slow = [
  'adding',
  'determinism',
  'broken-input',
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
    count: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    files: { type: 'string' },
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

const named = values.files?.split(',').map((name) => `${name}.ts`);

/** Some of all the faults that a room could have, and that pass the type check of a copy. */
function sample(room: string, folder: string): Placed[] {
  const all = filesIn(join(root, 'src', room))
    .filter((file) => !/index\.ts$|\.d\.ts$|\/tables\//.test(file))
    .filter((file) => named?.includes(basename(file)) ?? true)
    .flatMap((file) =>
      mutantsOf(readFileSync(file, 'utf8')).map((mutant) => ({ ...mutant, file: relative(root, file) })),
    );
  const next = random(Number(values.seed));
  const ranked = all
    .map((mutant) => ({ mutant, rank: next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ mutant }) => mutant);
  const count = Number(values.count);
  const found: Placed[] = [];
  for (let at = 0; at < ranked.length && found.length < count; at += 2 * count)
    found.push(...typed(ranked.slice(at, at + 2 * count), folder));
  return found.slice(0, count);
}

/** A copy of the project to put faults into. */
function workshop(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  const left = new Set(['node_modules', '.git', 'dist', 'out']);
  cpSync(root, folder, { recursive: true, filter: (path) => !left.has(relative(root, path).split('/')[0]!) });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/**
 * Runs tests in a copy; true where all of them pass. What takes ten minutes has noticed something too, but a busy machine
 * is no fault: a test has five times its limit.
 */
function passes(folder: string, args: readonly string[]): Promise<boolean> {
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs');
  const limits = ['--bail=1', '--maxWorkers=1', '--testTimeout=300000'];
  const child = spawn(process.execPath, [vitest, 'run', ...limits, ...args], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, CI: 'true' },
    timeout: 600_000,
    killSignal: 'SIGKILL',
  });
  return new Promise((done) => {
    child.on('close', (code) => done(code === 0));
  });
}

async function isNoticed(folder: string, room: string, { file, text }: Placed): Promise<boolean> {
  const path = join(folder, file);
  const original = readFileSync(path, 'utf8');
  writeFileSync(path, text);
  const tests = filesIn(join(root, 'tests', room))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => relative(root, name));
  const isSlow = (name: string) => slow.some((part) => name.includes(part));
  const asks = (name: string) => readFileSync(join(root, name), 'utf8').includes(`/${file}'`);
  const quick = tests.filter((name) => !isSlow(name));
  const stages = [
    quick.filter(asks),
    quick.filter((name) => !asks(name)),
    tests.filter((name) => isSlow(name)),
  ];
  try {
    for (const stage of stages) if (stage.length > 0 && !(await passes(folder, stage))) return true;
    return false;
  } finally {
    writeFileSync(path, original);
  }
}

const say = (text: string) => process.stdout.write(`${text}\n`);
const report: string[] = [];
const folders = Array.from({ length: Math.max(1, availableParallelism() - 1) }, workshop);
try {
  for (const room of positionals.length > 0 ? positionals : rooms) {
    if (!(await passes(folders[0]!, [`tests/${room}`]))) throw new Error(`The tests of ${room} do not pass.`);
    const mutants = sample(room, folders[0]!);
    const waiting = [...mutants];
    const survivors: Placed[] = [];
    const work = async (folder: string) => {
      for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
        const noticed = await isNoticed(folder, room, mutant);
        if (!noticed) survivors.push(mutant);
        process.stderr.write(
          `${noticed ? 'noticed ' : 'SURVIVED'} ${mutant.file}:${mutant.line} ${mutant.kind}\n`,
        );
      }
    };
    await Promise.all(folders.map(work));
    const noticed = mutants.length - survivors.length;
    if (noticed < goal * mutants.length) process.exitCode = 1;
    report.push(`\n## ${room}: ${noticed} of ${mutants.length} noticed\n`);
    for (const { file, line, kind, before, after } of survivors)
      report.push(`- ${file}:${line} ${kind}: \`${before}\` → \`${after}\``);
    say(report.slice(-survivors.length - 1).join('\n'));
  }
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
if (values.out !== undefined) writeFileSync(values.out, `${report.join('\n').trim()}\n`);
