import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: 'threads',
    // One worker a core: most of the time is typesetting, and what waits is a process of its own.
    maxWorkers: availableParallelism(),
  },
});
