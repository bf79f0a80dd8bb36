import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { missing } from './requires.ts';

/** The path of a Redis server on this machine, or null where there is none. */
export const redisServer: string | null = find();

/** A Redis server of one test. */
export type TestRedis = {
  readonly url: string;
  readonly port: number;
  readonly process: ChildProcess;
  readonly stop: () => Promise<void>;
};

/** Starts a Redis server on a free port, with nothing kept unless told so. */
export async function startRedis(more: readonly string[] = [], port?: number): Promise<TestRedis> {
  if (redisServer === null) throw new Error('Expected a Redis server, got none');
  const free = port ?? (await freePort());
  const child = spawn(
    redisServer,
    ['--port', String(free), '--save', '', '--appendonly', 'no', '--bind', '127.0.0.1', ...more],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      if (String(text).includes('Ready to accept connections')) resolve();
    });
    child.on('exit', (code) => reject(new Error(`Expected Redis to start, got exit code ${code}`)));
  });
  return {
    url: `redis://127.0.0.1:${free}`,
    port: free,
    process: child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function find(): string | null {
  try {
    return execFileSync('which', ['redis-server'], { encoding: 'utf8' }).trim();
  } catch {
    return missing('redis', 'install redis-server');
  }
}
