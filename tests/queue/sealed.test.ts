import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startChild } from '../../src/queue/child.ts';
import { sealedArguments, sealedEnvironment } from '../../src/queue/sealed.ts';
import { root } from '../support/cli.ts';
import { put, temporaryFolder } from '../support/tiny.ts';
import type { Attempt, Tried } from './sealed-process.ts';

const module = new URL('./sealed-process.ts', import.meta.url);
const limits = { seconds: 30, megabytes: 500 };

async function tried(isSealed: boolean) {
  const folder = temporaryFolder();
  put(folder, { 'in/a.txt': 'inside', 'secret.txt': 'canary', 'out/x': '' });
  vi.stubEnv('TITRATE_TEST_SECRET', 'canary');
  const server = createServer((_, response) => response.end('answer'));
  onTestFinished(() => void server.close());
  let calls = 0;
  server.on('connection', () => calls++);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const reach = { read: [root, join(folder, 'in')], write: [join(folder, 'out')], programs: false };
  const child = await startChild(module, null, limits, isSealed ? reach : null);
  onTestFinished(() => child.kill());
  const job: Attempt = {
    inside: join(folder, 'in', 'a.txt'),
    written: join(folder, 'out', 'b.txt'),
    outside: join(folder, 'secret.txt'),
    port: (server.address() as AddressInfo).port,
  };
  const { result, failure } = await child.perform(job, limits, 1);
  expect(failure).toBeNull();
  return { results: result as readonly [Tried, Tried], calls };
}

describe('a sealed process', { timeout: 60_000 }, () => {
  it('reads and writes where it may, and reaches nothing else, nor do its threads', async () => {
    const { results, calls } = await tried(true);
    const denied = 'ERR_ACCESS_DENIED';
    const closed = expect.stringMatching(/no use of the network/);
    for (const result of results) {
      expect(result).toEqual({
        inside: 'got inside',
        written: 'got undefined',
        outside: denied,
        'written outside': denied,
        passwd: denied,
        environment: 'got undefined',
        program: denied,
        code: expect.stringMatching(/Code generation from strings disallowed/),
        fetched: closed,
        connected: closed,
        served: closed,
        asked: closed,
        'asked back': closed,
        sent: closed,
      });
    }
    expect(calls).toBe(0);
  });

  it('is one that could do all of it unsealed', async () => {
    const { results, calls } = await tried(false);
    for (const result of results) {
      for (const [name, came] of Object.entries(result)) expect(`${name}: ${came}`).toMatch(/: got/);
      expect(result).toMatchObject({ outside: 'got canary', environment: 'got canary', fetched: 'got 200' });
    }
    expect(calls).toBeGreaterThan(1);
  });
});

describe('what a process is sealed with', () => {
  it('names folders as they are written and as they lie, and programs only where they are allowed', () => {
    const given = sealedArguments({
      read: ['/no such folder, with comma'],
      write: ['/out'],
      programs: false,
    });
    expect(given).toContain('--allow-fs-read=/no such folder, with comma/*');
    expect(given.filter((one) => one.includes('fs-write'))).toEqual(['--allow-fs-write=/out/*']);
    expect(given).not.toContain('--allow-child-process');
    expect(sealedArguments({ read: [], write: [], programs: true })).toContain('--allow-child-process');
  });

  it('leaves of an environment what programs and dates need', () => {
    const environment = {
      PATH: '/bin',
      Path: 'c:',
      LC_ALL: 'C',
      TZ: 'UTC',
      TITRATE_REDIS: 'x',
      AWS_SECRET: 'x',
    };
    expect(sealedEnvironment(environment)).toEqual({ PATH: '/bin', Path: 'c:', LC_ALL: 'C', TZ: 'UTC' });
  });
});
