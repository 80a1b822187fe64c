import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Rooms of functions over data, whose tests replace no module: their modules are loaded once for all of them, which is half of what they cost. */
const together = [
  ...['content', 'diagnostics', 'document', 'geometry', 'image', 'imposition', 'layout', 'locale', 'paint'],
  ...['pdf', 'product', 'proof', 'style', 'template', 'text', 'unicode'],
].map((room) => `tests/${room}/**/*.test.ts`);

const projects = [
  { extends: true as const, test: { name: 'together', include: together, isolate: false } },
  {
    extends: true as const,
    test: { name: 'apart', include: ['tests/**/*.test.ts'], exclude: [...together, '**/node_modules/**'] },
  },
];

export default defineConfig({
  test: {
    globalSetup: 'tests/temporary.ts',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: 'threads',
    // One worker a core: most of the time is typesetting, and what waits is a process of its own.
    maxWorkers: availableParallelism(),
    // `npm run mutants` puts faults into modules: each file of tests has its own.
    ...(process.env.MUTANTS === undefined ? { projects } : {}),
  },
});
