import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('prints nothing when it is imported, nor when both readers fail on a file', async () => {
  const stage = join(import.meta.dirname, '..', '..', 'src', 'extract', 'extract.ts');
  const code = `
    const { extract } = await import(${JSON.stringify(stage)});
    const bytes = new TextEncoder().encode('%PDF-1.7\\n1 0 obj << /Type /Catalog >> stream trailer << /Root 1 0 R >>');
    const { problems } = await extract(bytes, { file: 'a.pdf', hash: '0'.repeat(64), characters: 1 });
    process.exitCode = problems.some((problem) => problem.code === 'damaged') ? 0 : 1;`;
  const printed = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code]);
  expect(printed).toEqual({ stdout: '', stderr: '' });
});
