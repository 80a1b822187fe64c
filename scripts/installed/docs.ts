import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../installed.ts';

/** Blocks of a page that are run, in their order: shell, and TypeScript without its types. */
function blocksOf(page: string): { language: string; code: string }[] {
  return [...page.matchAll(/^```(sh|js)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({
    language: language!,
    code: code!,
  }));
}

/** Each way of docs/start/ to the letter, in a folder of its own in which the package is installed. */
export function followDocs({ root, tarball, run, empty }: Site): void {
  const folder = join(root, 'docs/start');
  for (const name of readdirSync(folder).sort()) {
    const start = performance.now();
    const cwd = empty();
    for (const { language, code } of blocksOf(readFileSync(join(folder, name), 'utf8'))) {
      // The registry has not this version yet.
      if (language === 'sh')
        run(
          'bash',
          ['-euo', 'pipefail', '-c', code.replaceAll('npm install helpline-press', `npm install ${tarball}`)],
          { cwd },
        );
      else {
        writeFileSync(join(cwd, 'sample.mjs'), code);
        run('node', ['sample.mjs'], { cwd });
      }
    }
    console.log(`  ${name.padEnd(20)} ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
}
