import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../installed.ts';
import { licence, ownFace } from '../own-face.ts';
import { ensure } from './sizes.ts';

/** Somebody who owns nothing of it (Debian's nobody). */
const nobody = 65_534;

/** Installed by root where nothing can be written, all commands work for another user, and nothing in it changes. */
export function checkReadOnly({ project, run, empty }: Site): void {
  if (process.getuid?.() !== 0) {
    console.log('  notice: not root, the read-only install is not tried');
    return;
  }
  const home = empty();
  chmodSync(home, 0o777);
  for (let at = home; at.length > 5; at = join(at, '..')) chmodSync(at, statSync(at).mode | 0o005);
  const before = treeOf(join(project, 'node_modules'));
  run('chmod', ['-R', 'a-w,a+rX', join(project, 'node_modules')]);
  run('chmod', ['a+rx', project]);
  const cli = join(project, 'node_modules/helpline-press/dist/cli.js');
  const node = process.execPath;
  const as = (...args: string[]) =>
    run('setpriv', [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', node, cli, ...args], {
      cwd: home,
      env: { HOME: home },
    });
  as('new', 'guide', 'mine', '--locale', 'es');
  as('new', 'campaign', 'many');
  as('new', 'template', 'sign');
  as('new', 'theme', 'mint');
  writeFileSync(join(home, 'own.ttf'), ownFace());
  writeFileSync(join(home, 'licence.txt'), licence);
  as('new', 'font', 'own.ttf', '--licence', 'licence.txt');
  as(
    'print',
    'mine',
    '--product',
    'poster',
    '--locale',
    'es',
    '--fonts',
    'fonts',
    '--templates',
    'templates',
  );
  as('proof', 'out/mine.poster.es.letter.standard.screen.pdf');
  as('translations', 'export', 'mine', '--locale', 'es', '--format', 'xlsx', '--out', '.');
  as('translations', 'import', 'mine', 'mine.es.xlsx', '--locale', 'es');
  as('translations', 'fill', 'mine', '--locale', 'vi');
  as('translations', 'glossary', 'mine', '--locale', 'es');
  as('translations', 'review', 'mine', '--locale', 'es');
  as('translations', 'status', 'mine', '--locale', 'es');
  as('list', 'products', '--templates', 'templates');
  as('campaign', 'many', '--dry-run');
  as('completion', 'bash');
  ensure(before === treeOf(join(project, 'node_modules')), 'something in the installed package changed');
  run('chmod', ['-R', 'u+w', join(project, 'node_modules')]);
}

/** All files with their content, as one hash. */
function treeOf(folder: string): string {
  const hash = createHash('sha256');
  const walk = (at: string) => {
    for (const name of readdirSync(at).sort()) {
      const path = join(at, name);
      hash.update(`${path}\0`);
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) walk(path);
      else if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) hash.update(readFileSync(path));
    }
  };
  walk(folder);
  return hash.digest('hex');
}
