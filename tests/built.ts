import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
/** What `npm run build` makes `dist/` of; the last file that it writes. */
const sources = ['src', 'scripts/bundle', 'scripts/bundle.ts', 'tsconfig.build.json', 'package-lock.json'];
const last = join(root, 'dist/bundle.cache');

/** When something of a file or a folder was changed last, ms. */
function changed(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => changed(join(path, name))));
}

const isBuilt = () =>
  existsSync(last) && changed(last) > Math.max(...sources.map((path) => changed(join(root, path))));

/** Of this run of tests: its folder for temporary files is its own. Whoever makes the folder builds, the others wait. */
const turn = join(tmpdir(), 'press-built');
const said = join(turn, 'said');

function build(): void {
  let fault = '';
  try {
    if (!isBuilt())
      execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    fault = String(error);
  }
  writeFileSync(`${said}.tmp`, fault);
  renameSync(`${said}.tmp`, said);
}

/**
 * The command as it is shipped, built of the sources as they are: it starts in a fifth of what the sources take, which a
 * loader has to read. It is built once for all tests of a run, when the first of them asks for it.
 */
export function builtCommand(): string {
  try {
    mkdirSync(turn);
    build();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let waits = 0; !existsSync(said); waits++) {
    if (waits === 6000) throw new Error('The process that builds the package ended before it had.');
    Atomics.wait(pause, 0, 0, 50);
  }
  const fault = readFileSync(said, 'utf8');
  if (fault !== '') throw new Error(`The package cannot be built: ${fault}`);
  return join(root, 'dist/cli.js');
}
