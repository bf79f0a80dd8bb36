import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { titrate } from './cli.ts';
import { once } from './once.ts';
import { temporaryFolder, tinyStudy } from './tiny.ts';

/** A tiny study of so many documents as it is once it has been run; made once for all files of tests, and copied for each that asks. */
export async function ranStudy(documents = 12): Promise<string> {
  const base = await once(`ran-${documents}`, async (folder) => {
    cpSync(tinyStudy(documents), folder, { recursive: true });
    const { code, stderr } = await titrate(['run', folder, '--quiet']);
    if (code !== 0) throw new Error(`expected the tiny study to run, got ${code}: ${stderr}`);
  });
  return copyOf(base);
}

/** A copy of a study for one test to change. */
export function copyOf(base: string): string {
  const study = join(temporaryFolder(), 'tiny-study');
  cpSync(base, study, { recursive: true });
  return study;
}
