/**
 * Packs the package, installs it into an empty folder as a user would, and uses it: what a clean clone packs, sizes,
 * declarations in strict TypeScript, CommonJS, a worker, npx, several versions of Node, with and without the faces of
 * Chinese, Japanese and Korean, and installed by another user where nothing can be written. Then the ways of docs/start/ and
 * the README are followed to the letter, and what the other pages say to type. Needs npm's registry.
 *
 *   npx tsx scripts/installed.ts [--node 22,24] [--only pack,types,…] [--pages README.md,…] [--packed <folder with both tarballs>]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { argv, env } from 'node:process';
import { followDocs } from './installed/docs.ts';
import { checkReadOnly } from './installed/read-only.ts';
import { checkPacked, checkSize } from './installed/sizes.ts';
import { checkTypes } from './installed/types.ts';
import { checkFaces, checkNodes, checkUses } from './installed/uses.ts';

const root = resolve(import.meta.dirname, '..');
const value = (name: string) => argv[argv.indexOf(name) + 1]?.split(',');
const nodes = argv.includes('--node') ? value('--node')! : ['22', '24'];
const only = argv.includes('--only') ? value('--only') : undefined;

/** What the checks work with. */
export interface Site {
  readonly root: string;
  /** The packed package, and that of the faces. */
  readonly tarball: string;
  readonly faces: string;
  /** A folder in which the package is installed, and nothing else. */
  readonly project: string;
  /** Runs a program there. @throws where it fails */
  readonly run: (
    command: string,
    args: readonly string[],
    more?: { cwd?: string; env?: NodeJS.ProcessEnv },
  ) => string;
  /** A new empty folder. */
  readonly empty: () => string;
}

const top = mkdtempSync(join(tmpdir(), 'installed-'));
let count = 0;
const empty = () => mkdtempSync(join(top, `${count++}-`));
const run: Site['run'] = (command, args, { cwd, env: more } = {}) =>
  execFileSync(command, args, {
    cwd: cwd ?? project,
    env: { ...env, npm_config_audit: 'false', npm_config_fund: 'false', ...more },
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });

const project = empty();
// Packed before, with --packed <folder>.
const packs = argv.includes('--packed') ? resolve(value('--packed')![0]!) : empty();
const checks: readonly (readonly [name: string, check: (site: Site) => void])[] = [
  ['pack', checkPacked],
  ['sizes', checkSize],
  ['types', checkTypes],
  ['uses', checkUses],
  ['nodes', (site) => checkNodes(site, nodes)],
  ['faces', checkFaces],
  ['docs', (site) => followDocs(site, argv.includes('--pages') ? value('--pages') : undefined)],
  ['read-only', checkReadOnly],
];

try {
  const started = performance.now();
  if (!argv.includes('--packed')) pack();
  const packed = (name: RegExp) => join(packs, readdirSync(packs).find((file) => name.test(file))!);
  const site = { root, tarball: packed(/press-\d/), faces: packed(/cjk/), project, run, empty };
  run('npm', ['init', '-y']);
  run('npm', ['install', '--silent', site.tarball]);
  say('packed and installed', started);
  for (const [name, check] of checks) {
    if (only !== undefined && !only.includes(name)) continue;
    const start = performance.now();
    check(site);
    say(name, start);
  }
} catch (error) {
  const {
    stdout = '',
    stderr = '',
    message,
  } = error as { stdout?: string; stderr?: string; message: string };
  console.error(`${message}\n${stdout}\n${stderr}`);
  process.exitCode = 1;
} finally {
  rmSync(top, { recursive: true, force: true });
}

/** Of a clean clone: what is packed is what is committed, and nothing that lies about. */
function pack(): void {
  const clone = empty();
  run('git', ['clone', '--quiet', '--depth', '1', `file://${root}`, clone], { cwd: top });
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
  for (const cwd of [clone, join(clone, 'packages/cjk')])
    run('npm', ['pack', '--silent', '--pack-destination', packs], { cwd });
}

function say(what: string, start: number): void {
  console.log(`${what.padEnd(22)} ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
