import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

interface Faulty {
  /** Path from the project's root. */
  readonly file: string;
  readonly text: string;
}

const sibling = (file: string, at: number) => file.replace(/\.ts$/, `.mutant-${at}.ts`);

/**
 * Those of the faults that pass the type check: the others never come as far as a test. Each is checked as a file beside
 * its original, all of them at once.
 */
export function typed<Each extends Faulty>(mutants: readonly Each[], folder: string): Each[] {
  const paths = mutants.map(({ file }, at) => join(folder, sibling(file, at)));
  try {
    for (const [at, { text }] of mutants.entries()) writeFileSync(paths[at]!, text);
    const tsc = join(folder, 'node_modules/typescript/bin/tsc');
    const { stdout, error } = spawnSync(process.execPath, [tsc, '-p', '.', '--pretty', 'false'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (error !== undefined) throw error;
    const refused = new Set([...stdout.matchAll(/^(\S+\.ts)\(\d+,\d+\): error/gm)].map(([, file]) => file!));
    return mutants.filter((_, at) => !refused.has(relative(folder, paths[at]!)));
  } finally {
    for (const path of paths) rmSync(path, { force: true });
  }
}
