import { type ChildProcess, spawn } from 'node:child_process';

/** A Redis server of one bench, with nothing kept on disk. */
export type BenchRedis = { readonly url: string; readonly pid: number; readonly stop: () => Promise<void> };

/** Starts a Redis server; `through` stands before its command, as `ip netns exec ...` does. */
export async function startRedis(
  place: { readonly host: string; readonly port: number } = { host: '127.0.0.1', port: 7391 },
  through: readonly string[] = [],
): Promise<BenchRedis> {
  const server = [
    'redis-server',
    '--port',
    String(place.port),
    '--bind',
    place.host,
    '--protected-mode',
    'no',
  ];
  const [command = '', ...args] = [...through, ...server, '--save', '', '--appendonly', 'no'];
  const child: ChildProcess = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (text) => {
      if (String(text).includes('Ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Expected Redis to start, got exit code ${code}`)));
  });
  return {
    url: `redis://${place.host}:${place.port}`,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
