import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadGuide } from '../src/content/index.ts';
import { formatProblem } from '../src/diagnostics/index.ts';
import { formatStatus, isWhole, presentLocales, statusOf, strayEntries } from '../src/translations/index.ts';

/**
 * Holds every translation of every guide in a folder of guides to be whole: no text missing, stale, broken or unknown,
 * and nothing among them that is no translation.
 * Prints a line a locale; gives the exit code.
 */
export function checkTranslations(guides: string, locales: string, write: (line: string) => void): number {
  let code = 0;
  const names = readdirSync(guides).filter((name) => existsSync(join(guides, name, 'guide.yaml')));
  for (const name of names.sort()) {
    const guide = loadGuide(join(guides, name));
    for (const tag of presentLocales(guide, locales)) {
      const status = statusOf(guide, tag, locales);
      write(`${guide.data.id} ${formatStatus(status)}`);
      for (const p of status.problems) write(formatProblem(p));
      if (!isWhole(status)) code = 1;
    }
    // A language that is named wrong would go unchecked.
    for (const p of strayEntries(guide, locales)) {
      write(formatProblem(p));
      code = 1;
    }
  }
  return code;
}

if (process.argv[1] === import.meta.filename) {
  const root = resolve(import.meta.dirname, '..');
  process.exitCode = checkTranslations(join(root, 'guides'), join(root, 'locales'), (line) =>
    console.log(line),
  );
}
