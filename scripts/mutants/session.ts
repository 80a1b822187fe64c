/** Run in a process of its own by `scripts/mutants.ts`: the tests of a room with its faults, which lie in a folder. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { createVitest, type TestModule } from 'vitest/node';
import { forgetful } from './forgetful.ts';
import { type Progress, readProgress, writeProgress } from './progress.ts';
import type { Asked } from './runner.ts';
import { type Switch, switched } from './switched.ts';

export interface Given {
  readonly limit: number;
  /** Of tests, from the cheapest on. */
  readonly tests: readonly string[];
  readonly mutants: readonly (Switch & { readonly file: string })[];
}

const root = resolve(import.meta.dirname, '../..');
const folder = process.env.MUTANTS!;
const { limit, tests, mutants } = JSON.parse(readFileSync(join(folder, 'given.json'), 'utf8')) as Given;

const texts = new Map<string, string>();
for (const file of new Set(mutants.map((mutant) => mutant.file))) {
  const text = readFileSync(join(root, file), 'utf8');
  const inFile = mutants.filter((mutant) => mutant.file === file);
  texts.set(join(root, file), switched(text, inFile).text);
}

const vitest = await createVitest(
  'test',
  {
    root,
    watch: false,
    include: [...tests],
    runner: join(import.meta.dirname, 'runner.ts'),
    maxWorkers: 1,
    testTimeout: 120_000,
    reporters: [{}],
  },
  {
    plugins: [
      {
        name: 'mutants',
        enforce: 'pre',
        transform(text, id) {
          const [path] = id.split('?') as [string];
          return path.startsWith(join(root, 'src/')) ? forgetful(texts.get(path) ?? text) : undefined;
        },
      },
    ],
  },
);

/** Runs a file of tests; tells whether all of it passes as it is. */
async function run(test: string, whole?: readonly number[]): Promise<boolean> {
  const asked: Asked = { count: mutants.length, limit, ...(whole !== undefined && { whole }) };
  writeFileSync(join(folder, 'asked.json'), JSON.stringify(asked));
  const specifications = await vitest.globTestSpecifications([join(root, test)]);
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  return unhandledErrors.length === 0 && testModules.every((module: TestModule) => module.ok());
}

const say = (text: string) => {
  const { noticed } = readProgress(folder);
  process.stderr.write(`${text}: ${Object.keys(noticed).length} of ${mutants.length} noticed\n`);
};
for (const test of tests) {
  if (readProgress(folder).done.includes(test)) continue;
  if (!(await run(test))) process.stderr.write(`${test} does not pass beside its faults.\n`);
  const progress = readProgress(folder);
  writeProgress(folder, { ...progress, done: [...progress.done, test] });
  say(test);
}

/**
 * Files of tests that come by a fault where they are loaded: the one that is called like the faulty file first, then those
 * that noticed most in it, or name it.
 */
function likely({ id, file }: Given['mutants'][number], { noticed, outside }: Progress): string[] {
  const inFile = mutants.filter((mutant) => mutant.file === file);
  const rank = (test: string) =>
    1000 * Number(basename(test, '.test.ts') === basename(file, '.ts')) +
    2 * inFile.filter((mutant) => noticed[mutant.id]?.startsWith(`${test} >`)).length +
    Number(readFileSync(join(root, test), 'utf8').includes(`/${file}'`));
  return tests
    .filter((test) => outside[join(root, test)]?.includes(id))
    .map((test) => ({ test, rank: rank(test) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ test }) => test);
}

// Each fault with the file of tests that is likeliest to notice it, then with the next: many faults a file.
const progress = readProgress(folder);
const waiting = mutants
  .filter(({ id }) => !(id in progress.noticed))
  .map((mutant) => ({ id: mutant.id, tests: likely(mutant, progress) }));
for (;;) {
  const { noticed, spent } = readProgress(folder);
  const next = new Map<string, number[]>();
  for (const { id, tests: left } of waiting) {
    const test = id in noticed || (spent[id] ?? 0) > limit ? undefined : left.shift();
    if (test !== undefined) next.set(test, [...(next.get(test) ?? []), id]);
  }
  if (next.size === 0) break;
  for (const [test, ids] of next) {
    await run(test, ids);
    say(`${test}, anew with ${ids.length}`);
  }
}
await vitest.close();
// Tests that failed with a fault left their exit code.
process.exit(0);
