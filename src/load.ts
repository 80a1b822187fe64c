import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { gunzipSync } from 'node:zlib';

/**
 * Runs the bundle that `scripts/bundle.ts` makes of the package, with the code that V8 made of it at build time: reading
 * and compiling some 800 modules is most of what a short command costs. Another version of Node compiles the bundle anew.
 * It is ASCII.
 */
export function load<T>(): T {
  const file = fileURLToPath(new URL('./bundle.cjs', import.meta.url));
  const script = new Script(source(file), {
    filename: file,
    ...cached(),
  });
  const module = { exports: {} };
  const run = script.runInThisContext() as (...values: unknown[]) => void;
  // Code that was kept has no way of its own to load modules: it is given one.
  const load = (name: string) => import(name) as Promise<unknown>;
  run(module.exports, createRequire(file), module, file, dirname(file), load);
  return module.exports as T;
}

/** As it was built, or packed, as packages carry it (`scripts/slim.ts`). */
function source(file: string): string {
  const packed = `${file}.gz`;
  return existsSync(packed)
    ? gunzipSync(readFileSync(packed)).toString('latin1')
    : readFileSync(file, 'latin1');
}

function cached(): { cachedData?: Buffer } {
  try {
    return { cachedData: readFileSync(new URL('./bundle.cache', import.meta.url)) };
  } catch {
    return {};
  }
}
