import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { titrate } from '../support/cli.ts';
import { temporaryFolder } from '../support/tiny.ts';

describe('titrate calibrate', () => {
  it('asks for a study that has been run, and for a number of runs', async () => {
    const folder = temporaryFolder();
    const wrong = await titrate(['calibrate', folder, '--runs', 'many']);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('--runs: expected a whole number');
    const never = await titrate(['calibrate', folder]);
    expect(never.code).toBe(2);
    expect(never.stderr).toContain('expected a study that has been run');
    expect(() => readFileSync(join(folder, 'reports', 'calibration.csv'))).toThrow();
  });
});
