/**
 * After `tsc`: makes `dist/index.d.ts` the one declaration of the library, with all that it names in it: those who use it
 * compile it strictly, without `skipLibCheck` and without types of what the rooms use inside.
 *
 *   tsx scripts/types.ts
 */
import { readFileSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');
const rolled = join(dist, 'library.d.ts');

const config = ExtractorConfig.prepare({
  configObjectFullPath: undefined,
  packageJsonFullPath: join(root, 'package.json'),
  configObject: {
    projectFolder: root,
    mainEntryPointFilePath: join(dist, 'index.d.ts'),
    compiler: {
      overrideTsconfig: {
        compilerOptions: {
          strict: true,
          module: 'nodenext',
          target: 'es2023',
          rootDir: dist,
          types: ['node'],
        },
        files: [join(dist, 'index.d.ts')],
      },
      skipLibCheck: true,
    },
    apiReport: { enabled: false },
    docModel: { enabled: false },
    tsdocMetadata: { enabled: false },
    dtsRollup: { enabled: true, untrimmedFilePath: rolled },
    messages: {
      extractorMessageReporting: { default: { logLevel: 'none' as never } },
      tsdocMessageReporting: { default: { logLevel: 'none' as never } },
    },
  },
});
const { succeeded } = Extractor.invoke(config, { localBuild: true, showVerboseMessages: false });
if (!succeeded) throw new Error('The declarations cannot be put together.');

// Only what is in package.json may be needed by those who compile it.
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
const text = readFileSync(rolled, 'utf8');
for (const [, name] of text.matchAll(/from '([^']+)'/g))
  if (!Object.hasOwn(dependencies, name!)) throw new Error(`The declarations import ${name}.`);
if (/\bBuffer\b/.test(text)) throw new Error('The declarations name Buffer, which wants @types/node.');
renameSync(rolled, join(dist, 'index.d.ts'));
