/**
 * Sets the Universal Declaration of Human Rights in every language of the package `udhr` whose script there are faces for:
 * as a guide, in a template of its own, proved, and read back letter for letter. Ends with what is left out, by name.
 *
 *   npx tsx scripts/udhr.ts [--out folder] [code …]
 *
 * Exit code 1 where a text is not set as it should be.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exceptions, speedTable } from './udhr/report.ts';
import { setAll } from './udhr/run.ts';

const { values, positionals: codes } = parseArgs({
  options: { out: { type: 'string' } },
  allowPositionals: true,
});
const out = values.out === undefined ? undefined : resolve(values.out);
const outcomes = await setAll({ codes, out, timed: true });
const set = outcomes.filter(({ refused, faults }) => refused === undefined && faults.length === 0);
const pages = set.reduce((sum, outcome) => sum + outcome.pages, 0);
const say = (text: string) => process.stdout.write(`${text}\n`);
say(`${set.length} of ${outcomes.length} texts set, proved and read back whole, on ${pages} pages.\n`);
say(speedTable(outcomes));
if (codes.length === 0) say(exceptions(outcomes));
for (const { code, name, faults } of outcomes)
  for (const fault of faults) say(`FAULT ${code}, ${name}: ${fault.slice(0, 600)}`);
process.exitCode = outcomes.some(({ faults }) => faults.length > 0) ? 1 : 0;
