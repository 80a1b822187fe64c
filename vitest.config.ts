import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Rooms of functions over data: their modules are loaded once for all of them, which is a quarter to a half of what they cost. */
export const rooms: readonly string[] = [
  ...['content', 'diagnostics', 'document', 'geometry', 'image', 'imposition', 'layout', 'letters', 'locale'],
  ...['paint', 'pdf', 'press', 'product', 'proof', 'style', 'template', 'text', 'translations'],
];
/** Files of those rooms that replace modules, or what a process has: each for itself. */
export const replacing: readonly string[] = [
  ...['arranging', 'keeping-pace', 'output', 'shapes'].map((name) => `press/${name}`),
  'proof/kept',
  'translations/unreadable',
];

const filesOf = (names: readonly string[]) => names.map((name) => `tests/${name}.test.ts`);
const together = filesOf(rooms.map((room) => `${room}/**/*`));
const alone = filesOf(replacing);
const elsewhere = ['**/node_modules/**'];

const projects = [
  {
    extends: true as const,
    test: { name: 'together', include: together, exclude: [...elsewhere, ...alone], isolate: false },
  },
  {
    extends: true as const,
    test: { name: 'apart', include: ['tests/**/*.test.ts'], exclude: [...elsewhere, ...together] },
  },
  { extends: true as const, test: { name: 'alone', include: alone } },
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
