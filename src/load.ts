import type fs from 'node:fs';
import { PressError } from './diagnostics/problem.ts';

export { PressError };

/** What `scripts/bundle.ts` puts into the bundle; each part runs when it is asked for. */
interface Bundle {
  readonly library: () => Readonly<Record<string, unknown>>;
  readonly command: () => { readonly main: (process: NodeJS.Process) => Promise<void> };
  readonly thread: () => Readonly<Record<'work' | 'verify', (order: never) => Promise<unknown>>>;
  readonly workers: Readonly<Record<'proof' | 'sheet', () => Promise<unknown>>>;
}

/** A module of Node; `import` would run through all that is in it as well. */
const node = process.getBuiltinModule;

let bundle: Bundle | undefined;

/**
 * Runs the bundle that `scripts/bundle.ts` makes of the package, with the code that V8 made of it at build time: reading
 * and compiling some 800 modules is most of what a short command costs. Another version of Node compiles the bundle anew.
 * It is ASCII.
 */
export function load(): Bundle {
  bundle ??= run();
  return bundle;
}

function run(): Bundle {
  const file = node('node:path').join(import.meta.dirname, 'bundle.cjs');
  const { Script } = node('node:vm');
  const script = new Script(source(file), { filename: file, ...cached() });
  const module = { exports: {} };
  const start = script.runInThisContext() as (...values: unknown[]) => void;
  // Code that was kept has no way of its own to load modules: it is given one.
  const load = (name: string) => import(name) as Promise<unknown>;
  const require = node('node:module').createRequire(file);
  start(module.exports, require, module, file, import.meta.dirname, load, PressError);
  return module.exports as Bundle;
}

/** As it was built, or packed, as packages carry it (`scripts/slim.ts`). */
function source(file: string): string {
  const { existsSync, readFileSync }: typeof fs = node('node:fs');
  const packed = `${file}.gz`;
  return existsSync(packed)
    ? node('node:zlib').gunzipSync(readFileSync(packed)).toString('latin1')
    : readFileSync(file, 'latin1');
}

function cached(): { cachedData?: Buffer } {
  try {
    const file = node('node:path').join(import.meta.dirname, 'bundle.cache');
    return { cachedData: node('node:fs').readFileSync(file) };
  } catch {
    return {};
  }
}

type Constructor = new (...given: unknown[]) => object;

/** A class of the library, which is loaded when it is first used. */
export function later(name: string): unknown {
  const whole = () => load().library()[name] as Constructor;
  /** A function of the old kind, which `new` takes. */
  function unloaded() {}
  const door: unknown = new Proxy(unloaded, {
    get: (_, key) => Reflect.get(whole(), key) as unknown,
    construct: (_, given: unknown[], made) =>
      Reflect.construct(whole(), given, made === door ? whole() : made) as object,
  });
  return door;
}
