import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Ended, root } from './cli.ts';

/** A command of the program while it runs. */
export type Command = {
  readonly process: ChildProcess;
  /** What it has written so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Waits until something has been written, to either stream; rejects where the command ends without it. */
  readonly says: (what: string | RegExp) => Promise<void>;
  readonly ended: Promise<Ended>;
};

/** Starts the program with an environment of its own beside the test's, and does not wait. */
export function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Command {
  const child = spawn(process.execPath, [join(root, 'src', 'cli', 'main.ts'), ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const listeners = new Set<() => void>();
  child.stdout.on('data', (data) => {
    stdout += data;
    for (const listen of listeners) listen();
  });
  child.stderr.on('data', (data) => {
    stderr += data;
    for (const listen of listeners) listen();
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  return {
    process: child,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    says: (what) =>
      new Promise((resolve, reject) => {
        const listen = () => {
          const written = stdout + stderr;
          if (typeof what === 'string' ? !written.includes(what) : !what.test(written)) return;
          listeners.delete(listen);
          resolve();
        };
        listeners.add(listen);
        void ended.then(({ code }) => {
          listen();
          reject(new Error(`Expected ${what}, got an end with ${code} and:\n${stdout}${stderr}`));
        });
        listen();
      }),
  };
}

/** Runs a command to its end. */
export function ends(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return start(args, environment).ended;
}
