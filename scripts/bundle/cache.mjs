/** Runs the bundle as a print runs it, and keeps the code that V8 made meanwhile: `node cache.mjs <root of the package>`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

const root = process.argv[2];
const file = join(root, 'dist/bundle.cjs');
const script = new Script(readFileSync(file, 'latin1'), { filename: file });
const module = { exports: {} };
script.runInThisContext()(
  module.exports,
  createRequire(file),
  module,
  file,
  dirname(file),
  (name) => import(name),
);
const { library } = module.exports;
const guide = library.loadGuide(join(root, 'guides/heroin-detox'));
for (const locale of ['en', 'ar'])
  for (const product of ['poster', 'pamphlet-trifold']) library.print(guide, { product, locale });
writeFileSync(join(root, 'dist/bundle.cache'), script.createCachedData());
