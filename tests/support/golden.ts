import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

const folder = join(import.meta.dirname, '..', 'golden');

/**
 * Compares a text with its golden file under `tests/golden`. Only `UPDATE_GOLDEN=1` writes one; a person
 * then reads the difference before committing it.
 */
export function expectGolden(path: string, text: string): void {
  const file = join(folder, path);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const golden = existsSync(file) ? readFileSync(file, 'utf8') : 'no golden file: run with UPDATE_GOLDEN=1';
  expect(text).toBe(golden);
}
