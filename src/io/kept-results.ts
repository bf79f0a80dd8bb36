import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../model/finding.ts';
import type { KeptResults } from '../model/results.ts';

/** What a run left in its report's folder; null where the folder is gone or of a version that kept less. */
export async function readResults(folder: string): Promise<KeptResults | null> {
  try {
    const [run, results] = await Promise.all(
      ['run.json', 'results.json'].map(async (name) =>
        JSON.parse(await readFile(join(folder, name), 'utf8')),
      ),
    );
    return { ...results, run } as KeptResults;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return null;
    throw error;
  }
}

/** What a run found, by its report's folder; null where the folder is gone or of a version that kept it otherwise. */
export async function readFindings(folder: string): Promise<readonly Finding[] | null> {
  try {
    const { findings }: { findings?: unknown } = JSON.parse(
      await readFile(join(folder, 'findings.json'), 'utf8'),
    );
    return Array.isArray(findings) ? (findings as Finding[]) : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return null;
    throw error;
  }
}
