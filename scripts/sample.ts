import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runJobs } from '../src/cli/index.ts';
import { formatProblem, PressError } from '../src/diagnostics/index.ts';
import { shippedFolders } from '../src/press/index.ts';
import { openReader } from '../src/raster/index.ts';
import { writeContactSheet } from './contact-sheet.ts';

/**
 * Prints the shipped guide in all locales, as pamphlets, posters and handouts, on Letter and A4, for screen and office, into
 * `out/`, in one process (`npm run gallery` prints the other products); ends with a table and a contact sheet. The translations are drafts: printing them for office is asked for
 * here, and said.
 */
const { values } = parseArgs({
  options: {
    locale: { type: 'string', default: 'all' },
    product: { type: 'string', default: 'pamphlet-trifold,poster,handout' },
    paper: { type: 'string', default: 'letter,a4' },
    out: { type: 'string', default: 'out' },
  },
});
const root = resolve(import.meta.dirname, '..');
const flags = {
  ...values,
  edition: 'standard',
  for: 'screen,office',
  duplex: 'short',
  theme: 'dawn',
  allowDrafts: true,
};

try {
  const outcomes = runJobs(join(root, 'guides/heroin-detox'), flags, shippedFolders(), {
    out: process.stdout,
    err: process.stderr,
  });
  const made = outcomes.filter(({ path }) => path !== undefined);
  const failed = outcomes.filter(({ path }) => path === undefined);
  for (const { name, problems } of failed) {
    process.stderr.write(`\n${name} was not made:\n`);
    for (const p of problems) process.stderr.write(`${formatProblem(p)}\n`);
  }
  const row = (cells: readonly string[]) =>
    `${cells[0]!.padEnd(66)}${cells
      .slice(1)
      .map((cell) => cell.padStart(9))
      .join('')}\n`;
  process.stdout.write(row(['file', 'pages', 'KiB', 'ms', 'proof']));
  for (const { name, pages, size, milliseconds, proved } of made)
    process.stdout.write(
      row([
        name,
        String(pages),
        ((size ?? 0) / 1024).toFixed(0),
        milliseconds.toFixed(0),
        proved ? 'proved' : 'FAILED',
      ]),
    );
  process.stderr.write('Drawing the contact sheet …\n');
  const files = made.map(({ name, path }) => ({
    name,
    bytes: readFileSync(path!),
  }));
  const pages = writeContactSheet(files, values.out, await openReader());
  process.stdout.write(`\n${made.length} files, ${pages} pages: ${join(values.out, 'index.html')}\n`);
  process.stdout.write(
    'The translations are machine drafts, printed here for office because the sample allows drafts.\n',
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof PressError)) throw error;
  for (const p of error.problems) process.stderr.write(`${formatProblem(p)}\n`);
  process.exitCode = 1;
}
