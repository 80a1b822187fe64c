/** Runs the bundle as a print runs it, and keeps the code that V8 made meanwhile: `node cache.mjs <root of the package>`. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

const root = process.argv[2];
const file = join(root, 'dist/bundle.cjs');
const guide = join(root, 'guides/heroin-detox');
const { PressError } = await import(join(root, 'dist/load.js'));
// What ran once is kept too. Code is only of use with the flags that it was made with: they are set back in time.
setFlagsFromString('--no-flush-bytecode');
const script = new Script(readFileSync(file, 'latin1'), { filename: file });
const module = { exports: {} };
script.runInThisContext()(
  module.exports,
  createRequire(file),
  module,
  file,
  dirname(file),
  (name) => import(name),
  PressError,
);
const out = mkdtempSync(join(tmpdir(), 'code-'));
const silent = { write: () => true };
const asked = ['--product', 'poster,pamphlet-trifold', '--locale', 'en,ar', '--allow-drafts'];
const code = await module.exports
  .command()
  .run(['print', guide, ...asked, '--out', out], { out: silent, err: silent });
rmSync(out, { recursive: true });
if (code !== 0) throw new Error('The shipped guide cannot be printed.');
setFlagsFromString('--flush-bytecode');
writeFileSync(join(root, 'dist/bundle.cache'), script.createCachedData());
