import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/cli.ts';

/** The lines that a process writes which logs three events. */
function logged(level: string): readonly Record<string, unknown>[] {
  const script = `
    import { openLog } from ${JSON.stringify(join(root, 'src', 'io', 'log.ts'))};
    const log = openLog(${JSON.stringify(level)}, { worker: 'w1', role: 'ingest' });
    log.info({ event: 'done', job: 'j1', file: 'a\\nb.txt', seconds: 0.5 });
    log.warn({ event: 'failed', job: 'j2', failure: 'crashed' });
    log.debug({ event: 'detail' });
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  return stderr
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

describe('the log of a worker', () => {
  it('is one line of JSON an event, on standard error, with who said it and when', () => {
    const [done, failed, ...more] = logged('info');
    expect(done).toMatchObject({ worker: 'w1', role: 'ingest', event: 'done', job: 'j1', file: 'a\nb.txt' });
    expect(failed).toMatchObject({ event: 'failed', failure: 'crashed' });
    expect(more).toEqual([]);
    expect(new Date(String(done?.['time'])).toISOString()).toBe(done?.['time']);
    expect(Number(failed?.['level'])).toBeGreaterThan(Number(done?.['level']));
  });

  it('says as much as it is told to', () => {
    expect(logged('debug').map(({ event }) => event)).toEqual(['done', 'failed', 'detail']);
    expect(logged('warn').map(({ event }) => event)).toEqual(['failed']);
    expect(logged('silent')).toEqual([]);
  });
});
