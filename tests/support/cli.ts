import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The checkout. */
export const root = join(import.meta.dirname, '..', '..');

/** Its program. */
export const main = join(root, 'src', 'cli', 'main.ts');

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/**
 * Runs the program as a user would and waits for its end; `killAfterMs` ends it the hard way before. With
 * `closeOutput` nobody reads its output, as after `| head` has seen enough.
 */
export function titrate(
  args: readonly string[],
  options: { cwd?: string; killAfterMs?: number; closeOutput?: true } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], {
      cwd: options.cwd ?? root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data) => {
      stdout += data;
    });
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    if (options.closeOutput) child.stdout.destroy();
    if (options.killAfterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), options.killAfterMs);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
