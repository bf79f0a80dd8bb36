import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take a minute or more, most of them small: begun last, each would keep one processor while the others have nothing left to do. */
const long = ['fleet/faults', 'extract/torture', 'web/screens', 'real/studies', 'real/walk'];

class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      long.some((name) => moduleId.endsWith(`tests/${name}.test.ts`));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: 'tests/setup.ts',
    globalSetup: 'tests/shared.ts',
    // As `bin/titrate.js` does, for the programs that tests start.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules', '.cache', 'titrate') },
    sequence: { sequencer: LongOnesFirst },
    pool: 'forks',
    // By itself it leaves one processor free, which on two leaves one idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 90_000,
    hookTimeout: 60_000,
  },
});
