/**
 * After `tsc`: makes one file of the modules in `dist/` and of what they import, `dist/bundle.cjs`, and V8's code of it,
 * `dist/bundle.cache`; then `dist/cli.js` and `dist/index.js` load that. The other modules in `dist/` stay as they are.
 *
 *   tsx scripts/bundle.ts
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** A module's own address is where it lies unbundled: files of the package are found from there. */
const addresses: Plugin = {
  name: 'addresses',
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!path.startsWith(dist) || !text.includes('import.meta')) return undefined;
      const file = JSON.stringify(relative(dist, path));
      const contents = text
        .replaceAll('import.meta.resolve(', '__resolve(')
        .replaceAll('import.meta.url', `__address(${file})`);
      return { contents, loader: 'js' };
    });
  },
};

const banner = `const __address = (file) => require('node:url').pathToFileURL(require('node:path').join(__dirname, file)).href;
const __resolve = (name) => require('node:url').pathToFileURL(require.resolve(name)).href;`;

await build({
  stdin: {
    contents: "export * as library from './index.js'; export * as command from './cli/index.js';",
    resolveDir: dist,
  },
  outfile: join(dist, 'bundle.cjs'),
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'eof',
  // pdfkit is loaded without its fonts (src/pdf/pdfkit.ts); pdf.js only when it is asked for.
  external: ['pdfkit', 'pdfjs-dist', 'helpline-press-cjk'],
  alias: { 'css-tree': 'css-tree/dist/csstree.esm' },
  banner: { js: banner },
  plugins: [addresses],
  logLevel: 'warning',
});

const names = Object.keys((await import(join(dist, 'index.js'))) as object);
writeFileSync(
  join(dist, 'cli.js'),
  `#!/usr/bin/env node
import { load } from './load.js';

await load().command.main(process);
`,
);
writeFileSync(
  join(dist, 'index.js'),
  `import { load } from './load.js';

export const { ${names.join(', ')} } = load().library;
`,
);
const { status, stderr } = spawnSync(
  process.execPath,
  [join(import.meta.dirname, 'bundle/cache.mjs'), root],
  {
    encoding: 'utf8',
  },
);
if (status !== 0) throw new Error(`V8's code cannot be kept:\n${stderr}`);
