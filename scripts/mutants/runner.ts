import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTests, type VitestRunner } from '@vitest/runner';
import { type RunnerTestCase, type RunnerTestFile, type RunnerTestSuite, TestRunner, vi } from 'vitest';
import { type Progress, readProgress, writeProgress } from './progress.ts';

/** What one run of a file of tests is for. */
export interface Asked {
  /** How many faults the room has. */
  readonly count: number;
  /** The faults that the whole file is run with, one after the other; else each test with those that it comes by. */
  readonly whole?: readonly number[];
  /** How long tests are tried for one fault, seconds of this process. */
  readonly limit: number;
}

const folder = process.env.MUTANTS!;
const asked = JSON.parse(readFileSync(join(folder, 'asked.json'), 'utf8')) as Asked;
/** How often each fault's place was passed. */
const passed = new Uint32Array(asked.count);
let active = -1;
let [total, most] = [0, 0];
/** What files keep: see `forgetful.ts`. */
const kept = new Set<{ clear(): void }>();
Object.assign(globalThis, {
  __mutant(id: number): boolean {
    passed[id]!++;
    if (active >= 0 && ++total > most) throw new Error('endless');
    return id === active;
  },
  __kept<T extends { clear(): void }>(map: T): T {
    kept.add(map);
    return map;
  },
});

function forget(): void {
  for (const map of kept) map.clear();
}

/** From now on a fault is on; it ends where so many places were passed. */
function switchOn(id: number, places: number): void {
  passed.fill(0);
  forget();
  [active, total, most] = [id, 0, places];
  writeFileSync(join(folder, 'now'), id < 0 ? '' : String(id));
}

const seconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const { getSuiteHooks, getTestFn } = TestRunner;
const isFailed = ({ result }: RunnerTestCase) => result?.state === 'fail';

/** Suites around a test, the outermost first. */
function suitesOf(test: RunnerTestCase): RunnerTestSuite[] {
  const suites: RunnerTestSuite[] = [];
  for (let suite = test.suite; suite !== undefined; suite = suite.suite) suites.unshift(suite);
  return suites.includes(test.file) ? suites : [test.file, ...suites];
}

export default class MutantRunner extends TestRunner {
  private readonly progress: Progress = readProgress(folder);

  private spend(id: number, cost: number): void {
    this.progress.spent[id] = (this.progress.spent[id] ?? 0) + cost;
  }

  private isOver(id: number): boolean {
    return id in this.progress.noticed || (this.progress.spent[id] ?? 0) > asked.limit;
  }

  private files: readonly RunnerTestFile[] = [];

  onBeforeRunFiles(files: RunnerTestFile[]): void {
    this.files = files;
    if (asked.whole !== undefined) for (const file of files) file.mode = 'skip';
  }

  override async onAfterRunFiles(): Promise<void> {
    super.onAfterRunFiles();
    for (const file of this.files)
      for (const id of asked.whole ?? []) if (!this.isOver(id)) await this.tryWhole(file, id);
    writeProgress(folder, this.progress);
  }

  /** Loads and runs a file anew with a fault. */
  private async tryWhole(file: RunnerTestFile, id: number): Promise<void> {
    const begin = seconds();
    vi.resetModules();
    kept.clear();
    switchOn(id, 3e8);
    let failed = false;
    const own = {
      async runTask(test: RunnerTestCase): Promise<void> {
        if (failed) return;
        failed = true;
        await getTestFn(test)();
        failed = false;
      },
      onBeforeRunFiles: undefined,
      onAfterRunFiles: undefined,
      onBeforeRunSuite: (suite: RunnerTestSuite) => super.onBeforeRunSuite(suite),
      onTaskUpdate: undefined,
      onCollected: undefined,
    };
    const runner = Object.assign(Object.create(this) as VitestRunner, own);
    const files = await startTests([file.filepath], runner);
    const isPassed = passed[id]! > 0;
    switchOn(-1, 0);
    this.spend(id, seconds() - begin);
    if (files.some(({ result }) => result?.state === 'fail')) this.progress.noticed[id] = file.name;
    else if (isPassed) this.progress.tried[id] = (this.progress.tried[id] ?? 0) + 1;
    writeProgress(folder, this.progress);
  }

  override async onBeforeRunSuite(suite: RunnerTestSuite): Promise<void> {
    this.noteOutside(suite.file.filepath);
    await super.onBeforeRunSuite(suite);
  }

  /** What was passed outside of tests, where a file is loaded or made ready, is tried with the whole file. */
  private noteOutside(file: string): void {
    for (const [id, times] of passed.entries()) if (times > 0) this.tryAlsoWhole(file, id);
    passed.fill(0);
  }

  private tryAlsoWhole(file: string, id: number): void {
    const ids = this.progress.outside[file] ?? [];
    this.progress.outside[file] = ids;
    if (!ids.includes(id)) ids.push(id);
  }

  /** Runs a test as it is, then with each fault whose place it passed. */
  async runTask(test: RunnerTestCase): Promise<void> {
    this.noteOutside(test.file.filepath);
    forget();
    const begin = seconds();
    await getTestFn(test)();
    const cost = seconds() - begin;
    const ids = [...passed.keys()].filter((id) => passed[id]! > 0);
    const sound = passed.reduce((sum, times) => sum + times, 0);
    for (const id of ids) {
      if (this.isOver(id)) continue;
      this.spend(id, cost);
      if (!(await this.notices(test, id, 20 * sound + 1_000_000))) continue;
      // What the fault has left behind is not what fails.
      if (await this.notices(test, -1, 0)) break;
      this.progress.noticed[id] = `${test.file.name} > ${test.name}`;
      writeProgress(folder, this.progress);
    }
    passed.fill(0);
  }

  /** True where a test fails with a fault. */
  private async notices(test: RunnerTestCase, id: number, places: number): Promise<boolean> {
    const suites = suitesOf(test);
    const each = async (kind: 'beforeEach' | 'afterEach') => {
      for (const suite of suites)
        for (const hook of getSuiteHooks(suite)[kind])
          await (hook as (context: unknown, suite: unknown) => unknown)(test.context, suite);
    };
    await each('beforeEach');
    const result = test.result!;
    test.result = { state: 'run' };
    switchOn(id, places);
    try {
      await getTestFn(test)();
      // What is expected softly is told there, and not thrown.
      if (isFailed(test)) return true;
      // What is kept of the first time hides the fault.
      if (id >= 0 && passed[id] === 0) this.tryAlsoWhole(test.file.filepath, id);
      else if (id >= 0) this.progress.tried[id] = (this.progress.tried[id] ?? 0) + 1;
      return false;
    } catch {
      return true;
    } finally {
      switchOn(-1, 0);
      test.result = result;
      await each('afterEach');
    }
  }
}
