import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

/** Rooms whose modules are loaded once for all of their files, which is up to half of what these cost. */
export const rooms: readonly string[] = [
  ...['campaign', 'cli', 'content', 'diagnostics', 'document', 'files', 'geometry', 'image', 'imposition'],
  ...['layout', 'letters', 'locale', 'paint', 'pdf', 'press', 'product', 'proof', 'sheet', 'style'],
  ...['template', 'text', 'translations'],
];
/** Files of those rooms that replace modules, or what a process has: each for itself. */
export const replacing: readonly string[] = [
  ...['lock', 'queue-faults', 'queue-rights', 's3-store', 'work'].map((name) => `campaign/${name}`),
  ...['edge', 'no-second-reader', 'proof'].map((name) => `cli/${name}`),
  ...['arranging', 'keeping-pace', 'output', 'shapes'].map((name) => `press/${name}`),
  'proof/kept',
  'translations/unreadable',
];

const filesOf = (names: readonly string[]) => names.map((name) => `tests/${name}.test.ts`);
const all = readdirSync(join(import.meta.dirname, 'tests'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const below = (folders: readonly string[]) => filesOf(folders.map((folder) => `${folder}/**/*`));
const alone = filesOf(replacing);

const projects = [
  {
    extends: true as const,
    test: {
      name: 'together',
      include: below(rooms),
      exclude: [...configDefaults.exclude, ...alone],
      isolate: false,
    },
  },
  {
    extends: true as const,
    test: { name: 'apart', include: [...below(all.filter((room) => !rooms.includes(room))), ...alone] },
  },
];

export default defineConfig({
  test: {
    globalSetup: 'tests/temporary.ts',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: 'threads',
    // One more than there are cores: tests of queues wait for a time that is to pass, and leave their core to others.
    maxWorkers: availableParallelism() + 1,
    // `npm run mutants` puts faults into modules: each file of tests has its own.
    ...(process.env.MUTANTS === undefined ? { projects } : {}),
  },
});
