/**
 * The long fuzzing: `npm run fuzz -- <minutes> [part of a name]` runs the properties of `tests/fuzz/` again and again with
 * new seeds, in child processes, and reports what is thrown and is no PressError, what computes longer than 10 s, and what
 * takes more than 1 GiB. Exit 1: there were findings; each is told with its seed, and its input lies in a file.
 *
 * To add properties: write `tests/fuzz/<room>.fuzz.ts` that exports `properties`, a list made with `property()` of
 * `tests/fuzz/property.ts`: a name, an arbitrary of fast-check, and what takes the input:
 *
 *     import fc from 'fast-check';
 *     import { property } from './property.ts';
 *     export const properties = [property('css: any text', fc.string({ unit: 'binary' }), (css) => parseStyleSheet(css, 'a.css'))];
 *
 * Nothing else is to be done: `tests/fuzz/fuzz.test.ts` runs each a few times with a fixed seed in every test run, this
 * script runs them long. Make inputs that come near what is taken (words and marks of the language, mutations of a good
 * file): wholly random text is refused at its first byte. An input that was a finding is kept in the property's last
 * argument, where every run begins with it.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FuzzProperty } from '../tests/fuzz/property.ts';

const folder = fileURLToPath(new URL('../tests/fuzz', import.meta.url));
/** ms of computing for one input, and bytes. */
const [longest, mostMemory] = [10_000, 2 ** 30];
/** Longest that a child takes until its first input, and for one input that it does not compute at, ms: other programs run too. */
const start = 120_000;
/** Inputs a child; a child's start costs about half a second. */
const batch = 2000;
/** Longest that a child goes on, ms: then it is another property's turn. */
const turn = 30_000;

interface Work {
  readonly file: string;
  readonly name: string;
}

async function propertiesOf(file: string): Promise<readonly FuzzProperty[]> {
  return ((await import(join(folder, file))) as { properties: readonly FuzzProperty[] }).properties;
}

/** One batch of one property, in this process; the input that is run lies in `inputFile`. */
async function runBatch(file: string, name: string, seed: number, inputFile: string): Promise<void> {
  const found = (await propertiesOf(file)).find((property) => property.name === name)!;
  const end = Date.now() + turn;
  await found
    .check(batch, seed, (input) => {
      if (Date.now() > end) process.exit(0);
      writeFileSync(inputFile, input);
    })
    .catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    });
}

/** Milliseconds that a process has computed; undefined where the system does not say. Linux counts hundredths of a second. */
function computed(pid: number): number | undefined {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ').slice(11, 13);
    return (Number(user) + Number(system)) * 10;
  } catch {
    return undefined;
  }
}

/** Bytes that a process holds in memory; 0 where the system does not say. */
function memoryOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Runs a batch in a child. Gives what was found, or undefined. */
function runChild({ file, name }: Work, seed: number, inputFile: string): Promise<string | undefined> {
  writeFileSync(inputFile, '');
  const script = fileURLToPath(import.meta.url);
  const args = ['--import', 'tsx', script, '--batch', file, name, String(seed), inputFile];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => {
    said = (said + String(data)).slice(0, 100_000);
  });
  let reason: string | undefined;
  let began = { at: 0, computed: 0 as number | undefined };
  const watch = setInterval(() => {
    const { mtimeMs, size } = statSync(inputFile);
    const now = computed(child.pid!);
    if (mtimeMs !== began.at) began = { at: mtimeMs, computed: now };
    const [waited, spent] = [Date.now() - mtimeMs, (now ?? 0) - (began.computed ?? 0)];
    const isLong = size > 0 && (now === undefined ? waited : spent) > longest;
    if (isLong || waited > start) reason = `no end in ${longest / 1000} s`;
    else if (memoryOf(child.pid!) > mostMemory) reason = 'more than 1 GiB of memory';
    if (reason !== undefined) child.kill('SIGKILL');
  }, 250);
  return new Promise((done) => {
    child.on('close', (code, signal) => {
      clearInterval(watch);
      done(code === 0 ? undefined : (reason ?? `${said.trim()}${signal === null ? '' : ` (${signal})`}`));
    });
  });
}

async function main(minutes: number, part: string): Promise<number> {
  const work: Work[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.fuzz.ts')))
    for (const { name } of await propertiesOf(file))
      if (`${file} ${name}`.includes(part)) work.push({ file, name });
  if (work.length === 0) throw new Error(`no property has "${part}" in its name`);
  const results = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const inputFile = join(results, 'input.txt');
  const findings: string[] = [];
  const failed = new Set<Work>();
  const end = Date.now() + minutes * 60_000;
  let batches = 0;
  while (Date.now() < end && failed.size < work.length)
    for (const item of work) {
      if (Date.now() >= end) break;
      if (failed.has(item)) continue;
      const seed = Math.floor(Math.random() * 2 ** 31);
      const finding = await runChild(item, seed, inputFile);
      batches++;
      if (finding === undefined) continue;
      failed.add(item);
      const kept = join(results, `finding-${findings.length + 1}.txt`);
      writeFileSync(kept, `${finding}\n\nThe last input:\n${readFileSync(inputFile, 'utf8')}\n`);
      findings.push(
        `${item.file} "${item.name}", seed ${seed}, whole in ${kept}:\n${finding.slice(0, 2000)}`,
      );
      console.log(findings.at(-1));
    }
  console.log(
    `${batches} batches of up to ${batch} inputs, ${work.length} properties, ${findings.length} findings`,
  );
  return findings.length === 0 ? 0 : 1;
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--batch') await runBatch(rest[0]!, rest[1]!, Number(rest[2]), rest[3]!);
else process.exitCode = await main(Number(first ?? 5), rest[0] ?? '');
