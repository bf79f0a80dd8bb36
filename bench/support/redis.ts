import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { atEnd } from './tidy.ts';

/** A Redis server of one bench, with nothing kept on disk. */
export type BenchRedis = { readonly url: string; readonly pid: number; readonly stop: () => Promise<void> };

/** Starts a Redis server on a free port; `through` stands before its command, as `ip netns exec ...` does. */
export async function startRedis(host = '127.0.0.1', through: readonly string[] = []): Promise<BenchRedis> {
  const port = await freePort();
  const server = ['redis-server', '--port', String(port), '--bind', host, '--protected-mode', 'no'];
  const [command = '', ...args] = [...through, ...server, '--save', '', '--appendonly', 'no'];
  const child: ChildProcess = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  atEnd(() => child.kill('SIGKILL'));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (text) => {
      if (String(text).includes('Ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Expected Redis to start, got exit code ${code}`)));
  });
  return {
    url: `redis://${host}:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
