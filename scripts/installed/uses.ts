import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../installed.ts';
import { ensure } from './sizes.ts';

const poster = ['print', 'heroin-detox', '--product', 'poster', '--quiet'];

/** CommonJS, a worker with an error behind its door, npx, and the command by each of its ways. */
export function checkUses({ project, run, tarball, empty }: Site): void {
  const use = (name: string, code: string) => {
    writeFileSync(join(project, name), code);
    return run('node', [name]).trim();
  };
  const printing = `const { guidesFolder, loadGuide, print } = await import('helpline-press');
  const { proof } = print(loadGuide(guidesFolder() + '/heroin-detox'), { product: 'poster', locale: 'en' });
  console.log(proof.verdict);`;
  ensure(use('use.cjs', `(async () => { ${printing} })();`) === 'proved', 'CommonJS does not print');
  const behind = `import { Worker } from 'node:worker_threads';
import { PressError } from 'helpline-press';
const worker = new Worker(new URL('./worker.mjs', import.meta.url));
worker.on('message', (said) => console.log(PressError.from(said)?.problems[0]?.code ?? said));`;
  writeFileSync(
    join(project, 'worker.mjs'),
    `import { parentPort } from 'node:worker_threads';
import { loadGuide, PressError } from 'helpline-press';
${printing.replace('console.log(', 'parentPort.postMessage(')}
try { loadGuide('nowhere'); } catch (error) { parentPort.postMessage(PressError.from(error).toJSON()); }`.replace(
      'const { guidesFolder, loadGuide, print } = await',
      'const { guidesFolder, print } = await',
    ),
  );
  ensure(
    use('threads.mjs', behind) === 'proved\nFILE_NOT_FOUND',
    'a worker does not print, or loses its error',
  );
  ensure(/\.pdf\n$/.test(run('npx', ['helpline-press', ...poster])), 'npx does not print');
  const elsewhere = empty();
  const said = run('npx', ['-y', '-p', tarball, 'helpline-press', ...poster], { cwd: elsewhere });
  ensure(/\.pdf\n$/.test(said), 'npx of the tarball does not print');
}

/** The same bytes by other versions of Node. */
export function checkNodes({ run, project }: Site, versions: readonly string[]): void {
  const of = (version: string) => {
    const command = ['node_modules/helpline-press/dist/cli.js', ...poster, '--out', `out-${version}`];
    const node = version === 'here' ? 'node' : `npx -y -p node@${version} node`;
    const said = run('sh', ['-c', `${node} ${command.join(' ')} 2>&1`]);
    ensure(!/unrecognized/.test(said), `Node ${version} does not know a flag of V8: ${said}`);
    const proof = join(project, `out-${version}`, 'heroin-detox.poster.en.letter.standard.screen.proof.json');
    return (JSON.parse(run('cat', [proof])) as { verdict: string }).verdict;
  };
  for (const version of ['here', ...versions])
    ensure(of(version) === 'proved', `Node ${version} does not print`);
}

/** Without the faces of Japanese it is said what to install; with them it prints. */
export function checkFaces({ run, faces }: Site): void {
  const japanese = ['helpline-press', ...poster, '--locale', 'ja', '--json'];
  let said = '';
  try {
    run('npx', japanese);
  } catch (error) {
    said = (error as { stdout: string }).stdout;
  }
  ensure(said.includes('FONT_PACKAGE_MISSING'), 'without its faces Japanese is printed, or fails otherwise');
  run('npm', ['install', '--silent', faces]);
  ensure(run('npx', japanese).includes('"proved": true'), 'Japanese does not print with its faces');
}
