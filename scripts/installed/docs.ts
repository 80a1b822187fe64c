import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Site } from '../installed.ts';
import { ownFace } from '../own-face.ts';
import { blocksOf, inlineCommands } from './blocks.ts';

/** What a page takes for granted, beside the package: what its reader has by then. */
const before: Readonly<Record<string, string>> = {
  'docs/json.md': 'helpline-press new guide my-guide --locale none',
  'docs/preview.md': 'helpline-press new guide my-guide --locale none',
  'docs/proof.md': `helpline-press new guide my-guide --locale none
helpline-press print my-guide --product poster
cp out/my-guide.poster.en.letter.standard.screen.pdf came-back.pdf`,
  'docs/templates.md': 'helpline-press new guide my-guide --locale none',
  'docs/translations.md': `helpline-press new guide my-guide --locale es
helpline-press new guide by-hand --locale es
rm by-hand/locales/es.state.json`,
};

/**
 * Before each block: the preview, which ends when it is ended, is started, asked for its page, and ended. Any other command
 * is run as it stands.
 */
const prelude = `
shown() {
  command helpline-press "$@" >.preview 2>&1 &
  local ours=$!
  for _ in $(seq 100); do grep -q '^http' .preview && break; sleep 0.2; done
  node -e 'fetch(process.argv[1]).then((r) => process.exit(r.ok ? 0 : 1))' "$(grep -m1 '^http' .preview)"
  kill $ours; wait $ours || true
}
npx() { if [ "\${2:-}" = preview ]; then shift; PATH="$PWD/node_modules/.bin:$PATH" shown "$@"; else command npx "$@"; fi; }
`;
/** Pages that say the command by its name alone are for who has it in the path. */
const inPath = `export PATH="$PWD/node_modules/.bin:$PATH"
helpline-press() { if [ "$1" = preview ]; then shown "$@"; else command helpline-press "$@"; fi; }
`;

/**
 * Each way of docs/start/, the README's, and the commands and programs of the other pages, to the letter.
 * @param only these pages
 */
export function followDocs(site: Site, only?: readonly string[]): void {
  const below = (folder: string) =>
    readdirSync(join(site.root, folder))
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => `${folder}/${name}`);
  const ways = [...below('docs/start'), 'README.md'];
  for (const page of [...ways, ...below('docs')])
    if (only === undefined || only.includes(page)) follow(page, site, !ways.includes(page));
}

/** @param isThere the package is installed already; else the page says how */
function follow(page: string, { root, tarball, project, run, empty }: Site, isThere: boolean): void {
  const text = readFileSync(join(root, page), 'utf8');
  const steps = [...blocksOf(text), ...inlineCommands(text)].sort((a, b) => a.at - b.at);
  const commands = steps.filter(({ language }) => ['sh', 'bash', 'js', 'ts'].includes(language));
  if (commands.length === 0) return;
  const started = performance.now();
  const cwd = empty();
  if (isThere) symlinkSync(join(project, 'node_modules'), join(cwd, 'node_modules'));
  writeFont(cwd);
  const shell = (code: string) =>
    run(
      'bash',
      [
        ...['-euo', 'pipefail', '-c'],
        // The registry has not this version yet.
        prelude +
          (isThere ? inPath : '') +
          code.replaceAll('npm install helpline-press\n', `npm install ${tarball}\n`),
      ],
      { cwd },
    );
  if (before[page] !== undefined) shell(before[page]);
  // Programs of a page go on from each other.
  let program = '';
  for (const { language, code } of commands) {
    if (language === 'sh') shell(code);
    // Recipes for what is not here, clusters and clouds: that they can be read as a shell's, at least.
    else if (language === 'bash') run('bash', ['-n', '-c', code], { cwd });
    else {
      program = language === 'ts' ? program + code : code;
      writeFileSync(join(cwd, 'sample.mjs'), program);
      run('node', ['sample.mjs'], { cwd });
      if (language === 'ts') checkTypes(root, cwd, program, run);
    }
  }
  console.log(`  ${page.padEnd(28)} ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

/** A face of the reader's own, and what else lies about in their folder. */
function writeFont(cwd: string): void {
  for (const [path, content] of [
    ['Our-Regular.ttf', ownFace('Regular')],
    ['Our-Bold.ttf', ownFace('Bold')],
    [
      'OFL.txt',
      'This face may be used, embedded and passed on by everybody, as the SIL Open Font License says.\n',
    ],
  ] as const) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), content);
  }
}

function checkTypes(root: string, cwd: string, program: string, run: Site['run']): void {
  writeFileSync(join(cwd, 'sample.mts'), program);
  const options = ['--noEmit', '--strict', '--target', 'es2023', '--lib', 'es2023,dom'];
  // Node's own types, for its modules that a program takes.
  const types = ['--types', 'node', '--typeRoots', join(root, 'node_modules/@types')];
  run(
    join(root, 'node_modules/.bin/tsc'),
    [...options, ...types, '--module', 'node16', '--moduleResolution', 'node16', 'sample.mts'],
    { cwd },
  );
}
