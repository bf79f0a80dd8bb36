import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliReference, problemReference } from '../../docs/reference.ts';

describe('the documentation', () => {
  it.each([
    ['command line', 'cli.md', cliReference],
    ['problem codes', 'problems.md', problemReference],
  ])('describes the %s as the program has it (npm run docs writes it)', (_, file, made) => {
    const written = readFileSync(join(import.meta.dirname, '..', '..', 'docs', file), 'utf8');
    expect(written).toBe(made());
  });
});
