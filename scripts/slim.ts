/**
 * Last of what `prepack` does: leaves in `dist/` what the package needs. Modules are in the bundle, which is packed; the code
 * that V8 kept is of one version of Node, and as large as all the rest.
 *
 *   tsx scripts/slim.ts
 */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = resolve(import.meta.dirname, '../dist');
/** The doors, the threads, and what they load. */
const kept: readonly string[] = [
  'cli.js',
  'index.js',
  'index.d.ts',
  'load.js',
  'campaign/make/thread.js',
  'cli/proof-worker.js',
  'sheet/xlsx-worker.js',
  'data/sRGB_IEC61966_2_1.icc',
  'THIRD-PARTY.txt',
];

const bundle = join(dist, 'bundle.cjs');
writeFileSync(`${bundle}.gz`, gzipSync(readFileSync(bundle), { level: 9 }));
slim(dist);

/** True where nothing is left. */
function slim(folder: string): boolean {
  const left = readdirSync(folder).filter((name) => {
    const path = join(folder, name);
    const isGone = statSync(path).isDirectory()
      ? slim(path)
      : !kept.includes(relative(dist, path)) && path !== `${bundle}.gz`;
    if (isGone) rmSync(path, { recursive: true });
    return !isGone;
  });
  return left.length === 0;
}
