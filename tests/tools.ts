import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Other people's tools, run on finished files. On a developer's machine a tool that is not there is skipped with a
 * notice; in CI (`CI=true`) it is required.
 */
const required = process.env.CI === 'true';

function runs(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).error === undefined;
}

const veraPdfJar = join(
  homedir(),
  '.m2/repository/org/verapdf/apps/greenfield-apps/1.28.2/greenfield-apps-1.28.2.jar',
);

/** Debian's Chromium; another one where the environment names it. */
export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';

const present = {
  chromium: () => existsSync(chromiumPath),
  veraPDF: () => runs('java', ['-version']) && existsSync(veraPdfJar),
  poppler: () => runs('pdftotext', ['-v']) && runs('pdftoppm', ['-v']),
  tesseract: () => runs('tesseract', ['--version']),
  soffice: () => runs('soffice', ['--version']),
  /** `xliff2po` and `po2xliff`, from PyPI. */
  translateToolkit: () => runs('po2xliff', ['--version']) && runs('xliff2po', ['--version']),
  /** Native HarfBuzz of the same version as the library's, from PyPI. */
  uharfbuzz: () => spawnSync('python3', ['-c', 'import uharfbuzz']).status === 0,
};

/**
 * True when the tool is there; throws in CI when it is not; else says that its tests are skipped. `npm run mutants` runs
 * its tests a hundred times over, and does without.
 */
export function have(tool: keyof typeof present): boolean {
  if (process.env.MUTANTS !== undefined) return false;
  if (present[tool]()) return true;
  if (required) throw new Error(`${tool} is required in CI and was not found`);
  console.log(`notice: ${tool} is not installed; the tests that need it are skipped`);
  return false;
}

/** What a Java that ends soon needs: compiled once and simply, and no collector beside it. Half of the CPU time of ten files, two thirds of that of two hundred. */
const shortLived = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** veraPDF's verdict for each file: `PASS`, or the failed rules. */
export function veraPdf(files: readonly string[], flavour: 'ua1' | '2a'): Map<string, string> {
  const main = 'org.verapdf.apps.GreenfieldCliWrapper';
  const run = spawnSync(
    'java',
    [...shortLived, '-cp', veraPdfJar, main, '-f', flavour, '--format', 'text', '-v', ...files],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  const verdicts = new Map<string, string>();
  let current = '';
  for (const line of run.stdout.split('\n')) {
    const verdict = /^(PASS|FAIL) (.*\.pdf) /.exec(line);
    if (verdict !== null) {
      current = verdict[2]!;
      verdicts.set(current, verdict[1]!);
    } else if (current !== '' && line.trim() !== '')
      verdicts.set(current, `${verdicts.get(current)}\n${line}`);
  }
  for (const file of files)
    if (!verdicts.has(file)) verdicts.set(file, `no verdict: ${run.stderr.slice(0, 500)}`);
  return verdicts;
}

export function pdfToText(file: string): string {
  return execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
}

/** The text of the structure tree as poppler reads it: what stands in quotes, in reading order. */
export function structText(file: string): string {
  const tree = execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return [...tree.matchAll(/^ *"(.*)"$/gm)].map(([, text]) => text!).join('');
}
