import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunnerTestCase, type RunnerTestSuite, TestRunner } from 'vitest';
import { type Progress, readProgress, writeProgress } from './progress.ts';

const folder = process.env.MUTANTS!;

interface Asked {
  readonly count: number;
  /** The fault that is on from the beginning; else each test is run with each fault that it comes by. */
  readonly active?: number;
  /** How long tests are tried for one fault, seconds of this process. */
  readonly limit: number;
}

const asked = JSON.parse(readFileSync(join(folder, 'asked.json'), 'utf8')) as Asked;
/** How often each fault's place was passed. */
const passed = new Uint32Array(asked.count);
let active = asked.active ?? -1;
let [total, most] = [0, Number.POSITIVE_INFINITY];
Object.assign(globalThis, {
  __mutant(id: number): boolean {
    passed[id]!++;
    if (active >= 0 && ++total > most) throw new Error('endless');
    return id === active;
  },
});

const seconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const { getSuiteHooks, getTestFn } = TestRunner;

/** Suites around a test, the outermost first. */
function suitesOf(test: RunnerTestCase): RunnerTestSuite[] {
  const suites: RunnerTestSuite[] = [];
  for (let suite = test.suite ?? test.file; suite !== undefined; suite = suite.suite!) suites.unshift(suite);
  if (!suites.includes(test.file)) suites.unshift(test.file);
  return suites;
}

/** Runs each test as it is, then with each fault whose place it passed. */
export default class MutantRunner extends TestRunner {
  private progress: Progress = readProgress(folder);
  private failed = false;

  override onBeforeRunSuite(suite: RunnerTestSuite): Promise<void> {
    this.outside(suite.file.filepath);
    return super.onBeforeRunSuite(suite);
  }

  /** What was passed outside of tests, where a file is loaded or made ready, is tried with the whole file. */
  private outside(file: string): void {
    const ids = this.progress.outside[file] ?? [];
    this.progress.outside[file] = ids;
    for (const [id, times] of passed.entries()) if (times > 0 && !ids.includes(id)) ids.push(id);
    passed.fill(0);
  }

  override onAfterRunFiles(): void {
    if (asked.active === undefined) writeProgress(folder, this.progress);
    super.onAfterRunFiles();
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    if (asked.active !== undefined) return this.runFaulty(test);
    this.outside(test.file.filepath);
    const begin = seconds();
    await getTestFn(test)();
    const cost = seconds() - begin;
    const ids = [...passed.keys()].filter((id) => passed[id]! > 0);
    const sound = passed.reduce((sum, times) => sum + times, 0);
    for (const id of ids) {
      if (id in this.progress.noticed || (this.progress.spent[id] ?? 0) > asked.limit) continue;
      [total, most] = [0, 20 * sound + 1_000_000];
      if (!(await this.notices(test, id))) continue;
      if (await this.notices(test, -1)) break;
      this.progress.noticed[id] = `${test.file.name} > ${test.name}`;
      writeProgress(folder, this.progress);
    }
    for (const id of ids) this.progress.spent[id] = (this.progress.spent[id] ?? 0) + cost;
    passed.fill(0);
  }

  private async runFaulty(test: RunnerTestCase): Promise<void> {
    if (this.failed) return;
    this.failed = true;
    [total, most] = [0, 1e9];
    await getTestFn(test)();
    this.failed = false;
  }

  /** True where a test fails with a fault. */
  private async notices(test: RunnerTestCase, id: number): Promise<boolean> {
    writeFileSync(join(folder, 'now'), id < 0 ? '' : String(id));
    const suites = suitesOf(test);
    const each = async (kind: 'beforeEach' | 'afterEach') => {
      for (const suite of suites)
        for (const hook of getSuiteHooks(suite)[kind])
          await (hook as (context: unknown, suite: unknown) => unknown)(test.context, suite);
    };
    passed.fill(0);
    await each('beforeEach');
    active = id;
    try {
      await getTestFn(test)();
      if (id >= 0 && passed[id]! > 0) this.progress.tried[id] = (this.progress.tried[id] ?? 0) + 1;
      return false;
    } catch {
      return true;
    } finally {
      active = -1;
      await each('afterEach');
      writeFileSync(join(folder, 'now'), '');
    }
  }
}
