/** Run in a process of its own by `scripts/mutants.ts`: the tests of a room with its faults, which lie in a folder. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createVitest, type TestModule } from 'vitest/node';
import { readProgress, writeProgress } from './progress.ts';
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
      { name: 'mutants', enforce: 'pre', transform: (_, id) => texts.get(id.split('?')[0]!) ?? undefined },
    ],
  },
);

/** Runs a file of tests; tells whether all of it passes. */
async function passes(test: string, active?: number): Promise<boolean> {
  const asked = { count: mutants.length, limit, ...(active !== undefined && { active }) };
  writeFileSync(join(folder, 'asked.json'), JSON.stringify(asked));
  const specifications = await vitest.globTestSpecifications([join(root, test)]);
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  return unhandledErrors.length === 0 && testModules.every((module: TestModule) => module.ok());
}

const say = (text: string) => process.stderr.write(`${text}\n`);
const costs = new Map<string, number>();
for (const test of tests) {
  if (readProgress(folder).done.includes(test)) continue;
  const begin = Date.now();
  if (!(await passes(test))) say(`${test}: does not pass beside its faults`);
  const progress = readProgress(folder);
  progress.done.push(test);
  writeProgress(folder, progress);
  costs.set(test, Date.now() - begin);
  say(`${test}: ${Object.keys(progress.noticed).length} of ${mutants.length} noticed`);
}

/** Files of tests that noticed faults of a file, those that noticed most first. */
function likely(file: string, noticed: Readonly<Record<number, string>>): string[] {
  const by = mutants.filter((mutant) => mutant.file === file).map(({ id }) => noticed[id]?.split(' > ')[0]);
  const times = (test: string) => by.filter((name) => name === test).length;
  return [...tests].sort((a, b) => times(b) - times(a));
}

for (const { id, file } of mutants) {
  const progress = readProgress(folder);
  if (id in progress.noticed) continue;
  let spent = 0;
  for (const test of likely(file, progress.noticed)) {
    if (!progress.outside[join(root, test)]?.includes(id)) continue;
    writeFileSync(join(folder, 'now'), String(id));
    const begin = process.cpuUsage();
    const passed = await passes(test, id);
    const { user, system } = process.cpuUsage(begin);
    spent += (user + system) / 1e6;
    if (!passed) progress.noticed[id] = test;
    else progress.tried[id] = (progress.tried[id] ?? 0) + 1;
    if (!passed || spent > limit) break;
  }
  writeProgress(folder, progress);
  writeFileSync(join(folder, 'now'), '');
  say(`${id in progress.noticed ? 'noticed ' : 'SURVIVED'} ${file} ${id}`);
}
await vitest.close();
// Tests that failed with a fault left their exit code.
process.exit(0);
