import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { pdf } from '../extract/make.ts';
import { titrate } from '../support/cli.ts';
import { put, tables, temporaryFolder } from '../support/tiny.ts';

const password = 'Kennwort-ÄÖ-4711';

/** Everything that a run has left in a study, names and bytes, but `study.yaml` itself. */
function left(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name !== 'study.yaml')
    .map((entry) => join(entry.parentPath, entry.name) + (entry.isFile() ? read(entry) : ''))
    .join('\n');
}
function read(entry: { readonly parentPath: string; readonly name: string }): string {
  return readFileSync(join(entry.parentPath, entry.name), 'utf8');
}

describe('a password in study.yaml', { timeout: 60_000 }, () => {
  it('opens its file when it is given or corrected, and is told to nobody', async () => {
    const folder = temporaryFolder();
    const write = (passwords: string) =>
      writeFileSync(join(folder, 'study.yaml'), `title: Locked\npasswords:${passwords}\n`);
    const text = 'Las cooperativas son una alternativa al capitalismo.';
    put(folder, {
      'corpus/documents/open.txt': 'Las cooperativas son otra economía.',
      'corpus/documents/locked.pdf': await pdf((document) => document.text(text, 50, 50), {
        userPassword: password,
      }),
    });
    const outputs: string[] = [];
    const status = async () => {
      const { code, stdout, stderr } = await titrate(['run', folder, '--json']);
      expect(code).toBe(0);
      outputs.push(stdout, stderr);
      const rows: Record<string, string>[] = parse(tables(folder)['documents.csv'] ?? '', { columns: true });
      const row = rows.find(({ file }) => file?.endsWith('locked.pdf'));
      return [row?.['status'], ...(row?.['problems']?.match(/encrypted|password_wrong/g) ?? [])];
    };
    write(' {}');
    expect(await status()).toEqual(['failed', 'encrypted']);
    write(`\n  "*.pdf": ${password}-wrong`);
    expect(await status()).toEqual(['failed', 'password_wrong']);
    write(`\n  "*.pdf": wrong\n  documents/locked.pdf: ${password}`);
    expect(await status()).toEqual(['ok']);
    for (const told of [left(folder), ...outputs]) expect(told).not.toContain(password);
  });

  it.each([
    ['a number', '4711', 'expected some text'],
    ['an alias', '*Kennwort', 'expected YAML'],
    ['a list', '[Kennwort, 4711]', 'expected some text'],
  ])('that is %s is a fault which does not show it', async (_, value, expected) => {
    const folder = temporaryFolder();
    put(folder, { 'study.yaml': `title: Locked\npasswords:\n  "*.pdf": ${value}\n` });
    const { code, stderr } = await titrate(['run', folder]);
    expect(code).toBe(2);
    expect(stderr).toContain(expected);
    expect(stderr).toContain('study.yaml:');
    expect(stderr).not.toMatch(/4711|Kennwort/);
  });
});
