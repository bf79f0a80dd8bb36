import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliReference } from '../../docs/reference.ts';

describe('the documentation', () => {
  it('describes the command line as it is (npm run docs writes it)', () => {
    const written = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'cli.md'), 'utf8');
    expect(written).toBe(cliReference());
  });
});
