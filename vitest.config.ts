import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: 'tests/setup.ts',
    globalSetup: 'tests/shared.ts',
    // As `bin/titrate.js` does, for the programs that tests start.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules', '.cache', 'titrate') },
    pool: 'forks',
    // By itself it leaves one processor free, which on two leaves one idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 90_000,
    hookTimeout: 60_000,
  },
});
