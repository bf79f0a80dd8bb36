import { execSync } from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import type { Request } from '../../src/queue/child.ts';

/** What a sealed process is to try. */
export type Attempt = {
  readonly inside: string;
  readonly written: string;
  readonly outside: string;
  readonly port: number;
};

/** What it came to: what it got, or the code of what it ran into. */
export type Tried = Readonly<Record<string, string>>;

async function outcome(deed: () => unknown): Promise<string> {
  try {
    return `got ${String(await deed())}`;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const { code, message } = cause as NodeJS.ErrnoException;
    return code ?? message;
  }
}

async function attempt({ inside, written, outside, port }: Attempt): Promise<Tried> {
  const url = `http://127.0.0.1:${port}/`;
  const deeds: Readonly<Record<string, () => unknown>> = {
    inside: () => readFileSync(inside, 'utf8'),
    written: () => writeFileSync(written, 'x'),
    outside: () => readFileSync(outside, 'utf8'),
    'written outside': () => writeFileSync(`${outside}.new`, 'x'),
    passwd: () => readFileSync('/etc/passwd', 'utf8'),
    environment: () => process.env['TITRATE_TEST_SECRET'],
    program: () => execSync('id').toString(),
    code: () => new Function('return 1')(),
    fetched: async () => (await fetch(url)).status,
    connected: () =>
      new Promise((resolve, reject) =>
        net.connect(port, '127.0.0.1', () => resolve('connected')).on('error', reject),
      ),
    served: () => net.createServer().listen(0),
    asked: () => dns.promises.lookup('localhost'),
    'asked back': () =>
      new Promise((resolve, reject) => dns.lookup('localhost', (e, a) => (e ? reject(e) : resolve(a)))),
    sent: () => dgram.createSocket('udp4').send('x', port, '127.0.0.1'),
  };
  const tried: Record<string, string> = {};
  for (const [name, deed] of Object.entries(deeds)) tried[name] = await outcome(deed);
  return tried;
}

if (isMainThread) {
  process.on('message', async (request: Request) => {
    if (request.kind !== 'job') return process.send?.({ kind: 'ready' });
    const here = await attempt(request.job as Attempt);
    const thread = new Worker(new URL(import.meta.url));
    const there = new Promise((resolve) => thread.once('message', resolve));
    thread.postMessage(request.job);
    return process.send?.({ kind: 'done', result: [here, await there] });
  });
  process.on('disconnect', () => process.exit());
} else {
  parentPort?.once('message', async (job: Attempt) => parentPort?.postMessage(await attempt(job)));
}
