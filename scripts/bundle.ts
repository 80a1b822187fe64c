/**
 * After `tsc`: makes one file of the modules in `dist/` and of what they import, `dist/bundle.cjs`, and V8's code of it,
 * `dist/bundle.cache`; then `dist/cli.js`, `dist/index.js` and the threads of campaigns load that, when it is first used. The
 * other modules in `dist/` stay as they are.
 *
 *   tsx scripts/bundle.ts
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { licencesOf } from './bundle/licences.ts';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');

const profile = 'sRGB_IEC61966_2_1.icc';

/** Parts of modules that load another in Node's way, and what takes their place in the bundle. */
const loading: Readonly<Record<string, readonly (readonly [pattern: RegExp, replacement: string])[]>> = {
  // The one class that the library's door has before the bundle is loaded.
  'diagnostics/problem.js': [
    [/^export class PressError extends Error \{\n(?: .*\n)*\}$/m, 'export const PressError = __PressError;'],
  ],
  // Read where a guide has such a picture.
  'image/png.js': [
    [
      /^import \{ decode \} from 'fast-png';$/m,
      "const decode = (...given) => require('fast-png').decode(...given);",
    ],
  ],
  'content/numbers/national.js': [[/^const require = createRequire\(.*\n/m, '']],
  'pdf/pdfkit.js': [
    [/^const require = createRequire\(.*\n/m, ''],
    [
      /^function loadPdfkit\(\) \{\n(?: .*\n)*\}$/m,
      "function loadPdfkit() {\n  return require('pdfkit');\n}",
    ],
    [/join\(dirname\(require\.resolve\('pdfkit'\)\), 'data', /, "join(__dirname, 'data', "],
  ],
};

/** A module's own address is where it lies unbundled: files of the package are found from there. */
const addresses: Plugin = {
  name: 'addresses',
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, ({ path }) => {
      if (!path.startsWith(dist)) return undefined;
      const file = relative(dist, path);
      let contents = readFileSync(path, 'utf8');
      for (const [pattern, replacement] of loading[file] ?? []) {
        if (!pattern.test(contents)) throw new Error(`scripts/bundle.ts knows another ${file}`);
        contents = contents.replace(pattern, () => replacement);
      }
      contents = contents.replaceAll('import.meta.url', `__address(${JSON.stringify(file)})`);
      return { contents, loader: 'js' };
    });
  },
};

/**
 * What pdfkit needs for its own text and pictures, and to encrypt, handlebars for source maps, and commander to run programs as
 * commands, none of which they are ever asked for.
 */
const unused: Plugin = {
  name: 'unused',
  setup({ onResolve, onLoad }) {
    const isUnused = ({ path }: { readonly path: string }) => ({ path, namespace: 'unused' });
    onResolve({ filter: /^(fontkit|linebreak|png-js|@noble\/ciphers\/aes|source-map)$/ }, isUnused);
    onResolve({ filter: /^node:child_process$/ }, (asked) =>
      /[\\/]commander[\\/]/.test(asked.importer) ? isUnused(asked) : undefined,
    );
    onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};

const banner = `const __address = (file) => require('node:url').pathToFileURL(require('node:path').join(__dirname, file)).href;`;

// One that was packed before (`scripts/slim.ts`) would be loaded in place of this.
rmSync(join(dist, 'bundle.cjs.gz'), { force: true });

const { metafile } = await build({
  stdin: {
    // What a door does not need is not run.
    contents: `
export const library = () => require('./index.js');
export const command = () => require('./cli/index.js');
export const thread = () => require('./campaign/make/thread.js');
export const workers = { proof: () => import('./cli/proof-worker.js'), sheet: () => import('./sheet/xlsx-worker.js') };`,
    resolveDir: dist,
  },
  outfile: join(dist, 'bundle.cjs'),
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // Else each such expression is made anew wherever it stands: Unicode's names are those that Node knows.
  supported: { 'regexp-unicode-property-escapes': true },
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  // What only some commands use is read from where it is installed.
  external: [
    '@hyzyla/pdfium',
    'pdfjs-dist',
    'helpline-press-cjk',
    'aws4fetch',
    'bullmq',
    'csv-parse',
    'gettext-parser',
    'ioredis',
    'papaparse',
    'pg',
    'piscina',
  ],
  // pdfkit is bundled, with the one file of it that is read.
  logOverride: { 'require-resolve-not-external': 'silent' },
  // One function, as Node wraps modules: `src/load.ts` runs it as it is.
  banner: {
    js: `(function (exports, require, module, __filename, __dirname, __import, __PressError) {${banner}`,
  },
  footer: { js: '})' },
  plugins: [addresses, unused],
  logLevel: 'warning',
});

// The profile that pdfkit brings is all that is read of it when files are made.
mkdirSync(join(dist, 'data'), { recursive: true });
copyFileSync(join(root, 'node_modules/pdfkit/js/data', profile), join(dist, 'data', profile));
writeFileSync(join(dist, 'THIRD-PARTY.txt'), licencesOf(Object.keys(metafile.inputs), process.cwd()));

// Regular expressions are all that esbuild leaves in other letters; one byte a character is read fastest.
const bundle = join(dist, 'bundle.cjs');
const ascii = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
const code = readFileSync(bundle, 'utf8').replace(/[^\0-\x7f]/g, ascii);
// Code that V8 kept has lost what loads modules: that is given to it (`src/load.ts`).
writeFileSync(bundle, code.replaceAll('import("', '__import("'));

const library = Object.entries((await import(join(dist, 'index.js'))) as Readonly<Record<string, unknown>>);
await build({
  entryPoints: [join(dist, 'load.js')],
  outfile: join(dist, 'load.js'),
  allowOverwrite: true,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  logLevel: 'warning',
});
writeFileSync(
  join(dist, 'cli.js'),
  `#!/usr/bin/env node
import { load } from './load.js';

await load().command().main(process);
`,
);
writeFileSync(
  join(dist, 'index.js'),
  `import { later, load, PressError } from './load.js';

export { PressError };
${library.map(([name, value]) => doorOf(name, value)).join('')}`,
);
writeFileSync(
  join(dist, 'campaign/make/thread.js'),
  `import { load } from '../../load.js';

export const { work, verify } = load().thread();
export default work;
`,
);
for (const [file, worker] of [
  ['cli/proof-worker.js', 'proof'],
  ['sheet/xlsx-worker.js', 'sheet'],
] as const)
  writeFileSync(
    join(dist, file),
    `import { load } from '../load.js';

await load().workers.${worker}();
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

/** Of what the library exports, by its name: what it does is loaded when it is first asked. */
function doorOf(name: string, value: unknown): string {
  if (name === 'PressError') return '';
  if (typeof value !== 'function') throw new Error(`The door of the library has no ${name} that waits.`);
  return /^class\b/.test(String(value))
    ? `export const ${name} = later('${name}');\n`
    : `export function ${name}(...given) {\n  return load().library().${name}(...given);\n}\n`;
}
