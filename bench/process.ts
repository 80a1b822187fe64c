import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { quantile } from './rounds.ts';

const root = resolve(import.meta.dirname, '..');

/** A table of the memory of a process that prints so many documents. */
export function memoryOf(documents: number): string {
  const args = [join(root, 'bench/memory.mjs'), String(documents)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** CPU seconds of a shell command and all that it starts. */
function cpuOf(command: string): number {
  const { stdout, status } = spawnSync('/bin/sh', ['-c', `${command} >/dev/null 2>&1 || exit 1; times`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command} failed`);
  const ofChildren = stdout.trim().split('\n')[1]!;
  return [...ofChildren.matchAll(/(\d+)m([\d.]+)s/g)]
    .map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds))
    .reduce((sum, seconds) => sum + seconds, 0);
}

/** CPU time of starts, ms: the command to its first file, the library's import, Node alone. */
export function starts(rounds: number): { command: string; library: string; node: string } {
  const out = mkdtempSync(join(tmpdir(), 'bench-'));
  const node = `'${process.execPath}'`;
  const guide = join(root, 'guides/heroin-detox');
  const times = Array.from({ length: rounds }, () => [
    cpuOf(`${node} '${join(root, 'dist/cli.js')}' print '${guide}' --product poster --out '${out}'`),
    cpuOf(`${node} --input-type=module -e "import '${join(root, 'dist/index.js')}'"`),
    cpuOf(`${node} -e 0`),
  ]);
  rmSync(out, { recursive: true });
  const [command, library, alone] = [0, 1, 2].map((at) =>
    (
      quantile(
        times.map((row) => row[at]!),
        0.5,
      ) * 1000
    ).toFixed(0),
  );
  return { command: command!, library: library!, node: alone! };
}
