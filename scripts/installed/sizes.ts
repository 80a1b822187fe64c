import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../installed.ts';

/** Bytes: what a user waits for, and what lies on their disk. */
const limits = { unpacked: 12_000_000, installed: 70_000_000 } as const;

export function ensure(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** What a clean clone packs: all that is used, and what people read; linted by publint and attw. */
export function checkPacked({ root, tarball, run }: Site): void {
  const files = run('tar', ['tzf', tarball]).trim().split('\n');
  for (const wanted of [
    'dist/cli.js',
    'dist/index.d.ts',
    'dist/bundle.cjs.gz',
    'docs/guides.md',
    'THIRD-PARTY.md',
    'guides/guide.schema.json',
  ])
    ensure(files.includes(`package/${wanted}`), `${wanted} is not packed`);
  ensure(
    !files.some((file) => /^package\/(?:src|tests|scripts|bench)\//.test(file)),
    'sources or tests are packed',
  );
  run('npx', ['publint', 'run', tarball, '--strict'], { cwd: root });
  // CommonJS loads it by import(), which is meant.
  run('npx', ['attw', tarball, '--profile', 'node16', '--ignore-rules', 'cjs-resolves-to-esm'], {
    cwd: root,
  });
}

export function checkSize({ project, run }: Site): void {
  const bytes = (path: string) => Number(run('du', ['-sb', path]).split('\t')[0]);
  const unpacked = bytes(join(project, 'node_modules/helpline-press'));
  const installed = bytes(join(project, 'node_modules'));
  const { dependencies } = JSON.parse(
    readFileSync(join(project, 'node_modules/helpline-press/package.json'), 'utf8'),
  ) as { dependencies: object };
  const mega = (value: number) => `${(value / 1e6).toFixed(1)} MB`;
  console.log(
    `  ${mega(unpacked)} unpacked, ${mega(installed)} installed, ${Object.keys(dependencies).length} dependencies`,
  );
  ensure(unpacked < limits.unpacked, `unpacked it has ${mega(unpacked)}: more than ${mega(limits.unpacked)}`);
  ensure(
    installed < limits.installed,
    `installed it has ${mega(installed)}: more than ${mega(limits.installed)}`,
  );
}
